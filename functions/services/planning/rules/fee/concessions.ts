// What lowers a fee, in the order of docs/rules/planning.md, "Fee concessions": no fee; a flat fee;
// half for a parish, town or community council; half for a
// certificate of something planned. The second application free of charge ended on 6 December 2023 and is never offered.
import { inPounds } from '#domain/forms/fields/money.ts'
import { type RuleStep, type Source, type Traced, withReasons } from '#domain/rules/trace.ts'
import { certificateFees, disabledPeople, priorApprovalFees, scaleOfFees } from '../ground/sources.ts'
import { halved } from './alternatives.ts'
import type { FeeClaims, Sought, Topic } from './facts.ts'
import type { FeeSums } from './rows.ts'

export const conceded = (full: Traced<number>, sought: Sought, claims: FeeClaims, sums: FeeSums): Traced<number> => {
  if (full.value === 0) return full
  const free = exemption(sought, claims, sums)
  if (free !== undefined) return withReasons({ ...full, value: 0 }, free)
  return planned(
    parish(playing(waiting(full, sought, claims, sums), sought, claims, sums), sought, claims, sums),
    sought,
    sums,
  )
}

const exemption = (sought: Sought, claims: FeeClaims, sums: FeeSums): RuleStep | undefined => {
  if (claims.disabled !== undefined && claims.evidence === true && mayBeFree(sought))
    return step(forDisabled, freeWords[claims.disabled], sums)
  if (claims.withPermission === true && approves(sought)) return step(sameDay, sameDayWords, sums)
  return undefined
}

const freeWords = {
  home: 'All the work is for a disabled person at their home, and proof is with the application: there is no fee.',
  public: 'All the work is to give disabled people access to a public building, and proof is with it: there is no fee.',
} as const

const sameDayWords =
  'A planning application for the same site was made on the same day by the same person and has a fee, so there is no fee for this one.'

// Work at a home that is there, or to a public building; never a new home.
const mayBeFree = (sought: Sought): boolean =>
  (sought.is === 'permission' || sought.is === 'lawful-proposed' || sought.is === 'lawful-existing') &&
  sought.for.every(({ is }) => is !== 'homes' && is !== 'homes-by-change')

const approves = ({ is }: Sought): boolean =>
  is === 'prior-approval' || is === 'approval-homes' || is === 'upward-homes'

// Claimed, and not proved yet: the full fee, and why.
const waiting = (full: Traced<number>, sought: Sought, claims: FeeClaims, sums: FeeSums): Traced<number> => {
  if (claims.disabled === undefined || !mayBeFree(sought)) return full
  const words = 'There is no fee for work that is all for disabled people, once proof is with the application.'
  return withReasons(full, step(forDisabled, words, sums))
}

const playing = (full: Traced<number>, sought: Sought, claims: FeeClaims, sums: FeeSums): Traced<number> => {
  if (claims.playingField !== true || sought.is !== 'permission') return full
  const value = sums.schedule.amount('unit').value * 100
  const words = `A club that makes no profit pays a flat fee for a playing field: ${inPounds(value)}.`
  return withReasons({ ...full, value }, step(flatFee, words, sums))
}

const parish = (full: Traced<number>, sought: Sought, claims: FeeClaims, sums: FeeSums): Traced<number> => {
  if (claims.parishCouncil !== true) return full
  const value = halved(full.value)
  const words = `A parish, town or community council pays half: ${inPounds(value)}.`
  const half = step(parishHalf, words, sums)
  return withReasons({ ...full, value }, outsideSchedule1(sought) ? { ...half, confirm: halfToConfirm } : half)
}

// Schedule 1 halves its own fees. The regulations on these fees (14, 16 and 17) do not name the half.
const outsideSchedule1 = (sought: Sought): boolean =>
  approves(sought) || sought.is === 'conditions' || sought.is === 'small-change'
const halfToConfirm = 'council to confirm that the half applies to this kind of application'

const planned = (full: Traced<number>, sought: Sought, sums: FeeSums): Traced<number> => {
  if (sought.is !== 'lawful-proposed') return full
  const value = halved(full.value)
  const words = `A certificate of something that is planned costs half of the fee for permission: ${inPounds(value)}.`
  return withReasons({ ...full, value }, step(plannedHalf, words, sums))
}

type Rule = { readonly rule: string; readonly topic: Topic; readonly source: Source }

const forDisabled: Rule = { rule: 'FEE-6', topic: 'disabled', source: disabledPeople }
const sameDay: Rule = { rule: 'FEE-6', topic: 'type', source: priorApprovalFees }
const flatFee: Rule = { rule: 'FEE-5', topic: 'club', source: scaleOfFees }
const parishHalf: Rule = { rule: 'FEE-5', topic: 'applicant', source: scaleOfFees }
const plannedHalf: Rule = { rule: 'LDC', topic: 'type', source: certificateFees }

const step = ({ rule, topic, source }: Rule, words: string, { said }: FeeSums): RuleStep => ({
  rule,
  words,
  used: said?.[topic] ?? [],
  source,
})
