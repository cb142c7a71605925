// What is to be done on a case: tasks that somebody was given, the actions that can be taken, and what the rules propose, with their working.
import { openTasks, type Task } from '#domain/cases/task.ts'
import { inWords } from '#domain/day.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Variables } from '#web/template-runtime.ts'
import { assessmentShown } from '../../assessment.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { dueTag } from '../work/case-row.ts'
import { type CaseFrame, caseAddressOf, framed } from './frame.ts'

// `asked`: how the form puts its questions, for the reasons of an assessment.
export type TasksPage = CaseFrame & { readonly asked?: AskedAs }

export const tasksPage = (given: TasksPage): string => {
  const at = caseAddressOf(given.whole.subject)
  return framed('tasks', given, {
    actions: given.actions.map(({ id, label, adverse }) => ({
      label,
      href: `${at}/actions/${encodeURIComponent(id)}`,
      adverse,
    })),
    ...taskLists(given, at),
    forOthers: given.forOthers?.map(({ label }) => label) ?? [],
    assessment: proposalOf(given, `${at}/rules`),
  })
}

const taskLists = ({ whole: { tasks }, mayNote, today }: TasksPage, at: string): Variables => {
  const ended = tasks.filter(({ done }) => done !== undefined).toReversed()
  return {
    todo: openTasks(tasks).map((task) => ({
      ...taskShown(task),
      due: inWords(task.due),
      tag: dueTag(task.due, today),
      end: mayNote ? `${at}/tasks/${encodeURIComponent(task.id)}/done` : undefined,
    })),
    ended: ended.map((task) => ({ ...taskShown(task), done: doneWords(task) })),
    endedWords: ended.length === 1 ? '1 task that is done' : `${ended.length} tasks that are done`,
    addTask: mayNote ? `${at}/tasks/add` : undefined,
  }
}

const taskShown = (task: Task): Variables => ({
  lines: task.what.split(/\r?\n/),
  whose: task.for.is === 'person' ? onOneLine(task.for.name) : 'anybody in the team',
  by: onOneLine(task.by),
  when: moment(task.at),
  mustEnd: task.mustEnd === true,
})

const doneWords = ({ done }: Task): string =>
  done === undefined ? '' : `Done by ${onOneLine(done.by)}, ${moment(done.at)}`

const proposalOf = ({ whole, asked, maySeeSensitive }: TasksPage, each: string): Variables | undefined => {
  const shown = asked && assessmentShown(whole.subject, asked, maySeeSensitive)
  return shown && { ...shown, each }
}
