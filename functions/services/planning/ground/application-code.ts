// The national codes of the applications that a council takes (digital-planning-data-schemas, ApplicationTypes).
export const applicationCodes = [
  'pp.full.householder',
  'pp.full.householder.retro',
  'pp.full.householder.listed',
  'pp.full.minor',
  'pp.full.minor.listed',
  'pp.full.major',
  'pp.outline.minor',
  'pp.outline.major',
  'pp.pip',
  'approval.reservedMatters',
  'approval.conditions',
  'amendment.nonMaterial',
  'amendment.minorMaterial',
  'ldc.existing',
  'ldc.proposed',
  'ldc.breachOfCondition',
  'listed',
  'advertConsent',
  'wtt.consent',
  'wtt.notice',
  'hedgerowRemovalNotice',
  'pa.part1.classA',
  'pa.part3.classMA',
] as const

export type ApplicationCode = (typeof applicationCodes)[number]

export const applicationCode = (value: unknown): ApplicationCode | undefined =>
  applicationCodes.find((code) => code === value)
