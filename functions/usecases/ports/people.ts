// What a search asks of storage: who stands under a key, and which cases these are.
import type { ListedCase } from '#domain/cases/case.ts'
import type { FindablePerson, FindKey } from '#domain/people/find-keys.ts'
import type { Kin } from '#domain/people/kin.ts'
import type { Result } from '#domain/result.ts'
import type { AuditEntry } from './staff.ts'

export type Under = {
  readonly references: readonly string[]
  // There are more than were asked for.
  readonly more: boolean
}

export type FoundCase = { readonly subject: ListedCase; readonly people: readonly FindablePerson[] }

// What somebody looked for last, and what was found then, best first. It lasts as long as their session.
export type LastSearch = {
  readonly typed: string
  readonly askMore: boolean
  readonly found: readonly { readonly reference: string; readonly why: string }[]
}

export type Searches = {
  readonly keep: (sessionId: string, search: LastSearch, now: number) => Promise<void>
  readonly last: (sessionId: string) => Promise<LastSearch | undefined>
}

export type PeopleStore = {
  // One read.
  readonly under: (key: FindKey, most: number) => Promise<Under>
  // One read; 50 at most. A case that is gone, or whose people cannot be told, is left out.
  readonly cases: (references: readonly string[]) => Promise<readonly FoundCase[]>
}

export type KinStore = {
  // What was said of a case and others, whatever it was.
  readonly of: (reference: string) => Promise<readonly Kin[]>
  // Of both cases, with an entry in the audit log of each, where nobody said anything since `kin` was made of what stood there.
  readonly say: (kin: Kin, entries: readonly AuditEntry[]) => Promise<Result<null, 'changed-elsewhere'>>
}
