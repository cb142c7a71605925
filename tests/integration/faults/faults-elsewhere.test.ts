// G13, G14 and G15 of the guarantees: sessions that end, clocks that differ, storage that is slower than anybody waits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 15 })
})
beforeEach(() => world.dynamo.rules([]))
afterAll(() => world.close())

const nothingWrong = async (): Promise<void> => {
  const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
  expect((await invariantsAt(world.directEndpoint, tables)).faults).toEqual([])
}

describe('what goes wrong around a person', () => {
  it('a session that ended between page and answer writes nothing (G13)', async () => {
    const person = await drafted(world, 'bookings-phone-interpreter')
    const page = '/bookings/details/name'
    await person.get(page)
    world.clock.pass(31 * 60_000)
    const before = world.dynamo.operations()
    const reply = await person.post(page, { firstName: 'Late', lastName: 'Person' })
    const writes = world.dynamo
      .operations()
      .slice(before.length)
      .filter((name) => !/^(GetItem|Query)$/.test(name))
    expect([writes, reply.html.includes('value="Late"')]).toEqual([[], false])
  })

  it('clocks that differ by five minutes make one case of one draft (G14)', async () => {
    const draft = draftOf(world.counter, {})
    await world.counter.drafts.start(draft)
    const skewed = [-5, -2, 0, 2, 5].map((minutes) => ({
      ...world.counter,
      clock: { now: () => world.clock.now() + minutes * 60_000 },
    }))
    const sent = await Promise.all(skewed.map((ports) => submitApplication(ports, smallHousing, draft)))
    expect(new Set(sent.map((one) => (one.ok ? one.value.reference : one.error))).size).toBe(1)
    await nothingWrong()
  })

  it('storage that answers too late ends inside a request, and the next try finds what was done (G15)', async () => {
    const draft = draftOf(world.counter, {})
    await world.counter.drafts.start(draft)
    world.dynamo.rules([{ fault: 'slow', operation: 'TransactWriteItems', ms: 3000 }])
    const started = performance.now()
    const first = await submitApplication(world.counter, smallHousing, draft)
    expect(performance.now() - started).toBeLessThan(9500)
    expect(first).toEqual({ ok: false, error: 'unknown' })
    world.dynamo.rules([])
    expect((await submitApplication(world.counter, smallHousing, draft)).ok).toBe(true)
    await nothingWrong()
  })
})
