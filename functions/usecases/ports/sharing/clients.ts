// What the API asks of the outside: whose token it is, how often they asked, and what came of a write that is sent again.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Result } from '#domain/result.ts'
import type { Client } from '#domain/sharing/clients.ts'

export type Tokens = {
  // Refused where it is none of the identity provider's, has run out, or is of no client that we know.
  readonly clientOf: (token: string) => Promise<Result<Client, 'refused'>>
}

export type Rates = {
  // Counts the request; false where the client asked too often in this minute.
  readonly mayAsk: (clientId: string, now: number) => Promise<boolean>
}

export type SharedCases = {
  // As lists have them, in the order asked; one that is not there is left out. At most 100.
  readonly listed: (references: readonly string[]) => Promise<readonly ListedCase[]>
}

export type KeptReply = { readonly status: number; readonly body: string }

// What an idempotency key stands for: nothing yet, the same request under way or answered, or another request.
export type OnceBegun =
  | { readonly is: 'new' }
  | { readonly is: 'running' }
  | { readonly is: 'another' }
  | { readonly is: 'done'; readonly reply: KeptReply }

export type OnceStore = {
  // `key`, `request`: keyed hashes.
  readonly begin: (key: string, request: string, now: number) => Promise<OnceBegun>
  readonly end: (key: string, request: string, reply: KeptReply, now: number) => Promise<void>
}
