// A day of the audit trail in one signed text (docs/guarantees.md, "Audit log"): every object that
// came on that day, by its SHA-256, and the digest of the
// day before, so that nothing of any day can be changed, added or taken away without all later days saying so.
import * as v from 'valibot'
import { addDays, type Day } from '../day.ts'

// SHA-256 in hex. `version`: of S3, as a key can come twice.
export type ArchivedObject = { readonly key: string; readonly version: string; readonly sha256: string }

export type Digest = {
  // By UTC, as S3 dates what it keeps.
  readonly day: Day
  // SHA-256 of the day before's digest as it is kept, in hex; null on the first day.
  readonly before: string | null
  readonly objects: readonly ArchivedObject[]
}

export type SignedDigest = Digest & { readonly signature: string }

export type Sha256 = (text: string) => string

// What is signed: short, whatever the day held.
export const signedWords = (digest: Digest, sha256: Sha256): string =>
  `Guildhall audit digest ${digest.day} ${sha256(textOf(digest))}`

export const keptText = (digest: SignedDigest): string =>
  `${JSON.stringify({ ...ordered(digest), signature: digest.signature }, null, 1)}\n`

const textOf = (digest: Digest): string => JSON.stringify(ordered(digest))

const ordered = ({ day, before, objects }: Digest) => ({
  day,
  before,
  objects: objects
    .map(({ key, version, sha256 }) => ({ key, version, sha256 }))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
})

const nameOf = ({ key, version }: Pick<ArchivedObject, 'key' | 'version'>): string => `${key} ${version}`

const kept = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    day: v.string(),
    before: v.nullable(v.string()),
    objects: v.array(v.strictObject({ key: v.string(), version: v.string(), sha256: v.string() })),
    signature: v.string(),
  }),
)

// Undefined where it is no digest.
const digestIn = (text: string): SignedDigest | undefined => {
  const read = v.safeParse(kept, text)
  return read.success ? read.output : undefined
}

// A day as it is found: the digest's text, and what the archive holds of that day.
export type FoundDay = {
  readonly day: Day
  readonly text: string | undefined
  readonly objects: readonly ArchivedObject[]
}

export type Checks = {
  readonly sha256: Sha256
  // Was it signed with the council's key?
  readonly isSigned: (words: string, signature: string) => boolean
}

/** What does not hold of days that follow one another, each fault in a sentence; [] when all holds. `days` begins with the first digest. */
export const digestFaults = (days: readonly FoundDay[], checks: Checks): readonly string[] =>
  days.flatMap((found, at) => {
    const { day, text } = found
    const digest = text === undefined ? undefined : digestIn(text)
    if (digest === undefined) return [`${day}: ${text === undefined ? 'there is no digest' : 'this is no digest'}`]
    const earlier = days[at - 1]
    return [
      ...unless(digest.day === day, `${day}: the digest is of ${digest.day}`),
      ...unless(
        checks.isSigned(signedWords(digest, checks.sha256), digest.signature),
        `${day}: the digest was changed, or signed with another key`,
      ),
      ...unless(follows(digest, earlier, checks), `${day}: the digest does not follow the one before`),
      ...objectFaults(digest, found),
    ]
  })

// The first of all says that there was none before it.
const follows = ({ day, before }: Digest, earlier: FoundDay | undefined, { sha256 }: Checks): boolean =>
  earlier === undefined
    ? before === null
    : addDays(earlier.day, 1) === day && earlier.text !== undefined && before === sha256(earlier.text)

const objectFaults = (digest: Digest, { day, objects }: FoundDay): readonly string[] => {
  const there = new Map(objects.map((object) => [nameOf(object), object.sha256]))
  const listed = new Map(digest.objects.map((object) => [nameOf(object), object.sha256]))
  return [
    ...[...listed].flatMap(([name, sha256]) => {
      const now = there.get(name)
      return now === sha256 ? [] : [`${day}: ${name} ${now === undefined ? 'is gone' : 'was changed'}`]
    }),
    ...[...there.keys()].filter((name) => !listed.has(name)).map((name) => `${day}: ${name} was added`),
  ]
}

const unless = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault])
