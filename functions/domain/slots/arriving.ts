// When somebody may be checked in, and from when on it can be said that they did not come.
import type { Appointment } from './appointment.ts'

// In minutes: how long before the start, and how long after it.
export type Arriving = { readonly before: number; readonly after: number }

export type Arrival = 'too-early' | 'in-time' | 'late'

// Counted in whole minutes: whoever comes within the last of them is in time.
export const arrivalAt = (
  { startsAt }: Pick<Appointment, 'startsAt'>,
  { before, after }: Arriving,
  now: number,
): Arrival => {
  const minutes = Math.floor((now - startsAt) / 60_000)
  if (minutes < -before) return 'too-early'
  return minutes > after ? 'late' : 'in-time'
}

// The code on a sign at the desk, new each day, of letters that nobody takes for others: whoever types it stands there. `hash`: keyed,
// of the place and the day.
export const deskCodeFrom = (hash: string): string =>
  [...hash.slice(0, codeLength)].map((letter) => letters[letter.charCodeAt(0) % letters.length]).join('')

const codeLength = 4
const letters = 'BCDFGHJKMNPQRTVWXY'

export const opensAt = ({ startsAt }: Pick<Appointment, 'startsAt'>, { before }: Arriving): number =>
  startsAt - before * 60_000

export const missedFrom = ({ startsAt }: Pick<Appointment, 'startsAt'>, { after }: Arriving): number =>
  startsAt + (after + 1) * 60_000
