// What a timetable is kept as: elements, each with the day from which it holds. On a day the newest
// holds whose first day has come (docs/rules/bookings.md, "Timetable").
import { addDays, type Day, weekday } from '../day.ts'
import type { Resource } from './resource.ts'
import type { Away, Hours, OtherHours, StaffRota, Week } from './rota.ts'
import { type AppointmentType, type Timetable, timetableOn } from './timetable.ts'

// `is`: null where it is there no more.
export type Element =
  | { readonly kind: 'staff'; readonly id: string; readonly is: StaffHours | null }
  | { readonly kind: 'room'; readonly id: string; readonly is: Omit<Timetable['rooms'][number], 'id'> | null }
  | { readonly kind: 'resource'; readonly id: string; readonly is: Omit<Resource, 'id'> | null }
  | { readonly kind: 'place'; readonly id: string; readonly is: PlaceHours }
  | { readonly kind: 'type'; readonly id: string; readonly is: TypeFigures }
  | { readonly kind: 'closures'; readonly id: string; readonly is: readonly Day[] }

export type ElementKind = Element['kind']

export type StaffHours = {
  readonly name: string
  readonly skills: readonly string[]
  readonly places: readonly string[]
  // One, or several that take turns from the anchor.
  readonly weeks: readonly Week[]
  readonly anchor: Day
  readonly away: readonly Away[]
  readonly other: readonly OtherHours[]
}

export type PlaceHours = {
  readonly open: Readonly<Record<number, Hours>>
  readonly special: Readonly<Record<Day, Hours>>
}

export const figures = ['minutes', 'before', 'after', 'step', 'leadHours', 'horizonDays'] as const
export type TypeFigures = Pick<AppointmentType, (typeof figures)[number] | 'needs'>

// `n`: the version that said so.
export type Dated = Element & { readonly from: Day; readonly n: number }

// `version` rises with each publication. What is over, and no day needs any more, is left out.
export type Published = { readonly version: number; readonly standing: readonly Dated[] }

export const neverPublished: Published = { version: 0, standing: [] }

export const compiled = (base: Timetable, { version, standing }: Published): Timetable => {
  if (version === 0) return base
  const days = [...new Set(standing.map(({ from }) => from))].toSorted()
  const later = days.map((from) => ({ from, timetable: overlaid(base, inForce(standing, from)) }))
  return { ...base, version, later }
}

// The newest of each that has begun.
export const inForce = (standing: readonly Dated[], day: Day): readonly Dated[] => {
  const found = new Map<string, Dated>()
  for (const one of inOrder(standing)) if (one.from <= day) found.set(nameOf(one), one)
  return [...found.values()]
}

export const nameOf = ({ kind, id }: Pick<Element, 'kind' | 'id'>): string => `${kind}:${id}`

// What no day from today on asks for is not carried along.
export const pruned = (standing: readonly Dated[], today: Day): readonly Dated[] => {
  const now = inForce(standing, today)
  return standing.filter((one) => one.from > today || now.includes(one))
}

// With the changes of a draft from its day on; whatever else was planned for later stays.
export const withChanges = ({ version, standing }: Published, changes: readonly Element[], from: Day): Published => ({
  version: version + 1,
  standing: [...standing, ...changes.map((change) => ({ ...change, from, n: version + 1 }))],
})

// What takes over later than the draft: it is said before it is published.
export const takesOver = ({ standing }: Published, changes: readonly Element[], from: Day): readonly Dated[] =>
  standing.filter((one) => one.from > from && changes.some((change) => nameOf(change) === nameOf(one)))

// All of a timetable as elements, as it is on a day: what forms begin with.
export const elementsOn = (whole: Timetable, day: Day): readonly Element[] => {
  const { staff, rooms, resources = [], places, types, closures } = timetableOn(whole, day)
  return [
    ...staff.map((person) => staffElement(person, day)),
    ...rooms.map(({ id, ...is }) => ({ kind: 'room' as const, id, is })),
    ...resources.map(({ id, ...is }) => ({ kind: 'resource' as const, id, is })),
    ...Object.entries(places).map(([id, { open, special = {} }]) => ({
      ...{ kind: 'place' as const, id, is: { open, special } },
    })),
    ...Object.entries(types).map(([id, type]) => ({ kind: 'type' as const, id, is: figuresOf(type) })),
    { kind: 'closures', id: 'council', is: [...closures].toSorted() },
  ]
}

// Leave as it was typed into the first timetable is absence.
const staffElement = (person: StaffRota, day: Day): Element => {
  const { id, name = id, skills, places, shifts, cycle, leave, away = [], other = [] } = person
  const days = [...leave].filter((one) => one >= day).map((one) => ({ from: one, until: one }))
  const weeks = cycle?.weeks ?? [shifts]
  const anchor = cycle?.anchor ?? addDays(day, 1 - weekday(day))
  return { kind: 'staff', id, is: { name, skills, places, weeks, anchor, away: [...days, ...away], other } }
}

const figuresOf = ({ minutes, before, after, step, leadHours, horizonDays, needs }: AppointmentType): TypeFigures => ({
  ...{ minutes, before, after, step, leadHours, horizonDays },
  ...(needs === undefined ? {} : { needs }),
})

const inOrder = (standing: readonly Dated[]): readonly Dated[] =>
  standing.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.n - b.n))

const overlaid = (base: Timetable, elements: readonly Element[]): Timetable => elements.reduce(laid, base)

const laid = (timetable: Timetable, element: Element): Timetable => {
  switch (element.kind) {
    case 'staff':
      return {
        ...timetable,
        staff: replaced(timetable.staff, element.id, element.is && rotaOf(element.id, element.is)),
      }
    case 'room':
      return {
        ...timetable,
        rooms: replaced(timetable.rooms, element.id, element.is && { id: element.id, ...element.is }),
      }
    case 'resource':
      return {
        ...timetable,
        resources: replaced(timetable.resources ?? [], element.id, element.is && { id: element.id, ...element.is }),
      }
    case 'place': {
      const place = timetable.places[element.id]
      return place === undefined
        ? timetable
        : { ...timetable, places: { ...timetable.places, [element.id]: { ...place, ...element.is } } }
    }
    case 'type': {
      const type = timetable.types[element.id]
      return type === undefined
        ? timetable
        : { ...timetable, types: { ...timetable.types, [element.id]: { ...type, ...element.is } } }
    }
    case 'closures':
      return { ...timetable, closures: new Set(element.is) }
  }
}

const rotaOf = (id: string, { weeks, anchor, ...is }: StaffHours): StaffRota => ({
  ...{ id, ...is, shifts: weeks[0] ?? {}, leave: new Set() },
  ...(weeks.length > 1 ? { cycle: { anchor, weeks } } : {}),
})

// In its own place where it was there before: slots are offered in that order.
const replaced = <T extends { readonly id: string }>(all: readonly T[], id: string, by: T | null): readonly T[] => {
  if (by === null) return all.filter((one) => one.id !== id)
  return all.some((one) => one.id === id) ? all.map((one) => (one.id === id ? by : one)) : [...all, by]
}
