// Appointments by random hands: people look, hold, hold another, send, send again from another tab, move and cancel; or they join the waiting
// list, are offered time, take it or not, and leave; holds and offers run out, replies are lost and transactions conflict. After each: every
// booking and every offer that stands has its time to itself, nobody has two, and what was given back is nobody's.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { claimantsFor } from '#domain/slots/timetable.ts'
import { hasOffer } from '#domain/slots/waiting.ts'
import { bookings } from '#services/bookings/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { cancelAppointment, moveAppointment } from '#usecases/booking/appointments.ts'
import { offerTimes } from '#usecases/booking/offer-times.ts'
import { declineOffer, leaveList, takeOffer } from '#usecases/booking/offers.ts'
import { freeTimes, holdSlot } from '#usecases/booking/slots.ts'

const day = '2026-12-10'
const people = 4

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 11 })
})
afterAll(() => world.close())

const persona = personaOf('bookings-phone-interpreter')
const query = { type: 'housing-advice', place: 'phone', features: [], interpreter: true }

// A person's tabs, each with a draft of its own; the times that each tab has chosen; and what they have booked, as far as is known.
type Model = { readonly tabs: Map<string, Draft>; readonly cases: Map<number, Set<string>>; round: number }

const phoneOf = (model: Model, person: number): string =>
  `07700 900${String(100 + ((model.round * people + person) % 800))}`

const draftFor = async (model: Model, person: number): Promise<Draft> => {
  const { draft } = walked(bookings.form, { ...(await persona), today: '2026-12-01' })
  const { counter } = world
  const pages = { ...draft.pages, 'details/phone': { mobileNumber: [phoneOf(model, person)] } }
  const made = { ...newDraft(bookings, counter.ids, counter.clock.now()), pages, items: draft.items }
  await counter.drafts.start(made)
  return made
}

const tabOf = async (model: Model, person: number, tab: number): Promise<[string, Draft]> => {
  const name = `${person}.${tab}`
  const found = model.tabs.get(name)
  if (found !== undefined && found.status === 'draft') return [name, found]
  const made = await draftFor(model, person)
  model.tabs.set(name, made)
  return [name, made]
}

// What a command could not tell, because its reply was lost or it was too busy, is read when all is quiet.
const quietly = async <T>(ask: () => Promise<T>): Promise<T> => {
  world.dynamo.rules([])
  return ask()
}

const attempt = async (act: () => Promise<unknown>): Promise<void> => {
  try {
    await act()
  } catch (error) {
    const name = error instanceof Error ? `${error.name} ${error.message}` : ''
    if (!/Throttl|Throughput|Timeout|TransactionCanceled|ECONN|socket|Nobody knows/i.test(name)) throw error
  }
}

const holds = (person: number, tab: number, time: number) => async (model: Model) => {
  const [name, draft] = await tabOf(model, person, tab)
  const times = await freeTimes(world.counter, bookings.booking, query, { day, holder: draft.id })
  const slot = times[time % Math.max(1, times.length)]
  if (slot === undefined) return
  const pages = { ...draft.pages, 'when/day': { day: [day] }, 'when/time': { time: [slot.id] } }
  const chosen = { ...draft, pages }
  const held = await holdSlot(world.counter, {
    booking: bookings.booking,
    lookup: journeyOf(bookings, chosen, world.clock).answers,
    holder: draft.id,
    ...(draft.hold === undefined ? {} : { hold: draft.hold }),
  })
  if (!held.ok) return
  const kept = { ...pages, 'when/time': { time: [held.value.slot.id] } }
  model.tabs.set(name, { ...draft, pages: kept, hold: held.value })
}

const sends = (person: number, tab: number) => async (model: Model) => {
  const [, draft] = await tabOf(model, person, tab)
  await attempt(() => submitApplication(world.counter, bookings, draft))
}

const own = async (model: Model, person: number): Promise<readonly Case[]> => {
  const found = await Promise.all(
    [...(model.cases.get(person) ?? [])].map((reference) => world.counter.cases.get(reference)),
  )
  return found.filter((subject) => subject !== undefined)
}

// They would rather wait: none of the days suits.
const joins = (person: number) => async (model: Model) => {
  const draft = await draftFor(model, person)
  const waiting = { waitPart: ['any'], waitNotice: ['24'], waitFor: ['7'] }
  const { 'when/time': _, ...rest } = draft.pages
  const pages = { ...rest, 'when/day': { day: ['wait'] }, 'when/waiting': waiting }
  model.tabs.set(`${person}.waits-${model.tabs.size}`, draft)
  await attempt(() => submitApplication(world.counter, bookings, { ...draft, pages }))
}

const offersAreMade = async () => attempt(() => offerTimes(world.counter))

const answers = (person: number, how: 'takes' | 'declines' | 'leaves') => async (model: Model) => {
  const [act, action] = {
    takes: [takeOffer, 'take-offer'] as const,
    declines: [declineOffer, 'decline'] as const,
    leaves: [leaveList, 'leave'] as const,
  }[how]
  for (const subject of (await own(model, person)).filter(waits))
    await attempt(() => act(world.counter, { service: bookings, subject, action, actor, typed: {} }))
}

const waits = ({ state }: Case): boolean => state === 'waiting' || state === 'offered'

const live = ({ state }: Case): boolean => state === 'confirmed'
const actor = { is: 'applicant' } as const

const cancels = (person: number) => async (model: Model) => {
  for (const subject of (await own(model, person)).filter(live))
    await attempt(() =>
      cancelAppointment(world.counter, { service: bookings, subject, action: 'cancel', actor, typed: {} }),
    )
}

const moves = (person: number, time: number) => async (model: Model) => {
  for (const subject of (await own(model, person)).filter(live)) {
    const times = await freeTimes(world.counter, bookings.booking, query, { day, holder: subject.reference })
    const slot = times[time % Math.max(1, times.length)]
    if (slot !== undefined)
      await attempt(() =>
        moveAppointment(world.counter, {
          service: bookings,
          subject,
          action: 'move',
          actor,
          typed: {},
          day,
          time: slot.id,
        }),
      )
  }
}

const passes = (minutes: number) => async () => world.clock.pass(minutes * 60_000)

const faults = [
  [],
  [{ fault: 'tx-conflict', operation: 'TransactWriteItems', chance: 0.4 }],
  [{ fault: 'commit-then-reset', operation: 'TransactWriteItems', chance: 0.5 }],
  [{ fault: 'throttle', operation: 'TransactWriteItems', chance: 0.3 }],
] as const

type Run = (model: Model) => Promise<void>
const small = fc.nat({ max: 3 })
const command: fc.Arbitrary<{ readonly said: string; readonly fault: number; readonly run: Run }> = fc
  .tuple(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(small, fc.nat({ max: 1 }), small)
          .map(([p, t, at]) => ({ said: `${p}.${t} holds ${at}`, run: holds(p, t, at) })),
      },
      {
        weight: 6,
        arbitrary: fc.tuple(small, fc.nat({ max: 1 })).map(([p, t]) => ({ said: `${p}.${t} sends`, run: sends(p, t) })),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(small, small).map(([p, at]) => ({ said: `${p} moves to ${at}`, run: moves(p, at) })),
      },
      { weight: 2, arbitrary: small.map((p) => ({ said: `${p} cancels`, run: cancels(p) })) },
      { weight: 2, arbitrary: small.map((p) => ({ said: `${p} joins the list`, run: joins(p) })) },
      { weight: 3, arbitrary: fc.constant({ said: 'offers are made', run: offersAreMade }) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(small, fc.constantFrom('takes' as const, 'takes' as const, 'declines' as const, 'leaves' as const))
          .map(([p, how]) => ({ said: `${p} ${how}`, run: answers(p, how) })),
      },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom(2, 6, 11, 31)
          .map((minutes) => ({ said: `${minutes} minutes pass`, run: passes(minutes) })),
      },
    ),
    fc.nat({ max: faults.length - 1 }),
  )
  .map(([{ said, run }, fault]) => ({ said, run, fault }))

// Everyone keeps a time, books it and moves, an hour apart so that each finds an officer free: a day on which nothing fails.
const ordinary = Array.from({ length: people }, (_, person) => [
  { said: `${person}.0 holds ${person}`, fault: 0, run: holds(person, 0, person) },
  { said: `${person}.0 sends`, fault: 0, run: sends(person, 0) },
  { said: `${person} moves`, fault: 0, run: moves(person, 4 * person + 4) },
]).flat()

// Everyone waits, is offered a time and takes it; one of them once more, and lets it go.
const patient = [
  ...Array.from({ length: people }, (_, person) => ({
    said: `${person} joins the list`,
    fault: 0,
    run: joins(person),
  })),
  { said: 'offers are made', fault: 0, run: offersAreMade },
  ...Array.from({ length: people }, (_, person) => ({
    said: `${person} takes`,
    fault: 0,
    run: answers(person, 'takes'),
  })),
  { said: '0 joins the list', fault: 0, run: joins(0) },
  { said: 'offers are made', fault: 0, run: offersAreMade },
  { said: '0 declines', fault: 0, run: answers(0, 'declines') },
]

// The truth, from the drafts: which cases each person has.
const learn = async (model: Model): Promise<void> => {
  for (const [name, tab] of model.tabs) {
    const draft = await world.counter.drafts.get(tab.id)
    if (draft?.caseReference === undefined) continue
    const person = Number(name.split('.')[0])
    model.cases.set(person, (model.cases.get(person) ?? new Set()).add(draft.caseReference))
    model.tabs.set(name, { ...tab, status: 'submitted' })
  }
}

const timeOfCase = ({ reference, appointment }: Case) => ({ reference, time: appointment })

const offerOf = ({ reference, state, waiting }: Case) =>
  state === 'offered' && waiting !== undefined && hasOffer(waiting, world.clock.now())
    ? [{ reference, time: waiting.offer?.slot }]
    : []

const holdsTrue = async (model: Model): Promise<void> => {
  const booked = new Map<string, string>()
  for (let person = 0; person < people; person += 1) {
    const has = (await own(model, person)).filter(live)
    expect(has.length, `person ${person} has ${has.map(({ reference }) => reference).join()}`).toBeLessThanOrEqual(1)
    for (const { reference, time } of [...has.map(timeOfCase), ...(await own(model, person)).flatMap(offerOf)])
      for (const claimant of time?.claimants ?? [])
        for (const bucket of time?.buckets ?? []) {
          const place = `${claimant} ${time?.day} ${bucket}`
          expect(booked.get(place), `${place} is of ${reference} too`).toBeUndefined()
          booked.set(place, reference)
        }
  }
}

// What a page of days counts is what is taken: by the index, and by the items that two people cannot put twice.
const countsTrue = async (): Promise<void> => {
  const { holds } = world.counter
  const [claimants, days] = [claimantsFor(bookings.booking.timetable, query), [day]]
  const now = world.clock.now()
  expect(plainly(await holds.overview(claimants, days, now))).toEqual(plainly(await holds.taken(claimants, days, now)))
}

const plainly = (taken: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...taken].map(([name, buckets]) => [name, [...buckets].toSorted()])

describe('appointments in random hands', () => {
  it('have their time to themselves, one for each person, whatever fails', async () => {
    let round = 0
    let [booked, moved, taken] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 35 }), async (commands) => {
        round += 1
        const model: Model = { tabs: new Map(), cases: new Map(), round }
        world.clock.set(Date.parse('2026-12-01T09:00:00Z') + round * 3_600_000)
        for (const { fault, run } of commands) {
          world.dynamo.rules([...(faults[fault] ?? [])])
          await run(model)
          await quietly(() => learn(model))
          await holdsTrue(model)
        }
        await quietly(countsTrue)
        const all = (await Promise.all(Array.from({ length: people }, (_, person) => own(model, person)))).flat()
        booked += all.length
        moved += all.filter(
          ({ appointment }) => (appointment?.calendarSequence ?? 0) > (appointment?.cancelled === true ? 1 : 0),
        ).length
        taken += all.filter(({ waiting }) => waiting?.offer?.takenAt !== undefined).length
        for (let person = 0; person < people; person += 1) {
          await cancels(person)(model)
          await answers(person, 'leaves')(model)
        }
        const { counts, faults: wrong } = await invariantsAt(world.directEndpoint, {
          main: world.table.name,
          audit: world.table.audit,
          now: world.clock.now(),
        })
        expect([wrong, counts.booked]).toEqual([[], 0])
      }),
      { numRuns: 10, examples: [[ordinary], [patient]] },
    )
    // It did what it is about, by the ordinary day at least.
    expect([booked >= people, moved >= people, taken >= people]).toEqual([true, true, true])
  }, 60_000)
})
