// A page that begins before midnight is of that day to its last line, and what is kept by it has one time.
import type { Clock } from '#usecases/ports/stores.ts'

/** The same ports, for one request: their clock stands where it stood when the request came. */
export const atOneInstant = <Ports extends { readonly clock: Clock }>(ports: Ports): Ports => {
  const now = ports.clock.now()
  return { ...ports, clock: { now: () => now } }
}
