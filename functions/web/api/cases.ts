// Cases, by the API.

import { noteByClient } from '#usecases/sharing/note-by-client.ts'
import { listShared, shareCase } from '#usecases/sharing/share-cases.ts'
import type { Reply } from '../http.ts'
import { doneOnce } from './once.ts'
import { problem } from './problem.ts'
import { bodyOf, queryRead, versionsIn } from './read.ts'
import { listQuery, note } from './shapes.ts'
import { type ApiVisit, json } from './visit.ts'

const notThere = problem(404, 'There is no case of this reference that the client may see.')

export const getCase = async ({ api, client, request }: ApiVisit): Promise<Reply> => {
  const shared = await shareCase(api, client, request.pathValues.reference ?? '')
  if (shared === undefined) return notThere
  const etag = `"${shared.version}"`
  return request.headers['if-none-match'] === etag ? { status: 304, headers: { etag } } : json(200, shared, { etag })
}

const refusals = {
  'not-allowed': problem(403, 'The client’s scopes do not let it read this service.'),
  'no-such-state': problem(400, 'state: the service has no such state.'),
  'not-our-cursor': problem(400, 'after: not a cursor that this list gave to this client.'),
}

export const getCases = async ({ api, client, request }: ApiVisit): Promise<Reply> => {
  const query = queryRead(listQuery, request)
  if (!query.ok) return query.error
  const page = await listShared(api, client, { ...query.value, limit: Number(query.value.limit) })
  return page.ok ? json(200, page.value) : refusals[page.error]
}

export const postNote = async (visit: ApiVisit): Promise<Reply> => {
  const { api, client, request } = visit
  const body = bodyOf(note, request)
  if (!body.ok) return body.error
  const at = versionsIn(request)
  if (!at.ok) return at.error
  const reference = request.pathValues.reference ?? ''
  return doneOnce(visit, async (once) => {
    const noted = await noteByClient(api, client, { reference, words: body.value.words, once, at: at.value })
    return noted.ok ? json(201, noted.value) : notNoted[noted.error]
  })
}

const notNoted = {
  'not-there': notThere,
  'no-words': problem(422, 'words: there is nothing in it that can be read.'),
  'changed-elsewhere': problem(
    412,
    'The case has changed since it was read, and nothing was done. Read it again, and send this with its new ETag and another Idempotency-Key.',
  ),
}
