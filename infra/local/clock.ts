// The product's time, shifted: functions read the file, the tools page writes it.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { Plainly } from './process/plainly.ts'

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

// A file that is there and cannot be read is told: without it the product would live on another day.
const readShift = (file: string): { readonly offset: string; readonly offsetMs: number } => {
  if (!existsSync(file)) return { offset: 'PT0S', offsetMs: 0 }
  const { offset, offsetMs } = shiftIn(readFileSync(file, 'utf8'))
  if (typeof offset === 'string' && typeof offsetMs === 'number') return { offset, offsetMs }
  throw new Plainly(`${file} does not say how far the clock is shifted. Delete it to go by the machine’s clock`)
}

const shiftIn = (text: string): { readonly offset?: unknown; readonly offsetMs?: unknown } => {
  try {
    return { ...JSON.parse(text) }
  } catch {
    return {}
  }
}
