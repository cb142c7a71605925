// Coming back by email: who may, what the pages say to everybody else, and what becomes of who had it open.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreeAndSend, answerAs, namedForm } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
let hour = 0
beforeAll(async () => {
  world = await startWorld()
})
// An hour of its own, so that no test uses up another's codes.
beforeEach(() => {
  hour += 1
  world.clock.set(noon + hour * 3_600_000)
})
afterAll(() => world.close())

const browser = (): Visitor => visitor(world.citizen, citizenOrigin)

const emailsTo = async (email: string) => {
  await world.sendTexts()
  return world.posted().filter(({ to }) => to === email)
}
const codeTo = async (email: string): Promise<string | undefined> =>
  (await emailsTo(email)).findLast(({ subject }) => subject.startsWith('Your code'))?.body.slice(0, 6)

const begun = async (email: string, more: { ways?: readonly string[]; phone?: string; born?: boolean } = {}) => {
  const person = browser()
  return { person, reference: await namedForm(person, { ways: ['email'], email, ...more }) }
}

const asks = async (reference: string, email: string, person = browser(), from = '/return/email') => {
  await person.get(from)
  await person.post('/return/email', { reference, email })
  return person
}

const proves = async (reference: string, email: string, person = browser()): Promise<Visitor> => {
  await asks(reference, email, person)
  await person.post('/return/code', { code: (await codeTo(email)) ?? '000000' })
  return person
}

const birthDate = (year: string) => ({ 'bornOn-day': '3', 'bornOn-month': '4', 'bornOn-year': year })

const seesName = async (person: Visitor): Promise<boolean> =>
  (await person.get('/housing/about-you/name')).html.includes('Zebedee')

// Without what is made anew for each page.
const words = (html: string): string => html.replace(/name="_csrf" value="[^"]*"/g, '').replace(/nonce-[^'"]*/g, '')

describe('An application with an email address that is safe', () => {
  it('is opened on another device by its reference and a code by email, and after it the date of birth', async () => {
    const { reference } = await begun('Kit.One@example.com', { born: true })
    const back = await asks(reference.toLowerCase(), 'kit.one@example.com')
    expect([titleIn(back.last().html), back.last().html.includes('k***@example.com')]).toEqual([
      'Enter the code from your email',
      true,
    ])
    const code = await codeTo('Kit.One@example.com')
    await back.post('/return/code', { code: code ?? '' })
    expect(back.last().path).toBe(`/my-applications/${reference}/date-of-birth`)
    await back.post(back.last().path, birthDate('1984'))
    expect(await seesName(back)).toBe(false)
    await back.get(`/my-applications/${reference}/date-of-birth`)
    await back.post(back.last().path, birthDate('1985'))
    expect([back.last().path.startsWith('/housing/'), await seesName(back)]).toEqual([true, true])
    // The code is not kept once it has gone, and a text went to nobody.
    const sent = await world.counter.outbox.byMessageId(
      (await emailsTo('Kit.One@example.com')).find(({ body }) => body.startsWith(code ?? '-'))?.id ?? '',
    )
    expect([sent?.state, sent?.body.includes(code ?? ''), world.texts()]).toEqual(['sent', false, []])
  })

  it('goes to whoever proves the address: a stranger who began it loses it, and their own number opens nothing', async () => {
    const { person, reference } = await begun('kit2@example.com', { ways: ['text', 'email'], phone: '07700 900 701' })
    const owner = await proves(reference, 'kit2@example.com')
    expect([await seesName(owner), (await person.get('/housing/tasks')).path]).toEqual([true, '/session/taken'])
    const stranger = browser()
    await stranger.get('/return')
    await stranger.post('/return', { phone: '07700 900 701' })
    await world.sendTexts()
    expect([stranger.last().path, world.texts()]).toEqual(['/return/code', []])
    // A second device of theirs takes it from neither.
    const second = await proves(reference, 'kit2@example.com')
    expect([await seesName(second), await seesName(owner)]).toEqual([true, true])
  })

  it('that somebody holds by their phone is not opened by an address that a stranger gave before', async () => {
    const { reference } = await begun('stranger3@example.com', { ways: ['text', 'email'], phone: '07700 900 702' })
    const owner = browser()
    await owner.get('/return')
    await owner.post('/return', { phone: '07700 900 702' })
    await world.sendTexts()
    await owner.post('/return/code', { code: world.texts().at(-1)?.body.slice(0, 6) ?? '' })
    await owner.get(`/my-applications/continue/${reference}`)
    await asks(reference, 'stranger3@example.com')
    expect(await emailsTo('stranger3@example.com')).toEqual([])
    // What the owner gives now is theirs.
    await owner.get('/housing/before/email')
    await owner.post('/housing/before/email', { email: 'kit3@example.com' })
    const second = await proves(reference, 'kit3@example.com')
    expect([await seesName(second), await seesName(owner)]).toEqual([true, true])
  })

  it('follows an address that is corrected; and an address that is not safe any more gets nothing', async () => {
    const { person, reference } = await begun('wrong4@example.com')
    await person.get('/housing/before/email')
    await person.post('/housing/before/email', { email: 'kit4@example.com' })
    await asks(reference, 'wrong4@example.com')
    expect(await emailsTo('wrong4@example.com')).toEqual([])
    expect(await seesName(await proves(reference, 'kit4@example.com'))).toBe(true)
    const again = await begun('kit5@example.com')
    await again.person.get('/housing/before/safe-contact')
    await again.person.post('/housing/before/safe-contact', { safeWays: ['post'] })
    await asks(again.reference, 'kit5@example.com')
    expect(await emailsTo('kit5@example.com')).toEqual([])
    // Nor is an address asked for where they say that it is not safe.
    expect((await again.person.get('/housing/save-by-email')).path).toBe('/housing/save')
    expect(again.person.last().html).not.toContain('email address')
  })
})

describe('The page after a code by email is asked for', () => {
  it('is the same for a reference that nobody has and an address that is another’s, and nothing is sent', async () => {
    const { reference } = await begun('kit6@example.com')
    const pages = await Promise.all(
      [
        [reference, 'kit6@example.com'],
        [reference, 'kat6@example.com'],
        ['HXXXXXXX', 'kot6@example.com'],
      ].map(async ([about = '', email = '']) => words((await asks(about, email)).last().html)),
    )
    expect(new Set(pages).size).toBe(1)
    expect([await emailsTo('kat6@example.com'), await emailsTo('kot6@example.com')]).toEqual([[], []])
    expect((await emailsTo('kit6@example.com')).length).toBe(1)
  })

  it('asks for what is missing before anything else', async () => {
    const person = await asks(' ', 'kit')
    expect(person.last().html).toContain('Enter your reference')
    expect(person.last().html).toContain('Enter an email address in the correct format')
  })
})

describe('Codes by email', () => {
  it('are three an hour, then other ways are shown; whoever comes by the link in our email has three of their own', async () => {
    const person = browser()
    await person.get('/planning')
    await person.post('/planning/start', {})
    await person.get('/planning/save')
    expect(person.last().html).toContain('Use an email address instead')
    await person.get('/planning/save-by-email')
    await person.post('/planning/save-by-email', { email: 'kit7@example.com' })
    expect(titleIn(person.last().html)).toBe('Your answers are saved')
    expect(person.last().html).toContain('k***@example.com')
    const [saved] = await emailsTo('kit7@example.com')
    const link = /http:\/\/localhost:3000(\/return\/email\/(\w+)\?\w+)/.exec(saved?.body ?? '')
    const [, path = '', reference = ''] = link ?? []
    for (let count = 0; count < 3; count += 1) await asks(reference, 'kit7@example.com')
    const refused = (await asks(reference, 'kit7@example.com')).last()
    expect([refused.status, titleIn(refused.html)]).toEqual([429, 'We cannot email you another code yet'])
    for (const way of ['href="/return"', 'href="/return/phrase"', 'href="/contact"', '01305'])
      expect(refused.html).toContain(way)
    const owner = await asks(reference, 'kit7@example.com', browser(), path)
    expect(owner.last().path).toBe('/return/code')
    // Five tries, then not even the right one.
    const code = (await codeTo('kit7@example.com')) ?? ''
    for (let count = 0; count < 5; count += 1) await owner.post('/return/code', { code: code === '1' ? '2' : '000001' })
    await owner.post('/return/code', { code })
    expect(owner.last().html).toContain('The code is not right, or is no longer valid')
  })

  it('go at once at night, and stop working after 10 minutes', async () => {
    world.clock.set(Date.parse('2026-12-06T02:30:00Z'))
    const { reference } = await begun('kit8@example.com')
    const late = await asks(reference, 'kit8@example.com')
    const code = (await codeTo('kit8@example.com')) ?? ''
    expect(code).toMatch(/^\d{6}$/)
    world.clock.pass(601_000)
    await late.post('/return/code', { code })
    expect(late.last().html).toContain('no longer valid')
    expect(await seesName(late)).toBe(false)
  })
})

describe('An appointment that was booked with an email address', () => {
  it('is opened by a code to it, and by none to an address that it never had', async () => {
    const persona = personaOf('bookings-video-not-safe-to-text')
    const person = browser()
    await answerAs(person, persona)
    const reference = await agreeAndSend(person, 'bookings')
    const email = (await world.counter.cases.get(reference))?.applicant.email ?? ''
    const [confirmation] = await emailsTo(email)
    expect(confirmation?.body).toContain(`/return/email/${reference}?`)
    await asks(reference, 'somebody@example.com')
    expect(await emailsTo('somebody@example.com')).toEqual([])
    const back = await proves(reference, email)
    expect((await back.get(`/appointments/${reference}`)).status).toBe(200)
    expect((await person.get(`/appointments/${reference}`)).status).toBe(404)
  })

  it('and held by its phone since, is opened by the address once the holder says that it is theirs', async () => {
    const persona = personaOf('bookings-office-step-free')
    const person = browser()
    await answerAs(person, persona)
    const reference = await agreeAndSend(person, 'bookings')
    const { email = '', phone = '' } = (await world.counter.cases.get(reference))?.applicant ?? {}
    const owner = browser()
    await owner.get('/return')
    await owner.post('/return', { phone: `0${phone.slice(3)}` })
    await world.sendTexts()
    const code = world
      .texts()
      .findLast(({ to, body }) => to === phone && /^\d{6}/.test(body))
      ?.body.slice(0, 6)
    await owner.post('/return/code', { code: code ?? '' })
    await asks(reference, email)
    expect(await codeTo(email)).toBeUndefined()
    const page = `/my-applications/${reference}/ways-back`
    await owner.get(page)
    expect(owner.last().html).toContain(`You cannot yet use a code from an email to s***@example.com`)
    await owner.post(page, {})
    expect(owner.last().html).toContain('with a code from an email to s***@example.com')
    const back = await proves(reference, email)
    expect([(await back.get(`/appointments/${reference}`)).status, (await owner.get(page)).status]).toEqual([200, 200])
    expect((await browser().get(page)).path).toBe('/return')
  })
})
