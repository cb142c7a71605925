// What may be spent on texts: a service's day and the month's money, however senders race or die.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Allowance } from '#domain/texts/allowance.ts'
import type { Text } from '#domain/texts/text.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { noPause } from '#tests/support/worlds/world.ts'
import type { LogLine } from '#usecases/ports/log.ts'

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 5 })
})
afterAll(() => world.close())

let made = 0
const decided = async (count: number, change: Partial<Text> = {}): Promise<readonly Text[]> => {
  const texts = Array.from({ length: count }, (): Text => {
    made += 1
    const now = world.clock.now()
    return {
      ...{ id: `paid-${made}`, about: `B000000${made % 10}`, service: 'bookings', template: 'confirmation' },
      ...{ templateVersion: 1, category: 'essential', to: '+447700900400', body: `Paid text ${made}.`, state: 'due' },
      ...{ version: 1, dueAt: now, madeAt: now, attempts: [] },
      ...change,
    }
  })
  await world.counter.outbox.put(texts)
  return texts
}

const lines: LogLine[] = []
const sender = (allowance: Allowance) =>
  sendTextsHandler({
    ...sendTextsFrom(world.env),
    pause: noPause,
    clock: world.clock,
    log: (line) => lines.push(line),
    allowance,
  })

// Several senders at once, as the stream and the sweep are.
const sweep = async (allowance: Allowance): Promise<void> => {
  const one = sender(allowance)
  await Promise.all(Array.from({ length: 5 }, () => one({}).catch(() => {})))
}

const took = (texts: readonly Text[]): number =>
  world.texts().filter(({ body }) => texts.some((text) => text.body === body)).length
const statesOf = async (texts: readonly Text[]) =>
  Promise.all(texts.map(async ({ id }) => (await world.counter.outbox.get(id))?.state))
const count = (states: readonly (string | undefined)[], state: string): number =>
  states.filter((one) => one === state).length

const tomorrow = (): void => world.clock.pass(86_400_000)
const plenty = 1_000_000

describe('what may be spent on texts', () => {
  it('a service sends as many in a day as it may, the rest are held back for staff; the next day has its own', async () => {
    const texts = await decided(12)
    await sweep({ monthPence: plenty, dayTexts: 8, phoneTexts: 5 })
    const states = await statesOf(texts)
    expect([took(texts), count(states, 'held')]).toEqual([8, 4])
    const held = await world.counter.outbox.get(texts[states.indexOf('held')]?.id ?? '')
    expect(held?.reason).toContain('As many texts as this service may send in a day')
    const other = await decided(1, { service: 'housing' })
    await sweep({ monthPence: plenty, dayTexts: 8, phoneTexts: 5 })
    expect(took(other)).toBe(1)
    tomorrow()
    const more = await decided(3)
    await sweep({ monthPence: plenty, dayTexts: 8, phoneTexts: 5 })
    expect(took(more)).toBe(3)
  })

  it('a month’s money is not passed by a penny; codes go all the same; somebody is warned at four fifths', async () => {
    world.clock.set(Date.parse('2027-02-03T10:00:00Z'))
    const texts = await decided(15)
    lines.length = 0
    // 4p each: ten of them.
    await sweep({ monthPence: 41, dayTexts: plenty, phoneTexts: 5 })
    expect([took(texts), count(await statesOf(texts), 'held')]).toEqual([10, 5])
    const codes = await decided(2, { category: 'security' })
    await sweep({ monthPence: 41, dayTexts: plenty, phoneTexts: 5 })
    expect(took(codes)).toBe(2)
    expect(lines.some(({ event }) => event === 'texts-budget-low')).toBe(true)
    expect(lines.filter(({ event }) => event === 'text-held-back').length).toBe(5)
    world.clock.set(Date.parse('2027-03-01T10:00:00Z'))
    const march = await decided(10)
    await sweep({ monthPence: 41, dayTexts: plenty, phoneTexts: 5 })
    expect(took(march)).toBe(10)
  })

  it('numbers that nobody has proved get half of a day and of a month at most, and a tenth of it in codes; all others keep the rest', async () => {
    world.clock.set(Date.parse('2027-05-05T10:00:00Z'))
    const strangers = await decided(5, { unproved: true })
    await sweep({ monthPence: plenty, dayTexts: 6, phoneTexts: 5 })
    const states = await statesOf(strangers)
    expect([took(strangers), count(states, 'held')]).toEqual([3, 2])
    const held = await world.counter.outbox.get(strangers[states.indexOf('held')]?.id ?? '')
    expect(held?.reason).toContain('Nobody has shown that this number is theirs')
    const known = await decided(3)
    await sweep({ monthPence: plenty, dayTexts: 6, phoneTexts: 5 })
    expect(took(known)).toBe(3)
    const code = { category: 'security', service: 'return', about: 'code' } as const
    const [asked, proved] = [await decided(4, { ...code, unproved: true }), await decided(3, code)]
    await sweep({ monthPence: plenty, dayTexts: 20, phoneTexts: 5 })
    // A code that waits is worth nothing: it ends.
    expect([took(asked), count(await statesOf(asked), 'failed'), took(proved)]).toEqual([2, 2, 3])
    // 4p each: 12p of 24p in a month, whichever day.
    world.clock.set(Date.parse('2027-06-02T10:00:00Z'))
    const june = await decided(2, { unproved: true })
    await sweep({ monthPence: 24, dayTexts: plenty, phoneTexts: 5 })
    tomorrow()
    const later = await decided(3, { unproved: true })
    await sweep({ monthPence: 24, dayTexts: plenty, phoneTexts: 5 })
    expect(took(june) + took(later)).toBe(3)
    const others = await decided(3)
    await sweep({ monthPence: 24, dayTexts: plenty, phoneTexts: 5 })
    expect(took(others)).toBe(3)
  })

  it('each text is paid for once, though replies are lost and it is tried again for an hour', async () => {
    world.clock.set(Date.parse('2027-04-05T10:00:00Z'))
    const texts = await decided(10)
    world.sns.rules([{ fault: 'throttle' }])
    world.dynamo.rules([{ fault: 'commit-then-reset', operation: 'TransactWriteItems', chance: 0.3 }])
    for (let round = 0; round < 5; round += 1) {
      await sweep({ monthPence: plenty, dayTexts: plenty, phoneTexts: 5 })
      world.clock.pass(5 * 60_000)
    }
    world.dynamo.rules([])
    world.sns.rules([])
    for (let round = 0; round < 4; round += 1) {
      await sweep({ monthPence: plenty, dayTexts: plenty, phoneTexts: 5 })
      world.clock.pass(20 * 60_000)
    }
    expect(took(texts)).toBe(10)
    expect(await world.counter.outbox.spent('2027-04')).toBe(40)
    const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
    expect((await invariantsAt(world.directEndpoint, tables)).faults).toEqual([])
  })

  it('a network that says nothing for three days is taken to have failed, and staff see it', async () => {
    const [text] = await decided(1, { to: '+447700900401' })
    await sweep({ monthPence: plenty, dayTexts: plenty, phoneTexts: 5 })
    const sent = await world.counter.outbox.get(text?.id ?? '')
    if (sent?.state !== 'sent') return expect(sent?.state).toBe('delivered')
    world.clock.pass(73 * 3_600_000)
    await sweep({ monthPence: plenty, dayTexts: plenty, phoneTexts: 5 })
    expect(await world.counter.outbox.get(text?.id ?? '')).toMatchObject({
      state: 'failed',
      reason: 'The phone network did not say within 3 days whether it arrived',
    })
  })
})
