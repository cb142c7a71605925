// What staff type to find a case finds it: all that its people gave of themselves, also beneath another answer.
import { describe, expect, it } from 'vitest'
import { formRecordOf } from '#domain/forms/answered/record.ts'
import { anyNumber } from '#domain/forms/fields/phone.ts'
import { findableIn } from '#domain/people/findable.ts'
import { services } from '#services/catalogue.ts'
import { loadPersonas, type Persona } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'

const typedBy = ({ steps }: Persona, field: string): readonly string[] =>
  steps.flatMap((step) => (step.is === 'page' ? (step.typed[field] ?? []) : [])).filter((typed) => typed !== '')

const foundOf = (persona: Persona) => {
  const service = services.find(({ id }) => id === persona.service)
  if (service?.finds === undefined) throw new Error(`Nothing of ${persona.service} is found`)
  const { walk } = walked(service.form, persona)
  return findableIn({ applicant: { name: '', mayText: false }, record: formRecordOf(walk) }, service.finds)
}

const people = loadPersonas().filter(
  ({ steps }) => !steps.some((step) => step.is === 'page' && step.exit !== undefined),
)

describe('a case is found by', () => {
  it.each([
    ['niNumber', 'numbers', (typed: string) => typed.replaceAll(' ', '')],
    ['mobile', 'phones', anyNumber],
    ['mobileNumber', 'phones', anyNumber],
    ['trustedPhone', 'phones', anyNumber],
    ['textNumber', 'phones', anyNumber],
    ['siteContactPhone', 'phones', anyNumber],
  ] as const)('each %s that somebody gave', (field, kind, shape) => {
    const gave = people.flatMap((persona) => typedBy(persona, field).map((typed) => [persona, shape(typed)] as const))
    expect(gave.length).toBeGreaterThan(0)
    for (const [persona, typed] of gave) expect(foundOf(persona)[kind], persona.id).toContain(typed)
  })

  it('the name of whoever is trusted, and of whoever lets the council in', () => {
    const named = people.flatMap((persona) =>
      ['trustedName', 'siteContactName'].flatMap((field) =>
        typedBy(persona, field).map((name) => [persona, name] as const),
      ),
    )
    expect(named.length).toBeGreaterThan(1)
    for (const [persona, name] of named) expect(foundOf(persona).people.map((one) => one.name)).toContain(name)
  })
})
