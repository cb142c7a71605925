// The product as it is deployed, on this machine: the bundles that go to Lambda, each in a thread of its own with the environment that the
// template gives it, before recorders that write down who asks the engines for what.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { textsPutIn } from '#adapters/dynamo/texts/stream.ts'
import { codeIn } from '#infra/aws/parts/code.ts'
import { stages } from '#infra/aws/stages.ts'
import { type LocalClock, localClock } from '#infra/local/clock.ts'
import { createTables, freePort, startDynamo } from '#infra/local/dynamo.ts'
import { archive, clean, type Files, quarantine, startFiles } from '#infra/local/files.ts'
import { localAnswersKey, startKms } from '#infra/local/kms.ts'
import { localPhone, type Phone, type PhoneText } from '#infra/local/phone.ts'
import { startTicker } from '#infra/local/ticker.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import { startFakeAws } from '#tests/support/worlds/aws-over-http.ts'
import { bundlesOfRun } from '#tests/support/worlds/bundles-of-run.ts'
import type { WebHandler } from '#web/stack.ts'
import { type Account, accountOf, at, words } from './account.ts'
import { fileCall, keyCall, tableCalls } from './calls.ts'
import { type AtWork, atWork } from './function-at-work.ts'
import { type Call, functionCalled } from './grants.ts'
import { type Asked, recordBefore } from './recorder.ts'

export const citizenOrigin = 'https://counter.dorset.example'
export const staffOrigin = 'https://staff.counter.dorset.example'
export const secretKey = Buffer.alloc(48, 9).toString('base64')

export const entries = [
  'citizen',
  'staff',
  'api',
  'send-hooks',
  'send-texts',
  'text-receipts',
  'check-upload',
  'nightly',
  'offer-times',
  'give-in-turn',
  'do-many',
  'audit-digest',
  'count-events',
  'erase-agreed',
] as const
export type Entry = (typeof entries)[number]

export type Invoked = { readonly entry: Entry; readonly ms: number; readonly pageBytes: number }

export type Deployed = {
  readonly account: Account
  readonly citizen: WebHandler
  readonly staff: WebHandler
  readonly api: WebHandler
  readonly invoke: (entry: Entry, event: unknown) => Promise<unknown>
  readonly texts: () => readonly PhoneText[]
  readonly phone: Phone
  readonly files: Files
  readonly clock: LocalClock
  readonly setToday: (day: string) => Promise<void>
  readonly dynamo: string
  // What each function was seen to do.
  readonly calls: () => ReadonlyMap<string, readonly Call[]>
  // Every request to the table, as it came.
  readonly asked: readonly Asked[]
  // Every event that a function was given, with the time it took and the bytes of its page.
  readonly invoked: readonly Invoked[]
  readonly close: () => Promise<void>
}

const localDigestsKey = 'arn:aws:kms:eu-west-2:000000000000:key/digests'

// What the template's references stand for here.
const tables = { main: 'guildhall-production', audit: 'guildhall-production-audit' }
const standsFor: Readonly<Record<string, string>> = {
  '<Data.Cases>': tables.main,
  '<Data.Audit>': tables.audit,
  '<Data.Answers9615456C>': localAnswersKey,
  '<Uploads.Quarantine23FF09FE>': quarantine,
  '<Quarantine23FF09FE>': quarantine,
  '<Uploads.Clean5C95EE93>': clean,
  '<Clean5C95EE93>': clean,
  '<ArchiveDA4CB258>': archive,
  '<Audit.ArchiveDA4CB258>': archive,
  '<DigestsBE0C6DEB.Arn>': localDigestsKey,
}
const named = {
  [tables.main]: '<Data.Cases>',
  [tables.audit]: '<Data.Audit>',
  [localAnswersKey]: '<Data.Answers>',
  [quarantine]: '<Uploads.Quarantine>',
  [clean]: '<Uploads.Clean>',
  [archive]: '<Audit.Archive>',
  [localDigestsKey]: '<Audit.Digests>',
}

// `instead`: what stands in for names that only the internet knows: the two hosts and the identity provider.
export const startDeployed = async (instead: Readonly<Record<string, string>> = {}): Promise<Deployed> => {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-deployed-'))
  const account = await accountWithCode()
  const clock = localClock(join(directory, 'clock.json'))
  clock.set(personasNow)
  const dynamo = await startDynamo()
  await createTables(dynamo.endpoint, tables)
  const store = await recordBefore(dynamo.endpoint)
  const filePort = await freePort()
  const bucket = await recordBefore(`http://localhost:${filePort}`)
  const kms = await startKms()
  const wrapping = await recordBefore(kms.endpoint)
  const aws = await startFakeAws(edgeSecret, vault)
  const phone = localPhone({
    file: join(directory, 'texts.jsonl'),
    now: clock.now,
    receipt: (event) => invoke('text-receipts', event),
  })
  const sns = await snsBefore(phone.publish)
  const local = {
    ...aws.env,
    CLOCK_FILE: clock.file,
    DYNAMODB_ENDPOINT: `http://127.0.0.1:${store.port}`,
    S3_ENDPOINT: `http://localhost:${bucket.port}`,
    UPLOAD_URL: `http://localhost:${filePort}/${quarantine}`,
    SNS_ENDPOINT: sns.endpoint,
    KMS_ENDPOINT: `http://127.0.0.1:${wrapping.port}`,
    LOG_FILE: join(directory, 'product.log'),
  }
  const working = new Map<string, AtWork>()
  for (const name of entries) {
    const told = { ...environmentOf(account, name), ...instead }
    const env = { ...local, ...told, AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: 'local' }
    working.set(name, atWork({ name, file: codeFileOf(account, name), env }))
  }
  const invoked: Invoked[] = []
  const invoke = async (entry: Entry, event: unknown): Promise<unknown> => {
    const started = performance.now()
    const result = await working.get(entry)?.invoke(event)
    invoked.push({ entry, ms: performance.now() - started, pageBytes: compressedBytes(result) })
    return result
  }
  const stored = await startFiles({
    port: filePort,
    directory: join(directory, 'files'),
    secret: 'local',
    now: clock.now,
    origin: instead.CITIZEN_ORIGIN ?? citizenOrigin,
    scanMs: 50,
    checkUpload: (event) => invoke('check-upload', event),
  })
  Object.assign(process.env, { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'lambda', AWS_SECRET_ACCESS_KEY: 'local' })
  const ticker = startTicker({
    endpoint: dynamo.endpoint,
    table: tables.main,
    streams: [
      {
        invoke: (event) => invoke('send-texts', event),
        wanted: (record) => textsPutIn({ Records: [record] })?.length === 1,
      },
      {
        invoke: (event) => invoke('count-events', event),
        wanted: (record) => countedIn({ Records: [record] })?.length === 1,
      },
    ],
    schedules: [{ everyMs: 1000, invoke: (event) => invoke('send-texts', event) }],
  })
  const calls = () => {
    const seen = new Map<string, Call[]>()
    const note = (by: string, more: readonly Call[]) => seen.set(by, [...(seen.get(by) ?? []), ...more])
    for (const asked of store.asked) note(asked.by, tableCalls(asked, named))
    for (const asked of bucket.asked) note(asked.by, [fileCall(asked, named)])
    for (const asked of wrapping.asked) note(asked.by, [keyCall(asked, named)])
    for (const by of sns.publishedBy) note(by, [{ action: 'sns:Publish', resource: '+447700900000' }])
    return seen
  }
  const close = async () => {
    await ticker.close()
    await stored.settled()
    await Promise.all([...working.values()].map(({ stop }) => stop()))
    for (const server of [store, bucket, wrapping, aws, sns]) server.close()
    await kms.close()
    await stored.close()
    await dynamo.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return {
    account,
    citizen: behindCloudFront(invoke, 'citizen'),
    staff: behindCloudFront(invoke, 'staff'),
    api: behindCloudFront(invoke, 'api'),
    invoke,
    texts: phone.texts,
    phone,
    files: stored,
    clock,
    setToday: async (day) => {
      clock.set(Date.parse(`${day}T10:00:00Z`))
      // Functions look at the clock forty times a second.
      await new Promise((resolve) => setTimeout(resolve, 50))
    },
    dynamo: dynamo.endpoint,
    calls,
    asked: store.asked,
    invoked,
    close,
  }
}

const accountWithCode = async (): Promise<Account> => {
  const folders = new Map((await bundlesOfRun()).map(({ name, folder }) => [name, folder]))
  return accountOf({ ...stages.production, dutyPhone: '+447700900999' }, (entry) => codeIn(folders.get(entry) ?? ''))
}

// The file that Lambda would load: of the asset that the template names for this function.
export const codeFileOf = (account: Account, entry: string): string => {
  const hash = words(at(functionCalled(account, entry), 'Code.S3Key')).replace(/\.zip$/, '')
  return join(account.directory, `asset.${hash}`, 'start.cjs')
}

const edgeSecret = { sent: 'from-cloudfront', before: '', until: '1970-01-01T00:00:00.000Z' }
export const clientSecret = 'of the pool'
export const callbackKey = 'of the council for Notify'

const vault = {
  'guildhall/production/keys': JSON.stringify({ SECRET_KEY: secretKey }),
  'guildhall/production/notify-callback': callbackKey,
  'guildhall/production/staff': JSON.stringify({ OIDC_CLIENT_SECRET: clientSecret }),
}

export const environmentOf = (account: Account, entry: string): Readonly<Record<string, string>> => {
  const said = at(functionCalled(account, entry), 'Environment.Variables')
  return Object.fromEntries(
    Object.entries(said ?? {}).map(([name, value]) => [name, standsFor[words(value)] ?? words(value)]),
  )
}

const behindCloudFront =
  (invoke: Deployed['invoke'], entry: Entry): WebHandler =>
  async (event) => {
    const headers = { ...event.headers, 'x-from-edge': edgeSecret.sent }
    const result = await invoke(entry, { ...event, headers })
    return typeof result === 'object' && result !== null ? result : { statusCode: 502 }
  }

// As the edge sends it (web/edge.ts).
const compressedBytes = (result: unknown): number => {
  if (typeof result !== 'object' || result === null || !('body' in result) || typeof result.body !== 'string') return 0
  return brotliCompressSync(result.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
}

type Publish = (form: URLSearchParams) => { readonly status: number; readonly xml: string }

const snsBefore = async (publish: Publish) => {
  const publishedBy: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    publishedBy.push(/Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '')
    const { status, xml } = publish(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return {
    endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    publishedBy,
    close,
  }
}
