// What comes next on a case, for every open state of every service and for what is still open in it
// (docs/rules/casework.md, "What comes next").
import { describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { nextStep } from '#domain/cases/steps/next-step.ts'
import { noticesFrom, startedOn } from '#domain/rules/statutory.ts'
import { services } from '#services/catalogue.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'

const today = '2026-11-25'
const plain = caseOf('plain', person('an auditor'))
const asked = (by: string): Partial<Case> => ({
  waitingSince: '2026-11-10',
  asked: { keys: [], message: 'Payslips', by, draftId: 'draft' },
})
const proof = {
  code: 'ID',
  what: 'Passport',
  alternatives: [],
  count: 1,
  dueDays: 28,
  optional: false,
  internal: false,
}
const open: Partial<Case> = {
  sameAs: [{ reference: 'H3456789', by: ['phone'] }],
  evidence: [{ evidence: proof, state: { is: 'received', on: '2026-11-20' }, files: ['file-0001'] }],
  assessment: { on: '2026-11-20', pack: 'a-sample', parts: [], leaves: ['Look whether they live there.'] },
}
const { sameAs: _compared, ...documentsCame } = open
const { evidence: _accepted, ...toCheck } = documentsCame
const clock = startedOn(
  {
    ...{ days: 56, targetDays: 35, noticeDays: 21, disregardsHolidays: true },
    ...{ approvedBySilence: false, committee: true },
  },
  '2026-11-02',
)
const proposed = (action: string): Partial<Case> => ({
  proposal: { action, typed: {}, on: '2026-11-20', by: 'An officer' },
})
const said = { agrees: true, by: 'Somebody' }
const gateway = { officer: said, member: said, reasons: 'A sample', publishedOn: today, on: today }
const meeting = (day: string): Partial<Case> => ({
  appointment: {
    ...{ day, from: '10:00', until: '10:30', startsAt: 0, endsAt: 0, what: 'advice', place: 'poole', type: 'advice' },
    ...{ claimants: [], buckets: [], features: [], interpreter: false, calendarUid: 'a', calendarSequence: 0 },
  },
})
const reviewed = (of: string): Partial<Case> => ({
  reviews: [{ of, askedOn: '2026-11-20', why: 'A sample', decideBy: '2027-01-15' }],
})

const promised = {
  complaint: { stage: 1, remedies: [{ what: 'An apology', who: 'A manager', by: '2026-12-10' }] },
} as const

const table: readonly (readonly [string, string, Partial<Case>, string | undefined])[] = [
  ['housing', 'submitted', {}, 'Start checking'],
  ['housing', 'checking', open, 'Say if it is the same person'],
  ['housing', 'checking', documentsCame, 'Look at the documents'],
  ['housing', 'checking', toCheck, 'Record what you checked'],
  ['housing', 'checking', {}, 'Propose a band'],
  ['housing', 'more-info', asked('2026-11-30'), undefined],
  ['housing', 'more-info', asked('2026-11-24'), 'Go on without waiting'],
  ['housing', 'assessed', open, 'Approve and add to the register'],
  ['housing', 'reassessment', toCheck, 'Record what you checked'],
  ['housing', 'reassessment', {}, 'Propose a band or keep it'],
  ['housing', 'refusing', {}, 'Decide that they do not qualify'],
  ['housing', 'cancelling', {}, 'Cancel the application'],
  ['housing', 'under-review', reviewed('active'), 'Decide the review'],
  ['planning', 'pending', {}, 'Start validating'],
  ['planning', 'validating', toCheck, 'Record what you checked'],
  ['planning', 'validating', {}, 'Make valid'],
  ['planning', 'invalid', asked('2026-11-30'), undefined],
  ['planning', 'invalid', asked('2026-11-24'), 'Propose to return the application'],
  ['planning', 'assessing', { statutory: clock }, 'Record when notices went out'],
  ['planning', 'assessing', { statutory: noticesFrom(clock, '2026-11-03'), ...toCheck }, 'Record what you checked'],
  ['planning', 'assessing', { statutory: noticesFrom(clock, '2026-11-03') }, 'Recommend a decision'],
  ['planning', 'review', proposed('grant'), 'Grant permission'],
  ['planning', 'review', proposed('refuse'), 'Refuse permission'],
  ['planning', 'review', { ...proposed('grant'), gateway }, 'Send to committee'],
  ['planning', 'review', {}, 'Decide the application'],
  ['planning', 'committee', {}, 'Record the decision of the committee'],
  ['planning', 'returning', {}, 'Return the application'],
  ['planning', 'under-review', reviewed('returned'), 'Decide the review'],
  ['planning', 'appeal', {}, 'Record what the Inspectorate decided'],
  ['complaints', 'received', {}, 'Acknowledge'],
  ['complaints', 'received', proposed('not-accept'), 'Decide not to accept it as a complaint'],
  ['complaints', 'stage-1', {}, 'Answer it at stage 1'],
  ['complaints', 'stage-2', {}, 'Answer it at stage 2'],
  ['complaints', 'ombudsman', {}, 'Record what the ombudsman decided'],
  ['complaints', 'remedy', promised, 'Tick what was put right'],
  ['complaints', 'remedy', {}, 'Close: all of it is done'],
  ['bookings', 'waiting', {}, undefined],
  ['bookings', 'offered', {}, undefined],
  ['bookings', 'confirmed', meeting('2026-11-26'), undefined],
  ['bookings', 'confirmed', meeting(today), 'Check in'],
  ['bookings', 'confirmed', meeting('2026-11-24'), 'Record whether they came'],
  ['bookings', 'checked-in', meeting(today), 'Complete'],
  ['bookings', 'under-review', reviewed('no-show'), 'Decide the review'],
]

const stepOf = (id: string, state: string, more: Partial<Case>) => {
  const service = services.find((one) => one.id === id)
  return service && nextStep(service.workflow, { ...plain, ...more, service: id, team: id, state }, today)
}

describe('What comes next', () => {
  it.each(table)('in %s, while a case is %s, is the step that an officer would take', (id, state, more, label) => {
    expect(stepOf(id, state, more)?.label).toBe(label)
  })

  it('is told of every open state that a service has, and of no state that is over', () => {
    const every = services.flatMap(({ id, workflow }) =>
      Object.entries(workflow.states).flatMap(([state, one]) => (one.open ? [`${id}: ${state}`] : [])),
    )
    expect(new Set(table.map(([id, state]) => `${id}: ${state}`))).toEqual(new Set(every))
    expect(stepOf('housing', 'active', open)).toBeUndefined()
  })
})
