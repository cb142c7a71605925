// What happens on cases, by the API.

import { whereItMay } from '#domain/sharing/clients.ts'
import { readFeed } from '#usecases/sharing/read-feed.ts'
import { recordLook } from '#usecases/sharing/share-cases.ts'
import type { Reply } from '../http.ts'
import { problem } from './problem.ts'
import { queryRead } from './read.ts'
import { feedQuery } from './shapes.ts'
import { type ApiVisit, json } from './visit.ts'

export const getEvents = async ({ api, client, request }: ApiVisit): Promise<Reply> => {
  const query = queryRead(feedQuery, request)
  if (!query.ok) return query.error
  const page = await readFeed(api, client, { after: query.value.after, limit: Number(query.value.limit) })
  if (!page.ok) return problem(400, 'after: not a cursor that the feed gave to this client.')
  if (page.value.events.length > 0) await recordLook(api, client, { did: 'api-read-events', allowed: true })
  return json(200, page.value)
}

// Its own, and nobody else's: a program asks for its secrets with its token.
export const getHook = async ({ api, client }: ApiVisit): Promise<Reply> => {
  const hook = api.hooks.find((one) => one.client.id === client.id)
  if (hook === undefined) return problem(404, 'The client is told of no events: the council has no address of it.')
  await recordLook(api, client, { did: 'api-read-hook', allowed: true })
  const services = whereItMay(
    hook.client,
    'events',
    api.services.map(({ id }) => id),
  )
  return json(200, { url: hook.url, secrets: hook.secrets, services })
}
