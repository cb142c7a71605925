// A member of staff: what they can do, where, and in which hours; their absences; and a room.
import { addDays, type Day, datePartsOf, inWords, weekday } from '#domain/day.ts'
import { choice, choices, count, date, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Element, StaffHours } from '#domain/slots/elements.ts'
import type { Hours } from '#domain/slots/rota.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { hoursFaults, hoursFromWords, hoursInWords } from '#domain/slots/typed-hours.ts'
import type { ElementAsked, ElementForm } from './element-form.ts'
import { nameOfWeekday, weekdays } from './place-forms.ts'

type Of<K extends Element['kind']> = Extract<Element, { readonly kind: K }>

export const staffForm = (asked: ElementAsked, element: Of<'staff'> | undefined): ElementForm => {
  const is = element?.is ?? nobody(asked.today)
  const weeks = asked.weeks ?? is.weeks.length
  const entries = exceptionsOf(is)
  return {
    title: element === undefined ? 'Add a member of staff' : is.name,
    words: ['Leave a day empty when they do not work.'],
    needs: {
      name: text('Name', { for: 'officer', hint: 'As staff know them. Residents never see it', theirs: true }),
      skills: choices('Select what they can do', skillsOf(asked.timetable), {
        label: 'What can they do?',
        for: 'officer',
      }),
      places: choices('Select where they work', placesOf(asked.timetable), {
        label: 'Where do they work?',
        for: 'officer',
      }),
      weeks: count('Weeks before the hours begin again', {
        ...{ least: 1, most: 8, for: 'officer', hint: '1 if each week is the same' },
      }),
      ...(weeks > 1 ? { anchor: date('Week 1 begins on', { hint: 'A Monday', for: 'officer' }) } : {}),
      ...Object.fromEntries(weekFields(weeks)),
      ...(entries.length === 0 ? {} : { keeps: keepsQuestion(entries) }),
      ...(element === undefined
        ? {}
        : { works: yesNo('Select if they still work here', { label: 'Do they still work here?', for: 'officer' }) }),
    },
    typed: typedOf(is, weeks, entries),
    read: (typed) => readStaff(asked, { id: element?.id ?? asked.newId, is, weeks }, typed),
  }
}

const nobody = (today: Day): StaffHours => ({
  ...{ name: '', skills: [], places: [], weeks: [{}], anchor: addDays(today, 8 - weekday(today)), away: [], other: [] },
})

const fieldOf = (week: number, day: number): string => `week${week + 1}-${day}`

const weekFields = (weeks: number): readonly [string, Question][] =>
  Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
    weekdays.map((day): [string, Question] => [
      fieldOf(week, day),
      text(`${weeks > 1 ? `Week ${week + 1}, ` : ''}${nameOfWeekday(day)}`, {
        ...{ optional: true, width: 20, for: 'officer' },
        hint: week === 0 && day === 1 ? 'Like 9am to 12:30pm, 1:15pm to 5pm' : '',
      }),
    ]),
  )

const skillsOf = ({ types }: Timetable): Readonly<Record<string, string>> => {
  const skills = [...new Set(Object.values(types).map(({ skill }) => skill))]
  return Object.fromEntries(
    skills.map((skill) => [
      skill,
      Object.values(types)
        .filter((type) => type.skill === skill)
        .map(({ name }) => name)
        .join(', '),
    ]),
  )
}

const placesOf = ({ places }: Timetable): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(places).map(([id, { name }]) => [id, name]))

type Exception = { readonly id: string; readonly words: string }

// Away first, then other hours: as `keeps` names them.
const exceptionsOf = ({ away, other }: StaffHours): readonly Exception[] => [
  ...away.map(({ from, until, part }, at) => ({
    ...{
      id: `away-${at}`,
      words: `Away ${rangeInWords(from, until)}${part === undefined ? '' : `, ${hoursInWords([part])}`}`,
    },
  })),
  ...other.map(({ from, until, hours, place }, at) => ({
    id: `other-${at}`,
    words: `${hoursInWords(hours)}${place === undefined ? '' : `, at ${place}`} ${rangeInWords(from, until)}`,
  })),
]

const rangeInWords = (from: Day, until: Day): string =>
  from === until ? `on ${inWords(from)}` : `from ${inWords(from)} to ${inWords(until)}`

const keepsQuestion = (entries: readonly Exception[]): Question =>
  choices('', Object.fromEntries(entries.map(({ id, words }) => [id, words])), {
    ...{ label: 'Absences and other hours', hint: 'Untick what is not so any more', optional: true, for: 'officer' },
  })

const typedOf = (is: StaffHours, weeks: number, entries: readonly Exception[]): Typed => ({
  ...{ name: [is.name], skills: is.skills, places: is.places, weeks: [String(weeks)], works: ['yes'] },
  ...dateTyped('anchor', is.anchor),
  ...Object.fromEntries(
    Array.from({ length: weeks }, (_, week) =>
      weekdays.map((day) => [fieldOf(week, day), [hoursInWords(is.weeks[week]?.[day] ?? [])]]),
    ).flat(),
  ),
  keeps: entries.map(({ id }) => id),
})

export const dateTyped = (id: string, day: Day): Typed => {
  const { year, month, date: of } = datePartsOf(day)
  return { [`${id}-day`]: [String(of)], [`${id}-month`]: [String(month)], [`${id}-year`]: [String(year)] }
}

type Reading = { readonly id: string; readonly is: StaffHours; readonly weeks: number }

const readStaff = (
  { timetable, today }: ElementAsked,
  { id, is, weeks: count }: Reading,
  typed: Typed,
): Result<Element, readonly Problem[]> => {
  if (one(typed, 'works') === 'no') return ok({ kind: 'staff', id, is: null })
  const places = typed.places ?? []
  const weeks = Array.from({ length: count }, (_, week) => readWeek({ timetable, places }, week, typed))
  const problems = weeks.flatMap((week) => week.problems)
  const anchor = count > 1 ? answerOf(typed, 'anchor', date('Week 1 begins on'), today) : is.anchor
  if (typeof anchor !== 'string' || weekday(anchor) !== 1)
    return no([...problems, { field: 'anchor-day', words: 'Week 1 must begin on a Monday' }])
  const keeps = new Set(typed.keeps ?? [])
  const hours: StaffHours = {
    ...{ name: one(typed, 'name'), skills: typed.skills ?? [], places, weeks: weeks.map(({ week }) => week), anchor },
    away: is.away.filter((_, at) => keeps.has(`away-${at}`)),
    other: is.other.filter((_, at) => keeps.has(`other-${at}`)),
  }
  return problems.length > 0 ? no(problems) : ok({ kind: 'staff', id, is: hours })
}

type At = { readonly timetable: Timetable; readonly places: readonly string[] }

const readWeek = (at: At, index: number, typed: Typed) => {
  const problems: Problem[] = []
  const week: Record<number, readonly Hours[]> = {}
  for (const day of weekdays) {
    const field = fieldOf(index, day)
    const hours = hoursFromWords(one(typed, field))
    const words = hours.ok ? outside(at, day, hours.value) : hoursFaults[hours.error]
    if (words !== undefined) problems.push({ field, words: `${nameOfWeekday(day)} ${words}` })
    if (hours.ok && hours.value.length > 0) week[day] = hours.value
  }
  return { week, problems }
}

// Hours in which none of their places is open are no use to anybody.
const outside = ({ timetable, places }: At, day: number, hours: readonly Hours[]): string | undefined => {
  const open = places.flatMap((place) => timetable.places[place]?.open[day] ?? [])
  const meets = ({ from, until }: Hours) => open.some((one) => one.from < until && from < one.until)
  return hours.every(meets) ? undefined : 'must be within the hours of a place where they work'
}

// Days on which somebody is away, or works otherwise. Why is not asked: it is none of our business.
export const awayNeeds = (timetable: Timetable): Readonly<Record<string, Question>> => ({
  from: date('First day', { must: 'future', withinYears: 1, for: 'officer' }),
  until: date('Last day', { must: 'future', withinYears: 1, for: 'officer' }),
  what: choice(
    'Select what is different',
    {
      away: 'Away all day',
      part: reveal('Away for a part of each day', {
        part: text('Away', { missing: 'Enter when they are away', hint: 'Like 1pm to 3pm', width: 20 }),
      }),
      other: reveal('Other hours', {
        hours: text('Hours', { missing: 'Enter their hours', hint: 'Like 9am to 12:30pm, 1:15pm to 5pm', width: 20 }),
        lent: choice(
          '',
          { same: 'Where they usually work', ...placesOf(timetable) },
          { label: 'Where?', optional: true },
        ),
      }),
    },
    { label: 'What is different?', for: 'officer' },
  ),
})

export const withAway = (element: Of<'staff'>, typed: Typed, today: Day): Result<Element, readonly Problem[]> => {
  if (element.is === null) return no([])
  const from = answerOf(typed, 'from', date('First day'), today)
  const until = answerOf(typed, 'until', date('Last day'), today)
  if (typeof from !== 'string' || typeof until !== 'string' || until < from)
    return no([{ field: 'until-day', words: 'Last day must be the same as or after the first day' }])
  const what = one(typed, 'what')
  const { away, other } = element.is
  if (what === 'away') return ok({ ...element, is: { ...element.is, away: [...away, { from, until }] } })
  const field = what === 'part' ? 'part' : 'hours'
  const hours = hoursFromWords(one(typed, field))
  if (!hours.ok) return no([{ field, words: `${what === 'part' ? 'Away' : 'Hours'} ${hoursFaults[hours.error]}` }])
  if (what === 'part')
    return ok({
      ...element,
      is: { ...element.is, away: [...away, ...hours.value.map((part) => ({ from, until, part }))] },
    })
  const lent = one(typed, 'lent')
  const place = lent === '' || lent === 'same' ? {} : { place: lent }
  return ok({ ...element, is: { ...element.is, other: [...other, { from, until, hours: hours.value, ...place }] } })
}
