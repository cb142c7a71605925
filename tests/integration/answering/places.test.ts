// A waiting room's numbers under a crowd, on each engine: every number once, none that was called already, also while replies are lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeStore } from '#adapters/dynamo/drafts/places.ts'
import { atRate, lowestNumber, roomOpened } from '#domain/switches/queue.ts'
import { type Engine, javaIsHere } from '#infra/local/dynamo.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import type { PlaceStore } from '#usecases/ports/switches.ts'

const engines: readonly Engine[] = ['dynoxide', ...(javaIsHere() ? (['dynamodb-local'] as const) : [])]

describe.each(engines)('a waiting room on %s', (engine) => {
  let world: FaultyWorld
  let places: PlaceStore
  beforeAll(async () => {
    world = await startFaultyWorld({ seed: 31, engine })
    places = placeStore(world.table)
    // Java's first answers are slow. One that came after 2 seconds would be asked for twice, and leave a number out.
    for (let before = 0; before < 20; before += 1) await places.take('nobody', roomOpened(60, 0), 0)
  })
  afterAll(() => world.close())

  const crowd = (size: number, service: string, now: number, room = roomOpened(60, 0)) =>
    Promise.all(Array.from({ length: size }, () => places.take(service, room, now)))

  it('gives 80 people who come at one moment 80 numbers in a row', async () => {
    const numbers = await crowd(80, 'housing', 0)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
  })

  it('begins after the numbers that were called while nobody came', async () => {
    const idle = 10 * 60_000
    const numbers = await crowd(40, 'planning', idle)
    const first = lowestNumber(roomOpened(60, 0), idle)
    expect(first).toBe(601)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => first + index))
    const slower = atRate(roomOpened(60, 0), 1, idle)
    expect(await places.take('planning', slower, idle + 60_000)).toBe(first + 40)
  })

  it('gives nobody the number of another while replies are lost and storage is busy', async () => {
    world.dynamo.rules([
      { fault: 'commit-then-reset', operation: 'UpdateItem', chance: 0.1 },
      { fault: 'throttle', operation: 'UpdateItem', chance: 0.1 },
    ])
    const asked = await Promise.allSettled(
      Array.from({ length: 60 }, () => places.take('bookings', roomOpened(60, 0), 0)),
    )
    world.dynamo.rules([])
    // Whoever met a fault each time is told to try again in a minute.
    const numbers = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(numbers.length).toBeGreaterThan(40)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('lets one person in on a place, and tells everybody who that was', async () => {
    const place = { service: 'housing', sitting: 0, number: 1 }
    const entries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        places.enter(place, { draftId: `draft-${index}`, sessionId: `session-${index}` }, 0),
      ),
    )
    expect(new Set(entries.map(({ draftId }) => draftId)).size).toBe(1)
  })
})
