// KMS over its own protocol, AWS JSON 1.1 (KMS API reference, GenerateDataKey, Decrypt and Sign): three calls need no client of 200 KB.
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { SealProblem } from '#usecases/ports/seals.ts'
import { askOnce } from './ask-once.ts'
import { type Credentials, signedHeaders } from './sigv4.ts'

export type KmsSettings = {
  // http or https, without a path; in AWS https://kms.<region>.amazonaws.com
  readonly endpoint: string
  readonly region: string
  // The key that wraps, or signs: its ARN.
  readonly key: string
  readonly credentials: () => Credentials
}

// 32 bytes, and the same as only KMS can unwrap, in base64. What is wrapped for one draft is unwrapped for no other: KMS holds the two
// together (KMS Developer Guide, "Encryption context").
export type DataKey = { readonly plain: Buffer; readonly wrapped: string }

export type Kms = {
  readonly generate: (draft: string) => Promise<DataKey>
  readonly decrypt: (draft: string, wrapped: string) => Promise<Buffer>
}

export const kmsAt = (settings: KmsSettings): Kms => ({
  generate: async (draft) => {
    const { Plaintext, CiphertextBlob } = await ask(settings, generated, 'GenerateDataKey', {
      KeyId: settings.key,
      KeySpec: 'AES_256',
      EncryptionContext: { draft },
    })
    return { plain: Buffer.from(Plaintext, 'base64'), wrapped: CiphertextBlob }
  },
  decrypt: async (draft, wrapped) => {
    const { Plaintext } = await ask(settings, decrypted, 'Decrypt', {
      KeyId: settings.key,
      CiphertextBlob: wrapped,
      EncryptionContext: { draft },
    })
    return Buffer.from(Plaintext, 'base64')
  },
})

// Signs short words as they are: KMS takes their SHA-256 itself (KMS API reference, Sign: RAW, 4,096 bytes at most).
export const kmsSigner =
  (settings: KmsSettings) =>
  async (words: string): Promise<string> => {
    const { Signature } = await ask(settings, signed, 'Sign', {
      KeyId: settings.key,
      Message: Buffer.from(words).toString('base64'),
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
    return Signature
  }

const signed = v.pipe(v.string(), v.parseJson(), v.object({ Signature: v.string() }))
const decrypted = v.pipe(v.string(), v.parseJson(), v.object({ Plaintext: v.string() }))
const generated = v.pipe(v.string(), v.parseJson(), v.object({ Plaintext: v.string(), CiphertextBlob: v.string() }))

type Reply = typeof decrypted | typeof generated | typeof signed

// Two seconds for a reply, and no further try once this long has passed: with the table's own six, a page ends within its ten.
const patienceMs = 2000
const mostTries = 3

const ask = async <Wanted extends Reply>(
  settings: KmsSettings,
  wanted: Wanted,
  operation: string,
  input: object,
): Promise<v.InferOutput<Wanted>> => {
  const started = performance.now()
  for (let left = mostTries - 1; ; left -= 1) {
    const heard = await once(settings, operation, JSON.stringify(input))
    const reply = v.safeParse(wanted, heard.text)
    if (heard.status === 200 && reply.success) return reply.output
    const problem = problemIn(heard)
    const waits = left > 0 && passing.test(problem) && performance.now() - started < patienceMs
    if (!waits) throw new SealProblem('unavailable', problem)
    await pause(Math.random() * 50 * 2 ** (mostTries - left))
  }
}

type Heard = { readonly status: number; readonly text: string }

const once = async (settings: KmsSettings, operation: string, body: string): Promise<Heard> => {
  const url = new URL(settings.endpoint)
  const headers = signedHeaders({
    credentials: settings.credentials(),
    region: settings.region,
    service: 'kms',
    host: url.host,
    body,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
    now: Date.now(),
  })
  return askOnce({ url, method: 'POST', headers, body }).catch(() => ({ status: 0, text: '' }))
}

// Its own name for it, never its message.
const problemIn = ({ status, text }: Heard): string =>
  status === 0 ? 'NoReply' : (/"__type":"(?:[^"#]*#)?(\w+)"/.exec(text)?.[1] ?? `HTTP ${status}`)

const passing = /^(NoReply|ThrottlingException|KMSInternalException|DependencyTimeoutException|HTTP 5\d\d)$/
