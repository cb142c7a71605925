// What GOV.UK Notify tells by itself: a letter came back ("Returned letters", Callbacks). It knows one key, which somebody typed there, and
// tells again after 5 minutes, 5 times, where it is not answered.
import * as v from 'valibot'
import { takeBackById } from '#usecases/texts/take-back-letter.ts'
import type { Reply, Request } from '../http.ts'
import type { Addressed } from '../routes.ts'
import { problem } from './problem.ts'
import { bodyOf } from './read.ts'
import type { Api } from './visit.ts'

type CallbackVisit = { readonly api: Api; readonly request: Request }

export type CallbackRoute = Addressed & {
  readonly policy: 'callback'
  readonly answer: (visit: CallbackVisit) => Promise<Reply>
}

const takeReturned = async ({ api, request }: CallbackVisit): Promise<Reply> => {
  if (!(await isNotify(api, request)))
    return problem(401, 'The key is not the one that the council gave to GOV.UK Notify.')
  const body = bodyOf(returned, request)
  if (!body.ok) return body.error
  const done = await takeBackById(api, body.value.notification_id)
  if (!done.ok && done.error === 'changed-elsewhere') return problem(503, 'Tell it again.', { 'retry-after': '60' })
  api.log({ level: 'info', event: 'letter-came-back' })
  // What was erased, or told before, is no news: nobody is to tell it again.
  return { status: 204, headers: {} }
}

const returned = v.object({ notification_id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'is not an id')) })

const isNotify = async ({ callbackKey, keys }: Api, { headers }: Request): Promise<boolean> => {
  const [key = '', given = ''] = [await callbackKey(), /^Bearer (.{10,200})$/.exec(headers.authorization ?? '')?.[1]]
  return key.length >= 10 && keys.same(keys.hash('callback', given), keys.hash('callback', key))
}

export const callbackRoutes: readonly CallbackRoute[] = [
  { method: 'POST', path: '/callbacks/notify/returned-letters', policy: 'callback', answer: takeReturned },
]
