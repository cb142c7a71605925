// What the outside is made of, element by element: existing and proposed.

import { choice, longText, text } from '#domain/forms/ask.ts'
import { answered, equals, not, saysYes } from '#domain/forms/condition.ts'
import { many, page } from '#domain/forms/form.ts'

export const materials = many(
  'materials',
  'Materials',
  [
    page('element', 'Which part of the building or site is it?', {
      element: choice(
        'Select which part of the building or site it is',
        {
          walls: 'Outside walls',
          roof: 'Roof',
          windows: 'Windows',
          doors: 'Doors',
          boundary: 'Walls, fences and gates',
          surfaces: 'Driveways, paths and parking',
          lighting: 'Lighting',
          other: 'Something else',
        },
        { for: 'officer' },
      ),
    }),
    page(
      'other',
      'What part is it?',
      { otherElement: text('Part of the building or site', { missing: 'Enter what part it is', for: 'officer' }) },
      { when: answered('element', equals('other')) },
    ),
    page('exists', 'Is this part there now?', {
      elementExists: choice(
        'Select if this part is there now',
        { yes: 'Yes', no: 'No, it is new' },
        { for: 'officer', inline: true },
      ),
    }),
    page(
      'existing',
      'What is it made of now?',
      {
        existingMaterial: longText('Existing material and colour', {
          most: 200,
          rows: 2,
          hint: 'For example, red clay brick in Flemish bond.',
          missing: 'Enter what it is made of now',
          for: 'officer',
        }),
      },
      { when: not(answered('elementExists', equals('no'))) },
    ),
    page('proposed', 'What will it be made of?', {
      proposedMaterial: longText('Proposed material and colour', {
        most: 200,
        rows: 2,
        hint: 'Give the maker and product if you know them. Say “to match” if it will be the same.',
        missing: 'Enter what it will be made of',
        for: 'officer',
      }),
    }),
  ],
  {
    group: 'The proposal',
    after: ['type', 'building'],
    when: answered('materialsChange', saysYes),
    noun: 'material',
    plural: 'materials',
    least: 1,
    most: 20,
    naming: ['element'],
    guidance: ['Add each part of the outside that will change.'],
  },
)
