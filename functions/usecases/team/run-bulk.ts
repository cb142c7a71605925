// Doing the same on many cases: a press begins it, and what is more than a few is gone on with behind it
// (docs/rules/casework.md, "Many at once").
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { type Bulk, type BulkItem, isDoneAtOnce, leftOf, mayStart, mayUndo } from '#domain/cases/desk/bulk.ts'
import type { KnownSwitches } from '../ports/switches.ts'
import type { BulkPress, TeamStore } from '../ports/team.ts'
import { type ItemPorts, settle } from './bulk-item.ts'
import type { BulkPorts } from './plan-bulk.ts'

export type BulkSeen = { readonly bulk: Bulk; readonly items: readonly BulkItem[] }
type Given = { readonly user: Staff; readonly id: string }
type Ports = BulkPorts & ItemPorts

/** One that is not there, and one of a team that they do not manage, are the same to them. */
export const seeBulk = async (
  { bulk }: Pick<BulkPorts, 'bulk'>,
  { user, id }: Given,
): Promise<BulkSeen | undefined> => {
  const found = await bulk.of(id)
  return found !== undefined && can(user, 'run-team', { team: found.bulk.team }) ? found : undefined
}

/** Starts it. Gives undefined where this person may not. */
export const runBulk = async (ports: Ports, given: Given): Promise<BulkSeen | undefined> => {
  const seen = await seeBulk(ports, given)
  if (seen === undefined || !mayStart(seen.bulk, given.user.id)) return undefined
  return pressed(ports, given, seen, 'started')
}

/** Stops it, and gives each case back to who had it, where nobody changed it since. */
export const undoBulk = async (ports: Ports, given: Given): Promise<BulkSeen | undefined> => {
  const seen = await seeBulk(ports, given)
  if (seen === undefined || !mayUndo(seen.bulk, ports.clock.now())) return undefined
  return pressed(ports, given, seen, 'undone')
}

// A press that breaks off is gone on with when it would have ended.
const pressMs = 60_000

const pressed = async (
  ports: Ports,
  { user, id }: Given,
  { bulk, items }: BulkSeen,
  what: 'started' | 'undone',
): Promise<BulkSeen | undefined> => {
  const at = ports.clock.now()
  const few = isDoneAtOnce(leftOf(what === 'started' ? bulk : { ...bulk, undoneAt: at }, items))
  const press: BulkPress = { by: user, at, goesOnAt: few ? at + pressMs : at }
  if ((await ports.bulk[what](bulk, press)) && few) await goOn(ports, { id, user, until: at + pressMs })
  return seeBulk(ports, { user, id })
}

export type RunPorts = Ports & { readonly team: TeamStore; readonly switches: KnownSwitches }

const mostAtOnce = 20
// The function has 55 seconds.
const runMs = 40_000

/** Each minute: goes on with what was begun, in the name of whoever began it. Gives how many cases it looked at. */
export const goOnWithBulks = async (ports: RunPorts): Promise<number> => {
  const now = ports.clock.now()
  if ((await ports.switches.now()).readOnly) return 0
  let count = 0
  for (const id of await ports.bulk.underWay(now, mostAtOnce)) {
    const found = await ports.bulk.of(id)
    const user = found && (await whoBegan(ports, found.bulk))
    count += await goOn(ports, { id, user, until: now + runMs })
  }
  return count
}

// As they are now: nobody goes on in the name of somebody who does not manage the team any more.
const whoBegan = async (
  { team }: RunPorts,
  { team: of, startedById, undoneById }: Bulk,
): Promise<Staff | undefined> => {
  const { people } = await team.of(of, 0)
  const user = people.find(({ person }) => person.id === (undoneById ?? startedById))?.person
  return user !== undefined && can(user, 'run-team', { team: of }) ? user : undefined
}

type Going = { readonly id: string; readonly user: Staff | undefined; readonly until: number }

// Cases of which one does not wait for another.
const together = 10

const goOn = async (ports: Ports, { id, user, until }: Going): Promise<number> => {
  const found = await ports.bulk.of(id)
  if (found === undefined) return 0
  const { bulk, items } = found
  const left = leftOf(bulk, items)
  for (let from = 0; from < left.length; from += together) {
    if (ports.clock.now() >= until) return from
    const some = left.slice(from, from + together)
    await Promise.all(some.map((item) => settle(ports, { bulk, item, user })))
  }
  const after = await ports.bulk.of(id)
  if (after !== undefined && leftOf(bulk, after.items).length === 0) await ports.bulk.over(bulk, ports.clock.now())
  return left.length
}
