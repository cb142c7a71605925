// What happened on cases that a client may hear of (docs/rules/sharing.md, "Events").
import { no, ok, type Result } from '#domain/result.ts'
import type { Client } from '#domain/sharing/clients.ts'
import { mayHave } from '#domain/sharing/shared-case.ts'
import type { SharedCases } from '../ports/sharing/clients.ts'
import type { EventFeed, FeedEntry, FeedPlace } from '../ports/sharing/feed.ts'
import type { Clock, Keys } from '../ports/stores.ts'
import { cursorFor, cursorIn } from './cursor.ts'

export type SharedEvent = {
  readonly id: string
  readonly type: 'case.opened' | 'case.changed'
  readonly reference: string
  readonly service: string
  readonly version: number
  // ISO 8601 in UTC.
  readonly at: string
}

export type FeedPorts = {
  readonly clock: Clock
  readonly keys: Keys
  readonly feed: EventFeed
  readonly shared: SharedCases
}

// A write that began before is done by then, and stands in the index. A transaction is tried for 3.5 seconds, and a reply waited for for two.
const settleMs = 15_000
const keptMs = 90 * 86_400_000

export type EventPage = { readonly events: readonly SharedEvent[]; readonly next: string; readonly more: boolean }

export const readFeed = async (
  ports: FeedPorts,
  client: Client,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<EventPage, 'not-our-cursor'>> => {
  const of = { clientId: client.id, question: 'events' }
  const said = after === undefined ? '{}' : cursorIn(ports.keys, of, after)
  if (said === undefined) return no('not-our-cursor')
  const { place, events, more } = await eventsAfter(ports, client, JSON.parse(said), limit)
  return ok({ events, next: cursorFor(ports.keys, of, JSON.stringify(place)), more })
}

export const eventsAfter = async (
  { clock, feed, shared }: Omit<FeedPorts, 'keys'>,
  client: Client,
  place: FeedPlace,
  size: number,
) => {
  const now = clock.now()
  const page = await feed.read({ place, from: now - keptMs, until: now - settleMs, size })
  const cases = await shared.listed(page.entries.map(({ reference }) => reference))
  const services = new Map(
    cases.filter((subject) => mayHave(client, 'events', subject)).map((one) => [one.reference, one.service]),
  )
  return { ...page, events: page.entries.flatMap((entry) => eventOf(entry, services.get(entry.reference))) }
}

// Of a case that is restricted now nothing is told, not even what happened before it was.
const eventOf = ({ id, reference, version, at }: FeedEntry, service: string | undefined): readonly SharedEvent[] =>
  service === undefined
    ? []
    : [
        {
          ...{ id, type: version === 1 ? 'case.opened' : 'case.changed', reference, service, version },
          at: new Date(at).toISOString(),
        },
      ]
