// What happens to a complaint (docs/rules/complaints.md, "Workflow"): it is acknowledged, answered, looked at again by somebody else where
// that is asked for, and goes to an ombudsman; what is promised is ticked, and what is learnt is a task.
import type { Workflow } from '#domain/cases/workflow.ts'
import { correctAction } from '../../afterwards.ts'
import { answerActions } from './answers.ts'
import { leads } from './leads.ts'
import { ombudsmanActions } from './ombudsman.ts'
import { puttingRight } from './putting-right.ts'
import { receivingActions } from './receiving.ts'
import { secondStage } from './second-stage.ts'
import { complaintStates } from './states.ts'
import { manager } from './who.ts'

export const complaintsWorkflow: Workflow = {
  start: 'received',
  leads,
  counts: {
    outcomes: ['answered', 'remedy', 'not-accepted'],
    undoes: [],
    confirms: [],
    asks: [],
    reassesses: [],
  },
  states: complaintStates,
  actions: [
    ...receivingActions,
    ...answerActions,
    ...secondStage,
    ...ombudsmanActions,
    ...puttingRight,
    correctAction({ officers: manager, from: ['answered', 'answered-2', 'remedy', 'closed', 'not-accepted'] }),
  ],
}
