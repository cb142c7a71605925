// Saved views: kept from the worklist that is open, and deleted on a page of their own.
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { endView, saveView, seeViews, viewNeeds } from '#usecases/team/saved-views.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { viewsAt } from '#web/show/staff/work/views-page.ts'
import { hrefFor, viewQueryOf } from '#web/show/staff/worklist-page.ts'
import { around, type DeskVisit } from '../visit.ts'
import { listIn } from '../worklist.ts'

export const showViews = async (visit: DeskVisit): Promise<Reply> => {
  const views = await seeViews(visit.desk, visit.user)
  const serviceOf = (team: string): string => visit.desk.services.find((one) => one.team === team)?.name ?? team
  return html(staffPages.views({ around: around(visit), views, serviceOf }))
}

// The filters come from the list's own address; what no list has is left out.
export const showSaveView = (visit: DeskVisit): Reply => saveReply(visit, visit.request.query, {}, [])

export const takeSaveView = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const query = viewQueryOf(listIn(request.posted))
  const saved = await saveView(desk, { user, typed: request.posted, query })
  return saved.ok
    ? seeOther(hrefFor(listIn(request.posted), {}))
    : saveReply(visit, request.posted, request.posted, saved.error)
}

const saveReply = (visit: DeskVisit, list: Typed, typed: Typed, problems: readonly Problem[]): Reply => {
  const wanted = listIn(list)
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the list', href: hrefFor(wanted, {}) } }),
      title: 'Keep this list',
      words: ['The list is kept with its filters and its order. It always shows the cases as they are.'],
      ...{ needs: viewNeeds(visit.desk, visit.user), typed, problems, hidden: viewQueryOf(wanted) },
      ...{ action: `${viewsAt}/new`, button: 'Keep it', cancel: hrefFor(wanted, {}) },
    }),
  )
}

export const takeEndView = async (visit: DeskVisit): Promise<Reply> => {
  const done = await endView(visit.desk, { user: visit.user, id: one(visit.request.posted, 'view') })
  if (!done.ok && done.error === 'not-there') throw new BadRequest(404)
  return seeOther(viewsAt)
}
