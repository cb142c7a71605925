// A complaint comes in: it is acknowledged in the council's own words, or not accepted with reasons; the answer may need longer.
import type { Case } from '#domain/cases/case.ts'
import { complaintOf } from '#domain/cases/desk/complaint.ts'
import { type Right, withOutcome } from '#domain/cases/outcome.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import { date, longText, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { reopenAction, withdrawActions } from '../../afterwards.ts'
import { asProposed, proposes } from '../../proposing.ts'
import { acknowledgeBy, answerDue, countsFrom, extendedTo } from '../rules/clock.ts'
import { waysToOmbudsman } from '../rules/ombudsmen.ts'
import { ombudsmanOf } from './ombudsman-of.ts'
import { manager, officers } from './who.ts'

const acknowledge: Action = {
  id: 'acknowledge',
  label: 'Acknowledge',
  history: 'acknowledged the complaint',
  ...{ from: ['received'], to: 'stage-1', who: officers, text: 'acknowledged', notByPart: true },
  needs: {
    understood: longText('The complaint as you understand it', {
      most: 2000,
      rows: 6,
      missing: 'Enter the complaint as you understand it',
      hint: 'Each point, and what they want. Say which parts are not for us to answer.',
      toldTo: 'applicant',
      for: 'officer',
    }),
    concerns: text('Reference of the case that it is about', {
      most: 20,
      optional: true,
      reads: 'code',
      hint: 'Nobody who had a part in that case can answer. Leave blank if it is about no case.',
      for: 'officer',
    }),
  },
  starts: ({ concerns }) => (concerns === undefined ? {} : { concerns: [concerns.reference] }),
  sets: (typed, subject, today) => ({
    complaint: { ...complaintOf(subject), understood: one(typed, 'understood'), acknowledgedOn: today },
    dueOn: answerDue(1, countsFrom(londonDay(subject.openedAt), today)).value,
  }),
}

const whyNot = {
  reason: longText('Reason', {
    most: 2000,
    rows: 6,
    missing: 'Enter the reason',
    hint: 'For example, it is before a court, or it was answered before. Each complaint is looked at by itself.',
    toldTo: 'applicant',
    for: 'officer',
  }),
}

// Not looking into it is against the person: one proposes it, and a manager decides.
const notAccepted: readonly Action[] = [
  {
    id: 'propose-not-accept',
    label: 'Propose not to accept it as a complaint',
    history: 'proposed not to accept it as a complaint',
    ...{ from: ['received'], to: 'same', who: officers, notByPart: true, needs: whyNot },
    when: ({ proposal }) => proposal?.action !== 'not-accept',
    sets: proposes('not-accept'),
  },
  {
    id: 'not-accept',
    label: 'Decide not to accept it as a complaint',
    history: 'did not accept it as a complaint',
    ...{ from: ['received'], to: 'not-accepted', who: manager, text: 'not-accepted', adverse: true, notByPart: true },
    ...{ notBy: 'propose-not-accept', needs: whyNot, starts: asProposed('not-accept') },
    when: ({ proposal }) => proposal?.action === 'not-accept',
    sets: (typed, subject, today, actor) => ({
      outcomes: withOutcome(subject, {
        ...{ state: 'not-accepted', title: 'We cannot look into your complaint', rows: [], on: today },
        ...{ by: actorName(actor), reasons: [one(typed, 'reason')], right: ifNotAccepted(subject) },
      }),
    }),
  },
]

const ifNotAccepted = (subject: Case): Right => ({
  is: 'complaint',
  words: [
    'You can ask the ombudsman whether we are right not to look into it.',
    ...waysToOmbudsman(ombudsmanOf(subject)),
  ],
})

const until = date('New day to answer by', {
  must: 'future',
  missing: 'Enter the new day to answer by',
  for: 'officer',
})

const extend: Action = {
  id: 'extend',
  label: 'Take longer to answer',
  history: 'told that the answer takes longer',
  ...{ from: ['stage-1', 'stage-2'], to: 'same', who: officers, text: 'extended', notByPart: true, adverse: true },
  needs: {
    until,
    reason: longText('Why it takes longer', {
      ...{ most: 1000, rows: 3, missing: 'Enter why it takes longer', toldTo: 'applicant', for: 'officer' },
    }),
    further: longText('Why it needs more than the usual extra time', {
      ...{ most: 1000, rows: 3, optional: true, for: 'officer' },
      hint: 'Only for more than 10 working days at stage 1, or 20 at stage 2',
    }),
  },
  checks: (typed, subject, today) => lengthProblems(dayIn(typed, today), subject, one(typed, 'further')),
  sets: (typed, subject, today, actor) => {
    const day = dayIn(typed, today)
    const complaint = complaintOf(subject)
    const said = { on: today, by: actorName(actor), until: day ?? today, reason: one(typed, 'reason') }
    return {
      ...(day === undefined ? {} : { dueOn: day }),
      complaint: { ...complaint, extensions: [...(complaint.extensions ?? []), said] },
    }
  },
}

const dayIn = (typed: Typed, today: Day): Day | undefined => {
  const answer = answerOf(typed, 'until', until, today)
  return typeof answer === 'string' ? answer : undefined
}

const lengthProblems = (day: Day | undefined, subject: Case, further: string): readonly Problem[] => {
  const { dueOn } = subject
  if (day === undefined || dueOn === undefined) return []
  if (day <= dueOn) return [{ field: 'until', words: `New day to answer by must be after ${inWords(dueOn)}` }]
  const most = extendedTo(complaintOf(subject).stage, dueOn)
  if (day <= most || further !== '') return []
  return [{ field: 'further', words: `Enter why it needs longer than until ${inWords(most)}` }]
}

export const receivingActions: readonly Action[] = [
  acknowledge,
  ...notAccepted,
  extend,
  ...withdrawActions({ officers, from: ['received', 'stage-1', 'stage-2'] }).map((action) => ({
    ...action,
    history: action.history.replace('application', 'complaint'),
  })),
  reopenAction({
    officers: manager,
    from: ['not-accepted', 'withdrawn'],
    to: 'received',
    dueOn: (today) => acknowledgeBy(today).value,
  }),
]
