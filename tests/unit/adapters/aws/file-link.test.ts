import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { describe, expect, it } from 'vitest'
import { disposition, fileLinks, presigned } from '#adapters/aws/file-link.ts'
import { signatureOf } from '#adapters/aws/sigv4.ts'
import { uploadForms } from '#adapters/aws/upload-form.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'

const region = 'eu-west-2'
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret/of+our=own', sessionToken: 'a token' }
const settings = {
  region,
  url: `https://clean.s3.${region}.amazonaws.com`,
  credentials: () => ({
    id: credentials.accessKeyId,
    secret: credentials.secretAccessKey,
    token: credentials.sessionToken,
  }),
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
  it('is signed as the SDK signs it', async () => {
    const now = Date.parse('2026-11-25T10:15:00Z')
    const command = new GetObjectCommand({
      Bucket: 'clean',
      Key: 'draft/a (b) ü.pdf',
      ResponseContentDisposition: disposition('attachment', file.name),
    })
    const client = new S3Client({ region, credentials })
    const url = new URL(await getSignedUrl(client, command, { expiresIn: 60, signingDate: new Date(now) }))
    const query = Object.fromEntries([...url.searchParams].filter(([name]) => !/^X-Amz-(?!Content)/.test(name)))
    const ours = new URL(presigned(settings, { path: 'draft/a (b) ü.pdf', query, expires: 60, now }))
    expect(ours.pathname).toBe(url.pathname)
    expect(ours.searchParams.get('X-Amz-Signature')).toBe(url.searchParams.get('X-Amz-Signature'))
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
  const given = {
    id: 'upload-0001',
    draftId: 'draft-1',
    question: 'documentFile',
    item: '2',
    returnTo: 'https://counter.example/planning/documents/2/file?sent=1',
  }

  it('is signed as the SDK signs it', async () => {
    const { fields } = await uploadForms({ ...settings, bucket: 'quarantine' }).uploadForm(given)
    const client = new S3Client({ region, credentials })
    const theirs = await createPresignedPost(client, { Bucket: 'quarantine', Key: 'k' })
    const scope = (credential: string | undefined) => credential?.split('/').slice(1).join('/') ?? ''
    // The SDK signs with the day of its machine.
    const dayless = (credential: string | undefined) => scope(credential).replace(/^\d{8}/, '')
    const signed = signatureOf(
      credentials.secretAccessKey,
      scope(theirs.fields['X-Amz-Credential']),
      theirs.fields.Policy ?? '',
    )
    expect(signed).toBe(theirs.fields['X-Amz-Signature'])
    expect(scope(fields['x-amz-credential'])).toBe(`20261125${dayless(theirs.fields['X-Amz-Credential'])}`)
  })

  it('allows exactly one key, question and way back, and no more than 30 MB', async () => {
    const { fields } = await uploadForms({ ...settings, bucket: 'quarantine' }).uploadForm(given)
    const policy = JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString('utf8'))
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: 'quarantine' },
        { key: 'quarantine/upload-0001' },
        { 'Content-Type': 'application/octet-stream' },
        { 'x-amz-meta-draft': 'draft-1' },
        { 'x-amz-meta-question': 'documentFile' },
        { 'x-amz-meta-item': '2' },
        { success_action_redirect: given.returnTo },
        ['content-length-range', 0, 31_457_280],
      ]),
    )
  })
})
