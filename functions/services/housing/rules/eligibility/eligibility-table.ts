// Gate 1: who may be allocated a home, by citizenship, immigration status, public funds and
// habitual residence (docs/rules/housing.md, "Eligibility").
// The first row that holds decides. The regulations change often, so they are rows and not code.
import {
  aged,
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  not,
  oneOf,
  saysNo,
  saysYes,
  under,
} from '#domain/forms/condition.ts'
import { eligibilityRegulations, immigrationControl } from '../ground/sources.ts'
import { type EligibilityRow, laterClasses } from './eligibility-classes.ts'

const status = (...values: readonly string[]): Condition => answered('immigrationStatus', oneOf(...values))
const home = answered('mainHome', saysYes)
const britishOrIrish = answered('citizenship', oneOf('british', 'irish', 'cta'))
const elsewhere = answered('citizenship', oneOf('eeaSwiss', 'other'))
const cameBackLately = all(answered('livedAbroad', saysYes), aged('cameToUk', under(2)))
const withFunds = answered('noPublicFunds', saysNo)
const withoutFunds = answered('noPublicFunds', saysYes)
const underSponsor = all(status('indefinite', 'evacuated'), answered('sponsored', saysYes))
const confirm = 'council to confirm'

export const eligibilityRows: readonly EligibilityRow[] = [
  {
    code: 'E2',
    when: all(britishOrIrish, cameBackLately, home),
    result: 'ELIGIBLE',
    words:
      'A British, Irish or Common Travel Area citizen who came back within 2 years, and whose main home is here, is eligible.',
    source: immigrationControl,
    confirm,
  },
  {
    code: 'E2',
    when: all(britishOrIrish, cameBackLately),
    result: 'REFER',
    words:
      'A citizen who came back to live here within 2 years is eligible if this is their main home, or if they left a country on the advice of the UK government. An officer must check.',
    source: immigrationControl,
    confirm,
  },
  {
    code: 'E1',
    when: all(britishOrIrish, any(answered('livedAbroad', saysNo), aged('cameToUk', atLeast(2)))),
    result: 'ELIGIBLE',
    words:
      'A British, Irish or Common Travel Area citizen who has not come back from abroad in the last 2 years is eligible.',
    source: immigrationControl,
    confirm,
  },
  {
    code: 'E3',
    when: all(elsewhere, status('refugee')),
    result: 'ELIGIBLE',
    words: 'A person with leave to stay as a refugee is eligible (class A).',
    source: eligibilityRegulations,
  },
  {
    code: 'E4',
    when: all(elsewhere, status('outsideRules'), withFunds),
    result: 'ELIGIBLE',
    words: 'A person with leave outside the immigration rules who may use public funds is eligible (class B).',
    source: eligibilityRegulations,
  },
  {
    code: 'E4',
    when: all(elsewhere, status('outsideRules'), withoutFunds),
    result: 'INELIGIBLE',
    words:
      'A person with leave outside the immigration rules is not eligible while it says ‘no public funds’ (class B).',
    source: eligibilityRegulations,
  },
  {
    code: 'E6',
    when: all(elsewhere, underSponsor, aged('undertakingDate', under(5)), answered('sponsorAlive', saysYes)),
    result: 'INELIGIBLE',
    words:
      'A person who was let in because a sponsor signed an undertaking is not eligible for 5 years from it, or from coming here if that is later, while the sponsor is alive.',
    source: eligibilityRegulations,
  },
  {
    code: 'E6',
    when: all(
      elsewhere,
      underSponsor,
      not(aged('undertakingDate', atLeast(5))),
      not(answered('sponsorAlive', equals('no'))),
    ),
    result: 'REFER',
    words: 'There is an undertaking by a sponsor. An officer must check its date, and if the sponsor is alive.',
    source: eligibilityRegulations,
  },
  {
    code: 'E5',
    when: all(elsewhere, status('settled', 'indefinite'), home),
    result: 'ELIGIBLE',
    words: 'A person with settled status or indefinite leave whose main home is here is eligible (class C).',
    source: eligibilityRegulations,
  },
  {
    code: 'E5',
    when: all(elsewhere, status('settled', 'indefinite')),
    result: 'REFER',
    words:
      'A person with settled status or indefinite leave is eligible if this is their main home (class C). An officer must check.',
    source: eligibilityRegulations,
  },
  {
    code: 'E7',
    when: all(elsewhere, status('humanitarian')),
    result: 'ELIGIBLE',
    words: 'A person with humanitarian protection is eligible (class D).',
    source: eligibilityRegulations,
  },
  {
    code: 'E8',
    when: all(elsewhere, status('afghan'), home),
    result: 'ELIGIBLE',
    words:
      'A person here under an Afghan relocation or resettlement scheme, whose main home is here, is eligible (class E).',
    source: eligibilityRegulations,
  },
  {
    code: 'E8',
    when: all(elsewhere, status('afghan')),
    result: 'REFER',
    words:
      'A person here under an Afghan scheme is eligible if this is their main home (class E). An officer must check.',
    source: eligibilityRegulations,
  },
  {
    code: 'E9',
    when: all(elsewhere, status('family'), withFunds),
    result: 'ELIGIBLE',
    words: 'A person with leave for family or private life who may use public funds is eligible (class F).',
    source: eligibilityRegulations,
  },
  {
    code: 'E9',
    when: all(elsewhere, status('family'), withoutFunds),
    result: 'INELIGIBLE',
    words: 'A person with leave for family or private life is not eligible while it says ‘no public funds’ (class F).',
    source: eligibilityRegulations,
  },
  {
    code: 'E10',
    when: all(elsewhere, status('section67', 'northernIreland')),
    result: 'ELIGIBLE',
    words:
      'A person with section 67 or Calais leave, or who is family of a person of Northern Ireland, is eligible (classes G, H and I).',
    source: eligibilityRegulations,
  },
  {
    code: 'E11',
    when: all(elsewhere, status('hongKong', 'trafficking'), withFunds, home),
    result: 'ELIGIBLE',
    words: 'A person with this kind of leave who may use public funds, and whose main home is here, is eligible.',
    source: eligibilityRegulations,
    confirm,
  },
  {
    code: 'E11',
    when: all(elsewhere, status('hongKong', 'trafficking')),
    result: 'REFER',
    words:
      'A person with this kind of leave is eligible if they may use public funds and this is their main home. An officer must check.',
    source: eligibilityRegulations,
    confirm,
  },
  {
    code: 'E12',
    when: all(elsewhere, status('preSettled')),
    result: 'REFER',
    words:
      'A person with pre-settled status also needs a right to live here that counts in law. An officer must check.',
    source: eligibilityRegulations,
    confirm,
  },
  ...laterClasses,
  {
    code: 'E13',
    when: all(elsewhere, any(status('visitor', 'asylum', 'none'), all(status('work', 'student'), withoutFunds))),
    result: 'INELIGIBLE',
    words: 'A person with this immigration status is not eligible for a home from a council.',
    source: immigrationControl,
    confirm,
  },
]

// What stands when no row holds: unknown or conflicting answers go to an officer.
export const otherwise: Omit<EligibilityRow, 'when'> = {
  code: 'E14',
  result: 'REFER',
  words: 'We cannot tell from these answers. An officer must check.',
  source: immigrationControl,
}
