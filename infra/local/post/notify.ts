// GOV.UK Notify on this machine: takes emails and letters over its real API, keeps what it accepted, and says of each what became of it
// (docs.notifications.service.gov.uk, REST API). It compares no reference, as Notify does not.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

export type Posted = {
  readonly id: string
  readonly type: 'email' | 'letter'
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly reference: string
  readonly acceptedAt: string
}

export type NotifyReply = { readonly status: number; readonly body: unknown }

export type LocalNotify = {
  readonly posted: () => readonly Posted[]
  // The answer to one request. `path` with its query.
  readonly answer: (request: Asked) => NotifyReply
  // What it tells of a letter that came back, in a POST with `localCallbackKey`; undefined of what is no letter.
  readonly returned: (id: string) => Returned | undefined
}

// "Returned letters", Callbacks: every value is text.
export type Returned = {
  readonly notification_id: string
  readonly reference: string
  readonly date_sent: string
  readonly template_id: string
}

type Asked = {
  readonly method: string
  readonly path: string
  readonly authorization: string
  readonly text: string
}

const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
export const localNotifyKey = `local-${service}-${secret}`
// By which it tells that a letter came back.
export const localCallbackKey = 'local-callback-3d844edf'
export const localTemplates = {
  email: '11111111-aaaa-4aaa-8aaa-000000000001',
  letter: '11111111-aaaa-4aaa-8aaa-000000000002',
}

type Given = {
  // Where what was accepted is kept; nowhere unless said.
  readonly file?: string
  readonly now: () => number
  // Of a service in trial mode and a key for a team only the team's own addresses are reached, and no letter goes.
  readonly team?: ReadonlySet<string>
  readonly aMinute?: number
  readonly aDay?: number
}

export const localNotify = (given: Given): LocalNotify => {
  const posted: Posted[] = given.file !== undefined && existsSync(given.file) ? kept(given.file) : []
  const limits = counted(given)
  return {
    posted: () => posted,
    returned: (id) => {
      const letter = posted.find((one) => one.id === id && one.type === 'letter')
      if (letter === undefined) return undefined
      const { reference, acceptedAt: date_sent } = letter
      return { notification_id: id, reference, date_sent, template_id: localTemplates.letter }
    },
    answer: (asked) => {
      if (!isOurs(asked.authorization, given.now())) return failed(403, 'AuthError', 'Invalid token: API key not found')
      const [path = '', query = ''] = asked.path.split('?')
      if (asked.method === 'GET') return told(posted, path, new URLSearchParams(query), given.now())
      const type = /^\/v2\/notifications\/(email|letter)$/.exec(path)?.[1]
      if (type !== 'email' && type !== 'letter') return failed(404, 'NotFound', 'The requested URL was not found')
      const limit = limits()
      if (limit !== undefined) return limit
      const read = readIn(type, asked.text)
      if ('status' in read) return read
      const kept = keptFrom(given.team, type, read.to)
      if (kept !== undefined) return kept
      const made: Posted = { ...read, id: randomUUID(), type, acceptedAt: new Date(given.now()).toISOString() }
      if (given.file !== undefined) appendFileSync(given.file, `${JSON.stringify(made)}\n`, { mode: 0o600 })
      posted.push(made)
      return { status: 201, body: acceptedBody(made) }
    },
  }
}

const kept = (file: string): Posted[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line)]
      } catch {
        return []
      }
    })

// HS256 under the key's secret, and a clock that is right to 30 seconds.
const isOurs = (authorization: string, now: number): boolean => {
  const [head = '', claims = '', signature = ''] = authorization.replace(/^Bearer /, '').split('.')
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest()
  const said = Buffer.from(signature, 'base64url')
  if (said.length !== right.length || !timingSafeEqual(said, right)) return false
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return iss === service && Math.abs(now / 1000 - iat) <= 30
}

// 3,000 in a minute of a key, rolling; a day's in UTC.
const counted = ({ now, aMinute = 3000, aDay = 250_000 }: Given) => {
  let [lately, day, today]: [number[], string, number] = [[], '', 0]
  return (): NotifyReply | undefined => {
    const at = now()
    const dayOf = new Date(at).toISOString().slice(0, 10)
    if (dayOf !== day) [day, today] = [dayOf, 0]
    lately = lately.filter((then) => then > at - 60_000)
    if (lately.length >= aMinute)
      return failed(
        429,
        'RateLimitError',
        `Exceeded rate limit for key type LIVE of ${aMinute} requests per 60 seconds`,
      )
    if (today >= aDay) return failed(429, 'TooManyRequestsError', `Exceeded send limits (${aDay}) for today`)
    lately.push(at)
    today += 1
    return undefined
  }
}

const isTexts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (from: unknown, name: string): string =>
  isTexts(from) && typeof from[name] === 'string' ? from[name] : ''

type Read = Pick<Posted, 'to' | 'subject' | 'body' | 'reference'>

const readIn = (type: 'email' | 'letter', text: string): Read | NotifyReply => {
  const asked = parsed(text)
  if (textIn(asked, 'template_id') !== localTemplates[type]) return failed(400, 'BadRequestError', 'Template not found')
  const values = isTexts(asked) ? asked.personalisation : undefined
  const [subject, body] = [textIn(values, 'subject'), textIn(values, 'body')]
  if (subject === '' || body === '') return failed(400, 'BadRequestError', 'Missing personalisation: subject, body')
  if (Buffer.byteLength(body) > 2_000_000)
    return failed(400, 'BadRequestError', 'Emails cannot be longer than 2000000 bytes')
  const to = type === 'email' ? textIn(asked, 'email_address') : lineOf(values)
  const wrong = type === 'email' ? wrongEmail(to) : wrongAddress(to)
  return wrong ?? { to, subject, body, reference: textIn(asked, 'reference') }
}

const keptFrom = (team: ReadonlySet<string> | undefined, type: Posted['type'], to: string): NotifyReply | undefined => {
  if (team === undefined) return undefined
  if (type === 'letter') return failed(403, 'BadRequestError', 'Cannot send letters with a team api key')
  return team.has(to)
    ? undefined
    : failed(400, 'BadRequestError', 'Can’t send to this recipient when service is in trial mode')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const lineOf = (values: unknown): string =>
  Array.from({ length: 7 }, (_, at) => textIn(values, `address_line_${at + 1}`))
    .filter((line) => line !== '')
    .join('\n')

const wrongEmail = (to: string): NotifyReply | undefined =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(to)
    ? undefined
    : failed(400, 'ValidationError', 'email_address is not a valid email address')

const wrongAddress = (to: string): NotifyReply | undefined => {
  const lines = to.split('\n')
  if (lines.length < 3) return failed(400, 'ValidationError', 'Address must be at least 3 lines')
  if (/no fixed abode/i.test(to)) return failed(400, 'ValidationError', 'Must be a real address')
  return /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(lines.at(-1) ?? '')
    ? undefined
    : failed(400, 'ValidationError', 'Last line of address must be a real UK postcode or another country')
}

const acceptedBody = ({ id, type, reference, subject, body }: Posted) => ({
  ...{ id, reference, scheduled_for: null, uri: `/v2/notifications/${id}` },
  content: { subject, body },
  template: { id: localTemplates[type], version: 1, uri: `/v2/template/${localTemplates[type]}` },
})

const told = (posted: readonly Posted[], path: string, query: URLSearchParams, now: number): NotifyReply => {
  const id = /^\/v2\/notifications\/([\w-]+)$/.exec(path)?.[1]
  // Of the last seven days, as Notify keeps them.
  const here = posted.filter(({ acceptedAt }) => now - Date.parse(acceptedAt) < 7 * 86_400_000)
  if (id !== undefined) {
    const one = here.find((each) => each.id === id)
    return one === undefined
      ? failed(404, 'NoResultFound', 'No result found')
      : { status: 200, body: statusOf(one, now) }
  }
  if (path !== '/v2/notifications') return failed(404, 'NotFound', 'The requested URL was not found')
  const reference = query.get('reference')
  const found = here.filter((each) => reference === null || each.reference === reference).slice(-250)
  return { status: 200, body: { notifications: found.map((one) => statusOf(one, now)).toReversed(), links: {} } }
}

// Notify's own addresses for tests, and as on the phone an address that begins with 999 belongs to nobody.
const statusOf = (one: Posted, now: number) => {
  const { id, reference, type, to } = one
  return { id, reference, type, status: became(type, to, now - Date.parse(one.acceptedAt)) }
}

const became = (type: Posted['type'], to: string, ms: number): string => {
  if (type === 'letter') return ms < 86_400_000 ? 'accepted' : 'received'
  if (ms < 1000) return 'sending'
  if (to === 'perm-fail@simulator.notify' || to.startsWith('999')) return 'permanent-failure'
  return to === 'temp-fail@simulator.notify' ? 'temporary-failure' : 'delivered'
}

const failed = (status: number, error: string, message: string): NotifyReply => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
})
