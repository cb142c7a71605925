// Where a client goes on in a list: signed, so that it is ours, and of this client and this question alone.
import type { Keys } from '../ports/stores.ts'

type Of = { readonly clientId: string; readonly question: string }

export const cursorFor = (keys: Keys, of: Of, at: string): string => {
  const said = Buffer.from(at).toString('base64url')
  return `${said}.${signatureOf(keys, of, said)}`
}

/** Undefined where it is not ours, or of another list. */
export const cursorIn = (keys: Keys, of: Of, cursor: string): string | undefined => {
  const [said = '', signature = '', ...more] = cursor.split('.')
  if (more.length > 0 || !keys.same(signature, signatureOf(keys, of, said))) return undefined
  return Buffer.from(said, 'base64url').toString('utf8')
}

const signatureOf = (keys: Keys, { clientId, question }: Of, said: string): string =>
  keys.hash('cursor', JSON.stringify([clientId, question, said]))
