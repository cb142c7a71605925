// How long all housing rules take for a household of 8, and all planning rules for the fullest application: the answers walked through the
// form each time, as a page does, and read already.
// Run alone: node tests/bench/rules.ts
import { answersOf } from '#domain/forms/answered/answers.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Pick, Typed } from '#domain/forms/kind.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { assess } from '#services/housing/rules/assess.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { planningForm } from '#services/planning/form/form.ts'
import { assess as planned } from '#services/planning/rules/assess.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { applicant, chance } from '#tests/support/people/random-applicants.ts'
import { walked } from '#tests/support/worlds/walk.ts'

export type RulesMeasured = {
  readonly people: number
  // Medians, in microseconds: with the form walked anew, and on answers that were read once.
  readonly withForm: number
  readonly rulesAlone: number
  readonly steps: number
}

const today = '2026-11-23'

export const measureRules = (rounds = 400): RulesMeasured => {
  const { saved } = familyOfEight()
  const fresh = (): Lookup => answersOf(housingForm, saved, today)
  const read = fresh()
  const known = { today, pack: dorset2026 }
  const warm = (answers: () => Lookup): number => median(rounds, () => assess(answers(), known))
  const withForm = warm(fresh)
  const found = assess(read, known)
  const steps = [found.eligibility, found.qualification, found.need, found.banding, found.evidence]
  return {
    people: read.items('people').length + 1,
    withForm,
    rulesAlone: warm(() => read),
    steps: steps.reduce((count, part) => count + part.steps.length, 0),
  }
}

export type PlanningMeasured = Omit<RulesMeasured, 'people'> & { readonly documents: number }

// The persona with the most documents: three homes by an agent.
export const measurePlanning = (rounds = 400): PlanningMeasured => {
  const persona = personaOf('planning-agent-three-homes')
  const { draft } = walked(planningForm, persona)
  const known = { now: Date.parse(`${today}T12:00:00Z`) }
  const fresh = (): Lookup => answersOf(planningForm, draft, today)
  const read = fresh()
  const found = planned(read, known)
  const { clocks, delegation, publicity } = found.course ?? { clocks: none, delegation: none, publicity: none }
  return {
    documents: read.items('documents').length,
    withForm: median(rounds, () => planned(fresh(), known)),
    rulesAlone: median(rounds, () => planned(read, known)),
    steps: [found.fee, clocks, publicity, delegation].reduce((count, { steps }) => count + steps.length, 0),
  }
}

const none = { steps: [] }

// The first generated applicant with seven others, a home with rooms and several addresses.
const familyOfEight = () => {
  const pick = chance(8)
  for (;;) {
    const one = applicant(pick, today)
    const eight = { ...one.saved, items: { ...one.saved.items, people: ['1', '2', '3', '4', '5', '6', '7'] } }
    const answers = answersOf(housingForm, { ...eight, pages: { ...peoplePages(pick), ...one.saved.pages } }, today)
    const born = answers.items('people').filter((person) => person.answer('dateOfBirth') !== undefined)
    if (born.length === 7 && answers.items('address-history').length > 1) return answers
  }
}

// Seven people's pages, from applicants who have that many.
const peoplePages = (pick: Pick): Readonly<Record<string, Typed>> => {
  const pages: Record<string, Typed> = {}
  for (let at = 0; at < 12; at += 1) Object.assign(pages, applicant(pick, today).saved.pages)
  return pages
}

const median = (rounds: number, run: () => unknown): number => {
  const times: number[] = []
  for (let at = 0; at < rounds * 2; at += 1) {
    const start = process.hrtime.bigint()
    run()
    if (at >= rounds) times.push(Number(process.hrtime.bigint() - start) / 1000)
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)
}

if (import.meta.main) console.log(measureRules(), measurePlanning())
