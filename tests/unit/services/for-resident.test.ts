// What each service tells whoever sent something, held against its workflow (docs/rules/casework.md, "What the applicant sees").
import { describe, expect, it } from 'vitest'
import { keyOf } from '#domain/forms/answered/parted.ts'
import { services } from '#services/catalogue.ts'

describe.each(services.map((service) => [service.id, service] as const))('%s', (_id, service) => {
  const { forResident, workflow, form } = service

  it('has words for its applicant for each state, and no others', () => {
    expect(Object.keys(forResident.stands).toSorted()).toEqual(Object.keys(workflow.states).toSorted())
  })

  it('tells nobody a state in the words that staff have for it, where those are about them', () => {
    const told = Object.values(forResident.stands).map(({ label }) => label)
    for (const words of ['Waiting for applicant', 'Not qualifying', 'For approval', 'Invalid'])
      expect(told.filter((label) => label.startsWith(words))).toEqual([])
  })

  it('offers only what the workflow lets an applicant do', () => {
    for (const id of Object.keys(forResident.deeds ?? {}))
      expect([id, workflow.actions.find((one) => one.id === id)?.who.includes('applicant')]).toEqual([id, true])
  })

  it('tells whoever is decided against why, and staff beforehand which of their words go to them', () => {
    const questions = workflow.actions.flatMap(({ id, adverse, needs = {} }) =>
      Object.values(needs).map(({ toldTo, hint }) => ({ id, adverse, toldTo, hint })),
    )
    const adverse = workflow.actions.filter((action) => action.adverse === true).map(({ id }) => id)
    const told = questions.filter(({ toldTo }) => toldTo !== undefined).map(({ id }) => id)
    expect(adverse.filter((id) => !told.includes(id))).toEqual([])
    expect(questions.filter(({ hint }) => /will see/.test(hint ?? ''))).toEqual([])
  })

  it('asks again only for pages and sections that the form has', () => {
    const { changes = {}, contact = [], documents } = forResident
    const keys = [...Object.values(changes).flatMap((change) => change.keys), ...contact]
    const all = form.sections.flatMap((section) => [
      section.id,
      ...section.pages.flatMap((page) => page.parts ?? [page]).map((page) => keyOf(section, page)),
    ])
    expect(keys.filter((key) => !all.includes(key))).toEqual([])
    expect(
      documents === undefined || form.sections.some(({ id, is }) => id === documents.section && is === 'many'),
    ).toBe(true)
  })

  it('can reach the council from every state that is not over: the actions that take what is sent say so', () => {
    const takes = workflow.actions.filter(({ does }) => does === 'take-documents').flatMap(({ from }) => from)
    const open = Object.entries(workflow.states).filter(([, state]) => state.open)
    const shut = open.filter(([id]) => !takes.includes(id) && forResident.documents !== undefined)
    expect(shut.map(([id]) => id).filter((id) => id !== 'appeal')).toEqual([])
  })
})
