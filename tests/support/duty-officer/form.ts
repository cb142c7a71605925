// What the duty officer's visitor is asked.
import { choice, mobile, slotDay, slotTime, text } from '#domain/forms/ask.ts'
import { answered, equals, not } from '#domain/forms/condition.ts'
import { wait } from '#domain/forms/fields/slot-day.ts'
import { form, page, section } from '#domain/forms/form.ts'

const inLine = answered('meetOn', equals(wait))

const site = section('site', 'Your site', [
  page('about', 'What is it about?', {
    about: choice('Select what it is about', { trees: 'A tree', extension: 'An extension' }, { for: 'TIMETABLE' }),
  }),
])

const meeting = section('meeting', 'Your meeting', [
  page(
    'on',
    'Which day?',
    {
      meetOn: slotDay('Select a day', {
        instead: { text: 'No day suits me', hint: 'We will text you if a time comes free.' },
        for: 'TIMETABLE',
      }),
    },
    { does: 'slot-day' },
  ),
  page(
    'at',
    'Which time?',
    { meetAt: slotTime('Select a time', { for: 'TIMETABLE' }) },
    { does: 'slot-time', when: not(inLine) },
  ),
  page(
    'in-line',
    'When could you come?',
    {
      half: choice(
        'Select when you could come',
        { morning: 'Morning', afternoon: 'Afternoon', any: 'Either' },
        { label: 'Part of the day', for: 'TIMETABLE' },
      ),
      warning: choice(
        'Select how long before we must tell you',
        { 24: 'A day', 48: 'Two days' },
        { label: 'How long before must we tell you?', for: 'TIMETABLE' },
      ),
      until: choice(
        'Select how long you can wait',
        { 7: 'A week', 14: 'Two weeks' },
        { label: 'How long can you wait?', for: 'TIMETABLE' },
      ),
    },
    { when: inLine },
  ),
])

const you = section('you', 'You', [
  page('name', 'What is your name?', { caller: text('Name', { missing: 'Enter your name', for: 'CONTACT' }) }),
  page('mobile', 'What is your mobile number?', {
    callerPhone: mobile('UK mobile number', { missing: 'Enter your mobile number', for: 'CONTACT' }),
  }),
])

export const dutyForm = form({
  id: 'duty-officer',
  version: 1,
  shape: 'straight',
  sections: [site, meeting, you],
  declaration: {
    version: '1',
    title: 'Book the meeting',
    statements: ['Come only if you still need to.'],
    agree: 'I want to book this',
    button: 'Book',
  },
})
