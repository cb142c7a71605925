// Gate 2, qualification: exemptions in law before local connection, then every other rule; all
// reasons are kept (docs/rules/housing.md, "Qualification").
// Nobody is shut out by software: what would be a "no" is provisional until an officer confirms it.
import { addMonths, type Day } from '#domain/day.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { here } from '../ground/fact-reads.ts'
import type { History } from '../ground/stays.ts'
import { rowsFor, stepFor } from '../ground/table.ts'
import { usedIn } from '../ground/used.ts'
import type { FindingOutcome, HousingPack } from '../packs/housing-pack.ts'
import { type ConnectionTest, connectionTests } from './connection.ts'
import { exemptionRows, mayBeExempt } from './exemptions.ts'
import { meansFinding } from './means.ts'

export type Qualification = {
  readonly result: 'QUALIFIES' | 'REFER' | 'PROVISIONAL_NOT_QUALIFYING'
  // Exemptions that hold, X1 to X6.
  readonly exemptions: readonly string[]
  // What satisfies local connection: an exemption or LC1 to LC4; undefined when nothing does.
  readonly connectedBy?: string
  readonly findings: readonly Finding[]
}

// The reasons of one outcome, and none of the others.
export const stepsOf = ({ value, steps }: Traced<Qualification>, outcome: FindingOutcome): readonly RuleStep[] => {
  const codes = new Set(value.findings.filter((one) => one.outcome === outcome).map((one) => one.code))
  return steps.filter((step) => codes.has(step.rule))
}

type Finding = { readonly code: string; readonly outcome: FindingOutcome }

export type QualificationFacts = { readonly histories: readonly History[]; readonly bedrooms: number }

export const qualification = (lookup: Lookup, facts: QualificationFacts, pack: HousingPack): Traced<Qualification> => {
  const exemptions = rowsFor(exemptionRows, lookup)
  const tests = connectionTests(lookup, facts.histories, pack)
  const connectedBy = exemptions[0]?.code ?? tests.find((one) => one.met)?.code
  const found = [
    ...(connectedBy === undefined ? unconnected(lookup, tests, pack) : []),
    ...others(lookup, facts.bedrooms, pack),
  ]
  const findings = found.map(({ step, outcome }) => ({ code: step.rule, outcome }))
  return {
    value: {
      result: resultOf(findings),
      exemptions: [...new Set(exemptions.map((row) => row.code))],
      ...(connectedBy === undefined ? {} : { connectedBy }),
      findings,
    },
    steps: [
      ...exemptions.map((row) => stepFor(row, lookup, pack.name)),
      ...tests.map((one) => one.step),
      ...found.map((one) => one.step),
    ],
  }
}

type Found = { readonly outcome: FindingOutcome; readonly step: RuleStep }

// "I'm not sure" is never a no: an officer finds out first.
const unconnected = (lookup: Lookup, tests: readonly ConnectionTest[], pack: HousingPack): readonly Found[] => {
  const { value: usual, source, confirm } = pack.connection.without
  const unsure = holds(mayBeExempt, lookup)
  const outcome = unsure ? 'refer' : usual
  const words = `No local connection is shown, and nothing that ${unsure ? 'is sure to make' : 'makes'} one unnecessary.${outcome === 'refer' ? ' An officer must decide.' : ''}`
  const used = [
    ...new Map(
      [...tests.flatMap(({ step }) => step.used), ...usedIn(lookup, here('connections'))].map((one) => [
        JSON.stringify(one),
        one,
      ]),
    ).values(),
  ]
  const step = { rule: 'LC', words, used, source, pack: pack.name }
  return [{ outcome, step: confirm === undefined ? step : { ...step, confirm } }]
}

const others = (lookup: Lookup, bedrooms: number, pack: HousingPack): readonly Found[] => {
  const means = meansFinding(lookup, bedrooms, pack)
  return [
    ...rowsFor(pack.findings, lookup).map((row) => ({ outcome: row.outcome, step: stepFor(row, lookup, pack.name) })),
    ...(means === undefined ? [] : [means]),
  ]
}

const resultOf = (findings: readonly Finding[]): Qualification['result'] => {
  if (findings.some((finding) => finding.outcome === 'not-qualifying')) return 'PROVISIONAL_NOT_QUALIFYING'
  return findings.some((finding) => finding.outcome === 'refer') ? 'REFER' : 'QUALIFIES'
}

// Facts that the rows of this gate read beside the answers.
export const qualificationFacts = (lookup: Lookup, pack: HousingPack, alsoHere: boolean) => ({
  releaseIsFar: yesNo(isFar(lookup.answer('releaseDate'), lookup.today, pack.releaseMonths.value)),
  arrearsExcused: yesNo(lookup.answer('owesBenefitDelay') === 'yes' || lookup.answer('owesPlan') === 'kept'),
  alsoHere: yesNo(alsoHere),
})

const isFar = (release: unknown, today: Day, months: number): boolean =>
  typeof release === 'string' && release > addMonths(today, months)

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no')
