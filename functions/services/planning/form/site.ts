// Where the site is: an address, or a grid reference and a description for land that has none.

import { onLand } from '#domain/forms/agreement.ts'
import { address, choice, longText, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysNo, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { councilArea } from '../ground/council-area.ts'

export const site = section(
  'site',
  'Where the site is',
  [
    page('has-address', 'Does the site have an address?', {
      siteHasAddress: yesNo('Select yes if the site has an address', {
        for: 'V1',
        hint: 'Say no for a field, a plot or other land without a postcode.',
      }),
    }),
    page(
      'address',
      'What is the address of the site?',
      { siteAddress: address('Enter the address of the site', { theirs: true, for: 'V1' }) },
      { when: answered('siteHasAddress', saysYes) },
    ),
    page(
      'location',
      'Where is the middle of the site?',
      {
        siteReference: choice(
          'Select how you want to say where the site is',
          {
            grid: reveal('With a grid reference', {
              siteGrid: text('Ordnance Survey grid reference', {
                most: 16,
                width: 20,
                reads: 'code',
                hint: 'For example, SY 69012 90645',
                missing: 'Enter an Ordnance Survey grid reference',
                example: 'SY 690 906',
                pattern: {
                  test: /^[A-HJ-Za-hj-z]{2}(\d{6}|\d{8}|\d{10})$/,
                  words: 'Ordnance Survey grid reference must be 2 letters and 6, 8 or 10 numbers, like SY 69012 90645',
                },
                for: 'V1',
              }),
            }),
            eastingNorthing: reveal('With an easting and northing', {
              siteEasting: text('Easting', {
                most: 12,
                width: 10,
                inputmode: 'numeric',
                reads: 'number',
                hint: 'For example, 369012',
                missing: 'Enter the easting',
                example: '369012',
                pattern: { test: /^([0-6]?\d{1,5}|700000)$/, words: 'Easting must be a whole number from 0 to 700000' },
                for: 'V1',
              }),
              siteNorthing: text('Northing', {
                most: 12,
                width: 10,
                inputmode: 'numeric',
                reads: 'number',
                hint: 'For example, 90645',
                missing: 'Enter the northing',
                example: '90645',
                pattern: {
                  test: /^(\d{1,6}|1[0-2]\d{5}|1300000)$/,
                  words: 'Northing must be a whole number from 0 to 1300000',
                },
                for: 'V1',
              }),
            }),
          },
          { for: 'V1' },
        ),
      },
      {
        when: answered('siteHasAddress', saysNo),
        agrees: [
          onLand(
            ['siteGrid'],
            councilArea,
            `The grid reference must be of a place in ${councilArea.name}. Check its letters and numbers`,
          ),
          onLand(
            ['siteEasting', 'siteNorthing'],
            councilArea,
            `The easting and northing must be of a place in ${councilArea.name}. Check that they are the right way round`,
          ),
        ],
        details: {
          summary: 'How to find a grid reference',
          text: [
            'Many map apps and websites show the grid reference of a point that you press on.',
            'You can find it on a paper Ordnance Survey map too. Six numbers are enough.',
          ],
        },
      },
    ),
    page(
      'describe',
      'How would you tell someone to find the site?',
      {
        siteDescription: longText('Description of the site', {
          most: 500,
          hint: 'For example, the field north of Mill Lane, 100 metres east of the village hall.',
          missing: 'Enter a description of where the site is',
          for: 'officer',
        }),
      },
      { when: answered('siteHasAddress', saysNo) },
    ),
    page('seen', 'Can the site be seen from a public road or footpath?', {
      siteSeen: choice(
        'Select if the site can be seen from a public road or footpath',
        { yes: 'Yes, all of it', part: 'Some of it', no: 'No' },
        { for: 'officer', hint: 'We use this to plan a visit.' },
      ),
    }),
    page('visit-risks', 'Is there anything we should know before we visit?', {
      visitNotes: longText('What we should know before we visit', {
        optional: true,
        most: 300,
        hint: 'For example, a locked gate, dogs, or livestock. Do not give key codes here.',
        for: 'officer',
      }),
    }),
  ],
  { group: 'The site', after: ['type'] },
)
