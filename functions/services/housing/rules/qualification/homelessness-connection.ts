// Local connection for homelessness duties (Housing Act 1996 s199, and the referral procedures between councils): 6 of the last 12 months
// or 3 of the last 5 years, work, close family, a care leaver, or a special reason. Never used to join the register.
import { addMonths, addYears, type Day, daysBetween } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { stepIn, type Traced } from '#domain/rules/trace.ts'
import { homelessnessReads } from '../ground/fact-reads.ts'
import { daysHere, type Interval, lengthHere, type Stay } from '../ground/residence.ts'
import { homelessnessConnectionLaw } from '../ground/sources.ts'
import type { History } from '../ground/stays.ts'
import { usedIn } from '../ground/used.ts'

// 'special reasons' are an officer's to find.
export type HomelessnessConnection = 'residence' | 'asylum-support' | 'work' | 'family' | 'care' | 'none'

export const homelessnessConnection = (
  lookup: Lookup,
  histories: readonly History[],
  pack: string,
): Traced<HomelessnessConnection> => {
  const found = connectionOf(lookup, histories)
  return {
    value: found,
    steps: [
      stepIn(
        {
          rule: 'S199',
          words: words[found],
          used: usedIn(lookup, homelessnessReads),
          source: homelessnessConnectionLaw,
        },
        pack,
      ),
    ],
  }
}

const connectionOf = (lookup: Lookup, histories: readonly History[]): HomelessnessConnection => {
  if (histories.some(({ stays }) => livedHere(stays, lookup.today))) return 'residence'
  if (supportedHere(lookup)) return 'asylum-support'
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
  enough(stays, { from: addMonths(today, -12), to: today }, 6) ||
  enough(stays, { from: addYears(today, -5), to: today }, 36)

const enough = (stays: readonly Stay[], window: Interval, months: number): boolean => {
  const length = lengthHere(stays, window, 0)
  return (
    length.years * 12 + length.months >= months ||
    daysHere(stays, window, 0) >= daysBetween(addMonths(window.to, -months), window.to)
  )
}

// Support for asylum seekers under section 95 connects with the area where it was last given, at any time (s199(6) and (7)).
const supportedHere = (lookup: Lookup): boolean => {
  const supported = lookup
    .items('address-history')
    .filter((address) => address.answer('placeKind') === 'asylumSupport')
    .toSorted((one, other) => (String(one.answer('movedIn')) < String(other.answer('movedIn')) ? -1 : 1))
  return supported.at(-1)?.answer('councilArea') === 'dorset'
}

const words: Readonly<Record<HomelessnessConnection, string>> = {
  residence:
    'For homelessness there is a local connection: lived here for 6 of the last 12 months, or 3 of the last 5 years.',
  'asylum-support':
    'For homelessness there is a local connection: the Home Office last gave a home here during an asylum claim.',
  work: 'For homelessness there is a local connection: works here.',
  family: 'For homelessness there is a local connection: close family has lived here for 5 years or more.',
  care: 'For homelessness a care leaver may have a local connection. An officer will check with which council.',
  none: 'For homelessness no local connection is shown. An officer can find one for special reasons.',
}
