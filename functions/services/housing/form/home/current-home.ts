// The home now: what it is, whose it is and which rooms the household can use (docs/rules/housing.md, "Questions").

import { choice, choices, count, date, longText, none, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, includes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { hasRooms } from '#services/housing/ground/facts.ts'
import { conditionPages } from './home-condition-pages.ts'
import { moveOn } from './move-on.ts'
import { tenancyPages } from './tenancy-pages.ts'

const livingSituation = page(
  'living-situation',
  'What best describes where you live now?',
  {
    livingSituation: choice(
      'Select what best describes where you live now',
      {
        owner: option('A home I own', 'Include shared ownership, and homes with a mortgage'),
        privateRent: 'Renting from a private landlord',
        councilTenant: 'Renting from a council',
        associationTenant: 'Renting from a housing association',
        tied: 'A home that comes with a job',
        lodger: 'Lodging in someone’s home',
        family: 'Living with parents or other relatives',
        friends: 'Staying with friends',
        temporary: 'Temporary accommodation arranged by a council',
        bedAndBreakfast: 'Bed and breakfast or hotel',
        hostel: 'Hostel or refuge',
        supported: 'Supported housing',
        unauthorised: 'Living somewhere without permission',
        noFixedAbode: 'No fixed address, or sleeping rough',
        prison: 'Prison or approved premises',
        hospital: 'Hospital or care home',
        forces: 'Armed forces accommodation',
      },
      { for: 'HOME' },
    ),
  },
  { exit: true, sealed: true },
)

// With no fixed address there is no home to write to: care of somebody, or collected (South Holland accepts "care of").
const letters = page(
  'letters',
  'Where can we send letters?',
  {
    lettersTo: choice(
      'Select where we can send letters',
      {
        careOf: reveal('Care of someone I trust', {
          lettersName: text('Their name', { missing: 'Enter the name of the person', for: 'CONTACT' }),
          lettersAddress: longText('Their address', {
            missing: 'Enter the address of the person',
            most: 300,
            rows: 4,
            for: 'CONTACT',
          }),
        }),
        collect: 'I will collect them from a council office',
        nowhere: option('Do not send letters', 'We will use the other ways that you said are safe'),
      },
      { hint: 'You asked for letters to where you live now, but have no fixed address', for: 'CONTACT' },
    ),
  },
  { exit: true, when: all(answered('livingSituation', equals('noFixedAbode')), answered('postTo', equals('home'))) },
)

const ownedHome = page(
  'owned-home',
  'Do any of these stop you living in the home you own?',
  {
    ownerReasons: choices(
      'Select what stops you living in the home you own, or select ‘None of these’',
      {
        harm: 'I am not safe there because of abuse or violence',
        adaptations: 'It cannot be adapted for a disability or illness',
        olderPersons: 'I need sheltered or extra care housing',
        ordered: 'A court has ordered a sale, or it must be sold after a relationship ended',
        repossession: 'It is being repossessed',
        none: none('None of these'),
      },
      { hint: 'Select all that apply', for: 'Q-OWN' },
    ),
  },
  {
    exit: true,
    when: answered('livingSituation', equals('owner')),
    exits: [
      {
        id: 'home-owner',
        ends: 'told',
        when: answered('ownerReasons', includes('none')),
        title: 'You may not be able to join the register',
        reasons: [
          `People who own a home that they can live in cannot usually join ${council.name}’s housing register.`,
          'This is not a decision. You can continue, and a housing officer will look at your application and write to you with reasons.',
          'If you have money problems with your mortgage, you can get free advice from MoneyHelper on 0800 138 7777.',
        ],
        advise: true,
      },
    ],
  },
)

const prison = page(
  'prison-release',
  'When are you due to be released?',
  {
    releaseDate: date('Release date', {
      missing: 'Enter the date you are due to be released',
      hint: 'For example, 27 3 2027. Give the earliest date if there is more than one.',
      must: 'future',
      for: 'Q-PRISON',
    }),
  },
  { sealed: true, when: answered('livingSituation', equals('prison')) },
)

const hospital = page(
  'hospital-discharge',
  'Are you ready to leave, but have nowhere suitable to go?',
  {
    waitingToLeave: yesNo('Select yes if you are ready to leave but have nowhere suitable to go', {
      sensitive: true,
      for: 'A-EXC',
      reveals: {
        yes: {
          dischargeDate: date('Date you were, or will be, ready to leave', {
            missing: 'Enter the date you were, or will be, ready to leave',
            noun: 'Date you are ready to leave',
            hint: 'For example, 27 11 2026',
            sensitive: true,
            for: 'A-EXC',
          }),
        },
      },
    }),
  },
  { when: answered('livingSituation', equals('hospital')), sensitive: true },
)

const homeTitle = 'About your home'

const propertyType = page(
  'property',
  homeTitle,
  {
    propertyType: choice(
      'Select what kind of home it is',
      {
        house: 'House',
        bungalow: 'Bungalow',
        flat: 'Flat or maisonette',
        studio: 'Bedsit or studio',
        room: 'A room in a shared house, hostel or hotel',
        caravan: 'Caravan or mobile home',
        boat: 'Boat',
        other: 'Something else',
      },
      { label: 'Kind of home', for: 'C-MED' },
    ),
    floor: choice(
      'Select which floor the front door is on',
      { ground: 'Ground floor', first: 'First floor', second: 'Second floor or higher', basement: 'Basement' },
      { label: 'Which floor is your front door on?', for: 'C-MED' },
    ),
    lift: yesNo('Select yes if there is a lift that works', { label: 'Is there a lift that works?', for: 'C-MED' }),
    steps: count('How many steps are there from the street to your front door?', {
      hint: 'Enter 0 if none',
      missing: 'Enter how many steps there are to your front door, or 0',
      noun: 'Number of steps',
      most: 200,
      for: 'C-MED',
    }),
  },
  { when: hasRooms },
)

const roomsPage = page(
  'bedrooms',
  'What rooms can your household use?',
  {
    bedroomsAvailable: count('Bedrooms', {
      hint: 'Enter 0 for a bedsit or studio',
      missing: 'Enter how many bedrooms your household can use, or 0',
      noun: 'Number of bedrooms',
      most: 10,
      for: 'B-OVER2',
    }),
    livingRooms: count('Living rooms and dining rooms', {
      hint: 'Enter 0 if none',
      missing: 'Enter how many living and dining rooms there are, or 0',
      noun: 'Number of living and dining rooms',
      most: 10,
      for: 'A-STAT',
    }),
    sharesFacilities: choices(
      'Select what you share with other households, or select ‘None of these’',
      { kitchen: 'Kitchen', bathroom: 'Bathroom or shower', toilet: 'Toilet', none: none('None of these') },
      {
        label: 'What do you share with other households?',
        hint: 'Select all that apply',
        for: 'C-INSAN',
      },
    ),
  },
  { when: hasRooms },
)

const othersPage = page(
  'others-in-home',
  homeTitle,
  {
    othersLiveThere: yesNo('Select yes if anyone else lives in your home now', {
      label: 'Does anyone else live in your home now?',
      hint: 'Include people who will not move with you',
      for: 'A-STAT',
    }),
    tooSmall: yesNo('Select yes if your home is too small for the people who live in it', {
      label: 'Is your home too small for the people who live in it?',
      hint: 'If yes, we ask about each room',
      for: 'A-STAT',
    }),
  },
  { when: hasRooms },
)

export const currentHome = section(
  'current-home',
  'Your home now',
  [
    livingSituation,
    letters,
    ownedHome,
    prison,
    hospital,
    together('property', homeTitle, [propertyType, roomsPage, othersPage]),
    ...tenancyPages,
    ...conditionPages,
    moveOn,
  ],
  { after: ['about-you'], group: 'Where you live now' },
)
