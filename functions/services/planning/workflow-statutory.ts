// Actions of a planning application that follow from the law's own clock and from the national scheme of delegation.
import type { Case } from '#domain/cases/case.ts'
import type { Action } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, date, longText, text, yesNo } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { delegationPack } from './rules/delegation.ts'
import { type Barred, barredWords, type Criterion, criteria, leastReasons, toCommittee } from './rules/gateway.ts'
import { beforeValid, notLonger, setsMoreTime, setsNotices } from './statutory-dates.ts'

const officers = ['planning-officer', 'team-manager'] as const

// The gateway as an officer records it (gateway.ts): both must agree, for one of two reasons, in writing that was published.
const gatewayProblems = (typed: Typed, subject: Case, today: Day): readonly Problem[] => {
  const committee = subject.assessment?.term?.committee
  if (committee === undefined || today < delegationPack.validFrom) return []
  const found = toCommittee({ is: 'national', tier: committee ? 2 : 1 }, gatewayIn(typed))
  return found.ok ? [] : [{ field: fields[found.error], words: barredWords[found.error] }]
}

const gatewayIn = (typed: Typed) => ({
  officer: { agrees: one(typed, 'officerAgrees') === 'yes', by: one(typed, 'officerName') },
  member: { agrees: one(typed, 'memberAgrees') === 'yes', by: one(typed, 'memberName') },
  ...criterionIn(one(typed, 'criterion')),
  reasons: one(typed, 'reasons'),
  published: one(typed, 'publishedOn-day') !== '',
})

const criterionIn = (typed: string): { readonly criterion?: Criterion } =>
  typed === 'a' || typed === 'b' ? { criterion: typed } : {}

const fields: Readonly<Record<Barred, string>> = {
  'officer-must-decide': 'officerAgrees',
  'local-scheme': 'officerAgrees',
  'not-agreed': 'memberAgrees',
  'no-criterion': 'criterion',
  'too-few-reasons': 'reasons',
  'not-published': 'publishedOn',
}

const noticesAction: Action = {
  id: 'record-notices',
  label: 'Record when notices went out',
  history: 'recorded when the notices went out',
  from: ['assessing', 'review'],
  to: 'same',
  who: officers,
  needs: {
    noticesOn: date('Date of the last notice', {
      must: 'past',
      withinYears: 1,
      missing: 'Enter the date that the last notice went out',
      hint: 'At the site, in a newspaper, or the day that letters arrive. People can comment from then.',
      for: 'PUBLICITY',
    }),
  },
  checks: beforeValid,
  sets: setsNotices,
}

const moreTimeAction: Action = {
  id: 'agree-time',
  label: 'Agree more time',
  history: 'agreed more time with the applicant in writing',
  from: ['assessing', 'review', 'committee'],
  to: 'same',
  who: officers,
  needs: {
    agreedUntil: date('Agreed date', {
      must: 'future',
      withinYears: 2,
      missing: 'Enter the date that was agreed',
      for: 'CLOCK',
    }),
    agreedHow: longText('How the applicant agreed in writing', {
      most: 500,
      missing: 'Enter how the applicant agreed in writing',
      for: 'CLOCK',
    }),
  },
  checks: notLonger,
  sets: setsMoreTime,
}

const committeeAction: Action = {
  id: 'to-committee',
  label: 'Send to committee',
  history: 'sent the application to committee',
  from: ['review'],
  to: 'committee',
  who: ['team-manager'],
  needs: {
    officerName: text('Nominated officer', { missing: 'Enter the name of the nominated officer', for: 'DELEGATION' }),
    officerAgrees: yesNo('Select yes if the nominated officer agrees', {
      label: 'Does the nominated officer agree?',
      for: 'DELEGATION',
    }),
    memberName: text('Nominated member', { missing: 'Enter the name of the nominated member', for: 'DELEGATION' }),
    memberAgrees: yesNo('Select yes if the nominated member agrees', {
      label: 'Does the nominated member agree?',
      for: 'DELEGATION',
    }),
    criterion: choice('Select which of the two reasons applies', criteria, {
      label: 'What the application raises',
      for: 'DELEGATION',
    }),
    reasons: longText('Reasons', {
      most: 2000,
      hint: `At least ${leastReasons} characters. They are published.`,
      missing: 'Enter the reasons',
      for: 'DELEGATION',
    }),
    publishedOn: date('Date that this was published', {
      must: 'past',
      withinYears: 1,
      missing: 'Enter the date that this was published',
      for: 'DELEGATION',
    }),
  },
  checks: gatewayProblems,
}

export const statutoryActions: readonly Action[] = [noticesAction, moreTimeAction, committeeAction]
