// "Take the next case": the most urgent that this person may have and that nobody has. Whoever writes first has it; the other goes on to
// the next one, so that two officers never get the same.
import { can } from '#domain/cases/access.ts'
import { assign } from '#domain/cases/assignment.ts'
import { type Bucket, bucketOf, buckets } from '#domain/cases/buckets.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly cases: Pick<CaseStore, 'lane' | 'get' | 'change'>
  readonly services: readonly Service[]
}

// Of each shard. More than this many people who press at one moment press again.
const most = 25

export const takeNext = async (
  ports: Ports,
  user: Staff,
): Promise<Result<{ readonly reference: string }, 'none-left'>> => {
  const today = londonDay(ports.clock.now())
  const teams = user.teams.filter((team) => ports.services.some((service) => service.team === team))
  const { cases } = await ports.cases.lane({ of: { is: 'nobodys', teams }, most })
  for (const { reference } of inOrder(
    cases.filter((subject) => isForThem(user, subject, today)),
    today,
  ))
    if (await took(ports, user, reference)) return ok({ reference })
  return no('none-left')
}

// What waits for its applicant needs nobody yet.
const isForThem = (user: Staff, subject: ListedCase, today: Day): boolean =>
  can(user, 'have', { subject }) && can(user, 'assign', { subject }) && bucketOf(subject, today) !== 'waiting'

const inOrder = (cases: readonly ListedCase[], today: Day): readonly ListedCase[] => {
  const rank = (subject: ListedCase): number => buckets.indexOf(bucketOf(subject, today))
  const due = ({ dueOn = '9999-12-31' }: ListedCase): string => dueOn
  return cases.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : one.openedAt - other.openedAt),
  )
}

// The list may be a moment old: the case itself says whether somebody has it.
const took = async (ports: Ports, user: Staff, reference: string): Promise<boolean> => {
  const before = await ports.cases.get(reference)
  if (before === undefined || before.assignee !== undefined || !can(user, 'assign', { subject: before })) return false
  const now = ports.clock.now()
  const given = assign(before, user, { by: user, now, id: ports.ids.ordered(now) })
  const why = { question: 'Why this one', lines: [reasons[bucketOf(before, londonDay(now))]] }
  const event = { ...given.event, words: 'took the case as the next one', details: [why] }
  return (await ports.cases.change({ before, subject: given.case, event, texts: [] })).ok
}

const reasons: Readonly<Record<Bucket, string>> = {
  replied: 'The applicant replied',
  legal: 'The day by which it must be decided by law is near',
  overdue: 'It is overdue',
  due: 'It is due soon',
  'late-reply': 'The applicant has not replied by the day that they were given',
  waiting: 'It waits for the applicant',
  later: 'It is due first of those that nobody has',
}
