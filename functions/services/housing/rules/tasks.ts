// What a person must do because of the answers: refer, sign off, check again. The rules propose; people act.
import { all, answered, any, type Condition, equals, not, oneOf, saysYes, some } from '#domain/forms/condition.ts'
import { careLeaver, homeless, inDanger, jointApplicant, namesGuarantor, tooYoungForTenancy } from '../ground/facts.ts'
import {
  abuseAndCareRegulations,
  criteriaPage,
  eligibilityRegulations,
  homelessnessDuties,
  tenancyUnder18,
  threatened,
  threatenedSoon,
  unpublished,
} from './ground/sources.ts'
import type { RuleRow } from './ground/table.ts'

// Section 8 of the Housing Act 1988; section 21 from a housing association until the change reaches it.
const formalNotice = any(
  answered('noticeKind', oneOf('section8', 'section21')),
  answered('privateNotice', equals('section8')),
)

const anyApplicant = (named: Condition): Condition =>
  any(all(tooYoungForTenancy, named), some('people', all(jointApplicant, tooYoungForTenancy, named)))

export const taskRows: readonly RuleRow[] = [
  {
    code: 'PART7',
    when: inDanger,
    words:
      'Contact them today, and only in a way that they say is safe: somebody is in danger where they are staying, and may be homeless in law.',
    source: homelessnessDuties,
  },
  {
    code: 'PART7',
    when: any(
      answered('wantsReferral', saysYes),
      all(answered('homelessNow', equals('now')), not(answered('dutyAccepted', saysYes))),
    ),
    words: 'Start a homelessness application, if the household agrees: it says that it is homeless or will be.',
    source: homelessnessDuties,
  },
  {
    code: 'PART7-NOTICE',
    when: all(answered('noticeIsSoon', saysYes), not(homeless), formalNotice),
    words:
      'Offer help to keep the home: a landlord’s notice ends within 56 days, so the household is threatened with homelessness in law.',
    source: threatened,
  },
  {
    code: 'PART7-NOTICE',
    when: all(answered('noticeIsSoon', saysYes), not(homeless), not(formalNotice)),
    words: 'Offer help to keep the home: the household is likely to have to leave it within 56 days.',
    source: threatenedSoon,
  },
  {
    code: 'SIGNOFF',
    when: answered('councilConnection', saysYes),
    words:
      'A senior officer must sign off the decision: the household is connected to someone who works for the council or is elected to it.',
    source: unpublished,
    confirm: 'council to confirm',
  },
  {
    code: 'GUARANTOR',
    when: anyApplicant(namesGuarantor),
    words: 'Arrange the guarantor who is named for an applicant of 16 or 17, until they are 18.',
    source: tenancyUnder18,
  },
  {
    code: 'GUARANTOR',
    when: anyApplicant(not(namesGuarantor)),
    words: 'Find a guarantor for an applicant of 16 or 17 who names none, until they are 18.',
    source: tenancyUnder18,
  },
  {
    code: 'CARE-STATUS',
    when: careLeaver('notSure'),
    words: 'Ask the council that looked after the applicant for their care leaver status.',
    source: abuseAndCareRegulations,
  },
  {
    code: 'DUTY-CHECK',
    when: answered('dutyAccepted', saysYes),
    words: 'Check the homelessness duty against the council’s own record of it, or with the council that owes it.',
    source: homelessnessDuties,
  },
  {
    code: 'LEAVE-ENDS',
    when: any(answered('leaveExpires', { test: 'given' }), some('people', answered('leaveExpires', { test: 'given' }))),
    words: 'Check immigration status again when permission to stay ends.',
    source: eligibilityRegulations,
  },
  {
    code: 'JOINT-ADDRESSES',
    when: some('people', answered('jointAddressNotes', { test: 'given' })),
    words: 'Read what the joint applicant says of their addresses: they may have a local connection of their own.',
    source: criteriaPage,
  },
]
