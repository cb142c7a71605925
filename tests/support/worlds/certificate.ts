// A certificate that signs itself, for a server of a test: X.509 (RFC 5280) written by hand, as Node makes keys and no certificates.
// It holds on every day, so that no test reads the machine's date.
import { generateKeyPairSync, sign } from 'node:crypto'

export type Certificate = { readonly key: string; readonly cert: string }

export const certificateFor = (host: string): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(id('550403'), tagged(0x0c, Buffer.from(host)))))
  const valid = sequence(time('19700101000000Z'), time('99991231235959Z'))
  const hosts = sequence(tagged(0x82, Buffer.from(host)))
  const extensions = tagged(0xa3, sequence(sequence(id('551d11'), tagged(0x04, hosts))))
  const version = tagged(0xa0, integer(2))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const said = sequence(version, integer(1), signedWith, name, valid, name, key, extensions)
  const signature = sign('sha256', said, privateKey)
  const whole = sequence(said, signedWith, tagged(0x03, Buffer.concat([Buffer.of(0), signature])))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

// DER (X.690): a tag, a length, and what is in it.
const tagged = (tag: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])

const lengthOf = (length: number): Buffer =>
  length < 128 ? Buffer.of(length) : Buffer.of(0x82, length >> 8, length & 0xff)

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts))
const set = (...parts: readonly Buffer[]): Buffer => tagged(0x31, Buffer.concat(parts))
const integer = (value: number): Buffer => tagged(0x02, Buffer.of(value))
const id = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'))
const time = (said: string): Buffer => tagged(0x18, Buffer.from(said))

// ECDSA with SHA-256 (RFC 5758, 3.2).
const signedWith = sequence(id('2a8648ce3d040302'))
