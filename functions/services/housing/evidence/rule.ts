// One line of the council's list of documents: when it is asked for, of whom, and what will do.
import type { Condition } from '#domain/forms/condition.ts'

export type EvidenceRule = {
  readonly code: string
  // 'person': asked of each person it holds for. 'applicant': of the applicant and joint applicants. 'household': once.
  readonly of: 'person' | 'applicant' | 'household'
  readonly when: Condition
  readonly what: string
  readonly alternatives: readonly string[]
  // How many of the alternatives are needed.
  readonly count: number
  readonly maxAgeDays?: number
  // Helps, but its absence never stops an application.
  readonly optional?: boolean
  // The council gets it from its own officers: shown to staff, not asked of the applicant.
  readonly internal?: boolean
}
