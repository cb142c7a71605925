// What a right signature is, for the local S3 to hold others against (IAM User Guide, "Create a
// signed AWS API request"). The product signs by the SDK and has no part in this.
import { createHmac, hash } from 'node:crypto'

export const sha256 = (text: string): string => hash('sha256', text)

/** `scope`: 20261125/eu-west-2/s3/aws4_request; `words`: the string to sign, or a policy in base64. */
export const signatureOf = (secret: string, scope: string, words: string): string =>
  createHmac('sha256', signingKey(secret, scope)).update(words).digest('hex')

const signingKey = (secret: string, scope: string): Buffer =>
  scope
    .split('/')
    .reduce<Buffer>((sofar, part) => createHmac('sha256', sofar).update(part).digest(), Buffer.from(`AWS4${secret}`))
