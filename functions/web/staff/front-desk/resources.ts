// Rooms and what else appointments take, for whoever may close it or change it.
import { can } from '#domain/cases/access.ts'
import { isBookable } from '#services/service.ts'
import { closesFor } from '#usecases/booking/close-time.ts'
import { interpretersToConfirm, thingsOf } from '#usecases/booking/resources.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { rotaAt } from '../timetable/rota-visit.ts'
import { around, type DeskVisit } from '../visit.ts'

export const resourcesAt = '/resources'

export const showResources = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const services = desk.services.filter(isBookable).filter(({ team }) => can(user, 'work-in', { team }))
  if (services.length === 0) throw new BadRequest(403)
  const runs = closesFor(desk.services, user)
  const groups = await Promise.all(
    services.map(async (service) => ({
      service,
      things: await thingsOf(desk, service),
      interpreters: await interpretersToConfirm(desk, user, service),
      ...(runs.includes(service) ? { timetable: rotaAt(service) } : {}),
    })),
  )
  return html(
    staffPages.resources({
      around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
      groups,
    }),
  )
}
