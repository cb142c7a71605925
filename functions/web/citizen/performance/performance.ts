// The public performance pages and their open data. What draws them is loaded here, when it is asked for.

import { standingEntries } from '#domain/measures/books/book.ts'
import { errorsAround, newestChanges } from '#domain/measures/books/changes.ts'
import { costOver } from '#domain/measures/books/costs.ts'
import { monthStatusOf } from '#domain/measures/months.ts'
import { council } from '#services/council.ts'
import type { Service } from '#services/service.ts'
import { seeIndicators } from '#usecases/measures/see-indicators.ts'
import { baselineMonths, sealedMonths } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { feedbackOn } from '../feedback/about-page.ts'
import type { Visit } from '../visit.ts'

const drawn = () => import('#web/show/measures/pages.ts')

export const showPerformance = async ({ counter, request }: Visit): Promise<Reply> => {
  const { performancePage } = await drawn()
  return html(performancePage(counter.services, await seeIndicators(counter), feedbackOn(counter, request.path)))
}

export const showHowWeCount = async (): Promise<Reply> => html((await drawn()).howWeCountPage())

export const showIndicator = async ({ counter, request }: Visit): Promise<Reply> => {
  const [found] = await seeIndicators(counter, request.pathValues.code ?? '')
  if (found === undefined) throw new BadRequest(404)
  return html((await drawn()).indicatorPage(found))
}

export const showWhatWeChanged = async ({ counter }: Visit): Promise<Reply> => {
  const all = newestChanges(standingEntries(await counter.books.all('changes')))
  const changed = await Promise.all(
    all.map(async (one) => {
      const service = one.page.split('/')[1] ?? ''
      const errors = errorsAround(one, await sealedMonths(counter, service, 24))
      return { ...one, ...(errors === undefined ? {} : { errors }) }
    }),
  )
  return html((await drawn()).whatWeChangedPage(changed))
}

export const showServicePerformance = async (visit: Visit): Promise<Reply> => {
  const { counter, request } = visit
  const service = serviceIn(visit, request.pathValues.service)
  const [seen, costs] = await Promise.all([seenOf(visit, service), counter.books.all('costs')])
  const { months } = seen
  const cost = costOver(standingEntries(costs), service.id, months.at(-1)?.month ?? '', months)
  return html((await drawn()).servicePerformancePage(service, seen, cost))
}

export const showSection = async (visit: Visit): Promise<Reply> => {
  const service = serviceIn(visit, visit.request.pathValues.service)
  const { section = '' } = visit.request.pathValues
  const [{ sectionPerformancePage }, { isSection }] = await Promise.all([
    drawn(),
    import('#web/show/measures/sections.ts'),
  ])
  if (!isSection(section)) throw new BadRequest(404)
  return html(sectionPerformancePage(service, section, await seenOf(visit, service)))
}

const seenOf = async ({ counter }: Visit, { id }: Service) => {
  const [months, baseline] = await Promise.all([sealedMonths(counter, id), baselineMonths(counter, id)])
  return { months, baseline }
}

export const giveData = async (visit: Visit): Promise<Reply> => {
  const file = visit.request.pathValues.file ?? ''
  if (file === 'datapackage.json') return described(visit)
  const dated = /^([a-z]+)-(20\d\d-\d\d)-(p|f|r\d{1,2})(\.csv|\.csv-metadata\.json)$/.exec(file)
  if (dated !== null) return giveDated(visit, dated)
  const [, name, kind = ''] = /^([a-z]+)(\.csv|\.csv-metadata\.json|\.json)$/.exec(file) ?? []
  const service = serviceIn(visit, name)
  const { csvOf, rowsOf } = await import('#domain/measures/published/open-data.ts')
  const months = await sealedMonths(visit.counter, service.id)
  const rows = rowsOf(service.id, months)
  if (kind === '.csv') return given('text/csv', csvOf(rows))
  if (kind === '.json') return given('application/json', JSON.stringify(rows))
  const { csvMetadata } = await import('#domain/measures/published/descriptors.ts')
  return given('application/csvm+json', JSON.stringify(csvMetadata(aboutOf(service)), null, 2))
}

// As it was made then, by the rules of then: never made anew.
const giveDated = async (visit: Visit, [, name, month, edition, kind]: RegExpExecArray): Promise<Reply> => {
  const service = serviceIn(visit, name)
  const found = (await visit.counter.openFiles.of(service.id)).find(
    (one) => one.month === month && one.edition === edition,
  )
  if (found === undefined) throw new BadRequest(404)
  if (kind === '.csv') return given('text/csv', found.csv)
  const { csvMetadata } = await import('#domain/measures/published/descriptors.ts')
  const about = datedOf(service, found.month, found.edition)
  return given('application/csvm+json', JSON.stringify(csvMetadata(about), null, 2))
}

const datedOf = (service: Service, month: string, edition: string) => {
  const { id, title, publisher } = aboutOf(service)
  return { id: `${id}-${month}-${edition}`, title: `${title}, ${month}, ${monthStatusOf(edition)}`, publisher }
}

export const showFiles = async ({ counter }: Visit): Promise<Reply> => {
  const all = await Promise.all(
    counter.services.map(async (service) => ({ service, files: await counter.openFiles.of(service.id) })),
  )
  return html((await drawn()).filesPage(all))
}

const given = (type: string, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
})

const described = async ({ counter }: Visit): Promise<Reply> => {
  const { dataPackage } = await import('#domain/measures/published/descriptors.ts')
  const dated = await Promise.all(
    counter.services.map(async (service) =>
      (await counter.openFiles.of(service.id)).map(({ month, edition }) => datedOf(service, month, edition)),
    ),
  )
  return given(
    'application/json',
    JSON.stringify(dataPackage([...counter.services.map(aboutOf), ...dated.flat()]), null, 2),
  )
}

const aboutOf = ({ id, name }: Service) => ({ id, title: `How “${name}” is doing`, publisher: council.name })

const serviceIn = ({ counter }: Visit, id: string | undefined): Service => {
  const service = counter.services.find((one) => one.id === id)
  if (service === undefined) throw new BadRequest(404)
  return service
}
