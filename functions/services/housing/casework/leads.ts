// What comes next on a housing application (docs/rules/casework.md, "What comes next"): documents that came and what is to be checked go
// before a proposal, and a proposal before its decision.
import type { Case } from '#domain/cases/case.ts'
import { answerIsLate, type Lead, type Leads } from '#domain/cases/steps/leads.ts'

const came = ({ evidence = [] }: Case): boolean => evidence.some(({ state }) => state.is === 'received')

const beforeProposal = (documents: readonly string[]): readonly Lead[] => [
  { actions: ['compare'] },
  { actions: documents, words: 'Look at the documents', on: 'documents', when: came },
  { actions: ['check-off'] },
]

export const leads: Leads = {
  submitted: [{ actions: ['start-checking'] }],
  checking: [...beforeProposal(['accept-documents', 'refuse-document']), { actions: ['assess'] }],
  'more-info': [{ actions: ['answered-otherwise'], when: answerIsLate }],
  assessed: [{ actions: ['approve'] }],
  reassessment: [
    ...beforeProposal(['accept-documents']),
    { actions: ['assess', 'no-change'], words: 'Propose a band or keep it' },
  ],
  refusing: [{ actions: ['refuse'] }],
  cancelling: [{ actions: ['cancel'] }],
  'under-review': [{ actions: ['uphold', 'overturn', 'uphold-band', 'overturn-band'], words: 'Decide the review' }],
}
