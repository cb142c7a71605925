// Keeping a case for a court or an ombudsman, and ending that.
import { keepFields } from '#domain/forms/fields/index.ts'
import { one } from '#domain/forms/kind.ts'
import { holdCase, holdNeeds } from '#usecases/running/hold-case.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import type { FormPage } from '#web/show/staff/work/form-page.ts'
import { conflictReply } from '../conflict.ts'
import { versionOf } from '../kept.ts'
import { around, backToCase, type CaseVisit, caseAt } from '../visit.ts'

type Said = Pick<FormPage, 'typed' | 'problems'>

export const showHold = (visit: CaseVisit): Reply => holdReply(visit, { typed: visit.kept?.typed ?? {}, problems: [] })

export const takeHold = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const version = Number(one(request.posted, 'version'))
  const typed = keepFields(request.posted, holdNeeds(subject))
  const done = await holdCase(desk, { subject, user, version, typed })
  if (done.ok) return seeOther(caseAt(subject.reference))
  if (typeof done.error === 'string') return conflictReply(visit, { version, typed: [] })
  return holdReply(visit, { typed, problems: done.error })
}

const holdReply = (visit: CaseVisit, said: Said): Reply => {
  const { subject } = visit.whole
  const at = caseAt(subject.reference)
  return html(
    staffPages.form({
      around: around(visit, backToCase(visit)),
      caption: `${subject.title}, ${subject.reference}`,
      ...(subject.held === undefined ? keeping : ending),
      needs: holdNeeds(subject),
      ...said,
      ...{ action: `${at}/hold`, cancel: at, version: versionOf(visit.kept, subject.version) },
    }),
  )
}

const keeping = {
  title: 'Keep this case for a legal reason',
  words: [
    'A case that is kept is not erased when its time is over, nor when somebody asks for it.',
    'Everybody who works on the case sees that it is kept, and until when. The applicant is not told.',
  ],
  button: 'Keep the case',
}

const ending = {
  title: 'End the hold on this case',
  words: ['The case is then kept no longer than others. If its time is over, it comes up to be erased.'],
  button: 'End the hold',
}
