// A crowd that wants the same few places: people who hold one, send, and try again when it is busy, each of them in two tabs with a booking of
// its own.
// Through the real stores and the real use case, for a service of one question that books a place.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { slotDay, slotTime } from '#domain/forms/ask.ts'
import { page, section } from '#domain/forms/form.ts'
import type { Booking } from '#domain/slots/booking.ts'
import type { Service } from '#services/service.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { seeded } from './proxy.ts'
import type { FaultyWorld } from './world.ts'

export type Crowd = {
  readonly people: number
  readonly attempts: number
  readonly places: number
  readonly workers: number
  readonly seed: number
}

// One of a person's two: their number is the same, the bookings are not.
export type Tab = {
  readonly person: string
  readonly draft: Draft
  // Stores the draft, once for all attempts. What is kept of somebody who never holds a place, no other person meets.
  readonly begun: () => Promise<void>
}

// How the attempts ended: a reference, or 'taken', 'has one', 'busy' (a page that says to try again) or a surprise's name.
export type Ended = { readonly person: string; readonly end: string }

const day = '2026-12-01'

// Five minutes of one claimant on one morning.
const bookingAt = (place: number): Booking => ({
  timetable: {
    types: {
      place: {
        ...{ name: 'A place', minutes: 5, before: 0, after: 0, step: 5, skill: 'any' },
        ...{ leadHours: 0, horizonDays: 56, changeUntilHours: 0, atOnce: 1 },
      },
    },
    places: { here: { name: `Place ${place}`, lines: [], open: { 2: hours }, needsRoom: false } },
    staff: [{ id: `place-${place}`, skills: ['any'], places: ['here'], shifts: { 2: [hours] }, leave: new Set() }],
    rooms: [],
    closures: new Set(),
  },
  query: () => ({ type: 'place', place: 'here', features: [], interpreter: false }),
  questions: { day: 'day', time: 'time' },
  hold: { minutes: 10 },
  reminders: () => [],
})

const hours = { from: '09:00', until: '09:05' }

const when = section('when', 'When', [
  page('day', 'Choose a day', { day: slotDay('Select a day', { for: 'TIMETABLE' }) }, { does: 'slot-day' }),
  page('time', 'Choose a time', { time: slotTime('Select a time', { for: 'TIMETABLE' }) }, { does: 'slot-time' }),
])

// With a place chosen.
export const choosing = (draft: Draft, place: number): Draft => ({
  ...draft,
  pages: { ...draft.pages, 'when/day': { day: [day] }, 'when/time': { time: [`0900.place-${place}`] } },
})

export const claimsOn = (place: number) => [{ claimant: `place-${place}`, day, buckets: ['0900'] }] as const

export const bookingOf = (place: number, person: string): Service => ({
  ...smallHousing,
  applicant: () => ({ name: 'Sample Person', mayText: false, phone: person }),
  form: { ...smallHousing.form, sections: [...smallHousing.form.sections, when] },
  booking: bookingAt(place),
})

export const rush = async (world: FaultyWorld, crowd: Crowd, tabs: readonly Tab[]): Promise<readonly Ended[]> => {
  const chance = seeded(crowd.seed)
  const queue = Array.from({ length: crowd.attempts }, (_, at) => at % tabs.length).toSorted(() => chance() - 0.5)
  const ended: Ended[] = []
  const work = async (): Promise<void> => {
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const tab = tabs[at]
      if (tab !== undefined) ended.push({ person: tab.person, end: await attempt(world, tab, crowd.places, chance) })
    }
  }
  await Promise.all(Array.from({ length: crowd.workers }, work))
  return ended
}

export const tabsOf = (world: FaultyWorld, { people }: Crowd): readonly Tab[] =>
  Array.from({ length: people * 2 }, (_, at) => {
    const draft = draftOf(world.counter, {})
    let stored: Promise<void> | undefined
    const begun = (): Promise<void> => {
      stored ??= world.counter.drafts.start(draft)
      return stored
    }
    return { person: `person-${at % people}`, draft, begun }
  })

// Two places are tried, starting anywhere.
const attempt = async (world: FaultyWorld, tab: Tab, places: number, chance: () => number): Promise<string> => {
  const first = Math.floor(chance() * places)
  try {
    for (let next = 0; next < 2; next += 1) {
      const end = await take(world, tab, (first + next) % places)
      if (end !== 'taken') return end
    }
    return 'taken'
  } catch (error) {
    return error instanceof Error &&
      /Throttl|Throughput|Timeout|TransactionCanceled|ECONN/.test(`${error.name}${'code' in error ? error.code : ''}`)
      ? 'busy'
      : `surprise ${error instanceof Error ? error.name : ''}`
  }
}

const take = async (world: FaultyWorld, { person, draft, begun }: Tab, place: number): Promise<string> => {
  const now = world.clock.now()
  const held = await world.counter.holds.hold({ holder: draft.id, claims: claimsOn(place), until: now + 600_000, now })
  if (!held.ok) return 'taken'
  await begun()
  const sent = await submitApplication(world.counter, bookingOf(place, person), choosing(draft, place))
  if (sent.ok) return sent.value.reference
  if (typeof sent.error === 'object') return 'has one'
  return sent.error === 'time-taken' ? 'taken' : 'busy'
}
