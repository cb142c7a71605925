// Equality questions: optional, and never read by a rule (Equality Act 2010 s149).

import { choice, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'

const ask = page(
  'ask',
  'Do you want to answer the equality questions?',
  { answersEquality: yesNo('Select yes if you want to answer the equality questions', { for: 'EQUALITY' }) },
  {
    guidance: [
      'There are 4 optional questions. They help us treat everyone fairly, and do not affect your application.',
    ],
  },
)

const about = page(
  'about',
  'Equality questions',
  {
    genderIdentity: choice(
      'Select if your gender is the same as the sex you were registered with at birth',
      { same: 'Yes', different: 'No', preferNot: 'Prefer not to say' },
      {
        label: 'Is your gender the same as the sex you were registered with at birth?',
        optional: true,
        sensitive: true,
        for: 'EQUALITY',
      },
    ),
    ethnicGroup: choice(
      'Select your ethnic group',
      {
        asian: 'Asian or Asian British',
        black: 'Black, African, Caribbean or Black British',
        mixed: 'Mixed or multiple ethnic groups',
        white: 'White',
        other: 'Another ethnic group',
        preferNot: 'Prefer not to say',
      },
      { label: 'What is your ethnic group?', optional: true, sensitive: true, for: 'EQUALITY' },
    ),
    religion: choice(
      'Select your religion',
      {
        none: 'No religion',
        buddhist: 'Buddhist',
        christian: 'Christian',
        hindu: 'Hindu',
        jewish: 'Jewish',
        muslim: 'Muslim',
        sikh: 'Sikh',
        other: 'Another religion',
        preferNot: 'Prefer not to say',
      },
      { label: 'What is your religion?', optional: true, sensitive: true, for: 'EQUALITY' },
    ),
    orientation: choice(
      'Select your sexual orientation',
      {
        straight: 'Heterosexual or straight',
        gay: 'Gay or lesbian',
        bisexual: 'Bisexual',
        other: 'Another orientation',
        preferNot: 'Prefer not to say',
      },
      { label: 'What is your sexual orientation?', optional: true, sensitive: true, for: 'EQUALITY' },
    ),
  },
  { when: answered('answersEquality', saysYes), sensitive: true },
)

export const equality = section('equality', 'Equality questions (optional)', [ask, about], {
  after: ['about-you'],
  group: 'Your new home',
})
