// Rows as a spreadsheet gives them: comma, semicolon or tab between cells, quotes where a cell has them
// (RFC 4180). What cannot be read is refused whole, with its line.
import { no, ok, type Result } from '#domain/result.ts'

export type ImportRow = { readonly line: number; readonly cells: readonly string[] }

export type RowProblem = { readonly line: number; readonly words: string }

const mostCharacters = 60_000
export const mostRows = 90

/** The first row names the columns. Lines count from 1, as a spreadsheet shows them. */
export const rowsIn = (given: string): Result<readonly ImportRow[], RowProblem> => {
  const text = given
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  if (text.trim() === '') return no({ line: 1, words: 'has nothing in it. Paste the rows with their headings' })
  if (text.length > mostCharacters) return no({ line: 1, words: 'begins a text that is too long. Paste it in parts' })
  const odd = text.split('\n').findIndex(unreadable)
  if (odd >= 0)
    return no({ line: odd + 1, words: 'has signs that cannot be read. Save the file as UTF-8 and copy it again' })
  const rows = cellsOf(text, separatorIn(text.split('\n')[0] ?? ''))
  if (rows === undefined) return no({ line: text.split('\n').length, words: 'ends within quotes' })
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  return filled.length > mostRows + 1
    ? no({ line: filled[mostRows + 1]?.line ?? 1, words: `is one too many. Paste ${mostRows} rows at most` })
    : ok(filled)
}

// U+FFFD stands where bytes were no text; other controls come from a file that is none.
const unreadable = (line: string): boolean => /[\uFFFD\p{Cc}]/u.test(line.replaceAll('\t', ''))

const separatorIn = (head: string): string => ['\t', ';'].find((one) => head.includes(one)) ?? ','

// Undefined where a quote is never closed.
const cellsOf = (text: string, separator: string): readonly ImportRow[] | undefined => {
  const rows: ImportRow[] = []
  let [cells, cell, line, from, quoted] = [[] as string[], '', 1, 1, false]
  const endRow = (): void => {
    rows.push({ line: from, cells: [...cells, cell].map((one) => one.trim()) })
    ;[cells, cell, from] = [[], '', line + 1]
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === separator) {
      cells = [...cells, cell]
      cell = ''
    } else if (!quoted && sign === '\n') {
      endRow()
      line += 1
    } else {
      cell += sign
      if (sign === '\n') line += 1
    }
  }
  if (quoted) return undefined
  endRow()
  return rows
}
