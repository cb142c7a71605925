// The people who will live with the applicant, each with their own pages.

import { choice, count, date, longText, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { aged, all, answered, apart, equals, not, oneOf, saysYes, under } from '#domain/forms/condition.ts'
import { type Exit, many, type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { adult, applicantsPartner, jointApplicant, tooYoungForTenancy } from '#services/housing/ground/facts.ts'
import { aboutThem } from '#services/housing/ground/voice.ts'
import { healthDetails, healthNeedPage } from '../health-pages.ts'
import { moneyPages } from '../money-pages.ts'
import { citizenshipPages, immigrationPages } from './nationality-pages.ts'
import { peopleProblem } from './people-rules.ts'
import {
  aboutTitle,
  birthDate,
  guarantorPage,
  namePage,
  niPage,
  otherNamesPage,
  pregnancyPage,
  sexPage,
} from './person-pages.ts'

// A slip of the pen more often than a stepchild: asked about, never refused.
const closeInAge: Exit = {
  id: 'close-in-age',
  ends: 'on-the-way',
  when: all(answered('relationship', equals('child')), apart('dateOfBirth', under(12))),
  title: 'Check the dates of birth',
  reasons: [
    'You told us that this person is your child, but was born less than 12 years after you.',
    'If a date of birth or the relationship is wrong, change it.',
    'If they are right, for example because this is a stepchild, you can continue.',
  ],
  advise: true,
}

const relationship = page(
  'relationship',
  'How are they related to you?',
  {
    relationship: choice(
      'Select how this person is related to you',
      {
        partner: option('Partner', 'Married, civil partner or living as a couple'),
        child: option('Child', 'Also adopted or a stepchild'),
        grandchild: reveal('Grandchild', {
          parentName: text('Their parent’s name, if they will live with you', {
            optional: true,
            noun: 'Name of their parent',
            missing: 'Enter the name of their parent',
            spellcheck: false,
            for: 'BED',
          }),
        }),
        fosterChild: 'Foster child, or another child you bring up',
        parent: 'Parent',
        sibling: 'Brother or sister',
        otherRelative: 'Another relative',
        carer: 'Live-in carer',
        friend: 'Friend',
        lodger: 'Lodger',
        other: 'Something else',
      },
      { for: 'BED' },
    ),
  },
  { exits: [closeInAge] },
)

const moreTitle = 'More about ((name))'

const joint = page(
  'joint-applicant',
  'Is ((name)) applying together with you?',
  {
    jointApplicant: yesNo('Select yes if this person is applying together with you', {
      hint: 'They would share the tenancy with you, and we check them too',
      for: 'G1',
    }),
  },
  { when: adult },
)

const couple = page(
  'couple',
  'Is ((name)) in a couple with someone else who will live with you?',
  {
    coupleWith: yesNo('Select yes if this person is in a couple with someone else who will live with you', {
      hint: 'We count one bedroom for each couple',
      for: 'BED',
      reveals: {
        yes: {
          coupleName: text('Name of their partner', {
            missing: 'Enter the name of their partner',
            spellcheck: false,
            for: 'BED',
          }),
        },
      },
    }),
  },
  { when: all(adult, not(applicantsPartner)) },
)

const livesWithYou = page('lives-with-you', 'Do they live with you now?', {
  livesWithYou: yesNo('Select yes if this person lives with you now', { for: 'C-SPLIT' }),
})

const livesElsewhere = page(
  'lives-elsewhere',
  moreTitle,
  {
    elsewhereNow: text('Where do they live now?', {
      missing: 'Enter where they live',
      noun: 'Where they live now',
      most: 200,
      for: 'C-SPLIT',
    }),
    whyApart: longText('Why do you not live together?', {
      missing: 'Enter why you do not live together',
      noun: 'Why you do not live together',
      most: 500,
      for: 'C-SPLIT',
    }),
    joinsOn: choice(
      'Select when they will join you',
      {
        whenHoused: 'As soon as we have a home that is big enough',
        later: reveal('From a date', {
          joinDate: date('Date', {
            missing: 'Enter the date they will join you',
            hint: 'For example, 27 3 2027',
            must: 'future',
            for: 'C-SPLIT',
          }),
        }),
      },
      { label: 'When will they join you?', for: 'C-SPLIT' },
    ),
  },
  { sealed: true, when: answered('livesWithYou', oneOf('no')) },
)

const childhood = page(
  'child',
  moreTitle,
  {
    childTime: choice(
      'Select how much of the time this child lives with you',
      {
        all: 'All of the time, or nearly',
        shared: reveal('Some of the time', {
          childNights: count('Nights each week, on average', {
            missing: 'Enter how many nights each week this child stays with you',
            noun: 'Nights each week',
            least: 1,
            most: 7,
            for: 'BED',
          }),
        }),
        willJoin: 'Not yet, but they will live with me in the new home',
      },
      { label: 'How much of the time do they live with you?', for: 'BED' },
    ),
    childBenefitTo: choice(
      'Select who gets Child Benefit for this child',
      {
        applicant: 'I do',
        household: 'Someone else who will live with me',
        outside: 'Someone who will not live with me',
        nobody: 'Nobody',
      },
      { label: 'Who gets Child Benefit for them?', for: 'BED' },
    ),
  },
  { when: all(aged('dateOfBirth', under(18)), not(applicantsPartner)) },
)

const jointAddresses = page(
  'joint-addresses',
  'Has ((name)) lived at the same addresses as you for the last 5 years?',
  {
    sameAddresses: yesNo('Select yes if this person has lived at the same addresses as you for the last 5 years', {
      for: 'LC1',
      reveals: {
        no: {
          jointAddressNotes: longText('Anything we should know about their addresses', {
            optional: true,
            noun: 'What we should know',
            missing: 'Enter what we should know about their addresses',
            most: 2000,
            for: 'LC1',
          }),
        },
      },
    }),
  },
  { when: jointApplicant },
)

const pages: readonly Page[] = [
  // Who it is: nothing here is in confidence, and each of the pages after it reads it.
  together('name', aboutTitle(aboutThem), [
    namePage(aboutThem),
    otherNamesPage(aboutThem),
    page('date-of-birth', 'What is their date of birth?', { dateOfBirth: birthDate(aboutThem) }),
    sexPage(aboutThem),
    relationship,
    livesWithYou,
  ]),
  together('health', moreTitle, [
    joint,
    couple,
    livesElsewhere,
    childhood,
    niPage(aboutThem),
    pregnancyPage(aboutThem),
    healthNeedPage(aboutThem),
  ]),
  together('joint-addresses', 'About ((name)) as a joint applicant', [
    guarantorPage(aboutThem, all(jointApplicant, tooYoungForTenancy)),
    ...citizenshipPages(aboutThem, jointApplicant),
    jointAddresses,
  ]),
  ...immigrationPages(aboutThem, 'joint-', jointApplicant),
  healthDetails(aboutThem),
  ...moneyPages(aboutThem),
]

export const peopleSection = many('people', 'People who will live with you', pages, {
  when: answered('othersMove', saysYes),
  after: ['about-you'],
  group: 'You and your household',
  noun: 'person',
  plural: 'people',
  least: 1,
  most: 15,
  naming: ['firstName', 'lastName'],
  guidance: [
    'Add everyone who will live with you in your new home. Do not add yourself or a baby who is not born yet.',
  ],
  whole: peopleProblem,
})
