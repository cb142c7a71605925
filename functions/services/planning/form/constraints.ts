// What protects the place. The applicant may not know: an officer checks each answer against the maps.

import { choice, choices, longText, none } from '#domain/forms/ask.ts'
import { answered, any, equals, includes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { full, listedBuilding } from '../ground/proposal-kind.ts'

const notSure = 'I am not sure'

export const inConservationArea = answered('conservationArea', equals('yes'))
export const inWorldHeritageSite = answered('designations', includes('worldHeritage'))
export const inFloodZone = answered('floodZone', equals('zone2or3'))

export const constraints = section(
  'constraints',
  'What protects the place',
  [
    page(
      'conservation-area',
      'Is the site in a conservation area?',
      {
        conservationArea: choice(
          'Select if the site is in a conservation area',
          { yes: 'Yes', no: 'No', notSure },
          { for: 'PUBLICITY' },
        ),
      },
      { guidance: ['You do not have to look this up. If you are not sure, say so: we check it against our maps.'] },
    ),
    page(
      'listed-grade',
      'What grade is the listed building?',
      {
        listedGrade: choice(
          'Select what grade the listed building is',
          { one: 'Grade I', twoStar: 'Grade II*', two: 'Grade II', notSure },
          { for: 'CONSULT', hint: 'Historic England must be asked about some work to grade I and II* buildings.' },
        ),
      },
      { when: listedBuilding },
    ),
    page('designations', 'Is any of the site in one of these?', {
      designations: choices(
        'Select everything that the site is in, or that it is in none of these',
        {
          article4: {
            label: 'An Article 4 direction area',
            hint: 'Where some permitted development rights are removed',
          },
          nationalLandscape: 'Dorset National Landscape, or Cranborne Chase National Landscape',
          worldHeritage: 'The Jurassic Coast World Heritage Site',
          heritageCoast: 'Heritage coast',
          greenBelt: 'Green belt',
          sssi: 'A site of special scientific interest',
          monument: 'A scheduled monument',
          habitats: 'Within 400 metres of protected heathland',
          none: none('None of these'),
          notSure: none(notSure),
        },
        { for: 'CONSULT' },
      ),
    }),
    page('flood', 'What flood zone is the site in?', {
      floodZone: choice(
        'Select what flood zone the site is in',
        {
          zone1: { label: 'Flood zone 1', hint: 'Low probability' },
          zone2or3: { label: 'Flood zone 2 or 3', hint: 'Medium or high probability, even for part of the site' },
          notSure,
        },
        { for: 'V9', hint: 'You can check on the flood map for planning on GOV.UK.' },
      ),
    }),
    page(
      'heritage',
      'How would the work affect what is special about the place?',
      {
        heritageEffect: longText('Effect on what is special', {
          most: 1500,
          hint: 'A few sentences. A heritage statement, which you add later, can say more.',
          missing: 'Enter how the work would affect what is special about the place',
          for: 'V9',
        }),
      },
      { when: any(inConservationArea, listedBuilding) },
    ),
    page(
      'height-risk',
      'How tall will the tallest new building with homes in it be?',
      {
        tallBuilding: choice(
          'Select how tall the tallest new building with homes in it will be',
          {
            none: 'There is no new building with 2 or more homes',
            lower: 'Lower than 18 metres and fewer than 7 storeys',
            tall: '18 metres or more, or 7 storeys or more',
          },
          { for: 'V9' },
        ),
      },
      { when: full },
    ),
  ],
  { group: 'The site', after: ['type'] },
)
