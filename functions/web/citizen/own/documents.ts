// "Send this document": opens the list of documents of a case, with the document that was asked for begun.
import type { EvidenceItem } from '#domain/cases/evidence.ts'
import { one } from '#domain/forms/kind.ts'
import { openOwn } from '#usecases/casework/own-accord.ts'
import { seeOther } from '../../http.ts'
import { problemReply } from '../problem.ts'
import { withDraft } from '../session.ts'
import { type Answer, to, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { mayOwn } from './case.ts'
import { backTo, holderOf, type SentVisit } from './own-case.ts'

export const sendDocuments = async (visit: SentVisit): Promise<Answer> => {
  const { counter, service, whole, session } = visit
  const { documents } = service.forResident
  if (documents === undefined || !mayOwn(visit, 'take-documents')) return backTo(visit)
  const adds = addsFor(visit)
  const draft = await openOwn(counter, {
    ...{ service, subject: whole.subject, own: 'take-documents', keys: [documents.section], ...holderOf(visit) },
    ...(adds === undefined ? {} : { adds }),
  })
  if (draft === undefined) return problemReply(counter, visit.request, 404)
  const first = firstPage(service, draft, counter.clock)
  return withSession(seeOther(to(service, first)), withDraft(session, service.id, draft))
}

const addsFor = ({ request, service, whole }: SentVisit) => {
  const { documents } = service.forResident
  const section = service.form.sections.find(({ id }) => id === documents?.section)
  if (section?.is !== 'many') return undefined
  const wanted: EvidenceItem | undefined = whole.subject.evidence?.[Number(one(request.posted, 'wanted') || 'none')]
  return { section, pages: wanted === undefined ? {} : (documents?.begins?.(wanted.evidence) ?? {}) }
}
