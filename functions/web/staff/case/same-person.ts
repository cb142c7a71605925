// Other applications that may be the same person's, as far as this member of staff may see those: the rest are not there for them.
import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import type { SamePerson } from '#domain/cases/desk/same-person.ts'
import { noneIfErased } from '#usecases/ports/seals.ts'
import type { CaseVisit } from '../visit.ts'

export type Other = { readonly match: SamePerson; readonly other: Case }

export const othersSeen = async ({ desk, whole, user }: CaseVisit): Promise<readonly Other[]> => {
  const found = await Promise.all(
    (whole.subject.sameAs ?? []).map(async (match) => ({
      match,
      other: await desk.cases.get(match.reference).catch(noneIfErased),
    })),
  )
  return found.flatMap(({ match, other }) =>
    other !== undefined && can(user, 'see-case', { subject: other }) ? [{ match, other }] : [],
  )
}

// The case as it is to them.
export const seenBy = async (visit: CaseVisit): Promise<Case> => {
  const { subject } = visit.whole
  if (subject.sameAs === undefined) return subject
  return { ...subject, sameAs: (await othersSeen(visit)).map(({ match }) => match) }
}
