// What somebody is to do on cases. What it is stands on the case: a list shows nothing that was told in confidence.
import type { TaskOnCase } from '#domain/cases/task.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { StoppedHook } from '#usecases/sharing/see-hooks.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { dueTag } from './case-row.ts'
import { hookStoppedWords, webhooksAt } from './webhooks-page.ts'

export type MyTasksPage = {
  readonly around: StaffAround
  readonly tasks: readonly TaskOnCase[]
  readonly today: Day
  // Programs that are told nothing more.
  readonly stopped?: readonly StoppedHook[]
}

export const myTasksPage = ({ around, tasks, today, stopped = [] }: MyTasksPage): string => {
  const title = 'Your tasks'
  return staffPage(
    'my-tasks',
    around,
    { title },
    {
      ...{ title, tasks: tasks.map((one) => taskRow(one, today)), stopped: stopped.map(stoppedRow) },
    },
  )
}

const stoppedRow = ({ name, stopped, stoppedAs }: StoppedHook): Variables => ({
  ...{ name: onOneLine(name), href: webhooksAt },
  words: `${hookStoppedWords[stoppedAs]} since ${moment(stopped)}.`,
})

const fromWords: Readonly<Record<TaskOnCase['task']['from'], string>> = {
  mention: 'Named in a note',
  staff: 'Task',
  emergency: 'Opened in an emergency',
  action: 'Task',
  letter: 'A letter came back',
}

const taskRow = ({ task, subject }: TaskOnCase, today: Day): Variables => ({
  reference: subject.reference,
  title: onOneLine(subject.title),
  href: `/cases/${encodeURIComponent(subject.reference)}/tasks`,
  by: onOneLine(task.by),
  from: fromWords[task.from],
  whose: task.for.is === 'person' ? 'You' : 'Your team',
  due: inWords(task.due),
  tag: dueTag(task.due, today),
})
