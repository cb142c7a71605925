// How staff are told to contact an applicant: the ways that they chose, and no other.
import { describe, expect, it } from 'vitest'
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { services } from '#services/catalogue.ts'
import { loadPersonas } from '#tests/support/personas.ts'
import { walked } from '#tests/support/walk.ts'

describe('The ways to contact an applicant', () => {
  it.each(loadPersonas().map((persona) => [persona.name, persona] as const))(
    'are those that they chose, and all that they said of them is shown on the case: %s',
    (_name, persona) => {
      const service = services.find(({ id }) => id === persona.service)
      if (service === undefined) throw new Error('There is no such service')
      const { answers } = walked(service.form, persona).walk
      const { ways = [], mayText } = service.applicant(answers)
      expect(ways.includes('text')).toBe(mayText)
      const chosen = answers.answer('safeWays')
      if (!Array.isArray(chosen)) return
      expect(ways.length).toBe(chosen.filter((way) => way !== 'none').length)
      expect(mayCall({ ways })).toBe(chosen.includes('phone'))
    },
  )

  it('are named to whoever cannot text, without the ones that were not chosen', () => {
    expect(otherWayInWords({ ways: ['text', 'email', 'letter'] }, 'text')).toBe('Contact them by email or letter.')
    expect(otherWayInWords({ ways: [] }, 'text')).toBe('They chose no other way: wait until they contact us.')
    expect([mayCall({ ways: ['text'] }), mayCall({}), mayCall({ ways: ['call'] })]).toEqual([false, false, true])
  })

  it('have questions of the form for all that stands beside them', () => {
    for (const { form, contactAnswers } of services) {
      const ids = new Set(
        form.sections.flatMap((section) => section.pages.flatMap(({ questions }) => Object.keys(questions))),
      )
      expect(contactAnswers.filter((id) => !ids.has(id))).toEqual([])
    }
  })
})
