// Who is at work in a team: leave and cover, and whether new cases are given in turn.
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { seeTeams, setInTurn, setWorking, typedOf, type Whose, workingOf } from '#usecases/team/set-working.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { teamAt, workingAt } from '#web/show/staff/work/team-page.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showTeam = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const teams = await seeTeams(desk, user)
  const serviceOf = (team: string): string => desk.services.find((one) => one.team === team)?.name ?? team
  const today = londonDay(desk.clock.now())
  return html(staffPages.team({ around: around(visit), teams, serviceOf, today, userId: user.id }))
}

export const takeTurns = async ({ desk, request, user }: DeskVisit): Promise<Reply> => {
  const team = request.pathValues.team ?? ''
  const done = await setInTurn(desk, { user, team, on: one(request.posted, 'do') === 'on' })
  if (!done.ok) throw new BadRequest(404)
  return seeOther(teamAt)
}

export const showWorking = (visit: DeskVisit): Promise<Reply> => workingReply(visit, { problems: [] })

export const takeWorking = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request } = visit
  const whose = whoseIn(visit)
  const found = await workingOf(desk, whose)
  if (found === undefined) throw new BadRequest(404)
  const typed = keepFields(request.posted, found.needs)
  const version = Number(one(request.posted, 'version'))
  const done = await setWorking(desk, { ...whose, typed, version })
  if (done.ok) return seeOther(teamAt)
  if (done.error === 'not-you') throw new BadRequest(404)
  return workingReply(visit, { typed, problems: done.error === 'changed-elsewhere' ? [changed] : done.error })
}

const changed: Problem = {
  field: 'from',
  words: 'Somebody changed this since you opened it. Check what you typed, then save it again',
}

const whoseIn = ({ request, user }: DeskVisit): Whose => ({
  user,
  team: request.pathValues.team ?? '',
  of: request.pathValues.person ?? '',
})

const none = 'Leave the dates empty if no leave is planned.'
const own = [
  'On these days no new case is given to you, and a case that cannot wait goes to whoever covers. When you are at work again, what is still open comes back to you.',
  none,
]
const theirs = [
  'On these days no new case is given to them, and a case that cannot wait goes to whoever covers. When they are at work again, what is still open comes back to them.',
  none,
]

type Said = { readonly typed?: Typed; readonly problems: readonly Problem[] }

// Somebody whose leave is not theirs to set is as one who is not there.
const workingReply = async (visit: DeskVisit, { typed, problems }: Said): Promise<Reply> => {
  const whose = whoseIn(visit)
  const found = await workingOf(visit.desk, whose)
  if (found === undefined) throw new BadRequest(404)
  const { colleague, needs } = found
  const { name } = colleague.person
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to who is at work', href: teamAt } }),
      ...(whose.of === visit.user.id
        ? { title: 'Your leave', words: own }
        : { title: `Leave of ${name}`, words: theirs }),
      ...{ needs, typed: typed ?? typedOf(colleague), problems, version: colleague.working.version },
      ...{ action: workingAt(whose.team, whose.of), button: 'Save', cancel: teamAt },
    }),
  )
}
