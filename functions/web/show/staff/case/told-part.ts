// A part of what an applicant told, as an officer reads it before they accept it or not.
import type { ToldPart } from '#domain/forms/answered/told-parts.ts'
import { maskedLines } from './masks.ts'

// Of a person or place with all that was said of them, as many answers as tell which it is.
const most = 4

export const partSaid = ({ rows }: ToldPart, today: string): { readonly label: string; readonly hint: string } => {
  const [first] = rows
  const label = first?.question ?? ''
  const went = rows.every(({ lines }) => lines.length === 0)
  const came = rows.every(({ before }) => before.length === 0)
  const [of = ''] = label.split(':')
  if (!(went || came) || !rows.every(({ question }) => question.startsWith(`${of}: `)))
    return {
      label,
      hint: rows.map((row, at) => `${at === 0 ? '' : asked(row.question)}${bothSaid(row, today)}`).join(' '),
    }
  const some = rows
    .slice(0, most)
    .map((row) => `${asked(row.question.replace(`${of}: `, ''))}${saidIn(row, went ? 'before' : 'lines', today)}.`)
  const rest = rows.length > most ? [`And ${rows.length - most} more answers, which the history has.`] : []
  return {
    label: `${of}: ${went ? 'no longer in the answers' : 'added to the answers'}`,
    hint: [...some, ...rest].join(' '),
  }
}

// "Sex: ", and "Do they work? ".
const asked = (question: string): string => (question.endsWith('?') ? `${question} ` : `${question}: `)

type Row = ToldPart['rows'][number]

const bothSaid = (row: Row, today: string): string =>
  `Before: ${saidIn(row, 'before', today)}. Now: ${saidIn(row, 'lines', today)}.`

const saidIn = (row: Row, which: 'before' | 'lines', today: string): string => {
  const said = maskedLines({ question: row.question, lines: row[which] }, today).join(', ')
  return said === '' ? 'no answer' : said.replace(/\.$/, '')
}
