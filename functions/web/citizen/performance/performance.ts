// The public performance pages and their open data. What draws them is loaded here, when it is asked for.
import type { Service } from '#services/service.ts'
import { sealedMonths } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import type { Visit } from '../visit.ts'

const drawn = () => import('#web/show/measures/pages.ts')

export const showPerformance = async ({ counter }: Visit): Promise<Reply> =>
  html((await drawn()).performancePage(counter.services))

export const showServicePerformance = async (visit: Visit): Promise<Reply> => {
  const service = serviceIn(visit, visit.request.pathValues.service)
  return html((await drawn()).servicePerformancePage(service, await sealedMonths(visit.counter, service.id)))
}

export const giveData = async (visit: Visit): Promise<Reply> => {
  const [, name, kind] = /^([a-z]+)\.(csv)$/.exec(visit.request.pathValues.file ?? '') ?? []
  const service = serviceIn(visit, name)
  const { csvOf, rowsOf } = await import('#domain/measures/published/open-data.ts')
  const months = await sealedMonths(visit.counter, service.id)
  return {
    status: 200,
    headers: { 'content-type': `text/${kind}; charset=utf-8` },
    body: csvOf(rowsOf(service.id, months)),
  }
}

const serviceIn = ({ counter }: Visit, id: string | undefined): Service => {
  const service = counter.services.find((one) => one.id === id)
  if (service === undefined) throw new BadRequest(404)
  return service
}
