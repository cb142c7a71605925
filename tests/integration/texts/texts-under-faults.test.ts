// G4, G5, G6, G7, G11, G17 and F4 to F6 of the guarantees: texts while the phone, the stream or the sender fails.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { afterReceipt } from '#domain/texts/receipts.ts'
import { mayBecome } from '#domain/texts/sending.ts'
import type { Text, TextState } from '#domain/texts/text.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { delivered } from '#tests/support/faults/event-source.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { noPause } from '#tests/support/worlds/world.ts'

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 11 })
})
beforeEach(() => {
  world.dynamo.rules([])
  world.sns.rules([])
})
afterAll(() => world.close())

let made = 0

const decided = async (count: number, change: Partial<Text> = {}): Promise<readonly Text[]> => {
  const texts = Array.from({ length: count }, (): Text => {
    made += 1
    const now = world.clock.now()
    return {
      ...{ id: `text-${made}`, about: 'B0000000', service: 'bookings', template: 'confirmation', templateVersion: 1 },
      ...{ category: 'essential', to: '+447700900400', body: `Text number ${made}.`, state: 'due', version: 1 },
      ...{ dueAt: now, madeAt: now, attempts: [] },
      ...change,
    }
  })
  await world.counter.outbox.put(texts)
  return texts
}

// How many texts the phone took with the words of each.
const taken = (texts: readonly Text[]): readonly number[] =>
  texts.map(({ body }) => world.texts().filter((text) => text.body === body).length)

const statesOf = async (texts: readonly Text[]): Promise<readonly (TextState | undefined)[]> =>
  Promise.all(texts.map(async ({ id }) => (await world.counter.outbox.get(id))?.state))

const record = ({ id }: Text, at: number) => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(1000 + at), Keys: { pk: { S: `TEXT#${id}` }, sk: { S: 'TEXT' } } },
})

const minute = 60_000
const each = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value)

const sender = (ports = {}) =>
  sendTextsHandler({ ...sendTextsFrom(world.env), pause: noPause, clock: world.clock, log: () => {}, ...ports })

const sweepFor = async (minutes: number): Promise<void> => {
  for (let passed = 0; passed < minutes; passed += 5) {
    await world.sendTexts().catch(() => {})
    world.clock.pass(5 * minute)
  }
}

const nothingWrong = async (): Promise<void> => {
  const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
  expect((await invariantsAt(world.directEndpoint, tables)).faults).toEqual([])
}

describe('a text that was decided', () => {
  it('is sent once when the text service comes back after three hours (G4, F11)', async () => {
    const texts = await decided(10)
    world.sns.rules([{ fault: 'throttle' }])
    await sweepFor(180)
    expect(taken(texts)).toEqual(each(10, 0))
    world.sns.rules([])
    await sweepFor(15)
    expect(taken(texts)).toEqual(each(10, 1))
    expect(await statesOf(texts)).not.toContain('due')
    await nothingWrong()
  })

  it('is sent once however often the stream and the sweeper bring it, also at the same time (G5, G17)', async () => {
    const texts = await decided(30)
    const stream = texts.map(record)
    const send = sender()
    await Promise.all([1, 2, 3].map(() => delivered({ batchSize: 10, mostRetries: 3 }, stream, send)))
    await world.sendTexts()
    const before = await Promise.all(texts.map(({ id }) => world.counter.outbox.get(id)))
    for (let replay = 0; replay < 3; replay += 1) await delivered({ batchSize: 10, mostRetries: 3 }, stream, send)
    expect(taken(texts)).toEqual(each(30, 1))
    expect(await Promise.all(texts.map(({ id }) => world.counter.outbox.get(id)))).toEqual(before)
    await nothingWrong()
  })

  it('is sent once more at most when the sender dies after publishing, each time it does (G6)', async () => {
    const texts = await decided(20)
    const real = sendTextsFrom(world.env)
    // The process ends between the phone's answer and the mark: what is written after it never comes.
    const dying = sender({ sender: { send: async (text: Text) => dies(real.sender.send(text)) } })
    for (let hours = 0; hours < 12; hours += 1) {
      for (const at of texts.keys())
        await delivered({ batchSize: 1, mostRetries: 0 }, texts.slice(at, at + 1).map(record), dying)
      world.clock.pass(2 * minute)
      await dying({ source: 'aws.scheduler' }).catch(() => {})
      world.clock.pass(20 * minute)
      await dying({ source: 'aws.scheduler' }).catch(() => {})
    }
    await sweepFor(60)
    expect(taken(texts).every((count) => count >= 1 && count <= 2)).toBe(true)
    expect(
      (await statesOf(texts)).every((state) => state === 'failed' || state === 'sent' || state === 'delivered'),
    ).toBe(true)
    await nothingWrong()
  })

  it('never leaves a final state, whatever receipts come in whatever order (G7)', () => {
    const states: readonly TextState[] = [
      'due',
      'sending',
      'sent',
      'delivered',
      'failed',
      'uncertain',
      'held',
      'cancelled',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.array(fc.boolean(), { maxLength: 20 }), (state, receipts) => {
        const final = (at: TextState): boolean => at === 'delivered' || at === 'failed' || at === 'cancelled'
        let text = { ...sample, state }
        for (const yes of receipts) {
          const next = afterReceipt(text, { messageId: 'm', delivered: yes, words: '' }, 1)
          if (next === undefined) continue
          expect([final(text.state), mayBecome(text.state, next.state)]).toEqual([false, true])
          text = next
        }
      }),
    )
  })
})

const sample: Text = {
  ...{ id: 't', about: 'B0000000', service: 'bookings', template: 'confirmation', templateVersion: 1 },
  ...{ category: 'essential', to: '+447700900400', body: 'A text.', state: 'due', version: 1, dueAt: 0, madeAt: 0 },
  attempts: [],
}

const dies = async (sent: Promise<unknown>): Promise<never> => {
  await sent
  throw new Error('The process ended')
}

describe('a stream with one record that always fails', () => {
  it.each([0, 57, 99])(
    'gives up on that one alone at place %i of 100, and the others are sent once (G11, F5, F6)',
    async (bad) => {
      const texts = await decided(100)
      const { outbox } = sendTextsFrom(world.env)
      const poisoned = {
        ...outbox,
        get: async (id: string) => {
          if (id === texts[bad]?.id) throw new Error('poison')
          return outbox.get(id)
        },
      }
      const send = sender({ outbox: poisoned })
      const done = await delivered({ batchSize: 100, mostRetries: 3, tryMs: 1000 }, texts.map(record), send)
      expect(done.onFailure.map(({ dynamodb }) => dynamodb.SequenceNumber)).toEqual([String(1000 + bad)])
      expect(taken(texts)).toEqual(texts.map((_, at) => (at === bad ? 0 : 1)))
      expect(done.tookMs).toBeLessThan(2 * minute)
      // The row is the record: the sweeper has it.
      await world.sendTexts()
      expect(taken(texts)[bad]).toBe(1)
      await nothingWrong()
    },
  )

  it('answers every event with the reply that Lambda reads (F4)', async () => {
    const [text] = await decided(1)
    const failing = sender({ outbox: { get: async () => Promise.reject(new Error('no')) } })
    const failed = await failing({ Records: [text].flatMap((one) => (one === undefined ? [] : [record(one, 7)])) })
    expect(failed).toEqual({ batchItemFailures: [{ itemIdentifier: '1007' }] })
    expect(await sender()({ Records: [] })).toEqual({ batchItemFailures: [] })
  })
})
