// A POST policy, held to as S3 holds to it (S3 API reference, "POST policy"): the signature, the expiry, every field named by a condition,
// every condition met.

import { S3Problem } from './problem.ts'
import { signatureOf } from './signature.ts'

type Posted = {
  readonly bucket: string
  // By name in lower case, variables filled in.
  readonly fields: ReadonlyMap<string, string>
  readonly size: number
}

export const holdToPolicy = (posted: Posted, secret: string, now: number): void => {
  const encoded = posted.fields.get('policy')
  if (encoded === undefined) throw denied('Access Denied')
  signed(posted.fields, encoded, secret)
  const policy: Policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
  if (Date.parse(policy.expiration) <= now) throw denied('Invalid according to Policy: Policy expired.')
  const conditions = policy.conditions.map(conditionOf)
  for (const name of posted.fields.keys()) {
    const named = conditions.some((condition) => condition.is !== 'range' && condition.name === name)
    if (!named && !free.test(name)) throw denied(`Invalid according to Policy: Extra input fields: ${name}`)
  }
  for (const condition of conditions) meets(condition, posted)
}

type Policy = { readonly expiration: string; readonly conditions: readonly unknown[] }

// Fields that need no condition.
const free = /^(x-amz-signature|file|policy|x-ignore-.*)$/

const denied = (message: string): S3Problem => new S3Problem(403, 'AccessDenied', message)

const signed = (fields: Posted['fields'], policy: string, secret: string): void => {
  const [, ...scope] = (fields.get('x-amz-credential') ?? '').split('/')
  const right =
    fields.get('x-amz-algorithm') === 'AWS4-HMAC-SHA256' &&
    scope.length === 4 &&
    fields.get('x-amz-signature') === signatureOf(secret, scope.join('/'), policy)
  if (!right) throw new S3Problem(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
}

type Condition =
  | { readonly is: 'eq' | 'starts-with'; readonly name: string; readonly value: string }
  | { readonly is: 'range'; readonly least: number; readonly most: number }

// {"bucket": "b"}, ["eq", "$key", "k"], ["starts-with", "$key", "user/"], ["content-length-range", 1, 10]
const conditionOf = (given: unknown): Condition => {
  if (!Array.isArray(given)) {
    const [name = '', value] = Object.entries(given ?? {})[0] ?? []
    return { is: 'eq', name: name.toLowerCase(), value: String(value) }
  }
  const [what, first, second] = given
  if (what === 'content-length-range') return { is: 'range', least: Number(first), most: Number(second) }
  if (what !== 'eq' && what !== 'starts-with') throw denied('Invalid Policy: Invalid Condition.')
  return { is: what, name: String(first).replace(/^\$/, '').toLowerCase(), value: String(second) }
}

const meets = (condition: Condition, { bucket, fields, size }: Posted): void => {
  if (condition.is === 'range') {
    if (size < condition.least)
      throw new S3Problem(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
    if (size > condition.most)
      throw new S3Problem(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
    return
  }
  const value = condition.name === 'bucket' ? bucket : (fields.get(condition.name) ?? '')
  const holds = condition.is === 'eq' ? value === condition.value : value.startsWith(condition.value)
  if (!holds) throw denied(`Invalid according to Policy: Policy Condition failed: ${condition.is}, ${condition.name}`)
}
