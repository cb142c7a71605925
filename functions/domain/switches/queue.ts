// A waiting room: everyone who begins a form gets the next number, and numbers are called at a steady rate. Pure arithmetic of numbers and
// time: who is called follows from a number and the clock alone, so nothing has to be told to anybody (docs/guarantees.md, "Scale").

export type WaitingRoom = {
  // The instant that it was opened: numbers count from 1 in each sitting.
  readonly sitting: number
  readonly perMinute: number
  // Numbers up to `from` were called by the instant `since`: the rate counts from there, so that a new rate leaves everybody their number.
  readonly from: number
  readonly since: number
}

const minute = 60_000

// How long a place waits for its owner once its number is called: long enough to come back to a phone that was laid aside.
export const keptMs = 60 * minute

export const mostPerMinute = 6000

export const roomOpened = (perMinute: number, now: number): WaitingRoom => ({
  sitting: now,
  perMinute,
  from: 0,
  since: now,
})

export const atRate = (room: WaitingRoom, perMinute: number, now: number): WaitingRoom => ({
  ...room,
  perMinute,
  from: servedUpTo(room, now),
  since: now,
})

// The highest number that has been called. Numbers nobody holds are called too, and are gone: an idle hour does not let a crowd in at once.
export const servedUpTo = ({ perMinute, from, since }: WaitingRoom, now: number): number =>
  from + Math.floor((Math.max(0, now - since) * perMinute) / minute)

// The lowest number that may be given now: one that is not called yet.
export const lowestNumber = (room: WaitingRoom, now: number): number => servedUpTo(room, now) + 1

// When a number is called: at the same instant as `servedUpTo` reaches it.
export const calledAt = ({ perMinute, from, since }: WaitingRoom, number: number): number =>
  since + Math.max(0, Math.ceil(((number - from) * minute) / perMinute))

export type QueueStanding =
  // `ahead`: people with a lower number who have not been called.
  | { readonly is: 'waiting'; readonly ahead: number; readonly calledAt: number }
  | { readonly is: 'called'; readonly until: number }
  | { readonly is: 'passed' }

export const queueStandingOf = (room: WaitingRoom, number: number, now: number): QueueStanding => {
  const at = calledAt(room, number)
  if (now < at) return { is: 'waiting', ahead: number - servedUpTo(room, now) - 1, calledAt: at }
  return now <= at + keptMs ? { is: 'called', until: at + keptMs } : { is: 'passed' }
}
