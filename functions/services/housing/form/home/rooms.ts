// The rooms of a home that may be overcrowded and the others who live in it: what the room and space standards read
// (Housing Act 1985 ss324 to 326; docs/rules/housing.md, "Overcrowding").

import { choice, count, measure, text } from '#domain/forms/ask.ts'
import { all, answered, equals, saysYes } from '#domain/forms/condition.ts'
import { many, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { hasRooms } from '#services/housing/ground/facts.ts'

const roomTitle = 'About this room'

const room = page('room', roomTitle, {
  roomName: text('Room', {
    missing: 'Enter what you call this room',
    hint: 'For example, front bedroom, or living room',
    most: 50,
    for: 'A-STAT',
  }),
  roomUse: choice(
    'Select what the room is used for',
    {
      bedroom: 'Bedroom',
      living: 'Living room or dining room',
      both: 'Living room that someone sleeps in',
    },
    { label: 'What is it used for?', for: 'A-STAT' },
  ),
})

const size = page('size', 'Its size, and who sleeps in it', {
  roomArea: measure('Floor area', 'square metres', {
    optional: true,
    hint: 'Length times width, in metres. Leave blank if you cannot measure it.',
    missing: 'Enter the floor area',
    most: 200,
    for: 'A-STAT',
  }),
  sleepers: count('How many people sleep in it?', {
    missing: 'Enter how many people sleep in this room, or 0',
    noun: 'Number of people who sleep in this room',
    hint: 'Enter 0 if nobody does',
    most: 20,
    for: 'A-STAT',
  }),
})

export const rooms = many('rooms', 'The rooms in your home', [together('room', roomTitle, [room, size])], {
  when: all(hasRooms, answered('tooSmall', saysYes)),
  after: ['current-home'],
  group: 'Where you live now',
  noun: 'room',
  plural: 'rooms',
  least: 1,
  most: 20,
  naming: ['roomName'],
  guidance: ['Add every bedroom, living room and dining room in the home. Leave out kitchens, bathrooms and halls.'],
})

const other = page('person', 'Who else lives in your home?', {
  otherName: text('Name, or who they are to you', {
    noun: 'Name',
    missing: 'Enter their name, or who they are to you',
    hint: 'For example, my landlord',
    for: 'A-STAT',
  }),
  otherAge: count('Age', {
    missing: 'Enter their age',
    hint: 'Enter 0 for a baby under 1. An estimate is fine.',
    most: 120,
    for: 'A-STAT',
  }),
  otherSex: choice(
    'Select their sex',
    { female: 'Female', male: 'Male', notSure: 'Prefer not to say, or I’m not sure' },
    { label: 'Sex', for: 'A-STAT' },
  ),
})

const otherCouple = page('couple', 'Do they live with someone as a couple?', {
  otherCouple: choice(
    'Select if this person lives with someone as a couple',
    { yes: 'Yes', no: 'No' },
    {
      hint: 'Select no for a child under 16',
      for: 'A-STAT',
    },
  ),
})

export const othersAtHome = many(
  'others-at-home',
  'Others who live in your home',
  [together('person', 'Who else lives in your home?', [other, otherCouple])],
  {
    when: all(hasRooms, answered('othersLiveThere', equals('yes'))),
    after: ['current-home'],
    group: 'Where you live now',
    noun: 'person',
    plural: 'people',
    least: 1,
    most: 20,
    naming: ['otherName'],
    guidance: ['Add people who live in your home now and will not move with you.'],
  },
)
