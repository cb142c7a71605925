import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as ask from '#domain/forms/ask.ts'
import { answerLinesOf, answerOf, keepFields, kinds, problemsOf, sampleOf } from '#domain/forms/fields/index.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

const today = '2026-11-23'

const questions: readonly Question[] = [
  ask.text('First name'),
  ask.longText('What happened'),
  ask.count('Number of children', { most: 20 }),
  ask.money('Rent', { per: 'week' }),
  ask.measure('Floor area', 'square metres'),
  ask.date('Date of birth', { born: true }),
  ask.date('Month you moved in', { monthOnly: true, must: 'past' }),
  ask.choice('Select where you live', { rent: 'I rent', own: 'I own' }),
  ask.choices('Select who lives with you', {
    partner: 'Partner',
    children: ask.reveal('Children', { howMany: ask.count('How many') }),
    no: ask.none('No one'),
  }),
  ask.yesNo('Select yes if you work', { reveals: { yes: { employer: ask.text('Employer') } } }),
  ask.address('Enter your address'),
  ask.phone('Telephone number'),
  ask.mobile('Mobile number'),
  ask.email('Email address'),
  ask.nationalInsurance('National Insurance number'),
  ask.files('Select a file'),
  ask.declaration('I agree', 'Select to agree'),
  ask.slotDay('Select a day'),
  ask.slotTime('Select a time'),
  ask.boundary('Show where the site is'),
]

const problem = (question: Question, typed: Record<string, string | string[]>): string | undefined => {
  const lists: Typed = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  )
  return problemsOf(lists, 'q', question, today)[0]?.words
}

describe('Every kind of answer', () => {
  it('is tried here', () => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)))
  })

  it.each(questions.map((question) => [question.kind, question] as const))(
    'accepts its own sample and shows it: %s',
    (_kind, question) => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(10_000)), (stream) => {
          const numbers = stream[Symbol.iterator]()
          const pick = (n: number): number => Number(numbers.next().value) % n
          const typed = sampleOf(pick, 'q', question, today)
          expect(problemsOf(typed, 'q', question, today)).toEqual([])
          expect(answerOf(typed, 'q', question, today)).not.toBeUndefined()
          expect(answerLinesOf(typed, 'q', question, today).join('')).not.toBe('')
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(questions.map((question) => [question.kind, question] as const))(
    'never fails on what anybody could type, and gives no answer where there is a problem: %s',
    (_kind, question) => {
      const names = kinds[question.kind].fields('q', question as never)
      const value = fc.oneof(
        fc.string(),
        fc.constantFrom('1e3', '-1', '٣', '0x10', '<script>', '{{7*7}}', "'; DROP TABLE", '\u202eevil', '=1+1', '31'),
      )
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(value, { maxLength: 3 })), (typed) => {
          const problems = kinds[question.kind].check(typed, { id: 'q', question: question as never, today })
          if (problems.length > 0) expect(answerOf(typed, 'q', question, today)).toBeUndefined()
        }),
      )
    },
  )

  it.each(questions.map((question) => [question.kind, question] as const))(
    'answers at once to 50,000 characters: %s',
    (_kind, question) => {
      const long = 'a'.repeat(50_000)
      const names = kinds[question.kind].fields('q', question as never)
      const typed = Object.fromEntries(names.map((name) => [name, [`${long}!`]]))
      expect(problemsOf(typed, 'q', question, today).length).toBeGreaterThan(0)
    },
  )

  it('is not joined from a field that was posted twice', () => {
    expect(problem(ask.text('First name'), { q: ['a', 'b'] })).toBe('Enter first name')
  })

  it('drops what the page did not ask, __proto__ included', () => {
    const posted: Record<string, string[]> = Object.create(null)
    Object.defineProperty(posted, '__proto__', { value: ['x'], enumerable: true })
    posted.status = ['approved']
    posted.q = ['Ada']
    expect(keepFields(posted, { q: ask.text('First name') })).toEqual({ q: ['Ada'] })
  })
})

describe('A date', () => {
  const born = ask.date('Date of birth', { born: true })
  const parts = (day: string, month: string, year: string) => ({ 'q-day': day, 'q-month': month, 'q-year': year })
  it.each([
    ['', '', '', 'Enter date of birth'],
    ['27', '', '1985', 'Date of birth must include a month'],
    ['27', '', '', 'Date of birth must include a month and year'],
    ['31', '2', '1985', 'Date of birth must be a real date'],
    ['29', '02', '2023', 'Date of birth must be a real date'],
    ['1', '1', '85', 'Date of birth must include a year with 4 numbers, like 2026'],
    ['1', '1', '99999', 'Date of birth must include a year with 4 numbers, like 2026'],
    ['1', '1', '0000', 'Date of birth must be a real date'],
    ['1e1', '1', '1985', 'Date of birth must be a real date'],
    ['٣', '1', '1985', 'Date of birth must be a real date'],
    ['-1', '1', '1985', 'Date of birth must be a real date'],
    ['24', '11', '2026', 'Date of birth must be in the past'],
  ])('of %s %s %s is told: %s (H63)', (day, month, year, words) => {
    expect(problem(born, parts(day, month, year))).toBe(words)
  })
  it('takes the month in words', () => {
    const typed = { 'q-day': ['3'], 'q-month': ['Jan'], 'q-year': ['1985'] }
    expect(answerLinesOf(typed, 'q', born, today)).toEqual(['3 January 1985'])
  })
})

describe('A number we will text', () => {
  it.each(['07700 900 123', '+44 7700 900123', '0044 7700 900 123', '+44 (0)7700 900123', '(07700) 900-123'])(
    'is read from %s',
    (typed) => {
      expect(answerOf({ q: [typed] }, 'q', ask.mobile('Mobile number'), today)).toBe('+447700900123')
    },
  )
  it.each([
    '07012 345678',
    '07624 123456',
    '07640 123456',
    '01632 960001',
    '0909 8790000',
    '+33 6 12 34 56 78',
    '1'.repeat(30),
    'letters',
    '٠٧٧٠٠٩٠٠١٢٣',
  ])('is not %s', (typed) => {
    expect(problem(ask.mobile('Mobile number'), { q: typed })).toBe('Enter a UK mobile number, like 07700 900 982')
  })
})

describe('Amounts, addresses and choices', () => {
  it('money is read as people write it', () => {
    expect(answerOf({ q: ['£1,200.50'] }, 'q', ask.money('Rent'), today)).toBe(120_050)
    expect(answerLinesOf({ q: ['1200'] }, 'q', ask.money('Rent', { per: 'month' }), today)).toEqual(['£1,200 a month'])
  })
  it('none of these cannot stand with another', () => {
    const question = ask.choices('Select who lives with you', { partner: 'Partner', no: ask.none('No one') })
    expect(problem(question, { q: ['partner', 'no'] })).toBe('Select who lives with you, or select ‘No one’')
  })
  it('a revealed question counts only while its choice is selected', () => {
    const question = ask.yesNo('Select yes if you work', { reveals: { yes: { employer: ask.text('Employer') } } })
    expect(problemsOf({ q: ['yes'] }, 'q', question, today)).toEqual([{ field: 'employer', words: 'Enter employer' }])
    expect(problemsOf({ q: ['no'], employer: [''] }, 'q', question, today)).toEqual([])
    expect(answerLinesOf({ q: ['yes'], employer: ['Mill Lane Bakery'] }, 'q', question, today)).toEqual([
      'Yes',
      'Employer: Mill Lane Bakery',
    ])
  })
  it('a postcode is asked for in full', () => {
    expect(
      problem(ask.address('Enter your address'), {
        'q-line1': '1 High Street',
        'q-town': 'Weymouth',
        'q-postcode': 'DT4',
      }),
    ).toBe('Enter a full UK postcode, like DT1 1XJ')
  })
  it.each(['a@b.c%0aBcc:x@y.uk', 'name@', '@example.com', 'a b@example.com', 'name@example', 'name@exa\nmple.com'])(
    'an email address is not %s',
    (typed) => {
      expect(problem(ask.email('Email address'), { q: typed })).toBe(
        'Enter an email address in the correct format, like name@example.com',
      )
    },
  )
  it('a drawn boundary is measured, and one that crosses itself is refused', () => {
    const square = (ring: number[][]) => JSON.stringify({ type: 'Polygon', coordinates: [ring] })
    const good = square([
      [-2.44, 50.71],
      [-2.439, 50.71],
      [-2.439, 50.711],
      [-2.44, 50.711],
      [-2.44, 50.71],
    ])
    const bad = square([
      [-2.44, 50.71],
      [-2.439, 50.711],
      [-2.439, 50.71],
      [-2.44, 50.711],
      [-2.44, 50.71],
    ])
    const area = answerOf({ q: [good] }, 'q', ask.boundary('Show'), today)
    expect(area).toMatchObject({ areaSquareMetres: expect.closeTo(7830, -2) })
    expect(problem(ask.boundary('Show'), { q: bad })).toBe('The site boundary must not cross itself')
  })
})
