// Webhooks: who is told of events, what came of each, and how they are sent.

import type { Result } from '#domain/result.ts'
import type { Client } from '#domain/sharing/clients.ts'
import type { Delivery, HookStanding } from '#domain/sharing/delivery.ts'
import type { FeedPlace } from './feed.ts'

// A client that is told. `secrets`: the newest first.
export type Hook = { readonly client: Client; readonly url: string; readonly secrets: readonly string[] }

export type HookReply =
  | { readonly is: 'taken'; readonly status: number }
  | { readonly is: 'gone'; readonly status: number; readonly why: string }
  | { readonly is: 'failed'; readonly why: string; readonly status?: number }
  // An address that we do not call, and would not call later.
  | { readonly is: 'refused'; readonly why: string; readonly status?: number }

export type HookPost = (address: string, headers: Readonly<Record<string, string>>, body: string) => Promise<HookReply>

// How far the feed was read for a client, and how it takes what it is told.
export type HookState = HookStanding & { readonly version: number; readonly place: FeedPlace }

export type HookStore = {
  readonly state: (clientId: string) => Promise<HookState>
  // What is to be told next, with how far the feed was read: both or neither.
  readonly take: (
    clientId: string,
    state: HookState,
    deliveries: readonly Delivery[],
  ) => Promise<Result<null, 'changed-elsewhere'>>
  readonly due: (now: number, most: number) => Promise<readonly Delivery[]>
  // Where it is still as it was read.
  readonly keep: (before: Delivery, after: Delivery) => Promise<Result<null, 'changed-elsewhere'>>
  // Newest first.
  readonly log: (clientId: string, most: number) => Promise<readonly Delivery[]>
  readonly one: (clientId: string, id: string) => Promise<Delivery | undefined>
}
