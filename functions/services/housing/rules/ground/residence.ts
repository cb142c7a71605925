// How long someone has lived in an area: intervals of days, merged, with short gaps bridged and
// some stays neutral (docs/rules/housing.md, "Time in the area").
// Pure arithmetic on calendar days: a stay runs from the day of moving in to the day of leaving, which is not counted.
import { addDays, addMonths, type Day, datePartsOf, daysBetween, earlier, later } from '#domain/day.ts'

export type Stay = {
  readonly from: Day
  // The day of leaving; today while the person still lives there.
  readonly to: Day
  // 'in': in the area. 'out': elsewhere. 'neutral': elsewhere and not by choice, such as hospital or a council's placement;
  // or anywhere by detention (Housing Act 1996 s199(3)).
  readonly where: 'in' | 'out' | 'neutral'
}

export type Interval = { readonly from: Day; readonly to: Day }

// Time in the area as intervals: stays that touch or overlap are one, and so are those with a gap of at most `bridgeDays` between them,
// neutral days of the gap not counted.
export const residence = (stays: readonly Stay[], bridgeDays: number): readonly Interval[] => {
  const neutral = neutralStays(stays)
  const merged: Interval[] = []
  for (const stay of inArea(stays)) {
    const last = merged.at(-1)
    if (last === undefined || gapDays(last.to, stay.from, neutral) > bridgeDays) {
      merged.push({ from: stay.from, to: stay.to })
    } else if (stay.to > last.to) {
      merged[merged.length - 1] = { from: last.from, to: stay.to }
    }
  }
  return merged
}

// Since when the person has lived here without a break, neutral time neither adding nor breaking; undefined when they are not here now.
// `counts` is later than `since` by the neutral days, so that it can be held against a number of years.
export const hereSince = (
  stays: readonly Stay[],
  today: Day,
  bridgeDays: number,
): { readonly since: Day; readonly counts: Day } | undefined => {
  const last = residence(stays, bridgeDays).at(-1)
  if (last === undefined) return undefined
  const neutral = neutralStays(stays)
  if (last.to < today && gapDays(last.to, today, neutral) > 0) return undefined
  const away = daysWithin(neutral, { from: last.from, to: today }, inArea(stays))
  return { since: last.from, counts: addDays(last.from, away) }
}

// Days in the area between two days, bridged gaps included and neutral time left out.
export const daysHere = (stays: readonly Stay[], window: Interval, bridgeDays: number): number =>
  timesHere(stays, window, bridgeDays).reduce((days, one) => days + daysBetween(one.from, one.to), 0)

// A length of time by the calendar: a year is a year, whether 29 February lies in it or not.
export type Length = { readonly years: number; readonly months: number; readonly days: number }

// The time in the area between two days: whole years, months and days of each stay, added up.
export const lengthHere = (stays: readonly Stay[], window: Interval, bridgeDays: number): Length => {
  const each = timesHere(stays, window, bridgeDays).map(lengthOf)
  const days = each.reduce((sum, one) => sum + one.days, 0)
  const months = each.reduce((sum, one) => sum + one.months, Math.floor(days / 31))
  return { years: Math.floor(months / 12), months: months % 12, days: days % 31 }
}

// Whole months up to the same date, and the days after it.
const lengthOf = ({ from, to }: Interval): { readonly months: number; readonly days: number } => {
  const [one, other] = [datePartsOf(from), datePartsOf(to)]
  const months = (other.year - one.year) * 12 + other.month - one.month - (other.date < one.date ? 1 : 0)
  return { months, days: daysBetween(addMonths(from, months), to) }
}

// The stretches in the area, neutral time cut out of them.
const timesHere = (stays: readonly Stay[], window: Interval, bridgeDays: number): readonly Interval[] => {
  const here = inArea(stays)
  const away = here.reduce(without, neutralStays(stays))
  return away.reduce(
    without,
    residence(stays, bridgeDays)
      .map((one) => overlap(one, window))
      .filter(isSome),
  )
}

// Each interval without the days of another one.
const without = (intervals: readonly Interval[], cut: Interval): readonly Interval[] =>
  intervals
    .flatMap((one) => [
      { from: one.from, to: earlier(one.to, cut.from) },
      { from: later(one.from, cut.to), to: one.to },
    ])
    .filter(isSome)

const isSome = ({ from, to }: Interval): boolean => from < to

const inArea = (stays: readonly Stay[]): readonly Interval[] =>
  stays.filter((stay) => stay.where === 'in').sort((a, b) => (a.from < b.from ? -1 : 1))

const neutralStays = (stays: readonly Stay[]): readonly Interval[] => stays.filter((stay) => stay.where === 'neutral')

// Days of a gap that no neutral stay covers.
const gapDays = (from: Day, to: Day, neutral: readonly Interval[]): number =>
  from >= to ? 0 : daysBetween(from, to) - covered(neutral, { from, to })

// Neutral days inside an interval on which the person was not also living in the area.
const daysWithin = (neutral: readonly Interval[], inside: Interval, here: readonly Interval[]): number =>
  covered(neutral, inside) - coveredByBoth(neutral, here, inside)

const coveredByBoth = (some: readonly Interval[], others: readonly Interval[], window: Interval): number =>
  covered(
    some.flatMap((one) => others.map((other) => overlap(one, other)).filter((both) => both.from < both.to)),
    window,
  )

// Days of the window that at least one of the intervals covers.
const covered = (intervals: readonly Interval[], window: Interval): number => {
  const ordered = intervals
    .map((one) => overlap(one, window))
    .filter((one) => one.from < one.to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  let until = window.from
  let days = 0
  for (const one of ordered) {
    const from = later(one.from, until)
    if (one.to > from) {
      days += daysBetween(from, one.to)
      until = one.to
    }
  }
  return days
}

const overlap = (one: Interval, other: Interval): Interval => ({
  from: later(one.from, other.from),
  to: earlier(one.to, other.to),
})
