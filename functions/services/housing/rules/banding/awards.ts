// Awards of a band code: an officer's decision, who may make it, and until when it lasts (docs/rules/housing.md, "Bands").
import type { Decision } from '#domain/cases/case.ts'
import { addMonths, type Day, earlier } from '#domain/day.ts'
import type { BandRule, HousingPack } from '../packs/housing-pack.ts'

// An officer's decision to award a code: who, as what, when and why, on which proof and until when.
export type Award = Omit<Decision, 'is' | 'byId' | 'bandBefore'>

// 'not-theirs': made by someone who may not make it, such as A-EXC by an officer.
export type AwardStanding = 'active' | 'expired' | 'not-theirs'

export type ActiveCode = {
  readonly code: string
  readonly band: string
  readonly by: BandRule['by']
  readonly officerConfirms: boolean
  readonly expiresOn?: Day
}

export type Judged = {
  readonly award: Award
  readonly rule: BandRule
  readonly code: ActiveCode
  readonly stands: AwardStanding
}

// An award of a code that the scheme does not have is left out, and one that a person ended.
export const judged = (award: Award, today: Day, pack: HousingPack): readonly Judged[] => {
  const rule = pack.bandRules.find((one) => one.code === award.code && one.by === 'AWARD')
  if (rule === undefined || award.ended !== undefined) return []
  const expiresOn = awardExpiry(award, rule)
  const code = { ...activeCode(rule), ...(expiresOn === undefined ? {} : { expiresOn }) }
  return [{ award, rule, code, stands: standing(award, rule, expiresOn, today) }]
}

// The day that the officer gave, and never later than the scheme allows.
const awardExpiry = (award: Award, rule: BandRule): Day | undefined => {
  if (rule.expiresAfterMonths === undefined) return award.until
  const last = addMonths(award.on, rule.expiresAfterMonths)
  return award.until === undefined ? last : earlier(award.until, last)
}

const standing = (award: Award, rule: BandRule, expiresOn: Day | undefined, today: Day): AwardStanding => {
  if (rule.awardedBy !== undefined && !award.roles.some((role) => rule.awardedBy?.includes(role))) return 'not-theirs'
  return expiresOn !== undefined && today >= expiresOn ? 'expired' : 'active'
}

export const activeCode = (rule: BandRule): ActiveCode => ({
  code: rule.code,
  band: rule.band,
  by: rule.by,
  officerConfirms: rule.officerConfirms === true,
})
