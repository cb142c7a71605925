// Ways in, parking, trees and hedges.

import { choice, choices, count, longText, none, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'

const spaces = (words: string) => ({ most: 9999, missing: `Enter how many ${words}`, for: 'officer' })

export const access = section(
  'access',
  'Access, parking and trees',
  [
    page('ways-in', 'Will any ways in or paths change?', {
      accessChanges: choices(
        'Select what will change, or that no ways in or paths will change',
        {
          vehicle: 'A new or changed way in for vehicles',
          pedestrian: 'A new or changed way in for people on foot',
          road: 'A new public road or footpath',
          rightOfWay: 'A public right of way is moved, closed or crossed',
          none: none('No ways in or paths will change'),
        },
        { for: 'PUBLICITY', hint: 'Select all that apply.' },
      ),
    }),
    page('parking', 'Will the number of parking spaces change?', {
      parkingChanges: yesNo('Select yes if the number of parking spaces will change', { for: 'officer' }),
    }),
    page(
      'spaces',
      'How many parking spaces will there be?',
      {
        carsNow: count('Car spaces now', spaces('car spaces there are now')),
        carsAfter: count('Car spaces after', spaces('car spaces there will be')),
        cyclesNow: count('Cycle spaces now', spaces('cycle spaces there are now')),
        cyclesAfter: count('Cycle spaces after', spaces('cycle spaces there will be')),
      },
      { when: answered('parkingChanges', saysYes), guidance: ['Enter 0 where there are none.'] },
    ),
    page('trees', 'Are there trees or hedges close enough to fall on the work?', {
      treesNear: yesNo('Select yes if there are trees or hedges close enough to fall on the work', {
        for: 'V9',
        hint: 'On the site, or on a neighbour’s land.',
      }),
    }),
    page('trees-removed', 'Will any trees or hedges be removed or cut back?', {
      treesRemoved: yesNo('Select yes if any trees or hedges will be removed or cut back', {
        for: 'V9',
        reveals: {
          yes: {
            treesRemovedDetails: longText('Which ones', {
              most: 500,
              hint: 'Use the numbers on your plan, for example T1 and H2.',
              missing: 'Enter which trees or hedges will be removed or cut back',
              for: 'officer',
            }),
          },
        },
      }),
    }),
    page(
      'trees-protected',
      'Do any of the trees have a tree preservation order?',
      {
        treesProtected: choice(
          'Select if any of the trees have a tree preservation order',
          { yes: 'Yes', no: 'No', notSure: 'I am not sure' },
          { for: 'CONSULT' },
        ),
      },
      { when: answered('treesNear', saysYes) },
    ),
  ],
  { group: 'The proposal', after: ['type'] },
)
