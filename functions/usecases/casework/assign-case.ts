// Who has a case: taken, given to a colleague, or left with no one.
import { can } from '#domain/cases/access.ts'
import { assign, type Changed, declareInterest } from '#domain/cases/assignment.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { isAway } from '#domain/cases/desk/turns.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { CaseStore, ChangeProblem, Clock, Ids } from '../ports/stores.ts'
import type { TeamStore } from '../ports/team.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly cases: CaseStore; readonly team: TeamStore }

export type Assigning = {
  readonly subject: Case
  readonly user: Staff
  readonly version: number
  // The colleague's id; absent for no one.
  readonly to?: string
}

export type AssignRefusal = 'not-you' | 'nobody-known' | ChangeProblem

const daysMs = 90 * 86_400_000

// Those who may have it, the person who asks first. Somebody who is away, or has not signed in for 90 days, is not offered.
export const colleaguesFor = async (
  { team, clock }: Pick<Ports, 'team' | 'clock'>,
  { subject, user }: Pick<Assigning, 'subject' | 'user'>,
): Promise<readonly Staff[]> => {
  const now = clock.now()
  const { people } = await team.of(subject.team, now - daysMs)
  const atWork = people.filter((one) => !isAway(one, londonDay(now))).map(({ person }) => person)
  const others = atWork.filter(({ id }) => id !== user.id)
  return [user, ...others].filter((person) => can(person, 'have', { subject }))
}

export const assignCase = async (ports: Ports, given: Assigning): Promise<Result<Case, AssignRefusal>> => {
  const { subject, user, version, to } = given
  if (!can(user, 'assign', { subject })) return no('not-you')
  if (subject.version !== version) return no('changed-elsewhere')
  const people = to === undefined ? [] : await colleaguesFor(ports, given)
  const person = people.find(({ id }) => id === to)
  if (to !== undefined && person === undefined) return no('nobody-known')
  return keep(ports, subject, assign(subject, person, changeBy(ports, user)))
}

// Somebody who knows the applicant, or is the applicant, closes the case to themselves.
export const stepAside = async (
  ports: Ports,
  { subject, user }: Pick<Assigning, 'subject' | 'user'>,
): Promise<Result<Case, AssignRefusal>> =>
  can(user, 'declare-interest', { subject })
    ? keep(ports, subject, declareInterest(subject, changeBy(ports, user)))
    : no('not-you')

const changeBy = ({ clock, ids }: Ports, by: Staff) => {
  const now = clock.now()
  return { by, now, id: ids.ordered(now) }
}

const keep = ({ cases }: Ports, before: Case, { case: subject, event }: Changed) =>
  cases.change({ before, subject, event, texts: [] })
