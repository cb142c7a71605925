// One request to an AWS service and its whole answer, in two seconds or not at all.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export type Ask = {
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Answered = { readonly status: number; readonly text: string; readonly etag: string }

export const askOnce = ({ url, method, headers, body }: Ask): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = start(url, { method, headers: { ...headers }, timeout: 2000 }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.once('error', reject)
      reply.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: reply.statusCode ?? 0, text, etag: reply.headers.etag ?? '' })
      })
    })
    request.once('timeout', () => request.destroy(new Error(`${url.host} did not answer in time`)))
    request.once('error', reject)
    request.end(body)
  })
