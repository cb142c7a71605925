// Gate 2 beside local connection and means, as rows (docs/rules/housing.md, "Other reasons not to
// qualify"). Behaviour, debts and worsened circumstances are for a person to weigh:
// none of them shuts anyone out by itself, and a finding of intentional homelessness reduces but never excludes.
import {
  aged,
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  given,
  includes,
  includesAny,
  not,
  saysNo,
  saysYes,
  some,
  under,
} from '#domain/forms/condition.ts'
import { jointApplicant, namesGuarantor, tooYoungForTenancy } from '#services/housing/ground/facts.ts'
import { criteriaPage, unpublished } from '../ground/sources.ts'
import type { FindingOutcome, FindingRow } from './housing-pack.ts'

const owner = answered('livingSituation', equals('owner'))
const cannotStay = includesAny('harm', 'adaptations', 'olderPersons', 'ordered', 'repossession')
const owesRent = all(answered('owes', saysYes), answered('owesFor', includesAny('rent', 'councilTax')))

const published = (code: string, outcome: FindingOutcome, when: Condition, words: string): FindingRow => ({
  code,
  outcome,
  when,
  words,
  source: criteriaPage,
})

const usual = (code: string, outcome: FindingOutcome, when: Condition, words: string): FindingRow => ({
  ...published(code, outcome, when, words),
  source: unpublished,
  confirm: 'council to confirm',
})

export const arrearsRow = (weeks: number): FindingRow =>
  usual(
    'Q-ARREARS',
    'refer',
    all(owesRent, answered('owesWeeks', atLeast(weeks)), answered('arrearsExcused', saysNo)),
    `Rent or Council Tax of ${weeks} weeks or more is owed, with no agreement kept for 6 months and no delay in benefits behind it. An officer must decide.`,
  )

export const findings: readonly FindingRow[] = [
  published('Q-AGE', 'not-qualifying', aged('dateOfBirth', under(16)), 'A person under 16 cannot join the register.'),
  published(
    'Q-AGE',
    'refer',
    all(tooYoungForTenancy, namesGuarantor),
    'At 16 or 17 a guarantor is needed, such as a parent, another adult or children’s services. An officer will arrange it.',
  ),
  published(
    'Q-AGE',
    'refer',
    all(tooYoungForTenancy, not(namesGuarantor)),
    'At 16 or 17 a guarantor is needed, and none is named. An officer will help to find one.',
  ),
  published(
    'Q-AGE',
    'refer',
    some('people', all(jointApplicant, tooYoungForTenancy, namesGuarantor)),
    'A joint applicant of 16 or 17 needs a guarantor too. An officer will arrange it.',
  ),
  published(
    'Q-AGE',
    'refer',
    some('people', all(jointApplicant, tooYoungForTenancy, not(namesGuarantor))),
    'A joint applicant of 16 or 17 needs a guarantor too, and none is named. An officer will help to find one.',
  ),
  published(
    'Q-OWN',
    'not-qualifying',
    all(owner, answered('ownerReasons', includes('none'))),
    'A person who owns a home that they can live in does not qualify.',
  ),
  usual(
    'Q-OWN',
    'refer',
    all(owner, answered('ownerReasons', cannotStay)),
    'A person who owns a home but has a reason not to live in it may qualify. An officer must decide.',
  ),
  usual(
    'Q-OWN',
    'refer',
    all(not(owner), answered('ownsProperty', saysYes)),
    'Someone in the household owns land or property. An officer must decide if it could be lived in or sold.',
  ),
  usual(
    'Q-SOLD',
    'refer',
    all(answered('soldProperty', saysYes), any(aged('soldOn', under(5)), not(answered('soldOn', given)))),
    'Land or property was sold or given away in the last 5 years. An officer must look at why, and what the money was used for.',
  ),
  published(
    'Q-BEHAV',
    'refer',
    any(
      answered('tenancyProblems', includesAny('evicted', 'warned', 'breach', 'sublet', 'fraud')),
      answered('unspent', saysYes),
    ),
    'Past behaviour matters only if a court would be likely to order the home to be given up because of it. An officer must decide.',
  ),
  published(
    'Q-WORSE',
    'refer',
    answered('gaveUpHome', saysYes),
    'A suitable home was given up. If an officer decides that this was to gain priority, the need is assessed as if still in that home.',
  ),
  published(
    'Q-PRISON',
    'not-qualifying',
    answered('releaseIsFar', saysYes),
    'A person in prison qualifies in the last 2 months before release.',
  ),
  usual(
    'Q-DUP',
    'refer',
    answered('otherRegister', saysYes),
    'The household is on the register of another council. An officer will check that.',
  ),
  usual(
    'Q-DUP',
    'refer',
    answered('alsoHere', saysYes),
    'Someone in the household may already have an application here. An officer will compare the two and join them if they are the same.',
  ),
  usual(
    'Q-IH',
    'reduce',
    answered('foundIntentional', saysYes),
    'A council found the household intentionally homeless in the last 2 years. This can lower the band, and does not shut anyone out.',
  ),
]
