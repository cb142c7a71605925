// F2, F3, F31 and F32 of the fault matrix and H74 to H76 of the hostile inputs: what the table's stream, the sweeper and the phone networks' log
// bring twice, late, in any order, not at all, or made up.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Text } from '#domain/texts/text.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { textReceiptsHandler } from '#functions/events/text-receipts.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { delivered } from '#tests/support/faults/event-source.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { noon, noPause } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

let world: FaultyWorld
let here: StaffWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 31 })
  here = await startStaffWorld(smallHousing, world)
})
beforeEach(() => {
  world.dynamo.rules([])
  world.clock.set(noon)
})
afterAll(() => here.close())

let made = 0

const decided = async (count: number): Promise<readonly Text[]> => {
  const texts = Array.from({ length: count }, (): Text => {
    made += 1
    const now = world.clock.now()
    return {
      ...{
        id: `streamed-${made}`,
        about: 'B0000000',
        service: 'bookings',
        template: 'confirmation',
        templateVersion: 1,
      },
      ...{ category: 'essential', to: '+447700900400', body: `Streamed ${made}.`, state: 'due', version: 1 },
      ...{ dueAt: now, madeAt: now, attempts: [] },
    }
  })
  await world.counter.outbox.put(texts)
  return texts
}

const taken = (texts: readonly Text[]): readonly number[] =>
  texts.map(({ body }) => world.texts().filter((text) => text.body === body).length)
const once = (texts: readonly Text[]): readonly number[] => texts.map(() => 1)

const recordOf = (id: string, at: number) => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(1000 + at), Keys: { pk: { S: `TEXT#${id}` }, sk: { S: 'TEXT' } } },
})

const sender = () =>
  sendTextsHandler({ ...sendTextsFrom(world.env), pause: noPause, clock: world.clock, log: () => {} })

const nothingWrong = async (): Promise<void> => {
  const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
  expect((await invariantsAt(world.directEndpoint, tables)).faults).toEqual([])
}

describe('the stream', () => {
  it('with records doubled, in any order, over shards in any batches brings each text once (F2, F3)', async () => {
    const order = fc.array(fc.nat(), { minLength: 24, maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 4 }),
        async (keys, batchSize, shards) => {
          const texts = await decided(12)
          const records = [...texts, ...texts].map(({ id }, at) => recordOf(id, at))
          const mixed = records.map((record, at) => ({ record, key: keys[at] ?? 0 })).toSorted((a, b) => a.key - b.key)
          const send = sender()
          const of = (shard: number) => mixed.filter((_, at) => at % shards === shard).map(({ record }) => record)
          const done = await Promise.all(
            Array.from({ length: shards }, (_, shard) => delivered({ batchSize, mostRetries: 3 }, of(shard), send)),
          )
          expect([taken(texts), done.flatMap(({ onFailure }) => onFailure)]).toEqual([once(texts), []])
        },
      ),
      { numRuns: 15 },
    )
    await nothingWrong()
  })

  it('that lost all its records leaves every text to the sweeper, each once (F31)', async () => {
    const texts = await decided(250)
    world.clock.pass(25 * 3_600_000)
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await world.sendTexts()
    expect(taken(texts)).toEqual(once(texts))
    await nothingWrong()
  })

  it('and three sweepers at one row at the same time publish it once (F32)', async () => {
    for (let round = 0; round < 10; round += 1) {
      const texts = await decided(5)
      const send = sender()
      const events = [
        ...Array.from({ length: 3 }, () => ({ source: 'aws.scheduler' })),
        { Records: texts.map(({ id }, at) => recordOf(id, at)) },
      ]
      await Promise.all(events.map(send))
      expect(taken(texts)).toEqual(once(texts))
    }
    await nothingWrong()
  })

  it('with ids that nobody decided, of other things, or with fields of their own sends nothing and stops nobody (H75)', async () => {
    const [text] = await decided(1)
    const before = world.texts().length
    const strange = [
      recordOf('of-nobody', 1),
      { ...recordOf(text?.id ?? '', 2), eventName: 'MODIFY' },
      { ...recordOf(text?.id ?? '', 3), eventName: 'REMOVE' },
      {
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: '4', Keys: { pk: { S: 'CASE#H2345678' }, sk: { S: 'CASE' } } },
      },
      {
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: '5', Keys: { pk: { S: 'TEXT#__proto__' } } },
        to: '+447700900999',
        body: 'x',
      },
    ]
    const said = await sender()({ Records: strange, phone: '+447700900999' })
    expect([said, world.texts().length]).toEqual([{ batchItemFailures: [] }, before])
    const true_ = text === undefined ? [] : [recordOf(text.id, 6)]
    await sender()({ Records: [...strange, ...true_] })
    expect(taken(text === undefined ? [] : [text])).toEqual([1])
  })

  it('whose row is at a version that has moved on sends nothing more (H75)', async () => {
    const [text] = await decided(1)
    if (text === undefined) throw new Error('There is no text')
    const { outbox } = world.counter
    await outbox.move(text, { ...text, state: 'cancelled', version: 2, reason: 'Not needed' })
    await sender()({ Records: [recordOf(text.id, 1)] })
    const old = await outbox.move(text, { ...text, state: 'sending', version: 2, leaseUntil: noon })
    expect([old, taken([text])]).toEqual([{ ok: false, error: 'changed-elsewhere' }, [0]])
  })
})

const receipts = (messages: readonly unknown[]): Promise<void> => {
  const logEvents = messages.map((message) => ({
    message: typeof message === 'string' ? message : JSON.stringify(message),
  }))
  const data = gzipSync(JSON.stringify({ logEvents })).toString('base64')
  const { outbox, stopped } = world.counter
  return textReceiptsHandler({ clock: world.clock, outbox, stopped, log: () => {} })({ awslogs: { data } })
}

describe('a receipt that nobody’s network sent', () => {
  it('of an unknown text, in another shape, or for a text that is over changes no text (H74)', async () => {
    const texts = await decided(2)
    await world.sendTexts()
    const rows = async () => Promise.all(texts.map(({ id }) => world.counter.outbox.get(id)))
    const [sent] = await rows()
    const delivery = { providerResponse: 'Message has been accepted by phone' }
    await receipts([{ status: 'SUCCESS', notification: { messageId: sent?.messageId }, delivery }])
    const before = await rows()
    expect(before.map((row) => row?.state)).toEqual(['delivered', 'sent'])
    const forged = [
      'not JSON',
      {},
      { status: 'DELIVERED', notification: { messageId: sent?.messageId }, delivery },
      { status: 'FAILURE', notification: {}, delivery },
      {
        status: 'FAILURE',
        notification: { messageId: sent?.messageId },
        delivery: { providerResponse: 'Phone is opted out' },
      },
      { status: 'FAILURE', notification: { messageId: { S: 'x' } }, delivery },
    ]
    await receipts(forged)
    await expect(receipts([{ status: 'SUCCESS', notification: { messageId: '__proto__' }, delivery }])).rejects.toThrow(
      '1 receipts have no text yet',
    )
    const { outbox, stopped } = world.counter
    const taker = textReceiptsHandler({ clock: world.clock, outbox, stopped, log: () => {} })
    for (const event of [
      {},
      null,
      'x',
      { Records: [] },
      { awslogs: { data: 'not gzip' } },
      { source: 'aws.sns', detail: {} },
    ])
      await expect(taker(event)).rejects.toThrow()
    expect(await rows()).toEqual(before)
    await nothingWrong()
  })
})

describe('a text whose words cannot be made', () => {
  it('is never sent with a gap in it: it stands as failed, with what is missing, where staff look (H76)', async () => {
    const { confirmation, ...others } = smallHousing.texts
    if (confirmation === undefined) throw new Error('There is no confirmation')
    const service = {
      ...smallHousing,
      texts: { ...others, confirmation: { ...confirmation, words: 'Dear ((nobody)), hello.' } },
    }
    const draft = draftOf(world.counter, { mobile: '07700 900 777' })
    await world.counter.drafts.start(draft)
    const sent = await submitApplication(world.counter, service, draft)
    if (!sent.ok) throw new Error('It was not sent')
    await world.sendTexts()
    expect(world.texts().filter(({ to }) => to === '+447700900777')).toEqual([])
    const [text] = (await here.desk.cases.whole(sent.value.reference))?.texts ?? []
    expect([text?.state, text?.body, text?.reason]).toEqual(['failed', '', 'The text has no value for nobody'])
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/texts')).html).toContain(sent.value.reference)
  })
})
