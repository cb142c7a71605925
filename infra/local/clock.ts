// The product's time, shifted: functions read the file, the tools page writes it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'

export type LocalClock = {
  readonly file: string
  // ISO 8601 duration from now: "P2D", "-PT3H"; "PT0S" is the real time again. Throws RangeError on anything else.
  readonly shift: (offset: string) => void
  // From now on it is this instant, in milliseconds, and time goes on from there.
  readonly set: (instant: number) => void
  // In milliseconds.
  readonly now: () => number
  readonly read: () => { readonly offset: string; readonly offsetMs: number; readonly now: string }
}

export const localClock = (file: string): LocalClock => {
  const read = () => {
    const { offset, offsetMs } = readShift(file)
    return { offset, offsetMs, now: new Date(Date.now() + offsetMs).toISOString() }
  }
  return {
    file,
    read,
    now: () => Date.now() + readShift(file).offsetMs,
    shift: (offset) => {
      const duration = Temporal.Duration.from(offset)
      const offsetMs = duration.total({
        unit: 'milliseconds',
        relativeTo: Temporal.Now.zonedDateTimeISO('Europe/London'),
      })
      keep(file, { offset, offsetMs: Math.round(offsetMs) })
    },
    set: (instant) => {
      const offsetMs = Math.round(instant - Date.now())
      const offset = Temporal.Duration.from({ milliseconds: offsetMs }).round('second').toString()
      keep(file, { offset, offsetMs })
    },
  }
}

// A reader sees the old shift or the new one, never a part.
const keep = (file: string, shift: ReturnType<typeof readShift>): void => {
  writeFileSync(`${file}.part`, JSON.stringify(shift))
  renameSync(`${file}.part`, file)
}

const readShift = (file: string): { readonly offset: string; readonly offsetMs: number } => {
  try {
    const { offset, offsetMs }: { readonly offset?: unknown; readonly offsetMs?: unknown } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    if (typeof offset === 'string' && typeof offsetMs === 'number') return { offset, offsetMs }
  } catch {
    // Never shifted.
  }
  return { offset: 'PT0S', offsetMs: 0 }
}
