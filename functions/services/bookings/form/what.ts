// What the appointment is about, whether the person is safe, and how and where we meet.

import { choice, longText, option, text, yesNo } from '#domain/forms/ask.ts'
import { answered, any, equals, not, oneOf } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'

const officeOption = (id: keyof typeof council.offices) => {
  const { name, lines } = council.offices[id]
  return option(name, lines.join(', '))
}

const isBadge = answered('whatFor', equals('blue-badge'))
const isForBusinesses = answered('whatFor', equals('business-workshop'))
const isWorkshop = answered('whatFor', oneOf('digital-workshop', 'business-workshop'))

export const what = section('what', 'Your appointment', [
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
        'digital-workshop': option(
          'A digital skills workshop',
          'Getting online, email and forms, with other people and a Digital Champion',
        ),
        'business-workshop': option('A workshop for businesses', 'For people who run, or want to start, a business'),
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
      exit: true,
      address: 'where-you-live',
      when: answered('whatFor', equals('housing-advice')),
      sensitive: true,
      guidance: [
        'If you are in danger now, call 999. You can call the National Domestic Abuse Helpline at any time on 0808 2000 247.',
      ],
      exits: [
        {
          id: 'unsafe',
          ends: 'handed-on',
          when: answered('safe', equals('unsafe')),
          title: 'Call us now',
          reasons: [
            `You should not have to wait for an appointment. Call ${council.phones.inDanger} at any time, and we will help you today.`,
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
      // A Blue Badge assessment looks at how a person moves, so it is always face to face. So are workshops.
      when: not(any(isBadge, isWorkshop)),
      exits: [
        {
          id: 'home-visit',
          ends: 'handed-on',
          when: answered('how', equals('home')),
          title: 'Call us to arrange a visit',
          reasons: [
            'We arrange visits to your home by phone, so that we can ask what you need and who will be there.',
            `Call ${council.phones.appointments}, ${council.phoneHours.appointments}. If calling is hard for you, somebody else can call for you.`,
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
          dorchester: officeOption('dorchester'),
          weymouth: officeOption('weymouth'),
          wimborne: officeOption('wimborne'),
        },
        { for: 'TIMETABLE' },
      ),
    },
    { when: any(answered('how', equals('office')), isBadge, isWorkshop) },
  ),
  page(
    'companion',
    'Will somebody come with you?',
    {
      companion: yesNo('Select yes if somebody will come with you', {
        hint: 'For example, somebody who helps you. We keep a seat for one person beside you.',
        for: 'TIMETABLE',
      }),
    },
    { when: isWorkshop },
  ),
  page(
    'business',
    'About your business',
    {
      organisation: text('Name of the business', {
        optional: true,
        hint: 'Leave blank if you have not started it yet',
        for: 'TIMETABLE',
      }),
      trade: text('What does it do?', {
        missing: 'Enter what your business does',
        noun: 'What your business does',
        hint: 'For example, a café, or building work',
        for: 'officer',
      }),
      size: choice(
        'Select how many people work there',
        { none: 'It has not started yet', one: '1, only me', few: '2 to 9', more: '10 to 49', many: '50 or more' },
        { label: 'How many people work there?', for: 'officer' },
      ),
      aim: longText('What do you want from the workshop?', {
        ...{ most: 300, missing: 'Enter what you want from the workshop', noun: 'What you want from the workshop' },
        for: 'officer',
      }),
    },
    { when: isForBusinesses },
  ),
])
