// Who the person is, how we may reach them, and what we should know before we meet.

import { email, longText, mobile, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, not, oneOf, saysNo } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'
import { waits } from './needs-and-time.ts'

// The link to a video call goes by text where that is safe, and otherwise by email.
const linkByEmail = all(answered('how', equals('video')), answered('safeToText', saysNo))

export const details = section('details', 'Your details', [
  page('name', 'What is your name?', {
    firstName: text('First name', { autocomplete: 'given-name', missing: 'Enter your first name', for: 'CONTACT' }),
    lastName: text('Last name', {
      optional: true,
      autocomplete: 'family-name',
      hint: 'Leave blank if you have one name',
      for: 'CONTACT',
    }),
  }),
  page('phone', 'What is your mobile number?', {
    mobileNumber: mobile('UK mobile number', {
      missing: 'Enter your mobile number',
      hint: 'So that you can change the appointment, and we can reach you on the day',
      for: 'CONTACT',
    }),
  }),
  page(
    'texts',
    'Is it safe for us to text you?',
    {
      safeToText: yesNo('Select yes if it is safe for us to text you', {
        hint: 'Select no if somebody else might see your texts and that would put you at risk.',
        for: 'CONTACT',
      }),
    },
    {
      exit: true,
      sealed: true,
      exits: [
        {
          id: 'no-offers',
          ends: 'handed-on',
          when: all(waits, answered('safeToText', saysNo)),
          title: 'Call us to find a time',
          reasons: [
            `We can offer times on the waiting list only by text. Call ${council.phones.appointments}, ${council.phoneHours.appointments}, and we will find a time with you.`,
            'You can also go back and choose a day.',
          ],
        },
      ],
    },
  ),
  page(
    'email',
    'What is your email address?',
    { emailAddress: email('Email address', { optional: true, for: 'CONTACT' }) },
    { when: not(linkByEmail) },
  ),
  page(
    'video-link',
    'Where should we send the link to the video call?',
    {
      linkEmail: email('Email address', {
        missing: 'Enter the email address that we should send the link to',
        hint: 'Only give an address that nobody else can open',
        for: 'CONTACT',
      }),
    },
    { when: linkByEmail },
  ),
  page(
    'know',
    'Is there anything we should know before we meet?',
    {
      anythingElse: longText('What we should know', {
        most: 300,
        optional: true,
        hint: 'Do not include bank details. You do not have to tell us anything.',
        for: 'officer',
      }),
    },
    { sealed: true },
  ),
  page(
    'case',
    'Is this about something you have already sent us?',
    {
      about: yesNo('Select yes if this is about something you have sent us', {
        reveals: {
          yes: {
            caseReference: text('Reference', {
              most: 20,
              missing: 'Enter your reference',
              hint: 'For example, HBCD2345',
              for: 'officer',
            }),
          },
        },
        for: 'officer',
      }),
    },
    { when: answered('whatFor', oneOf('housing-advice', 'planning-advice')) },
  ),
])
