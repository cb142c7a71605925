// Where letters to an applicant for housing go (docs/rules/texts.md, "Which way").
import { expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { housingLettersTo } from '#services/housing/casework/letters-to.ts'

type Said = Readonly<Record<string, readonly string[]>>
const subject = (...parts: readonly Said[]): Case => ({
  ...{ reference: 'H2345678', service: 'housing', team: 'housing', title: '', state: 'new', version: 1 },
  ...{ openedAt: 0, changedAt: 0, draftId: 'draft', applicant: { name: 'Ann Okoro', mayText: false } },
  record: {
    ...{ form: 'housing', formVersion: 1, declaration: { version: '1', statements: [], agreed: '' } },
    sections: [
      {
        ...{ id: 'all', title: '' },
        parts: parts.map((part) => ({
          title: '',
          entries: Object.entries(part).map(([id, lines]) => ({
            ...{ question: id, key: id, id, sensitive: false },
            lines,
          })),
        })),
      },
    ],
  },
})
const home = ['1 High Street', 'Dorchester', 'DT1 1XA']
const before = ['9 Old Road', 'Weymouth', 'DT4 7AA']

it.each<readonly [string, readonly Said[], string | undefined]>([
  [
    'home',
    [{ postTo: ['Home'] }, { address: home, livesHereNow: ['Yes'] }],
    'Ann Okoro\n1 High Street\nDorchester\nDT1 1XA',
  ],
  [
    'home, and never to where they lived before',
    [
      { address: before, livesHereNow: ['No'] },
      { address: home, livesHereNow: ['Yes'] },
    ],
    'Ann Okoro\n1 High Street\nDorchester\nDT1 1XA',
  ],
  [
    'care of somebody, whatever their home is',
    [
      { careOfName: ['Day Centre'], postalAddress: before },
      { address: home, livesHereNow: ['Yes'] },
    ],
    'Day Centre\n9 Old Road\nWeymouth\nDT4 7AA',
  ],
  [
    'care of somebody whom a person of no fixed address trusts',
    [{ lettersTo: ['Care of'], lettersName: ['Bo Friend'], lettersAddress: ['9 Old Road,\nWeymouth\nDT4 7AA'] }],
    'Bo Friend\n9 Old Road\nWeymouth\nDT4 7AA',
  ],
  [
    'nowhere where they collect them',
    [{ lettersTo: ['I will collect them'] }, { address: before, livesHereNow: ['Yes'] }],
    undefined,
  ],
  [
    'nowhere where they live at two addresses',
    [
      { address: home, livesHereNow: ['Yes'] },
      { address: before, livesHereNow: ['Yes'] },
    ],
    undefined,
  ],
  [
    'nowhere where they live at a place that has none, such as a refuge',
    [{ livesHereNow: ['Yes'] }, { address: before, livesHereNow: ['No'] }],
    undefined,
  ],
])('a letter goes %s', (_where, parts, to) => {
  expect(housingLettersTo(subject(...parts))).toBe(to)
})
