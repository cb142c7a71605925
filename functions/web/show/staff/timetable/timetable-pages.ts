// A timetable as managers see it: who works when, rooms, hours, kinds of appointments, shut days.
import { type Day, inWords } from '#domain/day.ts'
import { type Dated, type Element, type ElementKind, nameOf } from '#domain/slots/elements.ts'
import { resourceKinds, type SetUp } from '#domain/slots/resource.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { hoursInWords, specialInWords } from '#domain/slots/typed-hours.ts'
import type { Bookable } from '#services/service.ts'
import { nameOfWeekday } from '#usecases/booking/rota/place-forms.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type TimetablesPage = {
  readonly around: StaffAround
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

export const timetablesPage = ({ around, links }: TimetablesPage): string => {
  const title = 'Timetables'
  return staffPage('timetable/timetables', around, { title }, { title, links })
}

export type TimetablePage = {
  readonly around: StaffAround
  readonly service: Bookable
  readonly at: string
  readonly runs: boolean
  readonly today: Day
  // The day that it is shown on.
  readonly on: Day
  readonly elements: readonly Element[]
  // By name, what the draft changes; absent where there is none.
  readonly draft?: ReadonlySet<string>
  readonly coming: readonly Dated[]
  readonly warnings: readonly string[]
  readonly problem?: string
}

export const timetablePage = (given: TimetablePage): string => {
  const { around, service, at, runs, draft, on, coming, warnings, problem } = given
  const title = `Timetable: ${service.name}`
  return staffPage(
    'timetable/timetable',
    around,
    { title, failed: problem !== undefined },
    {
      ...{
        title,
        at,
        runs,
        warnings,
        draft: draft !== undefined,
        on: inWords(on),
        sections: sections.map((one) => sectionShown(given, one)),
      },
      problems: problem === undefined ? [] : [{ text: problem, href: '#coming' }],
      coming: coming.map((one) => ({
        what: elementName(one, service.booking.timetable),
        from: inWords(one.from),
        href: `${at}/versions/${one.n}`,
      })),
    },
  )
}

const sections = [
  { kind: 'staff', title: 'Staff', add: 'Add a member of staff' },
  { kind: 'room', title: 'Rooms', add: 'Add a room' },
  { kind: 'resource', title: 'Equipment and vehicles', add: 'Add equipment or a vehicle' },
  { kind: 'place', title: 'Places' },
  { kind: 'type', title: 'Kinds of appointment' },
  { kind: 'closures', title: 'Shut days' },
] as const

type SectionOf = { readonly kind: ElementKind; readonly title: string; readonly add?: string }

const sectionShown = (
  { elements, draft, service, at, runs }: TimetablePage,
  { kind, title, add }: SectionOf,
): Variables => ({
  title,
  add: add === undefined || !runs ? undefined : { text: add, href: `${at}/change/${kind}/new` },
  rows: elements
    .filter((one) => one.kind === kind)
    .map((one) => ({
      name: elementName(one, service.booking.timetable),
      lines: elementLinesOf(one, service.booking.timetable),
      drafted: draft?.has(nameOf(one)) === true,
      change: runs ? `${at}/change/${kind}/${encodeURIComponent(one.id)}` : undefined,
      away: runs && kind === 'staff' && one.is !== null ? `${at}/away/${encodeURIComponent(one.id)}` : undefined,
    })),
})

export const elementName = (element: Element, timetable: Timetable): string => {
  const { places, types, staff, rooms, resources = [] } = timetable
  switch (element.kind) {
    case 'staff':
      return element.is?.name ?? staff.find(({ id }) => id === element.id)?.name ?? element.id
    case 'room': {
      const room = element.is ?? rooms.find(({ id }) => id === element.id)
      return room === undefined ? element.id : `${room.name ?? element.id}, ${places[room.place]?.name ?? room.place}`
    }
    case 'resource': {
      const thing = element.is ?? resources.find(({ id }) => id === element.id)
      return thing === undefined ? element.id : `${thing.name}, ${places[thing.place]?.name ?? thing.place}`
    }
    case 'place':
      return places[element.id]?.name ?? element.id
    case 'type':
      return types[element.id]?.name ?? element.id
    case 'closures':
      return 'Days the council is shut'
  }
}

// As a person would say it, a fact a line.
export const elementLinesOf = (element: Element, timetable: Timetable): readonly string[] => {
  if (element.is === null) return ['No longer there']
  switch (element.kind) {
    case 'staff':
      return staffLines(element.is, timetable)
    case 'room':
      return [
        element.is.features.length === 0 ? 'No features' : element.is.features.map(featureName).join(', '),
        ...setUpLines(element.is),
      ]
    case 'resource':
      return [`${resourceKinds[element.is.kind]}, one of: ${element.is.pool}`, ...setUpLines(element.is)]
    case 'place':
      return [...weekLines(hoursOf(element.is.open)), ...specialInWords(element.is.special).split('\n').filter(Boolean)]
    case 'type': {
      const { minutes, before, after, step, leadHours, horizonDays, needs = [] } = element.is
      return [
        `${minutes} minutes, ${before} kept free before and ${after} after, every ${step}`,
        `${leadHours} hours of notice, ${horizonDays} days ahead`,
        ...(needs.length === 0 ? [] : [`Takes one of each: ${needs.join(', ')}`]),
      ]
    }
    case 'closures':
      return element.is.length === 0 ? ['None but weekends and bank holidays'] : element.is.map(inWords)
  }
}

const setUpLines = ({ before = 0, after = 0 }: SetUp): readonly string[] =>
  before + after === 0 ? [] : [`${before} minutes to set up, ${after} to put right`]

const featureName = (feature: string): string =>
  ({ 'step-free': 'step-free', 'hearing-loop': 'hearing loop' })[feature] ?? feature

type StaffIs = NonNullable<Extract<Element, { readonly kind: 'staff' }>['is']>

const staffLines = (
  { skills, places, weeks, anchor, away, other }: StaffIs,
  timetable: Timetable,
): readonly string[] => {
  const types = Object.values(timetable.types).filter(({ skill }) => skills.includes(skill))
  return [
    types.map(({ name }) => name).join(', '),
    places.map((place) => timetable.places[place]?.name ?? place).join(', '),
    ...weeks.flatMap((week, at) =>
      weekLines(week).map((line) => (weeks.length > 1 ? `Week ${at + 1}: ${line}` : line)),
    ),
    ...(weeks.length > 1 ? [`Week 1 began on ${inWords(anchor)}`] : []),
    ...away.map(
      ({ from, until, part }) => `Away ${range(from, until)}${part === undefined ? '' : `, ${hoursInWords([part])}`}`,
    ),
    ...other.map(
      ({ from, until, hours, place }) =>
        `${hoursInWords(hours) || 'No hours'} ${range(from, until)}${place === undefined ? '' : `, at ${timetable.places[place]?.name ?? place}`}`,
    ),
  ].filter((line) => line !== '')
}

const range = (from: Day, until: Day): string =>
  from === until ? `on ${inWords(from)}` : `from ${inWords(from)} to ${inWords(until)}`

type WeekOf = StaffIs['weeks'][number]

const hoursOf = (open: Readonly<Record<number, WeekOf[number][number]>>): WeekOf =>
  Object.fromEntries(Object.entries(open).map(([day, hours]) => [day, [hours]]))

// Days with the same hours together: "Monday to Friday, 9am to 5pm".
const weekLines = (week: WeekOf): readonly string[] => {
  const runs: { from: number; until: number; words: string }[] = []
  for (let day = 1; day <= 7; day += 1) {
    const words = hoursInWords(week[day] ?? [])
    const last = runs.at(-1)
    if (last !== undefined && last.words === words) last.until = day
    else runs.push({ from: day, until: day, words })
  }
  return runs
    .filter(({ words }) => words !== '')
    .map(({ from, until, words }) =>
      from === until
        ? `${nameOfWeekday(from)}, ${words}`
        : `${nameOfWeekday(from)} to ${nameOfWeekday(until)}, ${words}`,
    )
}
