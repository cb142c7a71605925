// Local connection for homelessness duties (Housing Act 1996 s199, and the referral procedures between councils): 6 of the last 12 months
// or 3 of the last 5 years, work, close family, a care leaver, or a special reason. Never used to join the register.
import { addMonths, addYears, type Day, daysBetween } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Traced } from '#domain/rules/trace.ts'
import { homelessnessReads } from './fact-reads.ts'
import { daysHere, type Stay } from './residence.ts'
import { homelessnessConnectionLaw } from './sources.ts'
import type { History } from './stays.ts'
import { usedIn } from './used.ts'

// 'special reasons' are an officer's to find.
export type HomelessnessConnection = 'residence' | 'work' | 'family' | 'care' | 'none'

export const homelessnessConnection = (
  lookup: Lookup,
  histories: readonly History[],
  pack: string,
): Traced<HomelessnessConnection> => {
  const found = connectionOf(lookup, histories)
  return {
    value: found,
    steps: [
      {
        rule: 'S199',
        words: words[found],
        used: usedIn(lookup, homelessnessReads),
        source: homelessnessConnectionLaw,
        pack,
      },
    ],
  }
}

const connectionOf = (lookup: Lookup, histories: readonly History[]): HomelessnessConnection => {
  if (histories.some(({ stays }) => livedHere(stays, lookup.today))) return 'residence'
  const given = lookup.answer('connections')
  const claimed = Array.isArray(given) ? given : []
  const started = lookup.answer('workStarted')
  if (claimed.includes('work') && typeof started === 'string' && started <= lookup.today) return 'work'
  const years = lookup.answer('familyYears')
  if (claimed.includes('family') && typeof years === 'number' && years >= 5) return 'family'
  return claimed.includes('careLeaver') ? 'care' : 'none'
}

// By the calendar, and by choice: neutral stays count for nothing here, and no gap is bridged.
const livedHere = (stays: readonly Stay[], today: Day): boolean =>
  enough(stays, addMonths(today, -12), addMonths(today, -6), today) ||
  enough(stays, addYears(today, -5), addYears(today, -3), today)

const enough = (stays: readonly Stay[], from: Day, needed: Day, today: Day): boolean =>
  daysHere(stays, { from, to: today }, 0) >= daysBetween(needed, today)

const words: Readonly<Record<HomelessnessConnection, string>> = {
  residence:
    'For homelessness there is a local connection: lived here for 6 of the last 12 months, or 3 of the last 5 years.',
  work: 'For homelessness there is a local connection: works here.',
  family: 'For homelessness there is a local connection: close family has lived here for 5 years or more.',
  care: 'For homelessness a care leaver may have a local connection. An officer will check with which council.',
  none: 'For homelessness no local connection is shown. An officer can find one for special reasons.',
}
