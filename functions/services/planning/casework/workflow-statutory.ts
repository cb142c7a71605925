// Actions of a planning application that follow from the law's own clock.
import type { Action } from '#domain/cases/workflow.ts'
import { date, longText } from '#domain/forms/ask.ts'
import { beforeFee } from './fee-received.ts'
import {
  beforeReceipt,
  beforeValid,
  correctsClock,
  notLonger,
  sameDay,
  setsMoreTime,
  setsNotices,
} from './statutory-dates.ts'

const officers = ['planning-officer', 'team-manager'] as const

const noticesQuestions = {
  noticesOn: date('Date of the last notice', {
    must: 'past',
    withinYears: 1,
    missing: 'Enter the date that the last notice went out',
    hint: 'At the site, in a newspaper, or the day that letters arrive. People can comment from then.',
    for: 'PUBLICITY',
  }),
}

// A day that stands is changed with a reason.
const noticesAgain = {
  ...noticesQuestions,
  noticesWhy: longText('Why the day changes', {
    most: 1000,
    missing: 'Enter why the day changes',
    hint: 'It was wrong, or notices went out again',
    for: 'PUBLICITY',
  }),
}

const noticesAction: Action = {
  id: 'record-notices',
  label: 'Record when notices went out',
  history: 'recorded when the notices went out',
  from: ['assessing', 'review'],
  to: 'same',
  who: officers,
  needs: noticesQuestions,
  asks: ({ statutory }) => (statutory?.commentsUntil === undefined ? noticesQuestions : noticesAgain),
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

const correctAction: Action = {
  id: 'correct-valid-date',
  label: 'Correct the date valid',
  history: 'corrected the date that the application became valid',
  from: ['assessing', 'review', 'committee'],
  to: 'same',
  who: officers,
  when: ({ statutory }) => statutory !== undefined,
  needs: {
    validOn: date('Date valid', {
      must: 'past',
      withinYears: 1,
      missing: 'Enter the date it became valid',
      for: 'CLOCK',
    }),
    correctedWhy: longText('Why the date was wrong', {
      most: 1000,
      missing: 'Enter why the date was wrong',
      for: 'CLOCK',
    }),
  },
  checks: (typed, subject, today) => [
    ...beforeReceipt(typed, subject, today),
    ...beforeFee(typed, subject, today),
    ...sameDay(typed, subject, today),
  ],
  sets: correctsClock,
}

export const statutoryActions: readonly Action[] = [correctAction, noticesAction, moreTimeAction]
