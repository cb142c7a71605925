// How many appointments somebody may miss before they book by phone (docs/rules/bookings.md, "Who did not come").
import { addMonths, type Day } from '../day.ts'

// `from`: the day from which it holds.
export type MissedRule = { readonly from: Day; readonly most: number; readonly months: number }

// The latest that has begun.
export const missedRuleOn = (rules: readonly MissedRule[], today: Day): MissedRule | undefined =>
  rules.filter(({ from }) => from <= today).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]

/** The days that they missed, newest first, where they are as many as the rule says; empty where they are fewer. */
export const missedTooMany = (missed: readonly Day[], rule: MissedRule, today: Day): readonly Day[] => {
  const since = addMonths(today, -rule.months)
  const counted = missed.filter((day) => day >= since && day <= today).toSorted((a, b) => (a < b ? 1 : -1))
  return counted.length >= rule.most ? counted : []
}
