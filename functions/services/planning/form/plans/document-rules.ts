// What must come with an application, as a table: which document, when, and why (docs/rules/planning.md, "Validation", V4 to V9; Development
// Management Procedure Order 2015, articles 7 and 9). `required: false` is what an officer may still ask for.
import {
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  holds,
  includesAny,
  type Lookup,
  oneOf,
  saysYes,
} from '#domain/forms/condition.ts'
import { publishesNotice } from '#services/planning/ground/certificates.ts'
import { createsHomes, full, listedBuilding, major } from '#services/planning/ground/proposal-kind.ts'
import { inConservationArea, inFloodZone, inWorldHeritageSite } from '../constraints.ts'
import type { DocumentCode } from './document-types.ts'

export type When = Condition | ((lookup: Lookup) => boolean)
export type Rule = {
  readonly type: DocumentCode
  readonly rule: string
  readonly why: string
  readonly required?: false
  readonly when: When
}

const designated = any(inConservationArea, inWorldHeritageSite)
const homeWork = (...kinds: readonly string[]) => answered('homeWork', includesAny(...kinds))
// 100 m² of new floor space in a designated area (article 9(2)(b)).
export const sizeReads: readonly string[] = ['newFloor', 'otherFloorNew']
const largeInDesignated = (lookup: Lookup): boolean =>
  holds(designated, lookup) && sizeReads.some((question) => squareMetres(lookup, question) >= 100)

export const documentRules: readonly Rule[] = [
  {
    type: 'designAndAccessStatement',
    rule: 'V8',
    when: listedBuilding,
    why: 'Work to a listed building always needs one.',
  },
  { type: 'designAndAccessStatement', rule: 'V8', when: major, why: 'It is a major application.' },
  {
    type: 'designAndAccessStatement',
    rule: 'V8',
    when: all(designated, createsHomes),
    why: 'There will be a new home in a conservation area or World Heritage Site.',
  },
  {
    type: 'designAndAccessStatement',
    rule: 'V8',
    when: largeInDesignated,
    why: 'There will be 100 square metres or more in a conservation area or World Heritage Site.',
  },
  {
    type: 'heritageStatement',
    rule: 'V9',
    when: listedBuilding,
    why: 'It is a listed building, or in the grounds of one.',
  },
  { type: 'heritageStatement', rule: 'V9', when: inConservationArea, why: 'It is in a conservation area.' },
  {
    type: 'heritageStatement',
    rule: 'V9',
    when: answered('designations', includesAny('monument', 'worldHeritage')),
    why: 'It is at a scheduled monument or in the World Heritage Site.',
  },
  {
    type: 'heritageStatement',
    rule: 'V9',
    required: false,
    when: any(answered('listed', equals('notSure')), answered('conservationArea', equals('notSure'))),
    why: 'You are not sure if the place is protected. We will check.',
  },
  {
    type: 'floodRiskAssessment',
    rule: 'V9',
    when: inFloodZone,
    why: 'Some of the site is in flood zone 2 or 3.',
  },
  {
    type: 'floodRiskAssessment',
    rule: 'V9',
    when: answered('siteSize', equals('large')),
    why: 'The site is 1 hectare or more.',
  },
  {
    type: 'floodRiskAssessment',
    rule: 'V9',
    required: false,
    when: any(answered('floodZone', equals('notSure')), answered('floodElsewhere', saysYes)),
    why: 'Flooding may matter here. We will check.',
  },
  {
    type: 'biodiversityMetric',
    rule: 'V9',
    when: all(full, answered('netGain', saysYes)),
    why: 'Biodiversity net gain applies.',
  },
  {
    type: 'fireStatement',
    rule: 'V9',
    when: all(
      answered('tallBuilding', equals('tall')),
      any(answered('newHomes', atLeast(2)), answered('homesKnown', equals('no'))),
    ),
    why: 'There will be a building with homes of 18 metres, or 7 storeys, or more.',
  },
  {
    type: 'environmentalImpactAssessment',
    rule: 'V9',
    when: answered('environmentalStatement', equals('yes')),
    why: 'The application needs an environmental impact assessment.',
  },
  {
    type: 'landContaminationAssessment',
    rule: 'V9',
    when: answered('contamination', includesAny('known', 'suspected', 'vulnerable')),
    why: 'The land could be contaminated, or the new use would be at risk.',
  },
  {
    type: 'treesReport',
    rule: 'V10',
    when: any(answered('treesRemoved', saysYes), answered('treesProtected', equals('yes'))),
    why: 'Trees or hedges will be removed or cut back, or are protected.',
  },
  {
    type: 'treesReport',
    rule: 'V10',
    required: false,
    when: answered('treesNear', saysYes),
    why: 'There are trees or hedges close to the work.',
  },
  {
    type: 'treeSurvey',
    rule: 'V10',
    required: false,
    when: any(answered('treesNear', saysYes), answered('treesRemoved', saysYes)),
    why: 'It shows which trees stay and which go.',
  },
  {
    type: 'ecologyReport',
    rule: 'V10',
    when: answered('wildlife', includesAny('species', 'habitats')),
    why: 'The work could affect protected species or habitats.',
  },
  {
    type: 'ecologyReport',
    rule: 'V10',
    required: false,
    when: any(homeWork('loft', 'upper'), answered('demolition', saysYes)),
    why: 'Roof work and demolition can disturb bats.',
  },
  {
    type: 'foulDrainageAssessment',
    rule: 'V10',
    when: answered('foulDrainage', includesAny('package', 'septic', 'cesspit')),
    why: 'Foul sewage will not go to a public sewer.',
  },
  {
    type: 'parkingPlan',
    rule: 'V10',
    required: false,
    when: answered('parkingChanges', saysYes),
    why: 'The number of parking spaces will change. The site plan can show this.',
  },
  {
    type: 'planningStatement',
    rule: 'V10',
    required: false,
    when: major,
    why: 'It says how a major application fits local policies.',
  },
  {
    type: 'transportAssessment',
    rule: 'V10',
    required: false,
    when: major,
    why: 'A major application can bring much more traffic.',
  },
  {
    type: 'affordableHousingStatement',
    rule: 'V10',
    required: false,
    when: answered('newHomes', atLeast(10)),
    why: 'There will be 10 homes or more.',
  },
  {
    type: 'disabilityExemptionEvidence',
    rule: 'V3',
    when: any(answered('disabledAccess', saysYes), answered('publicAccess', saysYes)),
    why: 'You say that all the work is for disabled people, so there may be no fee.',
  },
  {
    type: 'newspaperNotice',
    rule: 'V2',
    when: publishesNotice,
    why: 'Notice was published for owners who could not be found.',
  },
  {
    type: 'photographs.existing',
    rule: 'V10',
    required: false,
    when: any(listedBuilding, inConservationArea, answered('started', oneOf('started', 'finished'))),
    why: 'Photographs help us to see the place as it is.',
  },
]

const squareMetres = (lookup: Lookup, question: string): number => {
  const answer = lookup.answer(question)
  return typeof answer === 'string' ? Number(answer) : 0
}
