// What a person must do because of the answers: refer, sign off, check again. The rules propose; people act.
import { aged, all, answered, any, equals, includes, not, oneOf, some, yes } from '#domain/forms/condition.ts'
import { homeless } from '../facts.ts'
import { eligibilityRegulations, homelessnessDuties, usualPractice } from './sources.ts'
import type { Row } from './table.ts'

export const taskRows: readonly Row[] = [
  {
    code: 'PART7',
    when: any(
      answered('wantsReferral', yes),
      all(answered('homelessNow', equals('now')), not(answered('dutyAccepted', yes))),
    ),
    words: 'Start a homelessness application, if the household agrees: it says that it is homeless or will be.',
    source: homelessnessDuties,
  },
  {
    code: 'PART7-NOTICE',
    when: all(answered('noticeIsSoon', yes), not(homeless)),
    words: 'Offer help to keep the home: the household must leave it within 56 days.',
    source: homelessnessDuties,
  },
  {
    code: 'SIGNOFF',
    when: answered('councilConnection', yes),
    words:
      'A senior officer must sign off the decision: the household is connected to someone who works for the council or is elected to it.',
    source: usualPractice,
    confirm: 'council to confirm',
  },
  {
    code: 'GUARANTOR',
    when: all(
      answered('guarantor', oneOf('none', 'childrensServices', 'person')),
      aged('dateOfBirth', { test: 'under', value: 18 }),
    ),
    words: 'Arrange a guarantor until the applicant is 18.',
    source: usualPractice,
  },
  {
    code: 'CARE-STATUS',
    when: all(answered('connections', includes('careLeaver')), answered('careStatus', equals('notSure'))),
    words: 'Ask the council that looked after the applicant for their care leaver status.',
    source: usualPractice,
  },
  {
    code: 'DUTY-CHECK',
    when: answered('dutyAccepted', yes),
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
    source: usualPractice,
  },
]
