// About you: the main applicant, who must be 16 or over; a guarantor is asked for at 16 and 17
// (docs/rules/housing.md, "Other reasons not to qualify").

import { yesNo } from '#domain/forms/ask.ts'
import { aged, under } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { tooYoungForTenancy } from '#services/housing/ground/facts.ts'
import { toYou } from '#services/housing/ground/voice.ts'
import { healthDetails, healthNeedPage } from '../health-pages.ts'
import {
  aboutTitle,
  birthDate,
  guarantorPage,
  namePage,
  niPage,
  otherNamesPage,
  pregnancyPage,
  sexPage,
} from './person-pages.ts'

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

const household = page('household', 'Will anyone else live with you in your new home?', {
  othersMove: yesNo('Select yes if anyone else will live with you in your new home', {
    hint: 'Include your children, and anyone who will join you later',
    for: 'BED',
  }),
})

export const aboutYou = section(
  'about-you',
  'About you',
  [
    together('name', aboutTitle(toYou), [namePage(toYou), otherNamesPage(toYou), dateOfBirth, sexPage(toYou)]),
    together('household', 'More about you', [
      guarantorPage(toYou, tooYoungForTenancy),
      niPage(toYou),
      pregnancyPage(toYou),
      healthNeedPage(toYou),
      household,
    ]),
    healthDetails(toYou),
  ],
  { after: ['before'], group: 'You and your household' },
)
