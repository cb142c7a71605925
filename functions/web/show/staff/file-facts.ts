// What staff read of a file beside its contents: its state, kind and size.
import { isLate } from '#domain/uploads/limits.ts'
import type { StoredFile, UploadVerdict } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'

export const verdictTag = (file: StoredFile, now: number): Tag =>
  isLate(file, now) ? { text: 'Checking for over 30 minutes', colour: 'red' } : verdictTags[file.verdict]

// Said at the head of the case, so that nobody decides without a document that was sent.
export const lateRows = (files: readonly StoredFile[], now: number): readonly Variables[] => {
  const late = files.filter((file) => isLate(file, now)).map(({ name }) => onOneLine(name))
  if (late.length === 0) return []
  const words =
    'The check for viruses has taken over 30 minutes. If it does not end, we ask the applicant for them again.'
  return [{ question: 'Documents not checked yet', lines: [...late, words] }]
}

const verdictTags: Readonly<Record<UploadVerdict, Tag>> = {
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
