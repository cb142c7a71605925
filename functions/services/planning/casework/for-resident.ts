// What planning says to whoever applied (docs/rules/casework.md, "What the applicant sees").
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { ForResident } from '../../for-resident.ts'

// `site`: where the works are; `name`: who applies, or whose agent fills it in.
export const planningForResident = (
  site: (answers: Answers) => string | undefined,
  name: (answers: Answers) => string,
): ForResident => ({
  yours: 'Your planning application',
  about: (answers) => {
    const whose = applicantIn(answers) ?? name(answers)
    const where = site(answers)
    return where === undefined ? `For ${whose}` : `${where}, for ${whose}`
  },
  stands,
  deeds,
  documents: { section: 'documents' },
  // Those that are the same for each site that somebody applies for.
  copies: [
    ...['role', 'applicant-type', 'organisation', 'name', 'company', 'contact', 'texts', 'address'],
    ...['applicant-name', 'applicant-contact', 'applicant-address'],
  ].map((id) => `you/${id}`),
  contact: ['you/contact', 'you/texts', 'you/site-visit'],
})

const applicantIn = (answers: Answers): string | undefined => {
  const organisation = answers.answer('organisationName')
  if (typeof organisation === 'string' && organisation !== '') return organisation
  const names = ['applicantFirstName', 'applicantLastName'].map(answers.answer).filter((one) => typeof one === 'string')
  return names.length === 0 ? undefined : names.join(' ')
}

const stands: ForResident['stands'] = {
  pending: { label: 'We have it', next: 'We will check that nothing is missing.', by: 'aim' },
  validating: { label: 'We are checking it', next: 'We will tell you if anything is missing.', by: 'aim' },
  invalid: {
    label: 'We need something from you',
    next: 'Send us what is missing. The time to decide starts after that.',
    by: 'answer',
  },
  assessing: { label: 'An officer is looking at it', next: 'We decide it.', by: 'law' },
  review: { label: 'Nearly decided', next: 'A second officer checks the recommendation.', by: 'law' },
  committee: {
    label: 'A committee will decide it',
    next: 'We will tell you when and where the committee meets.',
    by: 'law',
  },
  granted: { label: 'Permission granted', next: 'Read the decision and its conditions before you start work.' },
  refused: { label: 'Permission refused', next: 'Read our reasons. You can appeal, or apply again with changes.' },
  returning: { label: 'We may send it back', next: 'You can still send what is missing.', by: 'answer' },
  returned: { label: 'Sent back to you', next: 'Read our reasons. You can ask for a review, or apply again.' },
  withdrawn: { label: 'Withdrawn', next: 'You can apply again at any time.', over: true },
  'under-review': { label: 'Review asked for', next: 'Somebody new looks at it.', by: 'aim' },
  upheld: { label: 'It stays sent back', next: 'You can apply again.' },
  appeal: { label: 'Appeal with the Inspectorate', next: 'The Planning Inspectorate decides, and tells you.' },
  'appeal-allowed': { label: 'Allowed on appeal', next: 'Read the Inspectorate’s decision before you start work.' },
  'appeal-dismissed': { label: 'Refused on appeal', next: 'The decision stands. You can apply again with changes.' },
}

const deeds: NonNullable<ForResident['deeds']> = {
  'ask-review': {
    link: 'Ask for a review of our decision to send it back',
    title: 'Ask for a review',
    words: ['Somebody who had no part in the decision looks at it again.'],
    button: 'Ask for a review',
  },
  withdraw: {
    link: 'Withdraw your application',
    title: 'Are you sure you want to withdraw your application?',
    words: ['We stop looking at it and do not decide it. A fee that was paid does not come back by itself: ask us.'],
    button: 'Yes, withdraw it',
    warning: true,
  },
}
