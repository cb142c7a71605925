// Facts: what happened, without any answer and without saying to whom. Each is put under the day it
// is about, and the newest version of it stands (docs/rules/measures.md, "Counting").
import type { Day } from '#domain/day.ts'
import type { Ending } from '#domain/forms/ends.ts'

export type Fact = StartFact

export type FactKind = Fact['is']

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
export type Channel = (typeof channels)[number]

export const devices = ['phone', 'tablet', 'desktop', 'other'] as const
export type Device = (typeof devices)[number]

// Somebody pressed "Start now", and what became of it so far.
export type StartFact = About<'start'> & {
  readonly channel: Channel
  readonly device: Device
  // Instants in milliseconds.
  readonly startedAt: number
  readonly savedAt: number
  readonly end?: Ended
}

// How it ended, if it did. Sent beats all others (docs/rules/measures.md, "Starts and ends").
export type Ended = { readonly is: Ending['is'] | 'sent' | 'listed'; readonly at: number; readonly page?: string }
