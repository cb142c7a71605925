// How a webhook is signed, and whom it never goes to (docs/rules/sharing.md, "Webhooks").
import { createServer, type Server } from 'node:http'
import { type Server as TlsServer, createServer as tlsServer } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemKeys } from '#adapters/system.ts'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import { hookPost } from '#adapters/webhooks/post.ts'
import { isPublic } from '#adapters/webhooks/public-address.ts'
import { webhookHeaders } from '#adapters/webhooks/sign.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { certificateFor } from '#tests/support/worlds/certificate.ts'

describe('the signature', () => {
  const secret = 'whsec_Z3VpbGRoYWxsLXRlc3Qtc2VjcmV0LTAxMjM0NTY3ODk='
  const given = { id: 'msg_0001', at: 1_796_000_000_000, body: '{"type":"case.changed","reference":"H2345678"}' }

  it('is that of Standard Webhooks, to the letter', () => {
    expect(webhookHeaders({ ...given, secrets: [secret] })).toEqual({
      'webhook-id': 'msg_0001',
      'webhook-timestamp': '1796000000',
      'webhook-signature': 'v1,dllOOO3ZqH7pHX0GpuoyRkW1bOId1wyRU48AXBS6MY8=',
    })
  })

  it('is there for both secrets while one takes the place of the other, and each client has its own', () => {
    const keys = systemKeys(Buffer.alloc(32, 7).toString('base64'))
    const clients = new Map([
      ['a', 'A'],
      ['b', 'B'],
    ])
    const of = (said: string) => hooksIn({ clients, said, keys }).map(({ secrets }) => secrets)
    const [first, second] = [of('a https://a.example 1 housing')[0], of('a https://a.example 2 housing')[0]]
    expect([first?.length, second?.length, second?.[1]]).toEqual([1, 2, first?.[0]])
    expect(second?.[0]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(of('b https://b.example 1 housing')[0]).not.toEqual(first)
    const signed = webhookHeaders({ ...given, secrets: second ?? [] })['webhook-signature']
    expect(signed.split(' ').length).toBe(2)
    expect(of('c https://c.example 1 housing')).toEqual([])
  })
})

describe('an address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '2a00:1450:4009::200e'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.8', '198.18.0.1', '203.0.113.5', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '64:ff9b::7f00:1'],
    ...['fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '2001::1', '2002:7f00:1::'],
    ...['', 'localhost', '127.1', '0x7f000001', '2130706433'],
  ])('"%s" is not public', (address) => {
    expect(isPublic(address)).toBe(false)
  })
})

describe('a webhook', () => {
  let server: Server
  let at = ''
  const came: string[] = []
  beforeAll(async () => {
    const port = await freePort()
    server = createServer((request, response) => {
      came.push(request.url ?? '')
      if (request.url === '/slow') return
      const status = Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 200)
      response.writeHead(status, status === 302 ? { location: `http://127.0.0.1:${port}/elsewhere` } : {}).end('ok')
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
    at = `http://localhost:${port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const local = hookPost({ loopback: true, resolve: async () => ['127.0.0.1'], patienceMs: 500 })

  it.each([
    ['http://93.184.216.34/', []],
    ['https://user:secret@example.com/', ['93.184.216.34']],
    ['ftp://example.com/', ['93.184.216.34']],
    ['not an address', []],
    ['https://127.0.0.1/', []],
    ['https://[::1]/', []],
    ['https://[::ffff:127.0.0.1]/', []],
    ['https://2130706433/', []],
    ['https://0x7f.1/', []],
    ['https://169.254.169.254/latest/meta-data/', []],
    ['https://inside.example/', ['10.0.0.8']],
    ['https://both.example/', ['93.184.216.34', '10.0.0.8']],
    ['https://mapped.example/', ['::ffff:10.0.0.8']],
    ['https://localhost/', ['127.0.0.1']],
  ])('to %s, which is %j, is refused before anything is sent', async (address, found) => {
    const post = hookPost({ loopback: false, resolve: async () => found })
    expect((await post(address, {}, '{}')).is).toBe('refused')
  })

  it('goes to the address that was judged, whatever the name means a moment later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.8']]
    const post = hookPost({ loopback: true, resolve: async () => answers.shift() ?? [] })
    expect(await post(`${at}/taken-204`, {}, '{}')).toEqual({ is: 'taken', status: 204 })
    expect((await post(`${at}/taken-204`, {}, '{}')).is).toBe('refused')
  })

  it('follows no redirect, waits for no slow answer, and is told what came of it', async () => {
    expect(await local(`${at}/moved-302`, {}, '{}')).toMatchObject({ is: 'failed', status: 302 })
    expect(came).not.toContain('/elsewhere')
    expect(await local(`${at}/slow`, {}, '{}')).toMatchObject({ is: 'failed' })
    expect(await local(`${at}/broken-500`, {}, '{}')).toMatchObject({ is: 'failed', status: 500 })
    expect(await local(`${at}/over-410`, {}, '{}')).toMatchObject({ is: 'gone', status: 410 })
    expect(await local('http://localhost:1/', {}, '{}')).toMatchObject({ is: 'failed', why: 'It did not answer' })
    const unknown = hookPost({ loopback: false, resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await unknown('https://no-such.example/', {}, '{}')).toMatchObject({ is: 'failed' })
  })
})

describe('a webhook by https', () => {
  const own = certificateFor('hooks.example')
  const came: string[] = []
  let server: TlsServer
  let port = 0
  beforeAll(async () => {
    port = await freePort()
    server = tlsServer({ key: own.key, cert: own.cert }, (request, response) => {
      came.push(`${request.headers.host} ${request.headers['webhook-id']}`)
      response.writeHead(204).end()
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  // The name means this machine, which the judge of addresses lets through here alone.
  const post = (ca?: string) =>
    hookPost({ ...{ loopback: true, patienceMs: 2000 }, resolve: async () => ['127.0.0.1'], ...(ca && { ca }) })

  it('is told to whoever shows by a certificate that the name is theirs, and to nobody else', async () => {
    const at = (host: string) => `https://${host}:${port}/events`
    expect(await post(own.cert)(at('hooks.example'), { 'webhook-id': 'm1' }, '{}')).toEqual({
      is: 'taken',
      status: 204,
    })
    const other = certificateFor('hooks.example').cert
    const refused = [
      await post()(at('hooks.example'), { 'webhook-id': 'm2' }, '{}'),
      await post(other)(at('hooks.example'), { 'webhook-id': 'm3' }, '{}'),
      await post(own.cert)(at('other.example'), { 'webhook-id': 'm4' }, '{}'),
    ]
    expect(refused.map(({ is }) => is)).toEqual(['failed', 'failed', 'failed'])
    expect(came).toEqual([`hooks.example:${port} m1`])
  })
})
