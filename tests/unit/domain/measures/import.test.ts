// Rows from a spreadsheet: what is wrong is told line by line, and one wrong line keeps all out (docs/rules/measures.md, "Many at once").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookEntry } from '#domain/measures/books/book.ts'
import { readImport } from '#domain/measures/books/import.ts'
import { rowsIn } from '#domain/measures/books/rows.ts'

const about = { today: '2026-11-25', byId: 'm', entries: [] as readonly BookEntry[], services: ['housing', 'planning'] }
const head = 'month,service,way,count,source'
const read = (text: string, more: Partial<typeof about> = {}) => readImport('channels', text, { ...about, ...more })
const said = (text: string): readonly string[] => {
  const found = read(text)
  return found.ok ? [] : found.error.map(({ line, words }) => `${line} ${words}`)
}

describe('rows from a spreadsheet', () => {
  it.each([
    ['with commas', `${head}\n2026-10,housing,paper,30,The post room`],
    ['with tabs, as they are pasted', `${head}\n2026-10,housing,paper,30,The post room`.replaceAll(',', '\t')],
    ['with semicolons', `${head}\n2026-10,housing,paper,30,The post room`.replaceAll(',', ';')],
    [
      'with the mark that some programs begin a file with',
      `\uFEFF${head}\r\n2026-10,housing,paper,30,The post room\r\n`,
    ],
    [
      'with quotes, capitals and empty lines',
      `${head.toUpperCase()}\n\n"2026-10",housing,Paper,"30","The post room"\n\n`,
    ],
  ])('are read %s', (_, text) => {
    const found = read(text)
    expect(found.ok && found.value.map(({ id, typed }) => [id, typed.count, typed.source])).toEqual([
      ['housing.2026-10.paper', ['30'], ['The post room']],
    ])
  })

  it.each([
    ['nothing', '', '1 has nothing in it. Paste the rows with their headings'],
    ['a heading alone', head, '2 has no numbers: there is a heading and no row'],
    [
      'a column that nobody knows',
      `${head},note\n2026-10,housing,paper,3,x,y`,
      '1 has a column “note” that we do not know',
    ],
    ['a column too few', 'month,service,way,count\n2026-10,housing,paper,3', '1 has no column “source”'],
    ['a formula', `${head}\n2026-10,housing,paper,3,"=HYPERLINK(""x"")"`, '2 has a formula in “source”'],
    ['a formula as a number', `${head}\n2026-10,housing,paper,+1+1,x`, '2 has a formula in “count”'],
    ['a month that is none', `${head}\n2026-13,housing,paper,3,x`, '2 has a month that is not like 2026-10'],
    ['another service', `${head}\n2026-10,libraries,paper,3,x`, '2 has a service that is not one of housing, planning'],
    ['another way', `${head}\n2026-10,housing,pigeon,3,x`, '2 has a way that is not one of keyed, paper, other'],
    [
      'a number below nought',
      `${head}\n2026-10,housing,paper,-3,x`,
      '2 count: How many were completed must be 0 or more',
    ],
    [
      'a number with a part',
      `${head}\n2026-10,housing,paper,2.5,x`,
      '2 count: How many were completed must be a whole number, like 85',
    ],
    ['no source', `${head}\n2026-10,housing,paper,3,`, '2 source: Enter where the number is from'],
    ['a cell too many', `${head}\n2026-10,housing,paper,1,200,x`, '2 has more cells than there are columns'],
    ['the same twice', `${head}\n2026-10,housing,paper,3,x\n2026-10,housing,paper,4,x`, '3 says the same as line 2'],
    ['a quote that never ends', `${head}\n2026-10,housing,paper,3,"x`, '2 ends within quotes'],
    [
      'another encoding',
      `${head}\n2026-10,housing,paper,3,caf\uFFFD`,
      '2 has signs that cannot be read. Save the file as UTF-8 and copy it again',
    ],
    [
      'a file that is no text',
      `${head}\n2026\u0000-10`,
      '2 has signs that cannot be read. Save the file as UTF-8 and copy it again',
    ],
    ['too much', 'x'.repeat(60_001), '1 begins a text that is too long. Paste it in parts'],
    ['too many rows', `${head}\n${'x\n'.repeat(91)}`, '92 is one too many. Paste 90 rows at most'],
  ])('with %s are refused, and the line is named', (_, text, words) => {
    expect(said(text)).toEqual([words])
  })

  it('tell every wrong line at once', () => {
    const text = `${head}\n2026-10,housing,paper,3,x\n2026-10,housing,other,many,x\n2027-10,planning,paper,3,x`
    expect(said(text).map((one) => one.slice(0, 2))).toEqual(['3 ', '4 '])
  })

  it('that leap to more than ten times the month before are typed on their own page, where somebody looks', () => {
    const before: BookEntry = {
      ...{ id: 'housing.2026-09.paper', version: 1, at: 0, by: 'm', byId: 'm', typed: { count: ['2'] } },
    }
    const found = read(`${head}\n2026-10,housing,paper,21,x`, { entries: [before] })
    expect(found.ok ? [] : found.error[0]?.words).toContain('Are you sure?')
  })

  it('of any sort are read or refused, and never break', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '=', '\t', ';', '1', '\r') }), (text) => {
        const found = rowsIn(text)
        expect(found.ok || found.error.line > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
