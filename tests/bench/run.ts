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
import { type Counting, countingProxy } from './calls.ts'
import { load } from './load.ts'
import { asker, type Person, people } from './people.ts'
import { renderRates } from './render.ts'
import { measurePlanning, measureRules } from './rules.ts'
import { buildServers, memoryOf, pinEngine, pinMyself, type Server, startBare, startProduct } from './servers.ts'
import { initMs, median } from './starts.ts'
import { uploadCosts } from './uploads.ts'

const origin = 'http://localhost:3000'
const rounds = 5
const forMs = 1500
const atOnce = 16
// Node keeps a heap as large as it likes on a large machine. Memory is told both ways: as Node starts by itself, and held to a
// small heap, which no Lambda of ours sets. Every other figure is Node by itself.
const smallHeap = ['--max-semi-space-size=4', '--max-old-space-size=96']

// The product's time begins where its people answer, whatever the machine's date.
const clockFile = (): string => {
  const { file, set } = localClock(join(mkdtempSync(join(tmpdir(), 'guildhall-bench-')), 'clock.json'))
  set(personasNow)
  return file
}

const line = (what: string, figure: string, aim = ''): void =>
  console.log(`${what.padEnd(58)}${figure.padStart(16)}${aim === '' ? '' : `   aim ${aim}`}`)

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
  console.log('\nRendering alone, one core, pages a second')
  line('a question page without errors', String(filled), '20,000')
  line('the same by nunjucks', String(nunjucks))
  line('a question page with errors', String(withErrors), '1,200')
}

const serving = async (bare: Server, product: Server, visitors: readonly Person[]): Promise<void> => {
  const [sees, saves] = [visitors.map(({ see }) => see), visitors.map(({ save }) => save)]
  const rates: Record<'bareGet' | 'get' | 'barePair' | 'pair', number[]> = {
    bareGet: [],
    get: [],
    barePair: [],
    pair: [],
  }
  for (let round = 0; round < rounds; round += 1) {
    rates.bareGet.push((await load({ port: bare.port, people: sees, forMs })).perSecond)
    rates.get.push(await good(product.port, sees))
    rates.barePair.push((await load({ port: bare.port, people: saves, forMs })).perSecond)
    rates.pair.push(await good(product.port, saves))
  }
  const [bareGet, get, barePair, pair] = [
    median(rates.bareGet),
    median(rates.get),
    median(rates.barePair),
    median(rates.pair),
  ]
  console.log(
    `\nServing, ${atOnce} at once, one core, medians of ${rounds} rounds; each pair is a POST and the redirect's GET`,
  )
  line('bare node:http: pages a second', Math.round(bareGet).toString())
  line('Guildhall, through handler and embedded DynamoDB', Math.round(get).toString())
  line('share of bare', (get / bareGet).toFixed(3), '0.035')
  line('bare node:http: pairs a second', Math.round(barePair).toString())
  line('Guildhall, saved and read back', Math.round(pair).toString())
  line('share of bare', (pair / barePair).toFixed(3), '0.045')
}

const good = async (port: number, steps: Parameters<typeof load>[0]['people']): Promise<number> => {
  const { perSecond, wrong } = await load({ port, people: steps, forMs })
  if (wrong > 0) throw new Error(`${wrong} answers were errors: the figures would mean nothing`)
  return perSecond
}

const starts = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const times = { bare: [] as number[], product: [] as number[] }
  for (let round = 0; round < 7; round += 1) {
    const [bare, product] = [await startBare(6000), await startProduct(env)]
    times.bare.push(bare.firstPageMs)
    times.product.push(product.firstPageMs)
    await Promise.all([bare.close(), product.close()])
  }
  console.log('\nStarting')
  line('bare server: spawn to first page', `${median(times.bare).toFixed(0)} ms`)
  line('Guildhall: spawn to first page', `${median(times.product).toFixed(0)} ms`, '150 ms')
}

const memory = async (env: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<void> => {
  const product = await startProduct(env, flags)
  const [visitor] = await people(product.port, origin, 1)
  for (let count = 0; count < 1000; count += 100)
    await Promise.all(
      Array.from({ length: 100 }, () =>
        fetch(`http://127.0.0.1:${product.port}/bookings`).then((reply) => reply.text()),
      ),
    )
  if (visitor !== undefined) await load({ port: product.port, people: [visitor.see], forMs: 500 })
  line(
    `memory after 1,000 requests${flags.length === 0 ? '' : ', in a small heap'}`,
    `${memoryOf(product.pid).toFixed(0)} MB`,
    '110 MB',
  )
  await product.close()
}

const initialising = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const built = await bundles()
  const times = initMs(built, env)
  const empty = times.get('empty') ?? 0
  console.log('\nBundles: size, and import-and-init in a new process beside an empty handler’s')
  line('empty', `${empty.toFixed(1)} ms`)
  for (const { name, bytes } of built) {
    const more = (times.get(name) ?? 0) - empty
    line(`${name}, ${Math.round(bytes / 1024)} KB`, `+${more.toFixed(1)} ms`, '+60 ms')
  }
}

const firstVisit = async (port: number): Promise<void> => {
  const page = await (await fetch(`http://127.0.0.1:${port}/housing`)).text()
  const [css, js] = [assets['citizen.css'], assets['citizen.js']].map((path) => readFileSync(`.built${path}`))
  const parts = [Buffer.from(page), css ?? Buffer.alloc(0), js ?? Buffer.alloc(0)]
  const sizes = parts.map((part) => [part.length, gzipSync(part, { level: 9 }).length] as const)
  console.log('\nFirst visit: a start page with its CSS and JavaScript, bytes')
  for (const [index, name] of ['HTML', 'CSS', 'JavaScript'].entries())
    line(name, `${sizes[index]?.[0]}, gzip ${sizes[index]?.[1]}`)
  const total = sizes.reduce((sum, [, zipped]) => sum + zipped, 0)
  line('all, compressed with gzip', `${(total / 1024).toFixed(1)} KB`, '30 KB')
}

const costs = async (countings: readonly Counting[], port: number): Promise<void> => {
  const ask = asker(port, origin, new Map())
  console.log('\nWhat each step asks of DynamoDB and KMS')
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
  console.log('\nOne file of 1 MB: server time, and what it asks of DynamoDB')
  for (const { what, ms, operations } of await uploadCosts(counting))
    line(`${what}: ${operations}`, `${ms.toFixed(1)} ms`)
}

const rules = (): void => {
  const [housing, planning] = [measureRules(), measurePlanning()]
  const ms = (micro: number): string => `${(micro / 1000).toFixed(2)} ms`
  console.log('\nRules, warm, on answers that were read once; no rule touches the network')
  line(`all housing rules, a household of ${housing.people}, ${housing.steps} steps`, ms(housing.rulesAlone), '1 ms')
  line('the same, the form walked anew', ms(housing.withForm))
  line('all planning rules, the fullest application', ms(planning.rulesAlone))
}

const main = async (): Promise<void> => {
  const built = await bundles()
  await buildServers()
  const dynamo = await startDynamo()
  const kms = await startKms()
  pinMyself()
  pinEngine()
  await createTables(dynamo.endpoint, { main: 'guildhall', audit: 'guildhall-audit' })
  const env = environment(dynamo.endpoint, kms.endpoint)
  Object.assign(process.env, env)
  console.log(`Guildhall bench: Node ${process.version}, ${dynamo.engine}, ${built.length} bundles`)
  rendering()
  rules()
  const product = await startProduct(env)
  const visitors = await people(product.port, origin, atOnce)
  const bare = await startBare(visitors[0]?.pageBytes ?? 0)
  await serving(bare, product, visitors)
  await Promise.all([bare.close(), product.close()])
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
  await files(counting)
  counting.close()
  wrapping.close()
  await kms.close()
  await dynamo.close()
}

await main()
