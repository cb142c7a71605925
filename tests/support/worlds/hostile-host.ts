// The running product for hostile requests: over real HTTP, with any header, method and body, and what each answer must be whatever was sent.
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { counterFrom } from '#functions/wiring/residents.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { type Host, startHost } from '#infra/local/host.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { cookieName, newSession, type Session } from '#web/citizen/session.ts'
import { tokenFor } from '#web/middleware/csrf.ts'
import { sealed } from '#web/sealed.ts'
import type { Desk } from '#web/staff/desk.ts'

export type Sent = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

// Somebody with a cookie, and the token that their forms carry.
export type Somebody = { readonly cookie: string; readonly token: string }

export type HostileHost = {
  readonly host: Host
  readonly counter: Counter
  readonly desk: Desk
  // What it keeps beside its tables: the log, the texts.
  readonly directory: string
  readonly resident: (session: Partial<Session>) => Somebody
  readonly officer: (user: Staff) => Promise<Somebody>
  // Everything that is stored, but for staff sessions, which a page view extends, and what is counted in its own time.
  readonly stored: () => Promise<string>
  readonly close: () => Promise<void>
}

// `streamed`: texts go as they are decided, not with the sweep of each second.
export const startHostileHost = async (port: number, streamed = true): Promise<HostileHost> => {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-hostile-'))
  const secretKey = Buffer.alloc(32, 9).toString('base64')
  const host = await startHost({
    port,
    directory,
    secretKey,
    built: false,
    seed: false,
    now: personasNow,
    inMemory: true,
    streamed,
    scanMs: 10,
  })
  const [counter, desk] = [counterFrom(process.env), deskFrom(process.env)]
  const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? '' })
  return {
    host,
    counter,
    desk,
    directory,
    resident: (session) => residentOf(counter, session),
    officer: async (user) => {
      const id = await desk.sessions.start(user, desk.clock.now())
      return { cookie: `__Host-staff=${id}`, token: tokenFor(desk.keys, id, 'x') }
    },
    stored: () => stored(client),
    close: async () => {
      agent.destroy()
      client.destroy()
      await host.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const residentOf = ({ ids, keys, clock }: Counter, session: Partial<Session>): Somebody => {
  const whole = { ...newSession(ids.secret(), clock.now()), ...session }
  return { cookie: `${cookieName}=${sealed(whole, 'session', keys)}`, token: tokenFor(keys, whole.id, 'x') }
}

const stored = async (client: DynamoDBClient): Promise<string> => {
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: 'guildhall', ConsistentRead: true }))
  return items
    .filter(({ pk }) => !/^(SESSION|FACT|FACTKEY|DAYSUM)#/.test(pk?.S ?? ''))
    .map((item) => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join('\n')
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

// One request, nothing added: what fetch would forbid or fill in is sent as it is.
export const say = (origin: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      { hostname, port, path, method, agent, headers: { ...length, ...headers } },
      async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

export const formType = { 'content-type': 'application/x-www-form-urlencoded' }

// A form as a browser sends it from our own page.
export const posted = (who: Somebody, path: string, fields: readonly (readonly [string, string])[] = []): Sent => ({
  method: 'POST',
  path,
  headers: { ...formType, cookie: who.cookie, 'sec-fetch-site': 'same-origin' },
  body: new URLSearchParams([
    ['_csrf', who.token],
    ...fields.map(([name, value]): [string, string] => [name, value]),
  ]).toString(),
})

// Whatever was sent: one of our pages or the way to one, protected, with no stack in it.
export const expectOurs = ({ status, headers, body }: Got, said: unknown): void => {
  const faults = [
    ...(status < 500 ? [] : [`status ${status}`]),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['no nosniff']),
    ...(String(headers['content-security-policy']).includes("frame-ancestors 'none'") ? [] : ['no frame-ancestors']),
    ...(status === 303 ? offSite(String(headers.location)) : pageFaults(headers, body)),
    ...(/\n\s+at \S+ \(|\.ts:\d+|node_modules|process\.env\./.test(body) ? ['a stack'] : []),
    ...((headers['set-cookie'] ?? []).every((cookie) => cookie.startsWith('__Host-')) ? [] : ['a cookie not ours']),
  ]
  expect([said, status, faults]).toEqual([said, status, []])
}

// "Exit this page" leads to one address outside, whatever is sent with it.
const weather = 'https://www.bbc.co.uk/weather'

const offSite = (location: string): readonly string[] =>
  location === weather || /^\/(?![/\\])/.test(location) || /^http:\/\/localhost:\d+\/(auth|sign-in)/.test(location)
    ? []
    : [`to ${location}`]

// Where to report a weakness is plain text (RFC 9116): one address has it, and HEAD has it without content.
const isSecurityText = (headers: IncomingHttpHeaders, body: string): boolean =>
  headers['content-type'] === 'text/plain; charset=utf-8' && /^(Contact: |$)/.test(body.split('\n', 1)[0] ?? '')

const pageFaults = (headers: IncomingHttpHeaders, body: string): readonly string[] => [
  ...(headers['content-type'] === 'text/html; charset=utf-8' || isSecurityText(headers, body)
    ? []
    : [`type ${headers['content-type']}`]),
  ...(body === '' || isSecurityText(headers, body) || (body.includes('app-header') && body.includes('Dorset Council'))
    ? []
    : ['not our page']),
  ...(/<script>alert|<img src=x|(href|src|action)="?(javascript|data:text)/i.test(body) ? ['live markup'] : []),
]
