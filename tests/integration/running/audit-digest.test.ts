// The audit trail's days, signed: what came each day, the day before, and nothing that can be changed without being told. Through the function's own
// handler, with the stand-ins for S3 and KMS at their real protocols.
import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '#adapters/system.ts'
import { keptText, signedWords } from '#domain/audit/digest.ts'
import { addDays } from '#domain/day.ts'
import { auditDigestHandler } from '#functions/events/audit-digest.ts'
import { auditDigestFrom } from '#functions/wiring/audit-digest.ts'
import { localClock } from '#infra/local/clock.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { archive, type Files, startFiles } from '#infra/local/files.ts'
import { type LocalKms, startKms } from '#infra/local/kms.ts'
import { checkedArchive } from '#usecases/running/check-archive.ts'
import type { DigestPorts } from '#usecases/running/digest-audit.ts'

let files: Files
let kms: LocalKms
let ports: DigestPorts
let now = 0
// When entries came into the table, in milliseconds.
let entered: number[] = []
const directory = mkdtempSync(join(tmpdir(), 'guildhall-archive-'))

beforeEach(async () => {
  rmSync(join(directory, archive), { recursive: true, force: true })
  const port = await freePort()
  files = await startFiles({
    port,
    directory,
    secret: 'local',
    origin: 'http://localhost',
    now: () => now,
    checkUpload: async () => {},
  })
  kms = await startKms()
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'local' }
  // The SDK finds them itself.
  Object.assign(process.env, credentials)
  const made = auditDigestFrom({
    ...credentials,
    S3_ENDPOINT: files.endpoint,
    KMS_ENDPOINT: kms.endpoint,
    ARCHIVE_BUCKET: archive,
    DIGESTS_SIGNED_BY: 'arn:aws:kms:eu-west-2:000000000000:key/digests',
  })
  now = at('2026-11-24')
  entered = []
  const hasAnyOf = async (from: number, until: number) => entered.some((entry) => entry >= from && entry < until)
  ports = { ...made, trail: { hasAnyOf }, clock: { now: () => now }, log: () => {} }
})
afterEach(async () => {
  await files.close()
  await kms.close()
})

// The night after a day, by UTC.
const at = (day: string): number => Date.parse(`${addDays(day, 1)}T02:30:00Z`)
const night = (day: string): Promise<void> => {
  now = at(day)
  return auditDigestHandler(ports)()
}

const placeOf = (key: string): string => join(directory, archive, createHash('sha256').update(key).digest('hex'))

// As the delivery stream puts it: named by when its entries came, dated by S3.
const delivered = async (day: string, name: string, named = day): Promise<string> => {
  const key = `audit/${named.replaceAll('-', '/')}/${name}.gz`
  const about = await files.store.put(archive, { key, type: 'application/gzip', metadata: {} }, Buffer.from(key))
  writeFileSync(`${placeOf(key)}.json`, JSON.stringify({ ...about, storedAt: `${day}T11:00:00.000Z` }))
  return key
}

const isSigned = (key: KeyObject) => (words: string, signature: string) =>
  verify('sha256', Buffer.from(words), key, Buffer.from(signature, 'base64'))

const faults = (key = kms.publicKey) =>
  checkedArchive(ports.archive, {
    sha256: sha256Of,
    isSigned: isSigned(key),
    today: new Date(now).toISOString().slice(0, 10),
  })

const threeDays = async (): Promise<void> => {
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) {
    await delivered(day, 'first')
    await delivered(day, 'second')
    await night(day)
  }
}

const digestFile = (day: string): string => placeOf(`digests/${day}.json`)
const digestIn = (day: string) => JSON.parse(readFileSync(digestFile(day), 'utf8'))

describe('the digest of a day', () => {
  it('lists what came on it, follows the day before and is signed', async () => {
    await threeDays()
    const digest = digestIn('2026-11-23')
    expect(digest.objects.map(({ key }: { key: string }) => key)).toEqual([
      'audit/2026/11/23/first.gz',
      'audit/2026/11/23/second.gz',
    ])
    expect(digest.before).toBe(sha256Of(readFileSync(digestFile('2026-11-22'), 'utf8')))
    expect(digestIn('2026-11-22').before).toBe(null)
    expect(await faults()).toEqual({ days: 3, objects: 6, faults: [] })
  })

  it('is made once, however often the night comes, and a day that nothing came on has one', async () => {
    await threeDays()
    await night('2026-11-25')
    const before = readFileSync(digestFile('2026-11-25'), 'utf8')
    await night('2026-11-25')
    await night('2026-11-25')
    expect(readFileSync(digestFile('2026-11-25'), 'utf8')).toBe(before)
    expect(await faults()).toEqual({ days: 4, objects: 6, faults: [] })
  })

  it('is not made of a day that nothing came on while the table has entries of it, until the way is open again', async () => {
    await threeDays()
    entered = [Date.parse('2026-11-25T11:00:00Z')]
    await expect(night('2026-11-25')).rejects.toThrow('Nothing of 2026-11-25 has come into the archive')
    await expect(night('2026-11-26')).rejects.toThrow('Nothing of 2026-11-25')
    expect((await ports.archive.digestDays()).at(-1)).toBe('2026-11-24')
    await delivered('2026-11-27', 'late', '2026-11-25')
    await night('2026-11-27')
    expect((await ports.archive.digestDays()).at(-1)).toBe('2026-11-27')
    expect(await faults()).toEqual({ days: 6, objects: 7, faults: [] })
  })

  it('is made of an empty day whose only entry came in its last hours: it may still be on its way', async () => {
    await threeDays()
    entered = [Date.parse('2026-11-25T23:30:00Z')]
    await night('2026-11-25')
    expect((await ports.archive.digestDays()).at(-1)).toBe('2026-11-25')
  })

  it('is made up when nights were missed, each in its place, from the first day that anything came', async () => {
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-24']) await delivered(day, 'first')
    await night('2026-11-24')
    expect(await ports.archive.digestDays()).toEqual([
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ])
    expect(await faults()).toEqual({ days: 5, objects: 3, faults: [] })
  })

  it('holds what was delivered late under the name of an earlier day, and what could not be delivered as it was', async () => {
    await threeDays()
    await delivered('2026-11-25', 'late', '2026-11-24')
    const key = 'audit/not-delivered/processing-failed/1'
    const about = await files.store.put(archive, { key, type: 'text/plain', metadata: {} }, Buffer.from('x'))
    writeFileSync(`${placeOf(key)}.json`, JSON.stringify({ ...about, storedAt: '2026-11-25T09:00:00.000Z' }))
    await night('2026-11-25')
    expect(digestIn('2026-11-25').objects.map((one: { key: string }) => one.key)).toEqual([
      'audit/2026/11/24/late.gz',
      key,
    ])
    expect((await faults()).faults).toEqual([])
  })

  it('begins with an empty archive too', async () => {
    await night('2026-11-24')
    expect(await faults()).toEqual({ days: 1, objects: 0, faults: [] })
  })
})

describe('the check says', () => {
  beforeEach(threeDays)
  const second = 'audit/2026/11/23/second.gz'

  it('that an entry was changed', async () => {
    writeFileSync(placeOf(second), 'another')
    expect((await faults()).faults).toEqual([`2026-11-23: ${second} null was changed`])
  })

  it('that an entry was removed', async () => {
    await files.store.remove(archive, second)
    expect((await faults()).faults).toEqual([`2026-11-23: ${second} null is gone`])
  })

  it('that an entry was added, under whatever name', async () => {
    await delivered('2026-11-24', 'third', '2026-11-12')
    // Before the night that would have listed it, had it the name of its day.
    await delivered('2026-11-25', 'fourth', '2026-11-12')
    await night('2026-11-25')
    expect((await faults()).faults).toEqual([
      '2026-11-24: audit/2026/11/12/third.gz null was added',
      '2026-11-25: audit/2026/11/12/fourth.gz null was added',
    ])
  })

  it('that the first digests are gone, or the last were never made', async () => {
    await files.store.remove(archive, 'digests/2026-11-22.json')
    expect((await faults()).faults).toEqual(
      ['audit/2026/11/22/first.gz', 'audit/2026/11/22/second.gz']
        .map((key) => `2026-11-22: ${key} came before the first digest`)
        .concat('2026-11-23: the digest does not follow the one before'),
    )
    now = at('2026-11-26')
    expect((await faults()).faults).toContain('2026-11-24 is the last day with a digest')
  })

  it('that a digest was changed', async () => {
    const changed = { ...digestIn('2026-11-23'), objects: [] }
    writeFileSync(digestFile('2026-11-23'), keptText(changed))
    expect((await faults()).faults).toContain('2026-11-23: the digest was changed, or signed with another key')
  })

  it('that a digest was signed with another key, and that the next does not follow it', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { signature: _old, ...digest } = { ...digestIn('2026-11-23'), objects: [] }
    const signature = sign('sha256', Buffer.from(signedWords(digest, sha256Of)), other.privateKey).toString('base64')
    writeFileSync(digestFile('2026-11-23'), keptText({ ...digest, signature }))
    const { faults: found } = await faults()
    expect(found).toContain('2026-11-23: the digest was changed, or signed with another key')
    expect(found).toContain('2026-11-24: the digest does not follow the one before')
  })

  it('that a digest is gone, and goes on', async () => {
    await files.store.remove(archive, 'digests/2026-11-23.json')
    expect((await faults()).faults).toEqual([
      '2026-11-23: there is no digest',
      '2026-11-24: the digest does not follow the one before',
    ])
  })

  it('that a digest is none', async () => {
    writeFileSync(digestFile('2026-11-24'), '{}')
    expect((await faults()).faults).toEqual(['2026-11-24: this is no digest'])
  })

  it('nothing of the right archive with the wrong key', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect((await faults(other.publicKey)).faults.length).toBe(3)
  })
})

describe('npm run verify:audit', () => {
  const run = async () => {
    const key = join(directory, 'digests.der')
    writeFileSync(key, kms.publicKey.export({ format: 'der', type: 'spki' }))
    const given = ['scripts/verify-audit.ts', '--bucket', archive, '--key', key]
    const clock = localClock(join(directory, 'clock.json'))
    clock.set(at('2026-11-24'))
    const env = { ...process.env, S3_ENDPOINT: files.endpoint, CLOCK_FILE: clock.file }
    return new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
      execFile(process.execPath, given, { env }, (error, said) => resolve({ code: Number(error?.code ?? 0), said }))
    })
  }

  it('says that all holds, or what does not', async () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-24']
    for (const day of days) {
      await delivered(day, 'first')
      await night(day)
    }
    expect(await run()).toEqual({ code: 0, said: 'days: 3\nentries: 3\nAll holds.\n' })
    const key = `audit/${days[1]?.replaceAll('-', '/')}/first.gz`
    await files.store.remove(archive, key)
    const { code, said } = await run()
    expect([code, said]).toEqual([1, expect.stringContaining(`${days[1]}: ${key} null is gone\n1 faults.`)])
  })
})
