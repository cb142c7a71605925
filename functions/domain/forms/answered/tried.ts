// Which hours people want an appointment in, when they ask, and how often somebody else was quicker: an hour of the week, never the
// time that was chosen (docs/rules/measures.md, "Appointments"). It is written in the saves that happen anyway.
import { type Day, isDay, weekday } from '#domain/day.ts'
import { londonDay, londonTime } from '#domain/london.ts'

export type TriedTimes = {
  // '1.09': Monday from 9am. How often that hour was wanted, and how often somebody asked in it.
  readonly wanted: Readonly<Record<string, number>>
  readonly asked: Readonly<Record<string, number>>
  // How many times were kept for them; all others were just taken.
  readonly held: number
}

// Of one draft: a program that tries all day counts no more.
export const mostTries = 50

const none: TriedTimes = { wanted: {}, asked: {}, held: 0 }

export type Try = { readonly day: Day; readonly time: string; readonly now: number }

export const triedAfter = (tried: TriedTimes = none, { day, time, now }: Try): TriedTimes => {
  if (triesIn(tried) >= mostTries || !isDay(day) || !/^\d{4}/.test(time)) return tried
  const [wanted, asked] = [hourName(day, time.slice(0, 2)), hourName(londonDay(now), londonTime(now).slice(0, 2))]
  return { ...tried, wanted: oneMore(tried.wanted, wanted), asked: oneMore(tried.asked, asked) }
}

// Never more than were tried.
export const heldAfter = (tried: TriedTimes): TriedTimes => ({
  ...tried,
  held: Math.min(triesIn(tried), tried.held + 1),
})

export const triesIn = ({ wanted }: TriedTimes): number => Object.values(wanted).reduce((sum, count) => sum + count, 0)

const hourName = (day: Day, hour: string): string => `${weekday(day)}.${hour}`

const oneMore = (counts: TriedTimes['wanted'], name: string): TriedTimes['wanted'] => ({
  ...counts,
  [name]: (counts[name] ?? 0) + 1,
})
