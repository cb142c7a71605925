// Opens a draft, brought to the form's present version where it was started under an earlier one. While nothing may be saved it is shown so, and
// stored as it was.
import { changed, type Draft } from '#domain/forms/answered/draft.ts'
import { migration } from '#domain/forms/versions.ts'
import type { Service } from '#services/service.ts'
import type { Clock, DraftStore } from '../ports/stores.ts'
import type { KnownSwitches } from '../ports/switches.ts'

export const openDraft = async (
  ports: { readonly clock: Clock; readonly drafts: DraftStore; readonly switches: KnownSwitches },
  service: Service,
  id: string,
  tries = 3,
): Promise<Draft | undefined> => {
  const draft = await ports.drafts.get(id)
  if (draft === undefined || draft.status === 'submitted') return draft
  const change = migration(service.form, draft)
  if (change === undefined) return draft
  if ((await ports.switches.now()).readOnly)
    return { ...changed(draft, change, ports.clock.now()), version: draft.version }
  const saved = await ports.drafts.save(draft, change, ports.clock.now())
  if (saved.ok) return saved.value
  if (tries === 1) throw new Error('A draft could not be brought to its form’s version')
  // Another tab was quicker: what it wrote is read.
  return openDraft(ports, service, id, tries - 1)
}
