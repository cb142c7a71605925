import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleaned } from '#domain/forms/cleaned.ts'

// A mark that nobody sees, which sends a text through every part of the cleaning.
const unseen = '\u200b'

it('makes the same of plain letters as of the same letters with a mark that nobody sees', () => {
  const typed = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }))
  fc.assert(fc.property(typed, (text) => cleaned(text) === cleaned(text + unseen)))
})

it.each([
  ['4 Example Street', '4 Example Street'],
  [' 4  Example Street ', '4  Example Street'],
  ['a', 'a'],
  ['', ''],
  ['   ', ''],
  ['tab\there', 'tab here'],
  ['one\r\ntwo', 'one\ntwo'],
])('leaves of %j what was meant: %j', (text, meant) => {
  expect(cleaned(text)).toBe(meant)
})
