// Facts that are worked out before the tables are read, and the answers each comes from. In a table's conditions they stand like answers.

import type { Read } from '#domain/rules/assessment.ts'

export const here = (...questions: readonly string[]): readonly Read[] => questions.map((question) => ({ question }))

export const peopleReads = (...questions: readonly string[]): readonly Read[] =>
  questions.map((question) => ({ question, section: 'people' }))

// Who needs a bedroom, and with whom they may share it: asked of the applicant, and more of each other person.
export const applicantReads: readonly string[] = [
  'dateOfBirth',
  'sex',
  'pregnant',
  'babyDue',
  'babiesExpected',
  'needsOwnRoom',
  'overnightCarer',
  'carerNights',
]

export const personReads: readonly string[] = [
  ...applicantReads,
  ...['relationship', 'coupleWith', 'coupleName', 'childTime', 'childNights', 'childBenefitTo', 'parentName'],
]

export const householdReads: readonly Read[] = [
  ...here(...applicantReads),
  ...peopleReads(...personReads),
  ...here('fostering', 'fosterChildren'),
]

export const livingThereReads: readonly Read[] = peopleReads('livesWithYou')

export const roomsReads: readonly Read[] = here('bedroomsAvailable', 'propertyType', 'livingSituation')

export const statutoryReads: readonly Read[] = [
  ...here('dateOfBirth', 'sex'),
  ...peopleReads('dateOfBirth', 'sex', 'relationship', 'coupleWith', 'coupleName', 'livesWithYou'),
  ...['otherAge', 'otherSex', 'otherCouple'].map((question) => ({ question, section: 'others-at-home' })),
  ...['roomUse', 'roomArea'].map((question) => ({ question, section: 'rooms' })),
]

export const stayReads: readonly Read[] = [
  'livedHere',
  'placeKind',
  'detained',
  'councilArea',
  'movedIn',
  'livesHereNow',
  'movedOut',
].map((question) => ({ question, section: 'address-history' }))

export const incomeReads: readonly Read[] = [
  ...here('grossPay', 'benefitIncome', 'benefits', 'pensionIncome', 'otherIncome'),
  ...peopleReads('grossPay', 'benefitIncome', 'benefits', 'pensionIncome', 'otherIncome'),
]

export const capitalReads: readonly Read[] = [
  ...here('savings', 'investments'),
  ...peopleReads('savings', 'investments'),
  ...here('propertyValue', 'lumpSumKind', 'lumpSumAmount'),
]

export const rentReads: readonly Read[] = here('rent', 'rentHelp', 'rentEvery')

export const homelessnessReads: readonly Read[] = [
  ...stayReads,
  ...here('connections', 'familyRelation', 'familyYears', 'workStarted'),
]

export const factReads: Readonly<Record<string, readonly Read[]>> = {
  bedroomsLacking: [...roomsReads, ...livingThereReads, ...householdReads],
  bedroomsSpare: [...roomsReads, ...householdReads],
  statutorilyOvercrowded: statutoryReads,
  homelessnessConnection: homelessnessReads,
  rightToMove: here('livingSituation', 'connections', 'travelReason'),
  forcesExemption: here('forcesKind', 'forcesLeft'),
  rentBurden: [...rentReads, ...incomeReads],
  familyApart: peopleReads('livesWithYou', 'relationship'),
  releaseIsFar: here('releaseDate'),
  noticeIsSoon: here('toldToLeave', 'leaveBy'),
  // Compared by the register itself; a National Insurance number is never shown in a reason.
  alsoHere: here('lastName', 'dateOfBirth'),
  arrearsExcused: here('owesBenefitDelay', 'owesPlan'),
}
