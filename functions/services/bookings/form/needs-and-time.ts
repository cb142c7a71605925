// What a person needs of the room and the people, which decides the times that can be offered; then the day and the time.
import { choice, choices, none, option, slotDay, slotTime, text, yesNo } from '#domain/forms/ask.ts'
import { answered, equals, not } from '#domain/forms/condition.ts'
import { wait } from '#domain/forms/fields/slot-day.ts'
import { page, section } from '#domain/forms/form.ts'
import { holdMinutes } from '../timetable/holding.ts'
import { waitingRules } from '../waiting/rules.ts'

export const needs = section('needs', 'What you need', [
  page(
    'access',
    'Do you need any of these?',
    {
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
    },
    { sealed: true },
  ),
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

// They would rather wait for a time to come free.
export const waits = answered('day', equals(wait))

export const when = section('when', 'Day and time', [
  page(
    'day',
    'Choose a day',
    {
      day: slotDay('Select a day', {
        instead: {
          text: 'None of these days suits me',
          hint: 'Join the waiting list. We will text you if a time comes free.',
        },
        for: 'TIMETABLE',
      }),
    },
    { does: 'slot-day' },
  ),
  page(
    'time',
    'Choose a time',
    { time: slotTime('Select a time', { for: 'TIMETABLE' }) },
    {
      when: not(waits),
      does: 'slot-time',
      guidance: [`When you continue, we will hold the time for you for ${holdMinutes} minutes.`],
    },
  ),
  page(
    'waiting',
    'Which times would suit you?',
    {
      waitPart: choice(
        'Select which time of day would suit you',
        { morning: 'Morning', afternoon: 'Afternoon', any: 'Any time' },
        { label: 'Time of day', for: 'TIMETABLE' },
      ),
      // Hours.
      waitNotice: choice(
        'Select how much notice you need',
        { 24: '1 day', 48: '2 days', 168: '1 week' },
        { label: 'How much notice do you need?', for: 'TIMETABLE' },
      ),
      // Days.
      waitFor: choice(
        'Select how long you want to stay on the list',
        { 7: '1 week', 14: '2 weeks', 28: '4 weeks', 56: '8 weeks' },
        { label: 'How long do you want to stay on the list?', for: 'TIMETABLE' },
      ),
    },
    {
      when: waits,
      guidance: [
        `When a time that suits you comes free, we will text you. You have ${waitingRules.offerMinutes} minutes to take it. If you do not, we offer it to the next person, and you stay on the list.`,
      ],
    },
  ),
])
