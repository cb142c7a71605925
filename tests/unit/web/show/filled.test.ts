// The proof that filling is right: a page served by filling holes is, byte for byte, the page that nunjucks makes,
// whatever was typed, for every page of every form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '#domain/forms/form.ts'
import { services } from '#services/catalogue.ts'
import { bigPage, onePagers } from '#tests/support/people/every-question.ts'
import { typedOn } from '#tests/support/worlds/hostile.ts'
import { part } from '#web/render.ts'
import type { Around } from '#web/show/citizen/around.ts'
import { questionPage } from '#web/show/citizen/filled.ts'
import { type QuestionPage, questionHtml } from '#web/show/citizen/question-page.ts'
import { enteredFrom } from '#web/show/controls/entered.ts'
import { summaryRows } from '#web/show/summary-rows.ts'

const words = fc.constantFrom(
  'Sample',
  '',
  '((name))',
  '<b>"&\'',
  '\ue000\u0030\ue001',
  '$&',
  'Ŵyn 👩‍👧',
  '\u202eelpmaS',
  'a\r\nb',
)
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const around: fc.Arbitrary<Around> = fc
  .record({
    back: optional(words),
    csrf: optional(words),
    askedAgain: optional(words),
    kept: fc.boolean(),
    timed: fc.boolean(),
  })
  .map(({ back, csrf, askedAgain, kept, timed }) => ({
    service: { name: 'Apply for social housing', home: '/housing' },
    timed,
    ...(back === undefined ? {} : { back }),
    ...(csrf === undefined ? {} : { csrf }),
    ...(askedAgain === undefined ? {} : { askedAgain }),
    ...(kept ? { heldTime: { what: 'Tuesday 1 December at 9:30am', until: '10:12am', over: false } } : {}),
  }))

const visits = (page: Page): fc.Arbitrary<QuestionPage> =>
  fc
    .record({
      around,
      typed: typedOn(page),
      name: optional(words),
      action: fc.constantFrom('/housing/about-you/name', '/housing/about-you/name?change=1', '/a"b?change=1&x=<'),
      extra: optional(fc.constantFrom({ manual: true }, { search: true }, {})),
      mayLeave: fc.boolean(),
      theirs: fc.boolean(),
    })
    .map(({ name, extra, ...given }) => ({
      ...given,
      page,
      problems: [],
      caption: 'About you',
      ...(name === undefined ? {} : { name }),
      ...(extra === undefined ? {} : { extra }),
    }))

const provesEqual = (page: Page, numRuns: number): void => {
  fc.assert(
    fc.property(visits(page), (given) => {
      const byNunjucks = questionHtml(given, enteredFrom(given.typed, given.name))
      if (questionPage(given) !== byNunjucks) expect(questionPage(given)).toBe(byNunjucks)
    }),
    { numRuns },
  )
}

const asked = services.flatMap(({ id, form }) =>
  form.sections.flatMap((section) => section.pages.map((page) => [`${id}/${section.id}/${page.id}`, page] as const)),
)

describe('A page that is filled is the page that nunjucks makes', () => {
  it.each(asked)('%s', (_key, page) => {
    provesEqual(page, 6)
  })
  it.each([bigPage, ...onePagers].map((page) => [page.id, page] as const))(
    'every kind of question: %s',
    (_id, page) => {
      provesEqual(page, 40)
    },
  )
})

it('A boundary that was pasted stands open, and the next person’s does not', () => {
  const page = onePagers.find(({ questions }) => Object.values(questions).some(({ kind }) => kind === 'boundary'))
  if (page === undefined) throw new Error('No page asks for a boundary')
  const shown = (typed: QuestionPage['typed']) => {
    const given = { page, typed, problems: [], around: {}, action: '/planning/site', caption: 'The site' }
    return [questionPage(given), questionHtml(given, enteredFrom(typed))]
  }
  const [id = ''] = Object.keys(page.questions)
  for (const typed of [{}, { [id]: ['{}'] }, {}]) {
    const [filled, byNunjucks] = shown(typed)
    expect(filled).toBe(byNunjucks)
  }
})

describe('A row of question and answer that is filled is the row that nunjucks makes', () => {
  const row = fc.record({
    question: words,
    lines: fc.oneof(fc.array(words, { maxLength: 4 }), fc.array(words, { minLength: 11, maxLength: 14 })),
    change: words,
    hidden: words,
  })
  it('whatever was asked and said, and however many rows there are', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const byNunjucks = rows.map((one) => part('parts/summary-row.njk', { row: one }).val).join('')
        expect(summaryRows(rows).val).toBe(byNunjucks)
      }),
      { numRuns: 150 },
    )
  })
})
