// An appointment as its case keeps it.
import type { Claiming } from './resource.ts'

// Who or what is claimed: buckets of 5 minutes of each, HHMM, minutes before and after included.
export type Appointment = Claiming & {
  // The service booked, and the place.
  readonly what: string
  readonly place: string
  // What was asked of the timetable: the kind of appointment and what the room and the person must have. Asked again for another time.
  readonly type: string
  readonly features: readonly string[]
  readonly interpreter: boolean
  // Of a session: 2 where somebody comes with them.
  readonly seats?: number
  // Local times, HH:MM, Europe/London.
  readonly from: string
  readonly until: string
  readonly startsAt: number
  readonly endsAt: number
  // The supplier has said that an interpreter comes.
  readonly interpreterBy?: { readonly supplier: string; readonly on: Claiming['day']; readonly by: string }
  readonly calendarUid: string
  readonly calendarSequence: number
  // Whose it is, so that nobody has more of a type at once than they may: a keyed hash, and which of their places it takes.
  readonly booker?: { readonly hash: string; readonly place: number }
  readonly cancelled?: boolean
  // The council moved it, as its time was closed.
  readonly byUs?: MovedByUs
}

// How often the council moved it, which block asks whether the new time suits, and what they had: a slot's id, its day and local
// time. `back`: that time is free again, and kept for them until an instant.
export type MovedByUs = {
  readonly times: number
  readonly asks?: { readonly block: string; readonly had: TimeHad }
  readonly back?: number
}

export type TimeHad = Claiming & Pick<Appointment, 'from'> & { readonly id: string }

// The day that an appointment had, where something moved it to another.
export type LeavesTime = { readonly leaves?: Claiming['day'] }
