// What happens to a housing application (docs/rules/housing.md, "Workflow"). Every move is guarded; no state is picked from a list.
import type { Workflow } from '#domain/cases/workflow.ts'
import { choices, longText } from '#domain/forms/ask.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { checkActions, sayingSo } from '../../checking.ts'
import { afterwardsActions, afterwardsStates } from './afterwards.ts'
import { awardActions } from './award-actions.ts'
import { evidenceActions } from './evidence-actions.ts'
import { leads } from './leads.ts'
import { bandKept } from './outcomes.ts'
import { ownActions } from './own-actions.ts'
import { placesAsProposed, proposesPlacing, restoreAction } from './placing-actions.ts'
import { proposeBandQuestions, reasonForChange } from './propose-band.ts'
import { reassessmentDays } from './reassessment.ts'
import { roomActions } from './room-actions.ts'
import { compareAction } from './same-person-actions.ts'

const officers = ['housing-officer', 'team-manager'] as const
const reason = longText('Reason', { most: 1000, missing: 'Enter the reason', for: 'officer' })
const changes = longText('What changed', { most: 2000, missing: 'Enter what changed', for: 'officer' })

export const housingWorkflow: Workflow = {
  start: 'submitted',
  leads,
  counts: {
    outcomes: ['active', 'not-qualifying'],
    undoes: [],
    confirms: ['approve'],
    asks: ['ask-for-more', 'ask-for-documents', 'document-refused'],
    reassesses: ['reassess'],
    // Whoever is looked at again stays on it meanwhile.
    register: { on: ['active', 'reassessment'], meanwhile: ['under-review'] },
  },
  states: {
    submitted: {
      label: 'New',
      forApplicant: 'We have your application. An officer will start checking it within 2 working days.',
      open: true,
      tag: 'blue',
    },
    checking: {
      label: 'Checking',
      forApplicant: 'An officer is checking your application and documents.',
      open: true,
      tag: 'light-blue',
    },
    'more-info': {
      label: 'Waiting for applicant',
      forApplicant: 'We need more information from you before we can go on.',
      open: true,
      tag: 'yellow',
      waiting: true,
    },
    assessed: {
      label: 'For approval',
      forApplicant: 'Your application has been assessed. A senior officer is confirming the decision.',
      open: true,
      tag: 'purple',
    },
    reassessment: {
      label: 'Reassessing',
      forApplicant: 'You are on the housing register. An officer is looking at something that has changed.',
      open: true,
      tag: 'light-blue',
    },
    active: {
      label: 'On the register',
      forApplicant: 'You are on the housing register.',
      open: false,
      goesOn: true,
      tag: 'green',
    },
    ...afterwardsStates,
  },
  actions: [
    {
      id: 'start-checking',
      label: 'Start checking',
      history: 'started checking the application',
      from: ['submitted'],
      to: 'checking',
      who: officers,
    },
    {
      id: 'ask-for-more',
      label: 'Ask for more information',
      history: 'asked for more information',
      from: ['submitted', 'checking', 'assessed'],
      to: 'more-info',
      who: officers,
      needs: {
        pages: choices(
          'Select the answers that you need again',
          {
            'about-you/name': 'Name',
            'current-home/bedrooms': 'Bedrooms',
            'money/savings': 'Savings',
            people: 'The people on the application',
            nationality: 'Nationality',
            'address-history': 'Address history',
            'local-connection': 'Connection to the area',
            homelessness: 'Homelessness',
            health: 'Health',
            documents: 'Documents',
          },
          { label: 'Answers to ask for again', for: 'officer' },
        ),
        message: longText('What you need and why', {
          most: 500,
          missing: 'Enter what you need and why',
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
      from: ['submitted', 'checking'],
      to: 'more-info',
      who: ['system'],
      text: 'document-refused',
      does: 'ask-for-more',
    },
    {
      id: 'answers-in',
      label: 'Take the answers',
      history: 'sent the information that was asked for',
      from: ['more-info', 'cancelling'],
      to: 'checking',
      who: ['applicant', 'system'],
      does: 'take-answers',
    },
    {
      id: 'answered-otherwise',
      label: 'Go on without waiting',
      history: 'went on without waiting for the applicant',
      from: ['more-info'],
      to: 'checking',
      who: officers,
      needs: { reason },
    },
    {
      id: 'assess',
      label: 'Propose a band',
      history: 'proposed a band',
      from: ['checking', 'reassessment'],
      to: 'assessed',
      who: officers,
      needs: proposeBandQuestions,
      asks: sayingSo(proposeBandQuestions),
      weighs: true,
      checks: reasonForChange,
      sets: proposesPlacing,
    },
    ...ownActions,
    ...awardActions,
    ...roomActions,
    ...evidenceActions,
    compareAction,
    ...checkActions({ officers, from: ['checking', 'more-info', 'assessed', 'reassessment'] }),
    restoreAction,
    {
      id: 'date-changed',
      label: 'Note what the date changed',
      history: 'worked the application out anew',
      from: ['submitted', 'checking', 'more-info', 'assessed', 'reassessment'],
      to: 'same',
      who: ['system'],
      needs: { changes },
    },
    {
      id: 'reassess',
      label: 'Assess again',
      history: 'started a new assessment',
      from: ['active'],
      to: 'reassessment',
      who: [...officers, 'system'],
      needs: { changes },
      sets: (_typed, _subject, today) => ({ dueOn: addWorkingDays(today, reassessmentDays) }),
      assesses: true,
    },
    {
      id: 'no-change',
      label: 'Keep the band',
      history: 'looked at what changed and kept the band',
      from: ['reassessment'],
      to: 'active',
      who: officers,
      needs: { reason },
      weighs: true,
      sets: bandKept,
      text: 'kept',
    },
    {
      id: 'send-back',
      label: 'Send back for checking',
      history: 'sent it back for checking',
      from: ['assessed', 'refusing', 'cancelling'],
      to: 'checking',
      who: ['team-manager'],
      needs: { reason },
    },
    {
      id: 'approve',
      label: 'Approve and add to the register',
      history: 'approved the application',
      from: ['assessed'],
      to: 'active',
      who: ['team-manager'],
      notBy: 'assess',
      weighs: true,
      sets: placesAsProposed,
      text: 'accepted',
    },
    ...afterwardsActions,
  ],
}
