// Many numbers of other ways, or many costs, at once: every row is checked before any is kept, and a
// row that is wrong keeps all of them out (docs/rules/measures.md, "Many at once").
import type { Typed } from '#domain/forms/kind.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { isMonth } from '../months.ts'
import { type Beside, type Book, type BookEntry, entryVersionsOf, problemsIn } from './book.ts'
import { assistedWays, channelBook, channelId } from './channels.ts'
import { costBook, costId, costLines } from './costs.ts'
import { type ImportRow, type RowProblem, rowsIn } from './rows.ts'

export const imports = ['channels', 'costs'] as const
export type ImportOf = (typeof imports)[number]

type Sort = {
  readonly book: Book
  // The column that says which: a way or a line of costs.
  readonly which: 'way' | 'line'
  readonly known: Readonly<Record<string, string>>
  readonly value: 'count' | 'amount'
  readonly idOf: (service: string, month: string, which: string) => string
}

const sorts: Readonly<Record<ImportOf, Sort>> = {
  channels: { book: channelBook, which: 'way', known: assistedWays, value: 'count', idOf: channelId },
  costs: { book: costBook, which: 'line', known: costLines, value: 'amount', idOf: costId },
}

export const columnsOf = (of: ImportOf): readonly string[] => {
  const { which, value } = sorts[of]
  return ['month', 'service', which, value, 'source']
}

export const knownWhich = (of: ImportOf): readonly string[] => Object.keys(sorts[of].known)

// `before`: the version that it takes the place of.
export type Ready = {
  readonly line: number
  readonly id: string
  readonly typed: Typed
  readonly before?: BookEntry
}

type About = Omit<Beside, 'id'> & { readonly services: readonly string[] }

export const readImport = (
  of: ImportOf,
  text: string,
  about: About,
): Result<readonly Ready[], readonly RowProblem[]> => {
  const rows = rowsIn(text)
  if (!rows.ok) return no([rows.error])
  const [head, ...lines] = rows.value
  const wrongHead = headProblems(of, head)
  if (wrongHead.length > 0) return no(wrongHead)
  if (lines.length === 0) return no([{ line: 2, words: 'has no numbers: there is a heading and no row' }])
  const names = (head?.cells ?? []).map((name) => name.toLowerCase())
  const read = lines.map((row) => ({ row, read: readyIn(of, named(names, row), about) }))
  const problems = [
    ...read.flatMap(({ row, read: one }) => (one.ok ? [] : one.error.map((words) => ({ line: row.line, words })))),
    ...twice(read.flatMap(({ row, read: one }) => (one.ok ? [{ line: row.line, id: one.value.id }] : []))),
  ].toSorted((a, b) => a.line - b.line)
  if (problems.length > 0) return no(problems)
  return ok(read.flatMap(({ row, read: one }) => (one.ok ? [{ line: row.line, ...one.value }] : [])))
}

// A column that nobody knows refuses all: its numbers would be lost.
const headProblems = (of: ImportOf, head: ImportRow | undefined): readonly RowProblem[] => {
  const [wanted, have] = [columnsOf(of), (head?.cells ?? []).map((name) => name.toLowerCase())]
  const line = head?.line ?? 1
  return [
    ...have
      .filter((name) => !wanted.includes(name))
      .map((name) => ({ line, words: `has a column “${name}” that we do not know` })),
    ...wanted.filter((name) => !have.includes(name)).map((name) => ({ line, words: `has no column “${name}”` })),
    ...(new Set(have).size < have.length ? [{ line, words: 'has a column twice' }] : []),
  ]
}

type Cells = Readonly<Record<string, string>>
type Named = { readonly cells: Cells; readonly extra: boolean }

const named = (names: readonly string[], { cells }: ImportRow): Named => ({
  cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
  extra: cells.length > names.length,
})

// What a spreadsheet would run (OWASP, "CSV Injection"). A number below nought is told as one.
const isFormula = (cell: string): boolean => /^[=+\-@]/.test(cell) && !/^-?[\d.,]+$/.test(cell)

type Read = Omit<Ready, 'line'>

const readyIn = (of: ImportOf, { cells, extra }: Named, about: About): Result<Read, readonly string[]> => {
  const { book, which, known, value, idOf } = sorts[of]
  const { month = '', service = '', source = '' } = cells
  const chosen = (cells[which] ?? '').toLowerCase()
  const odd = [
    ...(extra ? ['has more cells than there are columns'] : []),
    ...Object.entries(cells).flatMap(([name, cell]) => (isFormula(cell) ? [`has a formula in “${name}”`] : [])),
    ...(isMonth(month) ? [] : ['has a month that is not like 2026-10']),
    ...(about.services.includes(service) ? [] : [`has a service that is not one of ${about.services.join(', ')}`]),
    ...(chosen in known ? [] : [`has a ${which} that is not one of ${Object.keys(known).join(', ')}`]),
  ]
  if (odd.length > 0) return no(odd)
  const [year = '', number = ''] = month.split('-')
  const typed: Typed = {
    ...{ 'month-month': [number], 'month-year': [year], [which]: [chosen], source: [source] },
    [value]: [cells[value] ?? ''],
  }
  const id = idOf(service, month, chosen)
  const problems = problemsIn(book, typed, { ...about, id }).map(({ field, words }) => `${saidOf(field)}: ${words}`)
  if (problems.length > 0) return no(problems)
  const [before] = entryVersionsOf(about.entries, id)
  return ok({ id, typed, ...(before === undefined ? {} : { before }) })
}

// A leap is said twice on the page of that number alone, where somebody looks at it.
const saidOf = (field: string): string =>
  field === 'sure' ? 'count, to be typed on its own page' : field.replace(/-.*/, '')

const twice = (rows: readonly { readonly line: number; readonly id: string }[]): readonly RowProblem[] =>
  rows.flatMap(({ line, id }, at) => {
    const first = rows.findIndex((one) => one.id === id)
    return first === at ? [] : [{ line, words: `says the same as line ${rows[first]?.line ?? 1}` }]
  })
