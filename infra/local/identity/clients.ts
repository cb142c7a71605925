// Programs that may ask the API on this machine. In AWS they stand in stages.ts, and Cognito makes their secrets.
import type { ClientMetadata, Configuration } from 'oidc-provider'
import { apiName, clientDeeds, scopeOf } from '#domain/sharing/clients.ts'
import { services } from '#services/catalogue.ts'

export type LocalClient = { readonly id: string; readonly name: string; readonly scopes: readonly string[] }

// All have this secret here.
export const localClientSecret = 'local-secret-of-a-client'

export const localClients: readonly LocalClient[] = [
  {
    id: 'repairs-contractor',
    name: 'Repairs contractor',
    scopes: [scopeOf('housing', 'read'), scopeOf('housing', 'people'), scopeOf('housing', 'note')],
  },
  {
    id: 'planning-register',
    name: 'Planning register',
    scopes: [scopeOf('planning', 'read'), scopeOf('planning', 'events')],
  },
  {
    id: 'data-warehouse',
    name: 'Data warehouse',
    scopes: services.flatMap(({ id }) => [scopeOf(id, 'read'), scopeOf(id, 'events')]),
  },
]

// As API_CLIENTS has them (functions/adapters/config.ts).
export const clientNames = localClients.map(({ id, name }) => `${id}=${name}`).join(',')

// As API_HOOKS has them: one program here is told of events, at an address among the local tools.
export const hookAt = (tools: string): string =>
  `data-warehouse ${tools}/hook 1 ${services.map(({ id }) => id).join('+')}`

const resource = `urn:${apiName}:api`
export const everyScope = services.flatMap(({ id }) => clientDeeds.map((deed) => scopeOf(id, deed)))

export const clientsMetadata: readonly ClientMetadata[] = localClients.map(({ id, scopes }) => ({
  client_id: id,
  client_secret: localClientSecret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  // Of every client here one kind of signature: the provider has no other key.
  id_token_signed_response_alg: 'ES256',
  scope: scopes.join(' '),
}))

// Their tokens say what they may, and are signed, as Cognito's are (RFC 9068). Those of staff stay as they are.
export const clientCredentials: NonNullable<Configuration['features']> = {
  clientCredentials: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: (_context, client) => (localClients.some(({ id }) => id === client?.clientId) ? resource : []),
    getResourceServerInfo: () => ({
      scope: everyScope.join(' '),
      audience: resource,
      accessTokenTTL: 3600,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'ES256' } },
    }),
  },
}
