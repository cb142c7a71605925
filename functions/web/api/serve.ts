// Before the API answers: whose token is it, do they ask too often, and may they do that anywhere? On which case is asked where it is read.
import { type Client, type ClientDeed, whereItMay } from '#domain/sharing/clients.ts'
import { idsOf, type Reply, type Request } from '../http.ts'
import { atOneInstant } from '../one-instant.ts'
import type { CallbackRoute } from './callbacks.ts'
import { problem } from './problem.ts'
import type { Api, ApiRoute } from './visit.ts'

export const serveApi =
  (open: Api) =>
  async (route: ApiRoute | CallbackRoute, request: Request): Promise<Reply> => {
    const api = atOneInstant(open)
    const reply = 'operation' in route ? await answered(api, route, request) : await toldUs(api, route, request)
    api.log({ level: 'info', event: 'page', ...idsOf(request), route: route.path, status: reply.status })
    return reply
  }

// Nobody's client: the address asks for a key of its own. Nothing is lost where nothing can be saved: it is told again.
const toldUs = async (api: Api, route: CallbackRoute, request: Request): Promise<Reply> =>
  (await api.switches.now()).readOnly ? readOnlyNow : route.answer({ api, request })

const answered = async (api: Api, route: ApiRoute, request: Request): Promise<Reply> => {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  const client = token === undefined ? undefined : await api.tokens.clientOf(token)
  if (client === undefined || !client.ok) return unknown
  const now = api.clock.now()
  if (!(await api.rates.mayAsk(api.keys.hash('api-client', client.value.id), now))) return tooMany(now)
  if (!mayAnywhere(api, client.value, route.policy)) return lacking(route.policy)
  if (request.method !== 'POST' || !(await api.switches.now()).readOnly)
    return route.answer({ api, request, client: client.value })
  return readOnlyNow
}

const readOnlyNow = problem(423, 'Nothing can be saved at the moment. Send it again later.', { 'retry-after': '300' })

const mayAnywhere = ({ services }: Api, client: Client, deed: ClientDeed): boolean =>
  whereItMay(
    client,
    deed,
    services.map(({ id }) => id),
  ).length > 0

// RFC 6750, 3.
const unknown = problem(401, 'Get a token with the client’s id and secret, and send it as "Authorization: Bearer …".', {
  'www-authenticate': 'Bearer error="invalid_token"',
})

const lacking = (deed: ClientDeed): Reply =>
  problem(403, `The client has no scope that ends in ".${deed}".`, {
    'www-authenticate': 'Bearer error="insufficient_scope"',
  })

// A minute of UTC ends for everybody at once.
const tooMany = (now: number): Reply =>
  problem(429, 'The client asked too often in this minute.', {
    'retry-after': String(60 - (Math.floor(now / 1000) % 60)),
  })
