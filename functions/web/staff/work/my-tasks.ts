// What somebody is to do on cases, their own tasks and their team's.
import { londonDay } from '#domain/london.ts'
import { seeTasks } from '#usecases/casework/tasks.ts'
import { stoppedHooks } from '#usecases/sharing/see-hooks.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showMyTasks = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const [tasks, stopped] = await Promise.all([seeTasks(desk, user), stoppedHooks(desk, user)])
  return html(staffPages.myTasks({ around: around(visit), tasks, stopped, today: londonDay(desk.clock.now()) }))
}
