// How many cases want what of their officers: counted from a fixed number of reads, each of so many cases at most. Where there are more the
// count says so. What a person may not see is not counted for them.
import { can } from '#domain/cases/access.ts'
import { type Bucket, bucketOf, buckets, urgentBefore } from '#domain/cases/buckets.ts'
import type { Staff } from '#domain/cases/case.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import type { Lane, LaneQuery } from '../ports/staff.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'
import { countedAtOnce } from './see-worklist.ts'

export type Count = { readonly bucket: Bucket; readonly count: number; readonly more: boolean }

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'lane'>
  readonly services: readonly Service[]
}

// `of`: the person's own cases, or those of their teams. `seen`: what the page read of the same list, where it begins as this does.
export const countBuckets = async (
  ports: Ports,
  user: Staff,
  of: 'mine' | 'team',
  seen: Promise<Lane | undefined>,
): Promise<readonly Count[]> => {
  const today = londonDay(ports.clock.now())
  const { urgent: urgently, waiting: waits } = lanesFor(ports, user, of, today)
  const [urgent, waiting] = await Promise.all([
    seen.then((lane) => lane ?? ports.cases.lane(urgently)),
    waits === undefined ? undefined : ports.cases.lane(waits),
  ])
  const counted = ({ cases }: Lane, bucket: Bucket): number =>
    cases.filter((subject) => can(user, 'see-case', { subject }) && bucketOf(subject, today) === bucket).length
  return buckets
    .filter((bucket) => bucket !== 'later')
    .map((bucket) => {
      if (bucket === 'waiting' && waiting !== undefined)
        return { bucket, count: counted(waiting, bucket), more: waiting.upTo !== undefined }
      const more = urgent.upTo !== undefined && (bucket === 'waiting' || urgent.upTo < urgentBefore(today))
      return { bucket, count: counted(urgent, bucket), more }
    })
}

type Lanes = { readonly urgent: LaneQuery; readonly waiting?: LaneQuery }

const lanesFor = ({ services }: Ports, user: Staff, of: 'mine' | 'team', today: string): Lanes => {
  const most = countedAtOnce
  if (of === 'mine') return { urgent: { of: { is: 'mine', userId: user.id }, most } }
  const seen = services.filter(({ team }) => can(user, 'see-team', { team }))
  return {
    urgent: { of: { is: 'open', teams: seen.map(({ team }) => team) }, due: { before: urgentBefore(today) }, most },
    waiting: { of: { is: 'states', states: seen.flatMap(waitingStates) }, most },
  }
}

const waitingStates = ({ team, workflow }: Service) =>
  Object.entries(workflow.states).flatMap(([state, { waiting }]) => (waiting === true ? [{ team, state }] : []))
