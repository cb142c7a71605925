// The seal itself, with the local KMS at its real protocol behind a proxy that counts what it is asked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { kmsAt } from '#adapters/aws/kms.ts'
import { answerSeals } from '#adapters/seals.ts'
import { type LocalKms, localAnswersKey, startKms } from '#infra/local/kms.ts'
import { type FaultProxy, faultProxy } from '#tests/support/faults/proxy.ts'

let kms: LocalKms
let proxy: FaultProxy
let now = 0
beforeAll(async () => {
  kms = await startKms()
  proxy = await faultProxy(kms.endpoint, 1)
})
beforeEach(() => proxy.rules([]))
afterAll(async () => {
  await proxy.close()
  await kms.close()
})

const keysAt = (endpoint: string) =>
  kmsAt({
    endpoint,
    region: 'eu-west-2',
    key: localAnswersKey,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

// As a process has them at its start: no key is open.
const fresh = () => answerSeals(keysAt(proxy.endpoint), { now: () => now })

const asked = async (does: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = proxy.operations().length
  await does()
  return proxy.operations().slice(before)
}

describe('a seal', () => {
  it('opens what it closed, short or long, in every script', async () => {
    const seal = await fresh().newKey('draft')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 5000 }),
        (text) => seal.open('a', seal.close('a', text)) === text,
      ),
    )
  })

  it('says the same thing otherwise each time, and never in clear', async () => {
    const seal = await fresh().newKey('draft')
    const [one, other] = [seal.close('a', 'asthma'), seal.close('a', 'asthma')]
    expect(one).not.toBe(other)
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('asthma')
  })

  it('opens in no other place, under no other draft’s name, and not when one bit is another', async () => {
    const seals = fresh()
    const [seal, other] = [await seals.newKey('draft'), await seals.newKey('other')]
    const closed = seal.close('health/details|3', 'asthma')
    expect(seal.open('health/details|3', closed)).toBe('asthma')
    expect(() => seal.open('health/details|4', closed)).toThrow()
    expect(() => other.open('health/details|3', closed)).toThrow()
    const bytes = Buffer.from(closed, 'base64')
    for (const at of [0, 20, bytes.length - 1]) {
      const bent = Buffer.from(bytes)
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(() => seal.open('health/details|3', bent.toString('base64'))).toThrow()
    }
  })

  it('takes no more room than what it says, where that is much: an item holds 400 KB', async () => {
    const seal = await fresh().newKey('draft')
    const words = Array.from({ length: 60_000 }, (_, at) => `w${(at * 7919) % 10_007}`).join(' ')
    expect(seal.close('a', words).length).toBeLessThan(Buffer.byteLength(words))
  })
})

describe('the key of a draft', () => {
  it('is asked for once, however many pages are read and saved, and again after five minutes', async () => {
    const made = (await fresh().newKey('draft')).key
    const seals = fresh()
    expect(await asked(() => Promise.all([seals.opened(made), seals.opened(made), seals.opened(made)]))).toEqual([
      'Decrypt',
    ])
    now += 4 * 60_000
    expect(await asked(() => seals.opened(made))).toEqual([])
    now += 2 * 60_000
    expect(await asked(() => seals.opened(made))).toEqual(['Decrypt'])
  })

  it('that was just made is open already', async () => {
    const seals = fresh()
    expect(await asked(async () => seals.opened((await seals.newKey('draft')).key))).toEqual(['GenerateDataKey'])
  })

  it('is put away when three hundred others were used since', async () => {
    const seals = fresh()
    const first = (await seals.newKey('first')).key
    for (let number = 0; number < 300; number += 1) await seals.newKey(`draft-${number}`)
    expect(await asked(() => seals.opened(first))).toEqual(['Decrypt'])
  })

  it('opens for its own draft and for no other', async () => {
    const { wrapped } = (await fresh().newKey('draft')).key
    await expect(fresh().opened({ draft: 'other', wrapped })).rejects.toMatchObject({
      is: 'unavailable',
      name: 'Seals InvalidCiphertextException',
    })
  })

  it('that KMS refuses once is had at the next try; refused for good, it is asked for anew and not remembered', async () => {
    const { key } = await fresh().newKey('draft')
    const seals = fresh()
    proxy.rules([{ fault: 'deny' }])
    expect(await asked(() => expect(seals.opened(key)).rejects.toMatchObject({ is: 'unavailable' }))).toEqual([
      'Decrypt',
    ])
    proxy.rules([{ fault: 'throttle', to: 2 }])
    expect((await asked(() => seals.opened(key))).length).toBe(3)
  })
})

it('the local KMS reads after a restart what it wrapped before', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-kms-'))
  const file = join(directory, 'kms.key')
  const before = await startKms({ file })
  const { plain, wrapped } = await keysAt(before.endpoint).generate('draft')
  await before.close()
  const after = await startKms({ file })
  expect(await keysAt(after.endpoint).decrypt('draft', wrapped)).toEqual(plain)
  await after.close()
  rmSync(directory, { recursive: true })
})
