// Markers for the safety of staff (docs/rules/casework.md, "Markers").
import { describe, expect, it } from 'vitest'
import type { Case, Staff } from '#domain/cases/case.ts'
import { handsIn } from '#domain/cases/desk/hands.ts'
import { markersOn } from '#domain/cases/desk/markers.ts'
import { actionAskedOf, actionsFor, perform } from '#domain/cases/workflow.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { services } from '#services/catalogue.ts'
import { housing } from '#services/housing/service.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'

const today = '2026-11-30'
const officer = person('a housing officer')
const manager = person('a housing manager')
const plain: Case = { ...caseOf('plain', officer), state: 'checking' }

let proposer = officer.id

const by = (actor: Staff, subject: Case, id: string, typed: Typed) => {
  const found = housing.workflow.actions.find((one) => one.id === id)
  const hands = handsIn([{ id: '1', at: 0, by: 'x', byId: proposer, action: 'propose-marker', words: '', version: 1 }])
  const needs = found === undefined ? {} : actionAskedOf(found, subject, today).needs
  const done = perform(housing.workflow, subject, { action: id, typed, actor, now: 0, today, id: 'e', hands })
  return { done, needs }
}
const kept = (...given: Parameters<typeof by>): Case => {
  const { done } = by(...given)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value.case
}
const day = (id: string, [year = '', month = '', date = '']: readonly string[]): Typed => ({
  [`${id}-day`]: [date],
  [`${id}-month`]: [month],
  [`${id}-year`]: [year],
})

const basis = 'On 12 November he threatened a member of staff with a bat. Seen by two others.'
const proposed = kept(officer, plain, 'propose-marker', { kind: ['violence'], basis: [basis] })
const decides = { agree: ['yes'], told: ['By letter'], ...day('reviewOn', ['2027', '05', '30']) }

describe('a marker', () => {
  it('is proposed with what it rests on, and shown only when a manager who did not propose it has decided', () => {
    expect(markersOn(proposed, today)).toEqual([])
    expect(by(officer, plain, 'propose-marker', { kind: ['violence'] }).done).toMatchObject({
      error: { problems: [{ words: 'Enter what it rests on' }] },
    })
    expect(by(officer, proposed, 'confirm-marker', decides).done).toMatchObject({ error: { is: 'not-you' } })
    proposer = manager.id
    expect(by(manager, proposed, 'confirm-marker', decides).done).toMatchObject({
      error: { is: 'not-the-same-person' },
    })
    proposer = officer.id
    expect(JSON.stringify(by(manager, proposed, 'confirm-marker', decides).needs)).toContain(basis)
    const marked = kept(manager, proposed, 'confirm-marker', decides)
    expect(markersOn(marked, today)).toMatchObject([
      { kind: 'violence', basis, by: officer.name, decidedBy: manager.name, reviewOn: '2027-05-30', told: 'By letter' },
    ])
    expect(marked.markerProposed).toBeUndefined()
  })

  it('is looked at again within 12 months, and not shown from then on', () => {
    const late = { ...decides, ...day('reviewOn', ['2027', '12', '1']) }
    expect(by(manager, proposed, 'confirm-marker', late).done).toMatchObject({
      error: { problems: [{ words: 'Day to look at it again must be 30 November 2027 or before' }] },
    })
    const marked = kept(manager, proposed, 'confirm-marker', decides)
    expect(markersOn(marked, '2027-05-30')).toHaveLength(1)
    expect(markersOn(marked, '2027-05-31')).toEqual([])
  })

  it('is ended with a reason, or not put on at all', () => {
    const marked = kept(manager, proposed, 'confirm-marker', decides)
    const ended = kept(manager, marked, 'end-marker', { which: ['marker-1'], reason: ['Another person'] })
    expect(markersOn(ended, today)).toEqual([])
    expect(ended.markers).toMatchObject([{ ended: { by: manager.name, reason: 'Another person' } }])
    expect(kept(manager, proposed, 'decline-marker', { reason: ['Hearsay'] }).markers).toBeUndefined()
  })

  it('can be proposed in every state of every service, by those who work its cases', () => {
    for (const { id, team, workflow } of services)
      for (const state of Object.keys(workflow.states)) {
        const subject = { ...plain, service: id, team, state }
        const all = { ...manager, teams: [team] }
        expect(actionsFor(workflow, subject, all, today).map((one) => one.id)).toContain('propose-marker')
      }
  })
})
