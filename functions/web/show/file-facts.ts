// What staff read of a file beside its contents: its state, kind and size.
import type { StoredFile, UploadVerdict } from '#usecases/ports.ts'
import type { Tag } from './tags.ts'

export const verdictTags: Readonly<Record<UploadVerdict, Tag>> = {
  checking: { text: 'Checking', colour: 'yellow' },
  clean: { text: 'Safe to open', colour: 'green' },
  refused: { text: 'Refused', colour: 'red' },
}

export const sizeInWords = ({ bytes }: Pick<StoredFile, 'bytes'>): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

export const pagesInWords = ({ pages }: Pick<StoredFile, 'pages'>): readonly string[] =>
  pages === undefined ? [] : [pages === 1 ? '1 page' : `${pages} pages`]

export const typeInWords = ({ type }: Pick<StoredFile, 'type'>): string => typeWords[type] ?? 'Not known yet'

const typeWords: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG picture',
  'image/png': 'PNG picture',
  'image/heic': 'HEIC picture',
}
