// Community Infrastructure Levy: what decides if the work may have to pay (CIL Regulations 2010, form 1).

import { choice, choices, none } from '#domain/forms/ask.ts'
import { answered, oneOf } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'

const mayPay = answered('levyFloor', oneOf('yes', 'notSure'))

export const levy = section(
  'levy',
  'Community Infrastructure Levy',
  [
    page('new-floor', 'Will the work add a new home, or 100 square metres or more?', {
      levyFloor: choice(
        'Select if the work will add a new home, or 100 square metres or more',
        { yes: 'Yes', no: 'No', notSure: 'I am not sure' },
        {
          for: 'CIL',
          hint: 'The levy helps to pay for roads, schools and open spaces. It is not part of the application fee.',
        },
      ),
    }),
    page(
      'in-use',
      'Has a building on the site been in lawful use for 6 months in the last 3 years?',
      {
        levyInUse: choice(
          'Select if a building on the site has been in lawful use for 6 months in the last 3 years',
          { yes: 'Yes', no: 'No', noBuilding: 'There is no building on the site' },
          { for: 'CIL', hint: 'Its floor area may be taken off what is charged.' },
        ),
      },
      { when: mayPay },
    ),
    page(
      'relief',
      'Do you plan to claim relief from the levy?',
      {
        levyRelief: choices(
          'Select what relief you plan to claim',
          {
            selfBuild: 'Self-build home',
            extension: 'Extension or annexe to my own home',
            social: 'Social housing',
            charity: 'Charity',
            none: none('None of these'),
          },
          { for: 'CIL', hint: 'You must claim, and have our decision, before work begins.' },
        ),
      },
      { when: mayPay },
    ),
  ],
  { group: 'Land and people', after: ['type'] },
)
