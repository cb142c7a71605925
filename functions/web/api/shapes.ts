// What the API takes and gives, as schemas: requests are held against them, and docs/api/openapi.json is made of them.
import * as v from 'valibot'

const instant = v.pipe(v.string(), v.isoTimestamp())

export const person = v.object({
  name: v.string(),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
})

export const sharedCase = v.object({
  reference: v.string(),
  service: v.string(),
  state: v.string(),
  stateLabel: v.string(),
  open: v.boolean(),
  version: v.number(),
  openedAt: instant,
  changedAt: instant,
  dueOn: v.optional(v.pipe(v.string(), v.isoDate())),
  person: v.optional(person),
})

export const casePage = v.object({ cases: v.array(sharedCase), next: v.optional(v.string()) })

export const hook = v.object({ url: v.string(), secrets: v.array(v.string()), services: v.array(v.string()) })

const event = v.object({
  id: v.string(),
  type: v.picklist(['case.opened', 'case.changed']),
  reference: v.string(),
  service: v.string(),
  version: v.number(),
  at: instant,
})

export const eventPage = v.object({ events: v.array(event), next: v.string(), more: v.boolean() })

export const noted = v.object({ id: v.string(), reference: v.string() })

export const problemShape = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  instance: v.optional(v.string()),
})

const cursor = v.pipe(v.string(), v.maxLength(1000))

const most = 100
const limit = v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, `must be a whole number from 1 to ${most}`))

export const listQuery = v.strictObject({
  service: v.pipe(v.string(), v.maxLength(40)),
  state: v.optional(v.pipe(v.string(), v.maxLength(60))),
  limit: v.optional(limit, '50'),
  after: v.optional(cursor),
})

export const feedQuery = v.strictObject({ limit: v.optional(limit, '50'), after: v.optional(cursor) })

export const note = v.strictObject({ words: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000)) })
