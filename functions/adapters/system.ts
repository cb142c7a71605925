// The clock, chance and keyed hashes: what comes into the product by the door.
import { createHash, createHmac, createSecretKey, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Clock, Ids, Keys } from '#usecases/ports/stores.ts'
import { asked } from './asked.ts'

// With `file` (local host only), the product's time is shifted by the milliseconds that the file names.
export const systemClock = (file?: string): Clock => {
  if (file === undefined || file === '') return { now: () => Date.now() }
  let readAt = 0
  let offset = 0
  return {
    now: () => {
      const now = Date.now()
      if (now - readAt > mostAge) [readAt, offset] = [now, offsetIn(file)]
      return now + offset
    },
  }
}

// So soon everybody goes by a clock that was set, in milliseconds.
const mostAge = 25

// No file: never shifted. One that cannot be read is told, as all would go by another day.
const offsetIn = (file: string): number => {
  if (!existsSync(file)) return 0
  const { offsetMs }: { readonly offsetMs?: unknown } = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof offsetMs !== 'number') throw new Error('The clock’s file does not say how far it is shifted')
  return offsetMs
}

// No vowels, so no words; no 0 or 1, so nothing is misread aloud.
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

export const systemIds = (): Ids => ({
  secret: () => randomBytes(24).toString('base64url'),
  ordered,
  reference: (letter) => letter + Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join(''),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  asked,
})

// What is made of one instant keeps its order, whatever is made of others meanwhile: the count of it stands between the time and the
// random part. As many instants are counted as requests can be under way at once.
const mostInstants = 100
const made = new Map<number, number>()

const ordered = (now: number): string => {
  const count = (made.get(now) ?? -1) + 1
  made.delete(now)
  made.set(now, count)
  const [oldest = now] = made.keys()
  if (made.size > mostInstants) made.delete(oldest)
  return `${orderedFrom(now)}${count.toString(36).padStart(3, '0')}${randomBytes(8).toString('hex')}`
}

/** What every ordered id of that millisecond begins with. */
export const orderedFrom = (now: number): string => now.toString(36).padStart(9, '0')

// HMAC-SHA-256; the purpose keeps one use's hashes from standing for another's.
export const systemKeys = (secret: string): Keys => {
  if (Buffer.from(secret, 'base64').length < 32) throw new Error('SECRET_KEY must be 32 bytes or more, in base64')
  // A key object, not its bytes: see aws/sha256.ts.
  const key = createSecretKey(Buffer.from(secret, 'base64'))
  const hash = lately((said) => createHmac('sha256', key).update(said).digest('base64url'))
  return { hash: (purpose, value) => hash(`${purpose.length}:${purpose}:${value}`), same: sameText }
}

// A browser sends the same cookie with each page, and back the token that its page had. The oldest goes first.
const mostHashes = 500

const lately = (hash: (said: string) => string): ((said: string) => string) => {
  const known = new Map<string, string>()
  return (said) => {
    const found = known.get(said)
    if (found !== undefined) return found
    const made = hash(said)
    const [oldest] = known.keys()
    if (known.size >= mostHashes && oldest !== undefined) known.delete(oldest)
    known.set(said, made)
    return made
  }
}

// In hex.
// Milliseconds.
export const systemPause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

// In the same time whatever differs.
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
