// `npm run bench`: what a page costs, as ratios within one run, beside what we aim at.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { assets } from '#built/assets.mjs'
import { bundles } from '#infra/bundle.ts'
import { localClock } from '#infra/local/clock.ts'
import { createTables, startDynamo } from '#infra/local/dynamo.ts'
import { localAnswersKey, startKms } from '#infra/local/kms.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { asksOfDesk } from './asks.ts'
import { measureCheck } from './check.ts'
import { fullPeople } from './full.ts'
import { load } from './load.ts'
import { officers } from './officers.ts'
import { asker, choosers, people } from './people.ts'
import { renderRates } from './render.ts'
import { measurePlanning, measureRules } from './rules.ts'
import { aimed, end, heading, line } from './said.ts'
import {
  buildServers,
  memoryOf,
  pinEngine,
  pinMyself,
  startBare,
  startDesk,
  startExpress,
  startLimit,
  startProduct,
} from './servers.ts'
import { serving } from './serving.ts'
import { coldMs, initMs, median } from './starts.ts'
import { uploadCosts } from './uploads.ts'

const origin = 'http://localhost:3000'
const atOnce = 16
const atTheDesk = 2
// Node keeps a heap as large as it likes on a large machine. Memory is told both ways: as Node starts by itself, and held to a
// small heap, which no Lambda of ours sets. Every other figure is Node by itself.
const smallHeap = ['--max-semi-space-size=4', '--max-old-space-size=96']

// The product's time begins where its people answer, whatever the machine's date.
const clockFile = (): string => {
  const { file, set } = localClock(join(mkdtempSync(join(tmpdir(), 'guildhall-bench-')), 'clock.json'))
  set(personasNow)
  return file
}

const environment = (endpoint: string, kms: string) => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'guildhall',
  AUDIT_TABLE_NAME: 'guildhall-audit',
  DYNAMODB_ENDPOINT: endpoint,
  SNS_ENDPOINT: endpoint,
  KMS_ENDPOINT: kms,
  ANSWERS_WRAPPED_BY: localAnswersKey,
  CITIZEN_ORIGIN: origin,
  STAFF_ORIGIN: 'http://localhost:3001',
  OIDC_ISSUER: 'http://localhost:3003',
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  CLOCK_FILE: clockFile(),
})

const rendering = (): void => {
  const { filled, nunjucks, withErrors } = renderRates()
  heading('Rendering alone, one core, pages a second')
  aimed('a question page without errors', filled, String, { least: 20_000 })
  line('the same by nunjucks', String(nunjucks))
  aimed('a question page with errors', withErrors, String, { least: 1200 })
}

const starts = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const times = { bare: [] as number[], product: [] as number[] }
  for (let round = 0; round < 7; round += 1) {
    const [bare, product] = [await startBare(6000), await startProduct(env)]
    times.bare.push(bare.firstPageMs)
    times.product.push(product.firstPageMs)
    await Promise.all([bare.close(), product.close()])
  }
  heading('Starting')
  line('bare server: spawn to first page', `${median(times.bare).toFixed(0)} ms`)
  aimed('Guildhall: spawn to first page', median(times.product), inMs, { most: 140 })
}

const memory = async (env: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<void> => {
  const product = await startProduct(env, flags)
  const [[visitor], [family]] = [await people(product.port, origin, 1), await fullPeople(env, origin, 1)]
  for (let count = 0; count < 1000; count += 100)
    await Promise.all(
      Array.from({ length: 100 }, () =>
        fetch(`http://127.0.0.1:${product.port}/bookings`).then((reply) => reply.text()),
      ),
    )
  const seen = [visitor?.see ?? [], family?.see ?? [], family?.check ?? [], family?.save ?? []]
  for (const steps of seen) await load({ port: product.port, people: [steps], forMs: 500 })
  const what = `memory after 1,000 requests and more of a full draft${flags.length === 0 ? '' : ', in a small heap'}`
  aimed(what, memoryOf(product.pid), (number) => `${number.toFixed(0)} MB`, { most: 110 })
  await product.close()
}

const initialising = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const built = await bundles()
  const times = initMs(built, env)
  const empty = times.get('empty') ?? 0
  heading('Bundles: size, and import-and-init in a new process beside an empty handler’s')
  line('empty', `${empty.toFixed(1)} ms`)
  for (const { name, bytes } of built) {
    const more = (times.get(name) ?? 0) - empty
    aimed(`${name}, ${Math.round(bytes / 1024)} KB`, more, (ms) => `+${ms.toFixed(1)} ms`, { most: mostMs[name] ?? 50 })
  }
  heading('From a process’ beginning to the end of its first answer')
  aimed('citizen, a start page, with one read', coldMs('citizen', '/bookings', env), inMs, { most: 115 })
  aimed('staff, signing in, without a read', coldMs('staff', '/sign-in', env), inMs, { most: 130 })
}

// Over an empty handler's, in milliseconds.
const mostMs: Readonly<Record<string, number>> = { citizen: 50, staff: 65, 'check-upload': 75, 'erase-agreed': 60 }

const inMs = (ms: number): string => `${ms.toFixed(0)} ms`

const firstVisit = async (port: number): Promise<void> => {
  const page = await (await fetch(`http://127.0.0.1:${port}/housing`)).text()
  const [css, js] = [assets['citizen.css'], assets['citizen.js']].map((path) => readFileSync(`.built${path}`))
  const parts = [Buffer.from(page), css ?? Buffer.alloc(0), js ?? Buffer.alloc(0)]
  const sizes = parts.map((part) => [part.length, gzipSync(part, { level: 9 }).length] as const)
  heading('First visit: a start page with its CSS and JavaScript, bytes')
  for (const [index, name] of ['HTML', 'CSS', 'JavaScript'].entries())
    line(name, `${sizes[index]?.[0]}, gzip ${sizes[index]?.[1]}`)
  const total = sizes.reduce((sum, [, zipped]) => sum + zipped, 0)
  aimed('all, compressed with gzip', total / 1024, (number) => `${number.toFixed(1)} KB`, { most: 30 })
}

const costs = async (countings: readonly Counting[], port: number): Promise<void> => {
  const ask = asker(port, origin, new Map())
  heading('What each step asks of DynamoDB and KMS')
  const taken = () => Object.assign({}, ...countings.map((counting) => counting.taken()))
  const step = async (what: string, does: () => Promise<string>): Promise<string> => {
    const html = await does()
    const counts = taken()
    line(
      what,
      Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ') || 'nothing',
    )
    return html
  }
  const token = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  taken()
  const start = await step('home or start page (the switches, once in ten seconds)', () => ask('/bookings'))
  await step('Start now', () => ask('/bookings/start', { _csrf: token(start) }))
  const page = await step('a question page', () => ask('/bookings/what/for'))
  await step('a saved answer', () => ask('/bookings/what/for', { _csrf: token(page), whatFor: 'council-tax' }))
  await step('a page that shows what is wrong', () => ask('/bookings/what/how', { _csrf: token(page) }))
  await ask('/bookings/what/for', { _csrf: token(page), whatFor: 'housing-advice' })
  taken()
  await step('the first saved answer that is told in confidence', () =>
    ask('/bookings/what/danger', { _csrf: token(page), safe: 'safe' }),
  )
  await step('one more, its key still open', () => ask('/bookings/what/danger', { _csrf: token(page), safe: 'unsure' }))
  await ask('/bookings/what/for', { _csrf: token(page), whatFor: 'council-tax' })
  await ask('/bookings/what/how', { _csrf: token(page), how: 'phone' })
  await ask('/bookings/needs/access', { _csrf: token(page), needs: 'no' })
  await ask('/bookings/needs/interpreter', { _csrf: token(page), interpreter: 'no' })
  taken()
  await step('days of a fortnight (3 officers)', () => ask('/bookings/when/day'))
  await step('somebody’s own applications, not signed in', () => ask('/my-applications'))
}

const files = async (counting: Counting): Promise<void> => {
  heading('One file of 1 MB: server time, and what it asks of DynamoDB')
  for (const { what, ms, operations } of await uploadCosts(counting))
    line(`${what}: ${operations}`, `${ms.toFixed(1)} ms`)
}

const rules = (): void => {
  const [housing, planning] = [measureRules(), measurePlanning()]
  const ms = (micro: number): string => `${(micro / 1000).toFixed(2)} ms`
  heading('Rules, warm, on answers that were read once; no rule touches the network')
  line(`all housing rules, a household of ${housing.people}, ${housing.steps} steps`, ms(housing.rulesAlone))
  line('the same, the form walked anew', ms(housing.withForm))
  line('all planning rules, the fullest application', ms(planning.rulesAlone))
}

const checking = (): void => {
  const { whole, worked, words, html, bytes } = measureCheck()
  const ms = (number: number): string => `${number.toFixed(1)} ms`
  heading('Check-your-answers of the largest form: its own work in processor time, without gateway and database')
  aimed(`from answers to ${Math.round(bytes / 1024)} KB of HTML`, whole, ms, { most: 3 })
  line('of it: the form worked out; answers in words; HTML', [worked, words, html].map(ms).join('; '))
}

const main = async (): Promise<void> => {
  const built = await bundles()
  await buildServers()
  const dynamo = await startDynamo()
  const kms = await startKms()
  pinMyself()
  pinEngine()
  // Without a stream: the engine's writes slow with one, and DynamoDB's do not.
  await createTables(dynamo.endpoint, { main: 'guildhall', audit: 'guildhall-audit' }, { streamed: false })
  const env = environment(dynamo.endpoint, kms.endpoint)
  Object.assign(process.env, env)
  heading(`Guildhall bench: Node ${process.version}, ${dynamo.engine}, ${built.length} bundles`)
  rendering()
  rules()
  checking()
  const product = await startProduct(env)
  const visitors = await people(product.port, origin, atOnce)
  const full = await fullPeople(env, origin, atOnce)
  const bytes = visitors[0]?.pageBytes ?? 0
  const [bare, limit, express, desk] = [
    await startBare(bytes),
    await startLimit(bytes, env),
    await startExpress(),
    await startDesk(env),
  ]
  const [diaries, managers] = [await choosers(product.port, origin, atOnce), await officers(env, atTheDesk)]
  await serving({ bare, limit, express, product, desk, visitors, full, choosers: diaries, officers: managers })
  await Promise.all([bare, limit, express, desk, product].map((server) => server.close()))
  await starts(env)
  await memory(env)
  await memory(env, smallHeap)
  await initialising(env)
  const counting = await countingProxy(dynamo.endpoint)
  const wrapping = await countingProxy(kms.endpoint)
  const counted = await startProduct(environment(counting.endpoint, wrapping.endpoint))
  await firstVisit(counted.port)
  await costs([counting, wrapping], counted.port)
  await counted.close()
  const asked = await startDesk(environment(counting.endpoint, wrapping.endpoint))
  await asksOfDesk(counting, asked.port, managers[0])
  await asked.close()
  await files(counting)
  counting.close()
  wrapping.close()
  await kms.close()
  await dynamo.close()
  end()
}

await main()
