// Rules over the whole list of people (docs/rules/housing.md, "Rules between answers").
import type { Day } from '#domain/day.ts'
import type { ItemAnswers } from '#domain/forms/form.ts'

// What is wrong with the list, in words, or undefined: nobody twice, the applicant included, and at most one partner of the applicant.
export const peopleProblem = (
  people: readonly ItemAnswers[],
  _today: Day,
  applicant: ItemAnswers['answer'],
): string | undefined => {
  const self = people.find((person) => samePerson({ item: '', answer: applicant }, person))
  if (self !== undefined) {
    return `${fullName(self)} has your name and date of birth. Do not add yourself: remove them, or change the name or date of birth`
  }
  const twice = people.find((person, index) => people.slice(0, index).some((earlier) => samePerson(earlier, person)))
  if (twice !== undefined) {
    return `${fullName(twice)} is in the list twice with the same date of birth. Remove one of them, or change the name or date of birth`
  }
  const partners = people.filter((person) => person.answer('relationship') === 'partner')
  return partners.length > 1
    ? `Only one person can be your partner. Change how ${fullName(partners[1])} is related to you`
    : undefined
}

const samePerson = (one: ItemAnswers, other: ItemAnswers): boolean =>
  typeof one.answer('dateOfBirth') === 'string' &&
  one.answer('dateOfBirth') === other.answer('dateOfBirth') &&
  fullName(one).toLowerCase() === fullName(other).toLowerCase()

const fullName = (person: ItemAnswers | undefined): string =>
  ['firstName', 'lastName']
    .map((question) => person?.answer(question))
    .filter((part) => typeof part === 'string')
    .join(' ')
