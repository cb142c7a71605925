// How staff are told to contact an applicant: the ways that they chose, and no other.
import { describe, expect, it } from 'vitest'
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { services } from '#services/catalogue.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { contactLines } from '#web/show/contact.ts'

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

describe('A connection to the council', () => {
  it.each([
    ['housing', 'councilConnection'],
    ['planning', 'connection'],
  ])('that an applicant for %s tells stands at the top of the case, as it was answered', (id, question) => {
    const service = services.find((one) => one.id === id)
    expect(service?.connectionAnswers).toContain(question)
    const entry = {
      ...{ question: 'Connected?', key: 'a/b', id: question, sensitive: false },
      lines: ['Yes, one of us is a councillor'],
    }
    const subject = {
      ...{ reference: 'HBCDFGH2', service: id, team: id, title: '', state: '', version: 1, openedAt: 0, changedAt: 0 },
      ...{ draftId: 'draft', applicant: { name: 'Sample', mayText: false } },
      record: {
        ...{ form: id, formVersion: 1 },
        sections: [{ id: 'a', title: '', parts: [{ title: '', entries: [entry] }] }],
        declaration: { version: '1', statements: [], agreed: '' },
      },
    }
    const rows = contactLines(subject, service?.connectionAnswers ?? [], {
      maySeeSensitive: false,
      today: '2026-11-23',
    })
    expect(rows).toEqual([{ question: 'Connected?', lines: ['Yes, one of us is a councillor'], empty: 'No answer' }])
  })
})
