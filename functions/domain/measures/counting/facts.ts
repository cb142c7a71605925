// Facts: what happened, without any answer and without saying to whom. Each is put under the day it
// is about, and the newest version of it stands (docs/rules/measures.md, "Counting").
import type { Day } from '#domain/day.ts'
import type { Trail } from '#domain/forms/answered/trail.ts'
import type { Ending } from '#domain/forms/ends.ts'

export type Fact = StartFact | CaseFact | OutcomeFact | TextFact | RatedFact

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
  readonly firstAt?: number
}

// The first time that a person was told what they waited for, under that day.
export type OutcomeFact = About<'outcome'> & {
  readonly level: Level
  readonly undone: boolean
  readonly inTime: boolean
  // Where one deed of staff alone stood between it and automation.
  readonly onlyDeed?: string
}

// A text, under the day on which it was decided.
export type TextFact = About<'text'> & {
  readonly category: string
  readonly state: string
  readonly unwanted: boolean
  readonly sentAt: number
}

// What somebody thinks, under the day on which they said it. `aside`: not counted until released.
export type RatedFact = About<'rated'> & { readonly rating?: string; readonly aside: boolean }

// How it ended, if it did. Sent beats all others (docs/rules/measures.md, "Starts and ends").
export type StartEnd = { readonly is: Ending['is'] | 'sent'; readonly at: number; readonly page?: string }
