// G1, G2, G3, G12 of the guarantees: sending an application while storage fails. After each, the whole table is checked.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Rule } from '#tests/support/faults/proxy.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

const seed = 4

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed })
})
beforeEach(() => world.dynamo.rules([]))
afterAll(() => world.close())

const startedDraft = async (): Promise<Draft> => {
  const draft = draftOf(world.counter, {})
  await world.counter.drafts.start(draft)
  return draft
}

// Gives the reference, the refusal's name, or the name of what was thrown.
const send = async (draft: Draft): Promise<string> => {
  try {
    const sent = await submitApplication(world.counter, smallHousing, draft)
    return sent.ok ? sent.value.reference : String(sent.error)
  } catch (error) {
    return error instanceof Error ? error.name : 'surprise'
  }
}

const held = () =>
  invariantsAt(world.directEndpoint, { main: world.table.name, audit: world.table.audit, now: world.clock.now() })

const nothingWrong = async (): Promise<void> => {
  world.dynamo.rules([])
  expect((await held()).faults, `seed ${seed}`).toEqual([])
}

const reference = /^H[A-Z0-9]{7}$/

const storms: Readonly<Record<string, readonly Rule[]>> = {
  'replies are lost': [{ fault: 'commit-then-reset', operation: 'TransactWriteItems', chance: 0.5 }],
  'calls do not arrive': [{ fault: 'drop-before', chance: 0.4 }],
  'the table throttles': [{ fault: 'throttle', chance: 0.4 }],
  'transactions meet each other': [{ fault: 'tx-conflict', operation: 'TransactWriteItems', chance: 0.5 }],
  'transactions are throttled': [{ fault: 'tx-throttle', operation: 'TransactWriteItems', chance: 0.5 }],
  'storage answers 500': [{ fault: '5xx', chance: 0.4 }],
}

describe('an application sent while storage fails', () => {
  it.each(Object.entries(storms))(
    'is whole or not there while %s, and the next try completes it (G1)',
    async (_, rules) => {
      const drafts = await Promise.all(Array.from({ length: 20 }, startedDraft))
      world.dynamo.rules(rules)
      const first = await Promise.all(drafts.map(send))
      await nothingWrong()
      const again = await Promise.all(drafts.map(send))
      expect(again.filter((reply) => reference.test(reply))).toHaveLength(20)
      expect(first.every((reply, at) => !reference.test(reply) || reply === again[at])).toBe(true)
      await nothingWrong()
    },
  )

  it('is one case with one reference for 50 at once and for those that come later (G2)', async () => {
    const draft = await startedDraft()
    const before = (await held()).counts.cases
    world.dynamo.rules([
      { fault: 'commit-then-reset', operation: 'TransactWriteItems', chance: 0.1 },
      { fault: 'tx-conflict', operation: 'TransactWriteItems', chance: 0.2 },
    ])
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(draft)))
    world.dynamo.rules([])
    for (const minutes of [11, 61, 25 * 60]) {
      world.clock.pass(minutes * 60_000)
      replies.push(await send(draft))
    }
    const given = replies.filter((reply) => reference.test(reply))
    expect([given.length > 0, new Set(given).size]).toEqual([true, 1])
    expect((await held()).counts.cases - before).toBe(1)
    await nothingWrong()
  })

  it('is never said to be sent when nothing reached storage (G3)', async () => {
    const draft = await startedDraft()
    world.dynamo.rules([{ fault: 'drop-before', operation: 'TransactWriteItems' }])
    expect(await send(draft)).toBe('unknown')
    world.dynamo.rules([])
    expect((await world.counter.drafts.get(draft.id))?.status).toBe('draft')
    await nothingWrong()
  })

  it('stays unknown when a reply was lost and later tries are throttled', async () => {
    const draft = await startedDraft()
    world.dynamo.rules([
      { fault: 'commit-then-reset', operation: 'TransactWriteItems', to: 3 },
      { fault: 'throttle', operation: 'TransactWriteItems' },
    ])
    expect(await send(draft)).toBe('unknown')
    world.dynamo.rules([])
    expect(await send(draft)).toMatch(reference)
    await nothingWrong()
  })
})

describe('a page saved while storage throttles', () => {
  it('answers 503 with Retry-After and no detail, keeps what was saved, and is saved when it passes (G12)', async () => {
    const person = await drafted(world, 'bookings-phone-interpreter')
    const page = '/bookings/details/name'
    await person.get(page)
    world.dynamo.rules([{ fault: 'throttle', operation: 'UpdateItem' }])
    const refused = await person.post(page, { firstName: 'Changed', lastName: 'Person' })
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, expect.any(String)])
    expect(refused.html).not.toMatch(/Throughput|at .*\.ts|DynamoProblem/)
    world.dynamo.rules([])
    expect((await person.get(page)).html).not.toContain('value="Changed"')
    await person.post(page, { firstName: 'Changed', lastName: 'Person' })
    expect((await person.get(page)).html).toContain('value="Changed"')
  })
})
