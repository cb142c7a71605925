// What happens to a planning application (docs/rules/planning.md, "Workflow"). The reviewer is not the assessor.
import type { Workflow } from '#domain/cases/workflow.ts'
import { choices, date, longText } from '#domain/forms/ask.ts'
import { one } from '#domain/forms/kind.ts'
import { checkActions, sayingSo } from '../../checking.ts'
import { proposes } from '../../proposing.ts'
import { afterwardsActions, afterwardsStates } from './afterwards.ts'
import { beforeFee, feeActions } from './fee-received.ts'
import { leads } from './leads.ts'
import { decides } from './outcomes.ts'
import { ownActions } from './own-actions.ts'
import { asRecommended, fitsDecision, reasonsProposed, recommendation } from './recommending.ts'
import { beforeReceipt, reasonForDate, startsClock, tooEarly } from './statutory-dates.ts'
import { gatewayActions } from './workflow-gateway.ts'
import { statutoryActions } from './workflow-statutory.ts'

const officers = ['planning-officer', 'team-manager'] as const
const reason = longText('Reason', { most: 2000, missing: 'Enter the reason', for: 'officer' })
const toldReason = { ...reason, toldTo: 'applicant' } as const

const validQuestions = {
  validOn: date('Date valid', {
    must: 'past',
    withinYears: 1,
    missing: 'Enter the date it became valid',
    hint: 'The day the last item needed was received. After 5pm, the next working day.',
    for: 'CLOCK',
  }),
  reason: longText('Reason for another date', {
    most: 1000,
    optional: true,
    missing: 'Enter why you changed the date that was proposed',
    hint: 'Only if you change the date that was proposed',
    for: 'CLOCK',
  }),
}

export const planningWorkflow: Workflow = {
  start: 'pending',
  leads,
  counts: {
    outcomes: ['granted', 'refused'],
    undoes: [],
    confirms: [],
    asks: ['invalidate', 'document-refused'],
    reassesses: [],
  },
  states: {
    pending: {
      label: 'New',
      forApplicant: 'We have your application. We will check that it is complete.',
      open: true,
      tag: 'blue',
    },
    validating: {
      label: 'Validating',
      forApplicant: 'We are checking that your application is complete.',
      open: true,
      tag: 'light-blue',
    },
    invalid: {
      label: 'Invalid, waiting for applicant',
      forApplicant: 'Your application is not complete. We need something from you before we can start.',
      open: true,
      tag: 'yellow',
      waiting: true,
    },
    assessing: {
      label: 'In assessment',
      forApplicant: 'Your application is valid. An officer is assessing it.',
      open: true,
      tag: 'light-blue',
    },
    review: {
      label: 'In review',
      forApplicant: 'A recommendation on your application is being reviewed.',
      open: true,
      tag: 'purple',
    },
    committee: {
      label: 'Going to committee',
      forApplicant: 'A planning committee will decide your application. We tell you when and where it meets.',
      open: true,
      tag: 'purple',
    },
    granted: {
      label: 'Granted',
      forApplicant: 'Planning permission is granted. Read the conditions before you start.',
      open: false,
      tag: 'green',
    },
    refused: {
      label: 'Refused',
      forApplicant: 'Planning permission is refused.',
      open: false,
      tag: 'red',
    },
    ...afterwardsStates,
  },
  actions: [
    {
      id: 'start-validating',
      label: 'Start validating',
      history: 'started validating the application',
      from: ['pending'],
      to: 'validating',
      who: officers,
    },
    {
      id: 'validate',
      label: 'Make valid',
      history: 'made the application valid',
      from: ['validating'],
      to: 'assessing',
      who: officers,
      needs: validQuestions,
      asks: sayingSo(validQuestions),
      weighs: true,
      checks: (typed, subject, today) => [
        ...beforeReceipt(typed, subject, today),
        ...beforeFee(typed, subject, today),
        ...reasonForDate(typed, subject, today),
      ],
      sets: startsClock,
      text: 'valid',
    },
    {
      id: 'invalidate',
      label: 'Ask for what is missing',
      history: 'asked the applicant for what is missing',
      from: ['validating'],
      to: 'invalid',
      who: officers,
      needs: {
        pages: choices(
          'Select what you need again',
          {
            documents: 'Documents',
            boundary: 'The site boundary',
            ownership: 'Ownership and certificates',
            proposal: 'The proposal',
            building: 'Measurements',
          },
          { label: 'Answers to ask for again', for: 'officer' },
        ),
        message: longText('What is missing and why', {
          most: 1000,
          missing: 'Enter what is missing and why',
          for: 'officer',
        }),
      },
      text: 'more-information',
      does: 'ask-for-more',
    },
    {
      id: 'document-refused',
      label: 'Ask for a document again',
      history: 'could not accept a document and asked for it again',
      from: ['pending', 'validating'],
      to: 'invalid',
      who: ['system'],
      text: 'document-refused',
      does: 'ask-for-more',
    },
    {
      id: 'answers-in',
      label: 'Take the answers',
      history: 'sent what was asked for',
      from: ['invalid', 'returning'],
      to: 'validating',
      who: ['applicant', 'system'],
      does: 'take-answers',
    },
    {
      id: 'recommend',
      label: 'Recommend a decision',
      history: 'recommended a decision',
      from: ['assessing'],
      to: 'review',
      who: ['planning-officer', 'team-manager'],
      needs: recommendation,
      checks: fitsDecision,
      weighs: true,
      sets: (typed, subject, today, actor) =>
        proposes(one(typed, 'decision') === 'refuse' ? 'refuse' : 'grant')(typed, subject, today, actor),
    },
    ...ownActions,
    ...feeActions,
    ...statutoryActions,
    ...checkActions({ officers, from: ['validating', 'assessing', 'review'] }),
    ...gatewayActions,
    {
      id: 'challenge',
      label: 'Send back to the officer',
      history: 'sent the recommendation back',
      from: ['review'],
      to: 'assessing',
      who: ['team-manager'],
      needs: { reason },
    },
    {
      id: 'grant',
      label: 'Grant permission',
      history: 'granted planning permission',
      from: ['review', 'committee'],
      to: 'granted',
      who: ['team-manager'],
      notBy: 'recommend',
      weighs: true,
      checks: (typed, subject, today) => [...tooEarly(typed, subject, today), ...asRecommended(typed, subject)],
      sets: decides('granted', 'Planning permission is granted'),
      text: 'decision',
    },
    {
      id: 'refuse',
      label: 'Refuse permission',
      history: 'refused planning permission',
      from: ['review', 'committee'],
      to: 'refused',
      who: ['team-manager'],
      notBy: 'recommend',
      needs: { reason: toldReason },
      weighs: true,
      starts: reasonsProposed,
      checks: tooEarly,
      sets: decides('refused', 'Planning permission is refused'),
      text: 'decision',
      adverse: true,
    },
    ...afterwardsActions,
  ],
}
