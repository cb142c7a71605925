// What comes next on a complaint (docs/rules/casework.md, "What comes next").
import { outstanding } from '#domain/cases/desk/complaint.ts'
import type { Leads } from '#domain/cases/steps/leads.ts'

export const leads: Leads = {
  received: [
    { actions: ['not-accept'], when: ({ proposal }) => proposal?.action === 'not-accept' },
    { actions: ['acknowledge'] },
  ],
  'stage-1': [{ actions: ['answer', 'answer-and-remedy'], words: 'Answer it at stage 1' }],
  'stage-2': [{ actions: ['answer-2', 'answer-2-and-remedy'], words: 'Answer it at stage 2' }],
  ombudsman: [{ actions: ['ombudsman-decided', 'ombudsman-remedy'], words: 'Record what the ombudsman decided' }],
  remedy: [{ actions: ['tick-remedy'], when: (subject) => outstanding(subject).length > 0 }, { actions: ['close'] }],
}
