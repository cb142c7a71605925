// Where the housing rules come from: named once, cited by every step.
import type { Source } from '#domain/rules/trace.ts'

const law = 'https://www.legislation.gov.uk'

export const eligibilityRegulations: Source = {
  words: 'Allocation of Housing and Homelessness (Eligibility) (England) Regulations 2006 (SI 2006/1294), regulation 3',
  url: `${law}/uksi/2006/1294`,
  since: '2006-06-01',
  law: true,
}
export const immigrationControl: Source = {
  words: 'Housing Act 1996, section 160ZA',
  url: `${law}/ukpga/1996/52/section/160ZA`,
  since: '2012-06-18',
  law: true,
}
export const abuseAndCareRegulations: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Victims of Domestic Abuse and Care Leavers) (England) Regulations 2025 (SI 2025/706), regulation 2',
  url: `${law}/uksi/2025/706`,
  since: '2025-07-10',
  law: true,
}
export const forcesRegulations: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Armed Forces) (England) Regulations 2012 (SI 2012/1869), regulation 3, as amended in 2024',
  url: `${law}/uksi/2012/1869`,
  since: '2024-12-18',
  law: true,
}
export const forcesRegulationsAsMade: Source = {
  words:
    'Allocation of Housing (Qualification Criteria for Armed Forces) (England) Regulations 2012 (SI 2012/1869), regulation 3',
  url: `${law}/uksi/2012/1869/made`,
  since: '2012-08-24',
  law: true,
}
export const rightToMoveRegulations: Source = {
  words: 'Allocation of Housing (Qualification Criteria for Right to Move) (England) Regulations 2015 (SI 2015/967)',
  url: `${law}/uksi/2015/967`,
  since: '2015-04-20',
  law: true,
}
export const reasonablePreference: Source = {
  words: 'Housing Act 1996, section 166A(3)',
  url: `${law}/ukpga/1996/52/section/166A`,
  since: '2012-06-18',
  law: true,
}
export const additionalPreference: Source = {
  words: 'Housing Act 1996 (Additional Preference for Armed Forces) (England) Regulations 2012 (SI 2012/2989)',
  url: `${law}/uksi/2012/2989`,
  since: '2012-11-30',
  law: true,
}
export const homelessnessConnectionLaw: Source = {
  words: 'Housing Act 1996, section 199, and the procedures for referrals agreed between councils',
  url: `${law}/ukpga/1996/52/section/199`,
  since: '1997-01-20',
  law: true,
}
export const homelessnessDuties: Source = {
  words: 'Housing Act 1996, Part 7, as the Homelessness Reduction Act 2017 amended it',
  url: `${law}/ukpga/1996/52/part/VII`,
  since: '2018-04-03',
  law: true,
}
export const roomStandard: Source = {
  words: 'Housing Act 1985, section 325 (the room standard)',
  url: `${law}/ukpga/1985/68/section/325`,
  since: '1986-04-01',
  law: true,
}
export const spaceStandard: Source = {
  words: 'Housing Act 1985, section 326 (the space standard)',
  url: `${law}/ukpga/1985/68/section/326`,
  since: '1986-04-01',
  law: true,
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
  since: '2021-04-01',
}
export const scheme2026: Source = {
  words: 'Dorset Council housing allocation scheme 2026 to 2031',
  url: 'https://www.dorsetcouncil.gov.uk/-/dorset-council-draft-housing-allocation-scheme-2026-to-2031',
  since: '2026-04-01',
}
export const classesRAndS: Source = {
  words: 'SI 2006/1294, regulation 3(r) and (s), as SI 2024/647 amended it',
  url: `${law}/uksi/2024/647`,
  since: '2024-06-07',
  law: true,
}
export const classT: Source = {
  words: 'SI 2006/1294, regulation 3(t), as SI 2025/891 amended it',
  url: `${law}/uksi/2025/891`,
  since: '2025-07-18',
  law: true,
}
export const classN: Source = {
  words: 'SI 2006/1294, regulation 3(n)',
  url: `${law}/uksi/2006/1294/regulation/3`,
  since: '2022-06-10',
  law: true,
}
// A notice by a landlord under section 8 of the Housing Act 1988; under section 21 before (Renters' Rights Act 2025, Schedule 1).
export const threatened: Source = {
  words: 'Housing Act 1996, section 175(5), as the Renters’ Rights Act 2025 amended it',
  url: `${law}/ukpga/1996/52/section/175`,
  since: '2026-05-01',
  law: true,
}
export const threatenedSoon: Source = {
  words: 'Housing Act 1996, section 175(4)',
  url: `${law}/ukpga/1996/52/section/175`,
  since: '2018-04-03',
  law: true,
}
export const tenancyUnder18: Source = {
  words: 'Law of Property Act 1925, section 1(6)',
  url: `${law}/ukpga/Geo5/15-16/20/section/1`,
  since: '1926-01-01',
  law: true,
}
export const forcesGuidance: Source = {
  words: 'Improving access to social housing for members of the Armed Forces, statutory guidance of 2020',
  url: 'https://www.gov.uk/government/publications/improving-access-to-social-housing-for-members-of-the-armed-forces',
  since: '2020-06-27',
}
// For what every housing authority has to settle and this one has not published: always with what the council has to confirm.
export const unpublished: Source = { words: 'No published source yet' }
