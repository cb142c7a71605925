// What every service's workflow has after a decision: the person takes back what they sent, or asks for a review in time; somebody who had no
// part in it decides that review; a closed case is opened again, and a decision with an error in it is told anew.
import type { Actor, Case, Role } from '#domain/cases/case.ts'
import { openReview, outcomeNow, type Right, rightIsOver, withOutcome } from '#domain/cases/outcome.ts'
import type { Sets, Setting } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { addDays, type Day, inWords } from '#domain/day.ts'
import { longText } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'

type Who = { readonly officers: readonly Role[] }

export type Withdrawing = Who & { readonly from: readonly string[] }

// `withdraw` is the person's own; the other is what staff do for whoever phones or writes.
export const withdrawActions = ({ officers, from }: Withdrawing): readonly Action[] => [
  {
    id: 'withdraw',
    label: 'Withdraw',
    history: 'withdrew the application',
    ...{ from, to: 'withdrawn', who: ['applicant'], text: 'withdrawn' },
  },
  {
    id: 'withdraw-for-them',
    label: 'Withdraw at the applicant’s request',
    history: 'withdrew the application at the applicant’s request',
    ...{ from, to: 'withdrawn', who: officers, text: 'withdrawal-noted' },
    needs: {
      reason: longText('How and when they asked', {
        most: 1000,
        rows: 3,
        missing: 'Enter how and when they asked',
        hint: 'For example, by phone on Monday, after their date of birth was checked.',
        for: 'officer',
      }),
    },
  },
]

export type Reviewing = Who & {
  readonly from: readonly string[]
  // Calendar days in which it is decided.
  readonly decideDays: (today: Day) => number
}

const why = longText('Why they think the decision is wrong', {
  most: 2000,
  missing: 'Enter why they think the decision is wrong',
  noun: 'Why the decision is wrong',
  for: 'review',
})

export const askReviewActions = (given: Reviewing): readonly Action[] => [
  {
    id: 'ask-review',
    label: 'Ask for a review',
    history: 'asked for a review of the decision',
    ...{ from: given.from, to: 'under-review', who: ['applicant'], text: 'review-asked' },
    needs: {
      why: { ...why, label: 'Why do you think the decision is wrong?', missing: 'Enter why you think it is wrong' },
    },
    when: mayBeReviewed,
    checks: inTime,
    sets: asks(given),
  },
  {
    id: 'ask-review-for-them',
    label: 'Record that they ask for a review',
    history: 'recorded that the applicant asked for a review of the decision',
    ...{ from: given.from, to: 'under-review', who: [...given.officers, 'customer-adviser'], text: 'review-noted' },
    needs: {
      why,
      late: longText('Why it is taken after the last day', {
        most: 1000,
        rows: 3,
        optional: true,
        hint: 'Only if the last day to ask has passed',
        for: 'review',
      }),
    },
    when: mayBeReviewed,
    checks: lateWithReason,
    sets: asks(given),
  },
]

// Decided before its last day was kept with it: it may be asked for.
function mayBeReviewed(subject: Case): boolean {
  const right = outcomeNow(subject)?.right
  return right === undefined || right.is === 'review'
}

const lastDay = (subject: Case, today: Day): Day | undefined => {
  const right = outcomeNow(subject)?.right
  return right !== undefined && rightIsOver(right, today) ? right.until : undefined
}

function inTime(_typed: Typed, subject: Case, today: Day): readonly Problem[] {
  const last = lastDay(subject, today)
  if (last === undefined) return []
  const words = `The last day to ask for a review was ${inWords(last)}. Phone us if you could not ask in time`
  return [{ field: 'why', words }]
}

function lateWithReason(typed: Typed, subject: Case, today: Day): readonly Problem[] {
  const last = lastDay(subject, today)
  if (last === undefined || one(typed, 'late') !== '') return []
  return [{ field: 'late', words: `The last day to ask was ${inWords(last)}. Enter why it is taken all the same` }]
}

const asks =
  ({ decideDays }: Pick<Reviewing, 'decideDays'>): Setting =>
  (typed, { reviews = [], state }, today) => {
    const decideBy = addDays(today, decideDays(today))
    const late = one(typed, 'late') === '' ? {} : { late: one(typed, 'late') }
    return {
      dueOn: decideBy,
      reviews: [...reviews, { askedOn: today, why: one(typed, 'why'), of: state, decideBy, ...late }],
    }
  }

export const reviewOf =
  (...states: readonly string[]) =>
  (subject: Case): boolean => {
    const open = openReview(subject)
    return open !== undefined && states.includes(open.of)
  }

export type Deciding = {
  readonly id: string
  readonly label: string
  readonly history: string
  readonly to: string
  readonly is: 'upheld' | 'changed'
  // What somebody had a part in who took one of these.
  readonly notByAny: readonly string[]
  // The states whose review it decides.
  readonly of: readonly string[]
  readonly sets?: Setting
}

export const reviewers = ['review-officer', 'team-manager'] as const

export const decideReview = ({ is, of, sets, ...row }: Deciding): Action => ({
  ...row,
  from: ['under-review'],
  who: reviewers,
  text: 'review-decided',
  weighs: true,
  needs: {
    reason: longText('Reasons', {
      most: 4000,
      rows: 8,
      missing: 'Enter the reasons',
      hint: 'The facts as they are today, what you read, and why.',
      toldTo: 'applicant',
      for: 'review',
    }),
  },
  when: reviewOf(...of),
  ...(is === 'upheld' ? { adverse: true } : {}),
  sets: (typed, subject, today, actor) => ({
    ...sets?.(typed, subject, today, actor),
    reviews: reviewDecided(subject, { is, on: today, by: actorName(actor), reasons: one(typed, 'reason') }),
  }),
})

const reviewDecided = (
  subject: Case,
  decided: NonNullable<ReturnType<typeof openReview>>['decided'],
): NonNullable<Case['reviews']> => {
  const { reviews = [] } = subject
  const open = openReview(subject)
  return reviews.map((review) => (review === open && decided !== undefined ? { ...review, decided } : review))
}

// After a review there is no second one (docs/rules/casework.md, "After a decision").
export const afterReview: Right = {
  is: 'complaint',
  words: [
    'This is the end of our own review. You can complain to the Local Government and Social Care Ombudsman: www.lgo.org.uk or 0300 061 0614.',
    'You can also ask a court to look at it. Get legal advice soon: a claim for judicial review must be made promptly, and within 3 months.',
  ],
}

type Reopening = Who & {
  readonly from: readonly string[]
  readonly to: string
  readonly dueOn: (today: Day) => Day
}

export const reopenAction = ({ officers, from, to, dueOn }: Reopening): Action => ({
  id: 'reopen',
  label: 'Open the case again',
  history: 'opened the case again',
  ...{ from, to, who: officers, text: 'reopened' },
  needs: {
    reason: longText('Reason', {
      most: 1000,
      missing: 'Enter the reason',
      toldTo: 'applicant',
      for: 'officer',
    }),
  },
  sets: (_typed, _subject, today) => ({ dueOn: dueOn(today) }),
})

// What was told had an error in it. What was decided stays: another decision is another action.
export const correctAction = ({ officers, from }: Withdrawing): Action => ({
  id: 'correct',
  label: 'Correct the decision as it was told',
  history: 'corrected an error in the decision as it was told',
  ...{ from, to: 'same', who: officers, text: 'corrected' },
  needs: {
    reasons: longText('The reasons as they should read', {
      most: 4000,
      rows: 8,
      missing: 'Enter the reasons as they should read',
      hint: 'It does not change what was decided.',
      toldTo: 'applicant',
      for: 'officer',
    }),
    reason: longText('What was wrong', {
      most: 1000,
      rows: 3,
      missing: 'Enter what was wrong',
      toldTo: 'applicant',
      for: 'officer',
    }),
  },
  when: (subject) => outcomeNow(subject) !== undefined,
  starts: (subject) => ({ reasons: [outcomeNow(subject)?.reasons.join('\n\n') ?? ''] }),
  sets: corrects,
})

// The right to a review or appeal runs from the decision itself, so its last day stays.
function corrects(typed: Typed, subject: Case, today: Day, actor: Actor): Sets {
  const now = outcomeNow(subject)
  if (now === undefined) return {}
  const { version, ...same } = now
  const reasons = one(typed, 'reasons').split(/\n{2,}/)
  const replaces = { version, why: one(typed, 'reason') }
  return { outcomes: withOutcome(subject, { ...same, reasons, replaces, by: actorName(actor), on: today }) }
}
