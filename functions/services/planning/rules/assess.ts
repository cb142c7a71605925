// Everything that the planning rules say of one application, were it sent at an instant: for the applicant before sending, for the officer
// beside the case.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Traced } from '#domain/rules/trace.ts'
import { type ApplicationType, applicationType } from '../form/application-type.ts'
import type { Certificate } from '../ground/certificates.ts'
import { type Clocks, clocks } from './clock/clocks.ts'
import { type Delegation, delegation } from './delegation/delegation.ts'
import { caseFacts } from './facts-case.ts'
import { feeFacts } from './fee/facts-from-answers.ts'
import { type Fee, fee } from './fee/fee.ts'
import { type FeeSchedule, scheduleOn } from './fee/schedule.ts'
import type { CaseFacts } from './ground/case-facts.ts'
import { madeOn } from './ground/made-on.ts'
import { type Consultee, consultees } from './publicity/consultees.ts'
import { type Publicity, publicity } from './publicity/publicity.ts'
import { certified } from './validation/certified.ts'
import type { Check } from './validation/check.ts'
import { type NetGain, netGain } from './validation/net-gain.ts'
import { validation } from './validation/validation.ts'

export type Assessed = {
  readonly made: Traced<Day>
  readonly fee: Traced<Fee>
  readonly checks: readonly Check[]
  readonly consultees: Traced<readonly Consultee[]>
  readonly type?: ApplicationType
  readonly certificate?: Traced<Certificate>
  readonly netGain?: Traced<NetGain>
  readonly course?: Course
}

// What follows from the kind of application, were it valid on the day that it is made or on `valid`.
export type Course = {
  readonly facts: CaseFacts
  readonly clocks: Traced<Clocks>
  readonly publicity: Traced<Publicity>
  readonly delegation: Traced<Delegation>
}

export type Known = {
  // When it is sent, in milliseconds.
  readonly now: number
  readonly valid?: Day
  readonly extension?: Day
  readonly unfinished?: readonly string[]
  readonly schedules?: readonly FeeSchedule[]
}

export const assess = (lookup: Lookup, known: Known): Assessed => {
  const made = madeOn(known.now)
  const due = fee(feeFacts(lookup), made.value, known.schedules)
  const [type, signed, gain] = [applicationType(lookup), certified(lookup, made.value), netGain(lookup, made.value)]
  const facts = caseFacts(lookup)
  const { unfinished } = known
  return {
    made,
    fee: due,
    checks: validation(lookup, {
      made: made.value,
      fee: due.value,
      ...(unfinished === undefined ? {} : { unfinished }),
    }),
    consultees: consultees(lookup),
    ...(type === undefined ? {} : { type }),
    ...(signed === undefined ? {} : { certificate: signed }),
    ...(gain === undefined ? {} : { netGain: gain }),
    ...(facts === undefined ? {} : { course: courseOf(facts, known.valid ?? made.value, known.extension) }),
  }
}

// The dated data that was read: the fees, which change each year.
export const packOf = ({ fee, made }: Assessed): string =>
  fee.value.is === 'due' ? fee.value.schedule : (scheduleOn(made.value)?.name ?? 'planning')

const courseOf = (facts: CaseFacts, valid: Day, extension: Day | undefined): Course => ({
  facts,
  clocks: clocks(facts, valid, extension),
  publicity: publicity(facts, valid),
  delegation: delegation(facts, valid),
})
