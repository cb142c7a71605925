// The statutory clock of an application: it runs in calendar days from the day after the application is valid, and nothing pauses it.
// An extension that both sides agreed in writing takes its place; both are kept.
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import type { Step, Traced } from '#domain/rules/trace.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import type { CaseFacts } from './case-facts.ts'
import { clockPack, type Period, periodFor } from './clock-table.ts'
import { type Guarantee, guaranteeFor } from './guarantee.ts'
import { usualPractice } from './sources.ts'

export type Clocks = {
  readonly valid: Day
  // The last day of the law's own period.
  readonly statutory: Day
  // The last day that counts: the agreed one, where there is one.
  readonly decideBy: Day
  readonly extended: boolean
  // The council's own aim.
  readonly target: Day
  readonly silence: Period['silence']
  // Days on which staff see a red alert, where silence means approval.
  readonly alerts: readonly Day[]
  readonly guarantee?: Guarantee
}

export const clocks = (facts: CaseFacts, valid: Day, extension?: Day): Traced<Clocks> => {
  const period = periodFor(facts)
  const statutory = addDays(valid, period.days)
  const extended = extension !== undefined && extension > statutory
  const decideBy = extended ? extension : statutory
  const guaranteed = guaranteeFor(facts, valid, extended)
  const value: Clocks = {
    valid,
    statutory,
    decideBy,
    extended,
    target: addDays(valid, targetDays(period)),
    silence: period.silence,
    alerts: period.silence === 'approved' ? alertDays.map((days) => addDays(decideBy, -days)) : [],
    ...(guaranteed === undefined ? {} : { guarantee: guaranteed.value }),
  }
  return {
    value,
    steps: [
      expiryStep(facts, period, value),
      ...(extended ? [extensionStep(value)] : []),
      silenceStep(period, decideBy),
      ...(guaranteed?.steps ?? []),
    ],
  }
}

export type Urgency = 'red' | 'amber' | 'none'

// Staff's colours: amber in the last 5 working days, red when it is late or when silence will soon mean approval.
export const urgency = (clock: Clocks, today: Day): Urgency => {
  const alerted = clock.alerts.some((day) => day <= today)
  if (today > clock.decideBy || alerted) return 'red'
  return workingDaysBetween(today, clock.decideBy) <= 5 ? 'amber' : 'none'
}

const alertDays = [10, 5, 2, 0]

// 35 days where the law gives more; a week before the end where it gives no more.
export const targetDays = ({ days }: Period): number => (days > 35 ? 35 : days - 7)

const expiryStep = ({ said }: CaseFacts, period: Period, { valid, statutory }: Clocks): Step => ({
  rule: 'CLOCK',
  words: `It is valid on ${inFullWords(valid)}. The law gives ${period.words} from the day after: until ${inFullWords(statutory)}. Weekends and bank holidays count.`,
  used: [...(said?.type ?? []), ...(said?.size ?? []), ...(said?.environment ?? [])],
  source: period.source,
  pack: clockPack.name,
})

const extensionStep = ({ decideBy, statutory }: Clocks): Step => ({
  rule: 'CLOCK-EXT',
  words: `The applicant agreed in writing to ${inFullWords(decideBy)}, in place of ${inFullWords(statutory)}.`,
  used: [],
  source: clockPack.source,
  pack: clockPack.name,
})

const silenceWords: Readonly<Record<Period['silence'], string>> = {
  appeal: 'Without a decision by then, the applicant can appeal.',
  approved: 'Without a decision by then, prior approval counts as given, and the work may go ahead.',
  'may-go-ahead': 'Without an answer by then, the work may go ahead.',
  none: 'There is no right of appeal when it is late.',
}

const silenceStep = ({ silence, source }: Period, decideBy: Day): Step => ({
  rule: 'CLOCK-END',
  words: `${silenceWords[silence]} The day is ${inFullWords(decideBy)}.`,
  used: [],
  source: silence === 'none' ? usualPractice : source,
  pack: clockPack.name,
  ...(silence === 'none' ? { confirm: 'council to confirm' } : {}),
})
