// The product on somebody's own machine, when that goes wrong: each gets a sentence that says what to do, and nothing is lost.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keyIn } from '#infra/local/folder.ts'
import { startGateway } from '#infra/local/gateway.ts'
import { startHost } from '#infra/local/host.ts'
import { localPhone } from '#infra/local/phone.ts'
import { plainly } from '#infra/local/process/plainly.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import { visitor } from '#tests/support/worlds/visitor.ts'

const top = mkdtempSync(join(tmpdir(), 'guildhall-machine-'))
// Twenty ports in a row, below those that the system gives to whoever asks: no other test can be given one meanwhile.
let rows = process.pid % 300
const rowOfPorts = (): number => {
  rows += 1
  return 20_000 + rows * 20
}

const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(top, { recursive: true, force: true })
})

const npmStart = (directory: string, port: number) => {
  const { DYNAMODB_ENDPOINT: _none, ...env } = process.env
  const child = spawn(process.execPath, ['infra/local/run.ts', '--no-seed'], {
    env: { ...env, DATA_DIR: directory, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, said: said.join('') }))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => (said.join('').includes('ready residents') ? resolve() : undefined))
    ended.then(({ said: words }) => reject(new Error(words))).catch(reject)
  })
  ready.catch(() => {})
  return { child, ready, ended }
}

// The product takes five ports that follow one another, and the third instance here another five.
const freeRun = async (): Promise<number> => {
  for (let left = 50; left > 0; left -= 1) {
    const port = rowOfPorts()
    const taken = await Promise.all(Array.from({ length: 25 }, (_, at) => isTaken(port + at)))
    if (!taken.includes(true)) return port
  }
  throw new Error('No 25 ports that follow one another are free')
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(true))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)))
  })

const soon = async (holds: () => boolean): Promise<boolean> => {
  for (let left = 200; left > 0 && !holds(); left -= 1) await new Promise((resolve) => setTimeout(resolve, 100))
  return holds()
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => join(directory, name))

describe('npm start', { timeout: 180_000 }, () => {
  it('refuses a second instance on its folder and a port that is taken, and when it is killed leaves no engine behind', async () => {
    const directory = join(top, 'data')
    const port = await freeRun()
    const first = npmStart(directory, port)
    await first.ready

    const open = [directory, ...filesIn(directory)].filter((path) => (statSync(path).mode & 0o077) !== 0)
    expect(open).toEqual([])

    const second = await npmStart(directory, port + 20).ended
    expect([second.code, second.said]).toEqual([1, expect.stringContaining(`runs on ${directory} already`)])
    const third = await npmStart(join(top, 'other'), port).ended
    expect([third.code, third.said]).toEqual([1, expect.stringMatching(/^Port \d+ is taken by another program\./)])
    expect(second.said + third.said).not.toMatch(/\n\s+at /)

    const children = readFileSync(`/proc/${first.child.pid}/task/${first.child.pid}/children`, 'utf8')
      .split(' ')
      .map(Number)
      .filter((pid) => pid > 0)
    expect(children.length).toBeGreaterThan(0)
    first.child.kill('SIGKILL')
    expect(await soon(() => !children.some(lives))).toBe(true)

    const again = npmStart(directory, port)
    await again.ready
    again.child.kill('SIGTERM')
    expect((await again.ended).code).toBe(0)
  })

  it('says of a key that is empty that it is, and makes no other in its place', async () => {
    const directory = mkdtempSync(join(top, 'key-'))
    writeFileSync(join(directory, 'secret.key'), '')
    const { code, said } = await npmStart(directory, await freeRun()).ended
    expect([code, said]).toEqual([1, expect.stringContaining('secret.key is empty or cut short')])
    expect(said).not.toMatch(/\n\s+at /)
    expect(readFileSync(join(directory, 'secret.key'), 'utf8')).toBe('')
  })
})

describe('the local product, when it ends', () => {
  it('lets what is under way come to its end before what it stands on: a text, its receipt, pages that are asked for', async () => {
    const directory = mkdtempSync(join(top, 'ends-'))
    const secretKey = Buffer.alloc(32, 7).toString('base64')
    const port = await freeRun()
    const host = await startHost({ port, directory, secretKey, built: false, seed: false, inMemory: true })
    const person = visitor(overHttp(host.residents), host.residents)
    await person.get('/planning')
    await person.post('/planning/start', {})
    await person.get('/planning/save')
    await person.post('/planning/save', { phone: '07700 900 123' })
    const sent = async () => (await fetch(`${host.tools}/texts.json`)).text()
    for (let left = 100; left > 0 && (await sent()) === '[]'; left -= 1) await pause(50)
    const pagesAsked = Array.from({ length: 8 }, () => person.ask({ method: 'GET', path: '/planning/tasks' }))
    const answers = Promise.allSettled(pagesAsked)
    await pause(20)
    await host.close()
    // A phone tells how it took a text a second and a half after it.
    await pause(1800)
    expect(readFileSync(join(directory, 'product.log'), 'utf8')).not.toContain('"level":"error"')
    // Who came too late finds nobody; who was let in has a page.
    const letIn = (await answers).flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []))
    expect(letIn.filter((status) => status !== 200)).toEqual([])
  }, 60_000)
})

describe('a key', () => {
  it('is made once, for its owner alone, and found again', () => {
    const file = join(top, 'one.key')
    const made = keyIn(file, '')
    expect([keyIn(file, ''), statSync(file).mode & 0o777]).toEqual([made, 0o600])
  })

  it.each(['', 'c2hvcnQ=', '\n'])('that holds %j is refused in a sentence', (text) => {
    const file = join(top, 'cut.key')
    writeFileSync(file, text)
    expect(() => keyIn(file, 'Begin anew.')).toThrow(/empty or cut short\. Put it back from a copy\. Begin anew\./)
  })
})

describe('the texts that were sent', () => {
  const publish = (phone: ReturnType<typeof localPhone>, body: string) =>
    phone.publish(new URLSearchParams({ Action: 'Publish', PhoneNumber: '+447700900123', Message: body }))
  const phoneAt = (file: string) => localPhone({ file, now: () => 0, receipt: async () => {} })

  it('are all there when a crash cut a line short, and what was cut short is set aside', () => {
    const file = join(top, 'texts.jsonl')
    for (const body of ['one', 'two']) publish(phoneAt(file), body)
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"to":"+4477009`)
    const phone = phoneAt(file)
    publish(phone, 'three')
    expect(
      phoneAt(file)
        .texts()
        .map(({ body }) => body),
    ).toEqual(['one', 'two', 'three'])
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe('{"to":"+4477009\n')
  })

  it('are refused on a full disk, so that they are sent again, and none is shown that was not kept', () => {
    const file = join(top, 'full.jsonl')
    const phone = phoneAt(file)
    symlinkSync('/dev/full', file)
    expect(publish(phone, 'one')).toMatchObject({ status: 500 })
    rmSync(file)
    expect(publish(phone, 'one').status).toBe(200)
    expect(phone.texts().length).toBe(1)
  })
})

describe('an error of the machine', () => {
  it.each([
    ['EADDRINUSE', 'Port 3000 is taken by another program.'],
    ['ENOSPC', 'The disk that /data is on is full.'],
    ['EACCES', '/data cannot be written to.'],
  ])('%s is a sentence', (code, words) => {
    expect(plainly(Object.assign(new Error('no'), { code, port: 3000 }), '/data')).toContain(words)
  })

  it('that nobody foresaw stays as it is', () => {
    expect(plainly(new TypeError('no'), '/data')).toBeUndefined()
  })
})

describe('the gateway', () => {
  const gateway = async () => {
    const port = rowOfPorts()
    let calls = 0
    const handler = async () => {
      calls += 1
      return { statusCode: 200, body: 'ok' }
    }
    const server = await startGateway({
      ...{ port, handler, assets: '.built/assets', edgePage: () => 'Dorset Council', patienceMs: 300 },
    })
    return { port, server, calls: () => calls }
  }

  it('protects its own 413 like every other answer', async () => {
    const { port, server, calls } = await gateway()
    const reply = await fetch(`http://localhost:${port}/housing/start`, { method: 'POST', body: 'a'.repeat(5_000_000) })
    expect([reply.status, calls()]).toEqual([413, 0])
    const { headers } = reply
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(
      ['x-content-type-options', 'strict-transport-security', 'referrer-policy'].map((name) => headers.has(name)),
    ).toEqual([true, true, true])
    server.closeAllConnections()
    server.close()
  })

  it('ends a body that stalls, and no function hears of it', async () => {
    const { port, server, calls } = await gateway()
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /housing/start HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\na=')
    socket.resume()
    await once(socket, 'close')
    expect(calls()).toBe(0)
    server.close()
  })
})

it('npm start names the port that another program has, of the five that it takes', async () => {
  const server = createServer()
  const port = rowOfPorts()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { code, said } = await npmStart(mkdtempSync(join(top, 'port-')), port - 2).ended
  server.close()
  expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)])
}, 120_000)
