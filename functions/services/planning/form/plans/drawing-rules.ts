// Which plans and drawings must come with an application, and why (docs/rules/planning.md, "Plans and drawings").
import { all, answered, any, includesAny, saysYes } from '#domain/forms/condition.ts'
import { decidedNow, householder } from '#services/planning/ground/proposal-kind.ts'
import type { Rule } from './document-rules.ts'

const homeWork = (...kinds: readonly string[]) => answered('homeWork', includesAny(...kinds))
const fullWork = (...kinds: readonly string[]) => answered('fullWork', includesAny(...kinds))
// What an outline leaves for later is not drawn now.
const changesOutside = all(
  decidedNow('appearance'),
  any(
    answered('materialsChange', saysYes),
    homeWork('rear', 'side', 'front', 'upper', 'loft', 'windows', 'outbuilding', 'boundaryWorks'),
    fullWork('newBuild', 'extension', 'alterations'),
  ),
)
const changesSomethingThere = all(changesOutside, any(householder, fullWork('extension', 'conversion', 'alterations')))
const changesPlan = all(
  decidedNow('appearance'),
  any(
    homeWork('rear', 'side', 'front', 'upper', 'loft', 'outbuilding'),
    fullWork('newBuild', 'extension', 'conversion', 'changeUse'),
  ),
)
const changesPlanThere = all(
  decidedNow('appearance'),
  any(homeWork('rear', 'side', 'front', 'upper', 'loft'), fullWork('extension', 'conversion', 'changeUse')),
)
const changesRoof = all(
  decidedNow('scale'),
  any(homeWork('rear', 'side', 'front', 'upper', 'loft'), fullWork('newBuild', 'extension')),
)
const slopes = all(decidedNow('scale'), answered('siteSlopes', saysYes))

export const drawingRules: readonly Rule[] = [
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
]
