import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const answered = async (id: string): Promise<Visitor> => {
  const persona = personaOf(id)
  world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
  const person = visitor(world.citizen, citizenOrigin)
  await answerAs(person, persona)
  return person
}

const statusPage = '/housing/nationality/immigration-status'
const leave = { 'leaveExpires-day': '1', 'leaveExpires-month': '8', 'leaveExpires-year': '2027' }
const status = { mainHome: 'yes', immigrationStatus: 'visitor', shareCode: 'W12345678', ...leave }

// Somebody on their own whose permission to stay is that of a visitor.
const visiting = async (): Promise<Visitor> => {
  const person = await answered('housing-single-renter')
  await person.post('/housing/nationality/citizenship', { citizenship: 'other', livedAbroad: 'no' })
  expect(text((await person.post(statusPage, status)).html)).toContain('This is not a decision. You can continue')
  await person.post(`${statusPage}/exit`, { do: 'continue' })
  await person.post('/housing/nationality/public-funds', { noPublicFunds: 'notSure' })
  return person
}

// A council found them intentionally homeless.
const intentional = (): Promise<Visitor> => answered('housing-rough-sleeper')

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

describe('before an application is sent', () => {
  it('check your answers leads to what we think so far, and that to the declaration', async () => {
    const person = await answered('housing-single-renter')
    expect(titleIn(person.last().html)).toBe('Check your answers')
    expect(person.last().html).toContain('action="/housing/what-we-think-so-far"')
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(titleIn(html)).toBe('What we think so far')
    expect(html).toContain('action="/housing/declaration"')
    expect(text(html)).toContain('It is not a decision')
    expect(text(html)).toContain('Bedrooms you may need 1 bedroom')
    expect(text(html)).toContain('you are likely to be able to join')
    expect(html).not.toContain('Continue anyway')
  })

  it('an owner sees why not, where to change each answer, and may continue anyway', async () => {
    const person = await answered('housing-owner')
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(text(html)).toContain('Not a decision From your answers, you may not be able to join')
    expect(text(html)).toContain('A person who owns a home that they can live in does not qualify.')
    expect(html).toContain('href="/housing/current-home/owned-home?change=1"')
    expect(html).toContain('Continue anyway')
    const changed = await person.get('/housing/current-home/owned-home?change=1')
    expect(changed.status).toBe(200)
    expect((await person.get('/housing/declaration')).html).toContain('name="agree"')
  })

  it('somebody whose permission to stay does not give eligibility sees why, and may correct it', async () => {
    const person = await visiting()
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(text(html)).toContain('Not a decision From your answers, you may not be able to join')
    expect(html).toContain(`href="${statusPage}?change=1"`)
    expect(html).toContain('Continue anyway')
    await person.post(`${statusPage}?change=1`, { ...status, immigrationStatus: 'preSettled' })
    const corrected = (await person.get('/housing/what-we-think-so-far')).html
    expect(text(corrected)).toContain('An officer needs to look at some of your answers')
    expect(corrected).not.toContain('Continue anyway')
  })

  it('somebody whose priority may be lower sees why, where to change the answer, and may continue anyway', async () => {
    const nothing = await (await answered('housing-leaving-prison')).get('/housing/what-we-think-so-far')
    expect(text(nothing.html)).toContain('Joining the register')
    expect(text(nothing.html)).not.toContain('your priority may be lower')
    const person = await intentional()
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(text(html)).toContain('Not a decision From your answers, your priority may be lower')
    expect(text(html)).toContain('This can lower the band, and does not shut anyone out.')
    expect(html).toContain('href="/housing/behaviour/arrears?change=1"')
    expect(html).toContain('Continue anyway')
  })

  it('shows the working: answers and source, and no code of a rule or of its data', async () => {
    const person = await answered('housing-single-renter')
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(text(html)).toContain('How we worked this out')
    expect(text(html)).not.toMatch(/Rule LC1|dorset-2026/)
    expect(html).toContain('href="https://www.dorsetcouncil.gov.uk/w/eligibility-criteria-for-the-housing-register"')
  })

  it('is not shown before everything is answered', async () => {
    const person = visitor(world.citizen, citizenOrigin)
    await person.get('/housing')
    await person.post('/housing/start', {})
    const { path } = await person.get('/housing/what-we-think-so-far')
    expect(path).toBe('/housing/tasks')
  })
})

describe('once an application is sent', () => {
  it('the case keeps what was proposed, with its reasons and the scheme', async () => {
    const person = await answered('housing-single-renter')
    const reference = await agreeAndSend(person, 'housing')
    const whole = await world.counter.cases.whole(reference)
    const kept = whole?.subject.assessment
    expect(kept?.pack).toBe('dorset-2026')
    expect(kept?.on).toBe('2026-11-23')
    expect(kept?.proposes?.typed.band).toEqual(['D'])
    expect(kept?.parts.find((part) => part.id === 'band')?.answer).toBe('Band D – Low Housing Need')
    expect(
      kept?.parts.every((part) =>
        part.steps.every(
          (step) => step.words !== '' && (step.source.law ? step.pack === undefined : step.pack === 'dorset-2026'),
        ),
      ),
    ).toBe(true)
  })

  it.each([
    ['not eligible', visiting, 'Eligibility', 'Not eligible, for you to confirm'],
    ['not qualifying', () => answered('housing-owner'), 'Qualification', 'Would not qualify, for you to confirm'],
    ['lower', intentional, 'Priority', 'May be lower, for you to decide'],
  ] as const)('what would be %s is proposed to an officer, and nothing is decided', async (_, who, title, answer) => {
    const person = await who()
    await person.get('/housing/declaration')
    const sent = await person.post('/housing/declaration', { agree: 'yes' })
    const subject = await world.counter.cases.get(referenceOn(sent.html))
    const part = subject?.assessment?.parts.find((one) => one.title === title)
    expect([part?.answer, part?.adverse]).toEqual([answer, true])
    expect(part?.steps.length).toBeGreaterThan(0)
    expect([subject?.state, subject?.decisions, subject?.placing]).toEqual(['submitted', undefined, undefined])
  })

  it('what we think so far gives way to the confirmation', async () => {
    const person = await answered('housing-single-renter')
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    expect((await person.get('/housing/what-we-think-so-far')).path).toBe('/housing/confirmation')
  })
})
