// What seldom changes and every page asks: read once in some seconds by a running function.

export type KnownOnce<T> = { readonly of: (name: string) => Promise<T>; readonly forget: (name: string) => void }

// What was published is known within this; a booking by less is refused where it matters.
const freshMs = 5000

// `elapsed`: milliseconds since anything, never backwards.
export const knownIn = <T>(elapsed: () => number, read: (name: string) => Promise<T>): KnownOnce<T> => {
  const known = new Map<string, { readonly at: number; readonly read: Promise<T> }>()
  return {
    of: (name) => {
      const found = known.get(name)
      if (found !== undefined && elapsed() - found.at < freshMs) return found.read
      const now = read(name)
      known.set(name, { at: elapsed(), read: now })
      now.catch(() => known.delete(name))
      return now
    },
    forget: (name) => {
      known.delete(name)
    },
  }
}
