// Sends a webhook to a public address and to no other: every address that its name has is judged, the first of them is the one that is connected
// to, no redirect is followed, and neither a slow answer nor a long one keeps us (OWASP, Server Side Request Forgery Prevention).
import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import type { HookPost, HookReply } from '#usecases/ports/sharing/hooks.ts'
import { isPublic } from './public-address.ts'

export type HookSettings = {
  // On a laptop alone: http, and only to loopback.
  readonly loopback: boolean
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly patienceMs?: number
  // Who is trusted to say whose a server is, where that is not who Node trusts.
  readonly ca?: string
}

const resolved = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

export const hookPost =
  ({ loopback, resolve = resolved, patienceMs = 10_000, ca }: HookSettings): HookPost =>
  async (address, headers, body) => {
    const url = URL.parse(address)
    if (url === null || !mayCall(url, loopback)) return { is: 'refused', why: 'The address must begin with https://' }
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const found = isIP(host) > 0 ? [host] : await resolve(host).catch(() => [])
    const [first] = found
    if (first === undefined) return { is: 'failed', why: 'The name of the address is not known' }
    if (!found.every((one) => isPublic(one) || (loopback && isLoopback(one))))
      return { is: 'refused', why: 'The address is not one of the public internet' }
    return sent({ url, first, headers, body, patienceMs, ...(ca === undefined ? {} : { ca }) })
  }

const mayCall = ({ protocol, username, password, hostname }: URL, loopback: boolean): boolean =>
  username === '' &&
  password === '' &&
  (protocol === 'https:' || (loopback && protocol === 'http:' && isLocal(hostname)))

const isLocal = (host: string): boolean => host === 'localhost' || isLoopback(host)
const isLoopback = (address: string): boolean => address === '127.0.0.1' || address === '::1'

type Sending = {
  readonly url: URL
  readonly first: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly patienceMs: number
  readonly ca?: string
}

const sent = ({ url, first, headers, body, patienceMs, ca }: Sending): Promise<HookReply> =>
  new Promise((settle) => {
    const make = url.protocol === 'http:' ? plainRequest : request
    const asking = make(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      // Whatever the name means by now, this is the address that was judged.
      lookup: (_host, options, give) =>
        options.all === true ? give(null, [{ address: first, family: isIP(first) }]) : give(null, first, isIP(first)),
      signal: AbortSignal.timeout(patienceMs),
      ...(ca === undefined ? {} : { ca }),
    })
    asking.on('response', (response) => {
      // What it says is of no use to us.
      response.destroy()
      settle(replyOf(response.statusCode ?? 0))
    })
    asking.on('error', ({ name }) => settle({ is: 'failed', why: name === 'AbortError' ? slow : 'It did not answer' }))
    asking.end(body)
  })

const slow = 'It did not answer in time'

// 410 says that it wants no more (Standard Webhooks, "Disabling endpoints").
const replyOf = (status: number): HookReply => {
  if (status >= 200 && status < 300) return { is: 'taken', status }
  if (status === 410) return { is: 'gone', status, why: 'It answered 410: it wants no more' }
  const why =
    status >= 300 && status < 400 ? `It answered ${status}: redirects are not followed` : `It answered ${status}`
  return { is: 'failed', why, status }
}
