// What the answers say about the fee. Kinds of application that the form does not take need what staff know (staff-asks.ts).
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { applicationType } from '#services/planning/form/application-type.ts'
import { createsHomes, partlyElsewhere } from '#services/planning/ground/proposal-kind.ts'
import { areaFrom } from '../ground/area.ts'
import { here, ofDocuments, usedIn } from '../ground/used.ts'
import type { FeeAnswers, FeeClaims, FeeFacts, Sought, Topic } from './facts.ts'
import { lookedUpList, worksIn } from './works.ts'

export const feeReads: Readonly<Record<Topic, readonly Read[]>> = {
  type: here('whatWork', 'homeKind', 'createsHomes', 'decision', 'detail', 'permissionChange', 'treeWork'),
  works: here('whatWork', 'homeKind', 'homeWork', 'fullWork', 'proposedUse', 'worksForUseNow', 'glasshouse'),
  homes: here('homesKnown', 'newHomes'),
  floor: here('floorSpace', 'otherFloorNew', 'proposedUse', 'glasshouse'),
  site: here('siteArea', 'createsHomes', 'floorSpace'),
  disabled: [...here('disabledAccess', 'publicAccess'), ...ofDocuments('documentTypes')],
  applicant: here('applicantType'),
  club: here('playingField'),
  where: here('whereSite', 'largerPart'),
}

export const feeFacts = (lookup: Lookup): FeeFacts => {
  const found = soughtIn(lookup)
  const claims = claimsIn(lookup, 'needs' in found ? undefined : found)
  const said = saidIn(lookup)
  return 'needs' in found ? { needs: found.needs, claims, said } : { sought: found, claims, said }
}

const saidIn = (lookup: Lookup): FeeAnswers => {
  const said: Partial<Record<Topic, ReturnType<typeof usedIn>>> = {}
  for (const topic of topics) said[topic] = usedIn(lookup, feeReads[topic])
  return said
}

const topics: readonly Topic[] = ['type', 'works', 'homes', 'floor', 'site', 'disabled', 'applicant', 'club', 'where']

type Needs = { readonly needs: string }

const needs = (words: string): Needs => ({ needs: `We cannot work out the fee until we know ${words}.` })

const soughtIn = (lookup: Lookup): Sought | Needs => {
  const type = applicationType(lookup)
  if (type === undefined) return needs('what you are applying for')
  const { code } = type
  if (code.startsWith('pp.full.')) return permission(lookup, 'permission')
  if (code.startsWith('pp.outline.')) return outline(lookup)
  if (code === 'ldc.proposed') return permission(lookup, 'lawful-proposed')
  if (code === 'ldc.existing') return permission(lookup, 'lawful-existing')
  if (code === 'pp.pip') return onSite(lookup, (site) => ({ is: 'principle', site }))
  if (code.startsWith('pa.')) return approval(lookup, code === 'pa.part3.classMA')
  return free[code] === undefined ? otherwise(lookup, code) : { is: 'free', what: free[code] }
}

const free: Readonly<Record<string, string>> = {
  listed: 'Listed building consent',
  'wtt.consent': 'Work to a tree with a preservation order',
  'wtt.notice': 'Notice of work to a tree in a conservation area',
  hedgerowRemovalNotice: 'A hedgerow removal notice',
}

const permission = (lookup: Lookup, is: 'permission' | 'lawful-proposed' | 'lawful-existing'): Sought | Needs => {
  const works = worksIn(lookup)
  return works.is === 'known' ? { is, for: works.developments } : { needs: works.needs }
}

const onSite = (lookup: Lookup, make: (site: number) => Sought): Sought | Needs => {
  const site = areaFrom(lookup.answer('siteArea'))
  return site === undefined ? needs('how big the site is') : make(site)
}

const otherBuildings = ({ answer }: Lookup): boolean => {
  const floor = answer('floorSpace')
  return floor !== undefined && floor !== 'none'
}

const outline = (lookup: Lookup): Sought | Needs =>
  onSite(lookup, (site) => ({
    is: 'outline',
    site,
    homes: holds(createsHomes, lookup),
    buildings: otherBuildings(lookup),
  }))

// Prior approval: a larger home extension unless something else is said.
const approval = (lookup: Lookup, toHomes: boolean): Sought | Needs => {
  const kind = lookup.answer('approvalKind') ?? (toHomes ? 'homes' : 'plain')
  if (kind === 'plain' || kind === 'works') return { is: 'prior-approval', works: kind === 'works' }
  const homes = lookup.answer('newHomes')
  if (typeof homes !== 'number') return needs('how many homes there will be')
  return { is: kind === 'upward' ? 'upward-homes' : 'approval-homes', homes }
}

const otherwise = (lookup: Lookup, code: string): Sought | Needs => {
  if (code === 'ldc.breachOfCondition') return { is: 'lawful-breach' }
  if (code === 'advertConsent') return advert(lookup)
  if (code === 'approval.reservedMatters') return reserved(lookup)
  const kind = lookup.answer('permissionKind')
  if (kind !== 'householder' && kind !== 'major' && kind !== 'other')
    return needs('which kind of permission it is about')
  if (code === 'amendment.minorMaterial') return { is: 'vary-condition', of: kind }
  const of = kind === 'householder' ? kind : 'other'
  return { is: code === 'approval.conditions' ? 'conditions' : 'small-change', of }
}

const advert = ({ answer }: Lookup): Sought | Needs => {
  const on = answer('advertPlace')
  return on === 'premises' || on === 'elsewhere' ? { is: 'advert', on } : needs('where the advertisement is')
}

const reserved = (lookup: Lookup): Sought | Needs => {
  if (lookup.answer('paidInFull') === 'yes') return { is: 'reserved-matters', for: [], paidInFull: true }
  const works = worksIn(lookup)
  return works.is === 'known'
    ? { is: 'reserved-matters', for: works.developments, paidInFull: false }
    : { needs: works.needs }
}

const claimsIn = (lookup: Lookup, sought: Sought | undefined): FeeClaims => {
  const yes = (question: string): boolean => lookup.answer(question) === 'yes'
  const disabled = yes('disabledAccess') ? 'home' : yes('publicAccess') ? 'public' : undefined
  const others = Number(lookup.answer('alternatives') ?? 0)
  return {
    ...(disabled === undefined ? {} : { disabled, evidence: sends(lookup, 'disabilityExemptionEvidence') }),
    parishCouncil: lookup.answer('applicantType') === 'parishCouncil',
    playingField: yes('playingField'),
    withPermission: yes('withPermission'),
    ...(holds(partlyElsewhere, lookup)
      ? { crosses: { larger: lookup.answer('largerPart') === 'elsewhere' ? 'elsewhere' : 'here' } }
      : {}),
    ...(sought === undefined ? {} : { alternatives: Array.from({ length: others }, () => sought) }),
  }
}

export const sends = (lookup: Lookup, type: string): boolean =>
  lookup.items('documents').some((item) => lookedUpList(item, 'documentTypes').includes(type))
