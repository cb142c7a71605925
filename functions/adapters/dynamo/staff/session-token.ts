// The token with which the provider is asked about somebody again, under a key made of the session's own secret.
// Only the cookie has that secret: whoever reads the table has no token.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Item } from '../client.ts'

const cipher = 'aes-256-gcm'
const [nonceBytes, tagBytes] = [12, 16]

export const sealedToken = (token: string, id: string): string => {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyOf(id), nonce)
  const sealed = Buffer.concat([sealing.update(token, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64')
}

// Undefined where the session has none.
export const tokenIn = ({ token }: Item, id: string): string | undefined => {
  if (token?.S === undefined) return undefined
  const bytes = Buffer.from(token.S, 'base64')
  const opening = createDecipheriv(cipher, keyOf(id), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8')
}

const keyOf = (id: string): Buffer => Buffer.from(hkdfSync('sha256', id, '', 'staff-token', 32))
