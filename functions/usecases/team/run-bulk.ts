// Doing the same on many cases: each is one change of its own, once, however often it is begun again (docs/rules/casework.md, "Many at once").
import { can } from '#domain/cases/access.ts'
import { assign } from '#domain/cases/assignment.ts'
import type { Staff } from '#domain/cases/case.ts'
import { type Bulk, type BulkItem, leftToDo, leftToUndo, mayStart, mayUndo } from '#domain/cases/desk/bulk.ts'
import { answerApplicant, messageId } from '../casework/send-message.ts'
import type { WholeCase } from '../ports/stores.ts'
import type { BulkPorts } from './plan-bulk.ts'

export type BulkSeen = { readonly bulk: Bulk; readonly items: readonly BulkItem[] }
type Given = { readonly user: Staff; readonly id: string }

/** One that is not there, and one of a team that they do not manage, are the same to them. */
export const seeBulk = async (
  { bulk }: Pick<BulkPorts, 'bulk'>,
  { user, id }: Given,
): Promise<BulkSeen | undefined> => {
  const found = await bulk.of(id)
  return found !== undefined && can(user, 'run-team', { team: found.bulk.team }) ? found : undefined
}

// In one request. The rest is gone on with by the same button.
const atOnce = 100

/** Starts it, or goes on where it was broken off. Gives undefined where this person may not. */
export const runBulk = async (ports: BulkPorts, given: Given): Promise<BulkSeen | undefined> => {
  const seen = await seeBulk(ports, given)
  if (seen === undefined) return undefined
  const { bulk } = seen
  // What was undone is not gone on with.
  if (bulk.undoneAt !== undefined) return undefined
  if (bulk.startedAt === undefined) {
    if (!mayStart(bulk, given.user.id)) return undefined
    await ports.bulk.started(bulk, given.user.name, ports.clock.now())
  }
  for (const item of leftToDo(seen.items).slice(0, atOnce))
    await ports.bulk.note(bulk, await doneOn(ports, { bulk, item, user: given.user }))
  return seeBulk(ports, given)
}

/** Gives each case back to who had it, where nobody changed it since. */
export const undoBulk = async (ports: BulkPorts, given: Given): Promise<BulkSeen | undefined> => {
  const seen = await seeBulk(ports, given)
  if (seen === undefined || !mayUndo(seen.bulk, ports.clock.now())) return undefined
  await ports.bulk.undone(seen.bulk, ports.clock.now())
  for (const item of [...leftToDo(seen.items), ...leftToUndo(seen.items)].slice(0, atOnce))
    await ports.bulk.note(seen.bulk, await undoneOn(ports, { bulk: seen.bulk, item, user: given.user }))
  return seeBulk(ports, given)
}

type On = { readonly bulk: Bulk; readonly item: BulkItem; readonly user: Staff }

const gone: Pick<BulkItem, 'result' | 'why'> = { result: 'refused', why: 'You may not see it any more' }
const changedSince: Pick<BulkItem, 'result' | 'why'> = { result: 'changed', why: 'Changed since it was chosen' }

const doneOn = async (ports: BulkPorts, { bulk, item, user }: On): Promise<BulkItem> => {
  const whole = await ports.cases.whole(item.reference)
  if (whole === undefined || !can(user, 'see-case', { subject: whole.subject })) return { ...item, ...gone }
  const id = opId(ports, bulk, `${item.reference} do`)
  const ours = [id, messageId(ports, item.reference, id)]
  if (whole.events.some((event) => ours.includes(event.id))) return { ...item, result: 'done' }
  if (whole.subject.version !== item.version) return { ...item, ...changedSince }
  const done = await (bulk.deed.is === 'give'
    ? given(ports, { whole, user, id, to: bulk.deed.to })
    : told(ports, { whole, user, once: id, words: bulk.deed.words }))
  if (done === 'refused') return { ...item, result: 'refused', why: 'You may not do this here' }
  return done ? { ...item, result: 'done' } : { ...item, ...changedSince }
}

// The same for a bulk and a case, whoever begins again: by it the history tells whether it was done.
const opId = ({ keys }: BulkPorts, { id }: Bulk, what: string): string =>
  keys.hash('bulk', `${id} ${what}`).slice(0, 26)

type Giving = {
  readonly whole: WholeCase
  readonly user: Staff
  readonly id: string
  readonly to: { readonly id: string; readonly name: string } | undefined
}

const given = async (ports: BulkPorts, { whole: { subject }, user, id, to }: Giving): Promise<boolean | 'refused'> => {
  if (!can(user, 'assign', { subject })) return 'refused'
  const { case: after, event } = assign(subject, to, { by: user, now: ports.clock.now(), id })
  return (await ports.cases.change({ before: subject, subject: after, event, texts: [] })).ok
}

type Telling = Pick<Giving, 'whole' | 'user'> & { readonly once: string; readonly words: string }

const told = async (ports: BulkPorts, { whole, user, once, words }: Telling): Promise<boolean | 'refused'> => {
  const service = ports.services.find(({ id }) => id === whole.subject.service)
  if (service === undefined) return 'refused'
  const done = await answerApplicant(ports, { service, whole, typed: words, once }, user)
  return done.ok || (done.error === 'not-you' ? 'refused' : false)
}

const undoneOn = async (ports: BulkPorts, { bulk, item, user }: On): Promise<BulkItem> => {
  const whole = await ports.cases.whole(item.reference)
  // A run that stopped just after it had changed the case did not say so.
  const did = opId(ports, bulk, `${item.reference} do`)
  const isDone = item.result === 'done' || whole?.events.some((event) => event.id === did) === true
  if (!isDone) return { ...item, result: 'refused', why: 'Undone before it was done' }
  const id = opId(ports, bulk, `${item.reference} undo`)
  if (whole?.events.some((event) => event.id === id)) return { ...item, result: 'done', undone: 'done' }
  const back = whole?.subject.version === item.version + 1 && (await given(ports, { whole, user, id, to: item.had }))
  return { ...item, result: 'done', undone: back === true ? 'done' : 'changed' }
}
