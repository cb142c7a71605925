// Gate 3: every code that puts the household into a band, and the highest band that is active (housing 1.8). All codes are kept.
import type { Role } from '#domain/cases/case.ts'
import { addMonths, type Day } from '#domain/day.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Step, Traced } from '#domain/rules/trace.ts'
import { autoStep, awardStep, bandStep } from './band-words.ts'
import type { BandRule, HousingPack } from './packs/housing-pack.ts'

// An officer's decision to award a code: who, as what, when and why.
export type Award = {
  readonly code: string
  readonly on: Day
  readonly by: string
  readonly roles: readonly Role[]
  readonly reason: string
}

// 'not-theirs': made by someone who may not make it, such as A-EXC by an officer.
export type Standing = 'active' | 'expired' | 'not-theirs'

export type Banding = {
  readonly band: string
  readonly codes: readonly ActiveCode[]
  // Awards that have run out, or that this person may not make.
  readonly without: readonly { readonly code: string; readonly why: Standing }[]
  // Awards that the answers suggest: for an officer to consider.
  readonly consider: readonly string[]
}

export type ActiveCode = {
  readonly code: string
  readonly band: string
  readonly by: BandRule['by']
  readonly officerConfirms: boolean
  readonly expiresOn?: Day
}

export const banding = (lookup: Lookup, awards: readonly Award[], pack: HousingPack): Traced<Banding> => {
  const made = awards.flatMap((award) => judged(award, lookup.today, pack))
  const active = made.filter((one) => one.stands === 'active').map((one) => one.code)
  const automatic = pack.bandRules.filter((rule) => rule.by === 'AUTO' && applies(rule, lookup))
  const needed = automatic.filter((rule) => rule.code !== pack.lowestCode)
  const counted = active.length + needed.length === 0 ? automatic : needed
  const codes = [...active, ...counted.map(activeCode)].sort(byBand(pack))
  return {
    value: {
      band: codes[0]?.band ?? pack.bands.at(-1)?.id ?? '',
      codes,
      without: made.flatMap(({ code, stands }) => (stands === 'active' ? [] : [{ code: code.code, why: stands }])),
      consider: toConsider(lookup, codes, pack),
    },
    steps: [
      ...counted.map((rule) => autoStep(rule, lookup, pack)),
      ...made.map((one) => one.step),
      bandStep(codes, pack),
    ],
  }
}

const toConsider = (lookup: Lookup, codes: readonly ActiveCode[], pack: HousingPack): readonly string[] =>
  pack.bandRules
    .filter((rule) => rule.by === 'AWARD' && applies(rule, lookup) && !codes.some((one) => one.code === rule.code))
    .map((rule) => rule.code)

const applies = (rule: BandRule, lookup: Lookup): boolean => rule.when !== undefined && holds(rule.when, lookup)

type Made = { readonly code: ActiveCode; readonly stands: Standing; readonly step: Step }

const judged = (award: Award, today: Day, pack: HousingPack): readonly Made[] => {
  const rule = pack.bandRules.find((one) => one.code === award.code && one.by === 'AWARD')
  if (rule === undefined) return []
  const expiresOn = awardExpiry(award, rule)
  const stands = standing(award, rule, expiresOn, today)
  const code = { ...activeCode(rule), ...(expiresOn === undefined ? {} : { expiresOn }) }
  return [{ code, stands, step: awardStep(award, rule, stands, pack.name) }]
}

export const awardExpiry = (award: Award, rule: BandRule): Day | undefined =>
  rule.expiresAfterMonths === undefined ? undefined : addMonths(award.on, rule.expiresAfterMonths)

const standing = (award: Award, rule: BandRule, expiresOn: Day | undefined, today: Day): Standing => {
  if (rule.awardedBy !== undefined && !award.roles.some((role) => rule.awardedBy?.includes(role))) return 'not-theirs'
  return expiresOn !== undefined && today >= expiresOn ? 'expired' : 'active'
}

const activeCode = (rule: BandRule): ActiveCode => ({
  code: rule.code,
  band: rule.band,
  by: rule.by,
  officerConfirms: rule.officerConfirms === true,
})

const byBand = (pack: HousingPack) => {
  const rank = new Map(pack.bands.map((band, at) => [band.id, at]))
  return (one: ActiveCode, other: ActiveCode): number => (rank.get(one.band) ?? 99) - (rank.get(other.band) ?? 99)
}
