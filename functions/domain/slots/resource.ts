// What an appointment takes beside people: a room, equipment, a vehicle. Each has minutes to set it up and to put it right
// again. Of a pool each thing is claimed by itself, and the next that is free is tried (docs/rules/bookings.md, "Resources").
import type { Day } from '../day.ts'
import type { ExtraTime } from './extra.ts'

export const resourceKinds = {
  equipment: 'Equipment',
  vehicle: 'Vehicle',
  interpreter: 'Interpreter or line',
} as const

export type ResourceKind = keyof typeof resourceKinds

// Minutes to set it up before a meeting, and to put it right after one.
export type SetUp = { readonly before?: number; readonly after?: number }

export type MeetingRoom = SetUp & {
  readonly id: string
  readonly name?: string
  readonly place: string
  readonly features: readonly string[]
}

export type Resource = SetUp & {
  readonly id: string
  readonly name: string
  readonly kind: ResourceKind
  // What it is one of: 'tablet'. Kinds of appointment name it.
  readonly pool: string
  readonly place: string
}

// What a slot or an appointment claims. `longer`: whose time is more than the meeting's.
export type Claiming = {
  readonly claimants: readonly string[]
  readonly day: Day
  readonly buckets: readonly string[]
  readonly longer?: Readonly<Record<string, readonly string[]>>
  // Beside an appointment that the person has already.
  readonly extra?: ExtraTime
}

export const bucketsTaken = ({ buckets, longer }: Pick<Claiming, 'buckets' | 'longer'>, claimant: string) =>
  longer?.[claimant] ?? buckets

// Every way to take one of each pool.
export const picksOf = (resources: readonly Resource[], place: string, pools: readonly string[]) =>
  pools.reduce<readonly (readonly Resource[])[]>(
    (picks, pool) =>
      picks.flatMap((pick) =>
        resources.filter((one) => one.place === place && one.pool === pool).map((one) => [...pick, one]),
      ),
    [[]],
  )

// At most so many, the first of them first: each shares as little as can be with those before it, so that whoever was quicker with
// one has not all of them.
export const unlike = <T extends Pick<Claiming, 'claimants'>>(slots: readonly T[], most: number): readonly T[] => {
  const found: T[] = []
  while (found.length < Math.min(most, slots.length)) {
    const used = new Set(found.flatMap(({ claimants }) => claimants))
    const shares = ({ claimants }: T): number => claimants.filter((one) => used.has(one)).length
    const left = slots.filter((slot) => !found.includes(slot))
    found.push(...left.toSorted((a, b) => shares(a) - shares(b)).slice(0, 1))
  }
  return found
}

export const poolsIn = (resources: readonly Resource[]): readonly string[] => [
  ...new Set(resources.map(({ pool }) => pool)),
]
