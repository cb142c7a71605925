// Booking an appointment: what for, where, what you need, when, and who you are. One page after another.
import { all, answered, any, equals, no, not, oneOf } from '#domain/forms/condition.ts'
import { form, page, section } from '#domain/forms/form.ts'
import {
  choice,
  choices,
  email,
  longText,
  mobile,
  none,
  option,
  slotDay,
  slotTime,
  text,
  yesNo,
} from '#domain/forms/question.ts'

const isBadge = answered('whatFor', equals('blue-badge'))
// The link to a video call goes by text where that is safe, and otherwise by email.
const linkByEmail = all(answered('how', equals('video')), answered('safeToText', no))

const what = section('what', 'Your appointment', [
  page('for', 'What do you want to talk to us about?', {
    whatFor: choice(
      'Select what you want to talk to us about',
      {
        'housing-advice': option(
          'Housing advice',
          'Finding a home, problems with your home, or being at risk of losing it',
        ),
        'council-tax': option(
          'Council tax and benefits',
          'Bills, discounts, Housing Benefit and Council Tax Reduction',
        ),
        'planning-advice': option('Planning', 'A duty officer can tell you what you need to apply for'),
        'blue-badge': option('A Blue Badge assessment', 'Only if we have asked you to book one'),
      },
      { for: 'TIMETABLE' },
    ),
  }),
  page(
    'badge-letter',
    'What is the number on your Blue Badge letter?',
    {
      badgeLetter: text('Number on your letter', {
        most: 20,
        missing: 'Enter the number on your letter',
        hint: 'It starts with BB',
        for: 'officer',
      }),
    },
    { when: isBadge },
  ),
  page(
    'danger',
    'Are you safe where you are living now?',
    {
      safe: choice(
        'Select if you are safe where you are living now',
        { safe: 'Yes', unsafe: 'No', unsure: 'I am not sure' },
        { for: 'officer' },
      ),
    },
    {
      when: answered('whatFor', equals('housing-advice')),
      sensitive: true,
      guidance: [
        'If you are in danger now, call 999. You can call the National Domestic Abuse Helpline at any time on 0808 2000 247.',
      ],
      exits: [
        {
          id: 'unsafe',
          when: answered('safe', equals('unsafe')),
          title: 'Call us now',
          reasons: [
            'You should not have to wait for an appointment. Call 01632 960 112 at any time, and we will help you today.',
            'If you are in danger, call 999.',
          ],
          advise: true,
        },
      ],
    },
  ),
  page(
    'how',
    'How would you like to meet us?',
    {
      how: choice(
        'Select how you would like to meet us',
        {
          office: 'At a council office',
          phone: option('By phone', 'We will call you'),
          video: option('By video call', 'We will send you a link'),
          home: option('At my home', 'If you cannot travel to an office'),
        },
        { for: 'TIMETABLE' },
      ),
    },
    {
      // A Blue Badge assessment looks at how a person moves, so it is always face to face.
      when: not(isBadge),
      exits: [
        {
          id: 'home-visit',
          when: answered('how', equals('home')),
          title: 'Call us to arrange a visit',
          reasons: [
            'We arrange visits to your home by phone, so that we can ask what you need and who will be there.',
            'Call 01632 960 110, Monday to Friday, 9am to 5pm. If calling is hard for you, somebody else can call for you.',
          ],
        },
      ],
    },
  ),
  page(
    'office',
    'Which office would you like to come to?',
    {
      office: choice(
        'Select an office',
        {
          dorchester: option('Dorchester', 'South Walks, Dorchester, DT1 1XA'),
          weymouth: option('Weymouth', 'North Quay, Weymouth, DT4 8XA'),
          wimborne: option('Wimborne', 'Hanham Road, Wimborne, BH21 1XA'),
        },
        { for: 'TIMETABLE' },
      ),
    },
    { when: any(answered('how', equals('office')), isBadge) },
  ),
])

const needs = section('needs', 'What you need', [
  page('access', 'Do you need any of these?', {
    needs: choices(
      'Select what you need',
      {
        'step-free': 'A room without steps',
        'hearing-loop': 'A hearing loop',
        quiet: 'A quiet room',
        bsl: option('A British Sign Language interpreter', 'We need 5 working days to arrange this'),
        'large-print': 'Papers in large print',
        carer: 'To bring a carer or supporter',
        chaperone: option('A chaperone', 'A second member of staff in the room'),
        no: none('No, none of these'),
      },
      { for: 'TIMETABLE' },
    ),
  }),
  page('interpreter', 'Do you need an interpreter for another language?', {
    interpreter: yesNo('Select yes if you need an interpreter', {
      hint: 'We need 5 working days to arrange this, and the appointment will be longer.',
      reveals: {
        yes: { language: text('Language', { most: 50, missing: 'Enter the language you speak', for: 'officer' }) },
      },
      for: 'TIMETABLE',
    }),
  }),
])

const when = section('when', 'Day and time', [
  page('day', 'Choose a day', { day: slotDay('Select a day', { for: 'TIMETABLE' }) }, { does: 'slot-day' }),
  page(
    'time',
    'Choose a time',
    { time: slotTime('Select a time', { for: 'TIMETABLE' }) },
    {
      does: 'slot-time',
      guidance: ['When you continue, we will hold the time for you for 10 minutes.'],
    },
  ),
])

const details = section('details', 'Your details', [
  page('name', 'What is your name?', {
    firstName: text('First name', { autocomplete: 'given-name', missing: 'Enter your first name', for: 'CONTACT' }),
    lastName: text('Last name', { autocomplete: 'family-name', missing: 'Enter your last name', for: 'CONTACT' }),
  }),
  page('phone', 'What is your mobile number?', {
    mobileNumber: mobile('UK mobile number', {
      missing: 'Enter your mobile number',
      hint: 'So that you can change the appointment, and we can reach you on the day',
      for: 'CONTACT',
    }),
  }),
  page('texts', 'Is it safe for us to text you?', {
    safeToText: yesNo('Select yes if it is safe for us to text you', {
      hint: 'Select no if somebody else might see your texts and that would put you at risk.',
      for: 'CONTACT',
    }),
  }),
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
  page('know', 'Is there anything we should know before we meet?', {
    anythingElse: longText('What we should know', {
      most: 300,
      optional: true,
      hint: 'Do not include bank details. You do not have to tell us anything.',
      for: 'officer',
    }),
  }),
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

export const bookingsForm = form({
  id: 'bookings',
  version: 1,
  shape: 'straight',
  sections: [what, needs, when, details],
  declaration: {
    version: '2026-11',
    title: 'Confirm your appointment',
    statements: [
      'We will use what you have told us only to prepare for and keep this appointment.',
      'If you cannot come, change or cancel it so that somebody else can have the time.',
    ],
    agree: 'I want to book this appointment',
    button: 'Book appointment',
  },
})
