// Texts that somebody does not want: reminders stopped by their link, a phone that opted out, the same words twice, too many in a day.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { told } from '#adapters/told.ts'
import type { Text } from '#domain/texts/text.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { textReceiptsHandler } from '#functions/events/text-receipts.ts'
import { receiptsFrom, sendTextsFrom } from '#functions/wiring/texts.ts'
import { bookings } from '#services/bookings/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noPause, startWorld, type World } from '#tests/support/worlds/world.ts'
import { makeText } from '#usecases/texts/decide-text.ts'
import { citizenHandler } from '#web/citizen/handler.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const minute = 60_000
const hour = 60 * minute

// As the use cases make it, about a case of its own unless one is given.
let made = 0
const decided = async (
  phone: string,
  given: { readonly template?: string; readonly about?: string; readonly at?: string } = {},
): Promise<Text> => {
  made += 1
  const { template = 'confirmation', about = `B00000${10 + made}`, at = '10am on Friday 27 November' } = given
  const wanted = bookings.texts[template]
  if (wanted === undefined) throw new Error(`There is no template ${template}`)
  const values = {
    reference: about,
    when: at,
    time: '10am',
    what: 'Council Tax',
    link: 'x',
    yourLink: 'x',
    book: 'x',
    name: 'Sample',
  }
  const text = makeText(world.counter, wanted, { to: phone, about, service: 'bookings', values })
  await world.counter.outbox.put([text])
  return text
}

const state = async ({ id }: Text) => world.counter.outbox.get(id)
const arrived = (phone: string): readonly string[] =>
  world.texts().flatMap(({ to, body }) => (to === phone ? [body] : []))

// A sender with the number that a phone may have in a day.
const sendWith = async (phoneTexts: number): Promise<void> => {
  const ports = sendTextsFrom({ ...world.env, TEXTS_A_PHONE: String(phoneTexts) })
  await sendTextsHandler({ ...ports, pause: noPause, clock: world.clock, log: () => {} })({})
}

const receipt = async (text: Text, providerResponse: string): Promise<void> => {
  const { messageId } = (await state(text)) ?? {}
  const message = JSON.stringify({ status: 'FAILURE', notification: { messageId }, delivery: { providerResponse } })
  const data = gzipSync(JSON.stringify({ logEvents: [{ message }] })).toString('base64')
  const ports = { ...receiptsFrom(world.env), clock: world.clock, log: () => {} }
  await textReceiptsHandler(ports)({ awslogs: { data } })
}

describe('the link in a reminder', () => {
  const phone = '+447700900501'
  let person: Visitor
  let link = ''

  it('stands once in each reminder, is the same for a phone, and opening it changes nothing', async () => {
    await decided(phone, { template: 'reminder-days' })
    await decided(phone, { template: 'reminder-hours' })
    await world.sendTexts()
    const links = arrived(phone).flatMap((body) => body.match(/https?:\S+/g) ?? [])
    expect(links).toHaveLength(2)
    expect(new Set(links.map((one) => one.split('/')[4])).size).toBe(1)
    link = new URL(links[0] ?? '').pathname
    person = visitor(world.citizen, citizenOrigin)
    expect(titleIn((await person.get(link)).html)).toBe('Stop reminders by text')
    expect(person.last().html).toMatch(/href="\/return\/B00000\d\d"/)
    const more = await decided(phone, { template: 'reminder-days' })
    await world.sendTexts()
    expect((await state(more))?.state).toBe('sent')
  })

  it('stops reminders to that phone and no other text, and staff have nothing to do', async () => {
    await person.post(link, {})
    expect(titleIn(person.last().html)).toBe('You will not get reminders by text')
    const [reminder, essential] = [await decided(phone, { template: 'reminder-days' }), await decided(phone)]
    const other = await decided('+447700900502', { template: 'reminder-days' })
    await world.sendTexts()
    expect(await state(reminder)).toMatchObject({ state: 'cancelled', reason: 'They have stopped reminders by text' })
    expect([(await state(essential))?.state, (await state(other))?.state]).toEqual(['sent', 'sent'])
    const { Items: rows = [] } = await world.table.client.query({
      TableName: world.table.name,
      IndexName: 'due',
      KeyConditionExpression: '#due = :none',
      ExpressionAttributeNames: { '#due': 'due' },
      ExpressionAttributeValues: { ':none': { S: 'DUE#undelivered#bookings#0' } },
    })
    expect(rows.some((row) => row.pk?.S === `TEXT#${reminder.id}`)).toBe(false)
  })

  it('brings them back by the same page', async () => {
    await person.post(`${link}/undo`, {})
    expect(titleIn(person.last().html)).toBe('Stop reminders by text')
    const reminder = await decided(phone, { template: 'reminder-days' })
    await world.sendTexts()
    expect((await state(reminder))?.state).toBe('sent')
  })

  it('with letters changed or cut off is an address that does not exist', async () => {
    for (const path of ['/stop/abc/B0000001', `${link.slice(0, 12)}./B0000001`, '/stop/'])
      expect((await visitor(world.citizen, citizenOrigin).get(path)).status).toBe(404)
  })
})

describe('a phone that told its network to take nothing from us', () => {
  it('is not tried again for 30 days: staff are told to phone; codes still go', async () => {
    const phone = '+447700900503'
    const first = await decided(phone)
    await world.sendTexts()
    await receipt(first, 'Phone number is opted out')
    expect((await state(first))?.state).toBe('failed')
    const next = await decided(phone)
    await world.sendTexts()
    expect(await state(next)).toMatchObject({
      state: 'failed',
      attempts: [],
      reason: expect.stringContaining('opted out'),
    })
    const now = world.clock.now()
    world.clock.pass(31 * 24 * hour)
    const later = await decided(phone)
    await world.sendTexts()
    world.clock.set(now)
    expect((await state(later))?.state).toBe('sent')
  })
})

describe('the same words', () => {
  it('about one case go to a phone once in 10 minutes; other words and later ones go', async () => {
    const phone = '+447700900504'
    const given = { template: 'moved', about: 'B0000091' } as const
    const texts = await Promise.all([decided(phone, given), decided(phone, given), decided(phone, given)])
    const changed = await decided(phone, { ...given, at: '11am on Friday 27 November' })
    await Promise.all([sendWith(50), sendWith(50), sendWith(50)])
    const states = await Promise.all(texts.map(async (text) => (await state(text))?.state))
    expect(states.toSorted()).toEqual(['cancelled', 'cancelled', 'sent'])
    expect((await state(changed))?.state).toBe('sent')
    world.clock.pass(11 * minute)
    const later = await decided(phone, given)
    await world.sendTexts()
    expect((await state(later))?.state).toBe('sent')
    expect(arrived(phone)).toHaveLength(3)
  })
})

describe('texts to one phone', () => {
  it('are five a day: more are held back for staff, and the next day has its own; codes are not counted', async () => {
    const phone = '+447700900505'
    const texts = await Promise.all(Array.from({ length: 8 }, () => decided(phone)))
    await Promise.all([sendWith(5), sendWith(5), sendWith(5)])
    const held = (await Promise.all(texts.map(state))).filter((text) => text?.state === 'held')
    expect([arrived(phone).length, held.length]).toEqual([5, 3])
    expect(held[0]?.reason).toContain('This phone has had as many texts today')
    const other = await decided('+447700900506')
    await sendWith(5)
    expect((await state(other))?.state).toBe('sent')
    world.clock.pass(24 * hour)
    const tomorrow = await decided(phone)
    await sendWith(5)
    world.clock.pass(-24 * hour)
    expect((await state(tomorrow))?.state).toBe('sent')
  })

  it('leave every text in a lawful state', async () => {
    const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
    const { faults } = await invariantsAt(world.env.DYNAMODB_ENDPOINT ?? '', tables)
    // These texts are about no case.
    expect(faults.filter((fault) => !/no case|not listed|lists/.test(fault))).toEqual([])
  })
})

describe('A text that a page decided', () => {
  it('is told of in the log under the page’s own request, and its page under CloudFront’s too', async () => {
    const phone = '+447700900188'
    const page = told('citizen', {}, async (_event: object) => decided(phone))
    await page({ requestContext: { requestId: 'the-page' } })
    await world.sendTexts()
    expect(world.log).toContainEqual(
      expect.objectContaining({ event: 'text', requestId: 'the-page', service: 'bookings', tried: 'accepted' }),
    )
    const edge = 'h8lHmpmkYF5hQ5F-c_3mWw=='
    const person = visitor(citizenHandler(world.counter), citizenOrigin)
    await person.ask({ method: 'GET', path: '/', headers: { 'x-amz-cf-id': edge } })
    expect(world.log.at(-1)).toMatchObject({ event: 'page', route: '/', edge, requestId: expect.any(String) })
  })
})
