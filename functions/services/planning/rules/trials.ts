// The planning rules as staff can try them, for any day: the fee of any kind of application, clocks and notices, who decides, validity.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { instantOf } from '#domain/london.ts'
import type { Assessment, Part, Read } from '#domain/rules/assessment.ts'
import type { Trial } from '#domain/rules/trial.ts'
import { applicationType } from '../form/application-type.ts'
import { assess, type PlanningAssessed, type PlanningKnown, packOf } from './assess.ts'
import { type FeeSchedule, feeSchedules } from './fee/schedule.ts'
import { scheduleAfterRise } from './fee/yearly-rise.ts'
import { caseAsks, feeAsks } from './ground/staff-asks.ts'
import { typeStep } from './ground/type-step.ts'
import { feePart, typePart } from './parts.ts'
import { certificateParts, consulteesPart, courseParts, netGainParts, validationPart } from './proposal.ts'
import { ruleReads } from './reads.ts'
import { appealParts, dayAt, letterParts, timeAt } from './trial-parts.ts'

const noon = '12:00'

const trial = (
  given: Pick<Trial, 'id' | 'title' | 'asks'> & { readonly rules: readonly string[] },
  parts: (found: PlanningAssessed, lookup: Lookup) => readonly Part[],
): Trial => ({
  id: given.id,
  title: given.title,
  ...(given.asks === undefined ? {} : { asks: given.asks }),
  reads: distinct(given.rules.flatMap((rule) => ruleReads[rule] ?? [])),
  run: (lookup, today) => shown(assess(lookup, knownIn(lookup, today)), today, (found) => parts(found, lookup)),
})

const shown = (found: PlanningAssessed, on: Day, parts: (found: PlanningAssessed) => readonly Part[]): Assessment => ({
  on,
  pack: packOf(found),
  parts: parts(found),
})

// The day above, at noon, unless another day or hour of sending is given.
const knownIn = (lookup: Lookup, today: Day): PlanningKnown => {
  const sentOn = dayAt(lookup, 'sentOn') ?? today
  const now = instantOf(sentOn, timeAt(lookup, 'sentAt', noon)) ?? instantOf(sentOn, noon) ?? 0
  const [valid, extension] = [dayAt(lookup, 'validOn'), dayAt(lookup, 'extendedTo')]
  return {
    now,
    schedules: schedulesWith(lookup),
    ...(valid === undefined ? {} : { valid }),
    ...(extension === undefined ? {} : { extension }),
  }
}

// With a guess at the rise of prices, the schedule of the April after the last one held.
const schedulesWith = ({ answer }: Lookup): readonly FeeSchedule[] => {
  const rise = /^(\d{1,3})(?:\.(\d))?$/.exec(String(answer('priceRise') ?? ''))
  const last = feeSchedules.at(-1)
  if (rise === null || last === undefined) return feeSchedules
  const tenths = Number(rise[1]) * 10 + Number(rise[2] ?? 0)
  return [...feeSchedules, scheduleAfterRise(last, tenths, `${Number(last.validFrom.slice(0, 4)) + 1}-04-01`)]
}

const distinct = (reads: readonly Read[]): readonly Read[] => [
  ...new Map(reads.map((read) => [`${read.section ?? ''}/${read.question}`, read])).values(),
]

const typeParts = (lookup: Lookup): readonly Part[] => {
  const type = applicationType(lookup)
  return type === undefined ? [] : [typePart(type, typeStep(lookup, type))]
}

export const planningTrials: readonly Trial[] = [
  trial({ id: 'fee', title: 'Fee', asks: feeAsks, rules: ['FEE', 'TYPE'] }, (found, lookup) => [
    feePart(found),
    ...typeParts(lookup),
  ]),
  trial(
    { id: 'course', title: 'Clock, notices and who decides', asks: caseAsks, rules: ['CASE', 'TYPE'] },
    (found, lookup) => [
      ...courseParts(found),
      ...(found.course === undefined
        ? []
        : [...letterParts(found.course, lookup), ...appealParts(found.course, lookup)]),
      ...typeParts(lookup),
    ],
  ),
  trial({ id: 'certificate', title: 'Ownership certificate', rules: ['CERT'] }, certificateParts),
  trial(
    {
      id: 'validity',
      title: 'Validation list',
      rules: ['SITE', 'CERT', 'DOCUMENTS', 'DRAWINGS', 'BNG', 'FEE', 'TYPE'],
    },
    (found) => [validationPart(found), feePart(found), ...netGainParts(found)],
  ),
  trial({ id: 'consultees', title: 'Whom to consult', rules: ['CONSULT', 'TYPE'] }, (found) => [consulteesPart(found)]),
]
