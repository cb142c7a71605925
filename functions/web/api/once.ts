// A write that is sent again, by the Idempotency-Key that a client gives it, is done once and answered alike (docs/rules/sharing.md, "Once").
import type { OnceBegun } from '#usecases/ports/sharing/clients.ts'
import type { Reply } from '../http.ts'
import { problem } from './problem.ts'
import type { ApiVisit } from './visit.ts'

/** `act` is given what the request is known by: the same for the same request, another for every other. */
export const doneOnce = async (visit: ApiVisit, act: (known: string) => Promise<Reply>): Promise<Reply> => {
  const { api, client, request } = visit
  const said = request.headers['idempotency-key'] ?? ''
  if (!/^[\x21-\x7e]{8,200}$/.test(said))
    return problem(400, 'Idempotency-Key is missing: give each write a key of its own, of 8 to 200 letters and digits.')
  const key = api.keys.hash('api-once', JSON.stringify([client.id, said]))
  const known = api.keys.hash(
    'api-request',
    JSON.stringify([request.method, request.path, request.json ?? '', request.headers['if-match'] ?? '']),
  )
  const now = api.clock.now()
  const begun = await api.once.begin(key, known, now)
  if (begun.is !== 'new') return answerTo(begun)
  const reply = await act(`${key}/${known}`)
  await api.once.end(key, known, { status: reply.status, body: reply.body ?? '' }, now)
  return reply
}

const answerTo = (begun: Exclude<OnceBegun, { is: 'new' }>): Reply => {
  switch (begun.is) {
    case 'another':
      return problem(422, 'This Idempotency-Key was used for another request. Nothing was done.')
    case 'running':
      return problem(409, 'The same request is under way. Ask again in a moment.', { 'retry-after': '5' })
    case 'done': {
      const { status, body } = begun.reply
      const type = status < 400 ? 'application/json' : 'application/problem+json'
      return { status, headers: { 'content-type': type, 'idempotent-replayed': 'true' }, body }
    }
  }
}
