// A world with the API: on the same tables, with tokens of the local identity provider.
import { apiFrom } from '#functions/wiring/api.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { clientNames, localClientSecret, localClients } from '#infra/local/identity/clients.ts'
import { startIdentity } from '#infra/local/identity.ts'
import { apiHandler } from '#web/api/handler.ts'
import type { Api } from '#web/api/visit.ts'
import type { WebHandler } from '#web/stack.ts'
import { type Answered, visitor } from './visitor.ts'
import { auditOf, staffOrigin, startWorld, type World } from './world.ts'

export type ApiWorld = {
  readonly world: World
  readonly api: Api
  readonly handler: WebHandler
  readonly issuer: string
  // A token as the provider gives it to one of the local clients.
  readonly tokenOf: (clientId: string) => Promise<string>
  readonly ask: (given: Asking) => Promise<Answer>
  readonly audit: (pk: string) => Promise<readonly Line[]>
  readonly close: () => Promise<void>
}

type Line = { readonly by: string; readonly did?: string; readonly action?: string; readonly allowed?: boolean }

export type Asking = {
  // Absent: without a token.
  readonly client?: string
  readonly token?: string
  readonly path: string
  readonly post?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

// `body`: as JSON says it.
export type Answer = Pick<Answered, 'status' | 'headers'> & { readonly text: string; readonly body: unknown }

export const apiOrigin = 'http://localhost:3005'

export const startApiWorld = async (around?: World): Promise<ApiWorld> => {
  const world = around ?? (await startWorld())
  const provider = await startIdentity({ port: await freePort(), staffOrigin })
  const env = { ...world.env, OIDC_ISSUER: provider.issuer, API_CLIENTS: clientNames }
  const { log, switches } = world.counter
  const api: Api = { ...apiFrom(env, world.clock), log, switches }
  const handler = apiHandler(api)
  const held = new Map<string, string>()
  const tokenOf = async (clientId: string): Promise<string> => {
    const token = held.get(clientId) ?? (await tokenFrom(provider.issuer, clientId))
    held.set(clientId, token)
    return token
  }
  return {
    ...{ world, api, handler, issuer: provider.issuer, tokenOf },
    ask: async (given) => {
      const token = given.token ?? (given.client === undefined ? undefined : await tokenOf(given.client))
      return askOf(handler, token, given)
    },
    audit: auditOf(world),
    close: async () => {
      await provider.close()
      await world.close()
    },
  }
}

const scopesOf = (clientId: string): string => localClients.find(({ id }) => id === clientId)?.scopes.join(' ') ?? ''

export const tokenFrom = async (issuer: string, clientId: string): Promise<string> => {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${localClientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopesOf(clientId) }),
  })
  const token = /"access_token":"([^"]+)"/.exec(await response.text())?.[1]
  if (token === undefined) throw new Error(`The provider gave ${clientId} no token`)
  return token
}

export const askOf = async (handler: WebHandler, token: string | undefined, given: Asking): Promise<Answer> => {
  const { path, post, headers = {} } = given
  const body = typeof post === 'string' ? post : JSON.stringify(post)
  const answer = await visitor(handler, apiOrigin).ask({
    ...{ method: post === undefined ? 'GET' : 'POST', path },
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(post === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(post === undefined ? {} : { body }),
  })
  const { status, headers: said, html: text } = answer
  return { status, headers: said, text, body: text === '' ? undefined : JSON.parse(text) }
}
