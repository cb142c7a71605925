import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAs } from '#tests/support/persona-visits.ts'
import { loadPersonas } from '#tests/support/personas.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const answered = async (id: string): Promise<Visitor> => {
  const persona = loadPersonas().find((one) => one.id === id)
  if (persona === undefined) throw new Error(`There is no persona ${id}`)
  world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
  const person = visitor(world.citizen, citizenOrigin)
  await answerAs(person, persona)
  return person
}

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

  it('shows the working: rule, answers, source and scheme', async () => {
    const person = await answered('housing-single-renter')
    const { html } = await person.get('/housing/what-we-think-so-far')
    expect(text(html)).toContain('How we worked this out')
    expect(text(html)).toMatch(/Rule LC1, dorset-2026/)
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
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    const reference = /H[B-Z2-9]{7}/.exec(person.last().html)?.[0] ?? ''
    const whole = await world.counter.cases.whole(reference)
    const kept = whole?.subject.assessment
    expect(kept?.pack).toBe('dorset-2026')
    expect(kept?.on).toBe('2026-11-23')
    expect(kept?.proposes?.typed.band).toEqual(['D'])
    expect(kept?.parts.find((part) => part.id === 'band')?.answer).toBe('Band D – Low Housing Need')
    expect(
      kept?.parts.every((part) => part.steps.every((step) => step.words !== '' && step.pack === 'dorset-2026')),
    ).toBe(true)
  })

  it('what we think so far gives way to the confirmation', async () => {
    const person = await answered('housing-single-renter')
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    expect((await person.get('/housing/what-we-think-so-far')).path).toBe('/housing/confirmation')
  })
})
