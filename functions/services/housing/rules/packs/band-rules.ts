// What puts a household into which band (Dorset Council, housing register bands;
// docs/rules/housing.md, "Bands"). AUTO rows follow from the answers;
// AWARD rows wait for an officer, and their `when` only says whose answers suggest it.
import {
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  includes,
  includesAny,
  not,
  saysNo,
  saysYes,
  under,
} from '#domain/forms/condition.ts'
import {
  anyone,
  domesticAbuse,
  healthNeed,
  otherHarm,
  owedDutyHere,
  socialTenant,
} from '#services/housing/ground/facts.ts'
import { bandsPage, policy2021, spaceStandard } from '../ground/sources.ts'
import { homelessBecause } from './homeless-because.ts'
import type { BandRule } from './housing-pack.ts'

const confirm = 'council to confirm'
const duty = (kind: string): Condition => all(owedDutyHere, answered('dutyKind', equals(kind)))
const connected = answered('homelessnessConnection', saysYes)
const unwell = anyone(healthNeed)
const badHome = answered(
  'homeProblems',
  includesAny('damp', 'heating', 'electrics', 'structure', 'pests', 'facilities', 'other'),
)
const support = includesAny('childrensServices', 'adultCare', 'mentalHealth', 'drugsAlcohol', 'probation', 'other')
const supported = any(answered('support', support), domesticAbuse, otherHarm)
const adapted = answered('adaptations', includesAny('levelShower', 'ramp', 'stairlift', 'hoist', 'doors', 'kitchen'))
const careAway = answered('care', includesAny('gives', 'gets'))

const auto = (code: string, when: Condition, words: string, more: Partial<BandRule> = {}): BandRule => ({
  code,
  band: code.charAt(0),
  by: 'AUTO',
  when,
  words,
  source: bandsPage,
  ...more,
})

const award = (code: string, when: Condition | undefined, words: string, more: Partial<BandRule> = {}): BandRule => ({
  code,
  band: code.charAt(0),
  by: 'AWARD',
  ...(when === undefined ? {} : { when }),
  words,
  source: bandsPage,
  ...more,
})

export const bandA: readonly BandRule[] = [
  award(
    'A-EXC',
    any(
      answered('waitingToLeave', saysYes),
      answered('unsafeBecause', includesAny('violence', 'witnessProtection')),
      answered('livesWithAbuser', saysYes),
      all(domesticAbuse, answered('livingSituation', equals('hostel'))),
    ),
    'Exceptional need that goes before all others: violence or threats, a refuge that cannot keep the household, witness protection, or a hospital that cannot discharge.',
    { source: policy2021, evidence: ['DA', 'MED'], awardedBy: ['team-manager'], expiresAfterMonths: 3 },
  ),
  auto('A-HOM', duty('main'), 'Dorset Council owes the household the main housing duty, section 193(2).'),
  award(
    'A-DIS',
    badHome,
    'Exceptional disrepair: the home is an immediate danger to health or life, and cannot be made safe while people live in it.',
    { evidence: ['DISREPAIR'], confirm },
  ),
  award(
    'A-MED',
    unwell,
    'Exceptional medical need: the home puts a life at risk, or the person cannot live in it at all because of their health.',
    { evidence: ['MED'], confirm },
  ),
  award(
    'A-WEL',
    supported,
    'Urgent welfare need: somebody will come to serious harm unless the household moves at once.',
    { confirm },
  ),
  auto(
    'A-STAT',
    answered('statutorilyOvercrowded', saysYes),
    'The home is overcrowded in law, Part 10 of the Housing Act 1985.',
    { source: spaceStandard, officerConfirms: true },
  ),
]

export const bandB: readonly BandRule[] = [
  auto('B-REL', all(duty('relief'), connected), 'Dorset Council owes the household the relief duty, section 189B(2).'),
  auto(
    'B-REL-NLC',
    all(duty('relief'), not(connected)),
    'Dorset Council owes the household the relief duty, section 189B(2), without a local connection for homelessness.',
  ),
  auto(
    'B-UND',
    all(socialTenant, answered('bedroomsSpare', atLeast(1))),
    'A social tenant has at least one bedroom more than the household needs.',
  ),
  auto('B-OVER2', answered('bedroomsLacking', atLeast(2)), 'The household lacks 2 bedrooms or more.'),
  award(
    'B-CORP',
    answered('moveOnFromCare', saysYes),
    'A care leaver is ready for a home of their own: the council is their corporate parent.',
    {
      evidence: ['CARE'],
    },
  ),
  award('B-SOC', supported, 'Proven social need, or a home that another service’s support depends on.'),
  award('B-CDUTY', undefined, 'Another duty of the council to the household.'),
  award(
    'B-HAR',
    answered('unsafeBecause', includesAny('harassment', 'hateCrime', 'gang')),
    'Severe or persistent harassment.',
  ),
  award(
    'B-DIS',
    badHome,
    'High disrepair need: a serious hazard that the landlord has not put right in the time that it was given.',
    { evidence: ['DISREPAIR'], confirm },
  ),
  award(
    'B-MED',
    unwell,
    'High medical need: the home makes a serious or lasting condition much worse, or keeps the person from a part of it that they need every day.',
    { evidence: ['MED'], confirm },
  ),
  award(
    'B-WEL',
    supported,
    'High welfare need: the household cannot keep safe or well where it lives, and support there is not enough.',
    { confirm },
  ),
  award(
    'B-ADAPT',
    all(socialTenant, adapted, answered('adaptationsNeeded', saysNo)),
    'A social tenant lives in an adapted home and does not need the adaptations.',
  ),
  award(
    'B-ADAPT-N',
    all(socialTenant, answered('adaptationsNeeded', equals('more'))),
    'A social tenant needs extensive adaptations that the home does not have.',
    { evidence: ['MED'] },
  ),
  award('B-MOVE', answered('readyToMoveOn', saysYes), 'A person in supported housing is ready to move on.'),
  award('B-STOCK', undefined, 'A move that helps landlords to make good use of their homes.'),
]

export const bandC: readonly BandRule[] = [
  auto(
    'C-PREV',
    all(duty('prevention'), connected),
    'Dorset Council owes the household the prevention duty, section 195(2).',
  ),
  auto(
    'C-PREV-NLC',
    all(duty('prevention'), not(connected)),
    'Dorset Council owes the household the prevention duty, section 195(2), without a local connection for homelessness.',
  ),
  auto('C-HOM', any(...homelessBecause.map(({ when }) => when)), 'The household is homeless.', {
    officerConfirms: true,
    grounds: homelessBecause,
  }),
  auto(
    'C-193C',
    duty('afterRefusal'),
    'Dorset Council owes the household the duty that follows a refusal to co-operate, section 193C(4).',
  ),
  award(
    'C-MED',
    unwell,
    'Medium medical need: the home makes a condition worse, and another home would clearly help.',
    { evidence: ['MED'], confirm },
  ),
  award(
    'C-DIS',
    badHome,
    'Medium disrepair need: the home needs large repairs that the landlord has begun or promised.',
    { evidence: ['DISREPAIR'], confirm },
  ),
  award(
    'C-WEL',
    supported,
    'Medium welfare need: a move would help the household to live with less support, or nearer to it.',
    { confirm },
  ),
  auto('C-RTM', answered('rightToMove', saysYes), 'A social tenant has the right to move for work.'),
  auto('C-SPLIT', answered('familyApart', saysYes), 'A family cannot live together for want of a home.', {
    officerConfirms: true,
    confirm,
  }),
  award(
    'C-HARD',
    any(careAway, answered('hardship', saysYes)),
    'A move is needed to give or get critical or essential support, to avoid hardship.',
  ),
  award(
    'C-INSAN',
    any(
      answered('homeProblems', includes('facilities')),
      answered('sharesFacilities', includesAny('kitchen', 'bathroom', 'toilet')),
    ),
    'The home is unsatisfactory or insanitary.',
  ),
  auto(
    'C-OVER1',
    all(answered('bedroomsLacking', atLeast(1)), answered('bedroomsLacking', under(2))),
    'The household lacks 1 bedroom.',
  ),
  auto(
    'C-AFF',
    answered('rentBurden', saysYes),
    'The rent that is left after help with it is too much for the household’s income.',
    {
      officerConfirms: true,
      confirm,
    },
  ),
  auto(
    'C-FORCES',
    answered('forcesExemption', saysYes),
    'A member of the household serves or served in the armed forces.',
  ),
]

export const bandD: readonly BandRule[] = [
  auto('D-LOW', { is: 'all', of: [] }, 'The household qualifies and has no need that puts it in a higher band.', {
    confirm,
  }),
]
