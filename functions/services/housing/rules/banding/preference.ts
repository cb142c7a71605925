// Groups to whom every scheme must give reasonable preference (Housing Act 1996 s166A(3);
// docs/rules/housing.md, "Reasonable preference"). No rule may shut out a whole group.
import type { Case } from '#domain/cases/case.ts'
import {
  all,
  answered,
  any,
  atLeast,
  equals,
  includes,
  includesAny,
  not,
  oneOf,
  saysYes,
} from '#domain/forms/condition.ts'
import type { PreferredGroup } from '#domain/measures/returns/core.ts'
import { anyone, domesticAbuse, healthNeed, homeless, otherHarm, owedDuty } from '#services/housing/ground/facts.ts'
import { additionalPreference, reasonablePreference } from '../ground/sources.ts'
import type { RuleRow } from '../ground/table.ts'

export type PreferenceRow = RuleRow & { readonly group: PreferredGroup }

const nowhere = answered('livingSituation', oneOf('noFixedAbode', 'unauthorised', 'bedAndBreakfast', 'temporary'))
const problems = all(answered('homeProblems', { test: 'given' }), not(answered('homeProblems', includes('none'))))

export const preferenceRows: readonly PreferenceRow[] = [
  {
    code: 'RP-A',
    group: 'homeless',
    when: any(answered('homelessNow', equals('now')), nowhere),
    words: 'The household is homeless, whether or not a council has found it intentional or a priority.',
    source: reasonablePreference,
  },
  {
    code: 'RP-B',
    group: 'duty',
    when: all(homeless, owedDuty),
    words: 'A council owes the household a homelessness duty.',
    source: reasonablePreference,
  },
  {
    code: 'RP-C',
    group: 'conditions',
    when: any(answered('bedroomsLacking', atLeast(1)), answered('statutorilyOvercrowded', saysYes), problems),
    words: 'The home is overcrowded, insanitary or otherwise unsatisfactory.',
    source: reasonablePreference,
  },
  {
    code: 'RP-D',
    group: 'medical-welfare',
    when: any(anyone(healthNeed), domesticAbuse, otherHarm, answered('moveOnFromCare', saysYes)),
    words: 'The household needs to move on medical or welfare grounds, a disability included.',
    source: reasonablePreference,
  },
  {
    code: 'RP-E',
    group: 'hardship',
    when: any(
      answered('hardship', saysYes),
      answered('care', includesAny('gives', 'gets')),
      answered('rightToMove', saysYes),
    ),
    words: 'The household needs to move to a place in the area to avoid hardship to itself or others.',
    source: reasonablePreference,
  },
]

// Urgent need within a group (s166A(3), additional preference): a weight that the scheme gives,
// never another band (docs/rules/housing.md, "Reasonable preference").
export const additionalRows: readonly RuleRow[] = [
  {
    code: 'AP-FORCES',
    when: all(
      answered('connections', includes('forces')),
      any(answered('forcesInjury', saysYes), answered('forcesKind', oneOf('bereaved', 'reserve'))),
    ),
    words: 'Additional preference: injured or ill because of service in the armed forces, or bereaved by it.',
    source: additionalPreference,
  },
  {
    code: 'AP-SAFETY',
    when: any(
      all(domesticAbuse, answered('abuseMove', saysYes)),
      answered('unsafeBecause', includesAny('violence', 'witnessProtection')),
    ),
    words: 'Additional preference: an urgent need to move to be safe.',
    source: reasonablePreference,
    confirm: 'council to confirm',
  },
]

// As the rules found it when they read the case last.
export const preferredAs = ({ assessment }: Pick<Case, 'assessment'>): readonly PreferredGroup[] | undefined => {
  const part = assessment?.parts.find(({ id }) => id === 'preference')
  if (part === undefined) return undefined
  return preferenceRows.filter(({ code }) => part.steps.some(({ rule }) => rule === code)).map(({ group }) => group)
}
