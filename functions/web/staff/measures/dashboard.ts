// The dashboards: which services there are, and how each does.
import type { Service } from '#services/service.ts'
import { monthsSoFar } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

// This month and the one before it.
export const showFunnel = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const months = (await monthsSoFar(visit.desk, service.id)).slice(-2)
  const back = { text: 'Back to measures', href: `${measuresAt}/${service.id}` }
  return html(staffPages.funnel({ around: around(visit, { back }), service, months }))
}

export const showMeasures = (visit: DeskVisit): Reply =>
  html(staffPages.measures({ around: around(visit), services: visit.desk.services }))

export const showServiceMeasures = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const months = await monthsSoFar(visit.desk, service.id)
  const back = { text: 'Back to measures', href: measuresAt }
  return html(staffPages.serviceMeasures({ around: around(visit, { back }), service, months }))
}

const serviceIn = ({ desk, request }: DeskVisit): Service => {
  const service = desk.services.find(({ id }) => id === request.pathValues.service)
  if (service === undefined) throw new BadRequest(404)
  return service
}
