// What a case has beside its answers, as the rules read it: what officers decided, where the household stands, what was proposed before.
import type { SamePerson } from '#domain/cases/desk/same-person.ts'
import { dayOf } from '#domain/day.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { BesideAnswers } from '../../service.ts'
import type { Proposed } from './banding/placed.ts'
import type { Decided } from './proposal.ts'

export const knownOf = (of: BesideAnswers['of']): Decided => {
  const standing = (of?.decisions ?? []).filter(({ ended }) => ended === undefined)
  const before = proposedIn(of?.assessment?.proposes?.typed)
  return {
    awards: standing.filter(({ is }) => is === 'award'),
    reductions: standing.filter(({ is }) => is === 'reduction'),
    agreed: standing.filter(({ is }) => is === 'room').map(({ of = '', ...room }) => ({ ...room, who: of })),
    ...(of?.completeOn === undefined ? {} : { complete: of.completeOn }),
    ...(of?.placing === undefined ? {} : { placing: of.placing }),
    ...(before === undefined ? {} : { before }),
    alsoHere: (of?.sameAs ?? []).some(mayBeSame),
  }
}

// Until an officer finds that it is somebody else. The reasons are read by people to whom a restricted case is not there.
const mayBeSame = ({ restricted, found }: SamePerson): boolean => restricted !== true && found?.is !== 'other'

export const proposedIn = (typed: Typed = {}): Proposed | undefined => {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => Number(typed[`effectiveDate-${part}`]?.[0]))
  const effectiveDate = dayOf(year ?? 0, month ?? 0, day ?? 0)
  const band = typed.band?.[0]
  return band === undefined || effectiveDate === undefined ? undefined : { band, effectiveDate }
}
