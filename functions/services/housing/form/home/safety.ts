// Safety: abuse, harassment and other harm (exemptions X1 and X6; bands A-EXC and B-HAR). Proof is never a condition of help.

import { choice, choices, longText, none, option, phone, text, yesNo } from '#domain/forms/ask.ts'
import { any } from '#domain/forms/condition.ts'
import { type Page, page, section } from '#domain/forms/form.ts'
import { callInDanger } from '#services/housing/ground/calls.ts'
import { domesticAbuse, otherHarm } from '#services/housing/ground/facts.ts'

const help: Pick<Page, 'guidance' | 'details'> = {
  guidance: [
    callInDanger,
    'Leave quickly with ‘Exit this page’, or press the Shift key 3 times. Your saved answers are kept. It cannot hide that you were here from somebody who looks at your browser’s history.',
  ],
  details: {
    summary: 'Get help and advice',
    text: [
      'National Domestic Abuse Helpline: 0808 2000 247. It is free and confidential, day and night.',
      'Men’s Advice Line: 0808 8010 327. Galop, for LGBT+ people: 0800 999 5428.',
      'To report a hate crime when nobody is in danger, call 101.',
    ],
  },
}

const reasons = page(
  'reasons',
  'Do you need to move to be safe from any of these?',
  {
    unsafeBecause: choices(
      'Select what you need to be safe from, or select ‘No, none of these’',
      {
        domesticAbuse: option(
          'Domestic abuse',
          'By a partner, ex-partner or relative, now or in the past. It can be physical, sexual, emotional or about money.',
        ),
        harassment: 'Harassment or antisocial behaviour aimed at you',
        hateCrime: 'Hate crime',
        gang: 'Gangs or exploitation',
        violence: 'Other violence or threats',
        witnessProtection: 'Harm because you are a witness',
        none: none('No, none of these'),
      },
      {
        hint: 'Select all that apply to anyone in your household. We keep your answers in confidence.',
        sensitive: true,
        for: 'X1',
      },
    ),
  },
  { ...help, sensitive: true },
)

const abuse = page(
  'domestic-abuse',
  'About the abuse',
  {
    abuseMove: yesNo('Select yes if you need to move because of the abuse', {
      label: 'Do you need to move because of the abuse?',
      hint: 'Select yes if you have already moved, for example to a refuge or temporary accommodation',
      sensitive: true,
      for: 'X1',
    }),
    livesWithAbuser: choice(
      'Select if you live with the person who is abusive',
      { yes: 'Yes', no: 'No', away: 'No, but they know where I live' },
      { label: 'Do you live with the person who is abusive?', sensitive: true, for: 'A-EXC' },
    ),
    abuseDetails: longText('Anything that you want us to know', {
      optional: true,
      hint: 'You do not have to tell us what happened. We do not contact the other person.',
      missing: 'Enter what you want us to know',
      most: 1500,
      sensitive: true,
      for: 'A-EXC',
    }),
  },
  { ...help, when: domesticAbuse, sensitive: true },
)

const harm = page(
  'harm',
  'About what is happening',
  {
    harmDetails: longText('What is happening, and how often', {
      missing: 'Enter what is happening and how often',
      noun: 'What is happening',
      most: 1500,
      sensitive: true,
      for: 'B-HAR',
    }),
    policeReference: text('Police reference', {
      optional: true,
      hint: 'If you have reported it and have a number. You do not need to report it to apply.',
      missing: 'Enter the police reference',
      most: 50,
      sensitive: true,
      for: 'B-HAR',
    }),
  },
  { ...help, when: otherHarm, sensitive: true },
)

const unsafePlaces = page(
  'unsafe-places',
  'Are there places where you would not be safe?',
  {
    unsafePlaces: yesNo('Select yes if there are places where you would not be safe', {
      hint: 'We will not offer you a home there',
      sensitive: true,
      for: 'MATCH',
      reveals: {
        yes: {
          unsafePlacesList: longText('Which places', {
            missing: 'Enter the places where you would not be safe',
            most: 500,
            sensitive: true,
            for: 'MATCH',
          }),
        },
      },
    }),
  },
  { when: any(domesticAbuse, otherHarm), sensitive: true },
)

const supportWorker = page(
  'support-worker',
  'Is someone supporting you to stay safe?',
  {
    safetyWorker: yesNo('Select yes if someone is supporting you to stay safe', {
      hint: 'For example, an independent domestic violence adviser, a refuge worker or a police officer. We will only contact them if you agree.',
      sensitive: true,
      for: 'A-EXC',
      reveals: {
        yes: {
          safetyWorkerName: text('Their name and organisation', {
            missing: 'Enter their name and organisation',
            sensitive: true,
            for: 'A-EXC',
          }),
          safetyWorkerPhone: phone('Their phone number', {
            theirs: true,
            optional: true,
            missing: 'Enter their phone number',
            sensitive: true,
            for: 'A-EXC',
          }),
          safetyWorkerAgreed: choice(
            'Select if we can contact them',
            { yes: 'Yes', no: 'No' },
            { label: 'Can we contact them?', sensitive: true, for: 'A-EXC' },
          ),
        },
      },
    }),
  },
  { when: any(domesticAbuse, otherHarm), sensitive: true },
)

export const safety = section('safety', 'Your safety', [reasons, abuse, harm, unsafePlaces, supportWorker], {
  after: ['before'],
  group: 'Where you live now',
  exit: true,
  address: 'your-application',
})
