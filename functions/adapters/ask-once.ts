// One page and its whole text, in two seconds or not at all.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

type Answered = { readonly status: number; readonly text: string }

export const askOnce = (url: URL, headers: Readonly<Record<string, string>>): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = start(url, { headers: { ...headers }, timeout: 2000 }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.once('error', reject)
      reply.once('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
    })
    request.once('timeout', () => request.destroy(new Error(`${url.host} did not answer in time`)))
    request.once('error', reject)
    request.end()
  })
