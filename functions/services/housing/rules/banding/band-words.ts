// The reasons for a band, in words for the applicant and the officer.
import { type Day, inWords } from '#domain/day.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { type RuleStep, stepIn, type Used } from '#domain/rules/trace.ts'
import { here } from '../ground/fact-reads.ts'
import { distinctReads, readsOf, usedIn } from '../ground/used.ts'
import type { BandRule, HousingPack } from '../packs/housing-pack.ts'
import type { ActiveCode, Judged } from './awards.ts'

export const autoStep = (rule: BandRule, lookup: Lookup, pack: HousingPack): RuleStep => {
  const grounds = (rule.grounds ?? []).filter(({ when }) => holds(when, lookup))
  const words = [rule.words, ...grounds.map((ground) => ground.words)].join(' ')
  const reads = grounds.length > 0 ? grounds.flatMap(({ when }) => readsOf(when)) : readsOfRule(rule)
  return stepIn(
    {
      rule: rule.code,
      words: rule.officerConfirms === true ? `${words} An officer must confirm this.` : words,
      used: usedIn(lookup, distinctReads(reads)),
      source: rule.source,
      ...(rule.confirm === undefined ? {} : { confirm: rule.confirm }),
    },
    pack.name,
  )
}

// The band of those with no other need rests on the answers that would have shown one.
const readsOfRule = ({ when }: BandRule): readonly Read[] => {
  const reads = when === undefined ? [] : readsOf(when)
  return reads.length > 0
    ? reads
    : here('livingSituation', 'bedroomsAvailable', 'homelessNow', 'unsafeBecause', 'hasHealthNeed', 'homeProblems')
}

export const awardStep = (made: Judged, pack: string): RuleStep =>
  stepIn(
    {
      rule: made.rule.code,
      words: `${made.rule.words} ${standingWords(made)}`,
      used: [decisionUsed(made.award, 'award')],
      source: made.rule.source,
      ...(made.rule.confirm === undefined ? {} : { confirm: made.rule.confirm }),
    },
    pack,
  )

// A decision is read as an answer is: who made it and when.
export const decisionUsed = ({ by, on }: { readonly by: string; readonly on: Day }, question: string): Used => ({
  question,
  called: 'Decision of an officer',
  shown: `${by}, ${inWords(on)}`,
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

export const bandStep = (codes: readonly ActiveCode[], reasons: readonly RuleStep[], pack: HousingPack): RuleStep => {
  const band = pack.bands.find((one) => one.id === codes[0]?.band) ?? pack.bands.at(-1)
  const others = codes.length > 1 ? `, the highest of ${codes.length} that apply` : ''
  const used = new Map(reasons.flatMap((step) => step.used).map((one) => [JSON.stringify(one), one]))
  return {
    rule: 'G3',
    words: `${band?.label ?? 'No band'}${others}.`,
    used: [...used.values()],
    source: pack.source,
    pack: pack.name,
  }
}
