// One case of many: changed once, with the row that says so in the same transaction, or the row says why not
// (docs/rules/casework.md, "Many at once").
import { can } from '#domain/cases/access.ts'
import { assign } from '#domain/cases/assignment.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import type { Bulk, BulkItem } from '#domain/cases/desk/bulk.ts'
import { no, type Result } from '#domain/result.ts'
import { thrown } from '#domain/thrown.ts'
import { answerApplicant, messageId } from '../casework/send-message.ts'
import type { Log } from '../ports/log.ts'
import { noneIfErased } from '../ports/seals.ts'
import type { WholeCase } from '../ports/stores.ts'
import type { OfMany } from '../ports/team.ts'
import type { BulkPorts } from './plan-bulk.ts'

export type ItemPorts = { readonly log: Log }
type Ports = BulkPorts & ItemPorts

type On = { readonly bulk: Bulk; readonly item: BulkItem; readonly user: Staff | undefined }

/** Does it, or undoes it, as the bulk says. What could not be settled is left for the next time. */
export const settle = async (ports: Ports, on: On): Promise<void> => {
  try {
    const noted = await (on.bulk.undoneAt === undefined ? done(ports, on) : undone(ports, on))
    if (noted !== undefined) await ports.bulk.note(on.bulk, noted)
  } catch (error) {
    ports.log({ level: 'error', event: 'not-done-on', reference: on.item.reference, ...thrown(error) }, error)
    await givenUp(ports, on)
  }
}

const patienceMs = 60 * 60_000

// What fails for an hour would fail for ever, and the list would never end.
const givenUp = async (ports: Ports, { bulk, item }: On): Promise<void> => {
  const { startedAt = 0, undoneAt = startedAt } = bulk
  if (ports.clock.now() - undoneAt < patienceMs) return
  const why = 'It went wrong each time for an hour. Look at the case'
  await ports.bulk.note(
    bulk,
    item.result === undefined ? { ...item, result: 'refused', why } : { ...item, undone: 'changed', why },
  )
}

const gone: Pick<BulkItem, 'result' | 'why'> = { result: 'refused', why: 'You may not see it any more' }
const changedSince: Pick<BulkItem, 'result' | 'why'> = { result: 'changed', why: 'Changed since it was chosen' }
const notTheirs: Pick<BulkItem, 'result' | 'why'> = { result: 'refused', why: 'You may not do this here' }

// What is still to be noted: nothing where the change said it, or where nobody knows.
type ToNote = BulkItem | undefined

const done = async (ports: Ports, { bulk, item, user }: On): Promise<ToNote> => {
  const whole = await ports.cases.whole(item.reference).catch(noneIfErased)
  if (whole === undefined || user === undefined || !can(user, 'see-case', { subject: whole.subject }))
    return { ...item, ...gone }
  const id = opId(ports, bulk, `${item.reference} do`)
  const ours = [id, messageId(ports, item.reference, id)]
  // By a run of an earlier release, which noted it apart.
  if (whole.events.some((event) => ours.includes(event.id))) return { ...item, result: 'done' }
  if (whole.subject.version !== item.version) return { ...item, ...changedSince }
  const change = { bulk, item: { ...item, result: 'done' as const } }
  const { deed } = bulk
  const kept = await (deed.is === 'give'
    ? given(ports, { whole, user, id, to: deed.to, ofMany: change })
    : told(ports, { whole, user, once: id, words: deed.words, ofMany: change }))
  return kept.ok ? undefined : notDone(item, kept.error)
}

const notDone = (item: BulkItem, why: Problem): ToNote => {
  if (why === 'unknown') return undefined
  return { ...item, ...(why === 'not-you' ? notTheirs : changedSince) }
}

// The same for a bulk and a case, whoever begins again: by it the history tells whether it was done.
const opId = ({ keys }: BulkPorts, { id }: Bulk, what: string): string =>
  keys.hash('bulk', `${id} ${what}`).slice(0, 26)

type Problem = 'not-you' | 'unknown' | 'other'
type Kept = Result<Case, Problem>

type Giving = {
  readonly whole: WholeCase
  readonly user: Staff
  readonly id: string
  readonly to: { readonly id: string; readonly name: string } | undefined
  readonly ofMany: OfMany
}

const given = async (ports: Ports, { whole: { subject }, user, id, to, ofMany }: Giving): Promise<Kept> => {
  if (!can(user, 'assign', { subject })) return no('not-you')
  const { case: after, event } = assign(subject, to, { by: user, now: ports.clock.now(), id })
  return plain(await ports.cases.change({ before: subject, subject: after, event, texts: [], ofMany }))
}

const plain = (kept: Result<Case, unknown>): Kept => {
  if (kept.ok) return kept
  return no(kept.error === 'not-you' || kept.error === 'unknown' ? kept.error : 'other')
}

type Telling = Pick<Giving, 'whole' | 'user' | 'ofMany'> & { readonly once: string; readonly words: string }

const told = async (ports: Ports, { whole, user, once, words, ofMany }: Telling): Promise<Kept> => {
  const service = ports.services.find(({ id }) => id === whole.subject.service)
  if (service === undefined) return no('not-you')
  return plain(await answerApplicant(ports, { service, whole, typed: words, once, ofMany }, user))
}

const undone = async (ports: Ports, { bulk, item, user }: On): Promise<ToNote> => {
  const whole = await ports.cases.whole(item.reference).catch(noneIfErased)
  const did = opId(ports, bulk, `${item.reference} do`)
  const ours = [did, messageId(ports, item.reference, did)]
  const isDone = item.result === 'done' || whole?.events.some((event) => ours.includes(event.id)) === true
  if (!isDone) return { ...item, result: 'refused', why: 'Stopped before it was done' }
  if (bulk.deed.is === 'tell') return { ...item, result: 'done' }
  const after: BulkItem = { ...item, result: 'done', undone: 'done' }
  if (whole === undefined || user === undefined || whole.subject.version !== item.version + 1)
    return { ...after, undone: 'changed' }
  const id = opId(ports, bulk, `${item.reference} undo`)
  const back = await given(ports, { whole, user, id, to: item.had, ofMany: { bulk, item: after } })
  if (back.ok || back.error === 'unknown') return undefined
  return { ...after, undone: 'changed' }
}
