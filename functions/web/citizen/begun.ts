// What somebody has begun of a service in this browser, and can still go on with.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { namedBy } from '#usecases/answering/submit-application.ts'
import type { Counter } from './counter.ts'
import { openHeld, type Visit } from './visit.ts'

export const draftBegun = async (visit: Visit, service: Service): Promise<Draft | undefined> => {
  const said = visit.session.drafts[service.id]
  const found = said === undefined ? undefined : await openHeld(visit, service, said)
  return found?.is === 'held' && found.helper === undefined && found.draft.status === 'draft' ? found.draft : undefined
}

// Who or what it is about, as far as it is answered. Only for whoever showed that it is theirs.
export const aboutDraft = ({ clock }: Pick<Counter, 'clock'>, service: Service, draft: Draft): string | undefined => {
  const { answers } = journeyOf(service, draft, clock)
  const title = service.title(answers)
  const about = title.trim() === '' ? undefined : (service.forResident.about?.(answers) ?? title)
  return namedBy(draft, about)
}
