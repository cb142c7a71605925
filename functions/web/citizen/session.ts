// A resident's session: a signed cookie that names their drafts. It ends after 30 minutes without activity, or 20 hours.
import type { ReturnWay } from '#domain/forms/answered/trail.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import type { Request } from '../http.ts'
import { sealed, sealedIn } from '../sealed.ts'

export type Session = {
  readonly id: string
  // Service → draft, as `holding` writes it.
  readonly drafts: Readonly<Record<string, string>>
  // Those that this browser had before in the place of one of them: they stay in reach, newest first.
  readonly others?: readonly string[]
  // The same through every sign-in of this browser; absent before the first. Signing out marks it.
  readonly browser?: string
  // Ids that this session had before its last sign-ins: forms that other tabs show were made under them.
  readonly before?: readonly string[]
  // Tags of the applications whose date of birth was given.
  readonly born?: readonly string[]
  // A draft that a recovery phrase opens, once the date of birth is given.
  readonly opening?: string
  // They left by "Exit this page": every page of an application answers with the front page.
  readonly left?: true
  // A keyed hash of the phone that proved itself by a code; never the number.
  readonly owner?: string
  // How they opened again what was saved.
  readonly wayIn?: ReturnWay
  // Of the link in a text by which this browser came.
  readonly wayBackKey?: string
  // The code that was asked for in this browser.
  readonly challenge?: string
  // Where it went, as whoever asked is shown it.
  readonly codeTo?: { readonly by: 'text' | 'email'; readonly masked: string; readonly helps?: true }
  readonly startedAt: number
  readonly seenAt: number
}

export type SessionState =
  | { readonly is: 'live'; readonly session: Session }
  | { readonly is: 'none' }
  | { readonly is: 'ended' }

// A draft in a session: its id, and the turn in which it was taken up where that is not the first. Or as whose helper.
export type HeldDraft = { readonly id: string; readonly turn?: number; readonly helper?: string }

export const holding = ({ id, turn = 0, helper }: HeldDraft): string => {
  if (helper !== undefined) return `${id}~${asHelper}${helper}`
  return turn === 0 ? id : `${id}~${turn}`
}

// A helper's is of no turn: whoever forgets that they help finds that it is somebody else's.
export const held = (said: string): HeldDraft & { readonly turn: number } => {
  const [id = '', turn = '0'] = said.split('~')
  return turn.startsWith(asHelper) ? { id, turn: -1, helper: turn.slice(asHelper.length) } : { id, turn: Number(turn) }
}

const asHelper = 'help.'

export const allHeld = ({ drafts, others = [] }: Session): readonly string[] => [...Object.values(drafts), ...others]

// At most so many beside the ones at hand: a cookie has little room.
const mostOthers = 4

// The draft at hand for its service from now on.
export const withDraft = (session: Session, service: string, draft: HeldDraft): Session => {
  const before = session.drafts[service]
  const others = [...(before === undefined ? [] : [before]), ...(session.others ?? [])].filter(
    (said) => held(said).id !== draft.id,
  )
  return {
    ...session,
    drafts: { ...session.drafts, [service]: holding(draft) },
    ...(others.length === 0 && session.others === undefined ? {} : { others: others.slice(0, mostOthers) }),
  }
}

const minute = 60_000
export const idleMs = 30 * minute
export const longestMs = 20 * 60 * minute
export const cookieName = '__Host-counter'

export const sessionFrom = (request: Request, keys: Keys, now: number): SessionState => {
  const cookie = request.cookies[cookieName]
  if (cookie === undefined || cookie === '') return { is: 'none' }
  const session = sealedIn<Session>(cookie, 'session', keys)
  if (session === undefined) return { is: 'none' }
  // Nothing is in it that could end.
  if (session.left === true) return { is: 'live', session }
  const live = now - session.seenAt <= idleMs && now - session.startedAt <= longestMs
  return live ? { is: 'live', session } : { is: 'ended' }
}

export const newSession = (id: string, now: number): Session => ({ id, drafts: {}, startedAt: now, seenAt: now })

// The cookie is written again when it says something new, or when a minute has passed since it last did.
export const cookieFor = (before: SessionState, after: Session, keys: Keys, now: number): string | undefined => {
  const same = before.is === 'live' && before.session === after && now - after.seenAt < minute
  return same ? undefined : `${cookieName}=${sealed({ ...after, seenAt: now }, 'session', keys)}; ${attributes}`
}

// The browser forgets it.
export const endedCookie = (): string => `${cookieName}=; Max-Age=0; ${attributes}`

// Lax, not Strict: a person arrives from a link in a text.
const attributes = 'Secure; HttpOnly; Path=/; SameSite=Lax'
