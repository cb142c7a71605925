// The housing rules as staff can try them: one family at a time, on typed answers or a case's, for any day.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Assessment, Read } from '#domain/rules/assessment.ts'
import type { Trial } from '#domain/rules/trial.ts'
import { evidencePack } from '#services/housing/evidence/list.ts'
import { additionalRows, preferenceRows } from '../banding/preference.ts'
import {
  capitalReads,
  homelessnessReads,
  householdReads,
  incomeReads,
  livingThereReads,
  rentReads,
  roomsReads,
  statutoryReads,
} from '../ground/fact-reads.ts'
import { distinctReads, readsOf } from '../ground/used.ts'
import { dorset2026 } from '../packs/dorset-2026.ts'
import { housingProposal } from '../proposal.ts'
import { connectionReads } from '../qualification/connection.ts'
import { exemptionRows } from '../qualification/exemptions.ts'
import { ruleReads } from '../reads.ts'
import { taskRows } from '../tasks.ts'
import { bandQuestions, decidedFrom } from './trial-decisions.ts'
import { effectiveDateTrial } from './trial-effective-date.ts'

const names: readonly Read[] = ['firstName', 'lastName'].map((question) => ({ question, section: 'people' }))

// Some parts of the proposal, on the answers that they read.
const trial = (id: string, title: string, parts: readonly string[], reads: readonly Read[]): Trial => ({
  id,
  title,
  reads: distinctReads([...(reads.some((read) => read.section === 'people') ? names : []), ...reads]),
  run: (answers, today) => only(parts, housingProposal(answers, today)),
})

const only = (parts: readonly string[], found: Assessment): Assessment => ({
  on: found.on,
  pack: found.pack,
  parts: found.parts.filter((part) => parts.includes(part.id)),
})

const findingReads = dorset2026.findings.flatMap((row) => readsOf(row.when))
const bandReads = dorset2026.bandRules.flatMap((rule) => (rule.when === undefined ? [] : readsOf(rule.when)))
const qualifyingReads = [
  ...exemptionRows.flatMap((row) => readsOf(row.when)),
  ...Object.values(connectionReads).flat(),
  ...findingReads,
  ...incomeReads,
  ...capitalReads,
]

// Asked of the applicant and, where the form asks it of them, of each person.
const evidenceReads = evidencePack.rules.flatMap((rule) =>
  readsOf(rule.when).flatMap((read) =>
    rule.of === 'household' || read.section !== undefined ? [read] : [read, { ...read, section: 'people' }],
  ),
)

const bandTrial: Trial = {
  ...trial(
    'band',
    'Band',
    ['band', 'preference', 'judgements'],
    [
      ...bandReads,
      ...[...preferenceRows, ...additionalRows].flatMap((row) => readsOf(row.when)),
      ...householdReads,
      ...statutoryReads,
      ...homelessnessReads,
      ...rentReads,
    ],
  ),
  asks: bandQuestions,
  run: (answers: Lookup, today) =>
    only(['band', 'preference', 'judgements'], housingProposal(answers, today, decidedFrom(answers))),
}

export const housingTrials: readonly Trial[] = [
  trial('eligibility', 'Eligibility', ['eligibility'], ruleReads.G1 ?? []),
  trial('qualification', 'Qualification', ['qualification', 'lower'], [...qualifyingReads, ...householdReads]),
  trial('bedrooms', 'Bedrooms needed', ['bedrooms'], householdReads),
  trial(
    'overcrowding',
    'Overcrowding',
    ['room', 'statutory', 'bedrooms'],
    [...householdReads, ...livingThereReads, ...roomsReads, ...statutoryReads],
  ),
  bandTrial,
  effectiveDateTrial,
  trial(
    'tasks',
    'What there is to do',
    ['tasks'],
    taskRows.flatMap((row) => readsOf(row.when)),
  ),
  trial('evidence', 'Evidence', ['evidence'], evidenceReads),
]
