// What programs of others were told.
import { one } from '#domain/forms/kind.ts'
import { seeHooks, tellAgain } from '#usecases/sharing/see-hooks.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { webhooksAt } from '../../show/staff/work/webhooks-page.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showWebhooks = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.webhooks({ around: around(visit), hooks: await seeHooks(visit.desk) }))

export const takeTellAgain = async (visit: DeskVisit): Promise<Reply> => {
  const { posted } = visit.request
  const told = await tellAgain(visit.desk, visit.user, { clientId: one(posted, 'client'), id: one(posted, 'event') })
  if (told === 'not-there') throw new BadRequest(404)
  // Under way already: the list says so.
  return seeOther(webhooksAt)
}
