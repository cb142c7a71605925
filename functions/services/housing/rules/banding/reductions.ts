// What an officer decided that lowers or pauses a priority (docs/rules/housing.md, "Reductions"): worsened circumstances, refusals, no bidding.
import { addMonths, type Day, inWords } from '#domain/day.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import type { HousingPack, Reduction } from '../packs/housing-pack.ts'
import { decisionUsed } from './band-words.ts'
import type { Banding } from './bands.ts'

export type Reduced = {
  readonly code: string
  readonly on: Day
  readonly by: string
  readonly reason: string
  // The band of before the change, for a reduction that keeps it.
  readonly bandBefore?: string
}

export type Priority = { readonly band: string; readonly suspendedUntil?: Day }

export const reduced = (
  banding: Banding,
  decided: readonly Reduced[],
  today: Day,
  pack: HousingPack,
): Traced<Priority> => {
  const known = decided.flatMap((one) => {
    const rule = pack.reductions.find((rule) => rule.code === one.code)
    return rule === undefined ? [] : [{ one, rule }]
  })
  const band = known.reduce((now, decision) => bandAfter(banding, now, decision, pack), banding.band)
  const ends = known.flatMap(({ one, rule }) => suspension(one, rule)).filter((day) => day > today)
  const suspendedUntil = ends.sort().at(-1)
  return {
    value: { band, ...(suspendedUntil === undefined ? {} : { suspendedUntil }) },
    steps: known.map(({ one, rule }) => step(one, rule, pack)),
  }
}

type Decision = { readonly one: Reduced; readonly rule: Reduction }

// Other codes keep the band that they give: only what the reduction takes away is lost.
const bandAfter = (banding: Banding, now: string, { one, rule }: Decision, pack: HousingPack): string => {
  if (rule.suspendsMonths !== undefined) return now
  if (rule.takes === 'all') return one.bandBefore ?? now
  const kept = banding.codes.filter((code) => !rule.takes.includes(code.code)).map((code) => code.band)
  const candidates = [...kept, ...(rule.leaves === undefined ? [] : [rule.leaves])]
  const taken = banding.codes.some((code) => rule.takes.includes(code.code))
  return taken ? (pack.bands.find((band) => candidates.includes(band.id))?.id ?? now) : now
}

const suspension = (one: Reduced, rule: Reduction): readonly Day[] =>
  rule.suspendsMonths === undefined ? [] : [addMonths(one.on, rule.suspendsMonths)]

const step = (one: Reduced, rule: Reduction, pack: HousingPack): RuleStep => ({
  rule: rule.code,
  words: `${rule.words} Decided by ${one.by} on ${inWords(one.on)}: ${one.reason}`,
  used: [decisionUsed(one, 'reduction')],
  source: rule.source,
  pack: pack.name,
  ...(rule.confirm === undefined ? {} : { confirm: rule.confirm }),
})
