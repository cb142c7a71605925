// H68 and H38 of the hostile inputs where they count: a provider that answers a staff member's sign-in with an id token that it may not have
// made, that is old, or that is of somebody else. The provider is ours, over HTTP, with a key of its own; the one true token is let in.
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oidcIdentity } from '#adapters/identity.ts'
import { freePort } from '#infra/local/dynamo.ts'
import type { PendingSignIn } from '#usecases/ports/staff.ts'

const clientId = 'guildhall-staff'
const staffOrigin = 'http://localhost:3001'
const [ours, foreign] = [pair(), pair()]

let server: Server
let issuer = ''
// What the token endpoint gives next.
let idToken = ''
beforeAll(async () => {
  const port = await freePort()
  issuer = `http://localhost:${port}`
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerTo(request)))
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', () => resolve()))
})
afterAll(() => server.close())

const answerTo = ({ url = '' }: IncomingMessage): object => {
  if (url.startsWith('/.well-known/')) return discovery()
  if (url === '/keys')
    return { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }
  return { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken }
}

const discovery = () => ({
  ...{
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
  },
  ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
  id_token_signing_alg_values_supported: ['RS256'],
})

function pair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

type Signed = (input: string) => string

const by =
  (key: KeyObject): Signed =>
  (input) =>
    sign('sha256', Buffer.from(input), key).toString('base64url')
const withPublicKey: Signed = (input) =>
  createHmac('sha256', ours.publicKey.export({ format: 'pem', type: 'spki' }))
    .update(input)
    .digest('base64url')

const token = (header: object, claims: object, signed: Signed): string => {
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${signed(input)}`
}

const claimsFor = ({ nonce }: PendingSignIn) => {
  const now = Math.floor(Date.now() / 1000)
  const who = { sub: 'u1', name: 'U', roles: ['housing-officer'], teams: ['housing'] }
  return { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...who }
}

type Claims = ReturnType<typeof claimsFor>
const rs256 = { alg: 'RS256', kid: 'k' }
const own = by(ours.privateKey)
const without = (claims: Claims, name: keyof Claims): object =>
  Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name))

const forged: readonly (readonly [string, (claims: Claims) => string])[] = [
  ['no algorithm and no signature', (claims) => token({ alg: 'none' }, claims, () => '')],
  ['the public key as a shared secret', (claims) => token({ alg: 'HS256', kid: 'k' }, claims, withPublicKey)],
  ['a key of somebody else', (claims) => token(rs256, claims, by(foreign.privateKey))],
  ['no signature', (claims) => token(rs256, claims, () => '')],
  [
    'claims that were changed after signing',
    (claims) => {
      const [head = '', , tail = ''] = token(rs256, claims, own).split('.')
      return `${head}.${part({ ...claims, roles: ['team-manager'] })}.${tail}`
    },
  ],
  ['an end that is past', (claims) => token(rs256, { ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }, own)],
  ['no end', (claims) => token(rs256, without(claims, 'exp'), own)],
  ['another pool', (claims) => token(rs256, { ...claims, iss: 'https://evil.example' }, own)],
  ['another client', (claims) => token(rs256, { ...claims, aud: 'another' }, own)],
  ['another nonce', (claims) => token(rs256, { ...claims, nonce: 'another' }, own)],
  ['no nonce', (claims) => token(rs256, without(claims, 'nonce'), own)],
  ['nobody’s name', (claims) => token(rs256, without(claims, 'sub'), own)],
  ['an access token in its place', () => 'a'],
  ['nothing', () => ''],
]

const signIn = async (make: (claims: Claims) => string) => {
  const identity = oidcIdentity({ issuer, clientId, staffOrigin })
  const { pending } = await identity.begin()
  idToken = make(claimsFor(pending))
  return identity.finish(`code=c&state=${pending.state}`, pending)
}

describe('a sign-in whose token has', () => {
  it('what it should is let in, so that the others are refused for what they are', async () => {
    const done = await signIn((claims) => token(rs256, claims, own))
    expect(done).toMatchObject({ ok: true })
  })

  it.each(forged)('%s is refused (H38, H68)', async (_what, make) => {
    expect(await signIn(make)).toEqual({ ok: false, error: 'refused' })
  })
})
