// The statutory clock of an application with its working: calendar days from the day after it is valid, never paused. An extension that
// both sides agreed in writing takes its place; both are kept.

import { addDays, type Day, inFullWords, inWords } from '#domain/day.ts'
import { agreedUntil, decideBy, type Statutory, startedOn } from '#domain/rules/statutory.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import { decisionPeriods, rightOfAppeal } from '../ground/sources.ts'
import { appealSilenceBy } from './appeals.ts'
import { type Period, periodFor, targetDays } from './clock-table.ts'
import { guaranteeStep } from './guarantee.ts'
import { termOf } from './term.ts'

export type Clocks = {
  readonly clock: Statutory
  // The last day that counts: the agreed one, where there is one.
  readonly decideBy: Day
  // The council's own aim.
  readonly target: Day
  readonly silence: Period['silence']
}

export const clocks = (facts: CaseFacts, valid: Day, extension?: Day): Traced<Clocks> => {
  const period = periodFor(facts)
  const started = startedOn(termOf(facts), valid)
  const extended = extension !== undefined && extension > started.expiresOn
  const clock = extended ? agreedUntil(started, extension) : started
  return {
    value: { clock, decideBy: decideBy(clock), target: addDays(valid, targetDays(period)), silence: period.silence },
    steps: [
      expiryStep(facts, period, clock),
      ...(extended ? [extensionStep(clock)] : []),
      silenceStep(facts, period, decideBy(clock)),
      ...(clock.refundFrom === undefined ? [] : [guaranteeStep(facts, clock.refundFrom)]),
    ],
  }
}

const expiryStep = ({ said }: CaseFacts, period: Period, { validOn, expiresOn }: Statutory): RuleStep => ({
  rule: 'CLOCK',
  words: `If it is valid on ${inFullWords(validOn)}, the law gives ${period.words} from the day after: until ${inFullWords(expiresOn)}. Weekends and bank holidays count.`,
  used: [...(said?.type ?? []), ...(said?.size ?? []), ...(said?.environment ?? [])],
  source: period.source,
})

const extensionStep = (clock: Statutory): RuleStep => ({
  rule: 'CLOCK-EXT',
  words: `The applicant agreed in writing to ${inFullWords(decideBy(clock))}, in place of ${inFullWords(clock.expiresOn)}.`,
  used: [{ question: 'extendedTo', shown: inWords(decideBy(clock)), called: 'More time that was agreed' }],
  source: decisionPeriods,
})

const silenceStep = ({ code, said }: CaseFacts, { silence, source }: Period, last: Day): RuleStep => ({
  rule: 'CLOCK-END',
  words: silenceWords[silence](last, appealSilenceBy(code, last)),
  used: said?.type ?? [],
  source: silence === 'none' ? rightOfAppeal : source,
})

const silenceWords: Readonly<Record<Period['silence'], (last: Day, appeal?: Day) => string>> = {
  appeal: (last, appeal) =>
    `Without a decision by ${inWords(last)}, the applicant can appeal${appeal === undefined ? '' : `, until ${inWords(appeal)}`}.`,
  approved: (last) =>
    `Without a decision by ${inWords(last)}, prior approval counts as given, and the work may go ahead.`,
  'may-go-ahead': (last) => `Without an answer by ${inWords(last)}, the work may go ahead.`,
  none: (last) => `A decision is due by ${inWords(last)}. There is no right of appeal when it is late.`,
}
