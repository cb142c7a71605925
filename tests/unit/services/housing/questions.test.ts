import { expect, test } from 'vitest'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import { evidencePack } from '#services/housing/evidence/list.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { assess } from '#services/housing/rules/assess.ts'
import { consumers } from '#services/housing/rules/consumers.ts'
import { factReads } from '#services/housing/rules/ground/fact-reads.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { ruleReads } from '#services/housing/rules/reads.ts'
import { watched } from '#tests/support/people/housing-answers.ts'
import { applicant, chance } from '#tests/support/people/random-applicants.ts'

const today = '2026-11-23'

const asked = housingForm.sections.flatMap((section) =>
  section.pages.flatMap((page) =>
    questionsOn(page).map(({ id, question }) => ({
      id: section.is === 'many' ? `${section.id}/${id}` : id,
      bare: id,
      purpose: question.for ?? '',
    })),
  ),
)
const onForm = new Set(asked.map(({ id }) => id))
const named = ({ question, section }: { question: string; section?: string }): string =>
  section === undefined ? question : `${section}/${question}`
const declared = new Set(Object.values(ruleReads).flat().map(named))
const readByAnyRule = new Set(
  Object.values(ruleReads)
    .flat()
    .map(({ question }) => question),
)

test('every question of the form says who uses its answer, and the use is known', () => {
  const without = asked.filter(({ purpose }) => consumers[purpose] === undefined)
  expect(without.map(({ id, purpose }) => `${id}: for '${purpose}' is no rule, task or purpose`)).toEqual([])
})

test('an answer that only a rule uses is read by a rule', () => {
  const unread = asked.filter(({ purpose, bare }) => consumers[purpose]?.by === 'rule' && !readByAnyRule.has(bare))
  expect(unread.map(({ id, purpose }) => `${id}: for '${purpose}', and no rule reads it`)).toEqual([])
})

test('a use that a rule shares in is read by a rule, at least in part', () => {
  const shared = Object.entries(consumers).filter(([, consumer]) => consumer.by !== 'person')
  const idle = shared.filter(
    ([code]) => !asked.some(({ purpose, bare }) => purpose === code && readByAnyRule.has(bare)),
  )
  expect(idle.map(([code]) => `${code}: no rule reads any of its questions`)).toEqual([])
})

test('every use is the use of some question', () => {
  const unused = Object.keys(consumers).filter((code) => !asked.some(({ purpose }) => purpose === code))
  expect(unused).toEqual([])
})

// Proof of identity and the like are asked of each person: the condition is read of the applicant and of the people.
const askedOfEach = new Set(evidencePack.rules.filter((rule) => rule.of !== 'household').map((rule) => rule.code))

test('no rule reads a question that no form asks', () => {
  const unknown = Object.entries(ruleReads).flatMap(([code, reads]) =>
    reads
      .filter((read) => !onForm.has(named(read)) && !(askedOfEach.has(code) && onForm.has(`people/${read.question}`)))
      .map((read) => `${code} reads ${named(read)}`),
  )
  expect(unknown).toEqual([])
})

test('what rules read of 400 applicants is what they declare', () => {
  const pick = chance(7)
  const seen = new Set<string>()
  for (let at = 0; at < 400; at += 1) assess(watched(applicant(pick, today), seen), { today, pack: dorset2026 })
  const facts = new Set(Object.keys(factReads))
  const undeclared = [...seen].filter((id) => {
    const bare = id.slice(id.indexOf('/') + 1)
    return !declared.has(id) && !declared.has(bare) && !facts.has(bare)
  })
  // Answers that are shown beside an award or a finding are those asked for that purpose: the form's own `for`.
  const shownToOfficers = new Set(asked.filter(({ purpose }) => consumers[purpose]?.by !== 'rule').map(({ id }) => id))
  expect(undeclared.filter((id) => !shownToOfficers.has(id))).toEqual([])
  expect(seen.size).toBeGreaterThan(150)
})
