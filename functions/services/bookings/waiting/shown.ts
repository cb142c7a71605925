// What somebody waits for, in the words that they chose it by: for them and for staff.
import { inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay } from '#domain/london.ts'
import type { PartOfDay, Waiting } from '#domain/slots/waiting.ts'
import { timetable } from '../timetable/timetable-data.ts'

const partsInWords: Readonly<Record<PartOfDay, string>> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  any: 'Any time of day',
}

export const waitingShown = (waiting: Waiting) => [
  { question: 'What', lines: [timetable.types[waiting.type]?.name ?? waiting.type] },
  { question: 'Where', lines: [timetable.places[waiting.place]?.name ?? waiting.place] },
  {
    question: 'Times that suit',
    lines: [partsInWords[waiting.part], `With ${noticeInWords(waiting.noticeHours)} notice`],
  },
  {
    question: 'On the list',
    lines: [
      `Since ${inWords(londonDay(waiting.joinedAt))}`,
      `Until ${inWords(waiting.lastDay)}`,
      ...(waiting.ahead === true ? ['Ahead of others'] : []),
    ],
  },
  ...(waiting.passed.length === 0
    ? []
    : [{ question: 'Offered and not taken', lines: waiting.passed.map(passedInWords) }]),
]

const noticeInWords = (hours: number): string => {
  if (hours === 168) return '1 week’s'
  return hours === 24 ? '1 day’s' : `${hours / 24} days’`
}

// "2026-12-01 09:30" → "9:30am on 1 December 2026"
const passedInWords = (time: string): string => {
  const [day = '', from = ''] = time.split(' ')
  return `${timeInWords(from)} on ${inWords(day)}`
}
