// Gate 3: every code that puts the household into a band, and the highest band that is active
// (docs/rules/housing.md, "Bands"). All codes are kept.
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Traced } from '#domain/rules/trace.ts'
import type { BandRule, HousingPack } from '../packs/housing-pack.ts'
import { type ActiveCode, type Award, type AwardStanding, activeCode, judged } from './awards.ts'
import { autoStep, awardStep, bandStep } from './band-words.ts'

export type Banding = {
  readonly band: string
  readonly codes: readonly ActiveCode[]
  // Awards that have run out, or that this person may not make.
  readonly without: readonly { readonly code: string; readonly why: AwardStanding }[]
  // Awards that the answers suggest: for an officer to consider.
  readonly consider: readonly string[]
}

export const banding = (lookup: Lookup, awards: readonly Award[], pack: HousingPack): Traced<Banding> => {
  const made = awards.flatMap((award) => judged(award, lookup.today, pack))
  const active = made.filter((one) => one.stands === 'active').map((one) => one.code)
  const automatic = pack.bandRules.filter((rule) => rule.by === 'AUTO' && applies(rule, lookup))
  const needed = automatic.filter((rule) => rule.code !== pack.lowestCode)
  const counted = active.length + needed.length === 0 ? automatic : needed
  const codes = [...active, ...counted.map(activeCode)].sort(byBand(pack))
  const reasons = [
    ...counted.map((rule) => autoStep(rule, lookup, pack)),
    ...made.map((one) => awardStep(one, pack.name)),
  ]
  return {
    value: {
      band: codes[0]?.band ?? pack.bands.at(-1)?.id ?? '',
      codes,
      without: made.flatMap(({ code, stands }) => (stands === 'active' ? [] : [{ code: code.code, why: stands }])),
      consider: toConsider(lookup, codes, pack),
    },
    steps: [...reasons, bandStep(codes, reasons, pack)],
  }
}

const toConsider = (lookup: Lookup, codes: readonly ActiveCode[], pack: HousingPack): readonly string[] =>
  pack.bandRules
    .filter((rule) => rule.by === 'AWARD' && applies(rule, lookup) && !codes.some((one) => one.code === rule.code))
    .map((rule) => rule.code)

const applies = (rule: BandRule, lookup: Lookup): boolean => rule.when !== undefined && holds(rule.when, lookup)

const byBand = (pack: HousingPack) => {
  const rank = new Map(pack.bands.map((band, at) => [band.id, at]))
  return (one: ActiveCode, other: ActiveCode): number => (rank.get(one.band) ?? 99) - (rank.get(other.band) ?? 99)
}
