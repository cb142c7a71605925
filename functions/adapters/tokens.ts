// Access tokens of the API's clients, as the council's identity provider signs them (RFC 9068; Cognito Developer Guide, "Understanding the
// access token"). Its keys are asked for with the first token, and again when one is signed with a key that is not known.
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import { no, ok, type Result } from '#domain/result.ts'
import { apiName, type Client } from '#domain/sharing/clients.ts'
import type { Tokens } from '#usecases/ports/sharing/clients.ts'

type Settings = {
  readonly issuer: string
  // Names by client id. A client that is not in it gets in by no token.
  readonly clients: ReadonlyMap<string, string>
}

// How to ask the provider: the runtime's own fetch, or a test's.
type Fetch = (url: string, options: RequestInit) => Promise<Response>

export const apiTokens = (settings: Settings, ask: Fetch = fetch): Tokens => {
  const keysAt = once(() => keysOf(settings.issuer, ask))
  return { clientOf: async (token) => clientIn(settings, await keysAt(), token) }
}

const patienceMs = 3000

const keysOf = async (issuer: string, ask: Fetch): Promise<JWTVerifyGetKey> => {
  const response = await ask(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(patienceMs) })
  const { jwks_uri: address } = v.parse(v.object({ jwks_uri: v.string() }), await response.json())
  return createRemoteJWKSet(new URL(address), { timeoutDuration: patienceMs, [customFetch]: ask })
}

// What failed is asked for again with the next token.
const once = <T>(find: () => Promise<T>): (() => Promise<T>) => {
  let found: Promise<T> | undefined
  return async () => {
    found ??= find()
    try {
      return await found
    } catch (error) {
      found = undefined
      throw new ProviderSilent(error)
    }
  }
}

class ProviderSilent extends Error {
  override readonly name = 'ServiceUnavailable'
  constructor(cause: unknown) {
    super('The identity provider did not say with which keys it signs', { cause })
  }
}

const claims = v.object({
  client_id: v.pipe(v.string(), v.nonEmpty()),
  scope: v.string(),
  // Cognito says what a token is for.
  token_use: v.optional(v.literal('access')),
})

const clientIn = async (
  { issuer, clients }: Settings,
  key: JWTVerifyGetKey,
  token: string,
): Promise<Result<Client, 'refused'>> => {
  const read = v.safeParse(claims, await payloadOf(issuer, key, token))
  if (!read.success) return no('refused')
  const { client_id: id, scope } = read.output
  const name = clients.get(id)
  if (name === undefined) return no('refused')
  const scopes = scope.split(' ').filter((one) => one.startsWith(`${apiName}/`))
  return ok({ id, name, scopes: new Set(scopes) })
}

// Nothing where it does not hold. A provider that does not answer is another matter: that passes.
const payloadOf = async (issuer: string, key: JWTVerifyGetKey, token: string): Promise<unknown> => {
  try {
    const required = { issuer, algorithms: ['RS256', 'ES256'], requiredClaims: ['exp'], clockTolerance: 5 }
    return (await jwtVerify(token, key, required)).payload
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw new ProviderSilent(error)
    return undefined
  }
}
