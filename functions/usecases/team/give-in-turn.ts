// Cases that wait with nobody, or with somebody who is away, go to who is at work (docs/rules/casework.md, "By turn"). Each is one
// conditional write: where somebody took the case meanwhile, it is theirs. Done twice it changes nothing the second time.
import { can } from '#domain/cases/access.ts'
import { type GivenTurn, passOn } from '#domain/cases/assignment.ts'
import { bucketOf } from '#domain/cases/buckets.ts'
import type { Case, ListedCase, Staff } from '#domain/cases/case.ts'
import { cannotWait, isAway, nextInTurn, type OfficersDesk, type Team } from '#domain/cases/desk/turns.ts'
import { type Day, inWords } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import type { Log } from '../ports/log.ts'
import { noneIfErased } from '../ports/seals.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'
import type { TeamStore } from '../ports/team.ts'

export type GivingPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly cases: Pick<CaseStore, 'lane' | 'get' | 'change'>
  readonly team: TeamStore
  readonly services: readonly Service[]
  readonly log: Log
}

// Of each person, and of each shard of what nobody has: the rest has its turn in 10 minutes.
const most = 100
const mostOfNobody = 25
const seenMs = 90 * 86_400_000

/** Gives how many cases changed hands. */
export const giveInTurn = async (ports: GivingPorts): Promise<number> => {
  let count = 0
  for (const team of new Set(ports.services.map((service) => service.team))) count += await inTeam(ports, team)
  return count
}

const inTeam = async (ports: GivingPorts, team: string): Promise<number> => {
  const now = ports.clock.now()
  const whole = await ports.team.of(team, now - seenMs)
  if (!whole.inTurn && whole.people.every(({ working }) => working.leave === undefined)) return 0
  const desks = await desksOf(ports, team, whole)
  const today = londonDay(now)
  const moves = [...backIn(desks, today), ...awayIn(desks, today), ...(await nobodys(ports, team, whole))]
  const round = { today, now, inTurn: whole.inTurn, desks }
  let count = 0
  for (const move of moves) if (await moved(ports, round, move)) count += 1
  return count
}

type Move = { readonly is: 'back' | 'away' | 'new'; readonly subject: ListedCase; readonly from?: OfficersDesk }

const desksOf = (ports: GivingPorts, team: string, { people }: Team): Promise<OfficersDesk[]> =>
  Promise.all(
    people.map(async (one) => {
      const { cases } = await ports.cases.lane({ of: { is: 'mine', userId: one.person.id }, most })
      return { ...one, cases: cases.filter((subject) => subject.team === team) }
    }),
  )

// Of somebody who is at work again.
const backIn = (desks: readonly OfficersDesk[], today: Day): readonly Move[] => {
  const atWork = new Set(desks.filter((desk) => !isAway(desk, today)).map(({ person }) => person.id))
  return desks.flatMap((from) =>
    from.cases
      .filter(({ lentBy }) => lentBy !== undefined && atWork.has(lentBy.id))
      .map((subject) => ({ is: 'back' as const, subject, from })),
  )
}

const awayIn = (desks: readonly OfficersDesk[], today: Day): readonly Move[] =>
  desks
    .filter((desk) => isAway(desk, today))
    .flatMap((from) =>
      from.cases
        .filter((subject) => cannotWait(subject, today))
        .map((subject) => ({ is: 'away' as const, subject, from })),
    )

// A restricted case is its manager's to give.
const nobodys = async (ports: GivingPorts, team: string, { inTurn }: Team): Promise<readonly Move[]> => {
  if (!inTurn) return []
  const { cases } = await ports.cases.lane({ of: { is: 'nobodys', teams: [team] }, most: mostOfNobody })
  return cases
    .filter((subject) => subject.sensitive !== true)
    .toSorted((one, other) => one.openedAt - other.openedAt)
    .map((subject) => ({ is: 'new', subject }))
}

// `desks` changes with each case that was given, so that the next one goes to the next person.
type Round = { readonly today: Day; readonly now: number; readonly inTurn: boolean; readonly desks: OfficersDesk[] }

const moved = async (ports: GivingPorts, round: Round, move: Move): Promise<boolean> => {
  if (move.is === 'new' && bucketOf(move.subject, round.today) === 'waiting') return false
  const before = await ports.cases.get(move.subject.reference).catch(noneIfErased)
  if (before === undefined || before.assignee?.id !== move.from?.person.id) return false
  const turn = turnFor(round, move, before)
  if (turn === undefined) return false
  const { case: subject, event } = passOn(before, turn, { now: round.now, id: ports.ids.ordered(round.now) })
  const kept = await ports.cases.change({ before, subject, event, texts: [] })
  if (!kept.ok) ports.log({ level: 'warn', event: 'not-given', reference: subject.reference, error: kept.error })
  else noted(round, move, turn)
  return kept.ok
}

const turnFor = (round: Round, { is, from }: Move, subject: Case): GivenTurn | undefined => {
  const { lentBy } = subject
  if (is === 'back' && lentBy !== undefined)
    return { to: lentBy, words: `gave the case back to ${lentBy.name}`, why: `${lentBy.name} is at work again` }
  if (is === 'new') {
    const to = nextInTurn(subject, round.desks, round)
    return to && { to, words: `gave the case to ${to.name}`, why: `It was their turn` }
  }
  return from?.working.leave === undefined ? undefined : coveredBy(round, from, subject)
}

// Whoever was named to cover; else whose turn it is; else nobody, so that it is on the list that all of the team see.
const coveredBy = (round: Round, from: OfficersDesk, subject: Case): GivenTurn | undefined => {
  const { leave } = from.working
  if (leave === undefined) return undefined
  const to =
    coverOf(round, leave.cover?.id, subject) ?? (round.inTurn ? nextInTurn(subject, round.desks, round) : undefined)
  return {
    to,
    lentBy: subject.lentBy ?? from.person,
    words: to === undefined ? 'left the case with no one' : `gave the case to ${to.name}`,
    why: `${from.person.name} is away until ${inWords(leave.until)}`,
  }
}

const coverOf = ({ desks, today }: Round, id: string | undefined, subject: Case): Staff | undefined =>
  desks.find((desk) => desk.person.id === id && !isAway(desk, today) && can(desk.person, 'have', { subject }))?.person

const noted = ({ desks }: Round, { subject, from }: Move, { to }: GivenTurn): void => {
  for (const [at, desk] of desks.entries()) {
    const others = desk.cases.filter(({ reference }) => reference !== subject.reference)
    if (desk.person.id === to?.id) desks[at] = { ...desk, cases: [...others, subject] }
    else if (desk.person.id === from?.person.id) desks[at] = { ...desk, cases: others }
  }
}
