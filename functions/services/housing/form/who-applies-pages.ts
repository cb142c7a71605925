// Who is filling in the form, for whom, and with whose agreement (docs/rules/housing.md, "Questions").

import { choice, option, phone, text, yesNo } from '#domain/forms/ask.ts'
import { answered, equals, oneOf } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'

const whoIsApplying = page('who-is-applying', 'Who is filling in this form?', {
  whoApplies: choice(
    'Select who is filling in this form',
    {
      self: 'I am applying for myself',
      advocate: option('I am helping someone', 'For example, as a relative or a support worker'),
      officer: `I work for ${council.name} and am filling it in for someone`,
    },
    { for: 'CHANNEL' },
  ),
})

const forSomeone = answered('whoApplies', oneOf('advocate', 'officer'))

// What is asked after it: about the person who applies, whoever fills it in.
export const aboutWhoApplies = (pages: readonly Page[]): readonly Page[] =>
  pages.map((one) => ({ ...one, theirs: forSomeone }))

const channel = page(
  'channel',
  'How is the person giving you their answers?',
  {
    channel: choice(
      'Select how the person is giving you their answers',
      { inPerson: 'In person', phone: 'On the phone', paper: 'On a paper form' },
      { for: 'CHANNEL' },
    ),
  },
  { when: answered('whoApplies', equals('officer')) },
)

const helper = page(
  'helper',
  'Your details as the person helping',
  {
    helperName: text('Your full name', { for: 'CONTACT', autocomplete: 'name', noun: 'Your full name' }),
    helperRole: text('How you know the person', {
      missing: 'Enter how you know the person',
      hint: 'For example, sister, support worker or solicitor',
      for: 'CONTACT',
    }),
    helperOrganisation: text('Organisation', { optional: true, for: 'CONTACT', autocomplete: 'organization' }),
    helperPhone: phone('Your phone number', { for: 'CONTACT' }),
  },
  { when: answered('whoApplies', equals('advocate')) },
)

const consent = page(
  'consent',
  'Has the person agreed that you can apply for them?',
  { helperConsent: yesNo('Select yes if the person has agreed that you can apply for them', { for: 'CONSENT' }) },
  {
    when: forSomeone,
    guidance: [
      'From here on, answer every question as if you were the person who is applying. ‘You’ means them, not you.',
    ],
    exits: [
      {
        id: 'no-consent',
        ends: 'told',
        when: answered('helperConsent', equals('no')),
        title: 'The person must agree before you apply for them',
        reasons: [
          'We can only take an application that the person has agreed to, because it includes private information about them.',
          `Ask the person if they want to apply, then start again. If they cannot decide for themselves and you act for them in law, call us on ${council.phones.housing}.`,
        ],
      },
    ],
  },
)

export const whoAppliesPages: readonly Page[] = [
  whoIsApplying,
  together('helper', 'Applying for someone else', [channel, helper, consent]),
]
