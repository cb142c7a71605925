// Wildlife, and the statements that an application must make about biodiversity net gain
// (Development Management Procedure Order 2015, article 7(1A)).

import { choice, choices, date, longText, measure, none, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysNo, saysYes } from '#domain/forms/condition.ts'
import { page } from '#domain/forms/form.ts'
import { type BngExemption, bngExemptions } from '../ground/bng.ts'

const reason = ({ label, hint }: BngExemption) => (hint === undefined ? { label } : option(label, hint))

export const ecologyPages = [
  page('wildlife', 'Could the work affect wildlife?', {
    wildlife: choices(
      'Select what the work could affect',
      {
        species: {
          label: 'Protected species',
          hint: 'For example, bats, nesting birds, dormice or great crested newts',
        },
        habitats: 'A protected site or an important habitat',
        geology: 'A place that matters for its rocks or fossils',
        none: none('None of these'),
      },
      { for: 'V9', hint: 'On the site, next to it or close to it. Select all that apply.' },
    ),
  }),
  page(
    'net-gain',
    'Does biodiversity net gain apply?',
    {
      netGain: yesNo('Select yes if you believe that biodiversity net gain applies', {
        for: 'BNG',
        hint: 'Most permissions must leave nature at least 10% better off.',
      }),
    },
    {
      details: {
        summary: 'What biodiversity net gain is',
        text: [
          'Unless it is exempt, permission comes with a condition: before work begins, we must approve a plan that shows a gain of at least 10% in the value of habitats.',
          'You tell us here what the land is worth for nature now.',
        ],
      },
    },
  ),
  page(
    'net-gain-exempt',
    'Why does biodiversity net gain not apply?',
    {
      netGainExempt: choice(
        'Select why biodiversity net gain does not apply',
        {
          ...Object.fromEntries(Object.entries(bngExemptions).map(([id, exemption]) => [id, reason(exemption)])),
          other: reveal('Another reason', {
            netGainExemptOther: text('The reason, and the rule that it comes from', {
              noun: 'The reason',
              most: 300,
              missing: 'Enter the reason, and the rule that it comes from',
              for: 'BNG',
            }),
          }),
        },
        { for: 'BNG' },
      ),
    },
    { when: answered('netGain', saysNo) },
  ),
  page(
    'net-gain-why',
    'How does the exemption fit this application?',
    {
      netGainWhy: longText('How the exemption fits', {
        most: 1000,
        hint: 'For example, the work is all on an existing tarmac yard.',
        missing: 'Enter how the exemption fits this application',
        for: 'BNG',
      }),
    },
    { when: answered('netGain', saysNo) },
  ),
  page(
    'net-gain-value',
    'What is the land worth for nature before the work?',
    {
      netGainUnits: measure('Value before the work', 'biodiversity units', {
        decimals: 4,
        most: 100_000,
        hint: 'From the statutory biodiversity metric.',
        missing: 'Enter the value before the work, in biodiversity units',
        for: 'BNG',
      }),
      netGainDate: date('Date of that value', {
        must: 'past',
        hint: 'For example, 27 3 2026. Usually the date of the application, or not long before.',
        missing: 'Enter the date of that value',
        for: 'BNG',
      }),
    },
    { when: answered('netGain', saysYes) },
  ),
  page(
    'net-gain-degraded',
    'Has anything on the land lowered its value since 30 January 2020?',
    {
      netGainDegraded: yesNo('Select yes if anything on the land has lowered its value since 30 January 2020', {
        for: 'BNG',
        hint: 'For example, cleared trees or ploughed grassland, without a permission.',
        reveals: {
          yes: {
            netGainDegradedDetails: longText('What was done, and the value just before it', {
              noun: 'What was done',
              most: 1000,
              missing: 'Enter what was done, and the value just before it',
              for: 'BNG',
            }),
          },
        },
      }),
    },
    { when: answered('netGain', saysYes) },
  ),
  page(
    'net-gain-irreplaceable',
    'Is there irreplaceable habitat on the land?',
    {
      netGainIrreplaceable: yesNo('Select yes if there is irreplaceable habitat on the land', {
        for: 'BNG',
        hint: 'For example, ancient woodland, ancient trees, lowland fen or coastal sand dunes.',
        reveals: {
          yes: {
            netGainIrreplaceableDetails: longText('What it is, and where', {
              noun: 'What the habitat is',
              most: 1000,
              missing: 'Enter what the irreplaceable habitat is, and where',
              for: 'BNG',
            }),
          },
        },
      }),
    },
    { when: answered('netGain', saysYes) },
  ),
]
