// G8 and G9 of the guarantees as sentences over any engine: the quick tier and the whole one ask the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '#infra/local/dynamo.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftOf } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { bookingOf, type Crowd, choosing, claimsOn, rush, tabsOf } from './crowd.ts'
import { type FaultyWorld, startFaultyWorld } from './world.ts'

// `rounds`: of the race for a hold that has run out.
export const crowdChecks = (engine: Engine, crowd: Crowd, rounds: number): void => {
  describe(`a crowd on ${engine}`, () => {
    let world: FaultyWorld
    beforeAll(async () => {
      world = await startFaultyWorld({ seed: crowd.seed, engine })
    })
    afterAll(() => world.close())
    const checked = () => {
      world.dynamo.rules([])
      return invariantsAt(world.directEndpoint, {
        main: world.table.name,
        audit: world.table.audit,
        now: world.clock.now(),
      })
    }

    it(`of ${crowd.people} people gets ${crowd.places} places, nobody two, in ${crowd.attempts} attempts (G8, F24)`, async () => {
      const tabs = tabsOf(world, crowd)
      world.dynamo.rules([
        { fault: 'tx-conflict', operation: 'TransactWriteItems', chance: 0.2 },
        { fault: 'throttle', chance: 0.05 },
        { fault: 'commit-then-reset', chance: 0.02 },
      ])
      const first = await rush(world, crowd, tabs)
      // Who met a fault between holding and booking keeps a place from others until the hold has run out.
      world.dynamo.rules([])
      world.clock.pass(11 * 60_000)
      const got = new Set(first.filter(({ end }) => end.startsWith('H')).map(({ person }) => person))
      const others = tabs.filter(({ person }) => !got.has(person))
      const ended = [...first, ...(await rush(world, { ...crowd, attempts: crowd.places * 6 }, others))]
      const { counts, faults } = await checked()
      expect(faults, `seed ${crowd.seed}`).toEqual([])
      expect(ended.filter(({ end }) => end.startsWith('surprise'))).toEqual([])
      expect([counts.booked, counts.cases]).toEqual([crowd.places, crowd.places])
      const given = ended.filter(({ end }) => end.startsWith('H'))
      expect(new Set(given.map(({ end }) => end)).size).toBe(new Set(given.map(({ person }) => person)).size)
    })

    it(`gives a place back once when its hold has run out, in ${rounds} races (G9)`, async () => {
      const before = (await checked()).counts.booked
      for (let round = 0; round < rounds; round += 1) {
        const place = 1000 + round
        const [late, next] = [draftOf(world.counter, {}), draftOf(world.counter, {})]
        await Promise.all([late, next].map(world.counter.drafts.start))
        const now = world.clock.now()
        await world.counter.holds.hold({ holder: late.id, claims: claimsOn(place), until: now + 1000, now })
        world.clock.pass(1001)
        const sent = await Promise.all(
          [late, next].map((draft) =>
            submitApplication(world.counter, bookingOf(place, draft.id), choosing(draft, place)),
          ),
        )
        expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
      }
      const { counts, faults } = await checked()
      expect([counts.booked - before, faults]).toEqual([rounds, []])
    })
  })
}
