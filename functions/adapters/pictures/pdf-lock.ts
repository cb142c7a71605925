// Whether an encrypted PDF opens without a password. Many have one for the owner only, which stops printing
// or copying and nobody from reading (ISO 32000-2, 7.6.4). MD5 and RC4 are what the format is made of.
import { createCipheriv, createHash } from 'node:crypto'

export const opensWithoutPassword = (content: Uint8Array): boolean => {
  const words = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const lock = lockIn(words)
  if (lock === undefined) return false
  if (lock.revision >= 5) return opensNew(lock)
  return lock.revision >= 2 && opensOld(lock)
}

type Lock = {
  readonly revision: number
  // Bytes of the key.
  readonly length: number
  readonly owner: Buffer
  readonly user: Buffer
  readonly may: number
  readonly id: Buffer
  readonly hidesMetadata: boolean
}

const lockIn = (words: string): Lock | undefined => {
  const entry = [...words.matchAll(/\/Encrypt\s*(?:(\d{1,9})\s+\d{1,5}\s+R\b|(?=<<))/g)].at(-1)
  if (entry === undefined) return undefined
  const at = entry[1] === undefined ? entry.index : words.search(new RegExp(`(^|[^\\d])${entry[1]}\\s+\\d+\\s+obj`))
  const dictionary = at < 0 ? '' : words.slice(at, at + 4096)
  const number = (name: string): number | undefined => {
    const found = new RegExp(`/${name}\\s+(-?\\d{1,10})\\b`).exec(dictionary)?.[1]
    return found === undefined ? undefined : Number(found)
  }
  const revision = number('R') ?? 0
  const from = words.search(/\/ID\s*\[/)
  return {
    revision,
    length: revision === 2 ? 5 : Math.min(16, (number('Length') ?? 40) < 40 ? 16 : (number('Length') ?? 40) / 8),
    owner: bytesAt(dictionary, /\/O\s*(?=[<(])/),
    user: bytesAt(dictionary, /\/U\s*(?=[<(])/),
    may: number('P') ?? 0,
    id: from < 0 ? Buffer.alloc(0) : bytesAt(words.slice(from, from + 512), /\/ID\s*\[\s*/),
    hidesMetadata: !/\/EncryptMetadata\s+false/.test(dictionary),
  }
}

// A string of hexadecimal digits, or of characters with their escapes (ISO 32000-2, 7.3.4).
const bytesAt = (words: string, name: RegExp): Buffer => {
  const found = name.exec(words)
  if (found === null) return Buffer.alloc(0)
  const rest = words.slice(found.index + found[0].length)
  if (rest.startsWith('<')) return Buffer.from(rest.slice(1, rest.indexOf('>')).replace(/\s/g, ''), 'hex')
  const inside = /^\(((?:\\[\s\S]|[^\\)])*)\)/.exec(rest)?.[1] ?? ''
  return Buffer.from(inside.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, unescaped), 'latin1')
}

const unescaped = (_: string, mark: string): string => {
  if (/^[0-7]/.test(mark)) return String.fromCharCode(Number.parseInt(mark, 8) & 255)
  if (/^[\r\n]/.test(mark)) return ''
  return letters[mark] ?? mark
}
const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

// What stands for no password.
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

// Revisions 2 to 4 (algorithms 2, 4 and 5).
const opensOld = (lock: Lock): boolean => {
  const key = keyOf(lock)
  if (lock.revision === 2) return rc4(key, padding).equals(lock.user.subarray(0, 32))
  let made = rc4(key, md5(padding, lock.id))
  for (let turn = 1; turn < 20; turn += 1)
    made = rc4(
      key.map((byte) => byte ^ turn),
      made,
    )
  return made.equals(lock.user.subarray(0, 16))
}

const keyOf = ({ revision, length, owner, may, id, hidesMetadata }: Lock): Buffer => {
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(may | 0)
  const open = revision >= 4 && !hidesMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(padding, owner.subarray(0, 32), permissions, id, open)
  if (revision >= 3) for (let turn = 0; turn < 50; turn += 1) key = md5(key.subarray(0, length))
  return key.subarray(0, length)
}

const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()

const rc4 = (key: Uint8Array, text: Uint8Array): Buffer => {
  const box = Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number): void => {
    const kept = box[a] ?? 0
    box[a] = box[b] ?? 0
    box[b] = kept
  }
  let to = 0
  for (let at = 0; at < 256; at += 1) {
    to = (to + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255
    swap(at, to)
  }
  let [i, j] = [0, 0]
  const made = Uint8Array.from(text, (byte) => {
    i = (i + 1) & 255
    j = (j + (box[i] ?? 0)) & 255
    swap(i, j)
    return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0)
  })
  return Buffer.from(made)
}

// Revisions 5 and 6 (algorithms 2.A and 2.B): a hash of the password and a salt stands in the file.
const opensNew = ({ revision, user }: Lock): boolean => {
  const salt = user.subarray(32, 40)
  const first = createHash('sha256').update(salt).digest()
  return (revision === 5 ? first : hardened(first)).equals(user.subarray(0, 32))
}

const hardened = (first: Buffer): Buffer => {
  let key = first
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const made = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const which = made.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][which] ?? 'sha256')
      .update(made)
      .digest()
    last = made.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}
