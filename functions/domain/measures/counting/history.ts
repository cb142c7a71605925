// What happened to a case, as whoever counts reads it: nothing that was said.
import type { CaseEvent, ListedCase, Note } from '#domain/cases/case.ts'

export type CaseHistory = {
  readonly subject: Pick<ListedCase, 'reference' | 'service' | 'openedAt' | 'completeOn' | 'appointment' | 'statutory'>
  readonly events: readonly Pick<CaseEvent, 'id' | 'at' | 'byId' | 'action' | 'to' | 'way' | 'leaves'>[]
  readonly notes: readonly Pick<Note, 'at' | 'byId' | 'contact'>[]
}
