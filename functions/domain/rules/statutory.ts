// The law's own clock on a case: it starts when an officer makes the application valid, counts calendar days and never pauses, whoever
// we wait for. An agreement in writing gives more time; the law's own day is kept beside it.
import { addDays, type Day } from '../day.ts'
import { addDaysButHolidays, workingDaysBetween } from '../working-days.ts'

// What the rules found when the application was sent, for when it becomes valid.
export type Term = {
  // The national code of the kind of application: it decides the time to appeal. Absent on what was sent before it was kept.
  readonly code?: string
  readonly days: number
  // The council's own aim.
  readonly targetDays: number
  // Decided later than this, the fee goes back.
  readonly keepsFeeFor?: number
  // Days that notices run, bank holidays disregarded where the law says so.
  readonly noticeDays: number
  readonly disregardsHolidays: boolean
  // Silence at the end counts as approval: staff are warned.
  readonly approvedBySilence: boolean
  // A committee may decide it, where its gateway is passed.
  readonly committee: boolean
}

export type Statutory = {
  readonly term: Term
  readonly validOn: Day
  // The last day that the law gives.
  readonly expiresOn: Day
  readonly agreedUntil?: Day
  // Without a decision before it, the fee goes back.
  readonly refundFrom?: Day
  // The last day to comment on notices that went out.
  readonly commentsUntil?: Day
  // Days on which a red alert begins or grows.
  readonly alerts: readonly Day[]
}

const alertDays = [10, 5, 2, 0]

export const startedOn = (term: Term, validOn: Day): Statutory => {
  const expiresOn = addDays(validOn, term.days)
  return {
    term,
    validOn,
    expiresOn,
    ...(term.keepsFeeFor === undefined ? {} : { refundFrom: addDays(validOn, term.keepsFeeFor + 1) }),
    alerts: alertsTo(term, expiresOn),
  }
}

// More time in writing takes the place of the law's day, and with it the promise to give the fee back.
export const agreedUntil = (clock: Statutory, until: Day): Statutory => {
  const { refundFrom: _promise, ...rest } = clock
  return { ...rest, agreedUntil: until, alerts: alertsTo(clock.term, until) }
}

export const noticesFrom = (clock: Statutory, from: Day): Statutory => {
  const { noticeDays, disregardsHolidays } = clock.term
  const commentsUntil = disregardsHolidays ? addDaysButHolidays(from, noticeDays) : addDays(from, noticeDays)
  return { ...clock, commentsUntil }
}

export const decideBy = ({ expiresOn, agreedUntil: agreed }: Statutory): Day => agreed ?? expiresOn

// The first day on which it may be decided; undefined while notices that must go out have not.
export const mayDecideFrom = ({ term, validOn, commentsUntil }: Statutory): Day | undefined => {
  if (term.noticeDays === 0) return validOn
  return commentsUntil === undefined ? undefined : addDays(commentsUntil, 1)
}

export type Urgency = 'red' | 'amber' | 'none'

// Amber in the last 5 working days; red when it is late, or when silence will soon mean approval.
export const urgencyOn = (clock: Statutory, today: Day): Urgency => {
  const last = decideBy(clock)
  if (today > last || clock.alerts.some((day) => day <= today)) return 'red'
  return workingDaysBetween(today, last) <= 5 ? 'amber' : 'none'
}

// Two weeks before a fee would go back, staff are told.
export const refundIsNear = ({ refundFrom }: Statutory, today: Day): boolean =>
  refundFrom !== undefined && addDays(refundFrom, -15) <= today

const alertsTo = ({ approvedBySilence }: Term, last: Day): readonly Day[] =>
  approvedBySilence ? alertDays.map((days) => addDays(last, -days)) : []
