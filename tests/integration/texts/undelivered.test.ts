// Texts that did not arrive, through the real handlers (docs/guarantees.md, "Outbox row", F12 and F13; docs/rules/texts.md, "Undelivered texts"): on the list with the reason, sent
// again, let go, or phoned instead.

import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Text } from '#domain/texts/text.ts'
import { textReceiptsHandler } from '#functions/events/text-receipts.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { type Sender, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor } from '#tests/support/worlds/visitor.ts'

let faulty: FaultyWorld
let desk: StaffWorld
let officer: Visitor
let manager: Visitor
beforeAll(async () => {
  faulty = await startFaultyWorld({ seed: 12 })
  desk = await startStaffWorld(smallHousing, faulty)
})
beforeEach(async () => {
  faulty.sns.rules([])
  officer = await desk.signedIn('housing-officer-1')
  manager = await desk.signedIn('housing-manager')
})
afterAll(() => desk.close())

const minute = 60_000
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

const sent = (sender: Sender = {}): Promise<string> => sentCase(desk.world.counter, sender)
const textsOf = async (reference: string): Promise<readonly Text[]> =>
  (await desk.desk.cases.whole(reference))?.texts ?? []
const arrived = (reference: string): number => faulty.texts().filter(({ body }) => body.includes(reference)).length

const listed = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/href="\/cases\/(H[A-Z0-9]{7})"/g)].map(([, reference = '']) => reference)),
]

// As the phone networks' log would say it.
const receipt = async ({ messageId = '' }: Text, providerResponse: string): Promise<void> => {
  const message = JSON.stringify({ status: 'FAILURE', notification: { messageId }, delivery: { providerResponse } })
  const data = gzipSync(JSON.stringify({ logEvents: [{ message }] })).toString('base64')
  const { outbox, stopped } = desk.world.counter
  await textReceiptsHandler({ clock: desk.world.clock, outbox, stopped, log: () => {} })({ awslogs: { data } })
}

// Each has a number of their own: one that opted out would get no more.
let numbers = 600
const undelivered = async (says: string, sender: Sender = {}): Promise<string> => {
  numbers += 1
  const reference = await sent({ mobile: `07700 900 ${numbers}`, ...sender })
  await faulty.sendTexts()
  const [text] = await textsOf(reference)
  if (text === undefined) throw new Error('There is no text')
  await receipt(text, says)
  return reference
}

const pageOf = async (person: Visitor, reference: string): Promise<string> => {
  const html = await caseSeen(person, reference)
  return new RegExp(`/cases/${reference}/texts/[\\w-]+`).exec(html)?.[0] ?? ''
}

const nothingWrong = async (): Promise<void> => {
  const tables = { main: desk.world.table.name, audit: desk.world.table.audit, now: desk.world.clock.now() }
  expect((await invariantsAt(faulty.directEndpoint, tables)).faults).toEqual([])
}

describe('a text that the phone network could not deliver', () => {
  it.each([
    ['Phone number is opted out', 'They have opted out of texts'],
    ['No quota left for account', 'budget for texts is used up'],
  ])('because “%s” is on the list of its team, for staff to phone (F13)', async (says, reason) => {
    const reference = await undelivered(says)
    expect((await textsOf(reference)).map(({ state }) => state)).toEqual(['failed'])
    const { html } = await officer.get('/texts')
    expect(listed(html)).toContain(reference)
    expect(plain(html)).toContain(reason)
    // Of the number, only its end.
    expect(plain(html)).toContain(`Number ends in ${numbers}`)
    expect(html).not.toMatch(/\+?44\s?7700|07700/)
    await officer.get(await pageOf(officer, reference))
    expect(plain(officer.last().html)).toMatch(/I phoned them instead/)
  })

  it('is sent again as a new text, once, and the old one keeps its history', async () => {
    const reference = await undelivered('Phone has blocked SMS')
    const at = await pageOf(officer, reference)
    const page = await officer.get(at)
    expect(titleIn(page.html)).toBe('A text that was not delivered')
    expect(plain(page.html)).toMatch(/It is charged as 1 text, about 4p/)
    const done = await officer.post(`${at}/again`, {})
    expect([done.path.split('?')[0], plain(done.html)]).toEqual([
      '/texts',
      expect.stringContaining('The text will be sent again'),
    ])
    expect(listed(done.html)).not.toContain(reference)
    await officer.get('/texts')
    await officer.post(`${at}/again`, {})
    await faulty.sendTexts()
    expect(arrived(reference)).toBe(2)
    const [old, fresh] = await textsOf(reference)
    expect([old?.state, old?.again, fresh?.state, fresh?.resendOf]).toEqual(['failed', fresh?.id, 'sent', old?.id])
    expect(old?.attempts.length).toBe(1)
    expect((await desk.audit(`CASE#${reference}`)).filter(({ did }) => did === 'send-text-again').length).toBe(1)
    await nothingWrong()
  })

  it('is sent another way that is safe, once: by email, in its words, with the link of the email and not of the phone', async () => {
    const email = 'kit.sample@example.com'
    const reference = await undelivered('Phone has blocked SMS', { ways: ['text', 'email'], email })
    const at = await pageOf(officer, reference)
    const page = await officer.get(at)
    expect(plain(page.html)).toMatch(/Send an email instead We have your .*It costs nothing/)
    for (let press = 0; press < 2; press += 1) await officer.post(`${at}/instead`, {})
    await faulty.sendTexts()
    const [old, fresh] = await textsOf(reference)
    expect([old?.again, fresh?.channel, fresh?.to, fresh?.resendOf]).toEqual([fresh?.id, 'email', email, old?.id])
    const went = faulty.posted().filter((one) => one.to === email)
    expect(went.map(({ subject }) => subject)).toEqual([`A message about ${reference}`])
    const [key, phoneKey] = [went[0]?.body, old?.body].map((body = '') => /\?([\w]{5})/.exec(body)?.[1])
    expect([key !== undefined, key === phoneKey]).toEqual([true, false])
    await nothingWrong()
  })

  it('leaves the list when somebody phoned, with what was said as a note on the case', async () => {
    const reference = await undelivered('Invalid phone number')
    const at = await pageOf(officer, reference)
    await officer.get(at)
    const long = await officer.post(`${at}/phoned`, { said: 'x'.repeat(2001) })
    expect([long.status, plain(long.html)]).toEqual([200, expect.stringContaining('must be 2,000 characters or fewer')])
    const done = await officer.post(`${at}/phoned`, { said: 'They will bring the papers.' })
    // Sealed, as every note on a case.
    const { name: main, audit } = desk.world.table
    const lying = JSON.stringify(await rawTables({ endpoint: faulty.directEndpoint, main, audit }))
    expect([lying.includes('bring the papers'), lying.includes(reference)]).toEqual([false, true])
    expect(listed(done.html)).not.toContain(reference)
    const whole = await desk.desk.cases.whole(reference)
    expect(whole?.notes.map(({ words, byId }) => [words.split('\n').at(-1), byId])).toEqual([
      ['They will bring the papers.', 'housing-officer-1'],
    ])
    expect(whole?.texts[0]?.phoned?.byId).toBe('housing-officer-1')
    await officer.get('/texts')
    await officer.post(`${at}/phoned`, { said: 'Pressed twice' })
    expect((await desk.desk.cases.whole(reference))?.notes.length).toBe(1)
    expect(plain(await caseSeen(officer, reference))).toContain('the applicant was phoned instead')
  })
})

describe('a case that a release before had stored, without the ways and times that are safe', () => {
  // As it lay then: the applicant had a name, a number and whether texts are safe, and no more.
  const stored = async (): Promise<string> => {
    const reference = await undelivered('Phone has blocked SMS', { ways: ['text', 'post'] })
    const { client, name } = desk.world.table
    const key = { pk: { S: `CASE#${reference}` }, sk: { S: 'CASE' } }
    const { Item: item = {} } = await client.getItem({ TableName: name, Key: key })
    const { applicant, ...data } = JSON.parse(item.data?.S ?? '{}')
    const { ways: _ways, safeTimes: _times, ...before } = applicant
    await client.putItem({
      TableName: name,
      Item: { ...item, data: { S: JSON.stringify({ ...data, applicant: before }) } },
    })
    expect(Object.keys((await desk.desk.cases.get(reference))?.applicant ?? {}).toSorted()).toEqual([
      'mayText',
      'name',
      'phone',
    ])
    return reference
  }

  it('reads well: staff see what was answered and no empty rows, and are offered no call that nobody chose', async () => {
    const reference = await stored()
    const seen = plain(await caseSeen(officer, reference))
    expect(seen).not.toMatch(/undefined|Contact by|Never use|Nothing: they will contact us/)
    const at = await pageOf(officer, reference)
    const page = plain((await officer.get(at)).html)
    expect(page).toContain('Another way Their answers say how to contact them.')
    expect(page).not.toMatch(/undefined|I phoned them instead|Telephone/)
    await officer.post(`${at}/phoned`, { said: 'Called' })
    expect((await desk.desk.cases.whole(reference))?.notes).toEqual([])
  })

  it('is texted as before: its text can be sent again, and goes at any hour that is not night', async () => {
    const reference = await stored()
    const at = await pageOf(officer, reference)
    await officer.get(at)
    await officer.post(`${at}/again`, {})
    await faulty.sendTexts()
    expect((await textsOf(reference)).map(({ state, safe }) => [state, safe])).toEqual([
      ['failed', undefined],
      ['sent', undefined],
    ])
  })
})

describe('the text service', () => {
  it('down for six hours ends each text after four, and one button sends all of them when it is back (F12)', async () => {
    const references = [await sent(), await sent(), await sent()]
    faulty.sns.rules([{ fault: 'throttle' }])
    for (let passed = 0; passed < 360; passed += 5) {
      await faulty.sendTexts()
      faulty.clock.pass(5 * minute)
    }
    const states = async () =>
      (await Promise.all(references.map(textsOf))).map((texts) => texts.map(({ state }) => state))
    expect(await states()).toEqual(references.map(() => ['failed']))
    expect(faulty.log.filter(({ event }) => event === 'text-given-up').length).toBe(3)
    faulty.sns.rules([])
    officer = await desk.signedIn('housing-officer-1')
    const list = await officer.get('/texts')
    expect(listed(list.html).filter((reference) => references.includes(reference)).length).toBe(3)
    expect(plain(list.html)).toContain('Not sent after 48 tries')
    const done = await officer.post('/texts/send-again', {})
    expect(plain(done.html)).toContain('3 will be sent again')
    await faulty.sendTexts()
    expect(references.map(arrived)).toEqual([1, 1, 1])
    expect(await states()).toEqual(references.map(() => ['failed', 'sent']))
    await nothingWrong()
  })
})

describe('a text that was held back', () => {
  const held = async (): Promise<string> => {
    const reference = await sent()
    const [text] = await textsOf(reference)
    if (text === undefined) throw new Error('There is no text')
    await desk.world.counter.outbox.move(text, { ...text, state: 'held', version: 2, reason: 'After a restore' })
    return reference
  }

  it('goes when a person lets it go, and not before', async () => {
    const reference = await held()
    await faulty.sendTexts()
    expect(arrived(reference)).toBe(0)
    const at = await pageOf(officer, reference)
    expect(plain((await officer.get(at)).html)).toContain('After a restore')
    await officer.post(`${at}/release`, {})
    await faulty.sendTexts()
    expect(arrived(reference)).toBe(1)
  })

  it('does not go any more when somebody phoned', async () => {
    const reference = await held()
    const at = await pageOf(officer, reference)
    await officer.get(at)
    await officer.post(`${at}/phoned`, {})
    await officer.get('/texts')
    await officer.post(`${at}/release`, {})
    await faulty.sendTexts()
    expect([arrived(reference), (await textsOf(reference))[0]?.state]).toEqual([0, 'cancelled'])
  })
})

describe('a text of which nobody knows whether it went', () => {
  it('is on the list once it was tried a second time and no receipt came, for staff to judge', async () => {
    const reference = await sent()
    faulty.sns.rules([{ fault: 'commit-then-reset' }])
    const states: string[] = []
    for (let round = 0; round < 3; round += 1) {
      await faulty.sendTexts()
      states.push((await textsOf(reference))[0]?.state ?? '')
      faulty.clock.pass(16 * minute)
    }
    officer = await desk.signedIn('housing-officer-1')
    const { html } = await officer.get('/texts')
    expect([states, listed(html).includes(reference), arrived(reference)]).toEqual([
      ['uncertain', 'uncertain', 'failed'],
      true,
      2,
    ])
    expect(plain(html)).toContain('It is not known whether this text was sent')
  })
})

describe('a text whose time passed before it could go', () => {
  it('is on the list, and cannot be sent any more', async () => {
    const reference = await sent()
    const [text] = await textsOf(reference)
    if (text === undefined) throw new Error('There is no text')
    await desk.world.counter.outbox.move(text, { ...text, notAfter: faulty.clock.now() + minute, version: 2 })
    faulty.clock.pass(5 * minute)
    await faulty.sendTexts()
    expect(arrived(reference)).toBe(0)
    expect(listed((await officer.get('/texts')).html)).toContain(reference)
    const at = await pageOf(officer, reference)
    expect(plain((await officer.get(at)).html)).toContain('the time that it was about has passed')
    await officer.post(`${at}/again`, {})
    expect((await textsOf(reference)).length).toBe(1)
  })
})

describe('the list', () => {
  it('shows a restricted case to its manager and not to an officer, and nothing of another team', async () => {
    const reference = await undelivered('Phone has blocked SMS', { unsafe: 'yes' })
    expect(listed((await manager.get('/texts')).html)).toContain(reference)
    expect(listed((await officer.get('/texts')).html)).not.toContain(reference)
    const planner = await desk.signedIn('planning-officer-1')
    expect(listed((await planner.get('/texts')).html)).toEqual([])
    const auditor = await desk.signedIn('auditor-1')
    const { html } = await auditor.get('/texts')
    expect([listed(html).length > 0, html.includes('Send again or phone')]).toEqual([true, false])
  })

  it('is newest first, a page at a time, and loses none', async () => {
    const made: string[] = []
    for (let count = 0; count < 27; count += 1) {
      faulty.clock.pass(1000)
      made.push(await undelivered('Phone is on a blocked list'))
    }
    officer = await desk.signedIn('housing-officer-1')
    const first = await officer.get('/texts')
    const next = /href="(\/texts\?cursor=[^"]+)" rel="next"/.exec(first.html)?.[1] ?? ''
    const second = await officer.get(next)
    const all = [...listed(first.html), ...listed(second.html)].filter((reference) => made.includes(reference))
    expect(all).toEqual(made.toReversed())
    expect(listed(first.html).length).toBe(25)
  })
})
