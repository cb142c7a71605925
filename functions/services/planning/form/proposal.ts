// What is proposed: in the applicant's words, as kinds of work, and when.
import { notBefore } from '#domain/forms/agreement.ts'
import { choices, date, longText, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, includes, not, oneOf } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { createsHomes, full, householder, notStarted, work } from '../ground/proposal-kind.ts'

export const proposal = section(
  'proposal',
  'What you want to do',
  [
    page(
      'description',
      'Describe what you want to do',
      {
        description: longText('Description of the proposal', {
          most: 500,
          rows: 6,
          hint: 'For example, single storey extension to the rear, and a new window in the side wall.',
          missing: 'Enter a description of what you want to do',
          for: 'PUBLICITY',
        }),
      },
      {
        guidance: [
          'Say what you want to build or change and where on the site. Use plain words. Neighbours will read this.',
          'Do not give names, phone numbers or reasons here: the description is published.',
        ],
      },
    ),
    page(
      'home-work',
      'What kind of work is it?',
      {
        homeWork: choices(
          'Select what kind of work it is',
          {
            rear: 'Extension at the back',
            side: 'Extension at the side',
            front: 'Extension at the front, or a porch',
            upper: 'Extra storey',
            loft: 'Loft conversion, dormer or rooflights',
            windows: 'Windows, doors or outside walls',
            outbuilding: 'Garage, shed or another outbuilding',
            boundaryWorks: 'Gate, wall or fence',
            access: 'Driveway, parking or dropped kerb',
            energy: 'Solar panels, heat pump or other energy equipment',
            other: 'Something else',
          },
          { for: 'FEE', hint: 'Select all that apply.' },
        ),
      },
      { when: householder },
    ),
    page(
      'full-work',
      'What kind of work is it?',
      {
        fullWork: choices(
          'Select what kind of work it is',
          {
            newBuild: 'New building',
            extension: 'Extension to a building',
            conversion: 'Conversion of a building',
            changeUse: 'Change of use of land or a building',
            alterations: 'Changes to the outside of a building',
            operations: 'Groundworks, roads or parking',
            plant: 'Plant, machinery or energy equipment',
            other: 'Something else',
          },
          { for: 'FEE', hint: 'Select all that apply.' },
        ),
      },
      { when: full },
    ),
    page(
      'groundworks',
      'Are the groundworks only for how the land is used now?',
      {
        worksForUseNow: yesNo('Select yes if the groundworks are only for how the land is used now', {
          for: 'FEE',
          hint: 'For example, parking, a road or a way in for the shop or the farm that is there.',
        }),
      },
      { when: all(answered('fullWork', includes('operations')), not(createsHomes)) },
    ),
    page('demolition', 'Will you demolish anything?', {
      demolition: yesNo('Select yes if you will demolish anything', {
        for: 'CONSULT',
        reveals: {
          yes: {
            demolitionDetails: longText('What you will demolish, and why', {
              noun: 'What you will demolish',
              most: 500,
              missing: 'Enter what you will demolish, and why',
              for: 'officer',
            }),
          },
        },
      }),
    }),
    page(
      'start-date',
      'When did the work or the new use start?',
      {
        startedOn: date('Date that it started', {
          must: 'past',
          hint: 'For example, 27 3 2026',
          missing: 'Enter the date that the work or the new use started',
          for: 'DELEGATION',
        }),
      },
      { when: answered('started', oneOf('started', 'finished')) },
    ),
    page(
      'finish-date',
      'When was the work finished?',
      {
        finishedOn: date('Date that it was finished', {
          must: 'past',
          hint: 'For example, 27 3 2026',
          missing: 'Enter the date that the work was finished',
          for: 'officer',
        }),
      },
      {
        when: answered('started', equals('finished')),
        agrees: [
          notBefore(
            'finishedOn',
            'startedOn',
            'Date that it was finished must be the same as or after the date that it started',
          ),
        ],
      },
    ),
    page(
      'planned-start',
      'When do you plan to start?',
      {
        plannedStart: date('Planned start', {
          optional: true,
          must: 'future',
          monthOnly: true,
          withinYears: 10,
          hint: 'Month and year, for example, 6 2027. Leave it empty if you do not know.',
          for: 'officer',
        }),
      },
      { when: notStarted },
    ),
    page(
      'disabled-access',
      'Is all the work for a disabled person who lives there, or will live there?',
      {
        disabledAccess: yesNo(
          'Select yes if all the work is for a disabled person who lives there, or will live there',
          {
            for: 'FEE',
            sensitive: true,
            hint: 'To give them access to the home, or for their safety, health or comfort. There may be no fee.',
          },
        ),
      },
      { when: householder, sensitive: true },
    ),
    page(
      'public-access',
      'Is all the work to give disabled people access to a public building?',
      {
        publicAccess: yesNo('Select yes if all the work is to give disabled people access to a public building', {
          for: 'FEE',
          hint: 'There may be no fee.',
        }),
      },
      { when: all(full, answered('whatWork', equals('building'))) },
    ),
    page(
      'playing-field',
      'Is it only for a sports club’s playing field?',
      {
        playingField: yesNo('Select yes if it is only for a sports club’s playing field', {
          for: 'FEE',
          hint: 'Say yes if the applicant is a club or trust for sport that makes no profit, and all the work is to make or serve a playing field, without a building. There is a lower fee.',
        }),
      },
      {
        when: all(
          full,
          work('changeUse', 'building'),
          answered('applicantType', oneOf('charity', 'company', 'parishCouncil')),
        ),
      },
    ),
  ],
  { group: 'The proposal', after: ['type'] },
)
