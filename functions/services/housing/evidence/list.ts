// What the council asks for as proof, as dated data (docs/rules/housing.md, "Evidence"; South Holland and Welwyn Hatfield publish such lists).

import { all, type Condition } from '#domain/forms/condition.ts'
import { council } from '#services/council.ts'
import { jointApplicant } from '../ground/facts.ts'
import { connection, home, identity } from './identity-and-home.ts'
import { moneyEvidence, needs } from './money-and-needs.ts'
import type { EvidenceRule } from './rule.ts'

export type EvidencePack = {
  readonly validFrom: string
  readonly dueDays: number
  readonly rules: readonly EvidenceRule[]
}

export const evidencePack: EvidencePack = {
  validFrom: '2026-04-01',
  dueDays: council.periods.documents,
  rules: [...identity, ...home, ...connection, ...moneyEvidence, ...needs],
}

// Whom a rule 'of applicants' asks among the other people.
export const asksOfPerson = (rule: EvidenceRule): Condition =>
  rule.of === 'applicant' ? all(jointApplicant, rule.when) : rule.when
