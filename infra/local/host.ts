// The local host, in the order in which its parts need each other. What is deployed is what runs here: the functions' own handlers.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { textsPutIn } from '#adapters/dynamo/texts/stream.ts'
import { buildViews } from '../../views/build.ts'
import { bundles, startFile } from '../bundle.ts'
import { type LocalClock, localClock } from './clock.ts'
import { createTables, startDynamo } from './dynamo.ts'
import { archive, clean, quarantine, startFiles } from './files.ts'
import { type Handler, startGateway } from './gateway.ts'
import { clientNames, hookAt } from './identity/clients.ts'
import { clientId, startIdentity } from './identity.ts'
import { localAnswersKey, startKms } from './kms.ts'
import { localPhone } from './phone.ts'
import { localCallbackKey, localNotify, localNotifyKey, localTemplates } from './post/notify.ts'
import { endOf, type UnderWay, underWay } from './process/under-way.ts'
import { type Invoke, startTicker, type Ticker } from './ticker.ts'
import { startTools } from './tools.ts'

export type HostSettings = {
  readonly port: number
  readonly directory: string
  // 32 bytes in base64.
  readonly secretKey: string
  // The bundles that are deployed, instead of the sources.
  readonly built: boolean
  readonly seed: boolean
  // Of the demonstration data, at least so many.
  readonly cases?: number
  // The product's time at its start, in milliseconds; as it was left, or the machine's own, unless said.
  readonly now?: number
  // Tables that are gone at the end, for tests: thousands of requests need not wait for a disk.
  readonly inMemory?: boolean
  // Without it texts wait for the sweep of each second.
  readonly streamed?: boolean
  // How long the malware scan takes.
  readonly scanMs?: number
}

export type Host = {
  readonly residents: string
  readonly staff: string
  readonly tools: string
  readonly close: () => Promise<void>
}

type Addresses = Omit<Host, 'close'> & { readonly files: string; readonly identity: string }

// Any will do, but for files: their forms and addresses are signed with it.
const secret = 'local'

const assets = '.built/assets'

const tables = { main: 'guildhall', audit: 'guildhall-audit' }

export const startHost = async (settings: HostSettings): Promise<Host> => {
  const { port, directory, built, inMemory = false } = settings
  const at = (more: number): string => `http://localhost:${port + more}`
  const addresses = { residents: at(0), staff: at(1), tools: at(2), files: at(3), identity: at(4) }
  const [dynamo, kms] = await Promise.all([
    startDynamo(inMemory ? {} : { directory: join(directory, 'dynamo') }),
    startKms({ file: join(directory, 'kms.key') }),
    built ? bundles() : buildViews(),
  ])
  const clock = localClock(join(directory, 'clock.json'))
  if (settings.now !== undefined) clock.set(settings.now)
  // Told here where its file is broken, before anything lives by it.
  clock.now()
  const engines = { dynamo: dynamo.endpoint, kms: kms.endpoint, clock: clock.file }
  Object.assign(process.env, environment(settings, addresses, engines))
  await createTables(dynamo.endpoint, tables, { streamed: settings.streamed ?? true })
  const calls = underWay()
  const functions = await load(built, calls)
  const files = await startBuckets(settings, addresses, { functions, clock })
  if (settings.seed) await seedOnce(directory, settings.cases)
  const close = await startAround(settings, { addresses, clock, functions, calls, dynamo: dynamo.endpoint })
  return { ...addresses, close: () => close().then(files.close).then(calls.over).then(kms.close).then(dynamo.close) }
}

const startBuckets = (
  { port, directory, scanMs }: HostSettings,
  { residents }: Addresses,
  { functions, clock }: Pick<Around, 'functions' | 'clock'>,
) =>
  startFiles({
    ...{ port: port + 3, directory: join(directory, 'files'), secret, origin: residents, now: clock.now },
    checkUpload: functions.checkUpload,
    ...(scanMs === undefined ? {} : { scanMs }),
  })

type Around = {
  readonly addresses: Addresses
  readonly clock: LocalClock
  readonly functions: Functions
  readonly calls: UnderWay
  readonly dynamo: string
}

// What reaches the functions: browsers, files, the phone, the stream and the clock.
const startAround = async ({ port, directory }: HostSettings, around: Around) => {
  const { addresses, clock, functions, calls, dynamo } = around
  const phone = localPhone({ file: join(directory, 'texts.jsonl'), now: clock.now, receipt: functions.textReceipts })
  const notify = localNotify({ file: join(directory, 'emails.jsonl'), now: clock.now })
  const edgePage = await edgePages()
  const gateways = [
    endOf(await startGateway({ port, handler: functions.citizen, assets, edgePage })),
    endOf(await startGateway({ port: port + 1, handler: functions.staff, assets, edgePage })),
    endOf(await startGateway({ port: port + 5, handler: functions.api, assets, edgePage })),
  ]
  const endTools = endOf(
    await startTools({ port: port + 2, clock, phone, notify, addresses, programs: `http://localhost:${port + 5}` }),
  )
  const identity = await startIdentity({ port: port + 4, staffOrigin: addresses.staff })
  const ticker = tick(dynamo, functions)
  // Whoever asks goes first, and what is asked goes last: nothing under way meets a closed door.
  return async () => {
    await Promise.all([...gateways.map((end) => end()), ticker.close()])
    await calls.over()
    await phone.close()
    await Promise.all([endTools(), identity.close()])
  }
}

const tick = (endpoint: string, functions: Functions): Ticker =>
  startTicker({
    endpoint,
    table: tables.main,
    // Each with its event source mapping's filter.
    streams: [
      { invoke: functions.sendTexts, wanted: (record) => textsPutIn({ Records: [record] })?.length === 1 },
      { invoke: functions.countEvents, wanted: (record) => countedIn({ Records: [record] })?.length === 1 },
    ],
    schedules: [
      { everyMs: 1000, invoke: functions.sendTexts },
      { everyMs: 60_000, firstMs: 60_000, invoke: functions.checkUpload },
      // Each minute in AWS; here sooner, so that whoever tries it out need not wait.
      { everyMs: 5000, firstMs: 5000, invoke: functions.offerTimes },
      { everyMs: 5000, firstMs: 15_000, invoke: functions.doMany },
      { everyMs: 30_000, firstMs: 20_000, invoke: functions.giveInTurn },
      { everyMs: 10_000, firstMs: 30_000, invoke: functions.sendHooks },
      // Nightly in AWS; here often, so that a shifted clock shows what its night would bring. Twice on one day changes nothing.
      { everyMs: 30_000, firstMs: 10_000, invoke: functions.nightly },
      { everyMs: 600_000, firstMs: 20_000, invoke: functions.countEvents },
      { everyMs: 600_000, firstMs: 50_000, invoke: () => functions.countEvents({ every: 'morning' }) },
      { everyMs: 30_000, firstMs: 25_000, invoke: functions.eraseAgreed },
    ],
  })

// The same names as in AWS (adapters/config.ts); the credentials are any, for endpoints that do not look at them.
const environment = (
  { secretKey, directory }: HostSettings,
  { residents, staff, tools, files, identity }: Addresses,
  { dynamo, kms, clock }: { readonly dynamo: string; readonly kms: string; readonly clock: string },
): Readonly<Record<string, string>> => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: secret,
  TABLE_NAME: tables.main,
  AUDIT_TABLE_NAME: tables.audit,
  DYNAMODB_ENDPOINT: dynamo,
  KMS_ENDPOINT: kms,
  ANSWERS_WRAPPED_BY: localAnswersKey,
  SNS_ENDPOINT: tools,
  NOTIFY_ENDPOINT: tools,
  ...{ NOTIFY_KEY: localNotifyKey, NOTIFY_CALLBACK_KEY: localCallbackKey },
  NOTIFY_EMAIL_TEMPLATE: localTemplates.email,
  NOTIFY_LETTER_TEMPLATE: localTemplates.letter,
  S3_ENDPOINT: files,
  UPLOAD_URL: `${files}/${quarantine}`,
  UPLOAD_BUCKET: quarantine,
  ...{ CLEAN_BUCKET: clean, ARCHIVE_BUCKET: archive },
  CITIZEN_ORIGIN: residents,
  STAFF_ORIGIN: staff,
  ...{ OIDC_ISSUER: identity, OIDC_CLIENT_ID: clientId, API_CLIENTS: clientNames, API_HOOKS: hookAt(tools) },
  CLOCK_FILE: clock,
  LOG_FILE: join(directory, 'product.log'),
  SECRET_KEY: secretKey,
  // Of nobody: one of Ofcom's numbers for drama.
  DUTY_PHONE: '+447700900999',
  // Whoever tries things out has one phone.
  TEXTS_A_PHONE: '50',
})

type Functions = {
  readonly citizen: Handler
  readonly staff: Handler
  readonly api: Handler
  readonly sendTexts: Invoke
  readonly textReceipts: Invoke
  readonly checkUpload: Invoke
  readonly nightly: Invoke
  readonly offerTimes: Invoke
  readonly giveInTurn: Invoke
  readonly doMany: Invoke
  readonly countEvents: Invoke
  readonly eraseAgreed: Invoke
  readonly sendHooks: Invoke
}

// The environment is set before a function is loaded: it reads it at its start, as in Lambda. Each host
// loads its own: a second one in this process has another environment.
let hosts = 0

const load = async (built: boolean, { noted }: UnderWay): Promise<Functions> => {
  hosts += 1
  const host = hosts
  const entry = async (name: string) =>
    built
      ? (await import(startFile(name))).default.handler
      : (await import(/* @vite-ignore */ new URL(`../../functions/${name}.ts?host=${host}`, import.meta.url).href))
          .handler
  return {
    citizen: noted<Parameters<Handler>, Awaited<ReturnType<Handler>>>(await entry('citizen')),
    staff: noted<Parameters<Handler>, Awaited<ReturnType<Handler>>>(await entry('staff')),
    // With the first request: most who try it out have no program.
    api: noted<Parameters<Handler>, Awaited<ReturnType<Handler>>>(async (event, context) =>
      (await entry('api'))(event, context),
    ),
    sendTexts: noted<[unknown], unknown>(await entry('send-texts')),
    textReceipts: noted<[unknown], unknown>(await entry('text-receipts')),
    nightly: noted(async (event: unknown) => (await entry('nightly'))(event)),
    countEvents: noted(async (event: unknown) => (await entry('count-events'))(event)),
    offerTimes: noted(async (event: unknown) => (await entry('offer-times'))(event)),
    doMany: noted(async (event: unknown) => (await entry('do-many'))(event)),
    giveInTurn: noted(async (event: unknown) => (await entry('give-in-turn'))(event)),
    eraseAgreed: noted(async (event: unknown) => (await entry('erase-agreed'))(event)),
    sendHooks: noted(async (event: unknown) => (await entry('send-hooks'))(event)),
    // With the first file: it brings the S3 client, which a start need not wait for.
    checkUpload: noted(async (event: unknown) => (await entry('check-upload'))(event)),
  }
}

// Once for a directory: what somebody did to the demonstration data stays as they left it.
const seedOnce = async (directory: string, cases = 0): Promise<void> => {
  const file = join(directory, 'seeded')
  if (existsSync(file)) return
  const { seedAll } = await import('./seed.ts')
  const made = await seedAll(process.env, cases)
  const { seedMeasures } = await import('./measures/seed-measures.ts')
  await seedMeasures(process.env)
  writeFileSync(file, `${made} cases\n`)
}

const edgePages = async () => {
  const { pages } = await import('#web/show/citizen/pages.ts')
  return (status: 413 | 503): string => pages.problem({ status })
}
