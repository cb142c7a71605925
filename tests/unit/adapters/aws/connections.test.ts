// How our clients reach AWS, at a server that closes connections as AWS does.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { HttpRequest } from '@smithy/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connections } from '#adapters/aws/connections.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let answer: Answer
let [came, opened] = [0, 0]
let reach: ReturnType<typeof connections>

const replyMs = 60
const hello: Answer = (_, response) => void response.end('hello')
// The other side closed the connection while nobody used it, and we learn of it when we do.
const reset: Answer = ({ socket }) => void (socket as Socket).destroy()

beforeEach(async () => {
  ;[came, opened, answer] = [0, 0, hello]
  server = createServer((request, response) => {
    came += 1
    answer(request, response)
  })
  server.keepAliveTimeout = 0
  server.on('connection', () => {
    opened += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  reach = connections(replyMs)
})
afterEach(() => {
  reach.again.destroy?.()
  server.close()
  server.closeAllConnections()
})

const call = (): HttpRequest => ({
  ...{ protocol: 'http:', hostname: '127.0.0.1', port: (server.address() as AddressInfo).port },
  ...{ path: '/', method: 'POST', headers: { host: 'aws.example' }, body: '{}' },
})

const said = async (how: 'again' | 'once'): Promise<string> => String((await reach[how].handle(call())).response.body)
const problem = (how: 'again' | 'once') =>
  said(how).catch((error: Error & { code?: string }) => error.code ?? error.name)

describe('a connection to AWS', () => {
  it('outlives the pause between one page of a person and the next', async () => {
    expect(await said('again')).toBe('hello')
    await pause(3 * replyMs)
    expect(await said('again')).toBe('hello')
    expect(opened).toBe(1)
  })

  it('that was closed meanwhile is another one at once, and nobody waits or is told', async () => {
    await said('again')
    answer = (request, response) => {
      answer = hello
      reset(request, response)
    }
    expect(await said('again')).toBe('hello')
    expect([came, opened]).toEqual([3, 2])
  })

  it('that is new and closed is told, as is a second one that is closed', async () => {
    answer = reset
    expect(await problem('again')).toBe('ECONNRESET')
    expect(came).toBe(1)
  })

  it('is told as closed at once to whoever has to know of each reply that was lost', async () => {
    await said('once')
    answer = reset
    expect(await problem('once')).toBe('ECONNRESET')
    expect(came).toBe(2)
  })

  it('on which no reply comes in time is given up under the name that the SDK tries again', async () => {
    answer = () => {}
    expect(await problem('again')).toBe('TimeoutError')
  })
})
