// V4 to V7: plans and drawings.
import { answered, holds, type Lookup, nearEdge, onPlan } from '#domain/forms/condition.ts'
import { drawnIn } from '#domain/places/drawn.ts'
import { documentTypes } from '#services/planning/form/plans/document-types.ts'
import { documentShows, scaleProblem } from '#services/planning/form/plans/documents.ts'
import { missingDocuments } from '#services/planning/form/plans/documents-needed.ts'
import { drawnToScale, whatToSend } from '../ground/sources.ts'
import { here, ofDocuments } from '../ground/used.ts'
import { type Check, type CheckId, checked } from './check.ts'
import { boundaryDoubts } from './site-place.ts'

export const planChecks = (lookup: Lookup): readonly Check[] => [
  locationCheck(lookup),
  checked(lookup, {
    id: 'V5',
    title: 'Site plan',
    fine: 'There is a site plan at 1:200 or 1:500.',
    faults: [...missing(lookup, 'V5'), ...wrongScale(lookup, ['sitePlan.existing', 'sitePlan.proposed'])],
    where: ofDocuments('documentTypes', 'scale'),
    person: 'North, boundaries, buildings, trees, hard standing, rights of way, a scale bar and key sizes.',
    source: whatToSend,
    confirm: scalesToConfirm,
  }),
  checked(lookup, {
    id: 'V6',
    title: 'Elevations, floor plans, roof plans and sections',
    fine: 'Each drawing that the work calls for is there, at 1:50 or 1:100.',
    faults: [...missing(lookup, 'V6'), ...wrongScale(lookup, buildingDrawings)],
    where: [...ofDocuments('documentTypes', 'scale'), ...here('reservedMatters', 'siteSlopes')],
    person: 'That existing and proposed drawings agree with each other.',
    source: whatToSend,
    confirm: scalesToConfirm,
  }),
  scalesCheck(lookup),
]

// Article 7(2) asks for a scale and names none.
const scalesToConfirm = 'council to confirm the scales that it asks for'

const closeToEdge = answered('siteBoundary', nearEdge)

const buildingDrawings = Object.keys(documentTypes).filter((code) =>
  /^(elevations|floorPlan|roofPlan|sections)\./.test(code),
)

export const missing = (lookup: Lookup, rule: CheckId): readonly string[] =>
  missingDocuments(lookup)
    .filter((one) => one.rule === rule)
    .map(({ type, why }) => `Add: ${documentTypes[type].label}. ${why}`)

const wrongScale = (lookup: Lookup, types: readonly string[]): readonly string[] =>
  lookup
    .items('documents')
    .filter((item) => documentShows(item).some((type) => types.includes(type)))
    .flatMap((item) => {
      const problem = scaleProblem(item)
      return problem === undefined ? [] : [`${problem}.`]
    })

const locationCheck = (lookup: Lookup): Check =>
  checked(lookup, {
    id: 'V4',
    title: 'Location plan and red line',
    fine: 'There is a location plan at 1:1250 or 1:2500, and the red line reaches a public road.',
    faults: [
      ...missing(lookup, 'V4'),
      ...wrongScale(lookup, ['locationPlan']),
      ...(lookup.answer('reachesHighway') === 'no' ? ['The red line should include the way to a public road.'] : []),
      ...boundaryDoubts(lookup),
    ],
    where: [
      ...here('siteBoundary', 'boundaryPlan', 'siteArea', 'reachesHighway', 'siteGrid', 'siteEasting', 'siteNorthing'),
      ...ofDocuments('documentTypes', 'scale'),
    ],
    person: `${onlyOnPlan(lookup) ? 'The red line is on the plan alone, as the applicant could not draw it: plot it from the plan before you make the application valid. ' : ''}North, two named roads where there are two, the red line${lookup.answer('otherLand') === 'yes' ? ', and a blue line around the other land' : ''}. Is the map up to date?${holds(closeToEdge, lookup) ? ' The site is near the edge of the council’s area: is it inside?' : ''}`,
    source: whatToSend,
  })

// Then there is no line that the map of applications, or anybody's distance to the site, could be worked out from.
const onlyOnPlan = (lookup: Lookup): boolean =>
  holds(answered('siteBoundary', onPlan), lookup) && drawnIn(lookup.answer('siteBoundary')) === undefined

// A drawing that says no scale, or not for which paper, cannot be measured.
const scalesCheck = (lookup: Lookup): Check =>
  checked(lookup, {
    id: 'V7',
    title: 'Scale and paper size',
    fine: 'Each drawing names its scale and paper size.',
    faults: lookup.items('documents').flatMap(scaleFaults),
    where: ofDocuments('scale', 'paper'),
    person: 'That no drawing is a photo of a plan.',
    source: drawnToScale,
    confirm: 'council to confirm that a drawing must name its paper size',
  })

const scaleFaults = ({ answer }: Lookup): readonly string[] => {
  const [scale, paper, number] = [answer('scale'), answer('paper'), answer('drawingNumber')]
  const name = typeof number === 'string' && number !== '' ? `Drawing ${number}` : 'A drawing'
  if (scale === 'none') return [`${name} has no scale. Send it with one.`]
  return scale !== undefined && paper === undefined ? [`${name} does not say which paper its scale is for.`] : []
}
