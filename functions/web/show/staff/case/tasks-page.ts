// What is to be done on a case: the actions that can be taken, and what the rules propose, with their working.
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Variables } from '#web/template-runtime.ts'
import { assessmentShown } from '../../assessment.ts'
import { addressOf, type CaseFrame, framed } from './frame.ts'

// `asked`: how the form puts its questions, for the reasons of an assessment.
export type TasksPage = CaseFrame & { readonly asked?: AskedAs }

export const tasksPage = (given: TasksPage): string => {
  const at = addressOf(given.whole.subject)
  return framed('tasks', given, {
    actions: given.actions.map(({ id, label, adverse }) => ({
      label,
      href: `${at}/actions/${encodeURIComponent(id)}`,
      adverse,
    })),
    forOthers: given.forOthers?.map(({ label }) => label) ?? [],
    assessment: proposalOf(given, `${at}/rules`),
  })
}

const proposalOf = ({ whole, asked, maySeeSensitive }: TasksPage, each: string): Variables | undefined => {
  const shown = asked && assessmentShown(whole.subject, asked, maySeeSensitive)
  return shown && { ...shown, each }
}
