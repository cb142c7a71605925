// The cases whose time is over, for a manager to look at before anything is erased (docs/rules/keeping.md, "When the
// time is over"). They are found by the index of closed cases, by when they closed: the oldest, and no others, are read.
import { can } from '#domain/cases/access.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import { type Going, goingOf } from '#domain/cases/going.ts'
import { addDays, addYears, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { dueOn, type Keeping, keepingOf, keepings } from '#services/keeping.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'worklist'>
  readonly services: readonly Service[]
}

export type Due = { readonly subject: ListedCase; readonly closed: Day; readonly since: Day; readonly by: Keeping }
export type AgreedCase = Due & { readonly going: Going }
export type DueList = { readonly cases: readonly Due[]; readonly more: boolean; readonly agreed: readonly AgreedCase[] }

const most = 50

export const dueToErase = async (ports: Ports, user: Staff): Promise<DueList> => {
  const teams = ports.services.filter(({ team }) => can(user, 'see-team', { team }))
  const lists = await Promise.all(teams.map((service) => dueOf(ports, user, service)))
  const agreed = await agreedToErase(ports, (subject) => can(user, 'hold', { subject }))
  return { cases: lists.flatMap(({ cases }) => cases), more: lists.some(({ more }) => more), agreed }
}

/** Those that somebody agreed to erase and that are still due. `until`: only those that may go on that day. */
export const agreedToErase = async (
  { clock, cases }: Pick<Ports, 'clock' | 'cases'>,
  wanted: (subject: ListedCase) => boolean,
  until?: Day,
): Promise<readonly AgreedCase[]> => {
  const today = londonDay(clock.now())
  const due = until === undefined ? {} : { due: { before: addDays(until, 1) } }
  const keep = (subject: ListedCase): boolean => wanted(subject) && agreedOf(subject, today) !== undefined
  const page = await cases.worklist({ of: { is: 'agreed' }, sort: 'due', size: mostAgreed, ...due, keep })
  return page.cases.flatMap((subject) => agreedOf(subject, today) ?? [])
}

const mostAgreed = 200

const agreedOf = (subject: ListedCase, today: Day): AgreedCase | undefined => {
  const [due, going] = [isDue(subject, today), goingOf(subject)]
  return due === undefined || going === undefined ? undefined : { ...due, going }
}

const dueOf = async ({ clock, cases }: Ports, user: Staff, { id, team }: Service): Promise<Omit<DueList, 'agreed'>> => {
  const today = londonDay(clock.now())
  const shortest = shortestOf(id)
  if (shortest === undefined) return { cases: [], more: false }
  const waits = (subject: ListedCase): boolean => isDue(subject, today) !== undefined && goingOf(subject) === undefined
  const page = await cases.worklist({
    of: { is: 'closed', teams: [team] },
    sort: 'due',
    size: most,
    // A day more than the shortest period is read, for leap days; each case is then judged by its own.
    due: { before: addDays(addYears(today, -shortest), 2) },
    keep: (subject) => can(user, 'see-case', { subject }) && waits(subject),
  })
  return { cases: page.cases.flatMap((subject) => isDue(subject, today) ?? []), more: page.next !== undefined }
}

/** By which rule its time is over. A held case is not due, whatever its time. */
export const isDue = (subject: ListedCase, today: Day): Due | undefined => {
  const by = keepingOf(subject, today)
  if (by === undefined || subject.held !== undefined) return undefined
  const closed = londonDay(subject.changedAt)
  const since = dueOn(by, closed)
  return since === undefined || since > today ? undefined : { subject, closed, since, by }
}

const shortestOf = (service: string): number | undefined => {
  const years = keepings.flatMap((row) => (row.service === service && row.years !== 'for good' ? [row.years] : []))
  return years.length === 0 ? undefined : Math.min(...years)
}
