// A digest for each day of the audit trail that is over and has none: nights that were missed are made up in their order, and a night that comes
// twice finds nothing to do.
import { keptText, type Sha256, signedWords } from '#domain/audit/digest.ts'
import { addDays, type Day, isoDay } from '#domain/day.ts'
import type { AuditArchive, AuditTrail, Sign } from '../ports/digests.ts'
import type { Log } from '../ports/log.ts'
import type { Clock } from '../ports/stores.ts'

export type DigestPorts = {
  readonly clock: Clock
  readonly archive: AuditArchive
  readonly trail: AuditTrail
  readonly sign: Sign
  readonly sha256: Sha256
  readonly log: Log
}

export const digestAudit = async (ports: DigestPorts): Promise<void> => {
  const { archive, clock, log, sha256 } = ports
  const yesterday = addDays(isoDay(clock.now()), -1)
  const last = (await archive.digestDays()).at(-1)
  let before = last === undefined ? null : sha256(await standing(archive, last))
  let count = 0
  for (let day = await firstOf(archive, last, yesterday); day <= yesterday; day = addDays(day, 1)) {
    before = sha256(await digestOf(ports, day, before))
    count += 1
  }
  log({ level: 'info', event: 'audit-digests', count })
}

// Hidden behind a deletion: nothing may be signed on top of it until somebody has looked.
const standing = async (archive: AuditArchive, day: Day): Promise<string> => {
  const text = await archive.digest(day)
  if (text === undefined) throw new Error(`The digest of ${day} is listed and cannot be read`)
  return text
}

// An archive that is empty so far begins with a digest of nothing, so that an empty day is a day that somebody signed.
const firstOf = async (archive: AuditArchive, last: Day | undefined, yesterday: Day): Promise<Day> =>
  last === undefined ? ((await archive.firstDay()) ?? yesterday) : addDays(last, 1)

const digestOf = async (ports: DigestPorts, day: Day, before: string | null): Promise<string> => {
  const { archive, sign, sha256 } = ports
  const digest = { day, before, objects: await archive.on(day) }
  if (digest.objects.length === 0 && (await isMissing(ports, day)))
    throw new Error(`Nothing of ${day} has come into the archive, and the table has entries of it`)
  const signature = await sign(signedWords(digest, sha256))
  return archive.keepDigest(day, keptText({ ...digest, signature }))
}

// What came in the last hours of a day may be on its way for another day (audit-archive.ts). What comes later says that the way is open.
const onItsWayMs = 2 * 3_600_000

const isMissing = async ({ archive, trail, clock }: DigestPorts, day: Day): Promise<boolean> => {
  const [from, next] = [Date.parse(day), addDays(day, 1)]
  for (let later = next; later <= isoDay(clock.now()); later = addDays(later, 1))
    if ((await archive.on(later)).length > 0) return false
  return trail.hasAnyOf(from, Date.parse(next) - onItsWayMs)
}
