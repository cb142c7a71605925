import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pdfActs, pdfPages } from '#adapters/pictures/pdf-pages.ts'
import { pdfOf } from '#tests/support/sample-files.ts'

const packed = (content: string): Buffer =>
  Buffer.concat([
    Buffer.from('5 0 obj<</Type/ObjStm>>stream\n'),
    deflateSync(Buffer.from(content)),
    Buffer.from('endstream'),
  ])

describe('the pages of a PDF', () => {
  it.each<[string, Buffer, number | undefined]>([
    ['in a tree that lies open', pdfOf(12), 12],
    ['in a packed tree, beside an outline that counts otherwise', pdfOf(7, true), 7],
    [
      'in a tree with branches: the root has them all',
      Buffer.from('<</Count 3/Type /Pages>> <</Kids[1 0 R 2 0 R]/Count 5 /Resources<</Font<<>>>>/Type/Pages>>'),
      5,
    ],
    ['that counts nothing', Buffer.from('<</Type/Pages/Kids[]/Count 0>>'), undefined],
    ['that says nothing', Buffer.from('<</Type/Catalog>>'), undefined],
    ['with a packed part that is damaged', Buffer.from('<</Type/ObjStm>>stream\nnothing packed endstream'), undefined],
  ])('%s', (_, content, pages) => {
    expect(pdfPages(content)).toBe(pages)
  })

  it('are not looked for in what would fill the memory when it is unpacked', () => {
    const bomb = packed(`${' '.repeat(17 * 1024 * 1024)}<</Type/Pages/Count 4>>`)
    expect(bomb.length).toBeLessThan(20_000)
    expect(pdfPages(bomb)).toBe(undefined)
    expect(pdfPages(packed('<</Type/Pages/Count 4>>'))).toBe(4)
  })
})

describe('a PDF that does more than to be read', () => {
  it.each([
    ['a script', '<</S/JavaScript/JS(app.alert(1))>>', true],
    ['a program to open', '<</S /Launch /F(cmd.exe)>>', true],
    ['a script whose name is written in numbers', '<</S/J#61vaScript>>', true],
    ['a script in a packed part', packed('<</S/JavaScript>>').toString('latin1'), true],
    ['a link', '<</S/URI/URI(https://example.com)>>', false],
    ['a font that is called so', '<</BaseFont/JSong>>', false],
  ])('is told: %s', (_, content, told) => {
    expect(pdfActs(Buffer.from(content, 'latin1'))).toBe(told)
  })
})
