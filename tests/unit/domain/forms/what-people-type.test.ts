import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as ask from '#domain/forms/ask.ts'
import { answerOf, kinds, problemsOf } from '#domain/forms/fields/index.ts'
import { numbers } from './typed-numbers.ts'
import { places } from './typed-places.ts'
import { words } from './typed-words.ts'

const today = '2026-11-23'
const told = [...numbers, ...words, ...places]

// How many of each kind.
const tried = {
  address: 27,
  boundary: 27,
  choice: 3,
  choices: 2,
  count: 37,
  date: 38,
  declaration: 2,
  email: 18,
  files: 2,
  'long-text': 10,
  measure: 47,
  money: 57,
  'national-insurance': 10,
  phone: 50,
  'slot-day': 2,
  'slot-time': 2,
  text: 48,
  'yes-no': 2,
}

const countOf = (kind: string): number => told.filter(({ question }) => question.kind === kind).length

describe('What people type', () => {
  it('is tried with 300 things and more, over every kind of answer', () => {
    expect(told.length).toBeGreaterThanOrEqual(300)
    const counts = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, countOf(kind)]))
    expect(Object.values(counts)).not.toContain(0)
    expect(counts).toEqual(tried)
  })

  it.each(told.map((row) => [row.question.kind, JSON.stringify(row.typed).slice(0, 120), row] as const))(
    'is read as it is meant, or asked about: %s %s',
    (_kind, _typed, { question, typed, means }) => {
      const problem = problemsOf(typed, 'q', question, today)[0]?.words
      if ('asks' in means) expect(problem).toBe(means.asks)
      else expect([problem, answerOf(typed, 'q', question, today)]).toEqual([undefined, means.is])
    },
  )
})

// What a careful person understands: commas or spaces part thousands from the right, and a point
// parts what is less than one.
const understood = (typed: string): number | undefined => {
  const text = typed.trim()
  const [whole = '', part = '', ...more] = text.split('.')
  const groups = whole.split(/[, ]/)
  const grouped =
    groups.length === 1 || (groups.every((group, at) => at === 0 || group.length === 3) && !whole.startsWith('0'))
  const one = new Set(whole.replace(/\d/g, '')).size <= 1 && (groups[0] ?? '').length > 0
  if (more.length > 0 || !/^[\d., ]+$/.test(text) || (groups.length > 1 && (!grouped || !one))) return undefined
  if (groups.length > 1 && (groups[0] ?? '').length > 3) return undefined
  return Number(`${groups.join('') || '0'}.${part || '0'}`)
}

const written = fc
  .array(fc.constantFrom('0', '1', '2', '3', '5', '7', '9', ',', '.', ' ', '\u00a0'), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''))

const readers = [
  ['an amount', ask.money('It'), 100],
  ['a measurement', ask.measure('It', 'metres', { decimals: 8, most: 1e12 }), 1],
  ['a count', ask.count('It', { most: 1e12, decimals: 8 }), 1],
] as const

describe('No reader changes the size of a number in silence', () => {
  it.each(readers)('%s is what is understood, or it is asked about', (_name, question, times) => {
    let read = 0
    fc.assert(
      fc.property(written, (typed) => {
        const answer = answerOf({ q: [typed] }, 'q', question, today)
        if (answer === undefined) return
        read += 1
        const meant = (understood(typed.replaceAll('\u00a0', ' ')) ?? Number.NaN) * times
        expect(Math.abs(Number(answer) - meant)).toBeLessThanOrEqual(meant * 1e-12)
      }),
      { numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  it.each(readers)('%s reads every number that is written plainly', (_name, question, times) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom('', ',', ' '),
        fc.nat(9),
        (n, mark, tenths) => {
          const typed = `${String(n).replace(/\B(?=(\d{3})+$)/g, mark)}.${tenths}`
          expect(Number(answerOf({ q: [typed] }, 'q', question, today))).toBeCloseTo((n + tenths / 10) * times, 3)
        },
      ),
    )
  })

  it.each([
    ['an easting of a boundary', 'q-easting', 'easting'],
    ['a northing of a boundary', 'q-northing', 'northing'],
  ])('%s is what is understood, or it is asked about', (_name, field, part) => {
    fc.assert(
      fc.property(written, (typed) => {
        const other = part === 'easting' ? { 'q-northing': ['90600'] } : { 'q-easting': ['369000'] }
        const answer = answerOf({ [field]: [typed], ...other }, 'q', ask.boundary('Show'), today)
        if (typeof answer !== 'object' || answer === null || !(part in answer)) return
        const read: unknown = Object.entries(answer).find(([key]) => key === part)?.[1]
        expect(read).toBeCloseTo(understood(typed.replaceAll('\u00a0', ' ')) ?? Number.NaN, 3)
      }),
      { numRuns: 5000 },
    )
  })
})
