// A day that is full answers a crowd without reading the partition that the crowd wants (docs/guarantees.md, "Admission gate").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { claimsOf } from '#domain/slots/timetable.ts'
import { bookings } from '#services/bookings/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { freeDays, freeTimes, slotsAt } from '#usecases/booking/slots.ts'

const { booking } = bookings
const query = { type: 'council-tax', place: 'phone', features: [], interpreter: false }

let world: FaultyWorld
let ticks = 0
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 3 })
})
afterAll(() => world.close())

// An instance of its own, whose second is in the test's hand.
const instance = () => ({
  clock: world.clock,
  holds: holdStore(world.table, world.counter.ids.secret, () => ticks),
})

const reads = (): number => world.dynamo.operations().filter((name) => name === 'Query').length

// Every time of the first day that has any, held by other people.
const fullDay = async (): Promise<{ readonly day: string; readonly holder: string }> => {
  const { counter } = world
  const [first] = await freeDays(counter, booking, query, { from: '2026-12-01', holder: 'nobody' })
  const day = first?.day ?? ''
  let holder = ''
  for (;;) {
    const [slot] = await freeTimes(counter, booking, query, { day, holder: 'nobody' })
    if (slot === undefined) return { day, holder }
    holder = counter.ids.secret()
    const now = world.clock.now()
    await counter.holds.hold({ holder, claims: claimsOf(slot), until: now + 600_000, now })
  }
}

describe('a full day', () => {
  it('is read once a second for however many people ask, and nobody waits for a place that came back', async () => {
    world.clock.set(Date.parse('2026-12-01T09:00:00Z'))
    const { day, holder } = await fullDay()
    const ports = instance()
    const before = reads()
    expect(await freeTimes(ports, booking, query, { day, holder: 'first' })).toEqual([])
    const once = reads() - before
    expect(once).toBeGreaterThan(0)
    ticks = 999
    const crowd = Array.from({ length: 500 }, (_, at) => `person-${at}`)
    for (const person of crowd) {
      expect(await freeTimes(ports, booking, query, { day, holder: person })).toEqual([])
      expect(await slotsAt(ports, booking, query, { day, time: '0900', holder: person })).toEqual([])
    }
    expect(reads() - before).toBe(once)
    // Whoever holds a place of it still sees their own.
    expect((await freeTimes(ports, booking, query, { day, holder })).length).toBeGreaterThan(0)
    const held = reads()
    world.clock.pass(601_000)
    ticks = 1000
    expect((await freeTimes(ports, booking, query, { day, holder: 'late' })).length).toBeGreaterThan(1)
    expect(reads()).toBe(held + once)
  })

  it('shows a fortnight that is a second old at most, and a time as it is', async () => {
    world.clock.set(Date.parse('2026-12-02T09:00:00Z'))
    const [ports, other] = [instance(), instance()]
    const from = '2026-12-02'
    const [first] = await freeDays(ports, booking, query, { from, holder: 'one' })
    const day = first?.day ?? ''
    const before = reads()
    for (let person = 0; person < 100; person += 1)
      expect((await freeDays(ports, booking, query, { from, holder: `${person}` }))[0]).toEqual(first)
    expect(reads()).toBe(before)
    const [slot] = await freeTimes(other, booking, query, { day, holder: 'two' })
    if (slot === undefined) throw new Error('The day has no time')
    const taken = async () =>
      (await slotsAt(ports, booking, query, { day, time: slot.id, holder: 'one' })).map(({ id }) => id)
    expect(await taken()).toContain(slot.id)
    const now = world.clock.now()
    await other.holds.hold({ holder: 'two', claims: claimsOf(slot), until: now + 600_000, now })
    expect(await taken()).not.toContain(slot.id)
  })
})
