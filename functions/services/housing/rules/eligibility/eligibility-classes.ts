// Classes of people who may be allocated a home that were added to the regulations in 2022 and later, each from its own day (SI 2006/1294,
// regulation 3).
import { all, answered, type Condition, oneOf, saysNo, saysYes } from '#domain/forms/condition.ts'
import { classesRAndS, classN, classT } from '../ground/sources.ts'
import type { RuleRow } from '../ground/table.ts'

export type Eligible = 'ELIGIBLE' | 'INELIGIBLE' | 'REFER'
export type EligibilityRow = RuleRow & { readonly result: Eligible }

const status = (...values: readonly string[]): Condition => answered('immigrationStatus', oneOf(...values))
const home = answered('mainHome', saysYes)
const elsewhere = answered('citizenship', oneOf('eeaSwiss', 'other'))
const withFunds = answered('noPublicFunds', saysNo)
const lifted = all(status('student', 'work', 'visitor', 'notSure'), withFunds, answered('fundsLifted', saysYes))

export const laterClasses: readonly EligibilityRow[] = [
  {
    code: 'E15',
    when: all(elsewhere, status('abandoned')),
    result: 'ELIGIBLE',
    words:
      'A person with indefinite leave as a victim of abandonment abroad by a husband, wife or partner is eligible (class R).',
    source: classesRAndS,
    from: '2024-06-07',
  },
  {
    code: 'E16',
    when: all(elsewhere, lifted, home),
    result: 'ELIGIBLE',
    words:
      'A person for whom the Home Office has lifted ‘no public funds’, and whose main home is here, is eligible (class S).',
    source: classesRAndS,
    from: '2024-06-07',
  },
  {
    code: 'E16',
    when: all(elsewhere, lifted),
    result: 'REFER',
    words:
      'The Home Office has lifted ‘no public funds’ (class S). An officer must check that, and if this is the person’s main home.',
    source: classesRAndS,
    from: '2024-06-07',
  },
  {
    code: 'E17',
    when: all(elsewhere, status('evacuated'), withFunds),
    result: 'ELIGIBLE',
    words:
      'A person who left a country on the advice of the UK government, or whom it brought out, and who may use public funds is eligible (class T).',
    source: classT,
    confirm: 'council to confirm: whether this still holds 6 months after they left',
    from: '2025-07-18',
  },
  {
    code: 'E17',
    when: all(elsewhere, status('evacuated')),
    result: 'REFER',
    words:
      'A person who left a country on the advice of the UK government is eligible if they may use public funds (class T). An officer must check.',
    source: classT,
    from: '2025-07-18',
  },
  {
    code: 'E18',
    when: all(elsewhere, status('ukraine'), withFunds),
    result: 'ELIGIBLE',
    words:
      'A person here under a Ukraine scheme who may use public funds is eligible, wherever their main home is (class N).',
    source: classN,
    from: '2022-06-10',
  },
  {
    code: 'E18',
    when: all(elsewhere, status('ukraine')),
    result: 'REFER',
    words:
      'A person here under a Ukraine scheme is eligible if they may use public funds (class N). An officer must check.',
    source: classN,
    from: '2022-06-10',
  },
]
