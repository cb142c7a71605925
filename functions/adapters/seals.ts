// Sealing with AES-256-GCM under a draft's own key (NIST SP 800-38D: a random nonce of 96 bits). Opened keys are kept in memory for some
// minutes, so that a journey does not ask KMS at every page, and with each what was read under it, so that a page view does not open twenty
// pages anew. Neither is written anywhere.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { SealKey } from '#domain/forms/in-confidence.ts'
import type { Seal, Seals } from '#usecases/ports/seals.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { Kms } from './aws/kms.ts'

export const answerSeals = (kms: Kms, clock: Clock): Seals => {
  const keys = openedKeys(clock)
  return {
    newKey: async (draft) => {
      const { plain, wrapped } = await kms.generate(draft)
      const key = { draft, wrapped }
      return sealUnder(key, await keys.having(key, async () => plain))
    },
    opened: async (key) => sealUnder(key, await keys.having(key, () => kms.decrypt(key.draft, key.wrapped))),
  }
}

const mostKeys = 300
const keptMs = 5 * 60_000

type Opened = { readonly lock: Promise<Lock>; readonly until: number }

// A key, and by what it sealed where that stood and what it said.
type Lock = {
  readonly secret: KeyObject
  readonly read: Map<string, { readonly place: string; readonly text: string }>
}

// The least recently used goes first. Asked for twice at once, it is opened once; what could not be opened is not kept.
const openedKeys = (clock: Clock) => {
  const known = new Map<string, Opened>()
  const keep = (name: string, one: Opened): Promise<Lock> => {
    known.delete(name)
    known.set(name, one)
    const [oldest] = known.keys()
    if (known.size > mostKeys && oldest !== undefined) known.delete(oldest)
    return one.lock
  }
  return {
    having: ({ draft, wrapped }: SealKey, open: () => Promise<Buffer>): Promise<Lock> => {
      const name = `${draft} ${wrapped}`
      const found = known.get(name)
      if (found !== undefined && found.until > clock.now()) return keep(name, found)
      const lock = open().then((plain) => ({ secret: createSecretKey(plain), read: new Map() }))
      lock.catch(() => known.delete(name))
      return keep(name, { lock, until: clock.now() + keptMs })
    },
  }
}

const cipher = 'aes-256-gcm'
const [nonceBytes, tagBytes] = [12, 16]

// Of one draft. What is longer than a page's answers is read once a page, and not kept.
const [mostRead, longest] = [150, 2000]

const sealUnder = (key: SealKey, { secret, read }: Lock): Seal => {
  const seal = sealWith(key, secret)
  return {
    ...seal,
    open: (place, sealed) => {
      const known = read.get(sealed)
      if (known?.place === place) return known.text
      const text = seal.open(place, sealed)
      if (read.size < mostRead && sealed.length < longest) read.set(sealed, { place, text })
      return text
    },
  }
}

const sealWith = (key: SealKey, secret: KeyObject): Seal => ({
  key,
  close: (place, text) => {
    const nonce = randomBytes(nonceBytes)
    const sealing = createCipheriv(cipher, secret, nonce).setAAD(bound(key, place))
    const sealed = Buffer.concat([sealing.update(packed(text)), sealing.final()])
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64')
  },
  open: (place, sealed) => {
    const bytes = Buffer.from(sealed, 'base64')
    const [nonce, from] = [bytes.subarray(0, nonceBytes), nonceBytes + tagBytes]
    const opening = createDecipheriv(cipher, secret, nonce, { authTagLength: tagBytes }).setAAD(bound(key, place))
    opening.setAuthTag(bytes.subarray(nonceBytes, from))
    return unpacked(Buffer.concat([opening.update(bytes.subarray(from)), opening.final()]))
  },
})

const bound = ({ draft }: SealKey, place: string): Buffer => Buffer.from(`${draft}|${place}`)

// Base64 is a third longer than what it says; whatever is longer than a page's answers is made shorter first, so that it takes no more room.
const longBytes = 1024
const [asItIs, shortened] = [Buffer.of(0), Buffer.of(1)]

const packed = (text: string): Buffer => {
  const bytes = Buffer.from(text)
  return bytes.length > longBytes
    ? Buffer.concat([shortened, deflateRawSync(bytes, { level: 3 })])
    : Buffer.concat([asItIs, bytes])
}

const unpacked = (bytes: Buffer): string => {
  const rest = bytes.subarray(1)
  return (bytes[0] === 1 ? inflateRawSync(rest) : rest).toString('utf8')
}
