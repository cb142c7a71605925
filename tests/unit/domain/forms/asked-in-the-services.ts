// Questions as the services ask them, where what is read depends on their own patterns.
import type { Form, Section } from '#domain/forms/form.ts'
import type { Question, Reveals } from '#domain/forms/question.ts'
import { services } from '#services/catalogue.ts'
import { type Told, table } from './told.ts'

const inside = (questions: Reveals): readonly (readonly [string, Question])[] =>
  Object.entries(questions).flatMap(([id, question]) => [
    [id, question] as const,
    ...optionsOf(question).flatMap((reveals) => inside(reveals)),
  ])

const optionsOf = (question: Question): readonly Reveals[] => {
  if (question.kind === 'yes-no') return [question.reveals?.yes ?? {}, question.reveals?.no ?? {}]
  return question.kind === 'choice' || question.kind === 'choices'
    ? Object.values(question.options).map(({ reveals }) => reveals ?? {})
    : []
}

const asked = (form: Form, id: string): Question => {
  const all = form.sections.flatMap((section: Section) => section.pages.flatMap((page) => inside(page.questions)))
  const found = all.find(([name]) => name === id)?.[1]
  if (found === undefined) throw new Error(`No service asks ${id}`)
  return found
}

const question = (id: string): Question => {
  const form = services.map((service) => service.form).find((one) => JSON.stringify(one).includes(`"${id}"`))
  if (form === undefined) throw new Error(`No service asks ${id}`)
  return asked(form, id)
}

const onlyLetters = 'First name must only include letters, spaces, hyphens and apostrophes'

export const ownPatterns: readonly Told[] = [
  table(question('firstName'), [
    ['’t Hooft', '’t Hooft'],
    ['d’Òs-Ñ', 'd’Òs-Ñ'],
    ["O'Brien", "O'Brien"],
    ['José\u00a0Luis', 'José Luis'],
    ['O', 'O'],
    ['Nguyễn', 'Nguyễn'],
    ['Lloyd\u2011Jones', 'Lloyd-Jones'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['J. K.', 'J. K.'],
    ['李', '李'],
    ['Ada123', onlyLetters],
    ['<b>', onlyLetters],
  ]),
  table(question('companyNumber'), [
    ['01234567', '01234567'],
    ['0123 4567', '01234567'],
    ['SC-123456', 'SC123456'],
    ['0123\u200b4567', '01234567'],
    ['123', 'Company or charity number must be 6 to 8 letters and numbers, like 01234567'],
  ]),
  table(question('shareCode'), [
    ['W12 345 678', 'W12345678'],
    ['w12-345-678', 'w12345678'],
    ['W12\u00a0345\u00a0678', 'W12345678'],
    ['W12 345 67', 'Share code must be 9 letters and numbers, like W12 345 678'],
  ]),
  table(question('siteGrid'), [
    ['SY 69012 90645', 'SY6901290645'],
    ['sy690906', 'sy690906'],
    ['SY 0123 4567', 'SY01234567'],
    ['SY\u00a0690\u00a0906', 'SY690906'],
    ['SY 690 90', 'Ordnance Survey grid reference must be 2 letters and 6, 8 or 10 numbers, like SY 69012 90645'],
  ]),
  table(question('siteEasting'), [
    ['369012', '369012'],
    ['369,012', '369012'],
    ['369 012', '369012'],
    ['369012.4', 'Easting must be a whole number from 0 to 700000'],
    ['369,01', 'Easting must be a whole number from 0 to 700000'],
  ]),
].flat()
