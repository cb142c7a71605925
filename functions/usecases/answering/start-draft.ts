// A person presses "Start now": a new draft of this service's form.
import { type Draft, draftDays } from '#domain/forms/answered/draft.ts'
import type { Walked } from '#domain/forms/answered/trail.ts'
import type { Service } from '#services/service.ts'
import type { Clock, DraftStore, Ids } from '../ports/stores.ts'

const dayMs = 86_400_000

export const startDraft = async (
  ports: { readonly clock: Clock; readonly ids: Ids; readonly drafts: DraftStore },
  service: Service,
  walked: Walked = {},
  begins: Partial<Pick<Draft, 'pages' | 'called'>> = {},
): Promise<Draft> => {
  const draft = { ...newDraft(service, ports.ids, ports.clock.now()), walked, ...begins }
  await ports.drafts.start(draft)
  return draft
}

export const newDraft = (service: Service, ids: Ids, now: number): Draft => ({
  id: ids.secret(),
  service: service.id,
  formVersion: service.form.version,
  version: 1,
  status: 'draft',
  reference: ids.reference(service.letter),
  startedAt: now,
  touchedAt: now,
  expiresAt: now + draftDays * dayMs,
  pages: {},
  items: {},
})
