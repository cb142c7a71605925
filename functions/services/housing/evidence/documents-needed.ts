// Which documents an application needs, worked out from its answers: the same list for applicant
// and officer (docs/rules/housing.md, "Evidence").
import { type Evidence, evidenceLine } from '#domain/cases/evidence.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import { asksOfPerson, type EvidencePack, evidencePack } from './list.ts'
import type { EvidenceRule } from './rule.ts'

// The applicant's answers by question, and those of each person under `items('people')`; only answers that count are seen.
export type HousingAnswers = Lookup

export const requiredEvidence = (answers: HousingAnswers, pack: EvidencePack = evidencePack): readonly Evidence[] =>
  wantedBy(answers, pack).map(({ rule, person }) => evidence(rule, pack, person))

// A rule of the list that holds, and whom it asks; `of` gives the answers it was read from.
export type WantedDocument = { readonly rule: EvidenceRule; readonly of: Lookup; readonly person?: string }

export const wantedBy = (answers: HousingAnswers, pack: EvidencePack = evidencePack): readonly WantedDocument[] =>
  pack.rules.flatMap((rule) => {
    if (rule.of === 'household') return holds(rule.when, answers) ? [{ rule, of: answers }] : []
    return [
      ...(holds(rule.when, answers) ? [{ rule, of: answers, person: nameOf(answers) }] : []),
      ...answers
        .items('people')
        .filter((person) => holds(asksOfPerson(rule), person))
        .map((person) => ({ rule, of: person, person: nameOf(person) })),
    ]
  })

// What the applicant is asked for.
export const evidenceLines = (answers: HousingAnswers): readonly string[] =>
  linesOf(requiredEvidence(answers).filter(({ internal }) => !internal))

// One line for each document: "Ada Okoro: proof of identity (2 of passport, driving licence…)". What several people are
// asked for is one line with their names, or without where it is everybody.
export const linesOf = (wanted: readonly Evidence[]): readonly string[] => {
  const everybody = new Set(wanted.flatMap(({ person }) => person ?? [])).size
  return [...Map.groupBy(wanted, evidenceOfAnybody).values()].flatMap((same) => lineOf(same, everybody))
}

const evidenceOfAnybody = ({ person: _person, ...wanted }: Evidence): string => evidenceLine(wanted)

const lineOf = (same: readonly Evidence[], everybody: number): readonly string[] => {
  const [first] = same
  if (first === undefined) return []
  const names = same.flatMap(({ person }) => person ?? [])
  if (names.length < 2) return [evidenceLine(first)]
  const person = names.length > 2 && names.length === everybody ? 'Each of you' : `${inList(names)} each`
  return [evidenceLine({ ...first, person })]
}

const inList = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)

export const evidence = (rule: EvidenceRule, pack: EvidencePack, person?: string): Evidence => ({
  code: rule.code,
  what: rule.what,
  alternatives: rule.alternatives,
  count: rule.count,
  dueDays: pack.dueDays,
  optional: rule.optional ?? false,
  internal: rule.internal ?? false,
  ...(rule.maxAgeDays === undefined ? {} : { maxAgeDays: rule.maxAgeDays }),
  ...(person === undefined ? {} : { person }),
})

const nameOf = (person: Lookup): string =>
  ['firstName', 'lastName']
    .map(person.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
