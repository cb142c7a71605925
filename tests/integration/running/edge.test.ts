// Only CloudFront is answered, and the secret by which it is known turns each month without anybody
// noticing (docs/guarantees.md, "Hostile inputs", H67).
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knowsEdge } from '#adapters/aws/edge-secret.ts'
import { turnEdgeSecretHandler } from '#functions/events/turn-edge-secret.ts'
import { turnEdgeSecretFrom } from '#functions/wiring/edge.ts'
import { edgeSecretName, type FakeAws, startFakeAws } from '#tests/support/worlds/aws-over-http.ts'
import { context } from '#tests/support/worlds/visitor.ts'
import { behindEdge } from '#web/edge.ts'

const day = 24 * 60 * 60_000
const start = Date.parse('2026-11-25T10:00:00Z')

let aws: FakeAws
let now = start
const clock = { now: () => now }
beforeEach(async () => {
  now = start
  aws = await startFakeAws({ sent: 'first', next: 'second', before: '', until: '1970-01-01T00:00:00.000Z' })
})
afterEach(() => aws.close())

const page = `<h1>${'A long page. '.repeat(200)}</h1>`
const visitor = () => {
  const handler = behindEdge(knowsEdge(aws.env, edgeSecretName, clock), async () => ({ statusCode: 200, body: page }))
  return async (said: string | undefined, encoding = '') =>
    handler(event({ ...(said === undefined ? {} : { 'x-from-edge': said }), 'accept-encoding': encoding }), context)
}
const status = async (ask: ReturnType<typeof visitor>, said?: string) => (await ask(said)).statusCode

const turn = async (version: string, steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret']) => {
  const handler = turnEdgeSecretHandler({ ...turnEdgeSecretFrom(aws.env), clock })
  for (const Step of steps) await handler({ Step, SecretId: edgeSecretName, ClientRequestToken: version })
}
const saidBy = (id: string): string =>
  /<HeaderName>x-from-edge<\/HeaderName><HeaderValue>([^<]*)/.exec(aws.distributions.get(id) ?? '')?.[1] ?? ''

describe('a web function', () => {
  it('answers CloudFront and nobody else (H67)', async () => {
    const ask = visitor()
    expect(await status(ask, 'first')).toBe(200)
    expect(await status(ask, 'guessed')).toBe(403)
    expect(await status(ask, '')).toBe(403)
    expect(await status(ask)).toBe(403)
    const refused = await ask('guessed')
    expect(refused.body).toBe('')
    expect(refused.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  it('looks a strange word up at most every five seconds, so that strangers cannot make it ask', async () => {
    const ask = visitor()
    await Promise.all(Array.from({ length: 20 }, () => ask('first')))
    const before = aws.asked.length
    for (let count = 0; count < 50; count += 1) await ask(`guess ${count}`)
    expect(aws.asked.length).toBe(before)
    now += 6_000
    for (let count = 0; count < 50; count += 1) await ask(`guess ${count}`)
    expect(aws.asked.length).toBe(before + 1)
  })

  it('goes on with what it read last while Secrets Manager is down', async () => {
    const ask = visitor()
    await ask('first')
    aws.down.add('GetSecretValue')
    now += day / 2
    expect(await status(ask, 'first')).toBe(200)
    expect(await status(ask, 'guessed')).toBe(403)
  })

  it('compresses a page as the browser likes it, and leaves a short answer alone', async () => {
    const ask = visitor()
    const bytesOf = async (encoding: string) => Buffer.from((await ask('first', encoding)).body ?? '', 'base64')
    expect(brotliDecompressSync(await bytesOf('gzip, deflate, br, zstd')).toString()).toBe(page)
    expect(gunzipSync(await bytesOf('gzip')).toString()).toBe(page)
    expect((await ask('first', 'gzip')).headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect((await ask('first', 'identity')).body).toBe(page)
    const short = behindEdge(
      async () => true,
      async () => ({ statusCode: 303, body: '' }),
    )
    expect(await short(event({ 'accept-encoding': 'br' }), context)).toEqual({ statusCode: 303, body: '' })
  })
})

describe('the secret', () => {
  it('turns (H67): both distributions say the new one, the old one is good for a day, and no honest request is refused', async () => {
    const ask = visitor()
    expect(await status(ask, 'first')).toBe(200)
    now += 10_000
    await turn('v2')
    expect(saidBy('E1')).toBe('second')
    expect(saidBy('E2')).toBe(saidBy('E1'))
    expect(await status(ask, saidBy('E1'))).toBe(200)
    expect(await status(ask, 'first')).toBe(200)
    now += day + 1
    expect(await status(ask, 'first')).toBe(403)
    expect(await status(ask, saidBy('E1'))).toBe(200)
  })

  it('is taken by the functions before CloudFront is told, and counts only when CloudFront was', async () => {
    expect(await status(visitor(), 'second')).toBe(200)
    await turn('v2')
    expect(aws.asked.indexOf('PUT E2')).toBeGreaterThan(0)
    expect(aws.asked.indexOf('PUT E2')).toBeLessThan(aws.asked.indexOf('UpdateSecretVersionStage'))
  })

  it('has a next one after the first turn of a new account, which tells CloudFront nothing new', async () => {
    aws.versions.set('v1', JSON.stringify({ sent: 'first', before: '', until: '1970-01-01T00:00:00.000Z' }))
    await turn('v2')
    expect([saidBy('E1'), aws.labels.get('AWSCURRENT')]).toEqual(['first', 'v2'])
    await turn('v3')
    expect(saidBy('E1')).toMatch(/^[\w-]{32}$/)
    expect(await status(visitor(), saidBy('E2'))).toBe(200)
  })

  it('waits with the next turn until every edge has learned of the last', async () => {
    aws.settled.now = false
    await expect(turn('v2')).rejects.toThrow('turn again in minutes')
    expect([...aws.versions.keys()]).toEqual(['v1'])
  })

  it('comes to the same when every step comes twice, and when it breaks in the middle', async () => {
    await turn('v2', ['createSecret', 'createSecret'])
    aws.down.add('PUT E2')
    await expect(turn('v2', ['setSecret'])).rejects.toThrow('CloudFront answered')
    expect([saidBy('E1'), saidBy('E2')]).toEqual(['second', 'first'])
    for (const said of ['first', 'second']) expect(await status(visitor(), said)).toBe(200)
    await expect(turn('v2', ['testSecret'])).rejects.toThrow('CloudFront was not told')
    await expect(turn('v2', ['finishSecret'])).rejects.toThrow('CloudFront was not told')
    aws.down.clear()
    await turn('v2', ['setSecret', 'testSecret', 'finishSecret', 'finishSecret'])
    expect(saidBy('E2')).toBe(saidBy('E1'))
    expect(aws.versions.size).toBe(2)
  })

  it('changes nothing else of a distribution', async () => {
    const before = aws.distributions.get('E1') ?? ''
    await turn('v2')
    expect(aws.distributions.get('E1')?.replace(saidBy('E1'), 'first')).toBe(before)
  })
})

const event = (headers: Readonly<Record<string, string>>): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: '',
  headers,
  requestContext: {
    accountId: '000000000000',
    apiId: 'test',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    requestId: 'test',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  isBase64Encoded: false,
})
