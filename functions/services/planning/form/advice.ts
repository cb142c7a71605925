// Advice from the council and talks with neighbours before the application.

import { date, longText, text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'

export const advice = section(
  'advice',
  'Advice before you apply',
  [
    page('had-advice', 'Has the council given advice about this proposal?', {
      hadAdvice: yesNo('Select yes if the council has given advice about this proposal', { for: 'officer' }),
    }),
    page(
      'details',
      'What advice did the council give?',
      {
        adviceReference: text('Reference', {
          optional: true,
          most: 30,
          width: 20,
          for: 'officer',
        }),
        adviceOfficer: text('Name of the officer', {
          optional: true,
          for: 'officer',
        }),
        adviceDate: date('Date of the advice', {
          must: 'past',
          hint: 'For example, 27 3 2026',
          missing: 'Enter the date of the advice',
          for: 'officer',
        }),
        adviceSummary: longText('What the advice said', {
          most: 1000,
          missing: 'Enter what the advice said',
          for: 'officer',
        }),
      },
      { when: answered('hadAdvice', saysYes) },
    ),
    page('neighbours', 'Have you talked to neighbours about the proposal?', {
      neighboursTold: yesNo('Select yes if you have talked to neighbours about the proposal', {
        for: 'officer',
        hint: 'You do not have to. We write to neighbours or put up a notice.',
        reveals: {
          yes: {
            neighboursSaid: longText('What they said', {
              optional: true,
              most: 500,
              for: 'officer',
            }),
          },
        },
      }),
    }),
  ],
  { group: 'Land and people', after: ['type'] },
)
