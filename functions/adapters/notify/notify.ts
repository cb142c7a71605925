// Emails and letters through GOV.UK Notify's API, by the runtime's own fetch (docs/decisions/notify-by-fetch.md). Nothing is tried twice here: Notify
// knows no request that it has had before, so whoever has no answer asks by our reference first.
import * as v from 'valibot'
import { channelOf, isPostable } from '#domain/texts/channel.ts'
import { lastTriedAs, type Told, triedAs } from '#domain/texts/provider.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Sent, TextSender } from '#usecases/ports/texts.ts'
import { notifyKeyIn, notifyTokenFor } from './token.ts'

export type NotifySettings = {
  readonly endpoint: string
  // The API key; asked for with each message, so that a new one is used at once.
  readonly key: () => Promise<string | undefined>
  readonly now: () => number
  // Of the one template of each sort, which is nothing but ((subject)) and ((body)).
  readonly templates: { readonly email: string; readonly letter: string }
  // Outside production emails go only to these, and to Notify's own addresses for tests.
  readonly guests?: ReadonlySet<string>
}

type Reply = { readonly status: number; readonly body: unknown }
type Failed = { readonly is: 'not-reached' | 'no-reply' | 'no-key' }
type Call = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Reply | Failed>

export const notifyMessages = (settings: NotifySettings): Required<TextSender> => {
  const call = resting(calls(settings), settings.now)
  return {
    send: async (text) => {
      if (!mayReach(settings, text)) return { is: 'refused', words: 'Not on the guest list of this stage' }
      const posted = channelOf(text) === 'letter' ? letterOf(settings, text) : emailOf(settings, text)
      return posted === undefined ? notAnAddress : sentOf(await call('POST', posted.path, posted.body))
    },
    ask: async (text) => {
      const path =
        text.messageId === undefined
          ? `/v2/notifications?${new URLSearchParams({ reference: lastTriedAs(text) })}`
          : `/v2/notifications/${encodeURIComponent(text.messageId)}`
      return toldOf(text, await call('GET', path))
    },
  }
}

const testAddress =
  /^(?:simulate-delivered(?:-[23])?@notifications\.service\.gov\.uk|(?:temp|perm)-fail@simulator\.notify)$/

// A letter goes to nobody but in production: there is no address for tests.
const mayReach = ({ guests }: NotifySettings, text: Text): boolean =>
  guests === undefined || (channelOf(text) === 'email' && (guests.has(text.to) || testAddress.test(text.to)))

const emailOf = ({ templates }: NotifySettings, text: Text) => ({
  path: '/v2/notifications/email',
  body: { email_address: text.to, template_id: templates.email, ...saidIn(text) },
})

const saidIn = (text: Text) => ({
  personalisation: { subject: text.subject ?? '', body: text.body },
  reference: triedAs(text),
})

const letterOf = ({ templates }: NotifySettings, text: Text) => {
  const lines = text.to.split('\n').map((line) => line.trim())
  if (!isPostable(lines.join('\n'))) return undefined
  const { personalisation, reference } = saidIn(text)
  const address = Object.fromEntries(lines.map((line, at) => [`address_line_${at + 1}`, line]))
  return {
    path: '/v2/notifications/letter',
    body: { template_id: templates.letter, personalisation: { ...personalisation, ...address }, reference },
  }
}

const notAnAddress: Sent = { is: 'refused', words: 'The address is not one that a letter can be posted to' }

const patienceMs = 5000

const calls =
  ({ endpoint, key, now }: NotifySettings): Call =>
  async (method, path, body) => {
    const known = notifyKeyIn((await key().catch(() => undefined)) ?? '')
    if (known === undefined) return { is: 'no-key' }
    try {
      const reply = await fetch(`${endpoint}${path}`, {
        method,
        headers: { authorization: `Bearer ${notifyTokenFor(known, now())}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      return { status: reply.status, body: await reply.json().catch(() => undefined) }
    } catch (error) {
      return { is: neverLeft(error) ? 'not-reached' : 'no-reply' }
    }
  }

// Without a connection nothing was said; after it nobody knows.
const neverLeft = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)
}

// While Notify cannot be reached the next minute's emails are not tried: a text behind them would wait for each.
const restMs = 60_000

const resting = (call: Call, now: () => number): Call => {
  let until = 0
  return async (...given) => {
    if (now() < until) return { is: 'not-reached' }
    const reply = await call(...given)
    if ('is' in reply && reply.is !== 'no-key') until = now() + restMs
    return reply
  }
}

const taken = v.object({ id: v.pipe(v.string(), v.nonEmpty()) })
const failure = v.object({ errors: v.array(v.object({ error: v.string() })) })

// By status and error, never by the message, which may change (Notify, "Error messages").
const sentOf = (reply: Reply | Failed): Sent => {
  if ('is' in reply) return unsent[reply.is]
  const { status, body } = reply
  const parsed = v.safeParse(taken, body)
  if (status === 201 && parsed.success) return { is: 'accepted', messageId: parsed.output.id }
  if (status === 429) return { is: 'retry', words: wordsOfLimit(body) }
  // A key that was turned, or our clock: somebody mends it, and what waits goes then.
  if (status === 401 || status === 403) return { is: 'retry', words: 'GOV.UK Notify did not let us in' }
  if (status >= 400 && status < 500) return { is: 'refused', words: 'GOV.UK Notify refused the address or the words' }
  return unsent['no-reply']
}

const unsent: Readonly<Record<Failed['is'], Sent>> = {
  'not-reached': { is: 'retry', words: 'GOV.UK Notify could not be reached' },
  'no-key': { is: 'retry', words: 'There is no key for GOV.UK Notify' },
  'no-reply': { is: 'unknown', words: 'No answer came back from GOV.UK Notify' },
}

const wordsOfLimit = (body: unknown): string => {
  const parsed = v.safeParse(failure, body)
  return parsed.success && parsed.output.errors.some(({ error }) => error === 'TooManyRequestsError')
    ? 'As many emails have been sent today as GOV.UK Notify lets us'
    : 'GOV.UK Notify was busy'
}

const message = v.object({ id: v.string(), status: v.string() })
const list = v.object({ notifications: v.array(message) })

const toldOf = (text: Text, reply: Reply | Failed): Told => {
  if ('is' in reply || reply.status === 429) return { is: 'no-answer' }
  const known = text.messageId !== undefined
  if (known && reply.status === 404) return { is: 'unknown-there' }
  if (reply.status !== 200) return { is: 'no-answer' }
  const parsed = v.safeParse(
    known
      ? message
      : v.pipe(
          list,
          v.transform(({ notifications }) => notifications[0]),
        ),
    reply.body,
  )
  if (!parsed.success) return { is: 'no-answer' }
  return parsed.output === undefined ? { is: 'unknown-there' } : becameOf(text, parsed.output)
}

const arrived = new Set(['delivered', 'received'])
const going = new Set(['created', 'sending', 'accepted', 'pending-virus-check', 'pending'])

const becameOf = (text: Text, { id: messageId, status }: v.InferOutput<typeof message>): Told => {
  if (going.has(status)) return { is: 'on-its-way', messageId }
  return { is: arrived.has(status) ? 'arrived' : 'lost', messageId, words: `${channelOf(text)} ${status}` }
}
