// What the audit trail's digests stand on: the archive that nobody can change, and a key that only signs.
import type { ArchivedObject } from '#domain/audit/digest.ts'
import type { Day } from '#domain/day.ts'

export type AuditArchive = {
  // What came on a day, by UTC, each version of each key.
  readonly on: (day: Day) => Promise<readonly ArchivedObject[]>
  // All that was ever put there beside the digests, each version of each key, with the day it came on, by UTC.
  readonly everything: () => Promise<readonly (ArchivedObject & { readonly day: Day })[]>
  // The first day that anything is of; undefined in an empty archive.
  readonly firstDay: () => Promise<Day | undefined>
  // Days that have a digest, in their order.
  readonly digestDays: () => Promise<readonly Day[]>
  readonly digest: (day: Day) => Promise<string | undefined>
  // The first that is kept for a day stands. Gives the one that stands.
  readonly keepDigest: (day: Day, text: string) => Promise<string>
}

export type AuditTrail = {
  // Was anything entered from one instant until before another, in milliseconds?
  readonly hasAnyOf: (from: number, until: number) => Promise<boolean>
}

// ECDSA on P-256 over the words' SHA-256, DER in base64.
export type Sign = (words: string) => Promise<string>
