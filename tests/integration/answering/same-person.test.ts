// Somebody who applies twice: officers see it and compare, the applicant is not told, and a restricted case stays out of sight.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { type Persona, personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

type Given = Readonly<Record<string, readonly string[]>>

// The persona with some answers of its own: 'about-you/name' → its fields.
const sent = async (id: string, own: Readonly<Record<string, Given>> = {}) => {
  const persona = personaOf(id)
  here.world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
  const person = visitor(here.world.citizen, citizenOrigin)
  await answerAs(person, withOwn(persona, own))
  await person.get('/housing/what-we-think-so-far')
  const advice = text(person.last().html)
  await person.get('/housing/declaration')
  await person.post('/housing/declaration', { agree: 'yes' })
  return { reference: referenceOn(person.last().html), advice, done: text(person.last().html) }
}

const withOwn = (persona: Persona, own: Readonly<Record<string, Given>>): Persona => ({
  ...persona,
  steps: persona.steps.map((step) =>
    step.is === 'page' && own[step.key] !== undefined ? { ...step, typed: { ...step.typed, ...own[step.key] } } : step,
  ),
})

const act = async (who: Visitor, reference: string, action: string, typed: Readonly<Record<string, string>> = {}) => {
  const { html } = await who.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  return who.post(`/cases/${reference}/actions/${action}`, { version, ...typed })
}

const officer = (): Promise<Visitor> => here.signedIn('housing-officer-1')
const manager = (): Promise<Visitor> => here.signedIn('housing-manager')
const pageOf = async (who: Visitor, reference: string): Promise<string> => await caseSeen(who, reference)
const keptOf = async (reference: string) => (await here.desk.cases.get(reference))?.sameAs
const duplicate = 'may already have an application here'

describe('an application of somebody who has one already', () => {
  it('is shown to the officer with a link, by what it matches, and to the applicant not at all', async () => {
    const first = await sent('housing-single-renter')
    expect(await keptOf(first.reference)).toBeUndefined()
    const second = await sent('housing-single-renter')
    const page = await pageOf(await officer(), second.reference)
    expect(page).toContain(`href="/cases/${first.reference}"`)
    expect(text(page)).toContain(`May be the same person as ${first.reference}`)
    expect(text(page)).toContain('The same phone number, and the same name and date of birth')
    expect(text(page)).toContain(duplicate)
    for (const words of [second.advice, second.done]) {
      expect(words).not.toContain(first.reference)
      expect(words).not.toContain(duplicate)
    }
  })

  it('is ruled out with a reason, which stays on the case, and the rules no longer ask', async () => {
    const first = await sent('housing-young-parent')
    const { reference } = await sent('housing-young-parent')
    const who = await officer()
    const empty = await act(who, reference, 'compare')
    for (const words of ['Select the other application', 'Select what you found', 'Enter the reason'])
      expect(text(empty.html)).toContain(words)
    const reason = 'Mother and daughter share a phone.'
    await act(who, reference, 'compare', { other: first.reference, found: 'other', reason })
    const page = text(await pageOf(who, reference))
    expect(page).toContain(`Not the same person as ${first.reference}`)
    expect(page).toContain(reason)
    expect(page).not.toContain(duplicate)
    expect(page).not.toContain('Say if it is the same person')
    expect((await here.desk.cases.whole(reference))?.events.at(-1)).toMatchObject({ action: 'compare' })
  })

  it('is confirmed with a reason, and the rules go on saying so', async () => {
    const first = await sent('housing-owner')
    const { reference } = await sent('housing-owner')
    const who = await officer()
    await act(who, reference, 'compare', { other: first.reference, found: 'same', reason: 'They said so by phone.' })
    expect(text(await pageOf(who, reference))).toContain(`The same person as ${first.reference}`)
    expect(text(await pageOf(who, reference))).toContain(duplicate)
  })

  it('is not one whose first application has come to its end', async () => {
    const first = await sent('housing-leaving-prison')
    await act(await officer(), first.reference, 'withdraw-for-them', { reason: 'They asked us to.' })
    expect((await here.desk.cases.get(first.reference))?.state).toBe('withdrawn')
    expect(await keptOf((await sent('housing-leaving-prison')).reference)).toBeUndefined()
  })

  it('is known by name and date of birth however the name is written, with another phone', async () => {
    const name = { firstName: ['zoé'], lastName: ['O’BRIEN-LEE'] }
    const first = await sent('housing-rough-sleeper', { 'about-you/name': name })
    const other = { firstName: ['Zoe'], lastName: ["O'Brien Lee"] }
    const phone = { mobile: ['07700 900 777'] }
    const second = await sent('housing-rough-sleeper', { 'about-you/name': other, 'before/mobile': phone })
    expect(await keptOf(second.reference)).toEqual([{ reference: first.reference, by: ['person'] }])
  })
})

describe('a restricted application of the same person', () => {
  it('is there for a manager alone: an officer sees no link, no words of it, and cannot name it', async () => {
    const first = await sent('housing-fleeing-abuse')
    const { reference } = await sent('housing-helper', { 'about-you/household': { niNumber: ['aa000005a'] } })
    expect(await keptOf(reference)).toEqual([{ reference: first.reference, by: ['ni'], restricted: true }])
    const who = await officer()
    const seen = await pageOf(who, reference)
    expect(seen).toContain('What the rules propose')
    for (const words of [first.reference, duplicate, 'Other applications', 'Say if it is the same person'])
      expect(seen).not.toContain(words)
    const typed = { other: first.reference, found: 'same', reason: 'A guess', version: '1' }
    await who.post(`/cases/${reference}/actions/compare`, typed)
    expect((await keptOf(reference))?.[0]?.found).toBeUndefined()
    expect(await pageOf(await manager(), reference)).toContain(`href="/cases/${first.reference}"`)
  })
})
