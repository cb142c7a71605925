// The dashboards: which services there are, how each does, and the same measure of all of them.
import { can } from '#domain/cases/access.ts'
import { standingEntries } from '#domain/measures/books/book.ts'
import { costOver } from '#domain/measures/books/costs.ts'
import type { Service } from '#services/service.ts'
import { seeAges } from '#usecases/measures/see-ages.ts'
import { seeHealth } from '#usecases/measures/see-health.ts'
import { baselineMonths, monthsSoFar, type SeenMonth } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { isSection } from '../../show/measures/sections.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { pageIn } from '../../show/staff/measures/question-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

const back = { back: { text: 'Back to measures', href: measuresAt } }

// This month and the two before it: in its first days a month has hardly anybody, and the one before is not written yet.
const lately = 3

export const showFunnel = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const months = (await monthsSoFar(visit.desk, service.id)).slice(-lately)
  return html(staffPages.funnel({ around: around(visit, backTo(service)), service, months }))
}

export const showQuestion = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const { section = '', page: id = '' } = visit.request.pathValues
  const [key, page] = [`${section}/${id}`, pageIn(service.form, `${section}/${id}`)]
  if (page === undefined) throw new BadRequest(404)
  const months = (await monthsSoFar(visit.desk, service.id)).slice(-lately)
  const back = { back: { text: 'Back to where people leave', href: `${measuresAt}/${service.id}/funnel` } }
  return html(staffPages.questionFigures({ around: around(visit, back), service, key, page, months }))
}

export const showMeasures = (visit: DeskVisit): Reply =>
  html(staffPages.measures({ around: around(visit), services: visit.desk.services }))

export const showServiceMeasures = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const [seen, costs] = await Promise.all([seenOf(visit, service), visit.desk.books.all('costs')])
  const { months } = seen
  const last = months.filter(({ status }) => status !== 'now').at(-1)?.month ?? ''
  const cost = costOver(standingEntries(costs), service.id, last, months)
  return html(
    staffPages.serviceMeasures({
      around: around(visit, back),
      service,
      ...seen,
      cost,
      times: seesTimes(visit, service),
    }),
  )
}

export const showSection = async (visit: DeskVisit): Promise<Reply> => {
  const service = serviceIn(visit)
  const { section = '' } = visit.request.pathValues
  if (!isSection(section)) throw new BadRequest(404)
  const seen = await seenOf(visit, service)
  return html(staffPages.measuresSection({ around: around(visit, backTo(service)), service, ...seen, section }))
}

export const showCases = async (visit: DeskVisit): Promise<Reply> => {
  const all = await Promise.all(
    (await everyService(visit)).map(async ({ service, months }) => {
      const { states } = service.workflow
      const stateWords = Object.fromEntries(Object.entries(states).map(([id, { label }]) => [id, label]))
      return { service, months, stateWords, ...(await seeAges(visit.desk, service)) }
    }),
  )
  return html(staffPages.measuresCases({ around: around(visit, back), all }))
}

export const showTexts = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.measuresTexts({ around: around(visit, back), all: await everyService(visit) }))

export const showAutomation = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.measuresAutomation({ around: around(visit, back), all: await withStart(visit) }))

export const showHealth = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.measuresHealth({ around: around(visit, back), health: await seeHealth(visit.desk) }))

type OfService = { readonly service: Service; readonly months: readonly SeenMonth[] }

const everyService = ({ desk }: DeskVisit): Promise<readonly OfService[]> =>
  Promise.all(desk.services.map(async (service) => ({ service, months: await monthsSoFar(desk, service.id) })))

const seenOf = async ({ desk }: DeskVisit, { id }: Service) => {
  const [months, baseline] = await Promise.all([monthsSoFar(desk, id), baselineMonths(desk, id)])
  return { months, baseline }
}

const withStart = (visit: DeskVisit) =>
  Promise.all(visit.desk.services.map(async (service) => ({ service, ...(await seenOf(visit, service)) })))

const backTo = ({ id }: Service) => ({ back: { text: 'Back to the service', href: `${measuresAt}/${id}` } })

// The manager of a team that gives appointments.
export const seesTimes = ({ user }: DeskVisit, { team, booking }: Service): boolean =>
  booking !== undefined && can(user, 'run-team', { team })

export const serviceIn = ({ desk, request }: DeskVisit): Service => {
  const service = desk.services.find(({ id }) => id === request.pathValues.service)
  if (service === undefined) throw new BadRequest(404)
  return service
}
