// How an application is made known, for how long, and the first day on which it may be decided (docs/rules/planning.md, "Publicity").
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import type { Traced } from '#domain/rules/trace.ts'
import { addDaysButHolidays } from '#domain/working-days.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import { holidaysInPublicity } from '../ground/sources.ts'
import { type Notices, noticesFor } from './publicity-table.ts'

export type Publicity = Notices & {
  // The last day to comment, where notices went out on `from`.
  readonly from: Day
  readonly until: Day
  readonly earliestDecision: Day
}

export const publicity = (facts: CaseFacts, from: Day): Traced<Publicity> => {
  const { notices, steps } = noticesFor(facts)
  const until = endOf(notices, facts, from)
  const earliestDecision = addDays(until, 1)
  const value = { ...notices, from, until, earliestDecision }
  if (notices.days === 0) return { value: { ...value, until: from, earliestDecision: from }, steps }
  const added = facts.environmental ? '' : holidayWords(addDays(from, notices.days), until)
  const last = {
    rule: 'PUBLICITY-END',
    words: `Notices of ${inFullWords(from)} run for ${notices.days} days, until ${inFullWords(until)}.${added} It must not be decided before ${inFullWords(earliestDecision)}.`,
    used: [...(facts.said?.type ?? []), ...(facts.said?.environment ?? [])],
    source: holidaysInPublicity,
  }
  return { value, steps: [...steps, last] }
}

// After all of the notices have run.
export const earliestDecision = (ends: readonly Day[]): Day | undefined => {
  const last = ends.toSorted().at(-1)
  return last === undefined ? undefined : addDays(last, 1)
}

// With an environmental statement, bank holidays are days like any other (article 33(1), as amended).
const endOf = ({ days }: Notices, { environmental }: CaseFacts, from: Day): Day =>
  environmental ? addDays(from, days) : addDaysButHolidays(from, days)

const holidayWords = (plain: Day, until: Day): string =>
  plain === until ? '' : ' Bank holidays in that time are not counted.'
