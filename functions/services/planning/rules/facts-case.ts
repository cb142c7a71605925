// What the answers say about clocks, publicity and who decides, with what only an officer can say (staff-asks.ts).
import { holds, type Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { applicationType } from '../form/application-type.ts'
import { inConservationArea } from '../form/constraints.ts'
import { type ApplicationCode, applicationCode } from '../ground/application-code.ts'
import { createsHomes, listedBuilding } from '../ground/proposal-kind.ts'
import { lookedUpList } from './fee/works.ts'
import { areaFrom, squareMetres } from './ground/area.ts'
import type { CaseFacts, CaseTopic } from './ground/case-facts.ts'
import { here, usedIn } from './ground/used.ts'

export const caseReads: Readonly<Record<CaseTopic, readonly Read[]>> = {
  type: here('whatWork', 'homeKind', 'createsHomes', 'started', 'listed', 'listedWork', 'decision', 'detail'),
  size: here('newHomes', 'homesKnown', 'floorSpace', 'otherFloorNew', 'siteSize', 'siteArea'),
  environment: here('environmentalStatement'),
  place: here('listed', 'conservationArea', 'accessChanges'),
  started: here('started', 'startedOn'),
  connection: here('connection', 'connectionDetails'),
}

// Undefined until the answers say which application it is.
export const caseFacts = (lookup: Lookup): CaseFacts | undefined => {
  const type = applicationType(lookup)
  const code = type?.code ?? applicationCode(lookup.answer('code'))
  if (code === undefined) return undefined
  const homes = lookup.answer('newHomes')
  const site = areaFrom(lookup.answer('siteArea'))
  return {
    code,
    major: (type?.major ?? false) || code.endsWith('.major') || largeByMeasure(lookup, code),
    environmental: lookup.answer('environmentalStatement') === 'yes',
    householder: code.startsWith('pp.full.householder'),
    listed: holds(listedBuilding, lookup),
    conservationArea: holds(inConservationArea, lookup),
    rightOfWay: lookedUpList(lookup, 'accessChanges').includes('rightOfWay'),
    retrospective: type?.retrospective ?? false,
    makesHomes: holds(createsHomes, lookup),
    connected: !['none', undefined].includes(textAt(lookup, 'connection')),
    ...(typeof homes === 'number' ? { homes } : {}),
    ...(site === undefined ? {} : { site }),
    ...officerSays(lookup),
    said: saidIn(lookup),
  }
}

// The exact figures may be larger than the type finder was told.
const largeByMeasure = (lookup: Lookup, code: ApplicationCode): boolean => {
  if (!code.startsWith('pp.') || code.startsWith('pp.full.householder')) return false
  const site = areaFrom(lookup.answer('siteArea')) ?? 0
  const floor = areaFrom(lookup.answer('otherFloorNew')) ?? 0
  return site >= squareMetres(10_000) || floor >= squareMetres(1000)
}

const officerSays = (lookup: Lookup): Partial<CaseFacts> => {
  const objections = lookup.answer('objections')
  const original = applicationCode(lookup.answer('original'))
  const homes = lookup.answer('outlineHomes')
  const floor = areaFrom(lookup.answer('outlineFloor'))
  return {
    departure: lookup.answer('departure') === 'yes',
    ...(typeof objections === 'number' ? { objections } : {}),
    ...(original === undefined ? {} : { original }),
    ...(homes === undefined && floor === undefined
      ? {}
      : { outline: { homes: typeof homes === 'number' ? homes : 0, floor: floor ?? 0 } }),
  }
}

const textAt = (lookup: Lookup, question: string): string | undefined => {
  const answer = lookup.answer(question)
  return typeof answer === 'string' ? answer : undefined
}

const topics: readonly CaseTopic[] = ['type', 'size', 'environment', 'place', 'started', 'connection']

const saidIn = (lookup: Lookup): NonNullable<CaseFacts['said']> => {
  const said: Partial<Record<CaseTopic, ReturnType<typeof usedIn>>> = {}
  for (const topic of topics) said[topic] = usedIn(lookup, caseReads[topic])
  return said
}
