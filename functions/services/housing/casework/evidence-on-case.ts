// The documents that a case needs and where each stands, as its answers have it now: what is no longer needed falls away, what is new is
// requested, and what was sent is received.
import { type EvidenceItem, requested, withFiles } from '#domain/cases/evidence.ts'
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { requiredEvidence } from '../evidence/documents-needed.ts'
import { sentFor } from '../rules/missing-evidence.ts'

export const evidenceOnCase = (
  answers: Answers,
  before: readonly EvidenceItem[],
  today: Day,
): readonly EvidenceItem[] =>
  requiredEvidence(answers).map((evidence) => {
    const was = before.find((item) => item.evidence.code === evidence.code && item.evidence.person === evidence.person)
    return withFiles({ ...(was ?? requested(evidence, today)), evidence }, filesOf(sentFor(evidence, answers)), today)
  })

const filesOf = (documents: readonly Lookup[]): readonly string[] =>
  documents.flatMap((document) => {
    const files = document.answer('documentFiles')
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
  })
