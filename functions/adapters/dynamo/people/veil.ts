// The names and birthdays of a case's people, kept so that a search can tell who is meant, and what somebody looked for last: sealed under
// the key of the search, not a case's own, because a search reads many cases at once. AES-256-GCM, bound to its item.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Keys } from '#usecases/ports/stores.ts'

const nonceBytes = 12
const tagBytes = 16
// Raised when the key is turned: what was veiled under an earlier one is made again by `npm run index`.
const version = '1'

export const veiled = (keys: Keys, place: string, value: unknown): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys), nonce)
  cipher.setAAD(Buffer.from(place))
  const closed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64')
}

export const unveiled = <T>(keys: Keys, place: string, text: string): T => {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keys), bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(),
  )
}

const keyFor = (keys: Keys): KeyObject => createSecretKey(keys.hash(`find-people-${version}`, ''), 'base64url')
