// What happens to somebody on the waiting list (docs/rules/bookings.md, "Waiting list"): offered a
// time, taking it or letting it go, put ahead, taken off.
import type { Action } from '#domain/cases/workflow.ts'
import { longText } from '#domain/forms/ask.ts'

const staff = ['bookings-staff', 'team-manager'] as const

// On the list, with or without a time to take.
const onList: readonly string[] = ['waiting', 'offered']

export const waitingActions: readonly Action[] = [
  {
    id: 'offer',
    label: 'Offer a time',
    history: 'offered a time that had come free',
    from: ['waiting'],
    to: 'offered',
    who: ['system'],
    does: 'offer-time',
  },
  {
    id: 'lapse',
    label: 'Let the offer lapse',
    history: 'offered the time to the next person, as nobody had taken it',
    from: ['offered'],
    to: 'waiting',
    who: ['system'],
    does: 'lapse-offer',
  },
  {
    id: 'take-offer',
    label: 'Take this time',
    history: 'took the time and booked the appointment',
    from: ['offered'],
    to: 'confirmed',
    who: ['applicant'],
    text: 'confirmation',
    does: 'take-offer',
  },
  {
    id: 'decline',
    label: 'No, keep me on the list',
    history: 'did not want the time that was offered',
    from: ['offered'],
    to: 'waiting',
    who: ['applicant'],
    does: 'decline-offer',
  },
  {
    id: 'leave',
    label: 'Leave the waiting list',
    history: 'left the waiting list',
    from: onList,
    to: 'off-list',
    who: ['applicant'],
    text: 'left',
    does: 'leave-list',
  },
  {
    id: 'wait-over',
    label: 'End the wait',
    history: 'found no time before the last day that they could come',
    from: ['waiting'],
    to: 'off-list',
    who: ['system'],
    text: 'wait-over',
    does: 'wait-over',
  },
  {
    id: 'unanswered',
    label: 'End the wait',
    history: 'took them off the waiting list, as they answered none of the last offers',
    from: ['waiting'],
    to: 'off-list',
    who: ['system'],
    text: 'unanswered',
    does: 'wait-unanswered',
  },
  {
    id: 'put-ahead',
    label: 'Put ahead of others',
    history: 'put them ahead of others on the waiting list',
    from: onList,
    to: 'same',
    who: staff,
    when: ({ waiting }) => waiting?.ahead !== true,
    needs: { whyAhead: longText('Reason', { most: 500, missing: 'Enter the reason', for: 'officer' }) },
    sets: (_typed, { waiting }) => (waiting === undefined ? {} : { waiting: { ...waiting, ahead: true } }),
  },
  {
    id: 'take-off',
    label: 'Take off the list',
    history: 'took them off the waiting list',
    from: onList,
    to: 'off-list',
    who: staff,
    needs: {
      whyOff: longText('Reason', {
        most: 500,
        missing: 'Enter the reason',
        toldTo: 'customer',
        for: 'officer',
      }),
    },
    text: 'taken-off',
    adverse: true,
    does: 'leave-list',
  },
]
