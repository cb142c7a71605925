// How a case was worked out on each day: with each change of its answers, of what officers decided, or of the date.
import { can } from '#domain/cases/access.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import { html, type Reply } from '../http.ts'
import { staffPages } from '../show/staff.ts'
import { around, backToCase, type CaseVisit, caseAt } from './visit.ts'

// The address says which; an address that says none, or one that is not there, gets the newest.
export const showWorkings = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, whole, user } = visit
  const { subject, events } = whole
  const kept = (await desk.cases.assessments(subject.reference)).toReversed()
  const shown = kept.find(({ event }) => event === request.query.of?.[0]) ?? kept[0]
  return html(
    staffPages.workings({
      around: around(visit, backToCase(visit)),
      subject,
      times: kept.map(({ event, assessment }) => ({
        assessment,
        came: events.find(({ id }) => id === event),
        href: `${caseAt(subject.reference)}/rules?of=${encodeURIComponent(event)}`,
        isShown: event === shown?.event,
      })),
      ...(shown === undefined ? {} : { assessment: shown.assessment }),
      asked: askedAs(service.form),
      maySeeSensitive: can(user, 'see-sensitive', { subject }),
    }),
  )
}
