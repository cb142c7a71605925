// What staff see of an answer before they ask for it whole: of a telephone number its end, of an email
// address its beginning, of a date of birth the age, of a National Insurance number its letters
// (docs/rules/casework.md, "What tells who somebody is").
import { ageOn, type Day, dayFromWords } from '#domain/day.ts'
import type { Entry } from '#domain/forms/answered/record.ts'
import { anyNumber } from '#domain/forms/fields/phone.ts'
import { withoutNumber } from '../../citizen/masked.ts'

type Answer = Pick<Entry, 'question' | 'lines'>

export const maskedLines = ({ question, lines }: Answer, today: Day): readonly string[] =>
  lines.map((line) => maskedLine(question, line.trim(), today))

// What is asked beneath a choice stands behind its words: "Their phone number: 07700 900 205".
const maskedLine = (question: string, line: string, today: Day): string => {
  const [, label = '', rest = line] = /^([^:\d]{1,60}: )(.+)$/.exec(line) ?? []
  return label + maskedAlone(`${question} ${label}`, rest, today)
}

const maskedAlone = (question: string, line: string, today: Day): string => {
  const born = /date of birth/i.test(question) ? dayFromWords(line) : undefined
  if (born !== undefined) return `Aged ${Math.max(0, ageOn(born, today))}`
  if (/^\S+@\S+$/.test(line)) return `Address beginning with ${line.slice(0, 1)}`
  if (/^[0+]/.test(line) && anyNumber(line) !== undefined) return `Number ending ${endOf(line)}`
  return withoutNumber(line)
}

const endOf = (number: string): string => number.replace(/\D/g, '').slice(-3)

export const isMasked = (answer: Answer, today: Day): boolean =>
  maskedLines(answer, today).some((line, at) => line !== answer.lines[at]?.trim())

/** By which one answer is asked for whole: its page and question. */
export const maskFieldOf = ({ key, id }: Pick<Entry, 'key' | 'id'>): string => `${key}|${id}`

// `shown`: the one that was asked for whole. With `field` the rest can be asked for.
export const answerShown = (
  entry: Entry,
  { shown, today }: { readonly shown?: string | undefined; readonly today: Day },
): { readonly question: string; readonly lines: readonly string[]; readonly field?: string } => {
  const { question, lines } = entry
  if (!isMasked(entry, today) || maskFieldOf(entry) === shown) return { question, lines }
  return { question, lines: maskedLines(entry, today), field: maskFieldOf(entry) }
}
