// The working of every planning rule, over every persona: which answers, by which law or whose word, and since when.
import { describe, expect, it } from 'vitest'
import type { Lookup } from '#domain/forms/condition.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import { planningForm } from '#services/planning/form/form.ts'
import { planningAdvice } from '#services/planning/rules/advice.ts'
import { planningProposal } from '#services/planning/rules/proposal.ts'
import { planningTrials } from '#services/planning/rules/trials.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'

// What only staff say, where rules are tried on paper.
const said: Readonly<Record<string, unknown>> = {
  extendedTo: '2027-06-30',
  lettersOn: '2026-11-24',
  decidedOn: '2027-01-10',
  outcome: 'refused',
  objections: 12,
  departure: 'yes',
}

const personas = loadPersonas().filter(({ service }) => service === 'planning')

const steps: readonly RuleStep[] = personas.flatMap((persona) => {
  const { answers } = walked(planningForm, persona).walk
  const at = Date.parse(`${persona.today}T10:00:00Z`)
  const asked: Lookup = { ...answers, answer: (question) => said[question] ?? answers.answer(question) }
  const before = {
    ...asked,
    answer: (question: string) => (question === 'sentOn' ? '2026-03-02' : answers.answer(question)),
  }
  return [
    planningAdvice(answers, persona.today, at),
    planningProposal(answers, persona.today, at, at),
    ...planningTrials.flatMap(({ run }) => [run(asked, persona.today), run(before, '2026-03-02')]),
  ].flatMap(({ parts }) => parts.flatMap((part) => part.steps))
})

describe('Every reason that the planning rules give', () => {
  it('names the answers that it read', () => {
    expect(steps.length).toBeGreaterThan(1000)
    expect(new Set(steps.filter(({ used }) => used.length === 0).map(({ rule }) => rule))).toEqual(new Set())
    for (const { used } of steps) for (const { shown } of used) expect(shown).not.toMatch(/undefined|NaN|\[object/)
  })

  it('by a law carries the law’s own day, and every other one the council’s data that it stands in', () => {
    for (const { rule, source, pack } of steps) {
      const isLaw = source.url?.includes('legislation.gov.uk') === true
      if (isLaw) expect([rule, source.law]).toEqual([rule, true])
      if (source.law !== true) continue
      expect([rule, pack]).toEqual([rule, undefined])
      expect(source.since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('links to its source, or says who has to confirm it', () => {
    for (const { rule, source, confirm } of steps) {
      expect([rule, source.words]).toEqual([rule, expect.not.stringMatching(/usual practice/i)])
      expect([rule, source.url !== undefined || confirm !== undefined]).toEqual([rule, true])
    }
  })
})

describe('An applicant is told what an appeal rests on before they send', () => {
  const householder = personas.find(({ id }) => id === 'planning-householder')
  const told = (day: string, id = 'planning-householder') => {
    const persona = personas.find((one) => one.id === id)
    if (persona === undefined) throw new Error('There is no such persona')
    const { answers } = walked(planningForm, persona).walk
    return planningAdvice(answers, day, Date.parse(`${day}T10:00:00Z`)).parts.find((part) => part.id === 'appeal')
  }

  it('from 1 April 2026: on what they send now', () => {
    expect(householder).toBeDefined()
    expect(told('2026-04-01')?.answer).toBe('You can appeal, but most appeals rest on what you send us now')
    expect(told('2026-04-01')?.lines).toEqual([
      'You cannot add documents or reasons when you appeal. Send everything that you want to be looked at.',
    ])
  })

  it('not before that day, and not where listed building consent goes with it', () => {
    expect(told('2026-03-31')).toBeUndefined()
    expect(told('2026-11-23', 'planning-listed-cottage')).toBeUndefined()
  })
})
