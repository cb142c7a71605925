// The same on many cases at once: what is asked, the trial, and what became of each.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { BulkDeed } from '#domain/cases/desk/bulk.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { answerOf, keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { desksOf } from '#usecases/booking/day-sheet.ts'
import { type BulkOf, planBulk } from '#usecases/team/plan-bulk.ts'
import { runBulk, seeBulk, undoBulk } from '#usecases/team/run-bulk.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { bulkLine } from '#web/show/staff/work/bulk-page.ts'
import { record } from '../serve.ts'
import { around, type DeskVisit } from '../visit.ts'

const bulkAt = '/many'
const nobody = 'nobody'

export const showNewBulk = (visit: DeskVisit): Promise<Reply> => newReply(visit, { typed: {}, problems: [] })

export const takeNewBulk = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const needs = await needsFor(visit)
  const typed = keepFields(request.posted, needs)
  const problems = problemsIn(visit, needs, typed)
  if (problems.length > 0) return newReply(visit, { typed, problems })
  const people = await peopleOf(visit)
  const given = { team: one(typed, 'team'), of: chosenIn(visit, needs, typed), deed: deedIn(typed, people), user }
  const planned = await planBulk(desk, given)
  if (planned.ok) return seeOther(`${bulkAt}/${planned.value.id}`)
  return newReply(visit, { typed, problems: [{ field: 'which', words: whyNot[planned.error] }] })
}

const whyNot = {
  'not-you': 'You do not manage this team',
  none: 'There is no such case',
  'too-many': 'There are more than 500 such cases. Choose fewer',
} as const

export const showBulk = async (visit: DeskVisit): Promise<Reply> => {
  const seen = await seeBulk(visit.desk, { user: visit.user, id: visit.request.pathValues.bulk ?? '' })
  if (seen === undefined) throw new BadRequest(404)
  const back = { text: 'Do the same on many cases', href: bulkAt }
  return html(
    staffPages.bulk({
      ...{ around: around(visit, { back }), ...seen, at: `${bulkAt}/${seen.bulk.id}` },
      ...{ userId: visit.user.id, now: visit.desk.clock.now() },
    }),
  )
}

export const takeBulk = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const id = request.pathValues.bulk ?? ''
  const undo = one(request.posted, 'do') === 'undo'
  if ((await seeBulk(desk, { user, id })) === undefined) throw new BadRequest(404)
  await record(visit, `${undo ? 'undo' : 'start'}-bulk-${id}`, true)
  await (undo ? undoBulk : runBulk)(desk, { user, id })
  return seeOther(`${bulkAt}/${id}`)
}

const teamsIn = ({ desk, user }: DeskVisit) => desk.services.filter(({ team }) => can(user, 'run-team', { team }))

const daysMs = 90 * 86_400_000

const peopleOf = async (visit: DeskVisit): Promise<readonly Staff[]> => {
  const since = visit.desk.clock.now() - daysMs
  const teams = await Promise.all(teamsIn(visit).map(({ team }) => visit.desk.team.of(team, since)))
  const people = teams.flatMap((team) => team.people.map(({ person }) => person))
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

type Needs = Readonly<Record<string, Question>>

const needsFor = async (visit: DeskVisit): Promise<Needs> => {
  const people = Object.fromEntries((await peopleOf(visit)).map(({ id, name }) => [id, name]))
  const places = Object.fromEntries([...desksOf(visit.desk.services, visit.user)].map(([id, { name }]) => [id, name]))
  const teams = Object.fromEntries(teamsIn(visit).map(({ team, name }) => [team, name]))
  return {
    team: choice('Select a team', teams, { label: 'Of which team?' }),
    ...whichNeeds(people, places),
    ...whatNeeds(people),
  }
}

type Named = Readonly<Record<string, string>>

const whichNeeds = (people: Named, places: Named): Needs => {
  const open = { nobody: 'Open cases that nobody has', of: 'Open cases that somebody has' }
  const hint = 'For open cases that somebody has'
  const from = choice('Select who has them', people, { label: 'Who has them?', hint, optional: true })
  if (Object.keys(places).length === 0)
    return { which: choice('Select which cases', open, { label: 'Which cases?' }), from }
  const which = { ...open, day: 'Everybody who is to come to a place on a day' }
  const coming = 'For those who are to come on a day'
  return {
    which: choice('Select which cases', which, { label: 'Which cases?' }),
    from,
    place: choice('Select a place', places, { label: 'Which place?', hint: coming, optional: true }),
    day: date('Which day?', { optional: true }),
  }
}

const whatNeeds = (people: Named): Needs => {
  const deeds = { give: 'Give each case to somebody', tell: 'Write each applicant a message' }
  const getters = { [nobody]: 'No one', ...people }
  return {
    what: choice('Select what is to be done', deeds, { label: 'What is to be done?' }),
    to: choice('Select who gets them', getters, { label: 'Who gets them?', hint: 'If you give them', optional: true }),
    words: longText('Message', {
      hint: 'If you write to them. Each is told by text or email that there is a message, and reads it after a code.',
      ...{ optional: true, most: 1000 },
    }),
  }
}

const problemsIn = (visit: DeskVisit, needs: Needs, typed: Typed): readonly Problem[] => {
  const today = londonDay(visit.desk.clock.now())
  const wrong = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  const empty = (field: string, words: string): readonly Problem[] =>
    one(typed, field).trim() === '' ? [{ field, words }] : []
  const [which, what] = [one(typed, 'which'), one(typed, 'what')]
  return [
    ...wrong,
    ...(which === 'of' ? empty('from', 'Select who has them') : []),
    ...(which === 'day' ? empty('place', 'Select a place') : []),
    ...(which === 'day' && dayIn(visit, needs, typed) === undefined ? [{ field: 'day', words: 'Enter the day' }] : []),
    ...(what === 'give' ? empty('to', 'Select who gets them') : []),
    ...(what === 'tell' ? empty('words', 'Enter the message') : []),
  ]
}

const dayIn = ({ desk }: DeskVisit, { day }: Needs, typed: Typed): string | undefined => {
  const answer = day === undefined ? undefined : answerOf(typed, 'day', day, londonDay(desk.clock.now()))
  return typeof answer === 'string' && answer !== '' ? answer : undefined
}

const chosenIn = (visit: DeskVisit, needs: Needs, typed: Typed): BulkOf => {
  switch (one(typed, 'which')) {
    case 'of':
      return { is: 'of', id: one(typed, 'from') }
    case 'day':
      return { is: 'day', place: one(typed, 'place'), day: dayIn(visit, needs, typed) ?? '' }
    default:
      return { is: 'nobodys' }
  }
}

const deedIn = (typed: Typed, people: readonly Staff[]): BulkDeed => {
  if (one(typed, 'what') === 'tell') return { is: 'tell', words: one(typed, 'words') }
  const to = people.find(({ id }) => id === one(typed, 'to'))
  return to === undefined ? { is: 'give' } : { is: 'give', to: { id: to.id, name: to.name } }
}

const newReply = async (
  visit: DeskVisit,
  said: { readonly typed: Typed; readonly problems: readonly Problem[] },
): Promise<Reply> => {
  const lately = await latelyIn(visit)
  return html(
    staffPages.form({
      around: around(visit),
      title: 'Do the same on many cases',
      ...(lately.length === 0 ? {} : { lately: { title: 'Lately in your teams', links: lately } }),
      words: ['First you see what would happen on each case, and what it costs. Nothing is done before you start it.'],
      ...{ needs: await needsFor(visit), ...said, action: bulkAt, button: 'See what would happen', cancel: '/cases' },
    }),
  )
}

const mostLately = 5

const latelyIn = async (visit: DeskVisit) => {
  const teams = [...new Set(teamsIn(visit).map(({ team }) => team))]
  const found = await Promise.all(teams.map((team) => visit.desk.bulk.lately(team, mostLately)))
  return found.flat().map((bulk) => ({ text: bulkLine(bulk), href: `${bulkAt}/${bulk.id}` }))
}
