// CloudFront over its own protocol, REST with XML (CloudFront API reference, UpdateDistribution): one value of its configuration is changed and
// the rest goes back as it came.
import type { Edges } from '#usecases/ports/edge.ts'
import { askOnce } from './ask-once.ts'
import { credentialsIn, signedHeaders } from './sigv4.ts'

type Env = Readonly<Record<string, string | undefined>>

// What each distribution says to our functions with every request, in the header x-from-edge.
export const cloudFront = (env: Env, distributionIds: readonly string[]): Edges => ({
  tell: async (secret) => {
    for (const id of distributionIds) await sayFrom(env, id, secret)
  },
  told: async (secret) => {
    const configs = await Promise.all(distributionIds.map((id) => asked(env, { method: 'GET', path: configOf(id) })))
    return configs.every(({ text }) => saying(text, secret) === text)
  },
  // 'InProgress' until every edge knows the last change (CloudFront API reference, Distribution).
  settled: async () => {
    const all = await Promise.all(distributionIds.map((id) => asked(env, { method: 'GET', path: pathOf(id) })))
    return all.every(({ text }) => /<Status>Deployed<\/Status>/.test(text))
  },
})

const pathOf = (id: string): string => `/2020-05-31/distribution/${id}`
const configOf = (id: string): string => `${pathOf(id)}/config`

const sayFrom = async (env: Env, id: string, secret: string): Promise<void> => {
  const path = configOf(id)
  const { text, etag } = await asked(env, { method: 'GET', path })
  const changed = saying(text, secret)
  if (changed !== text) await asked(env, { method: 'PUT', path, body: changed, headers: { 'if-match': etag } })
}

const value = /(<HeaderName>x-from-edge<\/HeaderName>\s*<HeaderValue>)[^<]*(<\/HeaderValue>)/g

export const saying = (config: string, secret: string): string => {
  if (!/^[\w-]+$/.test(secret)) throw new Error('An edge secret is letters and digits')
  if (!new RegExp(value.source).test(config)) throw new Error('The distribution names no edge secret')
  return config.replace(value, (_, before: string, after: string) => `${before}${secret}${after}`)
}

type Asked = {
  readonly method: 'GET' | 'PUT'
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

// CloudFront is of no region; its requests are signed for us-east-1.
const asked = async (env: Env, { method, path, body = '', headers = {} }: Asked) => {
  const url = new URL(path, env.CLOUDFRONT_ENDPOINT ?? 'https://cloudfront.amazonaws.com')
  const credentials = credentialsIn(env)
  const about = { method, path, host: url.host, body, region: 'us-east-1', service: 'cloudfront' }
  const typed = body === '' ? headers : { ...headers, 'content-type': 'application/xml' }
  const signed = signedHeaders({ ...about, credentials, headers: typed, now: Date.now() })
  const answer = await askOnce({ url, method, headers: signed, body })
  if (answer.status !== 200) throw new Error(`CloudFront answered ${answer.status}`)
  return answer
}
