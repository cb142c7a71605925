// Everything that the rules say of one application on one day: for the officer's page as a proposal, for the applicant as "likely".

import type { Evidence } from '#domain/cases/evidence.ts'
import type { PlacingHistory } from '#domain/cases/placing.ts'
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { PreferredGroup } from '#domain/measures/returns/core.ts'
import { allOf, type RuleStep, type Traced } from '#domain/rules/trace.ts'
import { type Banding, banding } from './banding/bands.ts'
import { type PlacedFrom, placed } from './banding/placed.ts'
import { additionalRows, preferenceRows } from './banding/preference.ts'
import { type Priority, type Reduced, reduced } from './banding/reductions.ts'
import type { Agreed } from './bedrooms/claims.ts'
import type { Need } from './bedrooms/need.ts'
import type { Space } from './bedrooms/overcrowding.ts'
import type { StatutoryRooms } from './bedrooms/statutory.ts'
import { type Eligibility, eligibility } from './eligibility/eligibility.ts'
import { evidenceNeeded } from './evidence-trace.ts'
import { factsFrom } from './facts-from-answers.ts'
import { onDay, remembered, rowsFor, stepFor } from './ground/table.ts'
import { judgement } from './judgements.ts'
import type { HousingPack } from './packs/housing-pack.ts'
import { type Qualification, qualification } from './qualification/qualification.ts'
import { taskRows } from './tasks.ts'

export type Assessed = {
  readonly pack: string
  readonly on: Day
  readonly eligibility: Traced<Eligibility>
  readonly qualification: Traced<Qualification>
  readonly preference: Traced<readonly PreferredGroup[]>
  // Codes of additional preference: a weight within the band.
  readonly additional: Traced<readonly string[]>
  readonly need: Traced<Need>
  readonly space: Traced<Space>
  readonly statutory?: Traced<StatutoryRooms>
  readonly banding: Traced<Banding>
  readonly priority: Traced<Priority>
  readonly evidence: Traced<readonly Evidence[]>
  readonly placing: Traced<PlacingHistory>
  // What people must decide, each beside the answers that were asked for it; and what they must do.
  readonly judgements: readonly RuleStep[]
  readonly tasks: readonly RuleStep[]
}

// What officers have decided so far, and what the council's own records say.
export type Known = PlacedFrom & {
  readonly agreed?: Agreed
  readonly reductions?: readonly Reduced[]
  // The same person may have another application on this register.
  readonly alsoHere?: boolean
}

export const assess = (answers: Lookup, known: Known): Assessed => {
  const { pack, today } = known
  const facts = factsFrom(remembered(answers.today === today ? answers : onDay(answers, today)), known)
  const { lookup } = facts
  const banded = banding(lookup, known.awards ?? [], pack)
  const qualified = qualification(lookup, { histories: facts.histories, bedrooms: facts.need.value.rooms }, pack)
  const priority = reduced(banded.value, known.reductions ?? [], today, pack)
  const preferred = preference(lookup, pack.name)
  return {
    pack: pack.name,
    on: today,
    eligibility: eligibility(lookup, pack.name),
    qualification: qualified,
    preference: preferred,
    additional: additional(lookup, pack.name),
    need: facts.need,
    space: facts.space,
    ...(facts.statutory === undefined ? {} : { statutory: facts.statutory }),
    banding: { ...banded, steps: [...facts.steps, ...banded.steps] },
    priority,
    evidence: evidenceNeeded(lookup, pack.name),
    placing: placed(lookup, priority.value.band, banded.value, known),
    judgements: judgements(lookup, banded.value, qualified.value, pack),
    tasks: tasks(lookup, priority.value.band, preferred, pack),
  }
}

const preference = (lookup: Lookup, pack: string): Traced<readonly PreferredGroup[]> =>
  allOf(rowsFor(preferenceRows, lookup).map((row) => ({ value: row.group, steps: [stepFor(row, lookup, pack)] })))

const tasks = (
  lookup: Lookup,
  band: string,
  preferred: Traced<readonly PreferredGroup[]>,
  pack: HousingPack,
): readonly RuleStep[] => [
  ...rowsFor(taskRows, lookup).map((row) => stepFor(row, lookup, pack.name)),
  ...(band === pack.bands.at(-1)?.id ? preferenceTasks(preferred) : []),
]

// Whoever is in a group of s166A(3) and in the lowest band by the rules: an officer weighs the need, and says which band it has.
const preferenceTasks = ({ steps }: Traced<readonly PreferredGroup[]>): readonly RuleStep[] =>
  steps.map((step) => ({
    ...step,
    words: `Weigh this need, which the law gives reasonable preference (section 166A(3)(${step.rule.slice(-1).toLowerCase()})): ${step.words}`,
  }))

const additional = (lookup: Lookup, pack: string): Traced<readonly string[]> =>
  allOf(rowsFor(additionalRows, lookup).map((row) => ({ value: row.code, steps: [stepFor(row, lookup, pack)] })))

const judgements = (
  lookup: Lookup,
  banded: Banding,
  qualified: Qualification,
  pack: HousingPack,
): readonly RuleStep[] => {
  const awards = pack.bandRules.filter((rule) => banded.consider.includes(rule.code))
  const weighed = pack.findings.filter((row) => qualified.findings.some((finding) => finding.code === row.code))
  const findings = new Map(weighed.map((row) => [row.code, row]))
  return [
    ...awards.map((rule) => judgement(lookup, rule, pack.name)),
    ...[...findings.values()].map((row) => judgement(lookup, row, pack.name)),
  ]
}
