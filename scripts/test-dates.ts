// `npm run test:dates`: the whole suite, or the files that it is given, with the machine's date moved to days on which software goes wrong.
// The date of every Node process is moved by libfaketime. Only the wall clock moves: timers and time limits go on as they are.
// A browser and the embedded databases keep the machine's date (infra/local/own-date.ts). Nothing there depends on a date.
import { spawnSync } from 'node:child_process'
import { Temporal } from 'temporal-polyfill'
import { systemClock } from '#adapters/system.ts'

// By London's wall clock: late on Christmas Eve, the two nights on which the clock changes, a leap day, and a day years from now.
const days = ['2026-12-24T23:30', '2027-03-28T00:30', '2028-02-29T12:00', '2027-10-31T00:30', '2031-07-15T12:00']
const zone = 'Europe/London'

if (spawnSync('faketime', ['--version'], { stdio: 'ignore' }).error !== undefined) {
  console.error(
    'To move the date, faketime is needed. On Debian or Ubuntu: apt-get install faketime. On a Mac: brew install libfaketime.',
  )
  process.exit(1)
}

const { now } = systemClock()

// A distance rather than a date, so that processes that start later agree on what time it is.
const moved = (day: string): string => {
  const there = Temporal.PlainDateTime.from(day).toZonedDateTime(zone).epochMilliseconds
  const seconds = Math.round((there - now()) / 1000)
  return `${seconds < 0 ? '' : '+'}${seconds}s`
}

const run = (day: string): boolean => {
  console.log(`\nThe suite at ${day.replace('T', ' ')} in London`)
  const given = ['-m', '--exclude-monotonic', '-f', moved(day), 'vitest', 'run', ...process.argv.slice(2)]
  // Files keep their own times.
  const env = { ...process.env, TZ: zone, NO_FAKE_STAT: '1' }
  return spawnSync('faketime', given, { stdio: 'inherit', env }).status === 0
}

const failed = days.filter((day) => !run(day))
console.log(failed.length === 0 ? `\nGreen on ${days.length} dates.` : `\nNot green at ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
