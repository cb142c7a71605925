import { describe, expect, it } from 'vitest'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { services } from '#services/catalogue.ts'
import { applicationType } from '#services/planning/form/application-type.ts'
import { missingDocuments } from '#services/planning/form/plans/documents-needed.ts'
import { certificate } from '#services/planning/ground/certificates.ts'
import { loadPersonas, type Persona, type PersonaStep } from '#tests/support/people/personas.ts'
import { type Walked, walked } from '#tests/support/worlds/walk.ts'

const personas = loadPersonas()
const serviceOf = ({ service }: Persona) => {
  const found = services.find(({ id }) => id === service)
  if (found === undefined) throw new Error(`${service} is no service`)
  return found
}
const walks = new Map(personas.map((persona): [Persona, Walked] => [persona, walked(serviceOf(persona).form, persona)]))
const walkOf = (persona: Persona): Walked => walks.get(persona) ?? walked(serviceOf(persona).form, persona)

const exitsMet = (step: PersonaStep): readonly string[] =>
  step.is === 'list' ? [] : [...step.turns.map(({ exit }) => exit), ...(step.exit === undefined ? [] : [step.exit.id])]

// What a service makes of a persona's answers: compared with the file's `expects`, name by name.
const outcomes = (persona: Persona, answers: Answers): Readonly<Record<string, unknown>> => {
  const service = serviceOf(persona)
  const shared = {
    title: service.title(answers),
    mayText: service.applicant(answers).mayText,
    sensitive: service.sensitive?.(answers) ?? false,
    urgent: (service.urgent?.(answers) ?? []).length > 0,
  }
  if (service.id !== 'planning') return shared
  const signed = certificate(answers)
  return {
    ...shared,
    application: applicationType(answers)?.code,
    certificate: signed?.letter,
    certificateProblems: signed?.problems,
    missing: missingDocuments(answers).map(({ type }) => type),
  }
}

describe('Every persona', () => {
  it.each(personas.map((persona) => [persona.id, persona] as const))(
    'walks the form in its own order, and each mistake is told as the file says: %s',
    (_id, persona) => {
      expect(walkOf(persona).faults).toEqual([])
    },
  )

  it.each(personas.map((persona) => [persona.id, persona] as const))('ends as the file says: %s', (_id, persona) => {
    const { walk } = walkOf(persona)
    const last = persona.steps.at(-1)
    const stops = last?.is === 'page' && last.exit?.continues === false
    expect(walk.complete()).toBe(!stops)
    if (!stops) expect(walk.firstUndone()?.key).toBeUndefined()
    expect(outcomes(persona, walk.answers)).toMatchObject(persona.expects)
  })

  it('can be told apart, and makes mistakes', () => {
    expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length)
    const careful = personas.filter(({ steps }) => steps.every(({ mistakes }) => mistakes.length === 0))
    expect(careful.map(({ id }) => id)).toEqual([])
  })
})

describe('Together the personas', () => {
  const all = [...walks.values()]
  it.each(services.map((service) => [service.id, service] as const))(
    'reach every page of the form: %s',
    (id, { form }) => {
      const reached = new Set(all.filter(({ walk }) => walk.form.id === id).flatMap((one) => one.reached))
      const pages = form.sections.flatMap((section) => section.pages.map((page) => `${section.id}/${page.id}`))
      const nobody = pages.filter((page) => !reached.has(page)).map((page) => `no persona reaches ${page}`)
      expect(nobody).toEqual([])
    },
  )

  it.each(services.map((service) => [service.id, service] as const))(
    'meet every exit of the form: %s',
    (id, { form }) => {
      const met = personas.filter(({ service }) => service === id).flatMap(({ steps }) => steps.flatMap(exitsMet))
      const exits = form.sections.flatMap(({ pages }) =>
        pages.flatMap((page) => page.exits ?? []).map((exit) => exit.id),
      )
      expect(exits.filter((exit) => !met.includes(exit)).map((exit) => `no persona meets the exit ${exit}`)).toEqual([])
    },
  )
})
