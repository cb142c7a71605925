// A date in three parts, or a month in two (Design System, date input: error messages name what is missing).
import { addDays, addYears, type Day, datePartsOf, dayOf, earlier, inWords, later, monthOf } from '../../day.ts'
import { nounOf, repeated } from '../clean.ts'
import { type Kind, one, type Problem, type QuestionAsked, type Typed } from '../kind.ts'
import type { DateQuestion } from '../question.ts'

export const date: Kind<DateQuestion> = {
  fields: (id, question) => partNames(question).map((part) => `${id}-${part}`),
  read: (typed, asked) => (check(typed, asked).length === 0 ? dayFrom(typed, asked) : undefined),
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) => {
    const day = check(typed, asked).length === 0 ? dayFrom(typed, asked) : undefined
    if (day === undefined) return []
    return [asked.question.monthOnly === true ? inWords(day).replace(/^\d+ /, '') : inWords(day)]
  },
  sample: (pick, asked) => typedFrom(sampleDay(pick, asked), asked),
}

const partNames = (question: DateQuestion): readonly ('day' | 'month' | 'year')[] =>
  question.monthOnly === true ? ['month', 'year'] : ['day', 'month', 'year']

const check = (typed: Typed, asked: QuestionAsked<DateQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const names = date.fields(id, question)
  const twice = repeated(typed, names, question.missing)
  if (twice.length > 0) return twice
  const empty = partNames(question).filter((name) => one(typed, `${id}-${name}`) === '')
  if (empty.length === names.length)
    return question.optional === true ? [] : [{ field: names[0] ?? id, words: question.missing }]
  if (empty.length > 0)
    return [{ field: `${id}-${empty[0]}`, words: `${nounOf(question)} must include a ${empty.join(' and ')}` }]
  return realProblems(typed, asked)
}

const realProblems = (typed: Typed, asked: QuestionAsked<DateQuestion>): readonly Problem[] => {
  const { id, question } = asked
  if (!/^\d{4}$/.test(part(typed, `${id}-year`)))
    return [{ field: `${id}-year`, words: `${nounOf(question)} must include a year with 4 numbers, like 2026` }]
  const day = dayFrom(typed, asked)
  if (day === undefined) return [{ field: firstWrong(typed, asked), words: `${nounOf(question)} must be a real date` }]
  const words = outOfRange(day, asked)
  return words === undefined ? [] : [{ field: date.fields(id, question)[0] ?? id, words }]
}

const firstWrong = (typed: Typed, { id, question }: QuestionAsked<DateQuestion>): string => {
  const dayText = part(typed, `${id}-day`)
  const dayBad =
    question.monthOnly !== true && !(/^\d{1,2}$/.test(dayText) && Number(dayText) >= 1 && Number(dayText) <= 31)
  if (dayBad) return `${id}-day`
  return monthFrom(part(typed, `${id}-month`)) === undefined ? `${id}-month` : (date.fields(id, question)[0] ?? id)
}

// Without what people type around it: "27/", "Apr.", "3rd". Nothing is taken out of its middle but
// what nobody sees: "1 2" is not 12.
const part = (typed: Typed, name: string): string => {
  const text = one(typed, name)
  return /^\d{1,4}$/.test(text) ? text : withoutEnds(text)
}

const withoutEnds = (text: string): string =>
  text
    .slice(0, 40)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s./,-]+$/, '')
    .replace(/^(\d{1,2})(st|nd|rd|th)$/i, '$1')

const outOfRange = (day: Day, { question, today }: QuestionAsked<DateQuestion>): string | undefined => {
  const noun = nounOf(question)
  if (question.born === true && day > today) return `${noun} must be in the past`
  if (question.must === 'past' && day > today) return `${noun} must be today or in the past`
  if (question.must === 'future' && day < today) return `${noun} must be today or in the future`
  if (question.notBefore !== undefined && day < question.notBefore)
    return `${noun} must be the same as or after ${inWords(question.notBefore)}`
  const oldest = question.withinDays === undefined ? undefined : addDays(today, -question.withinDays)
  if (oldest !== undefined && day < oldest) return `${noun} must be the same as or after ${inWords(oldest)}`
  const years = question.withinYears ?? (question.born === true ? 120 : 150)
  if (day < addYears(today, -years)) return `${noun} must be the same as or after ${inWords(addYears(today, -years))}`
  if (day > addYears(today, years)) return `${noun} must be the same as or before ${inWords(addYears(today, years))}`
  return undefined
}

const dayFrom = (typed: Typed, { id, question }: QuestionAsked<DateQuestion>): Day | undefined => {
  const month = monthFrom(part(typed, `${id}-month`))
  const year = part(typed, `${id}-year`)
  const dayText = question.monthOnly === true ? '1' : part(typed, `${id}-day`)
  if (month === undefined || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(dayText)) return undefined
  return dayOf(Number(year), month, Number(dayText))
}

// A number, or a name: "jan", "January" (Design System: let people type the month in words).
const monthFrom = (text: string): number | undefined => (/^(0?[1-9]|1[0-2])$/.test(text) ? Number(text) : monthOf(text))

const sampleDay = (pick: (n: number) => number, { question, today }: QuestionAsked<DateQuestion>): Day => {
  if (question.withinDays !== undefined) return addDays(today, -pick(question.withinDays + 1))
  const { year } = datePartsOf(today)
  const past = question.must === 'past' || question.born === true
  const span = Math.min(question.withinYears ?? 30, 90)
  const from = past ? year - 1 - pick(Math.max(1, span - 1)) : year + 1 + pick(Math.max(1, span - 1))
  const sample = dayOf(from, 1 + pick(12), 1 + pick(28)) ?? today
  const within = later(addYears(today, -span), earlier(addYears(today, span), sample))
  return later(question.notBefore ?? within, within)
}

const typedFrom = (day: Day, { id, question }: QuestionAsked<DateQuestion>): Typed => {
  const parts = datePartsOf(day)
  const values = { day: parts.date, month: parts.month, year: parts.year }
  return Object.fromEntries(partNames(question).map((part) => [`${id}-${part}`, [String(values[part])]]))
}
