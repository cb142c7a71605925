// One document beside the answers that it was sent with and those that it is to prove. Shown from the bucket's own origin, under an address
// that works for a minute and that is put on record before it is given.
import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { evidenceId, evidenceName } from '#domain/cases/evidence.ts'
import { type Action, actionsFor, isRuledOut } from '#domain/cases/workflow.ts'
import { answeredWith, answersTo } from '#domain/forms/answered/answered-with.ts'
import { londonDay } from '#domain/london.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { documentAt, filesToLookAt, partAt } from '#web/show/staff/case/frame.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { record } from '../serve.ts'
import { around, type CaseVisit, caseAt } from '../visit.ts'

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
      ...askedOf(visit, file.id),
      maySeeSensitive: can(user, 'see-sensitive', { subject }),
      ...(src === undefined ? {} : { src }),
    }),
  )
}

// As what the case asks for it, while nobody has accepted or refused it, and what this person may do about that.
const askedOf = (visit: CaseVisit, file: string) => {
  const { desk, service, whole, user } = visit
  const { subject, hands } = whole
  const today = londonDay(desk.clock.now())
  const left = filesToLookAt(whole).filter((id) => id !== file)
  const next = left[0] === undefined ? {} : { next: documentAt(subject, left[0]) }
  const { evidence = [] } = subject
  const place = evidence.findIndex(({ state, files }) => state.is === 'received' && files?.includes(file) === true)
  const item = evidence[place]
  if (item === undefined) return next
  const id = evidenceId(item, place)
  const lead = service.workflow.leads[subject.state]?.find(({ on }) => on === 'documents')
  const actions = actionsFor(service.workflow, subject, user, today)
    .filter((action) => lead?.actions.includes(action.id) === true && can(user, 'act', { subject, action }))
    .filter((action) => !isRuledOut(action, user, subject, hands))
  return {
    ...next,
    as: { id, name: evidenceName(item.evidence), version: subject.version },
    does: actions.map((action) => doOf(action, subject, id)),
  }
}

// What asks for the document alone is done by a button.
const doOf = ({ id, label, needs = {} }: Action, subject: Case, document: string) => {
  const at = `${caseAt(subject.reference)}/actions/${encodeURIComponent(id)}`
  const asks = Object.keys(needs).some((need) => need !== 'documents')
  return { text: label, needs: asks, href: asks ? `${at}?${new URLSearchParams({ documents: document })}` : at }
}

const srcOf = async (visit: CaseVisit, file: StoredFile): Promise<string | undefined> => {
  if (file.verdict !== 'clean') return undefined
  await record(visit, 'open-file', true)
  return visit.desk.files.showLink(file)
}
