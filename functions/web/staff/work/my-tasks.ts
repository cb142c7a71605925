// What somebody is to do on cases, their own tasks and their team's.
import { londonDay } from '#domain/london.ts'
import { seeTasks } from '#usecases/casework/tasks.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showMyTasks = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const tasks = await seeTasks(desk, user)
  return html(staffPages.myTasks({ around: around(visit), tasks, today: londonDay(desk.clock.now()) }))
}
