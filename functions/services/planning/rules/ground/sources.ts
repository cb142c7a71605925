// Where the planning rules come from: named once, cited by every step.
import type { Source } from '#domain/rules/trace.ts'

const law = 'https://www.legislation.gov.uk'

const feesOf2012 = (part: string): Source => ({
  words: `Town and Country Planning (Fees for Applications, Deemed Applications, Requests and Site Visits) (England) Regulations 2012 (SI 2012/2920), ${part}`,
  url: `${law}/uksi/2012/2920`,
})

export const scaleOfFees = feesOf2012('Schedule 1')
export const disabledPeople = feesOf2012('regulation 4')
export const refundRegulation = feesOf2012('regulation 9A')
export const certificateFees = feesOf2012('regulation 11')
export const advertFees = feesOf2012('regulation 13 and Schedule 2')
export const priorApprovalFees = feesOf2012('regulation 14')
export const conditionFees = feesOf2012('regulation 16')
export const smallChangeFees = feesOf2012('regulation 17')
export const yearlyRise = feesOf2012('regulation 18A')

export const feesOf2023: Source = { words: 'SI 2023/1197', url: `${law}/uksi/2023/1197` }
export const feesOf2025: Source = {
  words: 'SI 2025/342, with the rise of 1.7% by SI 2012/2920, regulation 18A',
  url: `${law}/uksi/2025/342`,
}
export const feesOf2026: Source = {
  words: 'The fees of 1 April 2025 raised by 3.8% (SI 2012/2920, regulation 18A)',
  url: `${law}/uksi/2012/2920`,
}

export const electronicCommunications: Source = {
  words: 'Town and Country Planning (Electronic Communications) (England) Order 2003 (SI 2003/956)',
  url: `${law}/uksi/2003/956`,
}

const procedureOrder = (articles: string): Source => ({
  words: `Town and Country Planning (Development Management Procedure) (England) Order 2015 (SI 2015/595), ${articles}`,
  url: `${law}/uksi/2015/595`,
})

export const majorDefinition = procedureOrder('article 2')
export const whatToSend = procedureOrder('article 7')
export const accessStatements = procedureOrder('article 9')
export const whenValid = procedureOrder('articles 11 and 34')
export const ownersAndTenants = procedureOrder('articles 13 and 14')
export const publicityOrder = procedureOrder('articles 15 and 33')
export const decisionPeriods = procedureOrder('article 34')
export const appealPeriods = procedureOrder('article 37')

export const holidaysInPublicity: Source = {
  words: 'Town and Country Planning (Local Authority Consultations etc.) (England) Order 2018 (SI 2018/119)',
  url: `${law}/uksi/2018/119`,
}
export const permittedDevelopment: Source = {
  words: 'Town and Country Planning (General Permitted Development) (England) Order 2015 (SI 2015/596), Schedule 2',
  url: `${law}/uksi/2015/596`,
}
export const principleOrder: Source = {
  words: 'Town and Country Planning (Permission in Principle) Order 2017 (SI 2017/402)',
  url: `${law}/uksi/2017/402`,
}
export const delegationRegulations: Source = {
  words:
    'Town and Country Planning (Discharge of Local Planning Authority Functions) (England) Regulations 2026, and the guidance of 1 June 2026',
  url: 'https://www.gov.uk/government/publications/planning-committees-and-the-national-scheme-of-delegation-of-planning-functions-guidance-for-local-planning-authorities-in-england',
}
export const netGainLaw: Source = {
  words:
    'Town and Country Planning Act 1990, Schedule 7A, and the Biodiversity Gain Requirements (Exemptions) Regulations 2024 (SI 2024/47)',
  url: `${law}/uksi/2024/47`,
}
export const usualPractice: Source = { words: 'Usual practice of planning authorities' }
