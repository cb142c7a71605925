// Booking is what a service declares, not what one service does: the planning duty officer, with
// questions, states and rules of its own, beside nothing else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { instantOf } from '#domain/london.ts'
import { offerTimesHandler } from '#functions/events/offer-times.ts'
import { openIn } from '#services/catalogue.ts'
import { soundService } from '#services/sound-services.ts'
import { dutyOfficer } from '#tests/support/duty-officer/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { firstOffered } from '#tests/support/people/persona-visits.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import type { WebHandler } from '#web/stack.ts'

let world: World
let counter: Counter
let citizen: WebHandler
beforeAll(async () => {
  world = await startWorld()
  const services = [dutyOfficer]
  counter = { ...world.counter, services, cases: caseStore(world.table, world.counter.keys, openIn(services)) }
  citizen = citizenHandler(counter)
  // A Monday.
  world.clock.set(instantOf('2026-11-30', '10:00') ?? 0)
})
afterAll(async () => {
  const { name: main, audit } = world.table
  expect((await invariantsAt(world.env.DYNAMODB_ENDPOINT, { main, audit, now: world.clock.now() })).faults).toEqual([])
  await world.close()
})

const at = '/duty-officer'
const minute = 60_000
const phoneOf = (who: number): string => `07700 900 ${400 + who}`

const atDay = async (): Promise<Visitor> => {
  const person = visitor(citizen, citizenOrigin)
  await person.get(at)
  await person.post(`${at}/start`, {})
  await person.post(`${at}/site/about`, { about: 'trees' })
  return person
}

const chosen = async (day: string): Promise<Visitor> => {
  const person = await atDay()
  await person.post(`${at}/meeting/on`, { meetOn: day })
  await person.post(`${at}/meeting/at`, { meetAt: firstOffered(person.last().html, 'meetAt') })
  return person
}

const send = async (person: Visitor, who: number): Promise<string> => {
  await person.post(`${at}/you/name`, { caller: `Caller ${'abcdefgh'[who]}` })
  await person.post(`${at}/you/mobile`, { callerPhone: phoneOf(who) })
  await person.get(`${at}/declaration`)
  await person.post(`${at}/declaration`, { agree: 'yes' })
  await world.sendTexts()
  return referenceOn(person.last().html)
}

const textsTo = async (who: number): Promise<readonly string[]> => {
  await world.sendTexts()
  const number = phoneOf(who).replaceAll(' ', '').replace('0', '+44')
  return world
    .texts()
    .filter(({ to }) => to === number)
    .map(({ body }) => body)
}

const stateOf = async (reference: string): Promise<string | undefined> => (await counter.cases.get(reference))?.state

describe('A second service that gives appointments', () => {
  it('is sound as it is declared', () => {
    expect(soundService(dutyOfficer)).toEqual([])
  })

  it('holds a time for as long as it says, books it, and texts who booked', async () => {
    const person = await chosen('2026-12-08')
    expect(person.last().html).toContain('We are keeping Tuesday 8 December at 10am for you until <strong>10:05am')
    expect(person.last().html).toContain('Keep the time for 5 more minutes')
    const reference = await send(person, 0)
    expect(titleIn(person.last().html)).toBe('Meeting booked')
    expect(person.last().html).toContain('About a tree')
    await person.get(`${at}/recovery-phrase`)
    expect(person.last().html).toContain('can try to open your meeting.')
    expect(await textsTo(0)).toEqual([expect.stringContaining('Duty officer: 10am on Tuesday 8 December 2026.')])
    expect(await stateOf(reference)).toBe('made')
  })

  it('moves to another time, and reminds of that one alone', async () => {
    const person = await chosen('2026-12-03')
    const reference = await send(person, 1)
    await person.get(`/appointments/${reference}`)
    await person.get(`/appointments/${reference}/change`)
    await person.post(`/appointments/${reference}/change`, { day: '2026-12-10' })
    await person.post(`/appointments/${reference}/change/2026-12-10`, {
      time: firstOffered(person.last().html, 'time'),
    })
    expect(person.last().html).toContain('We have changed your appointment.')
    world.clock.set(instantOf('2026-12-09', '10:30') ?? 0)
    expect((await textsTo(1)).slice(1)).toEqual([
      expect.stringContaining('now 10am on Thursday 10 December 2026'),
      expect.stringContaining('Duty officer tomorrow: 10am on Thursday 10 December 2026'),
    ])
  })

  it('is cancelled, and its time offered to whoever waits, for as long as it says, and taken', async () => {
    world.clock.set(instantOf('2026-12-14', '10:00') ?? 0)
    const [first, other] = [await chosen('2026-12-17'), await chosen('2026-12-17')]
    const reference = await send(first, 2)
    await send(other, 3)
    const waiter = await atDay()
    await waiter.post(`${at}/meeting/on`, { meetOn: 'wait' })
    await waiter.post(`${at}/meeting/in-line`, { half: 'any', warning: '24', until: '7' })
    await offered()
    const waiting = await send(waiter, 4)
    expect(titleIn(waiter.last().html)).toBe('You are on the waiting list')
    expect(waiter.last().html).toContain('You have 45 minutes')
    await first.get(`/appointments/${reference}/cancel`)
    await first.post(`/appointments/${reference}/cancel`, {})
    expect(await stateOf(reference)).toBe('given-up')
    world.clock.pass(minute)
    await offered()
    const link = /\/offer\/\S+/.exec((await textsTo(4)).at(-1) ?? '')?.[0] ?? ''
    expect((await textsTo(4)).at(-1)).toContain('Take it by 10:46am')
    const taker = visitor(citizen, citizenOrigin)
    await taker.get(link)
    await taker.post(link, { do: 'take' })
    expect(titleIn(taker.last().html)).toBe('Your appointment is booked')
    expect(await stateOf(waiting)).toBe('made')
    expect((await textsTo(2)).at(-1)).toContain('is cancelled. Book again: http://localhost:3000/duty-officer')
  })
})

const offered = (): Promise<void> => offerTimesHandler({ ...counter })()
