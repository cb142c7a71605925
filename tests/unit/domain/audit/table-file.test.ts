// Cells of a file that a spreadsheet opens (H19).
import { describe, expect, it } from 'vitest'
import { cellOf, tableFile } from '#domain/audit/table-file.ts'

describe('a cell', () => {
  it.each([
    ['+44 7700 900123', '07700900123'],
    [' =1', "'=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['\t@SUM(A1)', "'@SUM(A1)"],
    ['\r\n-2+3', "'-2+3"],
    ['＝1', "'＝1"],
    ['+44 =1', "'+44 =1"],
    ['a "b", c', '"a ""b"", c"'],
    ['one\ntwo', 'one two'],
    ['2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
  ])('%j is %s', (text, cell) => {
    expect(cellOf(text)).toBe(cell)
  })

  it('stands in a row that ends with CRLF, in a file that says that it is UTF-8', () => {
    expect(tableFile([['a', 'b'], ['ü']])).toBe('\uFEFFa,b\r\nü\r\n')
  })
})
