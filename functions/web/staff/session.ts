// The two cookies of the staff side: who is signed in, and, for ten minutes, that somebody is about to be.

import type { PendingSignIn } from '#usecases/ports/staff.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import type { Request } from '../http.ts'
import { sealed, sealedIn } from '../sealed.ts'

const staffCookie = '__Host-staff'
const pendingCookie = '__Host-sign-in'

// Lax, not Strict: the browser comes back from the identity provider.
const attributes = 'Secure; HttpOnly; Path=/; SameSite=Lax'

// '' when there is none.
export const sessionIdIn = (request: Request): string => request.cookies[staffCookie] ?? ''

export const sessionCookie = (id: string): string => `${staffCookie}=${id}; ${attributes}`

export const endedSession = `${staffCookie}=; Max-Age=0; ${attributes}`

export type Pending = PendingSignIn & { readonly to: string; readonly at: number }

const pendingMs = 10 * 60_000

export const pendingSignIn = (pending: Pending, keys: Keys): string =>
  `${pendingCookie}=${sealed(pending, 'sign-in', keys)}; ${attributes}`

export const pendingIn = (request: Request, keys: Keys, now: number): Pending | undefined => {
  const pending = sealedIn<Pending>(request.cookies[pendingCookie] ?? '', 'sign-in', keys)
  return pending !== undefined && now - pending.at <= pendingMs ? pending : undefined
}

export const endedPending = `${pendingCookie}=; Max-Age=0; ${attributes}`
