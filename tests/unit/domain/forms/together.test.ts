// Several pages asked as one: what each is told is kept under its own key.
import { expect, it } from 'vitest'
import { changed, saveStep } from '#domain/forms/answered/draft.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { form, page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { emptyDraft } from '#tests/support/people/complete.ts'

const question = (id: string) => ({ [id]: text(id, { missing: `Enter ${id}`, for: 'officer' }) })
const pet = page('pet', 'Have you a pet?', { pet: yesNo('Select yes if you have a pet', { for: 'officer' }) })
const name = page('name', 'What is its name?', question('petName'), { when: answered('pet', saysYes) })
const home = page('home', 'Where do you live?', question('town'), { sensitive: true })

const asked = form({
  id: 'sample',
  version: 1,
  shape: 'straight',
  sections: [section('you', 'You', [pet, together('home', 'You and your pet', [name, home])])],
  declaration: { version: '1', title: 'Send', statements: ['It is true'], agree: 'I agree', button: 'Send' },
})

const walk = (pages: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) =>
  journey(asked, { pages, items: {} }, '2026-11-30')

const stepIn = (found: ReturnType<typeof walk>) => {
  const step = found.find('you/home')
  if (step?.is !== 'page') throw new Error('The page is not on the path')
  return step
}

it('a part that does not apply is not on the page, and one that is left alone is the page', () => {
  const alone = stepIn(walk({ 'you/pet': { pet: ['no'] } })).page
  expect([alone.title, Object.keys(alone.questions)]).toEqual(['Where do you live?', ['town']])
  const both = stepIn(walk({ 'you/pet': { pet: ['yes'] } })).page
  expect([both.title, Object.keys(both.questions)]).toEqual(['You and your pet', ['petName', 'town']])
})

it('each part is kept under its own key, is found by it, and stays when it does not apply', () => {
  const step = stepIn(walk({ 'you/pet': { pet: ['yes'] } }))
  const draft = changed(emptyDraft(asked), saveStep(step, { petName: ['Rex'], town: ['Wool'] }), 1)
  expect(draft.pages).toEqual({ 'you/name': { petName: ['Rex'] }, 'you/home': { town: ['Wool'] } })
  const before = walk({ ...draft.pages, 'you/pet': { pet: ['yes'] } })
  expect([before.find('you/name')?.key, before.answers.answer('petName')]).toEqual(['you/home', 'Rex'])
  const without = walk({ ...draft.pages, 'you/pet': { pet: ['no'] } })
  expect([without.answers.answer('petName'), without.answers.answer('town')]).toEqual([undefined, 'Wool'])
  const again = changed(draft, saveStep(stepIn(without), { town: ['Lyme'] }), 2)
  expect(again.pages).toEqual({ 'you/name': { petName: ['Rex'] }, 'you/home': { town: ['Lyme'] } })
})

it('what one part asks in confidence stays so, and does not spread to the others', () => {
  const { questions } = stepIn(walk({ 'you/pet': { pet: ['yes'] } })).page
  expect([questions.petName?.sensitive, questions.town?.sensitive]).toEqual([undefined, true])
})
