import { expect, test } from 'vitest'
import type { Decision } from '#domain/cases/case.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { awardActions } from '#services/housing/casework/award-actions.ts'
import { roomActions } from '#services/housing/casework/room-actions.ts'
import { housingAdvice } from '#services/housing/rules/advice.ts'
import { type Assessed, assess } from '#services/housing/rules/assess.ts'
import { knownOf } from '#services/housing/rules/known.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { housingPacks } from '#services/housing/rules/packs/housing-packs.ts'
import { housingProposal } from '#services/housing/rules/proposal.ts'
import { housingTonight } from '#services/housing/rules/tonight.ts'
import { applicant, chance, ordinary } from '#tests/support/people/random-applicants.ts'

const today = '2026-11-23'
const pick = chance(42)
const assessed: readonly Assessed[] = Array.from({ length: 250 }, () =>
  assess(applicant(pick, today, ordinary), { today, pack: dorset2026 }),
)

const parts = (one: Assessed): readonly Traced<unknown>[] => [
  one.eligibility,
  one.qualification,
  one.preference,
  one.need,
  one.space,
  one.banding,
  one.priority,
  one.evidence,
  one.placing,
  ...(one.statutory === undefined ? [] : [one.statutory]),
]
const steps = (one: Assessed): readonly RuleStep[] => [...parts(one).flatMap((part) => part.steps), ...one.tasks]
const everyStep = (one: Assessed): readonly RuleStep[] => [...steps(one), ...one.additional.steps, ...one.judgements]

test('every step has a rule, a sentence in words, a source and the scheme', () => {
  for (const step of assessed.flatMap(steps)) {
    expect(step.rule).not.toBe('')
    expect(step.words).toMatch(/^[A-Z0-9][\s\S]*[.:?]/)
    expect(step.words).not.toMatch(/undefined|null|NaN|\[object/)
    expect(step.source.words).not.toBe('')
  }
})

test('no step is without the answers that it read', () => {
  const all = assessed.flatMap(everyStep)
  expect(all.length).toBeGreaterThan(5000)
  expect(new Set(all.filter((step) => step.used.length === 0).map((step) => step.rule))).toEqual(new Set())
})

test('a step of a statute carries the statute’s own day, and every other one the scheme that it stands in', () => {
  for (const step of assessed.flatMap(everyStep)) {
    const isLaw = step.source.url?.includes('legislation.gov.uk') === true
    expect({ rule: step.rule, law: step.source.law === true, pack: step.pack }).toEqual({
      rule: step.rule,
      law: isLaw,
      pack: isLaw ? undefined : 'dorset-2026',
    })
    if (isLaw) expect(step.source.since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test('every step links to its source, or says that the council has to confirm it', () => {
  for (const step of assessed.flatMap(everyStep))
    expect({ rule: step.rule, known: step.source.url !== undefined || step.confirm !== undefined }).toEqual({
      rule: step.rule,
      known: true,
    })
})

test('no source is usual practice, and none is another council’s', () => {
  for (const step of assessed.flatMap(everyStep))
    expect(step.source.words).not.toMatch(/usual practice|Walsall|Yarmouth|South Holland|Welwyn/i)
})

test('every answer that a step used is shown in the form’s own words', () => {
  for (const used of assessed.flatMap(steps).flatMap((step) => step.used)) {
    expect(used.question).not.toBe('')
    expect(used.shown).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('a National Insurance number is in no reason', () => {
  for (const used of assessed.flatMap(steps).flatMap((step) => step.used)) expect(used.question).not.toBe('niNumber')
})

test('no result is without a reason', () => {
  for (const one of assessed) {
    for (const result of [one.eligibility, one.qualification, one.need, one.banding, one.placing])
      expect(result.steps.length).toBeGreaterThan(0)
    for (const finding of one.qualification.value.findings)
      expect(one.qualification.steps.some((step) => step.rule === finding.code)).toBe(true)
    for (const code of one.banding.value.codes)
      expect(one.banding.steps.some((step) => step.rule === code.code)).toBe(true)
    expect(one.evidence.steps).toHaveLength(one.evidence.value.length)
  }
})

// The scheme's own short names: "A-EXC", "R-NOBID". People read what they stand for.
const rawCode = /\b[A-DR]-[A-Z][A-Z0-9]+/

test('no reader is shown a code of the scheme: in reasons, answers, lines, or what an officer chooses', () => {
  const decisions: readonly Decision[] = [...dorset2026.bandRules, ...dorset2026.reductions].map(({ code }) => ({
    ...{ is: code.startsWith('R-') ? 'reduction' : 'award', code, on: today, by: 'R Moss', byId: 'm' },
    ...{ roles: ['team-manager'], reason: 'A letter shows it.', until: '2026-12-01' },
  }))
  const people = chance(7)
  const said = Array.from({ length: 60 }, () => {
    const answers = applicant(people, today, ordinary)
    const parts = [housingProposal(answers, today, knownOf({ decisions })), housingAdvice(answers, today)].flatMap(
      (one) => one.parts,
    )
    const nights = housingTonight(answers, { since: '2026-11-30', today: '2026-12-02' }, decisions)
    return [
      ...parts.flatMap(({ title, answer, lines = [], steps }) => [
        title,
        answer,
        ...lines,
        ...steps.map((step) => step.words),
      ]),
      ...nights.map(({ words }) => words),
    ]
  }).flat()
  const chosen = [...awardActions, ...roomActions].flatMap(({ needs = {} }) =>
    Object.values(needs).flatMap((question) =>
      question.kind === 'choice' ? Object.values(question.options).map(({ label }) => label) : [],
    ),
  )
  expect(said.length).toBeGreaterThan(1000)
  expect([...said, ...chosen].filter((words) => rawCode.test(words))).toEqual([])
})

test('an assessment can be kept as it is and read back the same', () => {
  for (const one of assessed.slice(0, 50)) expect(JSON.parse(JSON.stringify(one))).toEqual(one)
})

test('the same answers on the same day give the same assessment', () => {
  const again = chance(42)
  expect(assess(applicant(again, today, ordinary), { today, pack: dorset2026 })).toEqual(assessed[0])
})

// A figure is { value, source, confirm? }: one whose source is usual practice must say that the council has to confirm it.
const figures = (
  data: unknown,
): readonly { readonly source: { readonly words: string }; readonly confirm?: string }[] => {
  if (typeof data !== 'object' || data === null) return []
  const here = 'value' in data && 'source' in data ? [data as never] : []
  return [...here, ...Object.values(data).flatMap(figures)]
}

test.each(housingPacks)('$name: what has no published source is marked for the council to confirm', (pack) => {
  const all = figures({ ...pack, bandRules: [], findings: [] })
  expect(all.length).toBeGreaterThan(15)
  for (const one of [...all, ...pack.findings])
    if (/^No published source/.test(one.source.words)) expect(one.confirm).toContain('confirm')
})
