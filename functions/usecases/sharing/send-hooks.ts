// Tells clients of events by webhooks: what is new in the feed becomes a delivery each, and each is tried until it is taken or given up.
// An event may come twice, where a reply was lost; its id says so.
import { claimedDelivery, type Delivery, deliveryAfterTry, standingAfter } from '#domain/sharing/delivery.ts'
import type { Log } from '../ports/log.ts'
import type { SharedCases } from '../ports/sharing/clients.ts'
import type { EventFeed } from '../ports/sharing/feed.ts'
import type { Hook, HookPost, HookReply, HookStore } from '../ports/sharing/hooks.ts'
import type { Clock } from '../ports/stores.ts'
import { eventsAfter, type SharedEvent } from './read-feed.ts'

export type HookPorts = {
  readonly clock: Clock
  readonly feed: EventFeed
  readonly shared: SharedCases
  readonly store: HookStore
  readonly hooks: readonly Hook[]
  readonly post: HookPost
  readonly headersOf: (given: {
    readonly id: string
    readonly at: number
    readonly body: string
    readonly secrets: readonly string[]
  }) => Readonly<Record<string, string>>
  readonly log: Log
}

// As many as a transaction takes, with how far the feed was read.
const pageSize = 90
const mostPages = 5
const mostTries = 50

/** Once a minute. Gives how many were taken. */
export const sendHooks = async (ports: HookPorts): Promise<number> => {
  for (const hook of ports.hooks) await takeNew(ports, hook)
  const due = await ports.store.due(ports.clock.now(), mostTries)
  const told = await Promise.all(due.map((delivery) => tell(ports, delivery)))
  for (const [clientId, replies] of Map.groupBy(
    told.flatMap((one) => one ?? []),
    (one) => one.clientId,
  ))
    await standAfter(ports, clientId, replies)
  return told.filter((one) => one?.is === 'taken').length
}

// Where another run took them meanwhile, that one did it. For a client that wants no more the feed stands still: it is told the rest when a
// manager has it told again.
const takeNew = async (ports: HookPorts, { client }: Hook): Promise<void> => {
  for (let left = mostPages; left > 0; left -= 1) {
    const state = await ports.store.state(client.id)
    if (state.stopped !== undefined) return
    const { events, place, more } = await eventsAfter(ports, client, state.place, pageSize)
    if (same(place, state.place)) return
    const now = ports.clock.now()
    const deliveries = events.map((event) => deliveryOf(client.id, event, now))
    const taken = await ports.store.take(client.id, { ...state, place }, deliveries)
    if (!taken.ok || !more) return
  }
}

const same = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  Object.entries(one).every(([shard, key]) => other[shard] === key)

const deliveryOf = (clientId: string, event: SharedEvent, now: number): Delivery => {
  const { id, type, reference, version } = event
  const body = JSON.stringify({ type, timestamp: event.at, data: { reference, version } })
  return { id, clientId, body, state: 'due', version: 1, tries: 0, madeAt: now, dueAt: now }
}

type Told = { readonly clientId: string; readonly is: HookReply['is'] }

// Claimed first, so that two runs do not both send it.
const tell = async (ports: HookPorts, before: Delivery): Promise<Told | undefined> => {
  const { clock, store, hooks } = ports
  const hook = hooks.find(({ client }) => client.id === before.clientId)
  const now = clock.now()
  const mine = claimedDelivery(before, now)
  if (!(await store.keep(before, mine)).ok) return undefined
  const reply = hook === undefined ? nobody : await posted(ports, hook, mine)
  await store.keep(mine, deliveryAfterTry(mine, cameOf(reply), clock.now()))
  if (reply.is !== 'taken') ports.log({ level: 'warn', event: 'webhook-not-taken', ...statusOf(reply) })
  return { clientId: mine.clientId, is: reply.is }
}

const nobody: HookReply = { is: 'refused', why: 'Nobody is told any more' }

const posted = ({ clock, post, headersOf }: HookPorts, { url, secrets }: Hook, { id, body }: Delivery) =>
  post(url, headersOf({ id, at: clock.now(), body, secrets }), body)

const cameOf = (reply: HookReply) =>
  reply.is === 'taken'
    ? { taken: true, ...statusOf(reply) }
    : { taken: false, final: reply.is !== 'failed', why: reply.why, ...statusOf(reply) }

const statusOf = ({ status }: HookReply) => (status === undefined ? {} : { status })

// Written only where it changed. Managers have it as a task from then on that it is told nothing more.
const standAfter = async ({ clock, store, log }: HookPorts, clientId: string, told: readonly Told[]): Promise<void> => {
  const among = (is: HookReply['is']): boolean => told.some((one) => one.is === is)
  const round = among('gone') ? 'gone' : among('taken') ? 'taken' : 'failed'
  const { version, place, ...before } = await store.state(clientId)
  const after = standingAfter(before, round, clock.now())
  if (after.stopped === before.stopped && after.failingSince === before.failingSince) return
  const kept = await store.take(clientId, { version, place, ...after }, [])
  if (kept.ok && after.stopped !== undefined) log({ level: 'error', event: 'webhook-stopped' })
}
