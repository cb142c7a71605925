// Somebody whose number was called comes in: one place is one draft, for ever. Pressed twice it is the same draft; a place that was given to
// somebody else lets nobody else in.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Service } from '#services/service.ts'
import type { Clock, DraftStore, Ids } from '../ports/stores.ts'
import type { PlaceOf, PlaceStore } from '../ports/switches.ts'
import { newDraft } from './start-draft.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly drafts: DraftStore
  readonly places: PlaceStore
}

// Undefined where another session came in on this place.
export const comeIn = async (
  ports: Ports,
  service: Service,
  { place, sessionId }: { readonly place: PlaceOf; readonly sessionId: string },
): Promise<Draft | undefined> => {
  const now = ports.clock.now()
  const draft = newDraft(service, ports.ids, now)
  const entry = await ports.places.enter(place, { draftId: draft.id, sessionId }, now)
  if (entry.sessionId !== sessionId) return undefined
  const begun = entry.draftId === draft.id ? undefined : await ports.drafts.get(entry.draftId)
  if (begun !== undefined) return begun
  const started = { ...draft, id: entry.draftId }
  await ports.drafts.start(started)
  return started
}
