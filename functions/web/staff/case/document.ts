// One document beside the answers that it was sent with and those that it is to prove. Shown from the bucket's own origin, under an address
// that works for a minute and that is put on record before it is given.
import { can } from '#domain/cases/access.ts'
import { answeredWith, answersTo } from '#domain/forms/answered/answered-with.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { partAt } from '#web/show/staff/case/frame.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { record } from '../serve.ts'
import { around, type CaseVisit } from '../visit.ts'

export const showDocument = async (visit: CaseVisit): Promise<Reply> => {
  const { whole, request, user, service } = visit
  const { subject } = whole
  const file = whole.files.find(({ id }) => id === request.pathValues.file)
  if (file === undefined) throw new BadRequest(404)
  const src = await srcOf(visit, file)
  const given = answeredWith(subject.record, file)
  return html(
    staffPages.document({
      around: around(visit, { back: { text: 'Back to the documents', href: partAt(subject, 'documents') } }),
      reference: subject.reference,
      file,
      given,
      proves: given === undefined ? [] : answersTo(subject.record, service.proofOf?.(given) ?? []),
      now: visit.desk.clock.now(),
      maySeeSensitive: can(user, 'see-sensitive', { subject }),
      ...(src === undefined ? {} : { src }),
    }),
  )
}

const srcOf = async (visit: CaseVisit, file: StoredFile): Promise<string | undefined> => {
  if (file.verdict !== 'clean') return undefined
  await record(visit, 'open-file', true)
  return visit.desk.files.showLink(file)
}
