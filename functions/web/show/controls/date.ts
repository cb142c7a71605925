// A date in three boxes, or two where only month and year are asked.
import type { DateQuestion } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, isTheirOwn, legend, problemOf, type Shown } from './asked.ts'

export const date = (asked: Asked<DateQuestion>): Shown => ({
  view: 'fields/date.njk',
  options: {
    id: asked.id,
    namePrefix: asked.id,
    fieldset: { legend: legend(asked) },
    ...hint(asked, exampleFor(asked.question)),
    ...error(asked),
    items: dateFieldsOf(asked.question).map((part) => box(asked, part)),
  },
})

type Part = 'day' | 'month' | 'year'

export const dateFieldsOf = (question: DateQuestion): readonly Part[] =>
  question.monthOnly === true ? ['month', 'year'] : ['day', 'month', 'year']

const box = (asked: Asked<DateQuestion>, part: Part): Variables => ({
  name: part,
  value: asked.entered.line(`${asked.id}-${part}`),
  classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  error: wrong(asked, part),
  autocomplete: asked.question.born === true && isTheirOwn(asked) ? `bday-${part}` : undefined,
})

// "Date of birth must include a month" is about the month; any other problem is about the whole date (Design System, date input).
const wrong = (asked: Asked<DateQuestion>, part: Part): boolean => {
  const words = problemOf(asked)?.words
  if (words === undefined) return false
  const missing = /must include (.*)$/.exec(words)?.[1]
  return missing === undefined || missing.includes(part)
}

const exampleFor = (question: DateQuestion): string => {
  if (question.monthOnly === true) return 'For example, 3 2023'
  return question.born === true
    ? 'For example, 31 3 1980'
    : question.must === 'future'
      ? 'For example, 27 3 2027'
      : 'For example, 27 3 2025'
}
