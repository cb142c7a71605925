// Gate 1, eligibility: the applicant and every joint applicant are tested alone, because a tenancy cannot be granted to a person
// whom the law excludes (Housing Act 1996 s160ZA; docs/rules/housing.md, "Eligibility").
import type { Day } from '#domain/day.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import { type RuleStep, stepIn, type Traced } from '#domain/rules/trace.ts'
import { jointApplicant } from '#services/housing/ground/facts.ts'
import { here } from '../ground/fact-reads.ts'
import { immigrationControl } from '../ground/sources.ts'
import { firstFor, stepFor } from '../ground/table.ts'
import { itemName, usedIn } from '../ground/used.ts'
import type { Eligible } from './eligibility-classes.ts'
import { eligibilityRows, otherwise } from './eligibility-table.ts'

export type Eligibility = {
  readonly result: Eligible
  readonly each: readonly { readonly who: string; readonly result: Eligible; readonly code: string }[]
  // Leave that ends: an officer checks again on this day.
  readonly checkAgainOn?: Day
}

export const eligibility = (lookup: Lookup, pack: string): Traced<Eligibility> => {
  const main = { who: 'You', lookup }
  const joint = lookup
    .items('people')
    .filter((person) => holds(jointApplicant, person))
    .map((person) => ({ who: itemName(person, 'people'), lookup: person }))
  const tested = [main, ...joint].map((one) => ({ ...one, ...tests(one.lookup, one.who, pack) }))
  const each = tested.map(({ who, result, step }) => ({ who, result, code: step.rule }))
  const result = together(each.map((one) => one.result))
  const ends = leaveEnds([lookup, ...joint.map((one) => one.lookup)])
  return {
    value: { result, each, ...(ends === undefined ? {} : { checkAgainOn: ends }) },
    steps: [...tested.map((one) => one.step), ...aboutJoint(tested, pack)],
  }
}

const tests = (lookup: Lookup, who: string, pack: string): { readonly result: Eligible; readonly step: RuleStep } => {
  const row = firstFor(eligibilityRows, lookup)
  if (row !== undefined) return { result: row.result, step: of(stepFor(row, lookup, pack), who) }
  const used = usedIn(lookup, here(...read))
  const { code, result, words, source } = otherwise
  return { result, step: of(stepIn({ rule: code, words, used, source }, pack), who) }
}

const read = ['citizenship', 'livedAbroad', 'cameToUk', 'mainHome', 'immigrationStatus', 'sponsored', 'noPublicFunds']

const of = (step: RuleStep, who: string): RuleStep =>
  who === 'You'
    ? step
    : { ...step, words: `${who}: ${step.words}`, used: step.used.map((used) => ({ ...used, of: who })) }

// One person who cannot be a tenant does not shut out the others: an officer decides in whose name it goes on.
const together = (results: readonly Eligible[]): Eligible => {
  const [main = 'REFER', ...others] = results
  return others.every((other) => other === main) ? main : 'REFER'
}

type Tested = { readonly who: string; readonly result: Eligible; readonly step: RuleStep }

const aboutJoint = (each: readonly Tested[], pack: string): readonly RuleStep[] => {
  if (each.length === 1 || each.every((one) => one.result === 'INELIGIBLE')) return []
  return each
    .filter((one) => one.result === 'INELIGIBLE')
    .map(({ who, step }) =>
      stepIn(
        {
          rule: 'G1',
          words: `A joint tenancy cannot be granted to ${who === 'You' ? 'the applicant' : who}. An officer will decide in whose name the application can go on.`,
          used: step.used,
          source: immigrationControl,
          confirm: 'council to confirm',
        },
        pack,
      ),
    )
}

const leaveEnds = (applicants: readonly Lookup[]): Day | undefined =>
  applicants
    .map((one) => one.answer('leaveExpires'))
    .filter((day) => typeof day === 'string')
    .sort()[0]
