// Who complains, for whom, and how we may reach them.
import { address, choice, email, longText, mobile, option, phone, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, equals, includes } from '#domain/forms/condition.ts'
import { type Page, page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { safeWaysQuestion } from '#services/safe-ways.ts'

const forSomeone = answered('whoComplains', equals('helper'))

const who: readonly Page[] = [
  page('who', 'Who is making the complaint?', {
    whoComplains: choice(
      'Select who is making the complaint',
      {
        self: 'I am, for myself',
        helper: option('I am, for someone else', 'For example, as a relative, an adviser or a councillor'),
      },
      { for: 'CONSENT' },
    ),
  }),
  page(
    'helper',
    'Your details as the person helping',
    {
      helperName: text('Your full name', { autocomplete: 'name', noun: 'Your full name', for: 'CONTACT' }),
      helperRole: text('How you know the person', {
        missing: 'Enter how you know the person',
        hint: 'For example, sister, support worker or councillor',
        for: 'CONTACT',
      }),
      helperPhone: phone('Your phone number', { missing: 'Enter your phone number', for: 'CONTACT' }),
    },
    { when: forSomeone },
  ),
  page(
    'consent',
    'Has the person agreed that you can complain for them?',
    { consent: yesNo('Select yes if the person has agreed', { for: 'CONSENT' }) },
    {
      when: forSomeone,
      guidance: ['From here on, ‘you’ means the person whom you complain for.'],
      exits: [
        {
          id: 'no-consent',
          ends: 'told',
          when: answered('consent', equals('no')),
          title: 'The person must agree before you complain for them',
          reasons: [
            'Our answer says what we hold about them, so they must agree that you get it.',
            `If they cannot decide for themselves and you act for them in law, call us on ${council.phones.switchboard}.`,
          ],
        },
      ],
    },
  ),
]

const safeWays = page(
  'safe-contact',
  'Which ways of contacting you are safe?',
  {
    safeWays: safeWaysQuestion('Select all that apply. We will only use the ways that you select.'),
  },
  {
    sealed: true,
    details: {
      summary: 'If none of these are safe',
      text: [
        'Keep the reference that you get at the end. With it you can read our answer here, or call us or come to an office.',
      ],
    },
  },
)

const contact = together('mobile', 'How can we contact you?', [
  page(
    'mobile',
    'What is your mobile number?',
    { mobile: mobile('UK mobile number', { missing: 'Enter your mobile number', for: 'CONTACT' }) },
    { when: answered('safeWays', includes('text')) },
  ),
  page(
    'phone',
    'What number should we call?',
    { phone: phone('Phone number', { missing: 'Enter the phone number we should call', for: 'CONTACT' }) },
    { when: answered('safeWays', includes('phone')) },
  ),
  page(
    'email',
    'What is your email address?',
    { email: email('Email address', { missing: 'Enter your email address', for: 'CONTACT' }) },
    { when: answered('safeWays', includes('email')) },
  ),
  page(
    'post',
    'Where should we send letters?',
    {
      postalAddress: address('Enter the address for letters', {
        label: 'Address for letters',
        anywhere: true,
        for: 'CONTACT',
      }),
    },
    { when: answered('safeWays', includes('post')) },
  ),
])

const aboutThem: readonly Page[] = [
  page('name', 'What is your name?', {
    firstName: text('First name', { autocomplete: 'given-name', missing: 'Enter your first name', for: 'CONTACT' }),
    lastName: text('Last name', {
      optional: true,
      autocomplete: 'family-name',
      hint: 'Leave blank if you have one name',
      for: 'CONTACT',
    }),
  }),
  safeWays,
  contact,
  page(
    'needs',
    'Do you need us to do anything differently?',
    {
      needs: choice(
        'Select yes if you need us to do anything differently',
        {
          yes: reveal('Yes', {
            needsDetails: longText('What you need', { most: 500, missing: 'Enter what you need', for: 'CONTACT' }),
          }),
          no: 'No',
        },
        { hint: 'For example, large print, an interpreter, or a call instead of a letter', for: 'CONTACT' },
      ),
    },
    { sealed: true },
  ),
]

export const you = section('you', 'You', [...who, ...aboutThem.map((one) => ({ ...one, theirs: forSomeone }))], {
  exit: true,
})
