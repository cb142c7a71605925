// The servers that are measured: each in a process of its own, on a core of its own where the machine lets us say so.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { build } from 'esbuild'
import { startFile } from '#infra/bundle.ts'
import { freePort } from '#infra/local/dynamo.ts'

export type Server = {
  readonly port: number
  readonly pid: number
  readonly firstPageMs: number
  readonly close: () => Promise<void>
}

type Env = Readonly<Record<string, string>>

const canPin = spawnSync('taskset', ['-V']).status === 0

// Servers on the first core; the load, the engine and everything else on the second.
const pinned = (args: readonly string[]): readonly [string, readonly string[]] =>
  canPin ? ['taskset', ['-c', '0', process.execPath, ...args]] : [process.execPath, args]

export const pinMyself = (): void => {
  if (canPin) spawnSync('taskset', ['-apc', '1', String(process.pid)])
}

export const pinEngine = (): void => {
  if (!canPin) return
  const engines = spawnSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' }).stdout.split('\n')
  for (const pid of engines.filter((line) => line !== '')) spawnSync('taskset', ['-apc', '1', pid])
}

export const startBare = (length: number): Promise<Server> =>
  started((port) => ['.built/bench/bare.cjs', String(port), String(length)], {}, '/')

export const startLimit = (length: number, env: Env): Promise<Server> =>
  started((port) => ['.built/bench/limit.cjs', String(port), String(length)], env, '/')

export const startProduct = (env: Env, flags: readonly string[] = []): Promise<Server> =>
  started((port) => [...flags, '.built/bench/product.cjs', String(port), startFile('citizen')], env, '/bookings')

export const startDesk = (env: Env): Promise<Server> =>
  started((port) => ['.built/bench/product.cjs', String(port), startFile('staff')], env, '/sign-in')

export const startExpress = (): Promise<Server> =>
  started((port) => ['.built/bench/express.cjs', String(port)], { NODE_ENV: 'production' }, '/')

// CommonJS, as functions are: an ES module that imports node:http makes Node load its WebSocket client too.
export const buildServers = async (): Promise<void> => {
  await build({
    entryPoints: ['bare', 'limit', 'product', 'express'].map((name) => `tests/bench/served/${name}.ts`),
    outdir: '.built/bench',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node24',
    define: { 'import.meta.main': 'false', 'import.meta.filename': '__filename' },
    minify: true,
    logLevel: 'error',
  })
}

// From spawning the process to the last byte of its first page, asked for until it answers.
const started = async (args: (port: number) => readonly string[], env: Env, path: string): Promise<Server> => {
  const port = await freePort()
  const [command, given] = pinned(args(port))
  const from = performance.now()
  const child = spawn(command, given, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await answers(port, path))) if (child.exitCode !== null) throw new Error('A server stopped at its start')
  return { port, pid: child.pid ?? 0, firstPageMs: performance.now() - from, close: () => ended(child) }
}

const answers = (port: number, path: string): Promise<boolean> =>
  new Promise((tell) => {
    const asked = request({ port, path, host: '127.0.0.1' }, (reply) => {
      reply.resume()
      reply.once('end', () => tell(true))
    })
    asked.once('error', () => setTimeout(() => tell(false), 1))
    asked.end()
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })

// Milliseconds that its threads have had of a processor. Where the system does not tell, none.
export const processorMs = (pid: number): number => {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const nanoseconds = threads.map((id) =>
      Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]),
    )
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
  } catch {
    return 0
  }
}

// Megabytes that the process holds.
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
