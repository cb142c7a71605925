// Versions of a timetable: what each changed, who is without cover by it, and going back.
import { londonDay } from '#domain/london.ts'
import { neverPublished } from '#domain/slots/elements.ts'
import { changeDraft, draftBackTo } from '#usecases/booking/rota/draft.ts'
import { isPending, markRest, uncoveredIn, withdraw } from '#usecases/booking/rota/publish.ts'
import type { RotaEdition } from '#usecases/ports/timetables.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { record } from '../serve.ts'
import { around } from '../visit.ts'
import { inRota, type RotaVisit, rotaAt, runningRota } from './rota-visit.ts'

export const showVersions = inRota(async (visit) => {
  const { desk, rota, runs } = visit
  const editions = await desk.holds.timetables.editions(rota.service.id)
  const at = rotaAt(rota.service)
  const toRota = { back: { text: 'Back to the timetable', href: at } }
  return html(staffPages.rotaVersions({ around: around(visit, toRota), at, editions, runs }))
})

export const showVersion = inRota(async (visit) => {
  const { desk, rota, runs } = visit
  const edition = await editionIn(visit)
  const at = rotaAt(rota.service)
  const toAll = { back: { text: 'Back to all versions', href: `${at}/versions` } }
  return html(
    staffPages.rotaVersion({
      ...{ around: around(visit, toAll), at, base: rota.base, edition, runs },
      pending: isPending(edition, rota.published, londonDay(desk.clock.now())),
      newest: edition.version === rota.published.version,
      uncovered: await uncoveredIn(desk, rota, edition),
    }),
  )
})

const editionIn = async ({ desk, rota, request }: RotaVisit): Promise<RotaEdition> => {
  const editions = await desk.holds.timetables.editions(rota.service.id)
  const edition = editions.find(({ version }) => String(version) === request.pathValues.version)
  if (edition === undefined) throw new BadRequest(404)
  return edition
}

// Into a draft, which is looked at and published as any other. Version 0 is the first timetable.
export const takeBack = runningRota(async (visit) => {
  const { desk, rota, request, user } = visit
  const to = request.pathValues.version === '0' ? neverPublished : (await editionIn(visit)).published
  const done = await changeDraft(desk, rota, user, draftBackTo(desk, rota, to))
  return seeOther(done.ok ? `${rotaAt(rota.service)}/draft` : `${rotaAt(rota.service)}?quicker=1`)
})

export const takeWithdraw = runningRota(async (visit) => {
  const { desk, rota, user } = visit
  const edition = await editionIn(visit)
  if (!isPending(edition, rota.published, londonDay(desk.clock.now()))) throw new BadRequest(404)
  return afterwards(visit, await withdraw(desk, rota, user, edition))
})

const afterwards = ({ rota }: RotaVisit, done: Awaited<ReturnType<typeof withdraw>>): Reply => {
  const at = rotaAt(rota.service)
  if (!done.ok || done.value.is === 'asked') return seeOther(`${at}?quicker=1`)
  return seeOther(`${at}/versions/${done.value.version}`)
}

// It stopped half way: the days that it changes are marked, those that are again.
export const takeRestOf = runningRota(async (visit) => {
  const { desk, rota } = visit
  const edition = await editionIn(visit)
  await markRest(desk, rota, edition)
  await record(visit, `end-timetable-${edition.version}`, true)
  return seeOther(`${rotaAt(rota.service)}/versions/${edition.version}`)
})
