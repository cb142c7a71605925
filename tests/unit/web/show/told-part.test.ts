// A part of what an applicant told, in the words by which an officer accepts it or not.
import { expect, it } from 'vitest'
import { partSaid } from '#web/show/staff/case/told-part.ts'

const row = (question: string, before: readonly string[], lines: readonly string[]) => ({
  question,
  before,
  lines,
  sensitive: false,
})
const said = (...rows: readonly ReturnType<typeof row>[]) => partSaid({ id: 'people/2', rows }, '2026-12-01')

it('an answer is what it was and what it is', () => {
  expect(said(row('Rent', ['£118.20'], ['£900']))).toEqual({ label: 'Rent', hint: 'Before: £118.20. Now: £900.' })
  expect(said(row('Rent', [], ['£900']), row('How often?', ['Month.'], []))).toEqual({
    ...{ label: 'Rent', hint: 'Before: no answer. Now: £900. How often? Before: Month. Now: no answer.' },
  })
})

it('somebody who came or went is said once, with a few answers and how many more there are', () => {
  const of = ['First name', 'Last name', 'Sex', 'Relationship', 'Savings', 'Work'].map((what) => `Ann Bee: ${what}`)
  expect(said(...of.map((question) => row(question, ['Yes'], [])))).toEqual({
    label: 'Ann Bee: no longer in the answers',
    hint: 'First name: Yes. Last name: Yes. Sex: Yes. Relationship: Yes. And 2 more answers, which the history has.',
  })
  expect(said(...of.slice(0, 2).map((question) => row(question, [], ['Yes'])))).toEqual({
    ...{ label: 'Ann Bee: added to the answers', hint: 'First name: Yes. Last name: Yes.' },
  })
})
