// Finding a case by reference or telephone, and what was found.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { onOneLine } from '../controls/entered.ts'
import { type StaffAround, staffPage } from './around.ts'
import { caseRow, type Naming } from './worklist-page.ts'

export type FindPage = Naming & {
  readonly around: StaffAround
  readonly typed: string
  readonly problems: readonly Problem[]
  // Absent before anything was looked for.
  readonly cases?: readonly ListedCase[]
}

export const findPage = (given: FindPage): string => {
  const { around, typed, problems, cases } = given
  const title = 'Find a case'
  return staffPage(
    'find',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      problems: problems.map(({ words }) => ({ text: words, href: '#for' })),
      input: {
        id: 'for',
        name: 'for',
        value: onOneLine(typed),
        classes: 'govuk-input--width-20',
        autocomplete: 'off',
        spellcheck: false,
        label: { text: 'Reference or telephone number' },
        hint: { text: 'The applicant’s mobile number, or a reference like H2345678' },
        errorMessage: problems[0] && { text: problems[0].words },
      },
      looked: cases !== undefined,
      columns: [{ text: 'Received' }, { text: 'Due' }],
      rows: cases?.map((subject) => caseRow(subject, given)) ?? [],
    },
  )
}
