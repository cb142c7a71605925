// H28, H29 and H84 of the hostile inputs and F22 of the fault matrix: what must not reach a function, and what people see when none is there. The
// local gateway stands where CloudFront and API Gateway stand (infra/aws/parts/edge/front.ts has the same page for 502, 503 and 504).
import { type ClientRequest, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freePort } from '#infra/local/dynamo.ts'
import { startGateway } from '#infra/local/gateway.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { WebHandler } from '#web/stack.ts'

let world: World
let gateway: Server
let port = 0
let handler: WebHandler
let calls = 0
beforeAll(async () => {
  world = await startWorld()
  port = await freePort()
  gateway = await startGateway({
    port,
    assets: '.built/assets',
    edgePage: (status) => pages.problem({ status }),
    handler: (event, context) => {
      calls += 1
      return handler(event, context)
    },
  })
})
beforeEach(() => {
  calls = 0
  handler = world.citizen
})
afterAll(async () => {
  gateway.closeAllConnections()
  gateway.close()
  await world.close()
})

type Got = { readonly status: number; readonly body: string }

const sending = (headers: Readonly<Record<string, string>>) => {
  let sent: ClientRequest | undefined
  const got = new Promise<Got>((resolve, reject) => {
    sent = request({ port, path: '/housing/start', method: 'POST', headers }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') })
    })
    sent.on('error', reject)
  })
  if (sent === undefined) throw new Error('Nothing was sent')
  return { sent, got }
}

const form = 'application/x-www-form-urlencoded'
const megabyte = 1024 * 1024

it.each([
  ['12 MB', 12 * megabyte],
  ['6.1 MB', Math.round(6.1 * megabyte)],
  ['5 MB, which is more in base64', 5 * megabyte],
])('a form of %s is 413 at the edge, in our words, and starts no function (H28)', async (_what, bytes) => {
  const said = sending({ 'content-type': form, 'content-length': String(bytes) })
  said.sent.flushHeaders()
  const { status, body } = await said.got
  said.sent.destroy()
  expect([status, body.includes('Dorset Council'), calls]).toEqual([413, true, 0])
})

it('a form of 4 MB reaches the function and is 413 there, in our words (H28)', async () => {
  const said = sending({ 'content-type': form })
  said.sent.end(`a=${'x'.repeat(4 * megabyte)}`)
  const { status, body } = await said.got
  expect([status, body.includes('Dorset Council'), calls]).toEqual([413, true, 1])
})

it('headers of more than the edge takes are refused before any function (H29)', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    request({ port, path: '/', headers: { cookie: `a=${'x'.repeat(20_000)}` } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
  expect([status, calls]).toEqual([431, 0])
})

it('a form that comes a byte at a time costs no function any time, however it ends, and is cut (H84)', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`POST /housing/start HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\nContent-Length: 1000\r\n\r\n`)
  for (let byte = 0; byte < 50; byte += 1) {
    socket.write('a')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(calls).toBe(0)
  socket.destroy()
  await new Promise((resolve) => socket.once('close', resolve))
  expect(calls).toBe(0)
  // Milliseconds; Node looks every 30 seconds.
  expect([gateway.requestTimeout, gateway.headersTimeout]).toEqual([20_000, 10_000])
})

it('where no function can be started, fifty people at once see our page (F22)', async () => {
  handler = () => Promise.reject(Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' }))
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const said = sending({ 'content-type': form })
      said.sent.end('a=1')
      return said.got
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503))
  expect(
    answers.every(({ body }) => body.includes('Sorry, the service is unavailable') && body.includes('Dorset Council')),
  ).toBe(true)
})
