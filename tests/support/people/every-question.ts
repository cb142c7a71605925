// One page with every kind of question, and pages of one question each: what the tests of rendering ask for.

import * as ask from '#domain/forms/ask.ts'
import { type Page, page } from '#domain/forms/form.ts'
import type { Question } from '#domain/forms/question.ts'

export const everyQuestion = {
  fullName: ask.text('Full name', { autocomplete: 'name', hint: 'As on your passport' }),
  shortCode: ask.text('Share code', { width: 10, spellcheck: false, optional: true }),
  happened: ask.longText('What happened', { most: 500 }),
  children: ask.count('Number of children', { most: 20 }),
  rent: ask.money('Rent', { per: 'week' }),
  area: ask.measure('Floor area', 'square metres'),
  born: ask.date('Date of birth', { born: true }),
  moved: ask.date('Month you moved in', { monthOnly: true, must: 'past' }),
  lives: ask.choice(
    'Select where you live',
    { rent: ask.option('I rent', 'From anyone'), own: 'I own', none: ask.none('Neither') },
    { label: 'Where you live' },
  ),
  with: ask.choices(
    'Select who lives with you',
    {
      partner: ask.reveal('Partner', {
        partnerName: ask.text('Partner’s name'),
        partnerBorn: ask.date('Partner’s date of birth'),
      }),
      children: ask.reveal('Children', {
        story: ask.longText('Tell us about them'),
        more: ask.choice('Select one', { a: 'A', b: 'B' }, { label: 'Which' }),
      }),
      no: ask.none('No one'),
    },
    { label: 'Who lives with you' },
  ),
  works: ask.yesNo('Select yes if you work', {
    label: 'Do you work?',
    reveals: { yes: { employer: ask.text('Employer') } },
  }),
  drives: ask.yesNo('Select yes if you drive', { label: 'Do you drive?' }),
  home: ask.address('Enter your address', { label: 'Home address' }),
  phone: ask.phone('Telephone number'),
  email: ask.email('Email address'),
  insurance: ask.nationalInsurance('National Insurance number'),
  agreed: ask.declaration('I agree', 'Select to agree'),
} satisfies Readonly<Record<string, Question>>

export const bigPage: Page = page('everything', 'Everything about ((name))', everyQuestion, {
  guidance: ['We ask for a reason.', 'Tell us what you know about ((name)).'],
  details: { summary: 'Why we ask', text: ['Because the law says so.'] },
})

export const onePagers: readonly Page[] = [
  ...Object.entries(everyQuestion).map(([id, question]) =>
    page(`one-${id}`, `Tell us: ${question.label ?? id}`, { [id]: question }),
  ),
  page('site', 'Where is the site?', { site: ask.boundary('Show where the site is') }, { does: 'boundary' }),
]
