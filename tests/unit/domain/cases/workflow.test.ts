// What must hold of every service's workflow, and of the clock and hands that it sets in motion
// (docs/rules/casework.md, "Workflows" and "Clocks").
import { describe, expect, it } from 'vitest'
import type { Actor, Case, CaseEvent, Decision, Role } from '#domain/cases/case.ts'
import { roles } from '#domain/cases/case.ts'
import { handsIn } from '#domain/cases/desk/hands.ts'
import { type Action, actionAskedOf, type Given, perform, type Workflow } from '#domain/cases/workflow.ts'
import { sampleOf } from '#domain/forms/fields/index.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { noticesFrom, startedOn } from '#domain/rules/statutory.ts'
import { placeholders } from '#domain/texts/template.ts'
import { services } from '#services/catalogue.ts'
import { housing } from '#services/housing/service.ts'
import { planning } from '#services/planning/service.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'

const today = '2026-11-25'
const every = services.flatMap((service) =>
  service.workflow.actions.map((action) => ({ name: `${service.id}: ${action.id}`, service, action })),
)

const staffAs = (role: Role, id: string = role): Actor => ({ is: 'staff', id, name: role, roles: [role], teams: [] })

const actorFor = (action: Action): Actor => {
  const role = roles.find((one) => action.who.includes(one))
  if (role !== undefined) return staffAs(role)
  return action.who.includes('applicant') ? { is: 'applicant' } : { is: 'system' }
}

// Valid, with its notices out, before the earliest day that a question of the past is answered with.
const clock = noticesFrom(
  startedOn(
    {
      ...{ days: 56, targetDays: 35, noticeDays: 21 },
      ...{ disregardsHolidays: true, approvedBySilence: false, committee: true },
    },
    '2025-11-24',
  ),
  '2025-11-24',
)

const subjectIn = (state: string): Case => ({
  ...caseOf('plain', person('an auditor')),
  state,
  version: 4,
  dueOn: '2026-12-22',
  statutory: clock,
  sameAs: [{ reference: 'H3456789', by: ['phone'] }],
  placing: {
    registered: '2026-01-10',
    placings: [{ band: 'C', effectiveDate: '2026-01-10', on: '2026-01-12', reason: 'A sample', by: 'A manager' }],
  },
  assessment: {
    ...{ on: '2026-11-20', pack: 'a-sample', parts: [], leaves: ['Look whether they live there.'] },
    claims: [{ code: 'carer', of: 'You', words: 'A room for a carer at night' }],
  },
  ticks: [{ words: 'Look at the passport.', on: '2026-11-20', by: 'An officer', reason: 'Seen.' }],
  outcomes: [
    { version: 1, state, title: 'A sample', on: '2026-11-20', by: 'A manager', rows: [], reasons: ['A sample'] },
  ],
  decisions: [
    standing('award', 'A-EXC'),
    standing('reduction', 'R-WORSE'),
    { ...standing('room', 'own-room'), of: 'You' },
  ],
  evidence: [
    { evidence: proof('ID_ADULT'), state: { is: 'received', on: '2026-11-20' }, files: ['file-0001'] },
    { evidence: proof('SAVINGS'), state: { is: 'requested', on: '2026-11-20' } },
  ],
})

// With a review open of whichever decision the action is about.
const subjectOf = (action: Action, state: string): Case => {
  const each = ['active', 'not-qualifying', 'returned', 'no-show'].map((of) => ({
    ...subjectIn(state),
    reviews: [{ of, askedOn: '2026-11-20', why: 'A sample', decideBy: '2027-01-15' }],
  }))
  return (
    [...each, ...each.map(marked), ...[false, true].map((comes) => interpreted(subjectIn(state), comes))].find(
      (subject) => action.when?.(subject, today) ?? true,
    ) ?? subjectIn(state)
  )
}

// With an appointment that needs an interpreter, and perhaps has one.
const interpreted = (subject: Case, comes: boolean): Case => ({
  ...subject,
  appointment: {
    ...{ what: 'Advice', place: 'dorchester', claimants: [], buckets: [], type: 'housing-advice', features: [] },
    ...{
      day: '2026-11-30',
      from: '09:00',
      until: '09:30',
      calendarUid: 'uid',
      calendarSequence: 0,
      startsAt: 0,
      endsAt: 1,
    },
    interpreter: true,
    ...(comes ? { interpreterBy: { supplier: 'A company', on: today, by: 'An officer' } } : {}),
  },
})

// Valid later, with a fee that came in, and a marker that stands beside one that was proposed.
const marked = (subject: Case): Case => {
  const proposed = { kind: 'dog', basis: 'A sample', on: '2026-11-20', by: 'An officer' } as const
  const decided = { decidedBy: 'A manager', decidedOn: '2026-11-21', reviewOn: '2027-05-21', told: 'By letter' }
  return {
    ...subject,
    statutory: { ...clock, validOn: today },
    feeReceived: { pence: 12_345, on: '2025-11-20', by: 'An officer' },
    markers: [{ ...proposed, ...decided }],
    markerProposed: proposed,
    proposal: { action: 'not-accept', on: '2026-11-20', by: 'An officer', typed: {} },
    complaint: {
      stage: 1,
      answers: [{ stage: 1, is: 'upheld', on: '2026-11-20', by: 'An officer', byId: 'o', facts: [] }],
      remedies: [{ what: 'An apology', who: 'The manager', by: '2026-12-10' }],
    },
  }
}

const proof = (code: string) => ({
  ...{ code, what: code, alternatives: [], count: 1, dueDays: 28, optional: false, internal: false },
})

const standing = (is: Decision['is'], code: string): Decision => ({
  ...{ is, code, on: '2026-11-20', by: 'A manager', byId: 'm', roles: ['team-manager'], reason: 'A sample' },
})

// Without what may be left empty in words: some of it is only for another answer.
const asking = (needs: NonNullable<Action['needs']>) =>
  Object.entries(needs).filter(([, { kind, optional }]) => kind !== 'long-text' || optional !== true)

// Reasons as long as the longest that is asked for.
const filled = (action: Action): Typed =>
  Object.fromEntries(
    asking(actionAskedOf(action, subjectOf(action, action.from[0] ?? ''), today).needs ?? {}).flatMap(
      ([id, question]) =>
        Object.entries(sampleOf(() => 0, id, question, today)).map(([field, values]): [string, readonly string[]] => [
          field,
          question.kind === 'long-text' ? values.map((words) => words.padEnd(60, ' and so on')) : values,
        ]),
    ),
  )

const given = (action: Action, more: Partial<Given> = {}): Given => ({
  action: action.id,
  typed: filled(action),
  actor: actorFor(action),
  now: Date.parse(`${today}T10:00:00Z`),
  today,
  id: 'event',
  hands: handsIn([]),
  ...more,
})

describe.each(every)('$name', ({ service, action }) => {
  const { workflow } = service

  it('can be taken from each of its states, by each of its people, and writes itself into the history', () => {
    for (const from of action.from) {
      const done = perform(workflow, subjectOf(action, from), given(action))
      const to = action.to === 'same' ? from : action.to
      expect(done).toMatchObject({
        ok: true,
        value: { case: { state: to, version: 5 }, event: { from, to, version: 5 } },
      })
      expect(Object.keys(workflow.states)).toContain(from)
      expect(Object.keys(workflow.states)).toContain(to)
    }
  })

  it('cannot be taken from any other state, nor by anybody else', () => {
    for (const state of Object.keys(workflow.states).filter((one) => !action.from.includes(one)))
      expect(perform(workflow, subjectOf(action, state), given(action))).toEqual({
        ok: false,
        error: { is: 'not-now', state },
      })
    for (const role of roles.filter((one) => !action.who.includes(one)))
      expect(
        perform(workflow, subjectOf(action, action.from[0] ?? ''), given(action, { actor: staffAs(role) })),
      ).toEqual({
        ok: false,
        error: { is: 'not-you' },
      })
  })

  it('tells what it needs where it is not given', () => {
    const done = perform(workflow, subjectOf(action, action.from[0] ?? ''), given(action, { typed: {} }))
    const wanted = Object.values(action.needs ?? {}).filter(({ optional }) => optional !== true)
    const problems = !done.ok && done.error.is === 'needs' ? done.error.problems.map(({ words }) => words) : []
    expect(done.ok).toBe(wanted.length === 0)
    for (const { missing } of wanted) expect(problems).toContain(missing)
  })

  it('reads well: a label for the button, words after a name, a text that exists, questions that are called something', () => {
    expect(action.label).toMatch(/^[A-Z][^.]{2,60}$/)
    expect(action.history).toMatch(/^[a-z][^.]{5,100}$/)
    if (action.text !== undefined) expect(Object.keys(service.texts)).toContain(action.text)
    for (const question of Object.values(action.needs ?? {})) expect(question.label ?? '').not.toBe('')
  })

  it('is decided by a person where it goes against the applicant', () => {
    if (action.adverse !== true) return expect(action.adverse).toBeUndefined()
    const system = { ...action, who: [...action.who, 'system' as const, 'applicant' as const] }
    const changed: Workflow = { ...workflow, actions: [system] }
    for (const is of ['system', 'applicant'] as const)
      expect(perform(changed, subjectOf(action, action.from[0] ?? ''), given(system, { actor: { is } }))).toEqual({
        ok: false,
        error: { is: 'not-you' },
      })
  })
})

describe.each(services.map((service) => ({ name: service.id, service })))('the workflow of $name', ({ service }) => {
  const { workflow } = service

  it('reaches every state, and ends', () => {
    const reached = new Set([workflow.start, ...(workflow.waits === undefined ? [] : [workflow.waits])])
    for (let size = 0; size < reached.size; ) {
      size = reached.size
      for (const { from, to } of workflow.actions)
        if (from.some((one) => reached.has(one)) && to !== 'same') reached.add(to)
    }
    expect([...reached].toSorted()).toEqual(Object.keys(workflow.states).toSorted())
    const open = Object.entries(workflow.states).filter(([, state]) => state.open)
    for (const [id] of open) expect(workflow.actions.some(({ from }) => from.includes(id))).toBe(true)
    expect(open.length).toBeLessThan(Object.keys(workflow.states).length)
  })

  it('tells the applicant of every state in a sentence, and of every end by a text', () => {
    for (const { forApplicant, label } of Object.values(workflow.states)) {
      expect(forApplicant).toMatch(/^[A-Z].*\.$/)
      expect(label).toMatch(/^[A-Z]/)
    }
    const told = ['completed', 'no-show', 'excused']
    const closing = workflow.actions.filter(({ to }) => workflow.states[to]?.open === false && !told.includes(to))
    expect(closing.filter(({ text }) => text === undefined).map(({ id }) => id)).toEqual([])
  })

  it('fills each text from values that there are', () => {
    const said = workflow.actions.flatMap(({ says }) => Object.keys(says?.({}) ?? {}))
    const values = [
      ...['reference', 'name', 'link', 'yourLink', 'stop', 'book', 'when', 'time', 'by', 'offer', 'ombudsman'],
      ...said,
    ]
    for (const text of Object.values(service.texts))
      expect(placeholders(text).filter((name) => !values.includes(name))).toEqual([])
  })

  it('asks again only for pages and sections that its form has, and takes the answers from the state that waits', () => {
    const asking = workflow.actions.filter(({ does }) => does === 'ask-for-more')
    // Those that stand on a page together are named each by itself.
    const keys = service.form.sections.flatMap(({ id, pages }) => [
      id,
      ...pages.flatMap(({ id: page, parts = [] }) =>
        [page, ...parts.map((part) => part.id)].map((one) => `${id}/${one}`),
      ),
    ])
    for (const { needs, to, reopens } of asking) {
      for (const page of reopens?.({}, subjectIn(workflow.start)).pages ?? []) expect(keys).toContain(page)
      const pages = needs?.pages
      const options = pages?.kind === 'choices' ? Object.keys(pages.options) : []
      expect(options.filter((key) => !keys.includes(key))).toEqual([])
      expect(workflow.states[to]?.waiting).toBe(true)
      const taking = workflow.actions.find(({ does, from }) => does === 'take-answers' && from.includes(to))
      expect(taking?.who).toContain('applicant')
    }
  })

  it('names an action of its own where somebody else must decide', () => {
    const named = workflow.actions.flatMap(({ notBy, notByAny = [] }) => [
      ...(notBy === undefined ? [] : [notBy]),
      ...notByAny,
    ])
    expect(named.filter((id) => !workflow.actions.some((action) => action.id === id))).toEqual([])
  })
})

describe('one person alone', () => {
  // A visit that cannot take place, a place on a list, and more time to answer, are no decision on what somebody asked the council for.
  const ours = ['bookings: cancel-for-us', 'bookings: take-off', 'housing: reduce', 'complaints: extend']

  it('closes no case against an applicant: whoever proposed it, or had a part in what is reviewed, cannot decide it', () => {
    const alone = every
      .filter(({ name, action }) => action.adverse === true && !ours.includes(name))
      .filter(({ action: { notBy, notByAny = [] } }) => notBy === undefined && notByAny.length === 0)
    expect(alone.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['housing', 'uphold', ['assess', 'refuse', 'propose-refusal', 'cancel', 'approve']],
    ['planning', 'uphold', ['propose-return', 'return']],
    ['bookings', 'uphold', ['no-show']],
  ] as const)('reviews nothing of %s that they decided', (id, review, parts) => {
    const { workflow } = services.find((service) => service.id === id) ?? housing
    const action = workflow.actions.find((one) => one.id === review)
    if (action === undefined) throw new Error(review)
    for (const part of parts) {
      const event = { id: 'e', at: 0, by: 'm1', byId: 'm1', action: part, words: '', version: 2 }
      const later = { ...event, byId: 'o1', action: 'reopen', version: 3 }
      const by = (who: string) =>
        perform(
          workflow,
          subjectOf(action, 'under-review'),
          given(action, { actor: staffAs('review-officer', who), hands: handsIn([event, later]) }),
        )
      expect(by('m1')).toEqual({ ok: false, error: { is: 'not-the-same-person' } })
      expect(by('r1')).toMatchObject({ ok: true })
    }
  })
})

describe('whoever decides', () => {
  const proposed = (action: string, byId: string, version: number): CaseEvent => ({
    ...{ id: `${version}`, at: 0, by: byId, byId, action, words: '', version },
  })
  const decide = (workflow: Workflow, id: string, history?: readonly CaseEvent[]) => {
    const action = workflow.actions.find((one) => one.id === id)
    if (action === undefined) throw new Error(id)
    const { hands: _none, ...plain } = given(action, { actor: staffAs('team-manager', 'm1') })
    return perform(
      workflow,
      subjectOf(action, action.from[0] ?? ''),
      history === undefined ? plain : { ...plain, hands: handsIn(history) },
    )
  }

  it.each([
    ['approves a band', housing.workflow, 'approve', 'assess'],
    ['grants permission', planning.workflow, 'grant', 'recommend'],
    ['refuses permission', planning.workflow, 'refuse', 'recommend'],
    ['returns an application', planning.workflow, 'return', 'propose-return'],
    ['refuses a place on the register', housing.workflow, 'refuse', 'propose-refusal'],
    ['cancels an application', housing.workflow, 'cancel', 'propose-cancel'],
  ] as const)('and %s is not whoever proposed it last', (_what, workflow, id, proposal) => {
    const refused = { ok: false, error: { is: 'not-the-same-person' } }
    expect(decide(workflow, id, [proposed(proposal, 'm1', 2)])).toEqual(refused)
    expect(decide(workflow, id, [proposed(proposal, 'm1', 2), proposed(proposal, 'o1', 3)]).ok).toBe(true)
    expect(decide(workflow, id, [proposed(proposal, 'o1', 2), proposed(proposal, 'm1', 3)])).toEqual(refused)
    expect(decide(workflow, id)).toEqual(refused)
  })
})

describe('the service target', () => {
  const later = (id: string, day: string, subject: Case): Case => {
    const action = housing.workflow.actions.find((one) => one.id === id)
    if (action === undefined) throw new Error(id)
    const done = perform(housing.workflow, subject, given(action, { today: day }))
    if (!done.ok) throw new Error(done.error.is)
    return done.value.case
  }
  const due = { ...subjectIn('checking'), dueOn: '2026-12-21' }

  it('stands still while we wait for the applicant, and is later by the working days that we waited', () => {
    // Wednesday 25 November to Wednesday 2 December: five working days.
    const waiting = later('ask-for-more', '2026-11-25', due)
    expect([waiting.dueOn, waiting.waitingSince]).toEqual(['2026-12-21', '2026-11-25'])
    const again = later('answers-in', '2026-12-02', waiting)
    // From Monday 21 December, over Christmas Day and the Monday in place of Boxing Day.
    expect([again.dueOn, again.waitingSince]).toEqual(['2026-12-30', undefined])
  })

  it('does not move where the answers come the same day, or over a weekend', () => {
    expect(later('answers-in', '2026-11-25', later('ask-for-more', '2026-11-25', due)).dueOn).toBe('2026-12-21')
    const friday = later('ask-for-more', '2026-11-27', due)
    expect(later('answers-in', '2026-11-29', friday).dueOn).toBe('2026-12-21')
  })

  it('ends with the case, and what was asked for with the waiting', () => {
    const asked = { keys: ['people'], message: 'Who lives with you?', by: '2026-12-09', draftId: 'd' }
    const waiting = { ...later('ask-for-more', '2026-11-25', due), asked }
    const proposed = later('propose-cancel', '2026-11-26', waiting)
    expect(later('cancel', '2026-11-27', proposed)).not.toHaveProperty('dueOn')
    // Until somebody else decides, the applicant can still answer.
    expect(proposed.asked).toEqual(asked)
    expect(later('cancel', '2026-11-27', proposed)).not.toHaveProperty('asked')
    for (const id of ['answered-otherwise', 'answers-in'])
      expect(later(id, '2026-11-26', waiting)).not.toHaveProperty('asked')
  })
})
