// The secret between CloudFront and the functions turns in four steps, each of which may fail, or be done and its answer lost.
// After every one of them, whatever an edge may still say is a word that the functions take: the site is open.
import { describe, expect, it } from 'vitest'
import { type EdgeSecret, goodAt } from '#domain/edge-secret.ts'
import { type RotationStep, turnEdgeSecret } from '#usecases/running/turn-edge-secret.ts'

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const
const hour = 3_600_000

type Failure = { readonly at: number; readonly is: 'refused' | 'answer lost' }

type State = { current: string; now: number; calls: number; words: number; failure: Failure | undefined }

// Secrets Manager and two distributions. An edge says the word before until the change has spread.
const worldOf = (first: EdgeSecret) => {
  const versions = new Map([['v0', first]])
  const state: State = { current: 'v0', now: 0, calls: 0, words: 0, failure: undefined }
  const said = { E1: new Set([first.sent]), E2: new Set([first.sent]) }
  const told = { E1: first.sent, E2: first.sent }
  const call = async <T>(does: () => T): Promise<T> => {
    const fails = state.failure?.at === state.calls ? state.failure.is : undefined
    state.calls += 1
    if (fails === 'refused') throw new Error('refused')
    const came = does()
    if (fails === 'answer lost') throw new Error('answer lost')
    return came
  }
  const current = () => versions.get(state.current) ?? first
  const ports = {
    clock: { now: () => state.now },
    ids: { secret: () => `word${++state.words}` },
    secret: {
      current: () => call(current),
      made: (version: string) => call(() => versions.get(version)),
      make: (version: string, secret: EdgeSecret) => call(() => void versions.set(version, secret)),
      makeCurrent: (version: string) =>
        call(() => {
          state.current = version
        }),
    },
    edges: {
      tell: async (word: string) => {
        for (const id of ['E1', 'E2'] as const)
          await call(() => {
            told[id] = word
            said[id].add(word)
          })
      },
      told: (word: string) => call(() => told.E1 === word && told.E2 === word),
      settled: () => call(() => said.E1.size === 1 && said.E2.size === 1),
    },
  }
  return {
    state,
    ports,
    told,
    spread: () => {
      said.E1 = new Set([told.E1])
      said.E2 = new Set([told.E2])
    },
    shut: () => [...said.E1, ...said.E2].filter((word) => !goodAt(current(), state.now).includes(word)),
  }
}

type World = ReturnType<typeof worldOf>

const first: EdgeSecret = { sent: 'word-a', next: 'word-b', before: '', until: '1970-01-01T00:00:00.000Z' }

// As Secrets Manager goes: it stops at the step that failed.
const turn = async (world: World, version: string, failure?: Failure, order: readonly RotationStep[] = steps) => {
  world.state.failure = failure
  world.state.calls = 0
  try {
    for (const step of order) {
      await turnEdgeSecret(world.ports, step, version)
      expect(world.shut()).toEqual([])
    }
    return 'turned'
  } catch {
    return 'broke'
  } finally {
    world.state.failure = undefined
    expect(world.shut()).toEqual([])
  }
}

// A whole turn makes twelve calls.
const calls = Array.from({ length: 13 }, (_, at) => at)
const failures: readonly (Failure | undefined)[] = [
  undefined,
  ...calls.map((at): Failure => ({ at, is: 'refused' })),
  ...calls.map((at): Failure => ({ at, is: 'answer lost' })),
]

const pauses = [0, 5 * 60_000, 30 * hour, 30 * 24 * hour]

const wait = (world: World, ms: number): void => {
  world.state.now += ms
  if (ms > 0) world.spread()
  expect(world.shut()).toEqual([])
}

describe('the site', () => {
  it('is open whatever fails in two turns, tried again or begun anew, at once or a month later; a whole turn ends it', async () => {
    let count = 0
    for (const one of failures)
      for (const two of failures)
        for (const again of ['v1', 'v2'])
          for (const pause of pauses) {
            const world = worldOf(first)
            await turn(world, 'v1', one)
            wait(world, pause)
            await turn(world, again, two)
            wait(world, 30 * 24 * hour)
            expect(await turn(world, 'v3')).toBe('turned')
            expect(world.told.E1).toBe(world.told.E2)
            count += 1
          }
    expect(count).toBe(failures.length ** 2 * 8)
  })

  it('is open whatever the order in which the steps come, and however often', async () => {
    const orders = steps.flatMap((a) =>
      steps.flatMap((b) => steps.flatMap((c) => steps.map((d) => [a, b, c, d] as const))),
    )
    for (const order of orders) {
      const world = worldOf(first)
      for (const step of order) await turn(world, 'v1', undefined, [step])
      for (const step of order.toReversed()) await turn(world, 'v1', undefined, [step])
      wait(world, 2 * 60_000)
      expect(await turn(world, 'v2')).toBe('turned')
    }
    expect(orders.length).toBe(256)
  })

  it('stays open where a turn lay half done for a day: it is not finished, but begun anew', async () => {
    const world = worldOf(first)
    expect(await turn(world, 'v1', { at: 5, is: 'refused' })).toBe('broke')
    wait(world, 13 * hour)
    expect(await turn(world, 'v1')).toBe('broke')
    expect(world.state.current).toBe('v0')
    wait(world, 5 * 60_000)
    expect(await turn(world, 'v2')).toBe('turned')
  })
})
