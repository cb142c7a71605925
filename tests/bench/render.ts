// Pages a second on one core: a question page served by filling holes, by nunjucks, and by nunjucks with errors.

import * as ask from '#domain/forms/ask.ts'
import { page } from '#domain/forms/form.ts'
import { questionPage } from '#web/show/citizen/filled.ts'
import { type QuestionPage, questionHtml } from '#web/show/citizen/question-page.ts'
import { enteredFrom } from '#web/show/controls/entered.ts'

const asked = page('name', 'What is your name?', {
  firstName: ask.text('First name', { autocomplete: 'given-name' }),
  lastName: ask.text('Last name', { autocomplete: 'family-name' }),
  born: ask.date('Date of birth', { born: true }),
  pays: ask.choice(
    'Select how you pay',
    { rent: 'Rent', mortgage: 'Mortgage', none: ask.none('Neither') },
    { label: 'How do you pay?' },
  ),
})

export const sample: QuestionPage = {
  around: {
    service: { name: 'Apply to join the housing register', home: '/housing' },
    back: '/housing/apply',
    csrf: 'k3lA9',
    timed: true,
  },
  page: asked,
  typed: { firstName: ['Ada'], lastName: ['O’Brien & sons'], 'born-day': ['10'], pays: ['rent'] },
  problems: [],
  action: '/housing/apply/about-you/name',
  caption: 'About you',
  mayLeave: true,
}

const failing: QuestionPage = {
  ...sample,
  problems: [
    { field: 'firstName', words: 'Enter your first name' },
    { field: 'born-month', words: 'Date of birth must include a month and year' },
  ],
}

const perSecond = (render: () => string): number => {
  for (let warm = 0; warm < 500; warm += 1) render()
  const until = performance.now() + 1500
  const start = performance.now()
  let done = 0
  for (; performance.now() < until; done += 20) for (let n = 0; n < 20; n += 1) render()
  return Math.round(done / ((performance.now() - start) / 1000))
}

export const renderRates = () => ({
  filled: perSecond(() => questionPage(sample)),
  nunjucks: perSecond(() => questionHtml(sample, enteredFrom(sample.typed))),
  withErrors: perSecond(() => questionPage(failing)),
})

if (import.meta.main) {
  const rates = renderRates()
  console.log(`a question page, filled:          ${rates.filled} a second (aim 20,000)`)
  console.log(`the same by nunjucks:             ${rates.nunjucks} a second`)
  console.log(`with errors, by nunjucks:         ${rates.withErrors} a second (aim 1,200)`)
}
