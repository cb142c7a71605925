// Drainage, contamination, waste and hazardous substances: asked of everything that is not a householder application.

import { choice, choices, longText, none, yesNo } from '#domain/forms/ask.ts'
import { page, section } from '#domain/forms/form.ts'
import { full, major } from '../ground/proposal-kind.ts'
import { ecologyPages } from './ecology.ts'

export const drainage = section(
  'drainage',
  'Drainage and wildlife',
  [
    page('foul', 'Where will foul sewage go?', {
      foulDrainage: choices(
        'Select where foul sewage will go',
        {
          mains: 'Public sewer',
          package: 'Package treatment plant',
          septic: 'Septic tank',
          cesspit: 'Cesspit',
          none: none('There is no foul sewage'),
          notSure: none('I am not sure'),
        },
        { for: 'CONSULT', hint: 'Select all that apply.' },
      ),
    }),
    page('surface-water', 'Where will rainwater go?', {
      surfaceWater: choices(
        'Select where rainwater will go',
        {
          sustainable: 'Sustainable drainage system',
          soakaway: 'Soakaway',
          watercourse: 'Stream, river or ditch',
          pond: 'Pond or lake',
          sewer: 'Public sewer',
          none: none('Nothing changes'),
        },
        { for: 'CONSULT', hint: 'Select all that apply.' },
      ),
    }),
    page('water-near', 'Is the site within 20 metres of a river, stream or ditch?', {
      waterNear: yesNo('Select yes if the site is within 20 metres of a river, stream or ditch', { for: 'CONSULT' }),
    }),
    page('flood-risk', 'Will the work make flooding more likely anywhere else?', {
      floodElsewhere: yesNo('Select yes if the work will make flooding more likely anywhere else', { for: 'V9' }),
    }),
    page('contamination', 'Could the land be contaminated?', {
      contamination: choices(
        'Select if the land could be contaminated',
        {
          known: 'It is known to be contaminated',
          suspected: 'It may be, for all or part of the site',
          vulnerable: {
            label: 'The new use would be at risk from contamination',
            hint: 'For example, homes, schools or food growing',
          },
          none: none('None of these'),
        },
        { for: 'V9', hint: 'Select all that apply.' },
      ),
    }),
    page('waste', 'Is there a place to store waste and recycling?', {
      wasteStorage: yesNo('Select yes if there is a place to store waste and recycling', {
        for: 'officer',
        reveals: {
          yes: {
            wasteStorageDetails: longText('Where it is', {
              most: 500,
              missing: 'Enter where waste and recycling will be stored',
              for: 'officer',
            }),
          },
        },
      }),
    }),
    page('trade-effluent', 'Will there be waste water from a business?', {
      tradeEffluent: yesNo('Select yes if there will be waste water from a business', {
        for: 'CONSULT',
        reveals: {
          yes: {
            tradeEffluentDetails: longText('What it is, and how it will be treated', {
              noun: 'What the waste water is',
              most: 500,
              missing: 'Enter what the waste water is, and how it will be treated',
              for: 'officer',
            }),
          },
        },
      }),
    }),
    page('hazardous', 'Will hazardous substances be used or stored?', {
      hazardous: yesNo('Select yes if hazardous substances will be used or stored', {
        for: 'CONSULT',
        reveals: {
          yes: {
            hazardousDetails: longText('Which substances, and how much', {
              noun: 'Which substances',
              most: 500,
              missing: 'Enter which hazardous substances, and how much',
              for: 'officer',
            }),
          },
        },
      }),
    }),
    ...ecologyPages,
    page(
      'environmental-statement',
      'Does the application need an environmental impact assessment?',
      {
        environmentalStatement: choice(
          'Select if the application needs an environmental impact assessment',
          {
            yes: 'Yes, I will send an environmental statement',
            no: 'No, the council has said that it does not',
            notSure: 'I am not sure',
          },
          { for: 'CLOCK', hint: 'It changes how long we have to decide, from 13 weeks to 16 weeks.' },
        ),
      },
      { when: major },
    ),
  ],
  { group: 'The proposal', after: ['type'], when: full },
)
