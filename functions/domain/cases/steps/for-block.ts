// What a service can do for whoever is booked in time that was closed: none where it does not have the action.
import type { Action, Workflow } from '../workflow.ts'
import type { ForBlock } from './machinery.ts'

export const actionForBlock = ({ actions }: Workflow, wanted: ForBlock): Action | undefined =>
  actions.find(({ does }) => does === wanted)
