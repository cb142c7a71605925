// What an applicant or agent sends of their own accord (docs/rules/planning.md, "Workflow").
import type { Action } from '#domain/cases/workflow.ts'

const undecided = ['pending', 'validating', 'invalid', 'returning', 'assessing', 'review', 'committee', 'under-review']

export const ownActions: readonly Action[] = [
  {
    id: 'documents-sent',
    label: 'Take plans and documents',
    history: 'sent plans or documents',
    from: undecided,
    to: 'same',
    who: ['applicant'],
    tells: 'documents',
    does: 'take-documents',
  },
  {
    id: 'contact-changed',
    label: 'Take new contact details',
    history: 'changed how we contact them',
    from: [...undecided, 'granted', 'refused', 'returned', 'upheld', 'appeal'],
    to: 'same',
    who: ['applicant'],
    does: 'take-contact',
  },
]
