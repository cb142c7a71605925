// What an applicant sends of their own accord (docs/rules/housing.md, "Changes"). A band that was decided
// stands until an officer has looked.
import type { Action } from '#domain/cases/workflow.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { reassessmentDays } from './reassessment.ts'

const beforeDecision = ['submitted', 'checking', 'more-info']
const proposed = ['assessed', 'refusing', 'cancelling']
const onRegister = ['reassessment', 'active']
const refused = ['not-qualifying', 'cancelled', 'upheld']

export const ownActions: readonly Action[] = [
  {
    id: 'documents-sent',
    label: 'Take documents',
    history: 'sent documents',
    from: [...beforeDecision, ...proposed, ...onRegister, 'not-qualifying', 'under-review'],
    to: 'same',
    who: ['applicant'],
    tells: 'documents',
    does: 'take-documents',
  },
  {
    id: 'contact-changed',
    label: 'Take new contact details',
    history: 'changed how we contact them',
    from: [...beforeDecision, ...proposed, ...onRegister, ...refused, 'under-review'],
    to: 'same',
    who: ['applicant'],
    does: 'take-contact',
  },
  {
    id: 'change-told',
    label: 'Take a change',
    history: 'told us that something has changed',
    from: [...beforeDecision, 'reassessment'],
    to: 'same',
    who: ['applicant'],
    tells: 'change',
    does: 'take-change',
  },
  {
    // What waits for approval was proposed from other answers.
    id: 'change-told-late',
    label: 'Take a change before the decision',
    history: 'told us that something has changed, before it was decided',
    from: proposed,
    to: 'checking',
    who: ['applicant'],
    tells: 'change',
    does: 'take-change',
  },
  {
    id: 'change-on-register',
    label: 'Take a change from the register',
    history: 'told us that something has changed since they joined the register',
    from: ['active'],
    to: 'reassessment',
    who: ['applicant'],
    sets: (_typed, _subject, today) => ({ dueOn: addWorkingDays(today, reassessmentDays) }),
    tells: 'change',
    does: 'take-change',
  },
]
