// Our signature is the one that the SDK's own signer makes.
import { HttpRequest } from '@smithy/core/protocols'
import { SignatureV4 } from '@smithy/signature-v4'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainSigner } from '#adapters/aws/plain-signer.ts'
import { Sha256 } from '#adapters/aws/sha256.ts'

const word = fc.string({ minLength: 1, maxLength: 40 })
const credentials = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[A-Z0-9]{16}$/),
    secretAccessKey: word,
    sessionToken: fc.stringMatching(/^\w{1,60}$/),
  },
  { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
)
const request = (target: string, body: string): HttpRequest =>
  new HttpRequest({
    ...{ protocol: 'https:', hostname: 'dynamodb.eu-west-2.amazonaws.com', path: '/', method: 'POST', body },
    headers: {
      host: 'dynamodb.eu-west-2.amazonaws.com',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${target}`,
    },
  })

it('a request to the database is signed as the SDK signs it, whoever asks, whatever is said, on any day', async () => {
  const region = 'eu-west-2'
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(credentials, days, fc.string({ unit: 'grapheme' }), async (who, signingDate, said) => {
      const sdk = new SignatureV4({
        service: 'dynamodb',
        region,
        credentials: who,
        sha256: Sha256,
        applyChecksum: false,
      })
      const ours = plainSigner({ credentials: who, region }, 'dynamodb')
      const right = await sdk.sign(request('GetItem', said), { signingDate })
      // The second is signed with the key that was kept of the first.
      for (const _ of ['first', 'second'])
        expect((await ours.sign(request('GetItem', said), { signingDate })).headers).toEqual(right.headers)
    }),
    { numRuns: 60 },
  )
})
