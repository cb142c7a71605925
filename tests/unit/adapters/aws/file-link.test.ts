import { describe, expect, it } from 'vitest'
import { fileLinks } from '#adapters/aws/file-link.ts'
import { uploadForms } from '#adapters/aws/upload-form.ts'
import { sha256, signatureOf } from '#infra/local/s3/signature.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'

const secretAccessKey = 'a secret/of+our=own'
const settings = {
  region: 'eu-west-2',
  bucket: 'clean',
  origin: 'https://clean.s3.eu-west-2.amazonaws.com',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey, sessionToken: 'a token' },
  now: () => Date.parse('2026-11-25T10:15:00Z'),
}

const file: StoredFile = {
  id: 'file-0001',
  name: 'Lageplan “Größe” (A3).pdf',
  label: 'Site plan',
  question: 'documentFile',
  type: 'application/pdf',
  bytes: 100,
  verdict: 'clean',
  at: 0,
  key: 'draft/file-0001',
}

describe('the address under which staff open a file', () => {
  it('leads to the file in its bucket, and is signed with the session that the function has', async () => {
    const link = new URL(await fileLinks(settings).openLink({ ...file, key: 'draft/a (b) ü.pdf' }))
    expect([link.origin, decodeURIComponent(link.pathname)]).toEqual([settings.origin, '/draft/a (b) ü.pdf'])
    expect(link.searchParams.get('X-Amz-Security-Token')).toBe('a token')
    const [scope, stamp] = ['20261125/eu-west-2/s3/aws4_request', '20261125T101500Z']
    const query = link.search
      .slice(1)
      .split('&')
      .filter((part) => !part.startsWith('X-Amz-Signature='))
      .toSorted()
    const host = `host:${link.host}\n`
    const asked = ['GET', link.pathname, query.join('&'), host, 'host', 'UNSIGNED-PAYLOAD'].join('\n')
    expect(link.searchParams.get('X-Amz-Signature')).toBe(
      signatureOf(secretAccessKey, scope, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(asked)}`),
    )
  })

  it('lasts 60 seconds and makes a download of the file under its own name', async () => {
    const { searchParams: said } = new URL(await fileLinks(settings).openLink(file))
    expect(said.get('X-Amz-Expires')).toBe('60')
    expect(said.get('response-content-disposition')).toBe(
      `attachment; filename="Lageplan _Gr__e_ _A3_.pdf"; filename*=UTF-8''Lageplan%20%E2%80%9CGr%C3%B6%C3%9Fe%E2%80%9D%20%28A3%29.pdf`,
    )
    expect(said.get('response-content-type')).toBe('application/pdf')
  })

  it('shows nothing as a page: what is no PDF, JPG or PNG is a stream of bytes', async () => {
    const link = await fileLinks(settings).openLink({ ...file, name: 'photo.heic', type: 'image/heic' })
    expect(new URL(link).searchParams.get('response-content-type')).toBe('application/octet-stream')
  })

  it('is not given for a file that was not found safe', async () => {
    const { key, ...unkept } = file
    await expect(fileLinks(settings).openLink({ ...unkept, verdict: 'refused' })).rejects.toThrow('found safe')
  })
})

describe('the form that a browser posts a file with', () => {
  const quarantine = { ...settings, bucket: 'quarantine', url: 'https://quarantine.s3.eu-west-2.amazonaws.com' }
  const given = {
    id: 'upload-0001',
    draftId: 'draft-1',
    question: 'documentFile',
    item: '2',
    returnTo: 'https://counter.example/planning/documents/2/file?sent=1',
  }

  it('is signed at the product’s time, with the session that the function has', async () => {
    const { url, fields } = await uploadForms(quarantine).uploadForm(given)
    expect(url).toBe(quarantine.url)
    expect(fields['X-Amz-Credential']).toBe('AKIDEXAMPLE/20261125/eu-west-2/s3/aws4_request')
    expect(fields['X-Amz-Security-Token']).toBe('a token')
    expect(fields['X-Amz-Signature']).toBe(
      signatureOf(secretAccessKey, '20261125/eu-west-2/s3/aws4_request', fields.Policy ?? ''),
    )
  })

  it('allows exactly one key, question and way back, for four hours, and all that S3 takes in a form', async () => {
    const { fields } = await uploadForms(quarantine).uploadForm(given)
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'))
    expect(policy.expiration).toBe('2026-11-25T14:15:00Z')
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: 'quarantine' },
        { key: 'quarantine/upload-0001' },
        { 'Content-Type': 'application/octet-stream' },
        { 'x-amz-meta-draft': 'draft-1' },
        { 'x-amz-meta-question': 'documentFile' },
        { 'x-amz-meta-item': '2' },
        { success_action_redirect: given.returnTo },
        ['content-length-range', 0, 5 * 1024 ** 3],
      ]),
    )
  })
})
