// The type finder: a decision tree by questions. Which application it is follows from these answers alone (application-type.ts).

import { choice, count, option, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, given, oneOf, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'
import { exitFor } from '../ground/offline.ts'
import { aHome, createsHomes, full, partlyElsewhere, work } from '../ground/proposal-kind.ts'
import { decisionPages } from './decision.ts'
import { forFee } from './floor-measures.ts'

export const type = section(
  'type',
  'What you are applying for',
  [
    page(
      'where',
      `Is the site in the ${council.name} area?`,
      {
        whereSite: choice(
          `Select if the site is in the ${council.name} area`,
          {
            yes: 'Yes',
            partly: option('Partly', 'The site crosses into another council’s area'),
            no: 'No',
          },
          {
            for: 'FEE',
            hint: 'Bournemouth, Christchurch and Poole have a council of their own.',
          },
        ),
      },
      { exits: [exitFor('other-council', answered('whereSite', equals('no')))] },
    ),
    page(
      'larger-part',
      'Which council’s area is most of the site in?',
      {
        largerPart: choice(
          'Select which council’s area most of the site is in',
          { here: council.name, elsewhere: 'The other council' },
          {
            for: 'FEE',
            hint: 'You must apply to both councils. One fee is paid, to the council with the larger part.',
          },
        ),
      },
      { when: partlyElsewhere },
    ),
    page(
      'what-work',
      'What do you want to do?',
      {
        whatWork: choice(
          'Select what you want to do',
          {
            extend: option(
              'Extend or alter a home',
              'For example, an extension, loft conversion, porch or new windows',
            ),
            garden: option(
              'Build in the garden or grounds of a home',
              'For example, a garage, shed, wall, fence or driveway',
            ),
            newHomes: 'Build new homes',
            changeUse: option('Change how a building or land is used', 'For example, from a shop to a flat'),
            building: option(
              'Build, extend or alter something that is not a home',
              'For example, a shop, office, farm building or community hall',
            ),
            sign: 'Put up a sign or an advertisement',
            trees: 'Work on a protected tree, or remove a hedge in the countryside',
            permission: option(
              'Do something about a permission that you have',
              'For example, discharge or change a condition',
            ),
            minerals: 'Extract minerals, or treat, store or dispose of waste',
          },
          { for: 'TYPE' },
        ),
      },
      {
        exits: [
          exitFor('advert', answered('whatWork', equals('sign'))),
          exitFor('minerals', answered('whatWork', equals('minerals'))),
        ],
      },
    ),
    page(
      'tree-work',
      'What is the work to?',
      {
        treeWork: choice(
          'Select what the work is to',
          {
            order: 'A tree with a tree preservation order',
            area: 'A tree in a conservation area',
            hedge: 'A hedge in the countryside',
          },
          { for: 'TYPE' },
        ),
      },
      {
        when: work('trees'),
        exits: [
          exitFor('tree-works', answered('treeWork', oneOf('order', 'area'))),
          exitFor('hedgerow', answered('treeWork', equals('hedge'))),
        ],
      },
    ),
    page(
      'permission-change',
      'What do you want to do about the permission?',
      {
        permissionChange: choice(
          'Select what you want to do about the permission',
          {
            discharge: 'Send details that a condition asks for',
            vary: 'Change or remove a condition',
            small: 'Make a very small change to what was approved',
            reserved: 'Send the details left out of an outline permission',
            breach: 'Prove that not keeping to a condition is now lawful',
          },
          { for: 'TYPE' },
        ),
      },
      { when: work('permission'), exits: [exitFor('after-permission', answered('permissionChange', given))] },
    ),
    page(
      'home',
      'What kind of home is it?',
      {
        homeKind: choice(
          'Select what kind of home it is',
          {
            house: 'A house or bungalow',
            flat: 'A flat or maisonette',
            several: 'More than one home',
          },
          { for: 'TYPE' },
        ),
      },
      { when: aHome },
    ),
    page(
      'creates-homes',
      'Will the work create any new homes?',
      {
        createsHomes: yesNo('Select yes if the work will create any new homes', {
          for: 'TYPE',
          hint: 'For example, dividing a house into flats, or a separate home in the garden. An annexe that is used as part of the main home is not a new home.',
        }),
      },
      { when: work('extend', 'garden', 'changeUse', 'building') },
    ),
    page(
      'homes-known',
      'Do you know how many new homes there will be?',
      { homesKnown: yesNo('Select yes if you know how many new homes there will be', { for: 'TYPE' }) },
      { when: createsHomes },
    ),
    page(
      'homes',
      'How many new homes will there be?',
      {
        newHomes: count('Number of new homes', {
          least: 1,
          most: 9999,
          missing: 'Enter how many new homes there will be',
          for: 'FEE',
        }),
      },
      { when: all(createsHomes, answered('homesKnown', saysYes)) },
    ),
    page(
      'floor-space',
      'How much new floor space will be built that is not for homes?',
      {
        floorSpace: choice(
          'Select how much new floor space will be built',
          {
            none: 'None',
            upTo40: '40 square metres or less',
            under1000: 'More than 40 but less than 1,000 square metres',
            from1000: '1,000 square metres or more',
          },
          {
            for: 'TYPE',
            hint: `${forFee} We ask for the exact figure later.`,
          },
        ),
      },
      { when: work('newHomes', 'changeUse', 'building') },
    ),
    page(
      'site-size',
      'How big is the site?',
      {
        siteSize: choice(
          'Select how big the site is',
          {
            small: 'Less than half a hectare (5,000 square metres)',
            medium: 'Half a hectare or more, but less than 1 hectare',
            large: '1 hectare or more (10,000 square metres)',
          },
          {
            for: 'TYPE',
            hint: 'Everything inside your red line. Half a hectare is a bit smaller than a football pitch.',
          },
        ),
      },
      { when: full },
    ),
    ...decisionPages,
  ],
  { group: 'Before you start' },
)
