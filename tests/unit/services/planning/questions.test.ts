import { expect, test } from 'vitest'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import { example } from '#services/planning/form/floor-measures.ts'
import { planningForm } from '#services/planning/form/form.ts'
import { assess } from '#services/planning/rules/assess.ts'
import { consumers } from '#services/planning/rules/consumers.ts'
import { staffAsks } from '#services/planning/rules/ground/staff-asks.ts'
import { ruleReads } from '#services/planning/rules/reads.ts'
import { watched } from '#tests/support/people/housing-answers.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { byChance, chance } from '#tests/support/people/random-applicants.ts'
import { walked } from '#tests/support/worlds/walk.ts'

const today = '2026-11-23'
const noon = Date.parse('2026-11-23T12:00:00Z')

const asked = planningForm.sections.flatMap((section) =>
  section.pages.flatMap((page) =>
    questionsOn(page).map(({ id, question }) => ({
      id: section.is === 'many' ? `${section.id}/${id}` : id,
      purpose: question.for ?? '',
    })),
  ),
)
const onForm = new Set(asked.map(({ id }) => id))
const named = ({ question, section }: { question: string; section?: string }): string =>
  section === undefined ? question : `${section}/${question}`
const declared = new Set(Object.values(ruleReads).flat().map(named))

test('every question of the form says who uses its answer, and the use is known', () => {
  const without = asked.filter(({ purpose }) => consumers[purpose] === undefined)
  expect(without.map(({ id, purpose }) => `${id}: for '${purpose}' is no rule, task or purpose`)).toEqual([])
})

test('an answer that only a rule uses is read by a rule', () => {
  const unread = asked.filter(({ id, purpose }) => consumers[purpose]?.by === 'rule' && !declared.has(id))
  expect(unread.map(({ id, purpose }) => `${id}: for '${purpose}', and no rule reads it`)).toEqual([])
})

test('a use that a rule shares in is read by a rule, at least in part', () => {
  const idle = Object.entries(consumers)
    .filter(([, consumer]) => consumer.by !== 'person')
    .filter(([code]) => !asked.some(({ purpose, id }) => purpose === code && declared.has(id)))
  expect(idle.map(([code]) => `${code}: no rule reads any of its questions`)).toEqual([])
})

test('every use is the use of some question', () => {
  expect(Object.keys(consumers).filter((code) => !asked.some(({ purpose }) => purpose === code))).toEqual([])
})

test('no rule reads a question that no form asks', () => {
  const unknown = Object.entries(ruleReads).flatMap(([family, reads]) =>
    reads.filter((read) => !onForm.has(named(read))).map((read) => `${family} reads ${named(read)}`),
  )
  expect(unknown).toEqual([])
})

test('what the rules read of every persona and of 300 applications made by chance is what they declare', () => {
  const pick = chance(11)
  const planners = loadPersonas().filter(({ service }) => service === 'planning')
  const seen = new Set<string>()
  const all = [
    ...planners.map((persona) => walked(planningForm, persona).walk.answers),
    ...Array.from({ length: 300 }, () => byChance(planningForm, { pick, today })),
  ]
  for (const answers of all) assess(watched(answers, seen), { now: noon })
  const outside = new Set(staffAsks)
  expect([...seen].filter((id) => !declared.has(id) && !outside.has(id))).toEqual([])
  expect([...declared].filter((id) => !seen.has(id))).toEqual([])
})

const hintOf = (question: string): string =>
  planningForm.sections
    .flatMap(({ pages }) => pages.flatMap(questionsOn))
    .flatMap(({ id, question: found }) => (id === question ? [found.hint ?? ''] : []))
    .join()

test.each([
  ['floorSpace', 'outside the outer walls, because the fee'],
  ['otherFloorNew', 'outside the outer walls, because the fee'],
  ['otherFloorNow', 'inside the outer walls, because the community infrastructure levy'],
  ['otherFloorLost', 'inside the outer walls, because the community infrastructure levy'],
])('floor space is asked for in one measure, with its reason, wherever it is asked: %s', (question, words) => {
  expect(hintOf(question)).toContain(words)
})

test('the example of floor space is the sum that it says', () => {
  const [long, wide, floors, wall] = [10, 8, 2, 0.3]
  expect(example).toContain(`has ${long * wide * floors} square metres`)
  expect(example).toContain(`has ${((long - 2 * wall) * (wide - 2 * wall) * floors).toFixed(2)} square metres inside`)
})
