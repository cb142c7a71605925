// The new homes by bedrooms and by tenure, which must add up to the number that the type finder asked for, and the homes that are lost.
import { addsUp } from '#domain/forms/agreement.ts'
import { count } from '#domain/forms/ask.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { full, homesCounted } from '../ground/proposal-kind.ts'

export const homesPages: readonly Page[] = [
  page(
    'homes-size',
    'How many bedrooms will the new homes have?',
    {
      homesOneBed: count('Homes with 1 bedroom', {
        most: 9999,
        missing: 'Enter how many homes with 1 bedroom',
        for: 'officer',
      }),
      homesTwoBed: count('Homes with 2 bedrooms', {
        most: 9999,
        missing: 'Enter how many homes with 2 bedrooms',
        for: 'officer',
      }),
      homesThreeBed: count('Homes with 3 bedrooms', {
        most: 9999,
        missing: 'Enter how many homes with 3 bedrooms',
        for: 'officer',
      }),
      homesFourBed: count('Homes with 4 bedrooms or more', {
        most: 9999,
        missing: 'Enter how many homes with 4 bedrooms or more',
        for: 'officer',
      }),
    },
    {
      when: homesCounted,
      guidance: ['Enter 0 where there will be none.'],
      agrees: [
        addsUp(
          ['homesOneBed', 'homesTwoBed', 'homesThreeBed', 'homesFourBed'],
          'newHomes',
          'The homes with each number of bedrooms must add up to the number of new homes',
        ),
      ],
    },
  ),
  page(
    'homes-tenure',
    'Who will the new homes be for?',
    {
      homesMarket: count('Homes to sell or rent at market price', {
        most: 9999,
        missing: 'Enter how many homes to sell or rent at market price',
        for: 'CIL',
      }),
      homesAffordable: count('Affordable homes', {
        most: 9999,
        hint: 'Social rent, affordable rent or shared ownership.',
        missing: 'Enter how many affordable homes',
        for: 'CIL',
      }),
      homesSelfBuild: count('Self-build or custom-build homes', {
        most: 9999,
        missing: 'Enter how many self-build or custom-build homes',
        for: 'CIL',
      }),
    },
    {
      when: homesCounted,
      guidance: ['Enter 0 where there will be none.'],
      agrees: [
        addsUp(
          ['homesMarket', 'homesAffordable', 'homesSelfBuild'],
          'newHomes',
          'The homes of each kind must add up to the number of new homes',
        ),
      ],
    },
  ),
  page(
    'homes-lost',
    'How many homes will be lost?',
    {
      homesLost: count('Number of homes lost', {
        most: 9999,
        hint: 'By demolition, conversion or change of use. Enter 0 if none.',
        missing: 'Enter how many homes will be lost',
        for: 'officer',
      }),
    },
    { when: full },
  ),
]
