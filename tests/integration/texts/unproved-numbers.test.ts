// Anybody can type anybody's number. What such numbers are texted has an allowance of its own, and limits by browser and by address.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Text } from '#domain/texts/text.ts'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, startWorld, type World } from '#tests/support/worlds/world.ts'
import type { WebHandler } from '#web/stack.ts'

let world: World
let days = 0
beforeAll(async () => {
  world = await startWorld()
})
// Each on a day of its own, as counts last an hour.
beforeEach(() => {
  days += 1
  world.clock.set(noon + days * 7 * 86_400_000)
})
afterAll(() => world.close())

// As CloudFront and API Gateway hand it on: what the browser wrote itself stands before.
const from =
  (address: string): WebHandler =>
  (event, context) => {
    const headers = { ...event.headers, 'x-forwarded-for': `198.51.100.1, ${address}, 127.0.0.1` }
    return world.citizen({ ...event, headers }, context)
  }
const browser = (handler: WebHandler = world.citizen): Visitor => visitor(handler, citizenOrigin)
const numbered = (count: number): string => `07700 90${String(count).padStart(4, '0')}`

const textsTo = async (phone: string): Promise<readonly Text[]> => {
  const { name: main, audit } = world.table
  const to = `+44${phone.replaceAll(' ', '').slice(1)}`
  const items = await rawTables({ endpoint: world.env.DYNAMODB_ENDPOINT, main, audit })
  return items
    .filter(({ pk }) => pk?.S?.startsWith('TEXT#') === true)
    .map(({ data }): Text => JSON.parse(data?.S ?? '{}'))
    .filter((text) => text.to === to)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const saves = async (phone: string, person = browser()): Promise<Visitor> => {
  await person.get('/bookings')
  await person.post('/bookings/start', {})
  await person.get('/bookings/save')
  await person.post('/bookings/save', { phone })
  return person
}

const asksForCode = async (phone: string, person = browser(), link = '/return'): Promise<number> => {
  await person.get(link)
  return (await person.post('/return', { phone })).status
}

const proves = async (phone: string, person: Visitor): Promise<void> => {
  await asksForCode(phone, person)
  await world.sendTexts()
  // From the phone: the row of a code that has gone holds it no more.
  const to = `+44${phone.replaceAll(' ', '').slice(1)}`
  const code = world.texts().findLast((text) => text.to === to && /^\d{6} /.test(text.body))
  await person.post('/return/code', { code: code?.body.slice(0, 6) ?? '' })
}

const marks = (texts: readonly Text[]) => texts.map(({ template, unproved }) => [template, unproved === true])

describe('a text to a number', () => {
  it('is one to an unproved number until somebody has entered a code from it, codes too', async () => {
    const phone = numbered(1)
    const person = await saves(phone)
    await proves(phone, person)
    expect(marks(await textsTo(phone))).toEqual([
      ['saved', true],
      ['code', true],
    ])
    await asksForCode(phone)
    expect(marks(await textsTo(phone)).at(-1)).toEqual(['code', false])
  })

  it('is none where they came by the link in a text: nobody else has it', async () => {
    const phone = numbered(2)
    await saves(phone)
    await world.sendTexts()
    const [saved] = await textsTo(phone)
    const link = /\/return\/\S+/.exec(saved?.body ?? '')?.[0] ?? ''
    expect(await asksForCode(phone, browser(), link)).toBe(200)
    expect(marks(await textsTo(phone)).at(-1)).toEqual(['code', false])
  })
})

const books = async (phone: string, person: Visitor): Promise<string> => {
  const persona = personaOf('bookings-phone-interpreter')
  const steps = persona.steps.map((step) =>
    step.is === 'page' && 'mobileNumber' in step.typed
      ? { ...step, typed: { ...step.typed, mobileNumber: [phone] } }
      : step,
  )
  await answerAs(person, { ...persona, steps })
  return agreeAndSend(person, 'bookings')
}

describe('a booking by somebody who has not proved their number', () => {
  it('is taken, and its texts are among those to unproved numbers, reminders too; the page promises and does not claim', async () => {
    const person = browser()
    const reference = await books(numbered(3), person)
    const texts = (await world.counter.cases.whole(reference))?.texts ?? []
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.filter(({ unproved }) => unproved !== true)).toEqual([])
    const { html } = await person.get('/bookings/confirmation')
    expect(html).toContain('We will text your number ending')
    expect(html).not.toMatch(/have (sent|texted)|we texted/i)
  })

  it('is taken after many others from one browser too; then its confirmation waits for staff, with the reason', async () => {
    const person = browser()
    for (let count = 0; count < 10; count += 1) await asksForCode(numbered(100 + count), person)
    const reference = await books(numbered(4), person)
    const [confirmation] = (await world.counter.cases.whole(reference))?.texts ?? []
    expect([confirmation?.template, confirmation?.state]).toEqual(['confirmation', 'held'])
    expect(confirmation?.reason).toContain('Many texts were asked for from the same place')
  })
})

describe('somebody who has strangers texted', () => {
  it('asks for ten codes an hour in one browser, whatever the number, and no more; the next hour has its own (H42)', async () => {
    const person = browser()
    const statuses: number[] = []
    for (let count = 0; count < 13; count += 1) statuses.push(await asksForCode(numbered(200 + count), person))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429, 429])
    world.clock.pass(20 * 60_000)
    await person.get('/return')
    world.clock.pass(20 * 60_000)
    await person.get('/return')
    world.clock.pass(21 * 60_000)
    expect(await asksForCode(numbered(250), person)).toBe(200)
  })

  it('saves to as many numbers as they like, but the eleventh of them is not texted', async () => {
    const person = browser()
    for (let count = 0; count < 12; count += 1) await saves(numbered(300 + count), person)
    const sent = await Promise.all(Array.from({ length: 12 }, (_, count) => textsTo(numbered(300 + count))))
    expect(sent.map(({ length }) => length)).toEqual([...Array.from({ length: 10 }, () => 1), 0, 0])
  })

  it('has 60 an hour from one address, with a new browser each time; of a home’s many addresses each is the same', async () => {
    const [address, same, other] = ['2001:db8:1:2::7', '2001:db8:1:2:3:4:5:6', '203.0.113.8']
    const statuses: number[] = []
    for (let count = 0; count < 61; count += 1)
      statuses.push(await asksForCode(numbered(400 + count), browser(from(count % 2 === 0 ? address : same))))
    expect(statuses.filter((status) => status === 200).length).toBe(60)
    expect(statuses.at(-1)).toBe(429)
    expect(await asksForCode(numbered(470), browser(from(other)))).toBe(200)
  })
})
