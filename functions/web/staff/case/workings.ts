// How a case was worked out on each day: with each change of its answers, of what officers decided, or of the date.
import { can } from '#domain/cases/access.ts'
import type { CaseEvent } from '#domain/cases/case.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import type { KeptAssessment } from '#usecases/ports/stores.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, backToCase, type CaseVisit, caseAt, wholeIn } from '../visit.ts'

// The address says which; an address that says none, or one that is not there, gets the newest.
export const showWorkings = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, user } = visit
  const { subject, events } = await wholeIn(visit)
  const kept = newestFirst(await desk.cases.assessments(subject), events)
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

const newestFirst = (kept: readonly KeptAssessment[], events: readonly CaseEvent[]): readonly KeptAssessment[] => {
  const version = new Map(events.map((event) => [event.id, event.version]))
  return kept.toSorted((one, other) => (version.get(other.event) ?? 0) - (version.get(one.event) ?? 0))
}
