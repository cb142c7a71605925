// What can follow an appointment (docs/rules/bookings.md, "Workflow"): what was agreed or noted is told, a customer who was there says so,
// and what was closed or written wrongly is put right.
import type { Actor, Case, Detail } from '#domain/cases/case.ts'
import { type Right, withOutcome } from '#domain/cases/outcome.ts'
import type { Sets, Setting } from '#domain/cases/steps/sets.ts'
import { type Action, actorName, type State } from '#domain/cases/workflow.ts'
import { addDays, type Day, inWords } from '#domain/day.ts'
import { one } from '#domain/forms/kind.ts'
import { afterReview, askReviewActions, correctAction, decideReview, reopenAction } from '../../afterwards.ts'

const staff = ['bookings-staff', 'team-manager'] as const

// Days. Council to confirm.
const askDays = 28
const decideDays = 10

export const afterwardsStates: Readonly<Record<string, State>> = {
  'under-review': {
    label: 'Review asked for',
    forApplicant: 'You told us that you did come. Somebody else is looking at it.',
    open: true,
    tag: 'orange',
  },
  upheld: {
    label: 'Did not come, confirmed',
    forApplicant: 'We looked at it again, and our note that you did not come stands. You can book another appointment.',
    open: false,
    tag: 'orange',
  },
}

type Said = {
  readonly state: string
  readonly title: string
  readonly reasons: readonly string[]
  readonly right?: Right
}

const told = (subject: Case, said: Said, today: Day, actor: Actor): Pick<Sets, 'outcomes'> => ({
  outcomes: withOutcome(subject, { rows: rowsOf(subject), ...said, on: today, by: actorName(actor) }),
})

const rowsOf = ({ appointment }: Case): readonly Detail[] =>
  appointment === undefined
    ? []
    : [{ question: 'Appointment', lines: [`${inWords(appointment.day)}, ${appointment.from}`] }]

export const agreed: Setting = (typed, subject, today, actor) => {
  const words = one(typed, 'outcome')
  return told(
    subject,
    { state: 'completed', title: 'Your appointment has taken place', reasons: words === '' ? [] : [words] },
    today,
    actor,
  )
}

export const noShow: Setting = (typed, subject, today, actor) => {
  const tried = one(typed, 'tried') === 'phoned' ? ['We phoned you, with no answer.'] : []
  const right: Right = {
    is: 'review',
    until: addDays(today, askDays),
    words: ['Tell us if you were there. Somebody else looks at it.'],
  }
  return told(subject, { state: 'no-show', title: 'You missed this appointment', reasons: tried, right }, today, actor)
}

const upheld: Setting = (typed, subject, today, actor) =>
  told(
    subject,
    {
      state: 'upheld',
      title: 'Our note stands after a review',
      reasons: [one(typed, 'reason')],
      right: afterReview,
    },
    today,
    actor,
  )

const putRight: Setting = (typed, subject, today, actor) =>
  told(
    subject,
    { state: 'completed', title: 'You came to your appointment', reasons: [one(typed, 'reason')] },
    today,
    actor,
  )

const parts = ['no-show']

export const afterwardsActions: readonly Action[] = [
  ...askReviewActions({ officers: staff, from: ['no-show'], decideDays: () => decideDays }),
  decideReview({
    id: 'uphold',
    label: 'Confirm that they did not come',
    history: 'reviewed the note that the customer did not come and confirmed it',
    ...{ to: 'upheld', is: 'upheld', of: ['no-show'], notByAny: parts, sets: upheld },
  }),
  decideReview({
    id: 'overturn',
    label: 'Note that they came',
    history: 'reviewed the note that the customer did not come and put it right',
    ...{ to: 'completed', is: 'changed', of: ['no-show'], notByAny: parts, sets: putRight },
  }),
  reopenAction({ officers: staff, from: ['completed'], to: 'checked-in', dueOn: (today) => today }),
  correctAction({ officers: staff, from: ['completed', 'no-show', 'upheld'] }),
]
