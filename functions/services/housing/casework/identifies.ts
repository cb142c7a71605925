// What tells one household from another on the register (docs/rules/housing.md, "Other reasons not
// to qualify"): the applicant's number, name and date of birth together, and
// every National Insurance number. Names are compared without capitals, accents or white space.
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Identified } from '#services/service.ts'

export const housingIdentifies = (answers: Answers): readonly Identified[] => [
  ...textAt(answers, 'mobile').map((value): Identified => ({ by: 'phone', value })),
  ...personIn(answers),
  ...[...new Set([answers, ...answers.items('people')].flatMap((one) => textAt(one, 'niNumber')))].map(
    (value): Identified => ({ by: 'ni', value }),
  ),
]

const personIn = (answers: Lookup): readonly Identified[] => {
  const [born, first, last = ''] = ['dateOfBirth', 'firstName', 'lastName'].map(
    (question) => textAt(answers, question)[0],
  )
  if (born === undefined || first === undefined) return []
  return [{ by: 'person', value: `${born}/${plain(first)}/${plain(last)}` }]
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()

const textAt = (answers: Lookup, question: string): readonly string[] => {
  const given = answers.answer(question)
  return typeof given === 'string' && given !== '' ? [given] : []
}
