import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sha256 } from '#adapters/aws/sha256.ts'

const asked = async (hash: Sha256, data: string | ArrayBuffer | ArrayBufferView): Promise<string> => {
  hash.update(data)
  return Buffer.from(await hash.digest()).toString('hex')
}

it('hashes texts and bytes in each form that the SDK’s signer hands over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const bytes = new TextEncoder().encode(`.${text}`)
      const right = createHash('sha256').update(text).digest('hex')
      const part = new DataView(bytes.buffer, 1, bytes.length - 1)
      for (const data of [text, bytes.subarray(1), part, bytes.slice(1).buffer])
        expect(await asked(new Sha256(), data)).toBe(right)
    }),
    { numRuns: 50 },
  )
})

it('makes the same keyed hash of a secret in words and in bytes, the first time and again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), async (text, secret) => {
      const right = createHmac('sha256', secret).update(text).digest('hex')
      const bytes = new TextEncoder().encode(secret)
      for (const given of [secret, bytes, bytes, new DataView(bytes.buffer)])
        expect(await asked(new Sha256(given), text)).toBe(right)
    }),
    { numRuns: 50 },
  )
})
