import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signedHeaders } from '#adapters/aws/sigv4.ts'

// What the SDK signs with, given Node's own hashes.
type Data = string | ArrayBuffer | ArrayBufferView

const bytes = (data: Data): Buffer => {
  if (typeof data === 'string') return Buffer.from(data)
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data)
}

class Sha256 {
  private readonly hash
  constructor(secret?: Data) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret))
  }
  update(data: Data): void {
    this.hash.update(bytes(data))
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.hash.digest())
  }
  reset(): void {}
}

const now = Date.parse('2026-11-25T10:00:00Z')

it('signs a request as the AWS SDK signs it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.option(fc.stringMatching(/^[a-zA-Z0-9+/]{5,40}$/)),
      async (body, token) => {
        const credentials = { id: 'AKIDEXAMPLE', secret: 'secret', ...(token === null ? {} : { token }) }
        const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.GetItem' }
        const ours = signedHeaders({
          credentials,
          region: 'eu-west-2',
          service: 'dynamodb',
          host: 'example.test',
          body,
          headers,
          now,
        })
        const theirs = await new SignatureV4({
          service: 'dynamodb',
          region: 'eu-west-2',
          credentials: {
            accessKeyId: 'AKIDEXAMPLE',
            secretAccessKey: 'secret',
            ...(token === null ? {} : { sessionToken: token }),
          },
          sha256: Sha256,
          applyChecksum: false,
        }).sign(
          {
            method: 'POST',
            protocol: 'https:',
            hostname: 'example.test',
            path: '/',
            query: {},
            headers: { ...headers, host: 'example.test' },
            body,
          },
          { signingDate: new Date(now) },
        )
        expect(ours.authorization).toBe(theirs.headers.authorization)
      },
    ),
    { numRuns: 50 },
  )
})
