// A task on a case: given to somebody, and done.

import { keepFields } from '#domain/forms/fields/index.ts'
import { one } from '#domain/forms/kind.ts'
import { addTask, endTask, taskNeeds, whoMayDo } from '#usecases/casework/tasks.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { partAt } from '#web/show/staff/case/frame.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import type { FormPage } from '#web/show/staff/work/form-page.ts'
import { around, type CaseVisit, caseAt } from '../visit.ts'

type Said = Pick<FormPage, 'typed' | 'problems'>

export const showAddTask = (visit: CaseVisit): Promise<Reply> =>
  addReply(visit, { typed: visit.kept?.typed ?? {}, problems: [] })

export const takeAddTask = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const needs = taskNeeds(await whoMayDo(desk, whole.subject, user), user)
  const typed = keepFields(request.posted, needs)
  const added = await addTask(desk, { subject: whole.subject, user, typed, once: one(request.posted, '_csrf') })
  if (added.ok || added.error === 'not-you') return seeOther(partAt(whole.subject, 'tasks'))
  return addReply(visit, { typed, problems: added.error })
}

export const takeEndTask = async ({ desk, request, whole, user }: CaseVisit): Promise<Reply> => {
  const done = await endTask(desk, whole, user, request.pathValues.task ?? '')
  if (!done.ok && done.error === 'unknown-task') throw new BadRequest(404)
  return seeOther(partAt(whole.subject, 'tasks'))
}

const addReply = async (visit: CaseVisit, said: Said): Promise<Reply> => {
  const { desk, whole, user } = visit
  const { subject } = whole
  const back = partAt(subject, 'tasks')
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the tasks of this case', href: back } }),
      title: 'Add a task',
      caption: `${subject.title}, ${subject.reference}`,
      words: ['The applicant may ask to see it.'],
      needs: taskNeeds(await whoMayDo(desk, subject, user), user),
      ...said,
      ...{ action: `${caseAt(subject.reference)}/tasks/add`, button: 'Add task', cancel: back },
    }),
  )
}
