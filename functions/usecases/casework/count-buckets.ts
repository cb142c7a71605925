// How many cases want what of their officers: counted from a fixed number of reads, each of so many cases at most. Where there are more the
// count says so. What a person may not see is not counted for them.
import { can } from '#domain/cases/access.ts'
import { type Bucket, bucketOf, buckets, urgentBefore } from '#domain/cases/buckets.ts'
import type { Staff } from '#domain/cases/case.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import type { LaneQuery } from '../ports/staff.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

export type Count = { readonly bucket: Bucket; readonly count: number; readonly more: boolean }

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'lane'>
  readonly services: readonly Service[]
}

const most = 100

// `of`: the person's own cases, or those of their teams.
export const countBuckets = async (ports: Ports, user: Staff, of: 'mine' | 'team'): Promise<readonly Count[]> => {
  const today = londonDay(ports.clock.now())
  const [urgent, waiting] = await Promise.all(lanesFor(ports, user, of, today).map(ports.cases.lane))
  const counted = (cases: NonNullable<typeof urgent>['cases'], bucket: Bucket): number =>
    cases.filter((subject) => can(user, 'see-case', { subject }) && bucketOf(subject, today) === bucket).length
  return buckets
    .filter((bucket) => bucket !== 'later')
    .map((bucket) => {
      const from = bucket === 'waiting' && of === 'team' ? waiting : urgent
      return { bucket, count: counted(from?.cases ?? [], bucket), more: from?.more ?? false }
    })
}

const lanesFor = ({ services }: Ports, user: Staff, of: 'mine' | 'team', today: string): readonly LaneQuery[] => {
  if (of === 'mine') return [{ of: { is: 'mine', userId: user.id }, most }]
  const seen = services.filter(({ team }) => can(user, 'see-team', { team }))
  return [
    { of: { is: 'open', teams: seen.map(({ team }) => team) }, due: { before: urgentBefore(today) }, most },
    { of: { is: 'states', states: seen.flatMap(waitingStates) }, most },
  ]
}

const waitingStates = ({ team, workflow }: Service) =>
  Object.entries(workflow.states).flatMap(([state, { waiting }]) => (waiting === true ? [{ team, state }] : []))
