// How a planning application is returned or withdrawn, and what can follow a decision (docs/rules/planning.md, "Workflow" and "Appeals").
// The council does not review its own decision: the Planning Inspectorate does, and a court can send it back.
import type { Action, State } from '#domain/cases/workflow.ts'
import { addDays } from '#domain/day.ts'
import { date, longText, text } from '#domain/forms/ask.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { askReviewActions, correctAction, decideReview, reopenAction, withdrawActions } from '../../afterwards.ts'
import { asProposed, proposes } from '../../proposing.ts'
import { appealEnded, returns, returnUpheld } from './outcomes.ts'

const officers = ['planning-officer', 'team-manager'] as const
const manager = ['team-manager'] as const

// Council to confirm.
const reviewDays = 28
const lookAgainDays = 10

const toldReason = longText('Reason', {
  most: 2000,
  rows: 6,
  missing: 'Enter the reason',
  toldTo: 'applicant',
  for: 'officer',
})

export const afterwardsStates: Readonly<Record<string, State>> = {
  // What was asked for can still be sent, until somebody decides.
  returning: {
    label: 'For approval: return',
    forApplicant: 'Your application is not complete, and we may return it. You can still send what is missing.',
    open: true,
    tag: 'purple',
    waiting: true,
  },
  returned: {
    label: 'Returned',
    forApplicant: 'Your application was returned because it was not complete.',
    open: false,
    tag: 'grey',
  },
  withdrawn: { label: 'Withdrawn', forApplicant: 'Your application is withdrawn.', open: false, tag: 'grey' },
  'under-review': {
    label: 'Review asked for',
    forApplicant: 'Somebody who had no part in returning your application is looking at it again.',
    open: true,
    tag: 'orange',
  },
  upheld: {
    label: 'Return stands after a review',
    forApplicant: 'We have looked at it again. Your application stays returned.',
    open: false,
    tag: 'grey',
  },
  appeal: {
    label: 'Appeal',
    forApplicant: 'The Planning Inspectorate has your appeal. They decide it, and tell you.',
    open: true,
    tag: 'orange',
  },
  'appeal-allowed': {
    label: 'Allowed on appeal',
    forApplicant: 'Your appeal was allowed. Read the decision of the Planning Inspectorate before you start.',
    open: false,
    tag: 'green',
  },
  'appeal-dismissed': {
    label: 'Dismissed on appeal',
    forApplicant: 'Your appeal was dismissed. The decision stands.',
    open: false,
    tag: 'red',
  },
}

const returning: readonly Action[] = [
  {
    id: 'propose-return',
    label: 'Propose to return the application',
    history: 'proposed to return the application',
    from: ['invalid'],
    to: 'returning',
    who: officers,
    needs: { reason: toldReason },
    sets: proposes('return'),
  },
  {
    id: 'keep-waiting',
    label: 'Do not return it yet',
    history: 'decided not to return the application yet',
    from: ['returning'],
    to: 'invalid',
    who: manager,
    needs: { reason: { ...toldReason, hint: 'For the officer who proposed it' } },
  },
  {
    id: 'return',
    label: 'Return the application',
    history: 'returned the application',
    from: ['returning'],
    to: 'returned',
    who: manager,
    notBy: 'propose-return',
    needs: { reason: toldReason },
    weighs: true,
    starts: asProposed('return'),
    sets: returns,
    text: 'decision',
    adverse: true,
  },
]

const parts = ['propose-return', 'return']

const reviewActions: readonly Action[] = [
  ...askReviewActions({ officers, from: ['returned'], decideDays: () => reviewDays }),
  decideReview({
    id: 'uphold',
    label: 'Confirm the return',
    history: 'reviewed the return of the application and confirmed it',
    ...{ to: 'upheld', is: 'upheld', of: ['returned'], notByAny: parts, sets: returnUpheld },
  }),
  decideReview({
    id: 'overturn',
    label: 'Take the application back',
    history: 'reviewed the return of the application and took it back',
    ...{ to: 'validating', is: 'changed', of: ['returned'], notByAny: parts, sets: dueAgain },
  }),
]

function dueAgain(_typed: unknown, _subject: unknown, today: string) {
  return { dueOn: addWorkingDays(today, lookAgainDays) }
}

const appealReasons = { reason: { ...toldReason, label: 'What the Inspectorate decided, and why' } }

const appealActions: readonly Action[] = [
  {
    id: 'record-appeal',
    label: 'Record an appeal',
    history: 'recorded that the applicant appealed',
    from: ['granted', 'refused'],
    to: 'appeal',
    who: officers,
    needs: {
      appealedOn: date('Date of the appeal', {
        must: 'past',
        withinYears: 1,
        missing: 'Enter the date of the appeal',
        for: 'APPEAL',
      }),
      appealReference: text('Reference of the Planning Inspectorate', {
        missing: 'Enter the reference of the Planning Inspectorate',
        for: 'APPEAL',
      }),
    },
    sets: (_typed, _subject, today) => ({ dueOn: addDays(today, 7 * 26) }),
  },
  {
    id: 'appeal-allowed',
    label: 'Record that the appeal was allowed',
    history: 'recorded that the appeal was allowed',
    from: ['appeal'],
    to: 'appeal-allowed',
    who: officers,
    needs: appealReasons,
    sets: appealEnded('appeal-allowed', 'Your appeal was allowed'),
    text: 'decision',
  },
  {
    id: 'appeal-dismissed',
    label: 'Record that the appeal was dismissed',
    history: 'recorded that the appeal was dismissed',
    from: ['appeal'],
    to: 'appeal-dismissed',
    who: officers,
    needs: appealReasons,
    sets: appealEnded('appeal-dismissed', 'Your appeal was dismissed'),
    text: 'decision',
  },
  {
    // A decision that was issued binds the council too: only a court takes it away.
    id: 'quashed',
    label: 'Decide again after a court order',
    history: 'opened the application again, as a court quashed the decision',
    from: ['granted', 'refused', 'appeal-allowed', 'appeal-dismissed'],
    to: 'assessing',
    who: manager,
    needs: { reason: { ...toldReason, label: 'The order of the court and its date' } },
    sets: dueAgain,
    text: 'reopened',
  },
]

export const afterwardsActions: readonly Action[] = [
  ...returning,
  ...reviewActions,
  ...appealActions,
  ...withdrawActions({
    officers,
    from: ['pending', 'validating', 'invalid', 'returning', 'assessing', 'review', 'committee', 'under-review'],
  }),
  reopenAction({
    officers: manager,
    from: ['returned', 'withdrawn', 'upheld'],
    to: 'validating',
    dueOn: (today) => addWorkingDays(today, lookAgainDays),
  }),
  correctAction({ officers: manager, from: ['granted', 'refused', 'returned', 'upheld'] }),
]
