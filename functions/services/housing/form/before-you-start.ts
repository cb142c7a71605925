// Before you start: which contact is safe (asked before any contact detail), who is applying, and how we should talk to them.

import { safeDays, safeParts } from '#domain/cases/safe-times.ts'
import {
  address,
  choice,
  choices,
  email,
  longText,
  mobile,
  none,
  option,
  phone,
  reveal,
  text,
  yesNo,
} from '#domain/forms/ask.ts'
import { answered, equals, includes, includesAny } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { safeWaysQuestion } from '#services/safe-ways.ts'
import { aboutWhoApplies, whoAppliesPages } from './who-applies-pages.ts'

const safeWays = page(
  'safe-contact',
  'Which ways of contacting you are safe?',
  {
    safeWays: safeWaysQuestion('Select all that apply. If you are helping someone, answer for them.'),
  },
  {
    sealed: true,
    guidance: ['We will only use the ways that you select.'],
    details: {
      summary: 'If you are in danger',
      text: [
        'If you are in danger now, call 999. If you cannot speak, press 55 when asked.',
        'National Domestic Abuse Helpline: call 0808 2000 247. It is free, day and night.',
      ],
    },
  },
)

const safeTimes = page(
  'safe-times',
  'When is it safe to call or text you?',
  {
    safeTimes: choice(
      'Select when it is safe to call or text you',
      {
        anyTime: 'At any time of day',
        someTimes: reveal('Only at some times', {
          safeDays: choices('Select the days that are safe', safeDays, { label: 'Days', for: 'CONTACT' }),
          safeHours: choices('Select the times of day that are safe', safeParts, {
            label: 'Times of day',
            for: 'CONTACT',
          }),
          safeTimesDetails: text('Anything else about when it is safe', {
            optional: true,
            missing: 'Enter when it is safe',
            hint: 'For example, not in school holidays. We read this before we call.',
            most: 200,
            for: 'CONTACT',
          }),
        }),
      },
      { label: 'Safe times', for: 'CONTACT' },
    ),
    voicemail: yesNo('Select yes if we can leave a voicemail', { label: 'Can we leave a voicemail?', for: 'CONTACT' }),
  },
  { sealed: true, when: answered('safeWays', includesAny('phone', 'text')) },
)

const mobileNumber = page(
  'mobile',
  'What is your mobile number?',
  {
    mobile: mobile('UK mobile number', {
      missing: 'Enter your mobile number, like 07700 900 982',
      hint: 'For texts about your application, and codes to come back to it',
      for: 'CONTACT',
    }),
    textReminders: yesNo('Select yes if you want us to text you reminders', {
      label: 'Do you also want reminders by text?',
      hint: 'For example, when documents are due. You can stop them.',
      for: 'CONTACT',
    }),
  },
  { when: answered('safeWays', includes('text')) },
)

const phoneNumber = page(
  'phone',
  'What number should we call?',
  { phone: phone('Phone number', { missing: 'Enter the phone number we should call', for: 'CONTACT' }) },
  { when: answered('safeWays', includes('phone')) },
)

const emailAddress = page(
  'email',
  'What is your email address?',
  { email: email('Email address', { missing: 'Enter your email address', for: 'CONTACT' }) },
  { when: answered('safeWays', includes('email')) },
)

const post = page(
  'post',
  'Where should we send letters?',
  {
    postTo: choice(
      'Select where we should send letters',
      {
        home: 'The address where I live now',
        careOf: option('Another address', 'For example, care of a friend, a relative or a day centre'),
      },
      { for: 'CONTACT' },
    ),
  },
  { when: answered('safeWays', includes('post')) },
)

const postalAddress = page(
  'postal-address',
  'What address should we send letters to?',
  {
    careOfName: text('Name to write on the envelope', {
      missing: 'Enter the name to write on the envelope',
      for: 'CONTACT',
    }),
    postalAddress: address('Enter the address we should send letters to', {
      label: 'Address for letters',
      for: 'CONTACT',
    }),
  },
  { when: answered('postTo', equals('careOf')) },
)

const noSafeContact = page(
  'no-safe-contact',
  'How can we reach you safely?',
  {
    contactVia: choice(
      'Select how we can reach you safely',
      {
        someone: reveal('Through someone I trust', {
          trustedName: text('Their name', { missing: 'Enter the name of the person you trust', for: 'CONTACT' }),
          trustedPhone: phone('Their phone number', {
            theirs: true,
            missing: 'Enter the phone number of the person you trust',
            for: 'CONTACT',
          }),
        }),
        visit: option('I will contact you', `You can call ${council.phones.housing}, or come to any council office`),
      },
      { for: 'CONTACT' },
    ),
  },
  {
    sealed: true,
    when: answered('safeWays', includes('none')),
    guidance: [
      'We will not text, call, email or write to you. Keep the reference that you get at the end: it is how you can come back to your application.',
    ],
  },
)

const languageTitle = 'How should we talk and write to you?'

const language = page('language', languageTitle, {
  language: choice(
    'Select which language you prefer',
    {
      english: 'English',
      bsl: 'British Sign Language (BSL)',
      other: reveal('Another language', {
        languageName: text('Language', { missing: 'Enter the language you prefer', for: 'CONTACT' }),
      }),
    },
    { label: 'Which language do you prefer?', for: 'CONTACT' },
  ),
  interpreter: yesNo('Select yes if you need an interpreter', {
    label: 'Do you need an interpreter?',
    hint: 'This is free. You do not have to use a relative or friend.',
    for: 'CONTACT',
  }),
})

const adjustments = page(
  'adjustments',
  'Do you need any of these when we contact you?',
  {
    adjustments: choices(
      'Select what you need when we contact you, or select ‘None of these’',
      {
        largePrint: 'Large print',
        easyRead: 'Easy read',
        braille: 'Braille',
        audio: 'Audio',
        longer: 'More time at appointments',
        relay: 'A text relay or video relay call',
        other: reveal('Something else', {
          adjustmentDetails: longText('What you need', { missing: 'Enter what you need', most: 500, for: 'CONTACT' }),
        }),
        none: none('None of these'),
      },
      { for: 'CONTACT', hint: 'Select all that apply' },
    ),
  },
  { sealed: true },
)

export const before = section(
  'before',
  'Contacting you safely',
  [
    safeWays,
    safeTimes,
    ...whoAppliesPages,
    ...aboutWhoApplies([
      together('mobile', 'How can we contact you?', [mobileNumber, phoneNumber, emailAddress, post]),
      postalAddress,
      noSafeContact,
      together('language', languageTitle, [language, adjustments]),
    ]),
  ],
  { group: 'Before you start', exit: true },
)
