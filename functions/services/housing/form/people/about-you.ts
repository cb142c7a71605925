// About you: the main applicant, who must be 16 or over; a guarantor is asked for at 16 and 17
// (docs/rules/housing.md, "Other reasons not to qualify").

import { choice, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { aged, all, atLeast, under } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'
import { toYou } from '#services/housing/ground/voice.ts'
import { healthPages } from '../health-pages.ts'
import { birthDate, namePage, niPage, otherNamesPage, pregnancyPage, sexPage } from './person-pages.ts'

const dateOfBirth = page(
  'date-of-birth',
  'What is your date of birth?',
  { dateOfBirth: birthDate(toYou) },
  {
    exits: [
      {
        id: 'under-16',
        ends: 'told',
        when: aged('dateOfBirth', under(16)),
        title: 'You must be 16 or over to apply',
        reasons: [
          `${council.name} cannot put anyone under 16 on the housing register.`,
          `If you do not have a safe place to live, call children’s services on ${council.phones.childrensServices} at any time. You can also call Childline free on 0800 1111.`,
        ],
      },
    ],
  },
)

const guarantorName = (missing: string) => ({
  guarantorName: text('Their name', { missing, for: 'Q-AGE' }),
})

const guarantor = page(
  'guarantor',
  'Who could guarantee your tenancy until you are 18?',
  {
    guarantor: choice(
      'Select who could guarantee your tenancy',
      {
        person: reveal('A parent, relative or other adult', guarantorName('Enter the name of the person')),
        childrensServices: 'Children’s services',
        none: 'I do not have anyone',
      },
      { hint: 'If you do not have anyone, we will talk to you about who could help', for: 'Q-AGE' },
    ),
  },
  {
    when: all(aged('dateOfBirth', atLeast(16)), aged('dateOfBirth', under(18))),
    guidance: ['The law does not let a person under 18 hold a tenancy, so an adult or a service must hold it for you.'],
  },
)

const household = page('household', 'Will anyone else live with you in your new home?', {
  othersMove: yesNo('Select yes if anyone else will live with you in your new home', {
    hint: 'Include your children, and anyone who lives somewhere else now but will join you',
    for: 'BED',
  }),
})

export const aboutYou = section(
  'about-you',
  'About you',
  [
    namePage(toYou),
    otherNamesPage(toYou),
    dateOfBirth,
    guarantor,
    sexPage(toYou),
    niPage(toYou),
    pregnancyPage(toYou),
    ...healthPages(toYou),
    household,
  ],
  { after: ['before'], group: 'You and your household' },
)
