// The reasons for a band, in words for the applicant and the officer.
import { inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Step } from '#domain/rules/trace.ts'
import type { ActiveCode, Judged } from './awards.ts'
import type { BandRule, HousingPack } from './packs/housing-pack.ts'
import { readsOf, usedIn } from './used.ts'

export const autoStep = (rule: BandRule, lookup: Lookup, pack: HousingPack): Step => ({
  rule: rule.code,
  words: rule.officerConfirms === true ? `${rule.words} An officer must confirm this.` : rule.words,
  used: rule.when === undefined ? [] : usedIn(lookup, readsOf(rule.when)),
  source: rule.source,
  pack: pack.name,
  ...(rule.confirm === undefined ? {} : { confirm: rule.confirm }),
})

export const awardStep = (made: Judged, pack: string): Step => ({
  rule: made.rule.code,
  words: `${made.rule.words} ${standingWords(made)}`,
  used: [],
  source: made.rule.source,
  pack,
})

const standingWords = ({ award, code, stands }: Judged): string => {
  const until = code.expiresOn === undefined ? '' : inWords(code.expiresOn)
  switch (stands) {
    case 'active':
      return `Awarded by ${award.by} on ${inWords(award.on)}${until === '' ? '' : `, until ${until}`}: ${award.reason}${proofWords(award)}`
    case 'expired':
      return `The award of ${inWords(award.on)} ran out${until === '' ? '' : ` on ${until}`}.`
    case 'not-theirs':
      return `Proposed by ${award.by} on ${inWords(award.on)}. Only a team leader may award it, so it does not count.`
  }
}

const proofWords = ({ proof, proofOn }: Judged['award']): string => {
  if (proof === undefined) return ''
  return ` Proof${proofOn === undefined ? '' : `, received on ${inWords(proofOn)}`}: ${proof}`
}

export const bandStep = (codes: readonly ActiveCode[], pack: HousingPack): Step => {
  const band = pack.bands.find((one) => one.id === codes[0]?.band) ?? pack.bands.at(-1)
  const others = codes.length > 1 ? `, the highest of ${codes.map((one) => one.code).join(', ')}` : ''
  return {
    rule: 'G3',
    words: `${band?.label ?? 'No band'}${others}.`,
    used: [],
    source: pack.source,
    pack: pack.name,
  }
}
