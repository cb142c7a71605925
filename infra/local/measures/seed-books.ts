// What the demonstration's staff typed for the figures: indicators, a word on one, costs, prices, and what was changed.

import { configFrom } from '#adapters/config.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { addDays, type Day, datePartsOf } from '#domain/day.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { BookId } from '#domain/measures/books/book.ts'
import { monthAfter, monthOfDay } from '#domain/measures/months.ts'
import { tableFrom } from '#functions/wiring/residents.ts'

export const seedBooks = async (
  env: Readonly<Record<string, string | undefined>>,
  now: number,
  today: Day,
): Promise<void> => {
  const books = bookStore(tableFrom(configFrom(env), env))
  for (const [book, id, said] of entriesOn(today)) {
    const typed: Typed = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value]]))
    const entry = { id, version: 1, at: now, by: 'Housing team manager', byId: 'housing-manager', typed }
    await books.add(book, entry, { id: `seed-${book}-${id}` })
  }
}

type Said = Readonly<Record<string, string>>

const on = (name: string, day: Day): Said => {
  const { year, month, date } = datePartsOf(day)
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

const entriesOn = (today: Day): readonly (readonly [BookId, string, Said])[] => {
  const [last, lastButOne] = [-1, -2].map((back) => monthAfter(monthOfDay(today), back))
  return [
    ...indicators.map(
      ({ code, ...said }) => ['indicators', code, { ...common, ...said, ...on('from', '2025-04-01') }] as const,
    ),
    ['comments', `decided-in-time.${lastButOne}`, { words: 'Two officers left in summer. Both posts are filled now.' }],
    ...['housing', 'bookings', 'planning'].flatMap((service) => costsOf(service, last ?? '')),
    ...prices.map(
      ([way, amount]) => ['unit-costs', way, { amount, year: '2026', source: 'Demonstration only' }] as const,
    ),
    [
      'changes',
      'shorter-hint',
      {
        ...{
          page: '/housing',
          said: 'It was not clear what to have ready',
          changed: 'The list of what you need is shorter.',
        },
        ...{ comments: '14', ...on('changedOn', addDays(today, -20)) },
      },
    ],
  ]
}

const common = { strand: 'Digital Strategy', direction: 'up', baseline: '', benchmark: '' }

const indicators = [
  {
    ...{ code: 'people-who-finish', title: 'People who finish', measure: 'completion', service: 'housing' },
    ...{ owner: 'Head of housing', target: '65', tolerance: '5', howSet: 'Ten points more than in 2024.' },
  },
  {
    ...{ code: 'booked-without-staff', title: 'Booked without staff', measure: 'automated', service: 'bookings' },
    ...{ owner: 'Head of customer services', target: '78', tolerance: '4', howSet: 'Twenty points more than in 2024.' },
  },
  {
    ...{ code: 'decided-in-time', title: 'Planning decided in time', measure: 'in-time', service: 'planning' },
    ...{ owner: 'Head of planning', target: '90', tolerance: '2', howSet: 'What the best quarter of councils reach.' },
  },
] as const

const costsOf = (service: string, month: string): readonly (readonly [BookId, string, Said])[] => {
  const [year = '', number = ''] = month.split('-')
  const said = { 'month-month': number, 'month-year': year, source: 'Demonstration only' }
  return [
    ['costs', `${service}.${month}.staff`, { ...said, line: 'staff', amount: '4200' }],
    ['costs', `${service}.${month}.hosting`, { ...said, line: 'hosting', amount: '61.20' }],
  ]
}

const prices = [
  ['self', '0.20'],
  ['keyed', '4'],
  ['paper', '5.50'],
  ['other', '8'],
] as const
