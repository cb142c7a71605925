// A form is taken only from our own pages, and only from the session it was given to (OWASP CSRF cheat sheet: Fetch Metadata
// with Origin as the fallback, and a signed token bound to the session).
import type { Keys } from '#usecases/ports/stores.ts'
import type { Request } from '../http.ts'

export const fromOurOwnPage = (request: Request, origin: string): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return request.headers.origin === origin
}

// `random` differs per page, so that compression of the page gives nothing away. `about` says which draft the page is of: it is signed with it.
export const aboutIn = (token: string): string => (token.split('.', 1)[0] ?? '').split('~')[1] ?? ''

export const tokenFor = (keys: Keys, sessionId: string, random: string): string =>
  `${random}.${keys.hash('form', `${sessionId.length}:${sessionId}:${random}`)}`

export const tokenHolds = (keys: Keys, sessionId: string, token: string): boolean => {
  const random = token.split('.', 1)[0] ?? ''
  return random !== '' && keys.same(token, tokenFor(keys, sessionId, random))
}
