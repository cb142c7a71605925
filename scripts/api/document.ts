// The API's description (OpenAPI 3.1), made from its routes.
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { clientDeeds, scopeOf } from '#domain/sharing/clients.ts'
import { services } from '#services/catalogue.ts'
import { council } from '#services/council.ts'
import { titles } from '#web/api/problem.ts'
import { apiRoutes } from '#web/api/routes.ts'
import { problemShape } from '#web/api/shapes.ts'
import type { ApiRoute } from '#web/api/visit.ts'

export const apiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: `${council.name}: cases`,
    version: '1',
    description:
      'For programs of the council and of those who work with it. A case that is restricted is not there: nothing tells it from one that never was.',
  },
  servers: [{ url: 'https://api.{zone}', variables: { zone: { default: 'counter.dorset.example' } } }],
  paths: Object.fromEntries([...new Set(apiRoutes.map(({ path }) => path))].map((path) => [path, pathOf(path)])),
  components: {
    schemas: { Problem: schemaOf(problemShape) },
    securitySchemes: {
      client: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://sign-in.{zone}/oauth2/token', scopes: scopes() } },
      },
    },
  },
})

const scopes = () =>
  Object.fromEntries(
    services.flatMap(({ id, name }) =>
      clientDeeds.map((deed): [string, string] => [scopeOf(id, deed), `${deedWords[deed]}: ${name}`]),
    ),
  )

const deedWords = {
  read: 'See where cases stand',
  people: 'See with them whose they are, and how to reach them',
  note: 'Make notes on cases',
  events: 'Read what happens on cases, as it happens',
} as const

const pathOf = (path: string) =>
  Object.fromEntries(
    apiRoutes.filter((route) => route.path === path).map((route) => [route.method.toLowerCase(), operationOf(route)]),
  )

const operationOf = ({ method, path, policy, operation }: ApiRoute) => ({
  operationId: operation.id,
  summary: operation.summary,
  // Of which service, the case or the question says.
  security: services.map(({ id }) => ({ client: [scopeOf(id, policy)] })),
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    })),
    ...queryOf(operation.query),
    ...(method === 'POST' ? [onceHeader] : []),
    ...(operation.versioned === true ? [method === 'POST' ? matchHeader : noneMatchHeader] : []),
  ],
  ...(operation.body === undefined ? {} : { requestBody: { required: true, content: contentOf(operation.body) } }),
  responses: {
    [operation.status]: {
      ...{ description: 'Done', content: contentOf(operation.gives) },
      ...(isRead(method, operation) ? { headers: { ETag: etag } } : {}),
    },
    ...(isRead(method, operation) ? { 304: { description: 'It is as it was read', headers: { ETag: etag } } } : {}),
    ...Object.fromEntries(operation.problems.map((status) => [status, problemOf(status)])),
  },
})

const isRead = (method: string, { versioned }: ApiRoute['operation']): boolean => versioned === true && method === 'GET'

const etag = { description: 'The version of the case', schema: { type: 'string' } }

const matchHeader = {
  ...{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } },
  description: 'The ETag of the case as it was read: where it has changed since, nothing is done (412)',
}

const noneMatchHeader = {
  ...{ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } },
  description: 'The ETag of the case as it is known: where it is the same, only that is said (304)',
}

const onceHeader = {
  ...{ name: 'Idempotency-Key', in: 'header', required: true },
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

const queryOf = (query: GenericSchema | undefined) => {
  if (query === undefined) return []
  const { properties = {}, required = [] } = schemaOf(query)
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }))
}

const contentOf = (schema: GenericSchema) => ({ 'application/json': { schema: schemaOf(schema) } })

const problemOf = (status: number) => ({
  description: Object.entries(titles).find(([known]) => known === String(status))?.[1] ?? '',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

// The dialect stands once, in OpenAPI's own version.
const schemaOf = (schema: GenericSchema): JsonSchema => {
  const { $schema: _, ...made } = toJsonSchema(schema, { typeMode: 'input' })
  return made
}
