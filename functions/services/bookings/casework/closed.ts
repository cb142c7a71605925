// What is done for whoever is booked in time that was closed (docs/rules/bookings.md, "What is done for whoever is booked").
import type { Action } from '#domain/cases/workflow.ts'
import { choice } from '#domain/forms/ask.ts'

const managers = ['team-manager'] as const

export const closedActions: readonly Action[] = [
  {
    id: 'swap-for-block',
    label: 'Give it to somebody else at the same time',
    history: 'gave the appointment to somebody else or another room at the same time, as the time was closed',
    ...{ from: ['confirmed'], to: 'same', who: managers, does: 'swap-for-block' },
  },
  {
    id: 'move-for-block',
    label: 'Move it to another time',
    history: 'moved the appointment, as its time was closed',
    ...{ from: ['confirmed'], to: 'same', who: managers, does: 'move-for-block', text: 'moved-by-us' },
  },
  {
    id: 'ask-for-block',
    label: 'Ask them to choose another time',
    history: 'asked the customer to choose another time, as theirs was closed',
    ...{ from: ['confirmed'], to: 'same', who: managers, does: 'ask-for-block', text: 'choose-another' },
  },
  {
    id: 'call-for-block',
    label: 'Note a call',
    history: 'called the customer, as their time was closed',
    ...{ from: ['confirmed'], to: 'same', who: ['bookings-staff', 'customer-adviser', 'team-manager'] },
    does: 'call-for-block',
    needs: {
      called: choice(
        'Select what came of the call',
        {
          'no-answer': 'No answer',
          message: 'We left a message',
          later: 'They will tell us later',
          keeps: 'They keep the time that we moved them to',
        },
        { label: 'What came of the call?', for: 'officer' },
      ),
    },
  },
  {
    id: 'open-for-block',
    label: 'Tell them that the time is open again',
    history: 'opened the time of the appointment again',
    ...{ from: ['confirmed'], to: 'same', who: managers, does: 'open-for-block' },
  },
  {
    id: 'keep-time',
    label: 'Keep this time',
    history: 'kept the time that we moved the appointment to',
    ...{ from: ['confirmed'], to: 'same', who: ['applicant'], does: 'keep-time' },
  },
]
