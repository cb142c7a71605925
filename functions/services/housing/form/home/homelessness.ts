// A place to stay: none tonight, none that is safe, none within 56 days, or a duty already accepted (Housing Act 1996 Part 7; bands
// A-HOM, B-REL, C-PREV, C-HOM). It is asked before anything else.

import { choice, date, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, saysNo } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'
import { callFirst, callInDanger } from '#services/housing/ground/calls.ts'
import { homeless, homelessNow, owedDuty } from '#services/housing/ground/facts.ts'

const now = page(
  'now',
  'Are you homeless, or at risk of losing your home?',
  {
    homelessNow: choice(
      'Select if you are homeless or at risk of losing your home',
      {
        now: option('I am homeless now', 'Include having nowhere that is safe or reasonable for you to stay'),
        soon: option('I may lose my home within 56 days', 'For example, you have been given notice'),
        no: 'No',
      },
      { hint: 'If you are helping someone, answer for them', for: 'C-HOM' },
    ),
  },
  {
    guidance: [callFirst],
  },
)

const tonight = page(
  'tonight',
  'Where will you sleep tonight?',
  {
    tonight: choice(
      'Select where you will sleep tonight',
      {
        outside: 'Outside, or in a car or tent',
        friends: 'With friends or relatives',
        temporary: 'In temporary accommodation, a hostel or a refuge',
        home: 'In my home, though I should not have to stay there',
        notSure: 'I don’t know',
      },
      { for: 'C-HOM' },
    ),
  },
  { when: homelessNow, guidance: [callFirst] },
)

const danger = page(
  'danger',
  'Is anyone in danger where you are staying?',
  {
    dangerNow: yesNo('Select yes if anyone is in danger where you are staying', {
      label: 'Are you, or anyone who will move with you, in danger there?',
      hint: 'For example, from someone who lives there or knows the address',
      sensitive: true,
      for: 'PART7',
    }),
  },
  {
    sensitive: true,
    guidance: [callInDanger],
    details: {
      summary: 'Other ways to get help now',
      text: [
        'National Domestic Abuse Helpline: call 0808 2000 247. It is free and confidential, day and night.',
        `If it is not safe to go home tonight, call us on ${council.phones.inDanger}. We can help you find somewhere safe.`,
      ],
    },
  },
)

const duty = page(
  'duty',
  'Has a council accepted that it must help you because of homelessness?',
  {
    dutyAccepted: yesNo('Select yes if a council has accepted that it must help you', {
      hint: 'You would have a letter about a ‘prevention’, ‘relief’ or ‘main’ duty',
      for: 'X5',
    }),
  },
  { when: homeless },
)

const dutyDetails = page(
  'duty-details',
  'About the council’s duty to help you',
  {
    dutyKind: choice(
      'Select the duty that the letter names',
      {
        prevention: 'Prevention duty',
        relief: 'Relief duty',
        main: 'Main housing duty',
        afterRefusal: 'Duty after not co-operating (section 193C)',
        notSure: 'I’m not sure',
      },
      { label: 'Which duty?', for: 'A-HOM' },
    ),
    dutyCouncil: choice(
      'Select which council accepted the duty',
      {
        dorset: council.name,
        other: reveal('Another council', {
          dutyCouncilName: text('Name of the council', { missing: 'Enter the name of the council', for: 'A-HOM' }),
        }),
      },
      { label: 'Which council?', for: 'A-HOM' },
    ),
    dutyDate: date('Date on the letter', {
      missing: 'Enter the date on the letter',
      hint: 'For example, 27 10 2026',
      must: 'past',
      for: 'A-HOM',
    }),
  },
  { when: owedDuty },
)

const referral = page(
  'referral',
  'Do you want us to start a homelessness application?',
  {
    wantsReferral: yesNo('Select yes if you want us to start a homelessness application', {
      hint: 'This is separate from the housing register and can help you sooner',
      for: 'PART7',
    }),
  },
  {
    when: all(homeless, answered('dutyAccepted', saysNo)),
    guidance: [
      'The law says that we must help people who are homeless or may be within 56 days. If you select yes, our homelessness team will contact you only in a way that you say is safe.',
    ],
  },
)

// Asked with what else happened to earlier homes.
export const intentional = page(
  'intentional',
  'Has a council decided in the last 2 years that you made yourself homeless?',
  {
    foundIntentional: yesNo('Select yes if a council has decided in the last 2 years that you made yourself homeless', {
      hint: 'The letter would say ‘intentionally homeless’',
      for: 'Q-IH',
      reveals: {
        yes: {
          intentionalCouncil: text('Which council', { missing: 'Enter which council decided this', for: 'Q-IH' }),
        },
      },
    }),
  },
)

export const homelessness = section(
  'homelessness',
  'A safe place to stay',
  [now, tonight, danger, duty, dutyDetails, referral],
  { group: 'Before you start', exit: true, address: 'first-questions' },
)
