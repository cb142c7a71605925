// How our clients reach AWS: the SDK's extension point for a transport (SDK Developer Guide,
// "Configure requestHandler"), kept to what short calls without a query need.
// docs/decisions/official-clients.md has what the SDK's own handler costs a page.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { HttpRequest, HttpResponse, RequestHandler } from '@smithy/types'

type Handler = RequestHandler<HttpRequest, HttpResponse>

export type Connections = {
  // For calls that may be made twice: one whose connection had been closed is made again at once.
  readonly again: Handler
  // For calls whose caller must know of each reply that was lost.
  readonly once: Handler
}

/**
 * A connection stays open from one request to the next, however long that is. `replyMs`: a reply
 * that is silent for so long is a TimeoutError, which the SDK tries again.
 */
export const connections = (replyMs: number): Connections => {
  const open = { keepAlive: true, maxSockets: 50 }
  const [http, https] = [new HttpAgent(open), new HttpsAgent(open)]
  const ask = ({ protocol, hostname, port, path, method, headers, body }: HttpRequest): Promise<Asked> => {
    const [start, agent] = protocol === 'https:' ? [httpsRequest, https] : [httpRequest, http]
    const to = { agent, hostname, path, method, headers, ...(port === undefined ? {} : { port }) }
    return once(start, { ...to, timeout: replyMs }, body)
  }
  const destroy = () => {
    http.destroy()
    https.destroy()
  }
  const again = async (request: HttpRequest): Promise<Asked> => {
    const first = await ask(request)
    return first.is === 'reset' ? ask(request) : first
  }
  return {
    again: { handle: (request) => again(request).then(responseOf), destroy },
    once: { handle: (request) => ask(request).then(responseOf), destroy },
  }
}

const responseOf = (asked: Asked): { readonly response: HttpResponse } => {
  if (asked.is === 'answered') return asked
  throw asked.error
}

type Asked =
  | { readonly is: 'answered'; readonly response: HttpResponse }
  // A connection that had been used before and that the other side has closed meanwhile (Node.js
  // manual, "request.reusedSocket"): another one is taken at once.
  | { readonly is: 'reset' | 'failed'; readonly error: Error }

const once = (start: typeof httpRequest, options: RequestOptions, body: unknown): Promise<Asked> =>
  new Promise((resolve) => {
    const failed = (error: Error) => resolve({ is: request.reusedSocket && isReset(error) ? 'reset' : 'failed', error })
    const request = start(options, (message) =>
      heard(message, (response) => resolve({ is: 'answered', response }), failed),
    )
    request.once('timeout', () => request.destroy(noReply()))
    request.once('error', failed)
    request.end(body)
  })

// The whole body, which the SDK then need not collect itself.
const heard = (
  message: IncomingMessage,
  tell: (response: HttpResponse) => void,
  fail: (error: Error) => void,
): void => {
  const chunks: Buffer[] = []
  message.on('data', (chunk: Buffer) => chunks.push(chunk))
  message.once('error', fail)
  message.once('end', () => {
    const [only] = chunks
    const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
    tell({ statusCode: message.statusCode ?? 0, headers: plain(message.headers), body })
  })
}

const plain = (headers: IncomingMessage['headers']): Record<string, string> => {
  const all: Record<string, string> = {}
  for (const name in headers) all[name] = String(headers[name])
  return all
}

const isReset = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')

// The name by which the SDK knows what may be tried again.
const noReply = (): Error => Object.assign(new Error('No reply in time'), { name: 'TimeoutError' })
