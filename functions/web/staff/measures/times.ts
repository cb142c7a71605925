// What people asked for of a service that gives appointments, and how its time is used: for the manager of its team alone.
import { tableFile } from '#domain/audit/table-file.ts'
import type { Service } from '#services/service.ts'
import { monthsSoFar } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { isTimesPart, timesRows } from '../../show/staff/measures/times-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { seesTimes, serviceIn } from './dashboard.ts'

export const showTimesPart = async (visit: DeskVisit): Promise<Reply> => {
  const [service, { part = '' }] = [serviceOfManager(visit), visit.request.pathValues]
  if (!isTimesPart(part)) throw new BadRequest(404)
  const months = await monthsSoFar(visit.desk, service.id)
  const back = { back: { text: 'Back to the service', href: `${measuresAt}/${service.id}` } }
  return html(staffPages.measuresTimes({ around: around(visit, back), service, months, part, nameOf: nameIn(service) }))
}

export const getTimesFile = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceOfManager(visit)
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="times-${service.id}.csv"`,
    },
    body: tableFile(timesRows(await monthsSoFar(visit.desk, service.id))),
  }
}

const nameIn =
  ({ booking }: Service) =>
  (id: string): string =>
    booking?.timetable.places[id]?.name ?? booking?.timetable.types[id]?.name ?? id

// Nobody else is told that there is such a page.
const serviceOfManager = (visit: DeskVisit): Service => {
  const service = serviceIn(visit)
  if (!seesTimes(visit, service)) throw new BadRequest(404)
  return service
}
