// What somebody has begun of a service in this browser, and can still go on with.
import type { Draft } from '#domain/forms/draft.ts'
import type { Service } from '#services/service.ts'
import { openDraft } from '#usecases/open-draft.ts'
import type { Visit } from './visit.ts'

export const draftBegun = async ({ counter, session }: Visit, service: Service): Promise<Draft | undefined> => {
  const id = session.drafts[service.id]
  const draft = id === undefined ? undefined : await openDraft(counter, service, id)
  return draft?.status === 'draft' && draft.expiresAt >= counter.clock.now() ? draft : undefined
}
