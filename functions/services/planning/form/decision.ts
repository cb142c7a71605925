// The end of the type finder: what has begun, what is listed, and what the council is asked to decide.

import { choice, choices, none, option } from '#domain/forms/ask.ts'
import { all, answered, equals, not, oneOf } from '#domain/forms/condition.ts'
import { page } from '#domain/forms/form.ts'
import { exitFor } from '../ground/offline.ts'
import { forPlannedWork, full, insideOnly, listedBuilding, notStarted, outline } from '../ground/proposal-kind.ts'

export const decisionPages = [
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
    { when: forPlannedWork },
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
    { when: forPlannedWork },
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
      when: all(forPlannedWork, listedBuilding),
      exits: [exitFor('listed-inside', insideOnly), exitFor('listed-started', not(notStarted))],
    },
  ),
  page(
    'decision',
    'What do you want the council to decide?',
    {
      decision: choice(
        'Select what you want the council to decide',
        {
          permission: option(
            'If I can have planning permission',
            'You get a decision with conditions, or a refusal with reasons',
          ),
          lawful: option('That I do not need permission', 'A lawful development certificate'),
          priorApproval: option(
            'Prior approval',
            'For example, a larger rear extension, or an office turned into homes',
          ),
          notSure: 'I do not know if I need permission',
        },
        { for: 'TYPE' },
      ),
    },
    {
      when: forPlannedWork,
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
      when: all(full, notStarted, answered('decision', oneOf('permission', 'notSure'))),
      exits: [exitFor('principle', answered('detail', equals('principle')))],
    },
  ),
  page(
    'reserved-matters',
    'Which details do you want decided later?',
    {
      reservedMatters: choices(
        'Select the details that you want decided later, or that you want them all decided now',
        {
          access: option('Access', 'Ways in and routes for vehicles, cycles and people'),
          appearance: option('Appearance', 'How the buildings look from outside'),
          landscaping: option('Landscaping', 'Planting, walls, fences and levels'),
          layout: option('Layout', 'Where buildings, roads and open spaces are'),
          scale: option('Scale', 'How high, wide and long the buildings are'),
          none: none('None of these'),
        },
        { for: 'V6', hint: 'You send them for approval later, as reserved matters. Select all that apply.' },
      ),
    },
    { when: outline },
  ),
]
