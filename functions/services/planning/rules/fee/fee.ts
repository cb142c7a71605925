// The fee of an application made on a day, with every step of its working (docs/rules/planning.md,
// "Fees"): the row, the units, the cap; then other
// proposals, a site in two areas, and what lowers the fee, in that order. No value added tax is due on it, and we add no charge of our own.
import { type Day, inWords } from '#domain/day.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { type RuleStep, type Traced, withReasons } from '#domain/rules/trace.ts'
import { amountIn, scaleOfFees, yearlyRise } from '../ground/sources.ts'
import { withAlternatives } from './alternatives.ts'
import { conceded } from './concessions.ts'
import { crossing } from './crossing.ts'
import type { FeeFacts } from './facts.ts'
import type { FeeSums } from './rows.ts'
import { type FeeSchedule, feeSchedules, scheduleOn } from './schedule.ts'
import { soughtFee } from './sought.ts'

export type Fee =
  | { readonly is: 'due'; readonly pence: number; readonly schedule: string }
  // The answers, or our data, do not say enough.
  | { readonly is: 'unknown'; readonly needs: string }

export const fee = (facts: FeeFacts, made: Day, schedules: readonly FeeSchedule[] = feeSchedules): Traced<Fee> => {
  const schedule = scheduleOn(made, schedules)
  if (schedule === undefined) return unknown('The fees before 6 December 2023 are not held here.')
  if (facts.sought === undefined) return unknown(facts.needs ?? 'Say what you apply for.')
  const sums = { schedule, ...(facts.said === undefined ? {} : { said: facts.said }) }
  const before = withAlternatives(soughtFee(facts.sought, sums), facts.claims.alternatives ?? [], sums)
  const whole = crossing(before, facts.claims.crosses, sums)
  const total = conceded(whole, facts.sought, facts.claims, sums)
  return {
    value: { is: 'due', pence: total.value, schedule: schedule.name },
    steps: withReasons(total, totalStep(total.value, sums)).steps.toSpliced(0, 0, scheduleStep(schedule, made)),
  }
}

const unknown = (needs: string): Traced<Fee> => ({ value: { is: 'unknown', needs }, steps: [] })

const scheduleStep = (schedule: FeeSchedule, made: Day): RuleStep => ({
  rule: 'FEE-DATE',
  words: `The application is made on ${inWords(made)}, so the fees of ${inWords(schedule.validFrom)} count.`,
  used: [{ question: 'madeOn', shown: inWords(made), called: 'The day that it counts as made' }],
  source: schedule.source,
  ...(made >= nextRise(schedule.validFrom) && schedule.source !== yearlyRise
    ? { confirm: 'council to confirm: fees rise each 1 April, and no later figures are held here' }
    : {}),
})

// The first 1 April after a schedule began, from 2025 on (regulation 18A).
const nextRise = (from: Day): Day => {
  const april = `${from.slice(0, 4)}-04-01`
  const next = from < april ? april : `${Number(from.slice(0, 4)) + 1}-04-01`
  return next < '2025-04-01' ? '2025-04-01' : next
}

const totalStep = (pence: number, { schedule, said }: FeeSums): RuleStep => ({
  rule: 'FEE-10',
  words: `The fee to pay is ${inPounds(pence)}. There is no VAT on it and no service charge.`,
  used: said?.type ?? [],
  source: amountIn(scaleOfFees, schedule.validFrom),
})
