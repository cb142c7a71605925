// Finding a case by what a caller says, and what was found, with why.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { RoleOnCase } from '#domain/people/find-keys.ts'
import type { Answered, Birthday } from '#domain/people/ranking.ts'
import { onOneLine } from '../controls/entered.ts'
import { type StaffAround, staffPage } from './around.ts'
import { caseRow, type RowNaming } from './work/case-row.ts'

export type FindPage = RowNaming & {
  readonly around: StaffAround
  readonly typed: string
  readonly problems: readonly Problem[]
  // Absent before anything was looked for.
  readonly found?: readonly { readonly subject: ListedCase; readonly why: string }[]
  // Too many share what was typed.
  readonly askMore?: boolean
  // From 1.
  readonly page?: number
  readonly more?: boolean
}

export const findPage = (given: FindPage): string => {
  const { around, typed, problems, found, page = 1 } = given
  const title = found === undefined ? 'Find a case' : 'Cases found'
  return staffPage(
    'find',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      problems: problems.map(({ words }) => ({ text: words, href: '#for' })),
      input: inputOf(typed, problems),
      looked: found !== undefined,
      askMore: given.askMore === true,
      columns: [{ text: 'Received' }, { text: 'Due' }],
      rows: found?.map(({ subject, why }) => ({ ...caseRow(subject, given), why })) ?? [],
      newer: page > 1 ? `/cases/find?page=${page - 1}` : undefined,
      next: given.more === true ? `/cases/find?page=${page + 1}` : undefined,
    },
  )
}

const inputOf = (typed: string, problems: readonly Problem[]) => ({
  id: 'for',
  name: 'for',
  value: onOneLine(typed),
  classes: 'govuk-input--width-20',
  autocomplete: 'off',
  spellcheck: false,
  label: { text: 'Name, reference, phone number, postcode, email or address' },
  hint: { text: 'A name in any order, with a date of birth or a postcode if it is common: Singh 3 April 1990' },
  errorMessage: problems[0] && { text: problems[0].words },
})

// "Partner or family: sounds like it, date of birth with day and month swapped"
export const whyFound = ({ person, tier, birthday }: Answered): string =>
  [
    ...(person === undefined || person.role === 'applicant'
      ? []
      : [`${roles[person.role]}, ${onOneLine(person.name)}`]),
    ...(tier === 'B' ? ['The same name in another form'] : tier === 'C' ? ['The name sounds like it'] : []),
    ...birthdays[birthday],
  ].join('. ')

const roles: Readonly<Record<Exclude<RoleOnCase, 'applicant'>, string>> = {
  household: 'In the household',
  helper: 'Helps the applicant',
  agent: 'Acts for the applicant',
}

const birthdays: Readonly<Record<Birthday, readonly string[]>> = {
  same: ['The same date of birth'],
  swapped: ['Date of birth with day and month swapped'],
  near: ['Date of birth with one figure different'],
  other: ['Another date of birth'],
  'not-asked': [],
  'not-known': [],
}
