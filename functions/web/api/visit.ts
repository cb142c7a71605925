// One request of a client of the API, and an address of it: who may, what it takes and gives, what answers.
import type { GenericSchema } from 'valibot'
import type { Client, ClientDeed } from '#domain/sharing/clients.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { OnceStore, Rates, Tokens } from '#usecases/ports/sharing/clients.ts'
import type { EventFeed } from '#usecases/ports/sharing/feed.ts'
import type { Hook } from '#usecases/ports/sharing/hooks.ts'
import type { KnownSwitches } from '#usecases/ports/switches.ts'
import type { SharingPorts } from '#usecases/sharing/share-cases.ts'
import type { ReturnPorts } from '#usecases/texts/take-back-letter.ts'
import type { Reply, Request } from '../http.ts'
import type { Addressed } from '../routes.ts'

export type Api = SharingPorts &
  ReturnPorts & {
    // What GOV.UK Notify shows when it tells something by itself; undefined where nobody typed one yet.
    readonly callbackKey: () => Promise<string | undefined>
    readonly feed: EventFeed
    readonly hooks: readonly Hook[]
    readonly tokens: Tokens
    readonly rates: Rates
    readonly once: OnceStore
    readonly switches: KnownSwitches
    readonly log: Log
  }

export type ApiVisit = { readonly api: Api; readonly request: Request; readonly client: Client }

// What docs/api/openapi.json says of it.
export type Operation = {
  readonly id: string
  readonly summary: string
  readonly query?: GenericSchema
  readonly body?: GenericSchema
  readonly gives: GenericSchema
  readonly status: 200 | 201
  // Of a case: read with its version as an ETag, and done only while it is at that version.
  readonly versioned?: true
  readonly problems: readonly number[]
}

export type ApiRoute = Addressed & {
  readonly policy: ClientDeed
  readonly operation: Operation
  readonly answer: (visit: ApiVisit) => Promise<Reply>
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})
