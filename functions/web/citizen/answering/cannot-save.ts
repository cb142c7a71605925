// While nothing may be saved, a form comes back with what was typed in it, to be sent again.
import { html, type Reply } from '#web/http.ts'
import { typedIn } from '#web/show/citizen/cannot-save-page.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { around, changing, type Visit } from '../visit.ts'
import { serviceAt } from '../where.ts'

export const cannotSave = (visit: Visit): Reply => {
  const { counter, request } = visit
  const service = serviceAt(counter.services, request.path)
  return lockedReply(
    pages.cannotSave({
      around: around(visit, service),
      action: request.path + (changing(request) ? '?change=1' : ''),
      fields: typedIn(request.posted),
      ...(service === undefined ? {} : { phone: service.start.phone }),
    }),
  )
}

// 423 and not 503: CloudFront puts its own page in the place of every 503 (infra/aws/parts/edge/front.ts), and what was typed would go with ours.
// Retry-After is in seconds.
export const lockedReply = (body: string): Reply => {
  const reply = html(body, 423)
  return { ...reply, headers: { ...reply.headers, 'retry-after': '300' } }
}
