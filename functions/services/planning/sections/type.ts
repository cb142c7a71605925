// The type finder: a decision tree by questions. Which application it is follows from these answers alone (application-type.ts).
import { all, answered, any, equals, no, not, oneOf, yes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { choice, count, option, yesNo } from '#domain/forms/question.ts'
import { exitFor } from '../offline.ts'

const work = (...kinds: readonly string[]) => answered('whatWork', oneOf(...kinds))
const aHome = work('extend', 'garden')
const anApplicationForWork = work('extend', 'garden', 'newHomes', 'changeUse', 'building')

export const createsHomes = any(work('newHomes'), answered('createsHomes', yes))

// Work to one house that makes no other home; a flat, or more than one home, needs full permission (Planning Portal, householder guidance).
export const householder = all(aHome, answered('homeKind', equals('house')), not(createsHomes))

export const full = any(
  work('newHomes', 'changeUse', 'building'),
  all(aHome, answered('homeKind', oneOf('flat', 'several'))),
  all(aHome, answered('createsHomes', yes)),
)

export const notStarted = answered('started', equals('no'))
export const listedBuilding = answered('listed', equals('yes'))

export const type = section(
  'type',
  'What you are applying for',
  [
    page(
      'where',
      'Is the site in the Dorset Council area?',
      {
        whereSite: choice(
          'Select if the site is in the Dorset Council area',
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
      'what-work',
      'What do you want to do?',
      {
        whatWork: choice(
          'Select what you want to do',
          {
            extend: option('Extend or alter a home', 'For example, an extension, loft conversion, porch or new windows'),
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
      { when: work('permission'), exits: [exitFor('after-permission', answered('permissionChange', oneOf(
        'discharge', 'vary', 'small', 'reserved', 'breach',
      )))] },
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
      { when: all(createsHomes, answered('homesKnown', yes)) },
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
          { for: 'TYPE', hint: 'Count every floor, measured inside the outer walls. We ask for the exact figure later.' },
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
          { for: 'TYPE', hint: 'Everything inside your red line. Half a hectare is a bit smaller than a football pitch.' },
        ),
      },
      { when: full },
    ),
    page(
      'started',
      'Has the work or the new use started?',
      {
        started: choice(
          'Select if the work or the new use has started',
          { no: 'No', started: 'Yes, it has started', finished: 'Yes, and it is finished' },
          { for: 'TYPE' },
        ),
      },
      { when: anApplicationForWork },
    ),
    page(
      'listed',
      'Is it a listed building, or in the grounds of one?',
      {
        listed: choice(
          'Select if it is a listed building or in the grounds of one',
          { yes: 'Yes', no: 'No', notSure: 'I am not sure' },
          { for: 'TYPE', hint: 'You can search the National Heritage List for England.' },
        ),
      },
      { when: anApplicationForWork },
    ),
    page(
      'listed-work',
      'Where will the work to the listed building be?',
      {
        listedWork: choice(
          'Select where the work to the listed building will be',
          {
            outside: 'Outside, or in the grounds',
            both: 'Inside and outside',
            inside: 'Only inside',
          },
          { for: 'TYPE' },
        ),
      },
      {
        when: all(anApplicationForWork, listedBuilding),
        exits: [
          exitFor('listed-inside', all(answered('listedWork', equals('inside')), not(work('newHomes', 'changeUse')))),
          exitFor('listed-started', not(notStarted)),
        ],
      },
    ),
    page(
      'decision',
      'What do you want the council to decide?',
      {
        decision: choice(
          'Select what you want the council to decide',
          {
            permission: option('If I can have planning permission', 'You get a decision with conditions, or a refusal with reasons'),
            lawful: option('That I do not need permission', 'A lawful development certificate'),
            priorApproval: option('Prior approval', 'For example, a larger rear extension, or an office turned into homes'),
            notSure: 'I do not know if I need permission',
          },
          { for: 'TYPE' },
        ),
      },
      {
        when: anApplicationForWork,
        details: {
          summary: 'Work that does not need permission',
          text: [
            'Many small extensions, outbuildings, walls and changes of use are “permitted development”: you can do them without applying.',
            'Rights can be taken away in a conservation area, by an Article 4 direction, or by a condition on an earlier permission. Flats and listed buildings have fewer rights.',
            'These questions find the right form. They do not decide if you need permission.',
          ],
        },
        exits: [
          exitFor('lawful', answered('decision', equals('lawful'))),
          exitFor('prior-approval', answered('decision', equals('priorApproval'))),
          exitFor('not-sure', answered('decision', equals('notSure'))),
        ],
      },
    ),
    page(
      'detail',
      'How much do you want decided now?',
      {
        detail: choice(
          'Select how much you want decided now',
          {
            full: option('Everything', 'Full planning permission'),
            outline: option('If it can be built at all, with details later', 'Outline planning permission'),
            principle: option('Only if the place suits new homes', 'Permission in principle'),
          },
          { for: 'TYPE' },
        ),
      },
      {
        when: all(full, answered('started', equals('no')), answered('decision', equals('permission'))),
        exits: [
          exitFor('outline', answered('detail', equals('outline'))),
          exitFor('principle', answered('detail', equals('principle'))),
        ],
      },
    ),
  ],
  { group: 'Before you start' },
)

// Ten homes; or half a hectare where the number is not known; or 1,000 m²; or 1 hectare; or minerals or waste
// (Development Management Procedure Order 2015, article 2).
export const major = any(
  answered('newHomes', { test: 'atLeast', value: 10 }),
  all(createsHomes, answered('homesKnown', no), answered('siteSize', oneOf('medium', 'large'))),
  answered('floorSpace', equals('from1000')),
  answered('siteSize', equals('large')),
  answered('whatWork', equals('minerals')),
)
