// Where the housing rules come from: named once, cited by every step.
import type { Source } from '#domain/rules/trace.ts'

const law = 'https://www.legislation.gov.uk'

export const eligibilityRegulations: Source = {
  words: 'Allocation of Housing and Homelessness (Eligibility) (England) Regulations 2006 (SI 2006/1294), regulation 3',
  url: `${law}/uksi/2006/1294`,
}
export const immigrationControl: Source = {
  words: 'Housing Act 1996, section 160ZA',
  url: `${law}/ukpga/1996/52/section/160ZA`,
}
export const abuseAndCareRegulations: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Victims of Domestic Abuse and Care Leavers) (England) Regulations 2025 (SI 2025/706), regulation 2',
  url: `${law}/uksi/2025/706`,
}
export const forcesRegulations: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Armed Forces) (England) Regulations 2012 (SI 2012/1869), regulation 3, as amended in December 2024',
  url: `${law}/uksi/2012/1869`,
}
export const forcesRegulationsAsMade: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Armed Forces) (England) Regulations 2012 (SI 2012/1869), regulation 3',
  url: `${law}/uksi/2012/1869/made`,
}
export const rightToMoveRegulations: Source = {
  words: 'Allocation of Housing (Qualification Criteria for Right to Move) (England) Regulations 2015 (SI 2015/967)',
  url: `${law}/uksi/2015/967`,
}
export const reasonablePreference: Source = {
  words: 'Housing Act 1996, section 166A(3)',
  url: `${law}/ukpga/1996/52/section/166A`,
}
export const additionalPreference: Source = {
  words: 'Housing Act 1996 (Additional Preference for Armed Forces) (England) Regulations 2012 (SI 2012/2989)',
  url: `${law}/uksi/2012/2989`,
}
export const homelessnessConnectionLaw: Source = {
  words: 'Housing Act 1996, section 199, and the procedures for referrals agreed between councils',
  url: `${law}/ukpga/1996/52/section/199`,
}
export const homelessnessDuties: Source = {
  words: 'Housing Act 1996, Part 7',
  url: `${law}/ukpga/1996/52/part/VII`,
}
export const roomStandard: Source = {
  words: 'Housing Act 1985, section 325 (the room standard)',
  url: `${law}/ukpga/1985/68/section/325`,
}
export const spaceStandard: Source = {
  words: 'Housing Act 1985, section 326 (the space standard)',
  url: `${law}/ukpga/1985/68/section/326`,
}
export const bedroomStandard: Source = {
  words: 'The bedroom standard, as the English Housing Survey uses it',
  url: 'https://www.gov.uk/government/collections/english-housing-survey',
}
export const criteriaPage: Source = {
  words: 'Dorset Council, eligibility criteria for the housing register',
  url: 'https://www.dorsetcouncil.gov.uk/w/eligibility-criteria-for-the-housing-register',
}
export const bandsPage: Source = {
  words: 'Dorset Council, housing register bands',
  url: 'https://www.dorsetcouncil.gov.uk/housing-register/housing-register-bands',
}
export const policy2021: Source = {
  words: 'Dorset Council Housing Allocations Policy 2021 to 2026, revised October 2023',
  url: 'https://www.dorsetcouncil.gov.uk/-/dorset-council-housing-allocations-policy-2021-2026.-revised-october-2023',
}
export const scheme2026: Source = {
  words: 'Dorset Council housing allocation scheme 2026 to 2031',
  url: 'https://www.dorsetcouncil.gov.uk/-/dorset-council-draft-housing-allocation-scheme-2026-to-2031',
}
export const usualPractice: Source = { words: 'Usual practice of housing authorities' }
