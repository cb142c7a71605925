// Whoever missed so many appointments lately that they book the next one by phone (docs/rules/bookings.md, "Who did not come").
import type { Applicant, ListedCase } from '#domain/cases/case.ts'
import { addMonths, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { type MissedRule, missedRuleOn, missedTooMany } from '#domain/slots/missed.ts'
import type { Service } from '#services/service.ts'
import type { FindStore } from '../ports/access.ts'
import type { CaseStore, Clock, Keys } from '../ports/stores.ts'
import { plainName } from './standing.ts'

type Ports = {
  readonly clock: Clock
  readonly find: Pick<FindStore, 'byOwner'>
  readonly keys: Pick<Keys, 'hash'>
  readonly cases: Pick<CaseStore, 'whole'>
}

/** The days of them, newest first; empty where they may book as anybody. Asked only for whoever proved the number. */
export const missedLately = async (ports: Ports, service: Service, applicant: Applicant): Promise<readonly Day[]> => {
  const today = londonDay(ports.clock.now())
  const rule = missedRuleOn(service.booking?.missed?.rules ?? [], today)
  if (rule === undefined || applicant.phone === undefined) return []
  const { cases } = await ports.find.byOwner(ports.keys.hash('phone', applicant.phone))
  const missed = cases.filter((one) => isMissed(service, one, { rule, today, name: applicant.name }))
  if (missed.length < rule.most) return []
  const counted = await Promise.all(missed.map((one) => daysCounted(ports, service, one.reference)))
  return missedTooMany(counted.flat(), rule, today)
}

type Asked = { readonly rule: MissedRule; readonly today: Day; readonly name: string }

// What the council itself changed, an interpreter or a room with something in it, and a case that is restricted, never count.
const isMissed = (service: Service, subject: ListedCase, { rule, today, name }: Asked): boolean => {
  const { appointment, state, applicant, sensitive } = subject
  if (subject.service !== service.id || appointment === undefined) return false
  if (service.workflow.counts?.missed?.includes(state) !== true || plainName(applicant.name) !== plainName(name))
    return false
  if (appointment.day < addMonths(today, -rule.months)) return false
  return (
    sensitive !== true &&
    appointment.byUs === undefined &&
    !appointment.interpreter &&
    appointment.features.length === 0
  )
}

// Nor one of which they could not be reminded, or where they need something of us to come.
const daysCounted = async ({ cases }: Ports, service: Service, reference: string): Promise<readonly Day[]> => {
  const whole = await cases.whole(reference)
  const day = whole?.subject.appointment?.day
  if (whole === undefined || day === undefined || !whole.subject.applicant.mayText) return []
  const told = whole.subject.record.sections.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries))
  const lost = whole.texts.some(({ category, state }) => category === 'reminder' && lostStates.has(state))
  return lost || service.booking?.missed?.excused(told) === true ? [] : [day]
}

const lostStates: ReadonlySet<string> = new Set(['failed', 'held', 'uncertain'])
