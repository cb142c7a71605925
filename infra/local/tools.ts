// The tools of the local host: texts as a phone shows them, emails, the clock, and the endpoints that stand for SNS and GOV.UK Notify. Never deployed.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { textPartsOf } from '#domain/texts/parts.ts'
import type { LocalClock } from './clock.ts'
import type { Phone, PhoneText } from './phone.ts'
import { type LocalNotify, localCallbackKey, type Posted } from './post/notify.ts'

type Tools = {
  readonly port: number
  readonly clock: LocalClock
  readonly phone: Phone
  readonly notify: LocalNotify
  readonly addresses: { readonly residents: string; readonly staff: string }
  // Where programs ask, and where Notify tells of letters that came back.
  readonly programs: string
}

export const startTools = async (tools: Tools): Promise<Server> => {
  const server = createServer((request, response) => {
    answer(tools, request, response).catch(() => reply(response, 500, 'text/plain', 'The tools failed'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(tools.port, '127.0.0.1', () => resolve())
  })
  return server
}

const answer = async (tools: Tools, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path.startsWith('/v2/')) return notifyReply(tools, request, response)
  switch (`${request.method} ${path}`) {
    case 'GET /':
      return reply(response, 200, 'text/html; charset=utf-8', page(tools))
    case 'GET /texts.json':
      return reply(response, 200, 'application/json', JSON.stringify(tools.phone.texts().map(listed)))
    case 'GET /emails.json':
      return reply(response, 200, 'application/json', JSON.stringify(tools.notify.posted()))
    // A program that is told of events, and takes all of them.
    case 'POST /hook':
      return reply(response, 204, 'text/plain', '')
    case 'GET /clock':
      return reply(response, 200, 'application/json', JSON.stringify(tools.clock.read()))
    case 'POST /clock':
      return shift(tools, request, response)
    case 'POST /letters/back':
      return bringBack(tools, request, response)
    case 'POST /': {
      const { status, xml } = tools.phone.publish(new URLSearchParams(await textOf(request)))
      return reply(response, status, 'text/xml', xml)
    }
    default:
      return reply(response, 404, 'text/plain', 'Not found')
  }
}

const notifyReply = async ({ notify }: Tools, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url: path = '/', headers } = request
  const text = await textOf(request)
  const { status, body } = notify.answer({ method, path, authorization: headers.authorization ?? '', text })
  reply(response, status, 'application/json', JSON.stringify(body))
}

// As GOV.UK Notify tells it, weeks later.
const bringBack = async (
  { notify, programs }: Tools,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const told = notify.returned(new URLSearchParams(await textOf(request)).get('id') ?? '')
  if (told === undefined) return reply(response, 404, 'text/plain', 'There is no such letter')
  const answered = await fetch(`${programs}/callbacks/notify/returned-letters`, {
    method: 'POST',
    headers: { authorization: `Bearer ${localCallbackKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(told),
  })
  if (!answered.ok) return reply(response, 502, 'text/plain', `The product answered ${answered.status}`)
  response.writeHead(303, { location: '/' })
  response.end()
}

const listed = ({ to, body, acceptedAt, messageId }: PhoneText) => ({ to, body, acceptedAt, messageId })

// {"offset": "P2D"} or {"now": "2026-11-23T10:00:00Z"}; the first also from the page's own form.
const shift = async (tools: Tools, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await textOf(request)
  // Whatever content type a tool says by itself.
  const form = !body.trimStart().startsWith('{')
  try {
    if (form) tools.clock.shift(new URLSearchParams(body).get('offset') ?? '')
    else setAs(tools.clock, JSON.parse(body))
  } catch {
    return reply(
      response,
      400,
      'application/json',
      '{"error":"offset must be an ISO 8601 duration, like P2D or -PT3H; now an instant, like 2026-11-23T10:00:00Z"}',
    )
  }
  if (!form) return reply(response, 200, 'application/json', JSON.stringify(tools.clock.read()))
  response.writeHead(303, { location: '/' })
  response.end()
}

type Asked = { readonly offset?: unknown; readonly now?: unknown }

const setAs = (clock: LocalClock, { offset, now }: Asked): void => {
  if (typeof now === 'string') clock.set(Temporal.Instant.from(now).epochMilliseconds)
  else clock.shift(typeof offset === 'string' ? offset : '')
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const reply = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

// A link in a text can be pressed, as on a phone; only our own addresses are linked.
const withLinks = (text: string, { addresses }: Tools): string =>
  escaped(text).replace(new RegExp(`${addresses.residents}[\\w/-]*`, 'g'), (link) => `<a href="${link}">${link}</a>`)

const bubble = (text: PhoneText, tools: Tools): string => {
  const { parts, alphabet } = textPartsOf(text.body)
  return `<li><p class="to">To ${escaped(text.to)} from ${escaped(text.sender)}</p><p class="body">${withLinks(text.body, tools)}</p><p class="to">${escaped(text.acceptedAt)}, ${parts === 1 ? '1 part' : `${parts} parts`}, ${alphabet}</p></li>`
}

const backButton = ({ id, type }: Posted): string =>
  type === 'email'
    ? ''
    : `<form method="post" action="/letters/back"><input type="hidden" name="id" value="${escaped(id)}"><button>The post brings it back</button></form>`

const envelope = (one: Posted, tools: Tools): string => {
  const { type, to, subject, body, acceptedAt } = one
  return `<li><p class="to">${type === 'email' ? 'Email' : 'Letter'} to ${escaped(to)}</p><p class="body"><strong>${escaped(subject)}</strong></p><p class="body words">${withLinks(body, tools)}</p><p class="to">${escaped(acceptedAt)}</p>${backButton(one)}</li>`
}

const page = (tools: Tools): string => {
  const { now, offset } = tools.clock.read()
  const posted = tools.notify.posted().toReversed().slice(0, 100)
  const texts = tools.phone.texts().toReversed().slice(0, 100)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Local tools - Guildhall</title><style>${style}</style></head><body><main>
<h1>Local tools</h1>
<p><a href="${tools.addresses.residents}">Residents’ pages</a> <a href="${tools.addresses.staff}">Staff pages</a></p>
<h2>The clock</h2>
<p>The product’s time is ${escaped(now)}${offset === 'PT0S' ? '' : `, shifted by ${escaped(offset)}`}.</p>
<form method="post" action="/clock"><label for="offset">Shift it by (P2D is two days, PT25M is 25 minutes, PT0S is the real time)</label> <input id="offset" name="offset" value="${escaped(offset)}" size="10"> <button>Shift</button></form>
<h2>Texts, newest first</h2>
${texts.length === 0 ? '<p>None yet.</p>' : `<ol>${texts.map((text) => bubble(text, tools)).join('')}</ol>`}
<p>Numbers that end in 999 belong to nobody: a text to one is accepted, then reported as not delivered. <a href="/texts.json">All texts as JSON</a></p>
<h2>Emails and letters, newest first</h2>
${posted.length === 0 ? '<p>None yet.</p>' : `<ol>${posted.map((one) => envelope(one, tools)).join('')}</ol>`}
<p>Addresses that begin with 999 belong to nobody. <a href="/emails.json">All of them as JSON</a></p>
</main></body></html>`
}

const style = `body{font:1.1rem/1.5 system-ui,sans-serif;margin:0;background:#eef1f3;color:#0b0c0c}main{max-width:40rem;margin:0 auto;padding:1rem}
ol{list-style:none;padding:0}li{background:#fff;border-radius:1rem;padding:.75rem 1rem;margin:0 0 1rem;overflow-wrap:anywhere}.to{color:#484f54;font-size:.9rem;margin:0}.body{margin:.25rem 0}.words{white-space:pre-line}input,button{font:inherit}`
