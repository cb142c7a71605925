// A day that is full answers a crowd without reading the partition that the crowd wants (docs/guarantees.md, "Admission gate").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { claimsOfDay, indexClaims } from '#adapters/dynamo/booking/index-claims.ts'
import { keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { claimsOf } from '#domain/slots/timetable.ts'
import { bookings } from '#services/bookings/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { freeDays, freeTimes, holdSlot, slotsAt } from '#usecases/booking/slots.ts'

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

  it('reads a fortnight in two queries at most, however many officers there are', async () => {
    world.clock.set(Date.parse('2026-12-03T09:00:00Z'))
    for (const [from, queries] of [
      ['2026-12-03', 1],
      ['2026-12-24', 2],
    ] as const) {
      const before = reads()
      await freeDays(instance(), booking, query, { from, holder: 'nobody' })
      expect(reads() - before).toBe(queries)
    }
    const officers = Array.from({ length: 40 }, (_, at) => `officer-${at}`)
    const before = reads()
    const seen = await instance().holds.overview(officers, ['2026-12-03', '2026-12-04'], world.clock.now())
    expect([reads() - before, seen.size]).toEqual([1, 80])
  })

  it('counts what was taken before there was the index, once that is put into it', async () => {
    world.clock.set(Date.parse('2026-12-09T09:00:00Z'))
    const { holds } = instance()
    const now = world.clock.now()
    const claim = { claimant: 'old-officer', day: '2026-12-11', buckets: ['0900', '0905', '0910'] }
    await holds.hold({ holder: 'one', claims: [claim], until: now + 600_000, now })
    const Key = keyItem(keys.claim(claim.claimant, claim.day, '0900'))
    const TableName = world.table.name
    await world.table.client.updateItem({ TableName, Key, UpdateExpression: 'REMOVE due, dueAt, buckets' })
    const seen = async () =>
      [...(await instance().holds.overview([claim.claimant], [claim.day], now)).values()].map((all) => [...all])
    expect(await seen()).toEqual([[]])
    const again = async () =>
      indexClaims(world.table, await claimsOfDay(world.table, keys.claim(claim.claimant, claim.day, '').pk))
    expect([await again(), await again()]).toEqual([3, 0])
    expect(await seen()).toEqual([claim.buckets])
    expect(
      [...(await instance().holds.taken([claim.claimant], [claim.day], now)).values()].map((all) => [...all]),
    ).toEqual([claim.buckets])
  })
})

describe('Three tablets', () => {
  it('are held by three who want them at one moment, and the fourth has no room and nobody either', async () => {
    world.clock.set(Date.parse('2026-12-01T09:00:00Z'))
    const on = '2026-12-09'
    const asked = { ...query, place: 'dorchester' }
    const [officer] = booking.timetable.staff.filter(({ id }) => id === 'benefits-1')
    const [room] = booking.timetable.rooms
    if (officer === undefined || room === undefined) throw new Error('Nobody')
    const four = ['a', 'b', 'c', 'd']
    const timetable = {
      ...booking.timetable,
      staff: four.map((id) => ({ ...officer, id: `officer-${id}` })),
      rooms: four.map((id) => ({ ...room, id: `room-${id}` })),
    }
    const many = { ...booking, timetable, query: () => asked }
    const answers: Readonly<Record<string, string>> = { day: on, time: '1000.officer-a' }
    const lookup = { today: '2026-12-01' as const, answer: (id: string) => answers[id], items: () => [] }
    const tries = await Promise.all(
      four.map((id) => holdSlot(world.counter, { booking: many, lookup, holder: `holder-${id}` })),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(3)
    const everybody = [...timetable.staff, ...timetable.rooms, ...(timetable.resources ?? [])].map(({ id }) => id)
    const taken = await world.counter.holds.taken(everybody, [on], world.clock.now())
    const busy = (start: string) => [...taken].filter(([name, of]) => name.startsWith(start) && of.size > 0).length
    expect([busy('officer-'), busy('room-'), busy('dor-tablet-')]).toEqual([3, 3, 3])
  })
})
