// A 60-second address under which staff open one file (S3 API reference, "Authenticating requests:
// using query parameters"). The S3 client signs it, and is loaded with the first such address.
import type { FileType } from '#domain/uploads/upload.ts'
import type { FileLinks } from '#usecases/ports/files.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { BucketSettings } from './s3-signing.ts'

export type LinkSettings = BucketSettings & {
  // Where browsers reach the bucket: https://bucket.s3.region.amazonaws.com, or the local one.
  readonly origin: string
}

const lifeSeconds = 60

export const fileLinks = (settings: LinkSettings): FileLinks => ({
  origin: settings.origin,
  openLink: async (file) => {
    await verify(settings, file)
    return linkTo(settings, file, 'attachment')
  },
  showLink: async (file) => {
    if (shown.has(file.type)) {
      await verify(settings, file)
      return linkTo(settings, file, 'inline')
    }
    return file.shown === undefined
      ? undefined
      : linkTo(settings, { ...file, key: file.shown, type: 'image/jpeg' }, 'inline')
  },
})

// S3 is asked for the SHA-256 that it keeps of the bytes (S3 User Guide, "Checking object integrity"). What was
// kept before we wrote sums down has none to compare.
const verify = async (settings: LinkSettings, { key, sha256: found }: StoredFile): Promise<void> => {
  if (key === undefined || found === undefined) return
  const { checksumOf: sumOf } = await import('./s3-signing.ts')
  if ((await sumOf(settings, key)) !== found)
    throw new Error('The bytes that are kept are not those that were found safe')
}

const linkTo = async (settings: LinkSettings, file: StoredFile, how: 'attachment' | 'inline'): Promise<string> => {
  if (file.verdict !== 'clean' || file.key === undefined) throw new Error('Only a file that was found safe is opened')
  const { signedAddressOf: addressOf } = await import('./s3-signing.ts')
  return addressOf(settings, {
    key: file.key,
    seconds: lifeSeconds,
    disposition: disposition(how, file.name),
    type: typeShown(file),
  })
}

// Shown only as what it was found to be; of HEIC, which browsers do not show, its JPG, while the photo itself is a download like any other.
const typeShown = ({ type }: StoredFile): string => (shown.has(type) ? type : 'application/octet-stream')
const shown: ReadonlySet<string> = new Set<FileType>(['application/pdf', 'image/jpeg', 'image/png'])

// RFC 6266: a plain name for old programs, the whole one in UTF-8 (RFC 8187, which leaves fewer characters bare than encodeURIComponent).
export const disposition = (how: 'attachment' | 'inline', name: string): string => {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent)
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
