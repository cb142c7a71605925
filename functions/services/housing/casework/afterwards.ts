// How a housing application is refused, cancelled or withdrawn, and what can follow a decision (docs/rules/housing.md, "Workflow" and
// "Reviews"). One officer alone refuses nobody: one proposes, and another decides.
import type { Action, State } from '#domain/cases/workflow.ts'
import { longText } from '#domain/forms/ask.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { askReviewActions, correctAction, decideReview, reopenAction, withdrawActions } from '../../afterwards.ts'
import { asProposed, proposes } from '../../proposing.ts'
import { reviewPackOn } from '../rules/reviews.ts'
import { bandUpheld, tells, upheld } from './outcomes.ts'

const officers = ['housing-officer', 'team-manager'] as const
const manager = ['team-manager'] as const

// Working days. Council to confirm.
const lookAgainDays = 10

const toldReason = longText('Reason', {
  most: 2000,
  rows: 6,
  missing: 'Enter the reason',
  toldTo: 'applicant',
  hint: 'They can ask for a review.',
  for: 'officer',
})

export const afterwardsStates: Readonly<Record<string, State>> = {
  refusing: {
    label: 'For approval: does not qualify',
    forApplicant: 'Your application has been assessed. A senior officer is looking at the decision.',
    open: true,
    tag: 'purple',
  },
  // What was asked for can still be answered, until somebody decides.
  cancelling: {
    label: 'For approval: cancel',
    forApplicant:
      'A senior officer is looking at whether to cancel your application. Tell us now if you still want it.',
    open: true,
    tag: 'purple',
    waiting: true,
  },
  'not-qualifying': {
    label: 'Not qualifying',
    forApplicant: 'You do not qualify for the housing register.',
    open: false,
    tag: 'red',
  },
  cancelled: { label: 'Cancelled', forApplicant: 'Your application is cancelled.', open: false, tag: 'grey' },
  withdrawn: {
    label: 'Withdrawn',
    forApplicant: 'You have withdrawn your application. You can apply again at any time.',
    open: false,
    tag: 'grey',
  },
  'under-review': {
    label: 'Review asked for',
    forApplicant:
      'Somebody who had no part in the decision is looking at it again. If you are on the register, you stay on it.',
    open: true,
    tag: 'orange',
  },
  upheld: {
    label: 'Decision stands after a review',
    forApplicant: 'We have reviewed the decision, and it stands.',
    open: false,
    tag: 'red',
  },
}

const refusal = 'You do not qualify for the housing register'
const cancellation = 'Your application is cancelled'

const adverseActions: readonly Action[] = [
  {
    id: 'propose-refusal',
    label: 'Propose that they do not qualify',
    history: 'proposed that the applicant does not qualify',
    from: ['checking', 'assessed', 'reassessment'],
    to: 'refusing',
    who: officers,
    needs: { reason: toldReason },
    weighs: true,
    sets: proposes('refuse'),
  },
  {
    id: 'refuse',
    label: 'Decide that they do not qualify',
    history: 'decided that the applicant does not qualify',
    from: ['refusing'],
    to: 'not-qualifying',
    who: manager,
    notBy: 'propose-refusal',
    needs: { reason: toldReason },
    weighs: true,
    starts: asProposed('refuse'),
    sets: tells('not-qualifying', refusal),
    text: 'not-qualifying',
    adverse: true,
  },
  {
    id: 'propose-cancel',
    label: 'Propose to cancel the application',
    history: 'proposed to cancel the application',
    from: ['submitted', 'checking', 'more-info'],
    to: 'cancelling',
    who: officers,
    needs: { reason: toldReason },
    sets: proposes('cancel'),
  },
  {
    id: 'cancel',
    label: 'Cancel the application',
    history: 'cancelled the application',
    from: ['cancelling'],
    to: 'cancelled',
    who: manager,
    notBy: 'propose-cancel',
    needs: { reason: toldReason },
    weighs: true,
    starts: asProposed('cancel'),
    sets: tells('cancelled', cancellation),
    text: 'cancelled',
    adverse: true,
  },
]

// Everybody who had a part in what is reviewed.
const parts = [
  ...['assess', 'approve', 'no-change', 'propose-refusal', 'refuse', 'propose-cancel', 'cancel'],
  ...['award', 'award-exceptional', 'reduce', 'restore-date'],
]

const refused = ['not-qualifying', 'cancelled']

const reviewActions: readonly Action[] = [
  ...askReviewActions({
    officers,
    from: ['active', ...refused],
    decideDays: (today) => reviewPackOn(today).decideDays.value,
  }),
  decideReview({
    id: 'uphold',
    label: 'Confirm the decision',
    history: 'reviewed the decision and confirmed it',
    ...{ to: 'upheld', is: 'upheld', of: refused, notByAny: parts, sets: upheld },
  }),
  decideReview({
    id: 'overturn',
    label: 'Change the decision',
    history: 'reviewed the decision and changed it',
    ...{ to: 'checking', is: 'changed', of: refused, notByAny: parts, sets: dueAgain },
  }),
  decideReview({
    id: 'uphold-band',
    label: 'Confirm the band and date',
    history: 'reviewed the band and date and confirmed them',
    ...{ to: 'active', is: 'upheld', of: ['active'], notByAny: parts, sets: bandUpheld },
  }),
  decideReview({
    id: 'overturn-band',
    label: 'Have the band or date decided again',
    history: 'reviewed the band and date and had them decided again',
    ...{ to: 'reassessment', is: 'changed', of: ['active'], notByAny: parts, sets: dueAgain },
  }),
]

function dueAgain(_typed: unknown, _subject: unknown, today: string) {
  return { dueOn: addWorkingDays(today, lookAgainDays) }
}

export const afterwardsActions: readonly Action[] = [
  ...adverseActions,
  ...reviewActions,
  ...withdrawActions({
    officers,
    from: [
      ...['submitted', 'checking', 'more-info', 'assessed', 'refusing', 'cancelling'],
      ...['reassessment', 'active', 'under-review'],
    ],
  }),
  reopenAction({
    officers: manager,
    from: ['not-qualifying', 'cancelled', 'withdrawn', 'upheld'],
    to: 'checking',
    dueOn: (today) => addWorkingDays(today, lookAgainDays),
  }),
  correctAction({ officers: manager, from: ['active', 'not-qualifying', 'cancelled', 'upheld'] }),
]
