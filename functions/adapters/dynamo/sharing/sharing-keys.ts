// The keys of what goes out to programs and as files, and of cases that are of one person (the other keys: table.ts).
//
//   what came of a request by the API, where it is sent again  put if absent, GetItem  ONCE#hash / ONCE
//   what happened on cases, in the order it was written        Query    index due: DUE#feed#shard → instant#event
//   how far a client was told of events, and what came of each  Query    HOOK#client / HOOK, SENT#event
//   what is to be told to clients by now                        Query    index due: DUE#hooks → instant#event
//   which long lists does a team want as files                  Query    LISTS#team / id
//   what was said of a case and others of the same person       Query    KIN#ref / ref
import { type Key, shardOf, shards } from '../table.ts'

export const sharingKeys = {
  once: (hash: string): Key => ({ pk: `ONCE#${hash}`, sk: 'ONCE' }),
  hook: (clientId: string): Key => ({ pk: `HOOK#${clientId}`, sk: 'HOOK' }),
  // An event's id sorts by time.
  delivery: (clientId: string, event: string): Key => ({ pk: `HOOK#${clientId}`, sk: `SENT#${event}` }),
  kin: (reference: string, other: string): Key => ({ pk: `KIN#${reference}`, sk: other }),
  listRequest: (team: string, id: string): Key => ({ pk: `LISTS#${team}`, sk: id }),
}

export const dueHooks = 'DUE#hooks'

export const feedKey = (shard: number): string => `DUE#feed#${shard}`

export const feedShards: readonly number[] = Array.from({ length: shards }, (_, shard) => shard)

export const instantIn = (at: number): string => new Date(at).toISOString()

/** Where an event of a case stands in the feed. `at`: the instant of the write. */
export const inFeed = (id: string, at: number) => ({ due: feedKey(shardOf(id)), dueAt: `${instantIn(at)}#${id}` })
