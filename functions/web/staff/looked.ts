// When somebody last looked at lists, so that a row says what is new since. It is a cookie: a person's id and two
// instants, kept for 30 days. Looks with less than half an hour between them are one, so that nothing stops being
// new while somebody works.
import type { Request } from '../http.ts'

const cookie = '__Host-looked'
const oneLookMs = 30 * 60_000
const keptSeconds = 30 * 86_400

type Looker = { readonly id: string; readonly now: number }

// `since`: the end of the look before this one; none where there was none.
export const lookedIn = (
  { cookies }: Pick<Request, 'cookies'>,
  { id, now }: Looker,
): { readonly since?: number; readonly cookie: string } => {
  const [of = '', before = '', last = ''] = (cookies[cookie] ?? '').split('.')
  const isTheirs = of === coded(id) && /^\d{12,14}$/.test(last)
  const goesOn = isTheirs && now - Number(last) < oneLookMs
  const since = goesOn ? before : isTheirs ? last : ''
  const kept = [coded(id), /^\d{12,14}$/.test(since) ? since : '', now].join('.')
  return {
    ...(/^\d{12,14}$/.test(since) ? { since: Number(since) } : {}),
    cookie: `${cookie}=${kept}; Secure; HttpOnly; Path=/; SameSite=Lax; Max-Age=${keptSeconds}`,
  }
}

const coded = (text: string): string => Buffer.from(text).toString('base64url')
