// `npm run bench:measures`: 100,000 cases with their drafts, texts and feedback, as the stream tells them: in parts, in any order, some twice and
// some lost. Then all of them are counted again. What was not lost must come to the same, and after the count to what there is.
import type { CaseEvent } from '#domain/cases/case.ts'
import { addDays } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Counted } from '#domain/measures/counting/case-facts.ts'
import type { Fact } from '#domain/measures/counting/facts.ts'
import type { CaseHistory } from '#domain/measures/counting/history.ts'
import type { Begun } from '#domain/measures/counting/start-fact.ts'
import type { SentText } from '#domain/measures/counting/text-fact.ts'
import { countChanges } from '#usecases/measures/count-changes.ts'
import { type Difference, rebuild } from '#usecases/measures/rebuild.ts'
import type { CountedChange, DaySums } from '#usecases/ports/measures.ts'

const cases = 100_000
const dayMs = 86_400_000
const first = Date.parse('2026-01-01T09:00:00Z')
const until = Date.parse('2027-03-01T00:00:00Z')
const services = ['housing', 'bookings']

// A small generator of chance (Marsaglia's xorshift), the same each time.
let seed = 20_261_130
const chance = (below: number): number => {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return Math.abs(seed) % below
}
const shuffled = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((one) => ({ one, at: chance(1_000_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

const counted: Counted = {
  counts: {
    ...{ outcomes: ['done'], undoes: ['undo'], confirms: ['agree'], asks: ['ask'], reassesses: ['again'] },
    ...{ moves: ['move'], cancels: ['cancel'], seen: ['came'], missed: ['missed'] },
  },
  targetDays: 20,
  waits: (state) => state === 'asked',
  open: (state) => state !== 'done',
}

type Step = Pick<CaseEvent, 'action'> & Partial<Pick<CaseEvent, 'byId' | 'to' | 'way' | 'leaves'>>

const stepsOf = (isBooking: boolean, day: string): readonly Step[] => [
  { action: 'submit', to: chance(3) === 0 ? 'done' : 'new', ...(chance(9) === 0 ? { byId: 's' } : {}) },
  ...(chance(4) === 0 ? ([{ action: 'ask', byId: 's', to: 'asked' }, { action: 'message' }] as const) : []),
  ...(isBooking && chance(5) === 0 ? [{ action: 'move', to: 'new', leaves: day, ...moved() }] : []),
  ...(chance(2) === 0 ? [{ action: 'agree', byId: 's', to: 'done' }] : []),
  ...(chance(20) === 0 ? [{ action: 'undo', byId: 's', to: 'new' }] : []),
  ...(isBooking ? [{ action: 'close', byId: 's', to: chance(10) === 0 ? 'missed' : 'came' }] : []),
]

const moved = () => (chance(3) === 0 ? ({ byId: 's', way: 'phone' } as const) : {})

// As its history stood after each step.
const stagesOf = (n: number): readonly CaseHistory[] => {
  const isBooking = n % 2 === 0
  const openedAt = first + Math.floor((n * 365) / cases) * dayMs + chance(dayMs)
  const day = addDays(londonDay(openedAt), 1 + chance(14))
  const steps = stepsOf(isBooking, day)
  const events = steps.map((step, at) => ({ ...step, id: `${n}.${at}`, at: openedAt + at * chance(9) * dayMs }))
  const note = { at: openedAt + dayMs, byId: 's', ...(chance(2) === 0 ? { contact: true as const } : {}) }
  const agreedUntil = addDays(day, 40)
  return events.map((_, at) => ({
    events: events.slice(0, at + 1),
    notes: at > 0 && n % 5 === 0 ? [note] : [],
    subject: {
      ...{ reference: `C${n}`, service: isBooking ? 'bookings' : 'housing', openedAt },
      ...(n % 3 === 0 ? { completeOn: londonDay(openedAt) } : {}),
      ...(n % 7 === 0 ? { statutory: { term, validOn: day, expiresOn: agreedUntil, agreedUntil, alerts: [] } } : {}),
      ...(isBooking ? { appointment: { ...slot, day: dayOf(steps.slice(0, at + 1), day) } } : {}),
    },
  }))
}

const dayOf = (steps: readonly Step[], day: string): string =>
  steps.some(({ action }) => action === 'move') ? addDays(day, 3) : day

const term = {
  ...{ days: 56, targetDays: 40, noticeDays: 0, disregardsHolidays: false, approvedBySilence: false, committee: false },
}
const slot = {
  ...{
    what: 'w',
    place: 'p',
    claimants: ['c'],
    buckets: ['0900', '0905'],
    type: 't',
    features: [],
    interpreter: false,
  },
  ...{ from: '09:00', until: '09:10', startsAt: 0, endsAt: 0, calendarUid: 'u', calendarSequence: 0 },
}

// Its draft, a text and what somebody said of it, each as it stood once and in the end.
const besideOf = ({ subject: { reference: id, service, openedAt } }: CaseHistory): readonly CountedChange[] => {
  const draft = (version: number): Begun => ({
    ...{ id, service, version, status: version > 2 ? 'submitted' : 'draft' },
    ...{ startedAt: openedAt - 3_600_000, touchedAt: openedAt - 3_600_000 + version * 60_000 },
    walked: { channel: 'self', device: 'phone' },
  })
  const text = (version: number): SentText => ({
    ...{ id, service, version, category: 'essential', state: version > 2 ? 'delivered' : 'sent' },
    ...{ madeAt: openedAt, dueAt: openedAt },
  })
  return [
    ...[1, 3].map((version) => ({ is: 'draft', draft: draft(version) }) as const),
    ...[1, 3].map((version) => ({ is: 'text', text: text(version) }) as const),
    { is: 'feedback', feedback: { id, service, at: openedAt, rating: 'satisfied', version: 1 } },
  ]
}

// In memory, by the rules of the table: the newest version of a fact stands, and the sums of more facts.
const stores = () => {
  const days = new Map<string, Map<string, Fact>>()
  const written = new Map<string, DaySums>()
  const facts = {
    put: async (fact: Fact) => {
      const place = `${fact.service} ${fact.day}`
      const day = days.get(place) ?? new Map<string, Fact>()
      days.set(place, day)
      if ((day.get(`${fact.is} ${fact.id}`)?.v ?? -1) < fact.v) day.set(`${fact.is} ${fact.id}`, fact)
    },
    ofDay: async (service: string, day: string) => [...(days.get(`${service} ${day}`)?.values() ?? [])],
  }
  const sums = {
    putDay: async (service: string, day: DaySums) => {
      if ((written.get(`${service} ${day.day}`)?.stamp ?? 0) <= day.stamp) written.set(`${service} ${day.day}`, day)
    },
    days: async (service: string, from: string, to: string) =>
      [...written].flatMap(([place, day]) =>
        place.startsWith(`${service} `) && day.day >= from && day.day <= to ? [day] : [],
      ),
    ...{ seal: async () => false, months: async () => [], first: async () => [] },
  }
  return { facts, sums, count: () => [...days.values()].reduce((sum, day) => sum + day.size, 0) }
}

const stages = Array.from({ length: cases }, (_, n) => stagesOf(n))
const reached = new Map<string, CaseHistory>()
const portsOf = ({ facts, sums }: ReturnType<typeof stores>) => ({
  ...{ clock: { now: () => until }, facts, sums, counts: () => counted, log: () => {} },
  histories: { of: async (reference: string) => reached.get(reference) },
})

type Told = { readonly change: CountedChange; readonly stage?: CaseHistory }

const caseTold = (stage: CaseHistory): Told => ({ stage, change: { is: 'case', reference: stage.subject.reference } })
const told: readonly Told[] = stages.flatMap((all) => [
  ...all.map(caseTold),
  ...all.slice(0, 1).flatMap((stage) => besideOf(stage).map((change) => ({ change }))),
])

const tell = async (store: ReturnType<typeof stores>, all: readonly Told[]): Promise<void> => {
  for (let at = 0; at < all.length; at += 250_000) {
    const some = all.slice(at, at + 250_000)
    // A case is read as it stands by then, however old what the stream tells.
    for (const { stage } of some)
      if (stage !== undefined && (reached.get(stage.subject.reference)?.events.length ?? 0) < stage.events.length)
        reached.set(stage.subject.reference, stage)
    await countChanges(
      portsOf(store),
      some.map(({ change }) => change),
    )
  }
}

const again = (store: ReturnType<typeof stores>): Promise<readonly Difference[]> =>
  rebuild(portsOf(store), {
    changes: told.flatMap(({ change, stage }) => (stage === undefined || stage.events.length === 1 ? [change] : [])),
    ...{ services, from: '2025-12-01', until: '2027-12-31' },
  })

const started = performance.now()
const whole = stores()
await tell(whole, shuffled([...told, ...told.slice(0, 100_000)]))
const live = performance.now()
const differences = await again(whole)
const counting = performance.now()
console.log(`${cases} cases, ${told.length + 100_000} records told, ${whole.count()} facts`)
console.log(`live ${Math.round(live - started)} ms, counted again ${Math.round(counting - live)} ms`)
console.log(`differences where nothing was lost: ${differences.length}`)

const holed = stores()
await tell(
  holed,
  shuffled(told).filter((_, at) => at % 50 !== 0),
)
const mended = (await again(holed)).length
const left = (await again(holed)).length
const days = (store: ReturnType<typeof stores>) =>
  Promise.all(
    services.map(async (one) => (await store.sums.days(one, '', '9')).toSorted((a, b) => (a.day < b.day ? -1 : 1))),
  )
const equal = JSON.stringify(await days(holed)) === JSON.stringify(await days(whole))
console.log(
  `one in 50 lost: ${mended} sums were wrong, and ${left} after they were counted again; equal to the others: ${equal}`,
)
if (differences.length > 0 || mended === 0 || left > 0 || !equal) process.exitCode = 1
