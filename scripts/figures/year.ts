// A generated year: applications second by second, as councils' days go, with one opening rush; what the busiest key of the table and of each
// index has to write in its busiest second. One partition takes 1,000 write units a second (DynamoDB Developer Guide, "Partitions").
import type { Measures } from './measured.ts'
import type { Written } from './units.ts'

export const partitionLimit = 1000

export type Busiest = {
  readonly of: Written['of']
  readonly key: string
  readonly units: number
  readonly atSecond: number
}

type Given = {
  readonly applications: number
  // Housing applications sent in the busiest two hours of the year, when a list opens.
  readonly rush: number
  readonly measures: Measures
  readonly shards: number
  readonly seed: number
}

const daySeconds = 86_400
const shares = [
  ['housing', 0.3],
  ['bookings', 0.5],
  ['planning', 0.2],
] as const

// Of a day's applications, hour by hour: quiet nights, a top at eleven and one at eight in the evening.
const hours = [0.4, 0.2, 0.1, 0.1, 0.2, 0.5, 1.5, 3, 5, 7.5, 8.5, 8.5, 7.5, 7, 6.5, 6, 6, 6, 6.5, 7, 5.5, 3.5, 2, 1]
const hourShare = hours.map((weight) => weight / hours.reduce((sum, each) => sum + each, 0))

export const busiestKeys = (given: Given): readonly Busiest[] => {
  const random = generator(given.seed)
  const spread = spreadOf(given)
  const busiest = spread.keys.map(() => ({ units: 0, atSecond: 0 }))
  const now = new Float64Array(spread.keys.length)
  for (let second = 0; second < 365 * daySeconds; second += 1) {
    const count = poisson(rateAt(second, given), random)
    const rushing = poisson(rushAt(second, given), random)
    if (count + rushing === 0) continue
    now.fill(0)
    for (let each = 0; each < count; each += 1) spread.add(now, serviceBy(random()), random)
    for (let each = 0; each < rushing; each += 1) spread.add(now, 0, random)
    for (const [index, units] of now.entries()) {
      const top = busiest[index]
      if (top !== undefined && units > top.units) busiest[index] = { units, atSecond: second }
    }
  }
  return spread.keys.map((key, index) => ({ ...key, ...(busiest[index] ?? { units: 0, atSecond: 0 }) }))
}

// Fewer at weekends; Mondays are the busiest.
const days = [1.3, 1.15, 1.1, 1.05, 1, 0.75, 0.65]

const rateAt = (second: number, { applications }: Given): number => {
  const hour = Math.floor((second % daySeconds) / 3600)
  const day = Math.floor(second / daySeconds) % 7
  return ((applications / 365) * (days[day] ?? 1) * (hourShare[hour] ?? 0)) / 3600
}

// The first Monday of June at ten: half of them in the first twenty minutes.
const opening = 151 * daySeconds + 10 * 3600

const rushAt = (second: number, { rush }: Given): number => {
  const since = second - opening
  if (since < 0 || since >= 7200) return 0
  return since < 1200 ? rush / 2 / 1200 : rush / 2 / 6000
}

const serviceBy = (chance: number): number => (chance < shares[0][1] ? 0 : chance < shares[0][1] + shares[1][1] ? 1 : 2)

// Index keys are of a team, or, of the outbox, of all and a shard; what one application writes to each was measured.
const spreadOf = ({ measures, shards }: Given) => {
  const lists = ['work', 'came', 'state'] as const
  const costs = shares.map(([id]) =>
    [...lists, 'due' as const].map((of) => unitsTo(measures.services[id].units.written, of)),
  )
  const keys: readonly Pick<Busiest, 'of' | 'key'>[] = [
    ...lists.flatMap((of) => shares.map(([team]) => ({ of, key: team }))),
    ...Array.from({ length: shards }, (_, shard) => ({ of: 'due' as const, key: `all#${shard}` })),
  ]
  const add = (now: Float64Array, service: number, random: () => number): void => {
    const shard = Math.floor(random() * shards)
    for (const [index, units] of (costs[service] ?? []).entries()) {
      const at = index < lists.length ? index * shares.length + service : lists.length * shares.length + shard
      now[at] = (now[at] ?? 0) + units
    }
  }
  return { keys, add }
}

// Sending a text takes its row from due to sending to sent: three times the index.
const unitsTo = (written: readonly Written[], of: Written['of']): number =>
  written.filter((one) => one.of === of).reduce((sum, { units }) => sum + units, 0)

const poisson = (mean: number, random: () => number): number => {
  if (mean <= 0) return 0
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * (random() + random() + random() - 1.5) * 2))
  const least = Math.exp(-mean)
  let [count, product] = [0, random()]
  while (product > least) {
    count += 1
    product *= random()
  }
  return count
}

// Mulberry32: the same year for the same seed.
const generator = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
