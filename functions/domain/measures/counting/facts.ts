// Facts: what happened, without any answer and without saying to whom. Each is put under the day it
// is about, and the newest version of it stands (docs/rules/measures.md, "Counting").
import type { AskedWay } from '#domain/cases/contact.ts'
import type { Day } from '#domain/day.ts'
import type { Trail } from '#domain/forms/answered/trail.ts'
import type { TriedTimes } from '#domain/forms/answered/tried.ts'
import type { Ending } from '#domain/forms/ends.ts'
import type { Failure } from '#domain/texts/receipts.ts'

export type Fact =
  | StartFact
  | CaseFact
  | OutcomeFact
  | ChangeFact
  | AppointmentFact
  | OfferedFact
  | FreeFact
  | TextFact
  | RatedFact

// A3: nobody of staff did anything between receipt and outcome. A2: the rules proposed and staff
// confirmed. A1: sent online and decided by staff. A0: staff typed it in.
export const levels = ['A0', 'A1', 'A2', 'A3'] as const
export type Level = (typeof levels)[number]

// `id`: of the draft, case or text; the store keeps a keyed hash of it alone.
// `v`: a later version of the same fact has a higher one.
type About<Kind extends string> = {
  readonly is: Kind
  readonly service: string
  readonly day: Day
  readonly id: string
  readonly v: number
}

export const channels = ['self', 'helper', 'with-staff', 'keyed', 'paper', 'other'] as const
export type FactChannel = (typeof channels)[number]

// Of these what is not digital.
export const otherWays: readonly FactChannel[] = ['keyed', 'paper', 'other']

// How somebody asked staff, who then did it for them here.
export const askedChannel: Readonly<Record<AskedWay, FactChannel>> = {
  ...{ phone: 'keyed', person: 'with-staff', email: 'other', letter: 'paper' },
}

export const devices = ['phone', 'tablet', 'desktop', 'other'] as const
export type Device = (typeof devices)[number]

// Somebody pressed "Start now", and what became of it so far.
export type StartFact = About<'start'> & {
  readonly channel: FactChannel
  readonly device: Device
  // Instants in milliseconds.
  readonly startedAt: number
  readonly savedAt: number
  readonly end?: StartEnd
  readonly trail?: Trail
  readonly tried?: TriedTimes
  readonly uncounted: boolean
}

// What was sent and how it went on, under the day on which it came.
export type CaseFact = About<'case'> & {
  readonly openedAt: number
  readonly waits: boolean
  // All documents were there when it was sent.
  readonly complete: boolean
  readonly asked: boolean
  readonly reassessed: boolean
  // Absent from facts of before it was counted.
  readonly contacts?: number
  readonly outcomeAt?: number
  // Began on the waiting list.
  readonly listed?: true
  readonly firstAt?: number
}

// The first time that a person was told what they waited for, under that day.
export type OutcomeFact = About<'outcome'> & {
  readonly level: Level
  readonly undone: boolean
  readonly inTime: boolean
  // More time was agreed in writing, and it came within that.
  readonly agreed?: 'in-time' | 'late'
  // Where one deed of staff alone stood between it and automation.
  readonly onlyDeed?: string
}

// Somebody had an appointment moved or cancelled, under the day on which they did. Never part of what is booked:
// what is easily automated would flatter it.
export type ChangeFact = About<'change'> & { readonly change: 'move' | 'cancel'; readonly channel: FactChannel }

// An appointment, under its day. Moved to another day it stands under both.
export type AppointmentFact = About<'appointment'> & {
  readonly state: 'booked' | 'seen' | 'missed' | 'cancelled' | 'moved'
  // Of 5 minutes, buffers included.
  readonly buckets: number
  // Days from when this time was chosen to its own, and how it was. Absent from facts of before that was counted.
  readonly lead?: number
  readonly channel?: FactChannel
  // Whose time it takes, and which: absent from facts of before that was kept.
  readonly time?: TimeTaken
  // The person cancelled it: less than a day before, or sooner.
  readonly notice?: 'late' | 'in-time'
  // How often we moved it.
  readonly byUs?: number
}

// Of whoever gives it, by their id in the timetable. Minutes of the day: all that it takes, and the meeting alone.
export type TimeTaken = { readonly who: string; readonly takes: Span; readonly meets: Span }
export type Span = readonly [from: number, until: number]

// The time that a service offered on a day: of all staff, without leave and what was closed.
// `open`: whose time is when, in minutes of the day.
export type OfferedFact = About<'offered'> & {
  readonly buckets: number
  readonly open?: readonly { readonly who: string; readonly span: Span }[]
}

// On a day at eight, how many days it was to the third free time; absent: over 56, or fewer than three.
export type FreeFact = About<'free'> & {
  readonly thirds: readonly { readonly place: string; readonly type: string; readonly days?: number }[]
}

// A text, under the day on which it was decided.
export type TextFact = About<'text'> & {
  readonly category: string
  readonly state: string
  readonly unwanted: boolean
  readonly sentAt: number
  // Why it failed.
  readonly why?: Failure
}

// What somebody thinks, under the day on which they said it. `aside`: not counted until released.
export type RatedFact = About<'rated'> & { readonly rating?: string; readonly aside: boolean }

// How it ended, if it did. Sent beats all others (docs/rules/measures.md, "Starts and ends").
export type StartEnd = { readonly is: Ending['is'] | 'sent'; readonly at: number; readonly page?: string }
