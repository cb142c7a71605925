// Groups whom no local connection may be asked of: X1 to X4 by law, X5 and X6 by the council's
// scheme (docs/rules/housing.md, "Groups that need no local connection").
// Read before local connection, and each row from the day its law began.

import {
  aged,
  all,
  answered,
  any,
  type Condition,
  given,
  includes,
  not,
  oneOf,
  saysYes,
  some,
  under,
} from '#domain/forms/condition.ts'
import { council } from '#services/council.ts'
import {
  careLeaver,
  connectedBy,
  domesticAbuse,
  jointApplicant,
  otherHarm,
  owedDutyHere,
  socialTenant,
} from '#services/housing/ground/facts.ts'
import {
  abuseAndCareRegulations,
  forcesGuidance,
  forcesRegulations,
  forcesRegulationsAsMade,
  rightToMoveRegulations,
  scheme2026,
} from '../ground/sources.ts'
import type { RuleRow } from '../ground/table.ts'

const forces = (...kinds: readonly string[]): Condition =>
  all(connectedBy('forces'), answered('forcesKind', oneOf(...kinds)))
const young = aged('dateOfBirth', under(25))
// One person must be both care leaver and under 25. Where nobody else applies, it is the applicant.
const youngCareLeaver = any(
  all(young, not(answered('careLeaverWho', given))),
  all(young, answered('careLeaverWho', includes('applicant'))),
  all(answered('careLeaverWho', includes('joint')), some('people', all(jointApplicant, young))),
)

// Exempt, if what the applicant is not sure of turns out so.
export const mayBeExempt = all(careLeaver('notSure'), youngCareLeaver)

const fiveYearLimitEnded = '2024-12-18'
const regulations2025 = '2025-07-10'

export const exemptionRows: readonly RuleRow[] = [
  {
    code: 'X1',
    when: all(domesticAbuse, answered('abuseMove', saysYes)),
    words:
      'A person who is or was a victim of domestic abuse, and needs to move because of it, needs no local connection.',
    source: abuseAndCareRegulations,
    from: regulations2025,
  },
  {
    code: 'X1',
    when: all(domesticAbuse, answered('abuseMove', saysYes)),
    words: 'A person who is escaping domestic abuse needs no local connection under the scheme.',
    source: scheme2026,
    until: regulations2025,
    confirm: 'council to confirm',
  },
  {
    code: 'X2',
    when: all(careLeaver('eligible', 'relevant', 'formerRelevant'), youngCareLeaver),
    words: 'A care leaver under 25 needs no local connection, whichever council looked after them.',
    source: abuseAndCareRegulations,
    from: regulations2025,
  },
  {
    code: 'X3',
    when: forces('serving', 'former', 'bereaved', 'reserve'),
    words:
      'A person who serves or has ever served in the regular forces, a bereaved husband, wife or civil partner who must leave forces housing, or an injured reservist needs no local connection.',
    source: forcesRegulations,
    from: fiveYearLimitEnded,
  },
  {
    code: 'X3',
    when: any(forces('serving', 'bereaved', 'reserve'), all(forces('former'), aged('forcesLeft', under(5)))),
    words:
      'A person who serves, or served within the last 5 years, in the regular forces, a bereaved husband, wife or civil partner, or an injured reservist needs no local connection.',
    source: forcesRegulationsAsMade,
    from: '2012-08-24',
    until: fiveYearLimitEnded,
  },
  {
    code: 'X3',
    when: forces('separated'),
    words:
      'A person who must leave forces housing because a marriage or civil partnership with someone who serves has ended needs no local connection.',
    source: forcesGuidance,
    from: '2020-06-27',
    confirm: 'council to confirm: the guidance strongly encourages it',
  },
  {
    code: 'X4',
    when: all(socialTenant, any(connectedBy('work'), connectedBy('jobOffer')), answered('travelReason', given)),
    words: 'A social tenant who needs to move here for work, to avoid hardship, needs no local connection.',
    source: rightToMoveRegulations,
    from: '2015-04-20',
  },
  {
    code: 'X5',
    when: owedDutyHere,
    words: `A person to whom ${council.name} owes a homelessness duty needs no local connection.`,
    source: scheme2026,
  },
  {
    code: 'X6',
    when: any(otherHarm, connectedBy('placedAway')),
    words:
      'A person who is escaping violence or other harm, or whom a council or health service placed away from here, needs no local connection.',
    source: scheme2026,
    confirm: 'council to confirm',
  },
]
