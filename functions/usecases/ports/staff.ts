// What only the staff side asks of the outside: who signs in, their sessions and colleagues, worklists, and a log that nobody can change.
import type { Case, ListedCase, Note, Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'

export type Identity = {
  // Where the browser goes to sign in, and what must be known when it comes back.
  readonly begin: () => Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  // `query`: that of the address which the browser came back to. Refused where state, nonce, code or signature do not hold.
  readonly finish: (query: string, pending: PendingSignIn) => Promise<Result<SignedIn, 'refused'>>
  // What the provider says of them now. Refused where it no longer knows them, or has ended what they signed in with.
  readonly again: (token: string, id: string) => Promise<Result<Claims, 'refused'>>
}

// `token`: with which the provider is asked about this person again, and nothing else.
export type SignedIn = { readonly claims: Claims; readonly token: string }

export type PendingSignIn = { readonly state: string; readonly nonce: string; readonly verifier: string }

// What the council's identity provider says of a person.
export type Claims = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  // E.164
  readonly phone?: string
  readonly email?: string
}

// `checkedAt`: when the provider last said who they are. `handle` names the session on pages: it opens nothing.
export type StaffSession = {
  readonly user: Staff
  readonly handle: string
  readonly startedAt: number
  readonly seenAt: number
  readonly checkedAt: number
  readonly token?: string
}

export type StaffSessions = {
  // Gives the new session's id: a secret that only the person's cookie holds.
  readonly start: (user: Staff, now: number, token?: string) => Promise<string>
  // Undefined when it ran out, was ended or never was.
  readonly open: (id: string, now: number) => Promise<StaffSession | undefined>
  // Who they are now, as the provider says.
  readonly checked: (id: string, user: Staff, now: number) => Promise<void>
  readonly end: (id: string) => Promise<void>
  // Whose session it was, where it ran out and nobody ended it.
  readonly ranOut: (id: string, now: number) => Promise<Staff | undefined>
  // Those of a person that are open, the one used last first.
  readonly of: (userId: string, now: number) => Promise<readonly StaffSession[]>
  // By its handle, and only where it is that person's. False where there is none that is open.
  readonly endOne: (userId: string, handle: string, now: number) => Promise<boolean>
}

// A form that came after its session had run out: for the same person, once they have signed in.
export type KeptForm = {
  // The page that it is shown on again, with what was typed.
  readonly page: string
  readonly typed: Typed
  readonly at: number
}

export type KeptForms = {
  // In place of the one before it.
  readonly keep: (userId: string, form: KeptForm) => Promise<void>
  // The page of the form that is kept, once: at the next sign-in they are led there, and at none after it.
  readonly take: (userId: string, now: number) => Promise<string | undefined>
  // For an hour.
  readonly of: (userId: string, now: number) => Promise<KeptForm | undefined>
}

// By what a person's own cases are known: keyed hashes of what they said of themselves (domain/cases/own.ts).
export type OwnDetails = {
  readonly of: (userId: string) => Promise<readonly string[]>
  readonly keep: (userId: string, marks: readonly string[]) => Promise<void>
}

// Who works in a team: the people who have signed in.
export type StaffDirectory = {
  // In the teams they have now, and no longer in `others`.
  readonly record: (user: Staff, others: readonly string[], now: number) => Promise<void>
  // Those seen since the instant `since`, by name.
  readonly colleagues: (team: string, since: number) => Promise<readonly Staff[]>
}

export type AuditLog = { readonly record: (entry: AuditEntry) => Promise<void> }

// Ids and names of fields, never what was answered.
export type AuditEntry = {
  readonly id: string
  readonly at: number
  // The staff member's id.
  readonly by: string
  readonly did: string
  readonly allowed: boolean
  // A case; absent where it was about none.
  readonly reference?: string
  // The action or file.
  readonly on?: string
}

export type WorklistQuery = {
  readonly of:
    | { readonly is: 'open'; readonly teams: readonly string[] }
    | { readonly is: 'states'; readonly states: readonly { readonly team: string; readonly state: string }[] }
    | { readonly is: 'mine'; readonly userId: string }
    // Open cases that nobody has.
    | { readonly is: 'nobodys'; readonly teams: readonly string[] }
    // Closed cases, by when they closed.
    | { readonly is: 'closed'; readonly teams: readonly string[] }
    // Those that somebody agreed to erase, by the first day on which they may go.
    | { readonly is: 'agreed' }
    // Cases by the day on which the night is to look at them.
    | { readonly is: 'night'; readonly team: string }
  // Only cases due on or after `from` and before `before`.
  readonly due?: { readonly from?: Day; readonly before: Day }
  // By receipt only where all open cases of teams are wanted; closed cases have no due date and stand by when they closed.
  readonly sort: 'due' | '-due' | 'received' | '-received'
  readonly cursor?: string
  readonly size: number
  // So many of each team are read at once and given too, whatever is kept: what counts a list need not read it again.
  readonly ahead?: number
  // Only those: they are left out before the page is cut, so that no page tells how many there were.
  readonly keep?: (subject: ListedCase) => boolean
}

// Texts that did not arrive, of some services, newest first.
export type UndeliveredPage = { readonly texts: readonly Text[]; readonly next?: string }

// What a person did about one: the text as it is now, what was made instead of it, what was noted, and the entry in the audit log.
export type Chased = {
  readonly subject: ListedCase
  readonly before: Text
  readonly after: Text
  readonly fresh?: Text
  // On the whole case, as it is sealed with it.
  readonly note?: { readonly on: Case; readonly said: Note }
  readonly entry: AuditEntry
}

export type UndeliveredStore = {
  readonly page: (query: {
    readonly services: readonly string[]
    readonly size: number
    readonly cursor?: string
  }) => Promise<UndeliveredPage>
  // The cases that they are about; one that is not there is left out. At most 100.
  readonly cases: (references: readonly string[]) => Promise<readonly ListedCase[]>
  // All of it or nothing, where the text is still as it was read.
  readonly chase: (chased: Chased) => Promise<Result<null, 'changed-elsewhere'>>
}

export type WorklistPage = { readonly cases: readonly ListedCase[]; readonly next?: string; readonly ahead?: Lane }

export type LaneQuery = Pick<WorklistQuery, 'of' | 'due'> & { readonly most: number }
// `upTo`: absent where all were read; else all that stand before this day were, and some of the others.
export type Lane = { readonly cases: readonly ListedCase[]; readonly upTo?: Day }
