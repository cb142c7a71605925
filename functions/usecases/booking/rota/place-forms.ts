// Hours of a place, figures of a kind of appointment, and the days on which the council is shut.
import { inWords, weekdayName } from '#domain/day.ts'
import { choices, count, longText, text } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { no, ok } from '#domain/result.ts'
import { type Element, figures } from '#domain/slots/elements.ts'
import { poolsIn } from '#domain/slots/resource.ts'
import type { Hours } from '#domain/slots/rota.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import {
  daysFromWords,
  hoursFaults,
  hoursFromWords,
  hoursInWords,
  specialFromWords,
  specialInWords,
} from '#domain/slots/typed-hours.ts'
import type { ElementAsked, ElementForm } from './element-form.ts'

type Of<K extends Element['kind']> = Extract<Element, { readonly kind: K }>

export const placeForm = ({ timetable }: ElementAsked, element: Of<'place'>): ElementForm => ({
  title: `Hours of ${timetable.places[element.id]?.name ?? element.id}`,
  words: ['Leave a day empty when it is shut.'],
  needs: {
    ...Object.fromEntries(
      weekdays.map((day) => [
        `open-${day}`,
        text(nameOfWeekday(day), {
          optional: true,
          width: 20,
          for: 'officer',
          hint: day === 1 ? 'Like 9am to 5pm' : '',
        }),
      ]),
    ),
    special: longText('Days with other hours', {
      ...{ optional: true, rows: 3, for: 'officer' },
      hint: 'One on each line, like 28 December 2026: 10am to 2pm. It is open then whatever else is shut.',
    }),
  },
  typed: {
    ...Object.fromEntries(weekdays.map((day) => [`open-${day}`, [hoursInWords([element.is.open[day] ?? []].flat())]])),
    special: [specialInWords(element.is.special)],
  },
  read: (typed) => readPlace(element, typed),
})

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

// Of a weekday, 1 is Monday: 30 November 2026 was one.
export const nameOfWeekday = (day: number): string => weekdayName(day === 1 ? '2026-11-30' : `2026-12-0${day - 1}`)

const readPlace = (element: Of<'place'>, typed: Typed) => {
  const problems: Problem[] = []
  const open: Record<number, Hours> = {}
  for (const day of weekdays) {
    const hours = hoursFromWords(one(typed, `open-${day}`))
    const words = hours.ok
      ? hours.value.length > 1
        ? 'must be one time from opening to closing'
        : undefined
      : hoursFaults[hours.error]
    if (words !== undefined) problems.push({ field: `open-${day}`, words: `${nameOfWeekday(day)} ${words}` })
    const [only] = hours.ok ? hours.value : []
    if (only !== undefined) open[day] = only
  }
  const special = specialFromWords(typed.special?.[0] ?? '')
  if (!special.ok)
    problems.push({ field: 'special', words: `Write “${special.error}” like 28 December 2026: 10am to 2pm` })
  return problems.length > 0 || !special.ok ? no(problems) : ok({ ...element, is: { open, special: special.value } })
}

type Figure = (typeof figures)[number]

const figureOf: Readonly<
  Record<Figure, { readonly label: string; readonly hint: string; readonly least: number; readonly most: number }>
> = {
  minutes: {
    label: 'Minutes of the appointment',
    hint: 'Those who have booked keep what they have',
    least: 5,
    most: 240,
  },
  before: { label: 'Minutes kept free before', hint: '', least: 0, most: 60 },
  after: { label: 'Minutes kept free after', hint: '', least: 0, most: 60 },
  step: { label: 'Minutes from one start to the next', hint: '', least: 5, most: 240 },
  leadHours: { label: 'Hours of notice', hint: 'The first time that is offered', least: 0, most: 336 },
  horizonDays: { label: 'Days ahead that can be booked', hint: '', least: 1, most: 180 },
}

export const typeForm = ({ timetable }: ElementAsked, element: Of<'type'>): ElementForm => ({
  title: timetable.types[element.id]?.name ?? element.id,
  words: [],
  needs: {
    ...Object.fromEntries(
      figures.map((figure) => [figure, count(figureOf[figure].label, { ...figureOf[figure], for: 'officer' })]),
    ),
    ...poolQuestion(timetable),
  },
  typed: {
    ...Object.fromEntries(figures.map((figure) => [figure, [String(element.is[figure])]])),
    pools: element.is.needs ?? [],
  },
  read: (typed) => {
    const of = (figure: Figure): number => Number(one(typed, figure))
    const odd = (['minutes', 'before', 'after', 'step'] as const).filter((figure) => of(figure) % 5 > 0)
    const problems = odd.map((figure) => ({
      ...{ field: figure, words: `${figureOf[figure].label} must be a multiple of 5, like 5, 10 or 15` },
    }))
    const is = {
      ...{ minutes: of('minutes'), before: of('before'), after: of('after'), step: of('step') },
      ...{ leadHours: of('leadHours'), horizonDays: of('horizonDays'), needs: typed.pools ?? [] },
    }
    return problems.length > 0 ? no(problems) : ok({ ...element, is })
  },
})

// What one appointment takes of what there is: nothing is asked where there is nothing.
const poolQuestion = ({ resources = [] }: Timetable): Readonly<Record<string, Question>> => {
  const pools = poolsIn(resources)
  if (pools.length === 0) return {}
  return {
    pools: choices('', Object.fromEntries(pools.map((pool) => [pool, pool])), {
      ...{ label: 'What does it need?', hint: 'One of each, where people come to a place', optional: true },
      for: 'officer',
    }),
  }
}

export const closuresForm = (element: Of<'closures'>): ElementForm => ({
  title: 'Days the council is shut',
  words: ['Weekends and bank holidays are shut by themselves.'],
  needs: {
    days: longText('Days', {
      optional: true,
      rows: 8,
      for: 'officer',
      hint: 'One on each line, like 24 December 2026',
    }),
  },
  typed: { days: [element.is.map(inWords).join('\n')] },
  read: (typed) => {
    const days = daysFromWords(typed.days?.[0] ?? '')
    return days.ok
      ? ok({ ...element, is: days.value })
      : no([{ field: 'days', words: `Write “${days.error}” like 24 December 2026` }])
  },
})
