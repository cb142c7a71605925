// Hostile files (docs/guarantees.md, "Hostile inputs", H45 to H56), over HTTP to the running
// product: posted to its own bucket with the forms of its own
// pages, scanned, judged, and looked for where they must not be.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedAddressOf } from '#adapters/aws/s3-signing.ts'
import { mostSentBytes } from '#domain/uploads/upload.ts'
import { clean, quarantine } from '#infra/local/files.ts'
import { signatureOf } from '#infra/local/s3/signature.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import * as sample from '#tests/support/sample-files.ts'
import { type HostileHost, startHostileHost } from '#tests/support/worlds/hostile-host.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import { formIn, pathOf, postFile, postFrom } from '#tests/support/worlds/upload-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'

const port = 3790
const page = '/planning/documents/4/file'
const bucketOrigin = `http://localhost:${port + 3}`
const link = {
  region: 'eu-west-2',
  bucket: clean,
  endpoint: bucketOrigin,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
}

let it_: HostileHost
let person: Visitor
beforeAll(async () => {
  it_ = await startHostileHost(port)
  person = await withDocument()
})
afterAll(() => it_.close())

// A householder with three drawings, at the upload page of a fourth document.
const withDocument = async (): Promise<Visitor> => {
  const persona = personaOf('planning-householder')
  const { residents } = it_.host
  const somebody = visitor(overHttp(residents), residents)
  await answerAs(somebody, persona)
  await copied()
  await somebody.get('/planning/documents')
  await somebody.post('/planning/documents', { another: 'yes' })
  await somebody.post('/planning/documents/4/type', { documentTypes: 'photographs.existing' })
  await somebody.post('/planning/documents/4/private', { hasPrivate: 'no' })
  return somebody
}

// Of the photo among what a persona sends, a JPG is made when its verdict stands already.
const copied = async (): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if ((await keysIn(clean)).some((key) => key.endsWith('/shown'))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('No JPG of the photo was made')
}

// Posts it, and waits until it was judged. Gives what the page says then.
const upload = async (name: string, content: Buffer): Promise<string> => {
  await person.get(page)
  const sent = await postFrom(person, { name, content })
  expect(sent.status).toBe(303)
  return settled(pathOf(sent.location))
}

const settled = async (path: string): Promise<string> => {
  for (let left = 400; left > 0; left -= 1) {
    const { html } = await person.get(path)
    const judged = !html.includes('See if the check is done')
    // It is taken out of quarantine last.
    if (judged && (await keysIn(quarantine)).length === 0) return plainText(html)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The file was never judged')
}

const plainText = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const keysIn = async (bucket: string): Promise<readonly string[]> => {
  const listed = await fetch(`${bucketOrigin}/${bucket}?list-type=2`, {
    headers: { authorization: 'AWS4-HMAC-SHA256 of the test' },
  })
  return [...(await listed.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key ?? '')
}

const wrong = 'The selected file must be a PDF, JPG, PNG or HEIC'

describe('a hostile file is refused in words, and nothing of it is kept', () => {
  it.each<[string, string, Buffer, string]>([
    ['H45 the EICAR test virus', 'plan.pdf', sample.both(sample.pdf(), sample.eicar()), 'contains a virus'],
    ['H46 a web page that says it is a PDF', 'plan.pdf', sample.webPage(), wrong],
    ['H46 a program that says it is a photo', 'photo.jpg', sample.program(), wrong],
    ['H46 a picture that is an archive too', 'photo.png', sample.both(sample.png(), sample.zip()), wrong],
    ['H47 a drawing with a script', 'plan.svg', sample.svg(), wrong],
    ['H47 a web page', 'plan.html', sample.webPage(), wrong],
    ['H47 a document with macros', 'plan.docm', sample.zip(), wrong],
    ['H48 an archive that unpacks to a thousand times its size', 'plan.docx', sample.zipBomb(), wrong],
    ['H48 the same under the name of a PDF', 'plan.pdf', sample.zipBomb(), wrong],
    ['H49 a PDF with a password', 'plan.pdf', sample.lockedPdf(), 'We cannot check the selected file'],
    ['H50 an empty file', 'plan.pdf', Buffer.alloc(0), 'The selected file is empty'],
  ])('%s', async (_, name, content, words) => {
    const before = await keysIn(clean)
    expect(await upload(name, content)).toContain(words)
    expect(await keysIn(clean)).toEqual(before)
    expect(await keysIn(quarantine)).toEqual([])
  })
})

describe('the form that a file is posted with', () => {
  const plan = { name: 'plan.pdf', content: sample.pdf() }

  it.each<[string, Readonly<Record<string, string>>]>([
    ['H52 another key', { key: 'quarantine/somebody-elses-0001' }],
    ['H52 another type', { 'Content-Type': 'text/html' }],
    ['H53 the verdict as a tag', { tagging: verdictTag() }],
    ['H54 another draft', { 'x-amz-meta-draft': 'somebody-elses' }],
  ])('does not work with %s', async (_, more) => {
    await person.get(page)
    expect((await postFrom(person, plan, more)).status).toBe(403)
    expect(await keysIn(quarantine)).toEqual([])
  })

  it('H52 does not work after it has run out, nor with a later end that it was not signed with', async () => {
    await person.get(page)
    const { html } = person.last()
    const { fields } = formIn(html)
    const [past, later] = [ending(fields, '2026-01-01T00:00:00Z'), ending(fields, '2099-01-01T00:00:00Z')]
    const expired = await postFile(html, plan, { Policy: past, 'X-Amz-Signature': signedAgain(fields, past) })
    expect([expired.status, expired.body]).toEqual([403, expect.stringContaining('Policy expired')])
    expect((await postFile(html, plan, { Policy: later })).status).toBe(403)
    expect(await keysIn(quarantine)).toEqual([])
  })

  it('H50 does not work with a file that is larger than it allows, or shorter than was said', async () => {
    const { html } = await person.get(page)
    const { fields } = formIn(html)
    expect(policyIn(fields).conditions).toContainEqual(['content-length-range', 0, mostSentBytes])
    // As if 5 GB were 1,000 bytes.
    const small = upTo(fields, 1000)
    const signed = { Policy: small, 'X-Amz-Signature': signedAgain(fields, small) }
    const large = await postFile(html, { name: 'plan.pdf', content: Buffer.alloc(1001) }, signed)
    expect([large.status, large.body]).toEqual([400, expect.stringContaining('EntityTooLarge')])
    expect(await cutShort(person.last().html)).toBeGreaterThanOrEqual(400)
    expect(await keysIn(quarantine)).toEqual([])
  })
})

describe('a photo, once it is kept', () => {
  it('H52, H54, H55, H56 is nobody else’s answer, stays what it was, says no place, and opens for a minute', async () => {
    const photo = sample.located.jpeg()
    const form = (await person.get(page)).html
    expect(await upload('front.jpg', photo)).toContain('front.jpg Uploaded')
    const id =
      /name="file" value="([^"]+)"><button[^>]*>Remove<span[^>]*> front\.jpg</.exec(person.last().html)?.[1] ?? ''
    await sendOver(form)
    const stranger = await withDocument()
    await stranger.post(page, { documentFile: id, 'documentFile-name': 'front.jpg' })
    expect(plainText(stranger.last().html)).toContain('Select a file')
    const kept = (await keysIn(clean)).find((key) => key.endsWith(`/${id}`)) ?? ''
    expect(kept).not.toBe('')
    const opened = async (secondsAgo: number): Promise<Response> => {
      const now = () => it_.counter.clock.now() - secondsAgo * 1000
      const file = { key: kept, seconds: 60, disposition: 'inline', type: 'image/jpeg' }
      return fetch(await signedAddressOf({ ...link, now }, file))
    }
    const content = Buffer.from(await (await opened(5)).arrayBuffer())
    expect(content.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(content.length).toBeLessThan(photo.length)
    expect(content.toString('latin1')).not.toMatch(/GPSLat|50,43|a town/)
    expect((await opened(61)).status).toBe(403)
    expect((await fetch(`${bucketOrigin}/${clean}/${kept}`)).status).toBe(403)
  })
})

// The used form of a file that was judged, with other bytes, over its own key.
const sendOver = async (used: string): Promise<void> => {
  const before = await keysIn(clean)
  await postFile(used, { name: 'other.pdf', content: sample.eicar() })
  await settled(page)
  expect(await keysIn(clean)).toEqual(before)
}

const verdictTag = (): string =>
  '<Tagging><TagSet><Tag><Key>GuardDutyMalwareScanStatus</Key><Value>NO_THREATS_FOUND</Value></Tag></TagSet></Tagging>'

type Fields = Readonly<Record<string, string>>

type Policy = { readonly conditions: readonly unknown[] }

const policyIn = ({ Policy: policy = '' }: Fields): Policy => JSON.parse(Buffer.from(policy, 'base64').toString())

const encoded = (policy: object): string => Buffer.from(JSON.stringify(policy)).toString('base64')

const ending = (fields: Fields, expiration: string): string => encoded({ ...policyIn(fields), expiration })

const upTo = (fields: Fields, most: number): string => {
  const others = policyIn(fields).conditions.filter((one) => !Array.isArray(one) || one[0] !== 'content-length-range')
  return encoded({ ...policyIn(fields), conditions: [...others, ['content-length-range', 0, most]] })
}

const signedAgain = (fields: Fields, policy: string): string =>
  signatureOf('local', (fields['X-Amz-Credential'] ?? '').split('/').slice(1).join('/'), policy)

// Says 2,000 bytes, sends the fields and the beginning of a file, and breaks off. Gives the status, or 499 where the connection ended.
const cutShort = (html: string): Promise<number> =>
  new Promise((resolve) => {
    const { url, fields } = formIn(html)
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n%PDF-1.4'
    const body = parts.join('') + file
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(body.length + 2000) }
    const sent = request(url, { method: 'POST', headers }, (reply) => resolve(reply.resume().statusCode ?? 0))
    sent.on('error', () => resolve(499))
    sent.write(body)
    setTimeout(() => sent.destroy(), 200)
  })
