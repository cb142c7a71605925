// What a member of staff says of themselves, so that their own cases are closed to them.
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { declaredKinds, declareOwn, ownNeeds } from '#usecases/casework/own-details.ts'
import { html, type Reply, seeOther } from '../http.ts'
import { ownDetailsAt } from '../show/staff/own-details-page.ts'
import { staffPages } from '../show/staff/pages.ts'
import { around, type DeskVisit } from './visit.ts'

export const showOwnDetails = (visit: DeskVisit): Promise<Reply> => ownReply(visit, {}, [])

export const takeOwnDetails = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const typed = keepFields(request.posted, ownNeeds)
  const done = await declareOwn(desk, { user, typed })
  return done.ok ? seeOther(ownDetailsAt) : ownReply(visit, typed, done.error)
}

const ownReply = async (visit: DeskVisit, typed: Typed, problems: readonly Problem[]): Promise<Reply> => {
  const declared = await declaredKinds(visit.desk, visit.user)
  return html(staffPages.ownDetails({ around: around(visit), needs: ownNeeds, typed, problems, declared }))
}
