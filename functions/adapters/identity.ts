// The council's identity provider, by OpenID Connect: code flow with PKCE, state and nonce. Tokens are read here and kept nowhere.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import * as v from 'valibot'
import { no, ok, type Result } from '#domain/result.ts'
import type { Claims, Identity, PendingSignIn, SignedIn } from '#usecases/ports/staff.ts'

export type IdentitySettings = {
  readonly issuer: string
  readonly clientId: string
  // Absent on the local host, whose provider takes a public client.
  readonly clientSecret?: string
  readonly staffOrigin: string
}

const callbackPath = '/sign-in/callback'

export const oidcIdentity = (settings: IdentitySettings): Identity => {
  const provider = providerOf(settings)
  const redirect = settings.staffOrigin + callbackPath
  return {
    begin: async () => {
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: redirect,
        // The address and the number too: a member of staff's own case is known by them.
        scope: 'openid profile email phone',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        // A shared computer must not sign the next person in as the last.
        prompt: 'login',
      })
      return { url: url.href, pending }
    },
    finish: async (query, pending) => signedInAt(await provider(), new URL(`${redirect}?${query}`), pending),
    again: async (token, id) => claimsNow(await provider(), token, id),
  }
}

// Found out at the first sign-in, not at the function's start; asked again where it could not be had.
const providerOf = (settings: IdentitySettings): (() => Promise<Configuration>) => {
  let found: Promise<Configuration> | undefined
  return () => {
    found ??= discovered(settings)
    found.catch(() => {
      found = undefined
    })
    return found
  }
}

const discovered = ({ issuer, clientId, clientSecret }: IdentitySettings): Promise<Configuration> => {
  const local = new URL(issuer).protocol === 'http:' && new URL(issuer).hostname === 'localhost'
  // The id token's signature is checked too, although it comes straight from the provider.
  const execute = [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])]
  const authentication = clientSecret === undefined ? None() : ClientSecretBasic(clientSecret)
  return discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 3 })
}

const signedInAt = async (
  config: Configuration,
  here: URL,
  { state, nonce, verifier }: PendingSignIn,
): Promise<Result<SignedIn, 'refused'>> => {
  try {
    const tokens = await authorizationCodeGrant(config, here, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const read = readClaims(tokens.claims())
    return read === undefined ? no('refused') : ok({ claims: read, token: tokens.access_token })
  } catch (error) {
    if (isRefusal(error)) return no('refused')
    throw error
  }
}

// Read anew from the provider (OpenID Connect Core 1.0, 5.3). A token that it has ended is refused. Where it cannot be asked
// nobody knows what they may: that passes, and until then nothing is shown.
const claimsNow = async (config: Configuration, token: string, id: string): Promise<Result<Claims, 'refused'>> => {
  try {
    const read = readClaims(await fetchUserInfo(config, token, id))
    return read === undefined ? no('refused') : ok(read)
  } catch (error) {
    if (hasEnded(error)) return no('refused')
    throw new ProviderSilent(error)
  }
}

const hasEnded = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error.name === 'WWWAuthenticateChallengeError') return true
  return error.cause instanceof Response && error.cause.status >= 400 && error.cause.status < 500
}

class ProviderSilent extends Error {
  override readonly name = 'ServiceUnavailable'
  constructor(cause: unknown) {
    super('The identity provider did not say who somebody is', { cause })
  }
}

// What the provider said no to, or what does not hold. A provider that cannot be reached is another matter: that passes.
const isRefusal = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof ClientError) return !/TIMEOUT|ABORT/.test(error.code ?? '')
  return ['AuthorizationResponseError', 'ResponseBodyError', 'WWWAuthenticateChallengeError'].includes(error.name)
}

const text = v.pipe(v.string(), v.nonEmpty())
// A list, or a text of one: Cognito's own attributes are texts, and a provider's list comes through as “[one, two]”.
const list = v.optional(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((words) => words.split(/[\s,"[\]]+/).filter((word) => word !== '')),
    ),
  ]),
  [],
)

const claims = v.object({
  sub: text,
  name: text,
  roles: list,
  teams: list,
  'custom:roles': list,
  'custom:teams': list,
  phone_number: v.optional(v.pipe(v.string(), v.regex(/^\+\d{6,15}$/))),
  email: v.optional(v.pipe(v.string(), v.regex(/^[^@\s]+@[^@\s]+$/))),
})

const claimsFrom = ({ sub, name, phone_number: phone, email, ...lists }: v.InferOutput<typeof claims>): Claims => ({
  id: sub,
  name,
  roles: [...lists.roles, ...lists['custom:roles']],
  teams: [...lists.teams, ...lists['custom:teams']],
  ...(phone === undefined ? {} : { phone }),
  ...(email === undefined ? {} : { email }),
})

/** What an id token says of somebody; nothing where it names no subject, or no name. */
export const readClaims = (token: unknown): Claims | undefined => {
  const read = v.safeParse(claims, token)
  return read.success ? claimsFrom(read.output) : undefined
}
