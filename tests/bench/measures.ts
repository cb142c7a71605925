// `npm run bench:measures`: 100,000 cases as the stream tells them, in parts, in any order and twice, against the same cases counted again from
// their whole histories. The sums must be equal.
import { type Counted, caseFacts } from '#domain/measures/counting/case-facts.ts'
import type { Fact } from '#domain/measures/counting/facts.ts'
import type { CaseHistory } from '#domain/measures/counting/history.ts'
import { joined, sumsOf } from '#domain/measures/counting/sums.ts'

const cases = 100_000
const dayMs = 86_400_000
const first = Date.parse('2026-01-01T09:00:00Z')
const until = Date.parse('2027-03-01T00:00:00Z')

// A small generator of chance (Marsaglia's xorshift), the same each time.
let seed = 20_261_130
const chance = (below: number): number => {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return Math.abs(seed) % below
}

const counted: Counted = {
  counts: { outcomes: ['done'], undoes: ['undo'], confirms: ['agree'], asks: ['ask'], reassesses: ['again'] },
  targetDays: 20,
  waits: (state) => state === 'asked',
  open: () => true,
}

const historyOf = (n: number): CaseHistory => {
  const openedAt = first + chance(365) * dayMs + chance(dayMs)
  const steps = [
    { action: 'submit', to: chance(3) === 0 ? 'done' : 'new' },
    ...(chance(4) === 0
      ? [
          { action: 'ask', byId: 's', to: 'asked' },
          { action: 'in', to: 'new' },
        ]
      : []),
    ...(chance(2) === 0 ? [{ action: 'agree', byId: 's', to: 'done' }] : []),
    ...(chance(20) === 0 ? [{ action: 'undo', byId: 's', to: 'new' }] : []),
  ]
  const events = steps.map((step, at) => ({ ...step, id: String(at), at: openedAt + at * chance(9) * dayMs }))
  return { subject: { reference: `C${n}`, service: 'housing', openedAt }, events, notes: [] }
}

const kept = new Map<string, Map<string, Fact>>()
const put = (into: typeof kept, fact: Fact): void => {
  const day = into.get(fact.day) ?? new Map<string, Fact>()
  into.set(fact.day, day)
  const name = `${fact.is} ${fact.id}`
  if ((day.get(name)?.v ?? -1) < fact.v) day.set(name, fact)
}
const sums = (of: typeof kept): string =>
  JSON.stringify(joined([...of.keys()].toSorted().map((day) => sumsOf([...(of.get(day)?.values() ?? [])], until))))

const started = performance.now()
const histories = Array.from({ length: cases }, (_, n) => historyOf(n))
const told = histories.flatMap((history) => history.events.map((_, at) => ({ history, seen: at + 1 })))
for (let at = told.length - 1; at > 0; at -= 1) {
  const other = chance(at + 1)
  const [a, b] = [told[at], told[other]]
  if (a !== undefined && b !== undefined) [told[at], told[other]] = [b, a]
}
for (const { history, seen } of [...told, ...told.slice(0, 20_000)])
  for (const fact of caseFacts({ ...history, events: history.events.slice(0, seen) }, counted)) put(kept, fact)
const live = performance.now()
const anew: typeof kept = new Map()
for (const history of histories) for (const fact of caseFacts(history, counted)) put(anew, fact)
const same = sums(kept) === sums(anew)
console.log(`${cases} cases, ${told.length + 20_000} records, ${kept.size} days`)
console.log(`live ${Math.round(live - started)} ms, counted again ${Math.round(performance.now() - live)} ms`)
console.log(same ? 'The sums are equal.' : 'The sums DIFFER.')
if (!same) process.exitCode = 1
