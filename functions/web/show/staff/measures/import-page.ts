// Rows pasted from a spreadsheet: the box for them, what is wrong line by line, or what would be kept.
import { one } from '#domain/forms/kind.ts'
import { columnsOf, type ImportOf, knownWhich, type Ready } from '#domain/measures/books/import.ts'
import { mostRows, type RowProblem } from '#domain/measures/books/rows.ts'
import { onOneLine } from '../../controls/entered.ts'
import { entryWords } from '../../measures/month-words.ts'
import { numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const importAt = '/measures/import'

export type ImportPage = {
  readonly around: StaffAround
  readonly of: ImportOf
  readonly services: readonly string[]
  readonly action: string
  readonly text: string
  readonly problems: readonly RowProblem[]
  // Set where every row can be kept; `looked`: that these rows were looked at.
  readonly ready?: readonly Ready[]
  readonly looked?: string
}

const titles: Readonly<Record<ImportOf, string>> = {
  channels: 'Add many numbers of other ways',
  costs: 'Add many costs',
}

const shownProblems = 20

export const importPage = (given: ImportPage): string => {
  const { around, of, services, action, text, problems, ready, looked } = given
  const title = ready === undefined ? titles[of] : 'Check what you add'
  const more = problems.length - shownProblems
  return staffPage(
    'measures/import',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, action, text, looked },
      columns: columnsOf(of).join(', '),
      hints: [
        `A month is like 2026-10. A service is one of ${services.join(', ')}.`,
        `A ${columnsOf(of)[2]} is one of ${knownWhich(of).join(', ')}. Paste ${mostRows} rows at most.`,
      ],
      problems: [
        ...problems
          .slice(0, shownProblems)
          .map(({ line, words: said }) => ({ text: `Line ${line} ${onOneLine(said)}`, href: '#rows' })),
        ...(more > 0 ? [{ text: `There are ${more} more`, href: '#rows' }] : []),
      ],
      rows: ready === undefined ? undefined : readyTable(of, ready),
      buttonText: ready === undefined ? 'Check' : `Save all ${ready.length}`,
    },
  )
}

const readyTable = (of: ImportOf, ready: readonly Ready[]): TableShown => {
  const value = columnsOf(of)[3] ?? ''
  return {
    id: 'ready',
    caption: `${ready.length} ${ready.length === 1 ? 'row' : 'rows'}. Nothing is saved yet`,
    head: [...words('What'), ...numbers('Now', 'Before'), ...words('Source')],
    rows: ready.map(({ id, typed, before }) => [
      textCell(entryWords(id)),
      textCell(one(typed, value)),
      textCell(before === undefined ? 'None' : one(before.typed, value)),
      textCell(onOneLine(one(typed, 'source'))),
    ]),
  }
}
