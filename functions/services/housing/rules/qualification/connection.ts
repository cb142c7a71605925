// Local connection under the council's scheme, LC1 to LC4 (Dorset Council, eligibility criteria; docs/rules/housing.md, "Local connection").
// The test of the homelessness law is another one: homelessness-connection.ts.
import { addYears, type Day, daysBetween, inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import type { RuleStep, Source } from '#domain/rules/trace.ts'
import { here, stayReads } from '../ground/fact-reads.ts'
import { daysHere, hereSince, type Length, lengthHere, type Stay } from '../ground/residence.ts'
import type { History } from '../ground/stays.ts'
import { usedIn } from '../ground/used.ts'
import type { ConnectionRules, HousingPack } from '../packs/housing-pack.ts'

export type ConnectionTest = {
  readonly code: 'LC1' | 'LC2' | 'LC3' | 'LC4'
  readonly met: boolean
  readonly step: RuleStep
}

export const connectionTests = (
  lookup: Lookup,
  histories: readonly History[],
  pack: HousingPack,
): readonly ConnectionTest[] => {
  const found = [
    lived(histories, lookup.today, pack.connection),
    ...(claims(lookup, 'family') ? [family(lookup, pack.connection)] : []),
    ...(claims(lookup, 'work') ? [work(lookup, pack.connection)] : []),
    ...(claims(lookup, 'jobOffer') ? [offer(lookup, pack.connection)] : []),
  ]
  return found.map(({ code, met, words, source, reads }) => ({
    code,
    met,
    step: { rule: code, words, used: usedIn(lookup, reads), source, pack: pack.name },
  }))
}

type Found = {
  readonly code: ConnectionTest['code']
  readonly met: boolean
  readonly words: string
  readonly source: Source
  readonly reads: readonly Read[]
}

// What each test reads, for the map of questions to rules.
export const connectionReads: Readonly<Record<ConnectionTest['code'], readonly Read[]>> = {
  LC1: stayReads,
  LC2: here('connections', 'familyRelation', 'familyYears'),
  LC3: here('connections', 'workWeeklyHours', 'workStarted'),
  LC4: here('connections', 'livingSituation', 'offerHours', 'offerLength', 'offerStarts', 'travelReason'),
}

const claims = (lookup: Lookup, connection: string): boolean => {
  const given = lookup.answer('connections')
  return Array.isArray(given) && given.includes(connection)
}

// Either applicant's residence will do.
const lived = (histories: readonly History[], today: Day, rules: ConnectionRules): Found => {
  const found = histories.map(({ who, stays }) => ({ who, ...residenceIn(stays, today, rules) }))
  const best = found.find((one) => one.met) ?? found[0]
  const words = best?.who === 'joint' ? `The joint applicant: ${best.words}` : (best?.words ?? '')
  const source = rules.residenceYears.source
  return { code: 'LC1', met: best?.met === true, words, source, reads: connectionReads.LC1 }
}

// Two years without a break, or three of the last five: both by the calendar.
export const residenceIn = (
  stays: readonly Stay[],
  today: Day,
  rules: ConnectionRules,
): { readonly met: boolean; readonly words: string } => {
  const bridge = rules.bridgeGapDays.value
  const here = hereSince(stays, today, bridge)
  const years = rules.residenceYears.value
  if (here !== undefined && here.counts <= addYears(today, -years)) {
    return {
      met: true,
      words: `Lived in the area without a break since ${inWords(here.since)}: ${years} years or more.`,
    }
  }
  const { years: wanted, of } = rules.yearsOf.value
  const window = { from: addYears(today, -of), to: today }
  const length = lengthHere(stays, window, bridge)
  const enough =
    length.years >= wanted || daysHere(stays, window, bridge) >= daysBetween(addYears(today, -wanted), today)
  const share = `${lengthInWords(length)} of the last ${of} years`
  return enough
    ? { met: true, words: `Lived in the area for ${share}: ${wanted} years or more.` }
    : { met: false, words: notLong(here?.since, length, rules) }
}

const notLong = (since: Day | undefined, length: Length, rules: ConnectionRules): string => {
  const { years, of } = rules.yearsOf.value
  const asked = `${rules.residenceYears.value} years without a break or ${years} of the last ${of} years are needed`
  const share = lengthInWords(length)
  if (since === undefined && share === '0 days') return `Not lived in the area in the last ${of} years. ${asked}.`
  return since === undefined
    ? `Not living in the area now, and lived in it for ${share} of the last ${of} years. ${asked}.`
    : `Lived in the area without a break since ${inWords(since)}, and for ${share} of the last ${of} years. ${asked}.`
}

// "2 years, 11 months and 30 days"
const lengthInWords = ({ years, months, days }: Length): string => {
  const parts = [counted(years, 'year'), counted(months, 'month'), counted(days, 'day')].filter((part) => part !== '')
  return parts.length === 0
    ? '0 days'
    : [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ')
}

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`

const family = (lookup: Lookup, rules: ConnectionRules): Found => {
  const { value: years, source } = rules.familyYears
  const met = numberAt(lookup, 'familyYears') >= years
  const words = met
    ? `Close family has lived in the area for ${years} years or more. Proof is needed.`
    : `Close family has lived in the area for less than ${years} years.`
  return { code: 'LC2', met, words, source, reads: connectionReads.LC2 }
}

const work = (lookup: Lookup, rules: ConnectionRules): Found => {
  const { value, source } = rules.work
  const started = lookup.answer('workStarted')
  const longEnough = typeof started === 'string' && started <= addYears(lookup.today, -value.years)
  const enoughHours = numberAt(lookup, 'workWeeklyHours') >= value.hours
  const words =
    longEnough && enoughHours
      ? `Works in the area for ${value.hours} hours a week or more on average, for a year or more.`
      : `Work in the area counts from ${value.hours} hours a week on average and after a year of it.`
  return { code: 'LC3', met: longEnough && enoughHours, words, source, reads: connectionReads.LC3 }
}

const offer = (lookup: Lookup, rules: ConnectionRules): Found => {
  const { value, source } = rules.work
  const situation = lookup.answer('livingSituation')
  const met =
    (situation === 'councilTenant' || situation === 'associationTenant') &&
    lookup.answer('offerLength') === 'permanent' &&
    numberAt(lookup, 'offerHours') >= value.hours &&
    lookup.answer('travelReason') !== undefined
  const words = met
    ? `A social tenant with the offer of a permanent job of ${value.hours} hours a week or more here, too far to travel to.`
    : `A job offer counts for a social tenant, if it is permanent, of ${value.hours} hours a week or more, and too far to travel to.`
  return { code: 'LC4', met, words, source, reads: connectionReads.LC4 }
}

const numberAt = (lookup: Lookup, question: string): number => {
  const answer = lookup.answer(question)
  return typeof answer === 'number' ? answer : 0
}
