// The council's identity provider on this machine: a real OpenID provider whose sign-in page lists the demonstration roles. Keys are made at
// its start. In AWS this is Cognito, federated to the council's own.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type ClientMetadata, type Configuration, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { clientCredentials, clientsMetadata, everyScope } from './identity/clients.ts'
import { memory } from './identity/kept.ts'
import { whoPage } from './identity/page.ts'
import { people, type StandInPerson } from './identity/people.ts'

export const clientId = 'guildhall-staff'

export type LocalIdentity = { readonly issuer: string; readonly close: () => Promise<void> }

type Client = {
  readonly staffOrigin: string
  // Where the client has one, as the deployed one has; the laptop's has none.
  readonly clientSecret?: string
  // Who is there, as it stands at each question: the demonstration's people where nobody else is given.
  readonly whoIsThere?: () => readonly StandInPerson[]
}

export const startIdentity = async (given: Client & { readonly port: number }): Promise<LocalIdentity> => {
  const issuer = `http://localhost:${given.port}`
  const provider = new Provider(issuer, configuration(given))
  const standard = provider.callback()
  const server = createServer((request, response) => {
    if (request.url?.startsWith(pagePath) !== true) return void standard(request, response)
    signIn(provider, given, request, response).catch(() => reply(response, 400, 'This sign-in has ended. Start again.'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, '127.0.0.1', () => resolve())
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { issuer, close }
}

const pagePath = '/sign-in/'

// Reading the interaction throws where the browser has no cookie of it.
const signIn = async (
  provider: Provider,
  { whoIsThere = demonstrated }: Client,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  await provider.interactionDetails(request, response)
  if (request.method !== 'POST') return reply(response, 200, whoPage(request.url ?? ''))
  const who = new URLSearchParams(await bodyOf(request)).get('who') ?? ''
  const person = whoIsThere().find(({ id }) => id === who)
  if (person === undefined) return reply(response, 400, 'There is no such person.')
  const login = { accountId: person.id, remember: false }
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const reply = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(body)
}

const demonstrated = () => people

const configuration = ({ whoIsThere = demonstrated, ...given }: Client): Configuration => ({
  adapter: memory(),
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  clients: [staffPages(given), ...clientsMetadata],
  scopes: ['openid', ...everyScope],
  claims: { openid: ['sub'], profile: ['name', 'roles', 'teams'], email: ['email'], phone: ['phone_number'] },
  // The id token itself says who it is: nothing else is asked for.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, ...clientCredentials },
  interactions: { url: (_context, { uid }) => `${pagePath}${uid}` },
  // Seconds. With the access token the staff function asks who somebody is, for as long as a session lasts.
  ttl: {
    AccessToken: 36_000,
    ClientCredentials: 3600,
    AuthorizationCode: 60,
    IdToken: 600,
    Interaction: 600,
    Grant: 86_400,
    Session: 86_400,
  },
  findAccount: (_context, id) => accountOf(whoIsThere().find((person) => person.id === id)),
  loadExistingGrant: agreed,
})

const staffPages = ({ staffOrigin, clientSecret }: Client): ClientMetadata => ({
  client_id: clientId,
  ...(clientSecret === undefined
    ? { token_endpoint_auth_method: 'none' }
    : { token_endpoint_auth_method: 'client_secret_basic', client_secret: clientSecret }),
  redirect_uris: [`${staffOrigin}/sign-in/callback`],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  id_token_signed_response_alg: 'ES256',
})

const accountOf = (person: StandInPerson | undefined) => {
  if (person === undefined) return undefined
  const { id, name, roles, teams, email, phone_number } = person
  const claims = () => ({ sub: id, name, roles: [...roles], teams: [...teams], email, phone_number })
  return { accountId: id, claims }
}

const signingKey = (): JWK => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'ES256',
  kty: 'EC',
})

// Staff are not asked whether casework may know who they are.
const agreed = async ({ oidc }: KoaContextWithOIDC) => {
  const { client, session } = oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile email phone')
  await grant.save()
  return grant
}
