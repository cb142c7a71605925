// The next step of a case, whoever takes it.
import type { Day } from '../../day.ts'
import type { Case } from '../case.ts'
import { type Action, isFor, type Workflow } from '../workflow.ts'
import type { Lead } from './leads.ts'

export type NextStep = {
  // "Propose a band"
  readonly label: string
  readonly actions: readonly Action[]
  readonly on: 'tasks' | 'documents'
}

// Undefined where nothing is for staff to do now.
export const nextStep = (workflow: Workflow, subject: Case, today: Day): NextStep | undefined => {
  const leads = workflow.leads[subject.state] ?? []
  return leads.flatMap((lead) => stepOf(workflow, lead, subject, today))[0]
}

const stepOf = ({ actions }: Workflow, lead: Lead, subject: Case, today: Day): readonly NextStep[] => {
  if (lead.when?.(subject, today) === false) return []
  const these = actions.filter((action) => lead.actions.includes(action.id) && isFor(action, subject, today))
  const [first] = these
  const label = lead.words ?? first?.label
  return label === undefined || first === undefined ? [] : [{ label, actions: these, on: lead.on ?? 'tasks' }]
}
