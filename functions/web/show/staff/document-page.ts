// One document of a case, beside the answers that it was sent with and those that it is to prove.
import type { Proved } from '#domain/forms/answered/answered-with.ts'
import type { RecordPart } from '#domain/forms/answered/record.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'
import { hidden } from './case/frame.ts'
import { sizeInWords, typeInWords, verdictTag } from './file-facts.ts'

export type DocumentPage = {
  readonly around: StaffAround
  readonly reference: string
  readonly file: StoredFile
  // What was said of it when it was sent; undefined where the record no longer asks for it.
  readonly given: RecordPart | undefined
  readonly proves: readonly Proved[]
  // What can be done with it as a document of the case: by its button, or on a page that asks why.
  readonly does?: readonly { readonly text: string; readonly href: string; readonly needs: boolean }[]
  // As what the case asks for it, and the case's version.
  readonly as?: { readonly id: string; readonly name: string; readonly version: number }
  // The next document that nobody has looked at.
  readonly next?: string
  readonly maySeeSensitive: boolean
  // In milliseconds.
  readonly now: number
  // Where it is shown from, for a minute; absent for what no browser shows, or nobody may open.
  readonly src?: string
}

export const documentPage = (given: DocumentPage): string => {
  const { file, reference, src } = given
  const title = onOneLine(file.name)
  return staffPage(
    'document',
    given.around,
    { title: `${title}, ${reference}` },
    {
      title,
      reference,
      state: verdictTag(file, given.now),
      reason: file.reason,
      src,
      isPicture: file.type.startsWith('image/'),
      isCopy: src !== undefined && file.shown !== undefined,
      what: file.label === '' ? 'Document' : onOneLine(file.label),
      download:
        file.verdict === 'clean'
          ? `/cases/${encodeURIComponent(reference)}/files/${encodeURIComponent(file.id)}`
          : undefined,
      ...{ does: given.does ?? [], as: given.as, next: given.next, csrf: given.around.csrf },
      facts: factsOf(file),
      given: given.given && { title: onOneLine(given.given.title), rows: rowsOf(given.given.entries, given) },
      proves: given.proves.map((part) => ({ title: onOneLine(part.title), rows: rowsOf(part.entries, given) })),
    },
  )
}

const rowsOf = (
  entries: RecordPart['entries'],
  { maySeeSensitive }: Pick<DocumentPage, 'maySeeSensitive'>,
): readonly Variables[] =>
  entries.map(({ question, lines, sensitive }) => ({
    question,
    lines: sensitive && !maySeeSensitive ? [hidden] : lines,
  }))

const actsWords =
  'This PDF can run scripts or open programs. Look at it on this page, and do not download it unless you need to.'

const factsOf = (file: StoredFile): readonly Variables[] => [
  { question: 'Received', lines: [moment(file.at)] },
  { question: 'Type', lines: [typeInWords(file)] },
  ...(file.type === 'application/pdf'
    ? [{ question: 'Pages', lines: file.pages === undefined ? [] : [String(file.pages)], empty: 'Not known' }]
    : []),
  { question: 'Size', lines: [sizeInWords(file)] },
  ...(file.acts === true ? [{ question: 'Take care', lines: [actsWords] }] : []),
  ...(file.trimmed === true
    ? [{ question: 'Location', lines: ['Hidden camera data, such as where a photo was taken, has been removed'] }]
    : []),
  ...(file.sha256 === undefined ? [] : [{ question: 'SHA-256', lines: [file.sha256] }]),
]
