// The building or land as it is and as it would be: floor areas for the fee, heights and distances for the neighbours, homes for the plan.
import { atMost } from '#domain/forms/agreement.ts'
import { choice, count, longText, measure, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, oneOf } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { decidedNow, full, householder, work } from '../ground/proposal-kind.ts'
import { example, forFee, forLevy } from './floor-measures.ts'
import { homesPages } from './homes.ts'

const otherFloorSpace = all(full, answered('floorSpace', oneOf('upTo40', 'under1000', 'from1000')))

// Use Classes Order 1987, as amended in 2020 and 2021.
const uses = {
  e: 'Shop, office, restaurant, surgery, nursery, gym or light industry (E)',
  b2: 'General industry (B2)',
  b8: 'Storage or distribution (B8)',
  c1: 'Hotel or guest house (C1)',
  c2: 'Residential institution or care home (C2)',
  c3: 'Home (C3)',
  c4: 'Small house in multiple occupation (C4)',
  f1: 'School, museum, library, hall or place of worship (F1)',
  f2: 'Local shop, community hall or outdoor sport (F2)',
  agricultural: 'Farming or forestry',
  suiGeneris: 'Something with no use class, like a pub, takeaway, cinema or petrol station',
  vacant: 'Vacant land or building',
}

export const building = section(
  'building',
  'Existing and proposed',
  [
    page(
      'home-floor',
      'What is the floor area of the home?',
      {
        existingFloor: measure('Floor area now', 'square metres', {
          decimals: 1,
          most: 10_000,
          missing: 'Enter the floor area of the home now',
          for: 'CIL',
        }),
        newFloor: measure('New floor area', 'square metres', {
          decimals: 1,
          most: 10_000,
          hint: 'Enter 0 if the work adds none.',
          missing: 'Enter the new floor area',
          for: 'CIL',
        }),
      },
      { when: householder, guidance: [forLevy] },
    ),
    page(
      'use',
      'What is the site used for?',
      {
        existingUse: choice('Select what the site is used for now', uses, {
          label: 'Use now, or last use',
          for: 'officer',
        }),
        proposedUse: choice('Select what the site will be used for', uses, { label: 'Proposed use', for: 'FEE' }),
      },
      { when: full },
    ),
    page(
      'other-floor',
      'What is the floor area that is not for homes?',
      {
        otherFloorNow: measure('Floor area now', 'square metres', {
          decimals: 1,
          most: 1_000_000,
          hint: forLevy,
          missing: 'Enter the floor area now',
          for: 'CIL',
        }),
        otherFloorLost: measure('Floor area lost by demolition or change of use', 'square metres', {
          decimals: 1,
          most: 1_000_000,
          hint: forLevy,
          missing: 'Enter the floor area lost',
          for: 'CIL',
        }),
        otherFloorNew: measure('New floor area', 'square metres', {
          decimals: 1,
          most: 1_000_000,
          hint: forFee,
          missing: 'Enter the new floor area',
          for: 'FEE',
        }),
      },
      {
        when: otherFloorSpace,
        agrees: [
          atMost(
            'otherFloorLost',
            'otherFloorNow',
            'Floor area lost must be the same as or less than the floor area now',
          ),
        ],
        guidance: [`${example} Enter 0 where there is none.`],
      },
    ),
    page(
      'glasshouse',
      'Will the new building be a glasshouse?',
      {
        glasshouse: yesNo('Select yes if the new building will be a glasshouse', {
          for: 'FEE',
          hint: 'Or a polytunnel, for growing crops.',
        }),
      },
      { when: all(otherFloorSpace, answered('proposedUse', equals('agricultural'))) },
    ),
    page(
      'height',
      'How tall will the work be?',
      {
        ridgeHeight: measure('Height of the highest point', 'metres', {
          decimals: 2,
          most: 300,
          hint: 'From the ground to the ridge of the roof, or the top of a wall.',
          missing: 'Enter the height of the highest point',
          for: 'officer',
        }),
        storeys: count('Number of storeys of the new work', {
          most: 60,
          hint: 'Enter 0 for a wall, a fence or a change of use.',
          missing: 'Enter the number of storeys of the new work',
          for: 'officer',
        }),
      },
      { when: decidedNow('scale') },
    ),
    page('slope', 'Is the site on a slope?', {
      siteSlopes: yesNo('Select yes if the site is on a slope', { for: 'V6' }),
    }),
    page(
      'distance',
      'How close will the work come to the edge of the site?',
      {
        boundaryDistance: measure('Distance to the nearest edge', 'metres', {
          decimals: 2,
          most: 10_000,
          hint: 'At the closest point. Enter 0 if it is on the edge.',
          missing: 'Enter the distance to the nearest edge of the site',
          for: 'officer',
        }),
      },
      { when: decidedNow('layout') },
    ),
    page(
      'windows',
      'Will there be new windows or doors that face a neighbour?',
      {
        facingWindows: yesNo('Select yes if there will be new windows or doors that face a neighbour', {
          for: 'officer',
          reveals: {
            yes: {
              facingWindowsDetails: longText('Where they will be, and if the glass is obscured', {
                noun: 'Where they will be',
                most: 500,
                missing: 'Enter where the new windows or doors will be',
                for: 'officer',
              }),
            },
          },
        }),
      },
      { when: decidedNow('appearance') },
    ),
    ...homesPages,
    page(
      'jobs',
      'How many people work there?',
      {
        jobsNow: count('Full-time jobs now', {
          most: 99_999,
          missing: 'Enter how many full-time jobs there are now',
          for: 'officer',
        }),
        jobsAfter: count('Full-time jobs after', {
          most: 99_999,
          hint: 'Count two half-time jobs as one.',
          missing: 'Enter how many full-time jobs there will be',
          for: 'officer',
        }),
      },
      { when: work('building', 'changeUse') },
    ),
    page(
      'hours',
      'When will it be open?',
      {
        openingHours: longText('Opening hours', {
          optional: true,
          most: 500,
          hint: 'For example, Monday to Saturday, 8am to 6pm. Leave it empty if this does not apply.',
          for: 'officer',
        }),
      },
      { when: work('building', 'changeUse') },
    ),
    page(
      'materials-seen',
      'Will the outside look different?',
      {
        materialsChange: yesNo('Select yes if the outside will look different', {
          for: 'officer',
          hint: 'For example, new walls, roofs, windows, doors, fences or paving. We then ask what each is made of.',
        }),
      },
      { when: decidedNow('appearance') },
    ),
  ],
  { group: 'The proposal', after: ['type'] },
)
