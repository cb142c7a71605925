// A waiting list for appointments: who is offered which time that has come free
// (docs/rules/bookings.md, "Waiting list"). First come, first offered: by the day
// somebody joined, those before whom staff have put ahead. A time is offered to one person; a person has one offer at a time.
import { addDays, type Day } from '../day.ts'
import { londonDay } from '../london.ts'
import { offersAt } from '../texts/quiet-hours.ts'
import { bucketsTaken } from './resource.ts'
import { type Slot, type SlotQuery, slotsOn, type Taken, type Timetable, timetableOn } from './timetable.ts'

export const parts = ['morning', 'afternoon', 'any'] as const
export type PartOfDay = (typeof parts)[number]

export type Waiting = SlotQuery & {
  readonly joinedAt: number
  // The last day that they could come.
  readonly lastDay: Day
  readonly part: PartOfDay
  // Hours that they need to know before it starts.
  readonly noticeHours: number
  // Staff put them ahead of others.
  readonly ahead?: boolean
  // Times that were offered and not taken, as `timeOf` names them: never offered again.
  readonly passed: readonly string[]
  readonly offer?: Offer
  // How many they had on the last day on which they had any, and how many in a row nobody answered.
  readonly had?: { readonly on: Day; readonly count: number }
  readonly unanswered?: number
  // Whose place on the list it is, so that nobody waits twice for one thing: a keyed hash of the phone.
  readonly booker?: string
}

export type Offer = {
  readonly slot: Slot
  // An instant: until then it is theirs to take.
  readonly until: number
  // Keyed hash of the token in their link.
  readonly tokenHash: string
  readonly takenAt?: number
}

export type WaitingEntry = { readonly reference: string; readonly waiting: Waiting }

// Holds time that has come free until it is offered.
export const waitingList = 'waiting-list'

export type WaitingRules = {
  // How long an offer stands.
  readonly offerMinutes: number
  // Offers to one person on one day, London time.
  readonly offersADay: number
  // Offers in a row that nobody answers, after which they are taken off the list.
  readonly mostUnanswered: number
}

export const timeOf = ({ day, from }: Pick<Slot, 'day' | 'from'>): string => `${day} ${from}`

export const hasOffer = ({ offer }: Waiting, now: number): boolean =>
  offer !== undefined && offer.takenAt === undefined && now <= offer.until

// An offer that nobody answered.
export const hasLapsed = ({ offer }: Waiting, now: number): boolean =>
  offer !== undefined && offer.takenAt === undefined && now > offer.until

export const offeredAt = (waiting: Waiting, offer: Offer, now: number): Waiting => {
  const on = londonDay(now)
  return { ...waiting, offer, had: { on, count: (waiting.had?.on === on ? waiting.had.count : 0) + 1 } }
}

// Whoever lets offers pass is not texted all day long, and those behind them have their turn.
export const mayBeOffered = (waiting: Waiting, now: number, { offersADay }: WaitingRules): boolean =>
  waiting.offer === undefined && (waiting.had?.on !== londonDay(now) || waiting.had.count < offersADay)

// What was offered is theirs no more, and is not offered to them again.
export const letPass = ({ offer, unanswered: _, ...waiting }: Waiting): Waiting =>
  offer === undefined ? waiting : { ...waiting, passed: [...waiting.passed, timeOf(offer.slot)] }

// Nobody answered.
export const letLapse = (waiting: Waiting): Waiting => ({
  ...letPass(waiting),
  unanswered: (waiting.unanswered ?? 0) + 1,
})

export const isUnanswered = ({ unanswered = 0 }: Waiting, { mostUnanswered }: WaitingRules): boolean =>
  unanswered >= mostUnanswered

// No time can be offered any more.
export const waitIsOver = ({ lastDay }: Waiting, now: number): boolean => lastDay < londonDay(now)

// Nobody is woken to answer within half an hour: when reminders may go, so may offers.
export const offersFromNow = (now: number): number => offersAt(now)

export const inOrder = (entries: readonly WaitingEntry[]): readonly WaitingEntry[] =>
  entries.toSorted(
    (a, b) =>
      Number(b.waiting.ahead === true) - Number(a.waiting.ahead === true) ||
      a.waiting.joinedAt - b.waiting.joinedAt ||
      (a.reference < b.reference ? -1 : 1),
  )

type When = Pick<Slot, 'day' | 'from' | 'startsAt'>

export const suits = (waiting: Waiting, slot: When, now: number): boolean =>
  slot.day <= waiting.lastDay &&
  (waiting.part === 'any' || slot.from < '12:00' === (waiting.part === 'morning')) &&
  slot.startsAt >= now + waiting.noticeHours * 3_600_000 &&
  !waiting.passed.includes(timeOf(slot))

export type Planned = { readonly reference: string; readonly slot: Slot }

/** Whom to offer what: each the earliest time that suits them, of what those before them left. `taken`: by whoever it is, offers included. */
export const offersFor = (
  timetable: Timetable,
  entries: readonly WaitingEntry[],
  given: { readonly taken: Taken; readonly now: number },
): readonly Planned[] => {
  const taken = new Map([...given.taken].map(([name, buckets]) => [name, new Set(buckets)]))
  const free = inOrder(entries).filter(({ waiting }) => waiting.offer === undefined)
  return free.flatMap(({ reference, waiting }) => {
    const slot = firstFor(timetable, waiting, { ...given, taken })
    if (slot === undefined) return []
    for (const claimant of slot.claimants) take(taken, `${claimant}#${slot.day}`, bucketsTaken(slot, claimant))
    return [{ reference, slot }]
  })
}

const firstFor = (
  timetable: Timetable,
  waiting: Waiting,
  { taken, now }: { readonly taken: Taken; readonly now: number },
): Slot | undefined => {
  const today = londonDay(now)
  for (const day of daysFor(waiting, now)) {
    const slot = slotsOn(timetable, waiting, day, { taken, now, today }).find((one) => suits(waiting, one, now))
    if (slot !== undefined) return slot
  }
  return undefined
}

const take = (taken: Map<string, Set<string>>, name: string, buckets: readonly string[]): void => {
  taken.set(name, new Set([...(taken.get(name) ?? []), ...buckets]))
}

// From today to their last day.
export const daysFor = ({ lastDay }: Waiting, now: number): readonly Day[] => {
  const days: Day[] = []
  for (let day = londonDay(now); day <= lastDay; day = addDays(day, 1)) days.push(day)
  return days
}

// Does somebody wait for a time that has just come free? Then it is kept for the list until offers may go.
export const isWanted = (
  timetable: Timetable,
  entries: readonly WaitingEntry[],
  freed: When & SlotQuery,
  now: number,
): boolean => {
  const from = offersFromNow(now)
  const lead = (timetableOn(timetable, freed.day).types[freed.type]?.leadHours ?? 0) * 3_600_000
  return (
    freed.startsAt >= from + lead &&
    entries.some(
      ({ waiting }) =>
        waiting.type === freed.type &&
        waiting.place === freed.place &&
        // A meeting with an interpreter is longer than one without.
        (!waiting.interpreter || freed.interpreter) &&
        suits(waiting, freed, from),
    )
  )
}
