// What a person needs of the room and the people, which decides the times that can be offered; then the day and the time.
import { choices, none, option, slotDay, slotTime, text, yesNo } from '#domain/forms/ask.ts'
import { page, section } from '#domain/forms/form.ts'

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

export const when = section('when', 'Day and time', [
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
