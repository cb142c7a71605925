import { expect, it } from 'vitest'
import { journey } from '#domain/forms/answered/journey.ts'
import { tooMuch } from '#domain/forms/answered/room.ts'
import { text } from '#domain/forms/ask.ts'
import { form, many, page } from '#domain/forms/form.ts'
import { housing } from '#services/housing/service.ts'
import { emptyDraft } from '#tests/support/people/complete.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'

const today = '2026-11-25'
const wordy = `What is their name? ${'Say it in full. '.repeat(20)}`
const list = form({
  ...housing.form,
  sections: [
    many('people', 'People', [page('name', wordy, { fullName: text('Name') })], {
      ...{ noun: 'person', plural: 'people', least: 0, most: 2000, naming: ['fullName'], guidance: [] },
    }),
  ],
})

const draftOf = (people: number) => {
  const items = Array.from({ length: people }, (_, at) => String(at + 1))
  const pages = Object.fromEntries(
    items.map((item) => [`people/${item}/name`, { fullName: ['Sample Person of a long name indeed'] }]),
  )
  return { ...emptyDraft(list), items: { people: items }, pages }
}

it('an application is too much when the record of it would be, though what was typed is not (F29)', () => {
  const is = (people: number) => tooMuch(draftOf(people), () => journey(list, draftOf(people), today))
  expect([100, 400, 500, 1000, 1500].map(is)).toEqual([false, false, false, true, true])
  expect(JSON.stringify(draftOf(1000)).length).toBeLessThan(100_000)
})

it('no persona comes near it, nor is their record made to find out', () => {
  for (const persona of loadPersonas()) {
    if (persona.service !== 'housing') continue
    const { draft } = walked(housing.form, persona)
    const never = () => {
      throw new Error('The record was made')
    }
    expect(tooMuch(draft, never)).toBe(false)
  }
})
