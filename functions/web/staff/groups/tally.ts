// The tally of a drop-in at a place: who is helped now, with what, and whether it is their first time. No names.
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { isHelpKind } from '#domain/slots/tally.ts'
import { ticksSessions } from '#usecases/booking/groups/sessions.ts'
import { press, seeTally, type TallyProblem } from '#usecases/booking/groups/tallying.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { workshopsAt } from '#web/show/staff/groups/session-pages.ts'
import { tallyAt } from '#web/show/staff/groups/tally-page.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { deskPlaceIn } from '../front-desk/day-sheet.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showTally = async (visit: DeskVisit): Promise<Reply> => tallyReply(visit, undefined)

const tallyReply = async (visit: DeskVisit, problem: TallyProblem | undefined): Promise<Reply> => {
  const { desk, user } = visit
  const { id, place } = tallyPlaceIn(visit)
  return html(
    staffPages.tally({
      around: around(visit, { back: { text: 'Back to workshops', href: workshopsAt } }),
      ...{ place, at: tallyAt(id), today: londonDay(desk.clock.now()), tally: await seeTally(desk, id) },
      counts: ticksSessions(desk.services, user).length > 0,
      ...(problem === undefined ? {} : { problem: problemWords[problem] }),
    }),
    problem === undefined ? 200 : 400,
  )
}

const problemWords: Readonly<Record<TallyProblem, string>> = {
  none: 'There is nobody to take back: the count is 0',
  'too-many': 'So many are counted today that no more can be',
  'changed-elsewhere': 'Somebody else counted at this moment. Press the button again',
}

export const takeTally = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const { id } = tallyPlaceIn(visit)
  if (ticksSessions(desk.services, user).length === 0) throw new BadRequest(403)
  const [kind = '', time = '', way = ''] = one(request.posted, 'do').split('.')
  if (!isHelpKind(kind)) throw new BadRequest(400)
  const done = await press(desk, user, { place: id, helped: { kind, first: time === 'first' }, undo: way === 'less' })
  return done.ok ? seeOther(tallyAt(id)) : tallyReply(visit, done.error)
}

// People come only to a place with rooms.
const tallyPlaceIn = (visit: DeskVisit): ReturnType<typeof deskPlaceIn> => {
  const found = deskPlaceIn(visit)
  if (!found.place.needsRoom) throw new BadRequest(404)
  return found
}
