// Rows of question and answer: an application has some 160. One of each shape is made by nunjucks, and all others by
// filling its holes (docs/decisions/filled-pages.md): the same bytes.
import { part } from '#web/render.ts'
import { escaped, type Html, markup } from '#web/template-runtime.ts'

// `change`: where the answer is changed; '' where it is not.
export type SummaryRow = {
  readonly question: string
  readonly lines: readonly string[]
  readonly change: string
  // What is changed, in words that only a screen reader says.
  readonly hidden: string
}

export const summaryRows = (rows: readonly SummaryRow[]): Html => markup(rows.map(rowHtml).join(''))

const rowHtml = (row: SummaryRow): string => {
  if (row.lines.length > mostLines) return byNunjucks(row)
  const { literals, holes } = segmentsFor(row)
  let html = literals[0] ?? ''
  for (let at = 0; at < holes.length; at += 1) html += escaped(valueAt(row, holes[at] ?? 0)) + (literals[at + 1] ?? '')
  return html
}

const byNunjucks = (row: SummaryRow): string => part('parts/summary-row.njk', { row }).val

// Longer answers are made each time.
const mostLines = 12

// literals[0] holes[0] literals[1] … literals[n]; a hole is a place in what a row says.
type Segments = { readonly literals: readonly string[]; readonly holes: readonly number[] }

const known = new Map<string, Segments>()

const segmentsFor = ({ lines, change }: SummaryRow): Segments => {
  const shape = `${lines.length} ${change !== ''}`
  const found = known.get(shape) ?? segmentsOf(lines.length, change !== '')
  known.set(shape, found)
  return found
}

// Marks are numbers between private-use characters, as in citizen/marks.ts.
const segmentsOf = (lines: number, changes: boolean): Segments => {
  const mark = (at: number): string => `\uE000${at}\uE001`
  const [question, hidden] = [mark(0), mark(1)]
  const marked = { lines: Array.from({ length: lines }, (_, at) => mark(at + 3)), change: changes ? mark(2) : '' }
  const pieces = byNunjucks({ question, hidden, ...marked }).split(/\uE000(\d+)\uE001/)
  return {
    literals: pieces.filter((_piece, at) => at % 2 === 0),
    holes: pieces.filter((_piece, at) => at % 2 === 1).map(Number),
  }
}

const valueAt = ({ question, hidden, change, lines }: SummaryRow, at: number): string => {
  if (at === 0) return question
  if (at === 1) return hidden === '' ? question : hidden
  return at === 2 ? change : (lines[at - 3] ?? '')
}
