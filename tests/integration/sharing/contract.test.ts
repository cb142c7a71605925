// The API's description holds: a client that is made of docs/api/openapi.json reaches every operation, and every answer is of the shape that it says.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type Document, OpenAPIClientAxios } from 'openapi-client-axios'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { type ApiWorld, askOf, startApiWorld } from '#tests/support/worlds/api-world.ts'
import { apiRoutes } from '#web/api/routes.ts'
import { apiDocument } from '../../../scripts/api/document.ts'

const text = readFileSync('docs/api/openapi.json', 'utf8')
const description: Document = JSON.parse(text)

let here: ApiWorld
beforeAll(async () => {
  here = await startApiWorld()
})
afterAll(() => here.close())

const ajv = addFormats.default(new Ajv.default({ strict: false }))
ajv.addSchema({ $id: 'api', ...JSON.parse(text) })

type Called = { readonly operation: string; readonly status: number; readonly faults: string }

// As a program would: it knows the description, the address and its token.
const clientOf = async (who: string, called: Called[]) => {
  const made = new OpenAPIClientAxios({ definition: description, axiosConfigDefaults: { validateStatus: () => true } })
  const client = await made.init()
  client.defaults.adapter = async (config) => {
    const { pathname, search } = new URL(client.getUri(config))
    const answer = await askOf(here.handler, await here.tokenOf(who), {
      path: pathname + search,
      ...(config.method === 'post' ? { post: config.data } : {}),
      headers: Object.fromEntries(Object.entries(config.headers).flatMap(([name, value]) => headerOf(name, value))),
    })
    called.push(heldAgainst(config.method ?? 'get', pathname, answer))
    return { config, status: answer.status, statusText: '', headers: answer.headers, data: answer.body }
  }
  return client
}

const headerOf = (name: string, value: unknown): [string, string][] =>
  typeof value === 'string' ? [[name.toLowerCase(), value]] : []

type Answer = Awaited<ReturnType<typeof askOf>>

const heldAgainst = (method: string, pathname: string, { status, headers, body }: Answer): Called => {
  const route = apiRoutes.find(
    (one) =>
      one.method.toLowerCase() === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  )
  const at = ['paths', route?.path ?? '', method, 'responses', String(status), 'content', headers['content-type'] ?? '']
  const pointer = [...at, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  const holds = ajv.validate({ $ref: `api#/${pointer.join('/')}` }, body)
  return { operation: route?.operation.id ?? '', status, faults: holds ? '' : ajv.errorsText() }
}

it('the description is what the routes say (npm run api)', () => {
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(apiDocument())))
})

it('a client made of the description is answered in the shapes that it says, well and ill', async () => {
  const called: Called[] = []
  const reference = await sentCase(here.world.counter, { name: 'Ada Okoro' })
  const client = await clientOf('repairs-contractor', called)
  const operation = (id: string) => client[id] ?? fail(id)
  await operation('listCases')({ service: 'housing', limit: '1' })
  await operation('listCases')({ service: 'planning' })
  await operation('listCases')({ service: 'housing', limit: 'many' })
  const { data } = await operation('getCase')({ reference })
  expect(data).toMatchObject({ reference, person: { name: 'Ada Okoro' } })
  await operation('getCase')({ reference: 'H9999999' })
  for (const words of ['Boiler mended', 'Boiler mended', 'Another', ''])
    await operation('addNote')({ reference, 'Idempotency-Key': 'contract-1' }, { words })
  await operation('addNote')({ reference, 'Idempotency-Key': 'contract-3', 'If-Match': '"9"' }, { words: 'Late' })
  const stranger = await clientOf('planning-register', called)
  here.world.clock.pass(60_000)
  await (stranger.getHook ?? fail('getHook'))({})
  for (const after of [undefined, 'x'])
    await (stranger.listEvents ?? fail('listEvents'))({ limit: '5', ...(after === undefined ? {} : { after }) })
  await (stranger.addNote ?? fail('addNote'))({ reference, 'Idempotency-Key': 'contract-2' }, { words: 'x' })
  expect(called.filter(({ faults }) => faults !== '')).toEqual([])
  expect(new Set(called.map(({ operation: id }) => id))).toEqual(new Set(apiRoutes.map((route) => route.operation.id)))
  expect(new Set(called.map(({ status }) => status))).toEqual(new Set([200, 201, 400, 403, 404, 412, 422]))
})

const fail = (id: string): never => {
  throw new Error(`The client has no ${id}`)
}
