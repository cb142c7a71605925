// Biodiversity net gain: whether it applies, and whether a reason for not applying it stands on the day that the application is made.
import { type Day, inWords } from '#domain/day.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { type BngExemption, bngExemptions } from '#services/planning/ground/bng.ts'
import { full } from '#services/planning/ground/proposal-kind.ts'
import { type Area, areaFrom, squareMetres } from '../ground/area.ts'
import { netGainLaw } from '../ground/sources.ts'
import { here, usedIn } from '../ground/used.ts'

export type NetGain =
  | { readonly is: 'applies' | 'exempt' | 'officer' }
  // The reason that was given does not stand.
  | { readonly is: 'not-exempt'; readonly why: string }

export const netGainReads: readonly Read[] = here(
  'netGain',
  'netGainExempt',
  'netGainUnits',
  'netGainDate',
  'siteArea',
  'newHomes',
  'homesSelfBuild',
  'started',
)

// Undefined while it is not answered.
export const netGain = (lookup: Lookup, on: Day): Traced<NetGain> | undefined => {
  if (!holds(full, lookup)) return found({ is: 'exempt' }, 'A householder application is exempt.', lookup)
  if (lookup.answer('netGain') === 'yes')
    return found(
      { is: 'applies' },
      'It applies: the habitats must gain 10% or more, by a plan that we approve.',
      lookup,
    )
  const id = lookup.answer('netGainExempt')
  if (typeof id !== 'string') return undefined
  const exemption = bngExemptions[id]
  if (exemption === undefined)
    return found({ is: 'officer' }, 'Another reason is given: an officer must look at it.', lookup)
  return judged(lookup, { id, exemption, on })
}

type Claimed = { readonly id: string; readonly exemption: BngExemption; readonly on: Day }

const judged = (lookup: Lookup, { id, exemption, on }: Claimed): Traced<NetGain> => {
  if (exemption.from === undefined)
    return found({ is: 'officer' }, 'This reason is announced, and no day is set for it yet.', lookup, 'starts')
  const out = outOfTime(exemption, on)
  if (out !== undefined) return found({ is: 'not-exempt', why: out }, out, lookup, exemption.announced)
  const against = contradictions[id]?.(lookup)
  if (against !== undefined) return found({ is: 'not-exempt', why: against }, against, lookup)
  return found({ is: 'exempt' }, `It is exempt: ${exemption.label}.`, lookup, exemption.announced)
}

const outOfTime = ({ from, to }: BngExemption, on: Day): string | undefined => {
  if (from !== undefined && on < from)
    return `This reason begins on ${inWords(from)}, after the day of the application.`
  if (to !== undefined && on > to) return `This reason ended on ${inWords(to)}, before the day of the application.`
  return undefined
}

const siteOf = (lookup: Lookup): Area => areaFrom(lookup.answer('siteArea')) ?? 0

// Where other answers say that a reason cannot be so.
const contradictions: Readonly<Record<string, (lookup: Lookup) => string | undefined>> = {
  smallSite: (lookup) =>
    siteOf(lookup) > squareMetres(2000)
      ? 'The site is larger than 0.2 hectares, so it is not exempt as small.'
      : undefined,
  selfBuild: (lookup) => {
    if (siteOf(lookup) > squareMetres(5000)) return 'The site is larger than half a hectare, so it is not exempt.'
    const [homes, own] = [lookup.answer('newHomes'), lookup.answer('homesSelfBuild')]
    if (typeof homes === 'number' && homes > 9) return 'There are more than 9 homes, so it is not exempt.'
    return homes === own ? undefined : 'Not all the homes are self-build or custom-build, so it is not exempt.'
  },
  retrospective: (lookup) =>
    lookup.answer('started') === 'no' ? 'The work has not started, so it is not exempt as retrospective.' : undefined,
}

const announcedWords = {
  starts: 'council to confirm that the regulations which were announced are in force',
  ends: 'council to confirm the day on which the regulations which end it came into force',
} as const

const found = (
  value: NetGain,
  words: string,
  lookup: Lookup,
  announced?: BngExemption['announced'],
): Traced<NetGain> => {
  const step: RuleStep = {
    rule: 'BNG',
    words,
    used: usedIn(lookup, netGainReads),
    source: netGainLaw,
    ...(announced === undefined ? {} : { confirm: announcedWords[announced] }),
  }
  return { value, steps: [step] }
}
