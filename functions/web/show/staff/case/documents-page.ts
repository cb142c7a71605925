// The documents of a case: a row for each that is needed, with the files that came for it inside, then files that answer nothing that is needed.
import type { EvidenceItem } from '#domain/cases/evidence.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { evidenceShown } from '../../evidence.ts'
import { pagesInWords, sizeInWords, verdictTag } from '../file-facts.ts'
import { type CaseFrame, caseAddressOf, framed } from './frame.ts'

export const documentsPage = (given: CaseFrame): string => {
  const { subject, files } = given.whole
  const at = caseAddressOf(subject)
  const inside = given.maySeeSensitive ? subject.evidence?.flatMap(({ files: ids = [] }) => ids) : []
  const row = (file: StoredFile) => fileRow(file, at, given.now)
  const filesFor = (item: EvidenceItem) => files.filter(({ id }) => item.files?.includes(id) === true).map(row)
  return framed('documents', given, {
    evidence: evidenceShown(subject, given.maySeeSensitive, filesFor),
    files: files.filter(({ id }) => inside?.includes(id) !== true).map(row),
  })
}

const fileRow = (file: StoredFile, at: string, now: number): Variables => ({
  name: onOneLine(file.name),
  label: file.label,
  size: [sizeInWords(file), ...pagesInWords(file), ...(file.acts === true ? ['can run scripts'] : [])].join(', '),
  href: `${at}/documents/${encodeURIComponent(file.id)}`,
  verdict: verdictTag(file, now),
  reason: file.reason,
})
