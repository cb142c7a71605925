// What the complaint is about, what happened, and what would put it right.
import { choice, date, longText, text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { abouts } from '../rules/ombudsmen.ts'

export const what = section(
  'what',
  'Your complaint',
  [
    page('about', 'What is your complaint about?', {
      about: choice('Select what your complaint is about', abouts, { for: 'OMBUDSMAN' }),
    }),
    page('sent', 'Is it about something that you sent us?', {
      sent: yesNo('Select yes if it is about something that you sent us', {
        hint: 'For example, an application or an appointment',
        for: 'CONCERNS',
      }),
    }),
    page(
      'reference',
      'What is its reference?',
      {
        caseReference: text('Reference', {
          most: 20,
          width: 10,
          optional: true,
          reads: 'code',
          hint: 'For example, HBCD2345. Leave blank if you do not know it.',
          for: 'CONCERNS',
        }),
      },
      { when: answered('sent', saysYes) },
    ),
    page('when', 'When did it happen?', {
      happenedOn: date('Month', {
        monthOnly: true,
        must: 'past',
        missing: 'Enter the month in which it happened',
        hint: 'If it goes on, when you first knew of it. For example, 6 2026.',
        for: 'TWELVE',
      }),
    }),
    page(
      'happened',
      'What happened?',
      {
        happened: longText('What happened', {
          most: 4000,
          rows: 10,
          missing: 'Enter what happened',
          hint: 'Say what we did or did not do, and what it meant for you. Do not include bank details.',
          for: 'officer',
        }),
      },
      { sealed: true },
    ),
    page(
      'put-right',
      'What would put it right?',
      {
        putRight: longText('What would put it right', {
          most: 1000,
          optional: true,
          hint: 'For example, an apology, a decision, or money that you lost.',
          for: 'officer',
        }),
      },
      { sealed: true },
    ),
  ],
  { exit: true },
)
