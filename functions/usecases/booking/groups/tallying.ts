// Counting who is helped at a drop-in, and taking the last back. Each press is one write with its entry in the audit log.
import type { Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import {
  type HelpCount,
  type HelpGiven,
  helpCounts,
  mostHelped,
  oneLess,
  oneMore,
  type Tally,
} from '#domain/slots/tally.ts'
import type { SessionPorts } from './sessions.ts'

export type TallySeen = { readonly today: readonly HelpCount[]; readonly weeks: readonly HelpCount[] }

// Four weeks and today: what is shown as sums.
const weeksDays = 28

export const seeTally = async ({ clock, holds }: SessionPorts, place: string): Promise<TallySeen> => {
  const until = londonDay(clock.now())
  const { today, all } = await holds.tallies.of(place, { from: addDays(until, -weeksDays), until })
  return { today: helpCounts(today), weeks: helpCounts({ version: 0, helped: all.flatMap(({ helped }) => helped) }) }
}

export type TallyProblem = 'none' | 'too-many' | 'changed-elsewhere'

export type Press = { readonly place: string; readonly helped: HelpGiven; readonly undo: boolean }

export const press = async (
  ports: SessionPorts,
  user: Staff,
  { place, helped, undo }: Press,
): Promise<Result<Tally, TallyProblem>> => {
  const at = ports.clock.now()
  const day: Day = londonDay(at)
  for (let left = tries; left > 0; left -= 1) {
    const { today } = await ports.holds.tallies.of(place, { from: day, until: day })
    const after = undo ? oneLess(today, helped) : oneMore(today, helped)
    if (after === undefined) return no('none')
    if (after.helped.length > mostHelped) return no('too-many')
    const did = `${undo ? 'uncount' : 'count'}-helped-${place}-${day}-${helped.kind}`
    const entry = { id: ports.ids.ordered(at), at, by: user.id, did, allowed: true }
    if ((await ports.holds.tallies.put({ place, day }, after, entry)).ok) return ok(after)
  }
  return no('changed-elsewhere')
}

// Two at one desk press at one moment, seldom more.
const tries = 4
