// What a cookie says, signed by us: a browser keeps it and cannot change it. The purpose keeps one cookie from standing for another.
import type { Keys } from '#usecases/ports/stores.ts'

export const sealed = (value: object, purpose: string, keys: Keys): string => {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${body}.${keys.hash(purpose, body)}`
}

export const sealedIn = <T>(cookie: string, purpose: string, keys: Keys): T | undefined => {
  const [body = '', signature = ''] = cookie.split('.')
  if (!keys.same(signature, keys.hash(purpose, body))) return undefined
  // Signed by us, so it is what we wrote.
  const value: T = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  return value
}
