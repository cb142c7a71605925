// Who may read: a request that carries a signature. That of an address is checked in full, with its expiry; that of a header only has to
// be there, as the functions' own clients make it.
import type { IncomingMessage } from 'node:http'
import { S3Problem } from './problem.ts'
import { sha256, signatureOf } from './signature.ts'

export const mayRead = (request: IncomingMessage, secret: string, now: number): void => {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true) return
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const parts = query.split('&').filter((part) => part !== '')
  const said = new URLSearchParams(query)
  const stamp = said.get('X-Amz-Date') ?? ''
  const until = timeOf(stamp) + Number(said.get('X-Amz-Expires')) * 1000
  if (!(now < until)) throw new S3Problem(403, 'AccessDenied', 'Request has expired')
  const scope = (said.get('X-Amz-Credential') ?? '').split('/').slice(1).join('/')
  const canonical = parts.filter((part) => !part.startsWith('X-Amz-Signature=')).sort()
  const lines = [
    request.method ?? 'GET',
    path,
    canonical.join('&'),
    `host:${request.headers.host}\n`,
    'host',
    'UNSIGNED-PAYLOAD',
  ]
  const words = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(lines.join('\n'))}`
  if (said.get('X-Amz-Signature') !== signatureOf(secret, scope, words))
    throw new S3Problem(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
}

// 20261125T101500Z → milliseconds; NaN for anything else.
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
