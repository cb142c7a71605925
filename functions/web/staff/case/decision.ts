// The decision on a case, on a page of its own that prints.
import { can } from '#domain/cases/access.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, backToCase, type CaseVisit } from '../visit.ts'

export const showDecision = (visit: CaseVisit): Reply => {
  const { subject } = visit.whole
  return html(
    staffPages.decision({
      around: around(visit, backToCase(visit)),
      reference: subject.reference,
      caseTitle: subject.title,
      outcomes: subject.outcomes ?? [],
      reviews: subject.reviews ?? [],
      maySeeSensitive: can(visit.user, 'see-sensitive', { subject }),
    }),
  )
}
