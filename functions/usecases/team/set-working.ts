// Who is at work in a team: everybody sets their own leave, a manager that of anybody, who covers, and what share of turns they take.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import {
  type Colleague,
  type Leave,
  type Share,
  shareNames,
  type Team,
  type Working,
} from '#domain/cases/desk/turns.ts'
import type { Day } from '#domain/day.ts'
import { choice, count, date } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { AuditEntry } from '../ports/staff.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'
import type { TeamStore } from '../ports/team.ts'

export type TeamPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly team: TeamStore
  readonly cases: Pick<CaseStore, 'lane'>
  readonly services: readonly Service[]
}

const seenMs = 90 * 86_400_000

// How many open cases somebody has; `more`: there are more than were read.
type Has = { readonly open: number; readonly more: boolean }
export type SeenTeam = Team & { readonly team: string; readonly runs: boolean; readonly has: ReadonlyMap<string, Has> }

const most = 100

/** The teams that a person works in: who works there, and how many cases each of them has. */
export const seeTeams = ({ services, ...ports }: TeamPorts, user: Staff): Promise<readonly SeenTeam[]> =>
  Promise.all(
    [...new Set(services.map(({ team }) => team))]
      .filter((team) => can(user, 'work-in', { team }))
      .map(async (team) => {
        const whole = await teamOf(ports, team)
        const has = await Promise.all(
          whole.people.map(async ({ person }): Promise<[string, Has]> => {
            const { cases, upTo } = await ports.cases.lane({ of: { is: 'mine', userId: person.id }, most })
            return [person.id, { open: cases.length, more: upTo !== undefined }]
          }),
        )
        return { ...whole, team, runs: can(user, 'run-team', { team }), has: new Map(has) }
      }),
  )

const teamOf = ({ team, clock }: Pick<TeamPorts, 'team' | 'clock'>, name: string): Promise<Team> =>
  team.of(name, clock.now() - seenMs)

export type Whose = {
  readonly user: Staff
  readonly team: string
  // Whose leave it is: an id.
  readonly of: string
}

type Found = { readonly colleague: Colleague; readonly needs: Readonly<Record<string, Question>> }

/** Undefined where it is nobody whose leave this person may set. */
export const workingOf = async (
  ports: Pick<TeamPorts, 'team' | 'clock'>,
  { user, team, of }: Whose,
): Promise<Found | undefined> => {
  const runs = can(user, 'run-team', { team })
  if (!runs && (of !== user.id || !can(user, 'work-in', { team }))) return undefined
  const { people } = await teamOf(ports, team)
  const colleague = people.find(({ person }) => person.id === of)
  return colleague && { colleague, needs: needsOf(people, of, runs) }
}

const nobody = 'nobody'

const needsOf = (people: readonly Colleague[], of: string, runs: boolean): Found['needs'] => ({
  from: date('First day away', { optional: true, for: 'officer' }),
  until: date('Last day away', { optional: true, for: 'officer' }),
  cover: choice(
    'Select who covers',
    {
      [nobody]: {
        label: 'Nobody in particular',
        hint: 'Their cases are given in turn. Where cases are not given in turn, they are left with no one, for the team to take.',
      },
      ...Object.fromEntries(
        people
          .filter(({ person }) => person.id !== of)
          .map(({ person }) => [`person-${person.id}`, { label: person.name }]),
      ),
    },
    { label: 'Who covers what cannot wait', optional: true, for: 'officer' },
  ),
  ...(runs ? managerNeeds : {}),
})

const shareWords: Readonly<Record<Share, string>> = { full: 'Whole turns', half: 'Half of them', none: 'None' }

const managerNeeds: Found['needs'] = {
  share: choice('Select how many turns they take', shareWords, {
    label: 'New cases given in turn',
    optional: true,
    for: 'officer',
  }),
  limit: count('Most cases at once', {
    optional: true,
    least: 1,
    most: 500,
    hint: 'They get none by turn while they have so many',
    for: 'officer',
  }),
}

/** What the form starts from. */
export const typedOf = ({ working: { leave, share, limit } }: Colleague): Typed => ({
  ...dayTyped('from', leave?.from),
  ...dayTyped('until', leave?.until),
  cover: [leave?.cover === undefined ? nobody : `person-${leave.cover.id}`],
  share: [share ?? 'full'],
  ...(limit === undefined ? {} : { limit: [String(limit)] }),
})

const dayTyped = (id: string, day: Day | undefined): Typed => {
  if (day === undefined) return {}
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${id}-day`]: [date], [`${id}-month`]: [month], [`${id}-year`]: [year] }
}

export const setWorking = async (
  ports: Omit<TeamPorts, 'cases' | 'services'>,
  given: Whose & { readonly typed: Typed; readonly version: number },
): Promise<Result<null, 'not-you' | 'changed-elsewhere' | readonly Problem[]>> => {
  const found = await workingOf(ports, given)
  if (found === undefined) return no('not-you')
  const at = ports.clock.now()
  const today = londonDay(at)
  const { needs, colleague } = found
  const problems = Object.entries(needs).flatMap(([id, question]) => problemsOf(given.typed, id, question, today))
  if (problems.length > 0) return no(problems)
  const said = saidIn(given.typed, needs, today)
  const wrong = daysWrong(said, today)
  if (wrong.length > 0) return no(wrong)
  if (colleague.working.version !== given.version) return no('changed-elsewhere')
  const cover = (await teamOf(ports, given.team)).people.find(
    ({ person }) => `person-${person.id}` === said.cover,
  )?.person
  const entry = { id: ports.ids.ordered(at), at, by: given.user.id, did: 'set-leave', allowed: true, on: given.of }
  return ports.team.setWorking(given.team, given.of, workingFrom(said, colleague.working, cover), entry)
}

type Said = {
  readonly from: Day | undefined
  readonly until: Day | undefined
  readonly cover: string
  // Undefined where they were not asked.
  readonly share: Share | undefined
  readonly limit: number | undefined
  readonly runs: boolean
}

const saidIn = (typed: Typed, needs: Found['needs'], today: Day): Said => {
  const answer = (id: string): unknown => {
    const question = needs[id]
    return question === undefined ? undefined : answerOf(typed, id, question, today)
  }
  const day = (id: string): Day | undefined => {
    const said = answer(id)
    return typeof said === 'string' && said !== '' ? said : undefined
  }
  const limit = answer('limit')
  return {
    ...{ from: day('from'), until: day('until'), cover: one(typed, 'cover'), runs: needs.share !== undefined },
    share: shareNames.find((share) => share === one(typed, 'share')),
    limit: typeof limit === 'number' ? limit : undefined,
  }
}

const daysWrong = ({ from, until }: Said, today: Day): readonly Problem[] => {
  if (from === undefined && until === undefined) return []
  if (from === undefined) return [{ field: 'from', words: 'Enter the first day away' }]
  if (until === undefined) return [{ field: 'until', words: 'Enter the last day away' }]
  if (until < from) return [{ field: 'until', words: 'Last day away must be the same as or after the first day away' }]
  return until < today ? [{ field: 'until', words: 'Last day away must be today or in the future' }] : []
}

const workingFrom = ({ from, until, share, limit, runs }: Said, before: Working, cover: Staff | undefined): Working => {
  const named = cover === undefined ? {} : { cover: { id: cover.id, name: cover.name } }
  const leave: Leave | undefined = from === undefined || until === undefined ? undefined : { from, until, ...named }
  const turns = runs ? { share, limit } : before
  return {
    version: before.version + 1,
    ...(leave === undefined ? {} : { leave }),
    ...(turns.share === undefined || turns.share === 'full' ? {} : { share: turns.share }),
    ...(turns.limit === undefined ? {} : { limit: turns.limit }),
  }
}

/** New cases of a team are given in turn from now on, or only taken. */
export const setInTurn = async (
  { clock, ids, team: store }: Omit<TeamPorts, 'cases' | 'services'>,
  { user, team, on }: { readonly user: Staff; readonly team: string; readonly on: boolean },
): Promise<Result<null, 'not-you'>> => {
  if (!can(user, 'run-team', { team })) return no('not-you')
  const at = clock.now()
  const entry: AuditEntry = {
    ...{ id: ids.ordered(at), at, by: user.id, did: on ? 'turns-on' : 'turns-off', allowed: true, on: team },
  }
  await store.setInTurn(team, on, entry)
  return ok(null)
}
