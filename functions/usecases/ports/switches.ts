// What the switches ask of the outside: where they stand, who turned them, and the numbers of a waiting room.
import type { Result } from '#domain/result.ts'
import type { WaitingRoom } from '#domain/switches/queue.ts'
import type { Switches, Turn } from '#domain/switches/switches.ts'

// As a running function knows them: what storage last said, asked again after 10 seconds. While storage does not answer, what it said within
// the last hour; then the safe ones. Never throws, and never holds a page up for longer than half a second.
export type KnownSwitches = { readonly now: () => Promise<Switches> }

export type SwitchStore = {
  // As they stand this moment.
  readonly get: () => Promise<Switches>
  // With the turn's entry in the audit log.
  readonly turn: (id: string, after: Switches, turn: Turn) => Promise<Result<null, 'changed-elsewhere'>>
}

export type PlaceOf = { readonly service: string; readonly sitting: number; readonly number: number }

// Who came in on a place: one draft, for ever.
export type RoomEntry = { readonly draftId: string; readonly sessionId: string }

export type PlaceStore = {
  // The next number of a service's waiting room: higher than every number before it, and than those already called.
  readonly take: (service: string, room: WaitingRoom, now: number) => Promise<number>
  // Whoever comes in first on a place; the same answer to everybody after.
  readonly enter: (place: PlaceOf, entry: RoomEntry, now: number) => Promise<RoomEntry>
}
