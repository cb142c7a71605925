// Where the planning rules come from: named once, cited by every step.
import type { Day } from '#domain/day.ts'
import type { Source } from '#domain/rules/trace.ts'

const law = 'https://www.legislation.gov.uk'

// What Parliament or a minister made, and the day from which it has been in force as it is cited.
const statute = (words: string, path: string, since: Day): Source => ({
  words,
  url: `${law}/${path}`,
  since,
  law: true,
})

const feesOf2012 = (part: string, since: Day = '2012-11-22'): Source =>
  statute(
    `Town and Country Planning (Fees for Applications, Deemed Applications, Requests and Site Visits) (England) Regulations 2012 (SI 2012/2920), ${part}`,
    'uksi/2012/2920',
    since,
  )

export const scaleOfFees = feesOf2012('Schedule 1')
export const disabledPeople = feesOf2012('regulation 4')
// As changed on that day (SI 2023/1197): 16 weeks for what is not major.
export const refundRegulation = feesOf2012('regulation 9A', '2023-12-06')
export const certificateFees = feesOf2012('regulation 11')
export const advertFees = feesOf2012('regulation 13 and Schedule 2')
export const priorApprovalFees = feesOf2012('regulation 14')
export const conditionFees = feesOf2012('regulation 16')
export const smallChangeFees = feesOf2012('regulation 17')
// Put in by SI 2023/1197.
export const yearlyRise = feesOf2012('regulation 18A', '2023-12-06')

export const feesOf2023 = statute('SI 2023/1197', 'uksi/2023/1197', '2023-12-06')
export const feesOf2025 = statute(
  'SI 2025/342, with the rise of 1.7% by SI 2012/2920, regulation 18A',
  'uksi/2025/342',
  '2025-04-01',
)
export const feesOf2026 = statute(
  'The fees of 1 April 2025 raised by 3.8% (SI 2012/2920, regulation 18A)',
  'uksi/2012/2920',
  '2026-04-01',
)

// An amount as it has stood since a schedule of fees began.
export const amountIn = (source: Source, validFrom: Day): Source => ({ ...source, since: validFrom })

export const electronicCommunications = statute(
  'Town and Country Planning (Electronic Communications) (England) Order 2003 (SI 2003/956)',
  'uksi/2003/956',
  '2003-03-31',
)

const procedureOrder = (articles: string): Source =>
  statute(
    `Town and Country Planning (Development Management Procedure) (England) Order 2015 (SI 2015/595), ${articles}`,
    'uksi/2015/595',
    '2015-04-15',
  )

export const majorDefinition = procedureOrder('article 2')
export const whatToSend = procedureOrder('article 7')
export const drawnToScale = procedureOrder('article 7(2)')
export const accessStatements = procedureOrder('article 9')
export const smallChanges = procedureOrder('article 10')
export const localList = procedureOrder('article 11(3)')
export const whenValid = procedureOrder('articles 11 and 34')
export const ownersAndTenants = procedureOrder('articles 13 and 14')
export const publicityOrder = procedureOrder('articles 15 and 33')
export const whomToConsult = procedureOrder('article 18 and Schedule 4')
export const decisionPeriods = procedureOrder('article 34')
export const appealPeriods = procedureOrder('article 37')

export const holidaysInPublicity = statute(
  'Town and Country Planning (Local Authority Consultations etc.) (England) Order 2018 (SI 2018/119)',
  'uksi/2018/119',
  '2018-06-01',
)
export const permittedDevelopment = statute(
  'Town and Country Planning (General Permitted Development) (England) Order 2015 (SI 2015/596), Schedule 2',
  'uksi/2015/596',
  '2015-04-15',
)
// Applications for it since SI 2017/1309.
export const principleOrder = statute(
  'Town and Country Planning (Permission in Principle) Order 2017 (SI 2017/402)',
  'uksi/2017/402',
  '2018-06-01',
)
const act1990 = (part: string): Source =>
  statute(`Town and Country Planning Act 1990, ${part}`, 'ukpga/1990/8', '1990-08-24')
export const treesInConservationAreas = act1990('section 211')
// It names no appeal where a change that is not material is refused or late.
export const rightOfAppeal = act1990('section 78')
export const hedgerows = statute(
  'Hedgerows Regulations 1997 (SI 1997/1160), regulation 5',
  'uksi/1997/1160',
  '1997-06-01',
)
export const delegationRegulations: Source = {
  words:
    'Town and Country Planning (Discharge of Local Planning Authority Functions) (England) Regulations 2026, and the guidance of 1 June 2026',
  url: 'https://www.gov.uk/government/publications/planning-committees-and-the-national-scheme-of-delegation-of-planning-functions-guidance-for-local-planning-authorities-in-england',
  since: '2026-10-31',
  law: true,
}
export const netGainLaw = statute(
  'Town and Country Planning Act 1990, Schedule 7A, and the Biodiversity Gain Requirements (Exemptions) Regulations 2024 (SI 2024/47)',
  'uksi/2024/47',
  '2024-02-12',
)
export const expeditedAppeals: Source = {
  words:
    'Town and Country Planning (Appeals) (Written Representations Procedure) (England) (Amendment and Saving Provision) Regulations 2026, and the Planning Inspectorate’s procedural guide',
  url: 'https://www.gov.uk/government/publications/planning-appeals-procedural-guide',
  since: '2026-04-01',
  law: true,
}
export const postTimes: Source = {
  words: 'GOV.UK Notify, delivery times for letters',
  url: 'https://www.notifications.service.gov.uk/using-notify/delivery-times',
}
// Beside it a step always says who confirms what.
export const unpublished: Source = { words: 'No published source yet' }
