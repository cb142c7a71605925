// Somebody else was quicker: who did what meanwhile, and what this person typed, so that nothing of it is lost.
import type { Detail } from '#domain/cases/case.ts'
import { html, type Reply } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { around, type CaseVisit } from './visit.ts'

export const conflictReply = async (
  visit: CaseVisit,
  given: { readonly version: number; readonly typed: readonly Detail[] },
): Promise<Reply> => {
  const { reference } = visit.whole.subject
  const now = await visit.desk.cases.whole(reference)
  const since = now?.events.filter(({ version }) => version > given.version) ?? []
  return html(staffPages.conflict({ around: around(visit), reference, since, typed: given.typed }), 409)
}
