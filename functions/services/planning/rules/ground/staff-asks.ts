// What some rules need that no applicant is asked here: applications that come by other ways, and what only an officer can say.
// Staff give them where rules are tried on paper.
import { choice, count, date, measure, text, yesNo } from '#domain/forms/ask.ts'
import type { Question } from '#domain/forms/question.ts'
import { applicationCodes } from '#services/planning/ground/application-code.ts'

const clockTime = {
  pattern: { test: /^([01]\d|2[0-3]):[0-5]\d$/, words: 'Time must be in hours and minutes, like 18:30' },
  example: '18:30',
  width: 5,
  most: 5,
} as const

const yes = (label: string) => yesNo('Select yes or no', { label })

export const feeAsks = {
  permissionKind: choice(
    'Select what kind it is',
    { householder: 'Householder', major: 'Major', other: 'Anything else' },
    { label: 'The permission that it is about' },
  ),
  paidInFull: yes('Reserved matters: has the full fee been paid?'),
  advertPlace: choice(
    'Select where it is',
    { premises: 'On the premises, or a sign in advance of them', elsewhere: 'Anywhere else' },
    { label: 'Where an advertisement is' },
  ),
  approvalKind: choice(
    'Select what kind it is',
    {
      plain: 'Without building works, or a larger home extension',
      works: 'A change of use with building works',
      homes: 'A change to homes (Class MA)',
      upward: 'New homes on buildings (Part 20)',
    },
    { label: 'Kind of prior approval' },
  ),
  withPermission: yes('Prior approval: was a planning application with a fee made on the same day?'),
  alternatives: count('Other proposals of the same size for this site, made on the same day', { most: 9 }),
  sentOn: date('Day that it was sent, if not the day above'),
  sentAt: text('Time that it was sent, like 18:30', clockTime),
  priceRise: measure('To look ahead: rise of prices in the year to September', 'per cent', { decimals: 1, most: 100 }),
} satisfies Readonly<Record<string, Question>>

export const caseAsks = {
  code: choice('Select a kind of application', Object.fromEntries(applicationCodes.map((code) => [code, code])), {
    label: 'Kind of application, if the answers below do not say',
  }),
  validOn: date('Day that it is valid, if not the day above'),
  extendedTo: date('Day that more time was agreed until'),
  lettersOn: date('Day that letters are handed over for printing'),
  lettersAt: text('Time that they are handed over, like 17:00', clockTime),
  decidedOn: date('Day that it is decided'),
  outcome: choice(
    'Select how it is decided',
    { refused: 'Refused', granted: 'Granted with conditions' },
    { label: 'How it is decided, for an appeal' },
  ),
  departure: yes('Does it depart from the development plan?'),
  objections: count('People who object', { most: 99_999 }),
  outlineHomes: count('Reserved matters: homes of the outline', { most: 99_999 }),
  outlineFloor: measure('Reserved matters: floor space of the outline', 'square metres'),
  original: choice('Select a kind of application', Object.fromEntries(applicationCodes.map((code) => [code, code])), {
    label: 'A changed condition: kind of the permission',
  }),
} satisfies Readonly<Record<string, Question>>

export const staffAsks: readonly string[] = [...Object.keys(feeAsks), ...Object.keys(caseAsks)]
