// The cases whose time is over, for managers.
import { dueToErase } from '#usecases/running/due-to-erase.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showKeeping = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.keeping({ around: around(visit), due: await dueToErase(visit.desk, visit.user) }))
