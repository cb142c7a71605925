// A resident's session: a signed cookie that names their drafts. It ends after 30 minutes without activity, or 20 hours.
import type { Keys } from '#usecases/ports.ts'
import type { Request } from '../http.ts'
import { opened, sealed } from '../sealed.ts'

export type Session = {
  readonly id: string
  // Service → draft id.
  readonly drafts: Readonly<Record<string, string>>
  // A keyed hash of the phone that proved itself by a code; never the number.
  readonly owner?: string
  // Of the link in a text by which this browser came.
  readonly wayBackKey?: string
  // The code that was asked for in this browser.
  readonly challenge?: string
  readonly startedAt: number
  readonly seenAt: number
}

export type SessionState =
  | { readonly is: 'live'; readonly session: Session }
  | { readonly is: 'none' }
  | { readonly is: 'ended' }

const minute = 60_000
export const idleMs = 30 * minute
const longestMs = 20 * 60 * minute
export const cookieName = '__Host-counter'

export const sessionFrom = (request: Request, keys: Keys, now: number): SessionState => {
  const cookie = request.cookies[cookieName]
  if (cookie === undefined || cookie === '') return { is: 'none' }
  const session = opened<Session>(cookie, 'session', keys)
  if (session === undefined) return { is: 'none' }
  const live = now - session.seenAt <= idleMs && now - session.startedAt <= longestMs
  return live ? { is: 'live', session } : { is: 'ended' }
}

export const newSession = (id: string, now: number): Session => ({ id, drafts: {}, startedAt: now, seenAt: now })

// The cookie is written again when it says something new, or when a minute has passed since it last did.
export const cookieFor = (before: SessionState, after: Session, keys: Keys, now: number): string | undefined => {
  const same = before.is === 'live' && before.session === after && now - after.seenAt < minute
  return same ? undefined : `${cookieName}=${sealed({ ...after, seenAt: now }, 'session', keys)}; ${attributes}`
}

// Lax, not Strict: a person arrives from a link in a text.
const attributes = 'Secure; HttpOnly; Path=/; SameSite=Lax'
