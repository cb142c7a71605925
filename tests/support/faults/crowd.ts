// A crowd that wants the same few places: people who hold one, send, and try again when it is busy, each of them twice over (two tabs).
// Through the real stores and the real use case, for a service of one question that books a place.
import type { Appointment } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Service } from '#services/service.ts'
import { draftOf, smallHousing } from '#tests/support/sent-cases.ts'
import { submitApplication } from '#usecases/submit-application.ts'
import { seeded } from './proxy.ts'
import type { FaultyWorld } from './world.ts'

export type Crowd = {
  readonly people: number
  readonly attempts: number
  readonly places: number
  readonly workers: number
  readonly seed: number
}

// How the attempts ended: a reference, or 'taken', 'busy' (a page that says to try again) or a surprise's name.
export type Ended = { readonly person: string; readonly end: string }

const day = '2026-12-01'

const appointment = (place: number): Appointment => ({
  ...{ what: 'A place', place: `Place ${place}`, claimants: [`place-${place}`], buckets: ['0900'], type: 'place' },
  ...{ features: [], interpreter: false, day, from: '09:00', until: '09:05' },
  ...{ startsAt: Date.parse(`${day}T09:00:00Z`), endsAt: Date.parse(`${day}T09:05:00Z`) },
  ...{ calendarUid: `place-${place}@guildhall`, calendarSequence: 0 },
})

export const claimsOn = (place: number) => [{ claimant: `place-${place}`, day, buckets: ['0900'] }] as const

export const bookingOf = (place: number): Service => ({
  ...smallHousing,
  booked: () => ({ appointment: appointment(place), claims: claimsOn(place), reminders: [] }),
})

export const rush = async (world: FaultyWorld, crowd: Crowd, drafts: readonly Draft[]): Promise<readonly Ended[]> => {
  const chance = seeded(crowd.seed)
  const queue = Array.from({ length: crowd.attempts }, (_, at) => at % drafts.length).toSorted(() => chance() - 0.5)
  const ended: Ended[] = []
  const work = async (): Promise<void> => {
    for (let person = queue.pop(); person !== undefined; person = queue.pop()) {
      const draft = drafts[person]
      if (draft !== undefined) ended.push({ person: draft.id, end: await attempt(world, draft, crowd.places, chance) })
    }
  }
  await Promise.all(Array.from({ length: crowd.workers }, work))
  return ended
}

export const startedBy = async (world: FaultyWorld, { people, workers }: Crowd): Promise<readonly Draft[]> => {
  const drafts = Array.from({ length: people }, () => draftOf(world.counter, {}))
  for (let at = 0; at < people; at += workers)
    await Promise.all(drafts.slice(at, at + workers).map(world.counter.drafts.start))
  return drafts
}

// Five places are tried, starting anywhere.
const attempt = async (world: FaultyWorld, draft: Draft, places: number, chance: () => number): Promise<string> => {
  const first = Math.floor(chance() * places)
  try {
    for (let next = 0; next < 5; next += 1) {
      const end = await take(world, draft, (first + next) % places)
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

const take = async (world: FaultyWorld, draft: Draft, place: number): Promise<string> => {
  const now = world.clock.now()
  const held = await world.counter.holds.hold({ holder: draft.id, claims: claimsOn(place), until: now + 600_000, now })
  if (!held.ok) return 'taken'
  const sent = await submitApplication(world.counter, bookingOf(place), draft)
  if (sent.ok) return sent.value.reference
  return sent.error === 'time-taken' ? 'taken' : 'busy'
}
