// A crowd that wants the same few places: people who hold one, send, and try again when it is busy, each of them in two tabs with a booking of
// its own.
// Through the real stores and the real use case, for a service of one question that books a place.
import type { Appointment } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Service } from '#services/service.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { seeded } from './proxy.ts'
import type { FaultyWorld } from './world.ts'

export type Crowd = {
  readonly people: number
  readonly attempts: number
  readonly places: number
  readonly workers: number
  readonly seed: number
}

// One of a person's two: their number is the same, the bookings are not.
export type Tab = { readonly person: string; readonly draft: Draft }

// How the attempts ended: a reference, or 'taken', 'has one', 'busy' (a page that says to try again) or a surprise's name.
export type Ended = { readonly person: string; readonly end: string }

const day = '2026-12-01'

const appointment = (place: number): Appointment => ({
  ...{ what: 'A place', place: `Place ${place}`, claimants: [`place-${place}`], buckets: ['0900'], type: 'place' },
  ...{ features: [], interpreter: false, day, from: '09:00', until: '09:05' },
  ...{ startsAt: Date.parse(`${day}T09:00:00Z`), endsAt: Date.parse(`${day}T09:05:00Z`) },
  ...{ calendarUid: `place-${place}@guildhall`, calendarSequence: 0 },
})

export const claimsOn = (place: number) => [{ claimant: `place-${place}`, day, buckets: ['0900'] }] as const

export const bookingOf = (place: number, person: string): Service => ({
  ...smallHousing,
  applicant: () => ({ name: 'Sample Person', mayText: false, phone: person }),
  booked: () => ({ appointment: appointment(place), claims: claimsOn(place), reminders: [] }),
})

export const rush = async (world: FaultyWorld, crowd: Crowd, tabs: readonly Tab[]): Promise<readonly Ended[]> => {
  const chance = seeded(crowd.seed)
  const queue = Array.from({ length: crowd.attempts }, (_, at) => at % tabs.length).toSorted(() => chance() - 0.5)
  const ended: Ended[] = []
  const work = async (): Promise<void> => {
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const tab = tabs[at]
      if (tab !== undefined) ended.push({ person: tab.person, end: await attempt(world, tab, crowd.places, chance) })
    }
  }
  await Promise.all(Array.from({ length: crowd.workers }, work))
  return ended
}

export const startedBy = async (world: FaultyWorld, { people, workers }: Crowd): Promise<readonly Tab[]> => {
  const tabs = Array.from({ length: people * 2 }, (_, at) => ({
    person: `person-${at % people}`,
    draft: draftOf(world.counter, {}),
  }))
  for (let at = 0; at < tabs.length; at += workers)
    await Promise.all(tabs.slice(at, at + workers).map(({ draft }) => world.counter.drafts.start(draft)))
  return tabs
}

// Five places are tried, starting anywhere.
const attempt = async (world: FaultyWorld, tab: Tab, places: number, chance: () => number): Promise<string> => {
  const first = Math.floor(chance() * places)
  try {
    for (let next = 0; next < 5; next += 1) {
      const end = await take(world, tab, (first + next) % places)
      if (end !== 'taken') return end
    }
    return 'taken'
  } catch (error) {
    return error instanceof Error &&
      /Throttl|Throughput|Timeout|TransactionCanceled|ECONN/.test(`${error.name}${'code' in error ? error.code : ''}`)
      ? 'busy'
      : `surprise ${error instanceof Error ? error.name : ''}`
  }
}

const take = async (world: FaultyWorld, { person, draft }: Tab, place: number): Promise<string> => {
  const now = world.clock.now()
  const held = await world.counter.holds.hold({ holder: draft.id, claims: claimsOn(place), until: now + 600_000, now })
  if (!held.ok) return 'taken'
  const sent = await submitApplication(world.counter, bookingOf(place, person), draft)
  if (sent.ok) return sent.value.reference
  if (typeof sent.error === 'object') return 'has one'
  return sent.error === 'time-taken' ? 'taken' : 'busy'
}
