// KMS on this machine, over its real wire protocol (AWS JSON 1.1): makes data keys and unwraps them, for the encryption context that each was
// made with and no other. Its own key is kept with the data, so that what was sealed before a restart is read after it. It signs too, with a
// pair of keys that ends with it.
import { createCipheriv, createDecipheriv, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { freePort } from './dynamo.ts'
import { keyIn } from './folder.ts'

export type LocalKms = {
  readonly endpoint: string
  // Of the pair that signs.
  readonly publicKey: KeyObject
  readonly close: () => Promise<void>
}

// Any ARN will do here.
export const localAnswersKey = 'arn:aws:kms:eu-west-2:000000000000:key/answers'

// Without a file its key is gone at the end, and with it all that was wrapped.
export const startKms = async (given: { readonly file?: string } = {}): Promise<LocalKms> => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const keys = { master: masterKey(given.file), signs: pair.privateKey }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { 'x-amz-target': target, authorization } = request.headers
    const { status, reply } = answerTo(keys, {
      operation: String(target ?? '').replace(/^TrentService\./, ''),
      signed: /\/kms\/aws4_request,/.test(authorization ?? ''),
      body: Buffer.concat(chunks).toString('utf8'),
    })
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(reply))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    endpoint: `http://127.0.0.1:${port}`,
    publicKey: pair.publicKey,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const masterKey = (file: string | undefined): Buffer => {
  if (file === undefined) return randomBytes(32)
  const ifItIsGone = 'Without it no answer here can be read any more: begin anew with npm start -- --fresh'
  return Buffer.from(keyIn(file, ifItIsGone), 'base64')
}

type Call = { readonly operation: string; readonly signed: boolean; readonly body: string }

type Asked = {
  readonly KeyId?: string
  readonly KeySpec?: string
  readonly CiphertextBlob?: string
  readonly EncryptionContext?: Readonly<Record<string, string>>
  readonly Message?: string
  readonly MessageType?: string
  readonly SigningAlgorithm?: string
}

type Answer = { readonly status: number; readonly reply: object }

type OwnKeys = { readonly master: Buffer; readonly signs: KeyObject }

const answerTo = ({ master, signs }: OwnKeys, { operation, signed, body }: Call): Answer => {
  if (!signed) return refused('MissingAuthenticationTokenException')
  const asked: Asked = JSON.parse(body)
  if (operation === 'GenerateDataKey') return generated(master, asked)
  if (operation === 'Sign') return signedBy(signs, asked)
  return operation === 'Decrypt' ? decrypted(master, asked) : refused('UnknownOperationException')
}

// As KMS words an error: its name, and nothing of what was asked.
const refused = (name: string): Answer => ({ status: 400, reply: { __type: name } })

const generated = (master: Buffer, { KeyId, KeySpec, EncryptionContext }: Asked): Answer => {
  if (KeyId === undefined || KeySpec !== 'AES_256') return refused('ValidationException')
  const plain = randomBytes(32)
  const CiphertextBlob = wrap(master, plain, contextOf(KeyId, EncryptionContext)).toString('base64')
  return { status: 200, reply: { KeyId, CiphertextBlob, Plaintext: plain.toString('base64') } }
}

const decrypted = (master: Buffer, { KeyId = '', CiphertextBlob = '', EncryptionContext }: Asked): Answer => {
  const plain = unwrap(master, Buffer.from(CiphertextBlob, 'base64'), contextOf(KeyId, EncryptionContext))
  if (plain === undefined) return refused('InvalidCiphertextException')
  return {
    status: 200,
    reply: { KeyId, Plaintext: plain.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  }
}

const signedBy = (key: KeyObject, { KeyId, Message, MessageType, SigningAlgorithm }: Asked): Answer => {
  const message = Buffer.from(Message ?? '', 'base64')
  const may = MessageType === 'RAW' && SigningAlgorithm === 'ECDSA_SHA_256' && message.length > 0
  if (KeyId === undefined || !may || message.length > 4096) return refused('ValidationException')
  return { status: 200, reply: { KeyId, SigningAlgorithm, Signature: sign('sha256', message, key).toString('base64') } }
}

const contextOf = (key: string, context: Asked['EncryptionContext'] = {}): Buffer =>
  Buffer.from(JSON.stringify([key, ...Object.entries(context).toSorted()]))

const [nonceBytes, tagBytes] = [12, 16]

const wrap = (master: Buffer, plain: Buffer, context: Buffer): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(context)
  const wrapped = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), wrapped])
}

const unwrap = (master: Buffer, blob: Buffer, context: Buffer): Buffer | undefined => {
  const [nonce, from] = [blob.subarray(0, nonceBytes), nonceBytes + tagBytes]
  if (blob.length <= from) return undefined
  const cipher = createDecipheriv('aes-256-gcm', master, nonce, { authTagLength: tagBytes }).setAAD(context)
  cipher.setAuthTag(blob.subarray(nonceBytes, from))
  try {
    return Buffer.concat([cipher.update(blob.subarray(from)), cipher.final()])
  } catch {
    return undefined
  }
}
