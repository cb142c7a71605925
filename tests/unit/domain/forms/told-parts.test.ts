// What was told, without the parts that an officer does not accept (docs/rules/casework.md, "What the applicant sends unasked").
import { expect, it } from 'vitest'
import { withoutParts } from '#domain/forms/answered/told-parts.ts'

const was = {
  pages: { 'money/savings': { savings: ['20'] }, 'people/1/person': { firstName: ['Ada'] } },
  items: { people: ['1'] },
}

it('a page that is not accepted has its answer of before, or none', () => {
  const now = { ...was, pages: { ...was.pages, 'money/savings': { savings: ['9'] }, 'money/pay': { pay: ['5'] } } }
  expect(withoutParts(was, now, new Set(['money/savings', 'money/pay']))).toEqual(was)
  expect(withoutParts(was, now, new Set())).toEqual(now)
})

it('a person who came and is not accepted is not there, and one who went is there again, with all that was said of them', () => {
  const now = { pages: { ...was.pages, 'people/2/person': { firstName: ['Bo'] } }, items: { people: ['1', '2'] } }
  expect(withoutParts(was, now, new Set(['people/2']))).toEqual(was)
  const gone = { pages: { 'money/savings': { savings: ['20'] } }, items: { people: [] } }
  expect(withoutParts(was, gone, new Set(['people/1']))).toEqual(was)
  expect(withoutParts(was, gone, new Set())).toEqual(gone)
})
