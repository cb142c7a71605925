// What must come with an application, as a table: which document, when, and why (planning.md 2.4, V4 to V9; Development
// Management Procedure Order 2015, articles 7 and 9). `required: false` is what an officer may still ask for.
import {
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  holds,
  includes,
  includesAny,
  type Lookup,
  oneOf,
  yes,
} from '#domain/forms/condition.ts'
import { publishesNotice } from './certificates.ts'
import type { DocumentCode } from './document-types.ts'
import { createsHomes, full, householder, listedBuilding, major } from './proposal-kind.ts'

export type When = Condition | ((lookup: Lookup) => boolean)
export type Rule = {
  readonly type: DocumentCode
  readonly rule: string
  readonly why: string
  readonly required?: false
  readonly when: When
}

const conservationArea = answered('conservationArea', equals('yes'))
const designated = any(conservationArea, answered('designations', includes('worldHeritage')))
const homeWork = (...kinds: readonly string[]) => answered('homeWork', includesAny(...kinds))
const fullWork = (...kinds: readonly string[]) => answered('fullWork', includesAny(...kinds))
const changesOutside = any(
  answered('materialsChange', yes),
  homeWork('rear', 'side', 'front', 'upper', 'loft', 'windows', 'outbuilding', 'boundaryWorks'),
  fullWork('newBuild', 'extension', 'alterations'),
)
const changesSomethingThere = all(changesOutside, any(householder, fullWork('extension', 'conversion', 'alterations')))
const changesPlan = any(
  homeWork('rear', 'side', 'front', 'upper', 'loft', 'outbuilding'),
  fullWork('newBuild', 'extension', 'conversion', 'changeUse'),
)
const changesPlanThere = any(
  homeWork('rear', 'side', 'front', 'upper', 'loft'),
  fullWork('extension', 'conversion', 'changeUse'),
)
const changesRoof = any(homeWork('rear', 'side', 'front', 'upper', 'loft'), fullWork('newBuild', 'extension'))
const slopes = answered('siteSlopes', yes)

// 100 m² of new floor space in a designated area (article 9(2)(b)).
const largeInDesignated = (lookup: Lookup): boolean =>
  holds(designated, lookup) && (squareMetres(lookup, 'newFloor') >= 100 || squareMetres(lookup, 'otherFloorNew') >= 100)

export const documentRules: readonly Rule[] = [
  {
    type: 'locationPlan',
    rule: 'V4',
    when: () => true,
    why: 'Every application needs a plan of where the site is, at 1:1250 or 1:2500, with the red line and a north point.',
  },
  {
    type: 'sitePlan.proposed',
    rule: 'V5',
    when: () => true,
    why: 'Every application needs a plan of the site as it would be, at 1:200 or 1:500.',
  },
  {
    type: 'sitePlan.existing',
    rule: 'V5',
    required: false,
    when: () => true,
    why: 'It helps to show the site as it is now. The proposed site plan can show both.',
  },
  {
    type: 'elevations.existing',
    rule: 'V6',
    when: changesSomethingThere,
    why: 'The outside of the building will change.',
  },
  { type: 'elevations.proposed', rule: 'V6', when: changesOutside, why: 'The outside will change.' },
  { type: 'floorPlan.existing', rule: 'V6', when: changesPlanThere, why: 'Rooms or floors will change.' },
  { type: 'floorPlan.proposed', rule: 'V6', when: changesPlan, why: 'There will be new or changed rooms or floors.' },
  { type: 'roofPlan.proposed', rule: 'V6', when: changesRoof, why: 'The roof will change.' },
  { type: 'sections.existing', rule: 'V6', when: slopes, why: 'The site is on a slope.' },
  { type: 'sections.proposed', rule: 'V6', when: slopes, why: 'The site is on a slope.' },
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
  { type: 'heritageStatement', rule: 'V9', when: conservationArea, why: 'It is in a conservation area.' },
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
    when: answered('floodZone', equals('zone2or3')),
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
    when: any(answered('floodZone', equals('notSure')), answered('floodElsewhere', yes)),
    why: 'Flooding may matter here. We will check.',
  },
  {
    type: 'biodiversityMetric',
    rule: 'V9',
    when: all(full, answered('netGain', yes)),
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
    when: any(answered('treesRemoved', yes), answered('treesProtected', equals('yes'))),
    why: 'Trees or hedges will be removed or cut back, or are protected.',
  },
  {
    type: 'treesReport',
    rule: 'V10',
    required: false,
    when: answered('treesNear', yes),
    why: 'There are trees or hedges close to the work.',
  },
  {
    type: 'treePlan',
    rule: 'V10',
    required: false,
    when: any(answered('treesNear', yes), answered('treesRemoved', yes)),
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
    when: any(homeWork('loft', 'upper'), answered('demolition', yes)),
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
    when: answered('parkingChanges', yes),
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
    when: answered('disabledAccess', yes),
    why: 'You say that all the work is for a disabled person, so there may be no fee.',
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
    when: any(listedBuilding, conservationArea, answered('started', oneOf('started', 'finished'))),
    why: 'Photographs help us to see the place as it is.',
  },
]

const squareMetres = (lookup: Lookup, question: string): number => {
  const answer = lookup.answer(question)
  return typeof answer === 'string' ? Number(answer) : 0
}
