// What seals and signs: KMS through its official client (KMS API reference, GenerateDataKey, Decrypt and Sign).
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  KMSServiceException,
  SignCommand,
} from '@aws-sdk/client-kms'
import { SealProblem } from '#usecases/ports/seals.ts'
import { type AwsSettings, clientSettings, lightened } from './clients.ts'
import { retries } from './retries.ts'

export type KmsSettings = AwsSettings & {
  // The key that wraps, or signs: its ARN.
  readonly key: string
}

// 32 bytes, and the same as only KMS can unwrap, in base64. What is wrapped for one draft is unwrapped for no other: KMS holds the two
// together (KMS Developer Guide, "Encryption context").
export type DataKey = { readonly plain: Buffer; readonly wrapped: string }

export type Kms = {
  readonly generate: (draft: string) => Promise<DataKey>
  readonly decrypt: (draft: string, wrapped: string) => Promise<Buffer>
}

export const kmsAt = (settings: KmsSettings): Kms => {
  const client = clientAt(settings)
  return {
    generate: async (draft) => {
      const asked = { KeyId: settings.key, KeySpec: 'AES_256', EncryptionContext: { draft } } as const
      const { Plaintext, CiphertextBlob } = await told(client.send(new GenerateDataKeyCommand(asked)))
      return { plain: bytesOf(Plaintext), wrapped: bytesOf(CiphertextBlob).toString('base64') }
    },
    decrypt: async (draft, wrapped) => {
      const CiphertextBlob = Buffer.from(wrapped, 'base64')
      const asked = { KeyId: settings.key, CiphertextBlob, EncryptionContext: { draft } }
      return bytesOf((await told(client.send(new DecryptCommand(asked)))).Plaintext)
    },
  }
}

// Signs short words as they are: KMS takes their SHA-256 itself (KMS API reference, Sign: RAW, 4,096 bytes at most).
export const kmsSigner = (settings: KmsSettings): ((words: string) => Promise<string>) => {
  const client = clientAt(settings)
  const how = { KeyId: settings.key, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' } as const
  return async (words) => {
    const asked = { ...how, Message: Buffer.from(words) }
    return bytesOf((await told(client.send(new SignCommand(asked)))).Signature).toString('base64')
  }
}

// No further try once this long has passed: with the table's own six seconds, a page ends within its ten.
const patienceMs = 2000

const clientAt = (settings: KmsSettings): KMSClient => {
  const client = new KMSClient(clientSettings(settings, 'kms').again)
  lightened(client.middlewareStack, retries(patienceMs))
  return client
}

const bytesOf = (bytes: Uint8Array | undefined): Buffer => {
  if (bytes === undefined) throw new SealProblem('unavailable', 'NoReply')
  return Buffer.from(bytes)
}

// KMS' own name for it, never its message.
const told = async <Output>(reply: Promise<Output>): Promise<Output> => {
  try {
    return await reply
  } catch (error) {
    throw new SealProblem('unavailable', error instanceof KMSServiceException ? error.name : 'NoReply')
  }
}
