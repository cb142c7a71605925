// The kinds of file that householder and full applications use: codes and names of the national list
// (digital-planning-data-schemas, FileTypes). `national` where our own kind is sent under another code.
export type DocumentType = {
  readonly label: string
  readonly drawing?: true
  // Metric scales that the rules allow (docs/rules/planning.md, "Plans and drawings").
  readonly scales?: readonly string[]
  readonly national?: string
}

const plans = ['50', '100']

export const documentTypes = {
  locationPlan: { label: 'Location plan', drawing: true, scales: ['1250', '2500'] },
  'sitePlan.existing': { label: 'Site plan – existing', drawing: true, scales: ['200', '500'] },
  'sitePlan.proposed': { label: 'Site plan – proposed', drawing: true, scales: ['200', '500'] },
  'elevations.existing': { label: 'Elevations – existing', drawing: true, scales: plans },
  'elevations.proposed': { label: 'Elevations – proposed', drawing: true, scales: plans },
  'floorPlan.existing': { label: 'Floor plan – existing', drawing: true, scales: plans },
  'floorPlan.proposed': { label: 'Floor plan – proposed', drawing: true, scales: plans },
  'roofPlan.existing': { label: 'Roof plan – existing', drawing: true, scales: plans },
  'roofPlan.proposed': { label: 'Roof plan – proposed', drawing: true, scales: plans },
  'sections.existing': { label: 'Sections and levels – existing', drawing: true, scales: plans },
  'sections.proposed': { label: 'Sections and levels – proposed', drawing: true, scales: plans },
  streetScene: { label: 'Street scene drawing', drawing: true },
  parkingPlan: { label: 'Parking plan', drawing: true },
  treeSurvey: { label: 'Tree plan', drawing: true },
  otherDrawing: { label: 'Another drawing', drawing: true },
  designAndAccessStatement: { label: 'Design and access statement' },
  heritageStatement: { label: 'Heritage statement' },
  planningStatement: { label: 'Planning statement' },
  floodRiskAssessment: { label: 'Flood risk assessment' },
  foulDrainageAssessment: { label: 'Foul drainage assessment' },
  landContaminationAssessment: { label: 'Land contamination assessment' },
  ecologyReport: { label: 'Ecology report' },
  biodiversityMetric: { label: 'Biodiversity metric and statement', national: 'biodiversityNetGainInformation' },
  treesReport: { label: 'Tree report' },
  transportAssessment: { label: 'Transport assessment' },
  affordableHousingStatement: { label: 'Affordable housing statement' },
  fireStatement: { label: 'Fire statement', national: 'fireSafetyReport' },
  environmentalImpactAssessment: { label: 'Environmental statement' },
  disabilityExemptionEvidence: { label: 'Evidence for no fee – disability' },
  newspaperNotice: { label: 'Copy of the newspaper notice', national: 'otherEvidence' },
  'photographs.existing': { label: 'Photographs' },
  otherDocument: { label: 'Another document' },
} as const satisfies Readonly<Record<string, DocumentType>>

export type DocumentCode = keyof typeof documentTypes

const known: Readonly<Record<string, DocumentType>> = documentTypes

export const documentType = (code: string): DocumentType | undefined =>
  Object.hasOwn(known, code) ? known[code] : undefined

export const drawings: readonly string[] = Object.entries(known)
  .filter(([, { drawing }]) => drawing === true)
  .map(([code]) => code)
