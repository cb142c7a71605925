// What happens to an appointment (docs/rules/bookings.md, "Workflow").
import type { Workflow } from '#domain/cases/workflow.ts'
import { choice, longText, slotTime, yesNo } from '#domain/forms/ask.ts'
import { askedQuestions, askedText } from '../../asked-questions.ts'
import { waitingActions } from '../waiting/actions.ts'
import { afterwardsActions, afterwardsStates, agreed, noShow } from './afterwards.ts'
import { notYet, tooEarlyToArrive, whileArriving } from './arriving.ts'
import { closedActions } from './closed.ts'
import { interpreterActions } from './interpreter.ts'
import { leads } from './leads.ts'

const staff = ['bookings-staff', 'customer-adviser', 'team-manager'] as const
const toldReason = longText('Reason', {
  most: 500,
  missing: 'Enter the reason',
  toldTo: 'customer',
  for: 'officer',
})

export const bookingsWorkflow: Workflow = {
  start: 'confirmed',
  waits: 'waiting',
  leads,
  counts: {
    ...{ outcomes: ['confirmed'], undoes: ['cancel-for-us'], confirms: [], asks: [], reassesses: [] },
    ...{ moves: ['move', 'move-for-caller'], cancels: ['cancel', 'cancel-for-caller'] },
    ...{ seen: ['checked-in', 'completed'], missed: ['no-show', 'under-review', 'upheld'], lists: ['waiting'] },
  },
  states: {
    waiting: {
      label: 'On the waiting list',
      forApplicant: 'You are on the waiting list. We will text you when a time comes free.',
      open: true,
      tag: 'yellow',
    },
    offered: {
      label: 'Time offered',
      forApplicant: 'A time has come free, and you can take it.',
      open: true,
      tag: 'purple',
    },
    'off-list': {
      label: 'Off the list',
      forApplicant: 'You are no longer on the waiting list. You can book an appointment.',
      open: false,
      tag: 'grey',
    },
    confirmed: { label: 'Confirmed', forApplicant: 'Your appointment is booked.', open: true, tag: 'blue' },
    'checked-in': {
      label: 'Here',
      forApplicant: 'You have arrived. Somebody will call you.',
      open: true,
      tag: 'light-blue',
    },
    completed: { label: 'Completed', forApplicant: 'Your appointment has taken place.', open: false, tag: 'green' },
    'no-show': {
      label: 'Did not come',
      forApplicant: 'You missed this appointment. You can book another.',
      open: false,
      tag: 'orange',
    },
    excused: {
      label: 'Did not come, excused',
      forApplicant: 'You could not come to this appointment, and it does not count. You can book another.',
      open: false,
      tag: 'grey',
    },
    cancelled: {
      label: 'Cancelled',
      forApplicant: 'This appointment is cancelled. You can book another.',
      open: false,
      tag: 'grey',
    },
    ...afterwardsStates,
  },
  actions: [
    ...waitingActions,
    {
      id: 'check-in',
      label: 'Check in',
      history: 'checked the customer in',
      from: ['confirmed'],
      to: 'checked-in',
      who: staff,
      checks: notYet,
      desk: whileArriving('in-time', 'late'),
    },
    {
      id: 'say-here',
      label: 'I am here',
      history: 'said at the desk that they are here',
      from: ['confirmed'],
      to: 'checked-in',
      who: ['applicant'],
      does: 'say-here',
    },
    {
      id: 'complete',
      label: 'Complete',
      history: 'completed the appointment',
      from: ['checked-in', 'confirmed'],
      to: 'completed',
      who: staff,
      needs: { outcome: longText('What was agreed', { most: 1000, optional: true, for: 'officer' }) },
      sets: agreed,
      desk: ({ state }) => state === 'checked-in',
    },
    {
      id: 'no-show',
      label: 'Did not come',
      history: 'noted that the customer did not come',
      from: ['confirmed'],
      to: 'no-show',
      who: staff,
      needs: {
        tried: choice(
          'Select whether you tried to reach them',
          { phoned: 'We phoned, with no answer', none: 'We did not try' },
          { label: 'Did you try to reach them?', for: 'officer' },
        ),
      },
      checks: tooEarlyToArrive,
      sets: noShow,
      desk: whileArriving('late'),
    },
    {
      id: 'undo-no-show',
      label: 'They came after all',
      history: 'took back that the customer did not come',
      from: ['no-show', 'excused'],
      to: 'confirmed',
      who: staff,
      needs: { whyBack: longText('Reason', { most: 500, missing: 'Enter the reason', for: 'officer' }) },
      sets: (_typed, { appointment }) => (appointment === undefined ? {} : { dueOn: appointment.day }),
      desk: () => true,
    },
    {
      id: 'excuse',
      label: 'Say that it does not count',
      history: 'noted that it does not count that the customer did not come',
      from: ['no-show', 'upheld'],
      to: 'excused',
      who: staff,
      needs: {
        whyExcused: longText('Reason', { most: 500, missing: 'Enter the reason', for: 'officer' }),
      },
    },
    {
      id: 'cancel-for-us',
      label: 'Cancel the appointment',
      history: 'cancelled the appointment',
      from: ['confirmed'],
      to: 'cancelled',
      who: staff,
      needs: {
        reason: toldReason,
        // An officer who is away, or an office that is shut: then nobody is to be offered it.
        othersMayHaveIt: yesNo('Select yes if somebody else can have this time', {
          label: 'Can somebody else have this time?',
          for: 'officer',
        }),
      },
      text: 'cancelled-by-us',
      adverse: true,
      does: 'cancel-appointment',
    },
    {
      id: 'cancel',
      label: 'Cancel',
      history: 'cancelled the appointment',
      from: ['confirmed'],
      to: 'cancelled',
      who: ['applicant'],
      text: 'cancelled',
      does: 'cancel-appointment',
    },
    {
      id: 'move-for-caller',
      label: 'Change the time for the customer',
      history: 'changed the time of the appointment for the customer',
      from: ['confirmed'],
      to: 'same',
      who: staff,
      needs: { time: slotTime('Select a time', { label: 'Time', for: 'officer' }), ...askedQuestions },
      text: 'moved-for-you',
      says: askedText,
      does: 'move-appointment',
    },
    {
      id: 'cancel-for-caller',
      label: 'Cancel for the customer',
      history: 'cancelled the appointment for the customer',
      from: ['confirmed'],
      to: 'cancelled',
      who: staff,
      needs: askedQuestions,
      text: 'cancelled-for-you',
      says: askedText,
      does: 'cancel-appointment',
    },
    {
      id: 'move',
      label: 'Change the time',
      history: 'changed the time of the appointment',
      from: ['confirmed'],
      to: 'same',
      who: ['applicant'],
      text: 'moved',
      does: 'move-appointment',
    },
    ...interpreterActions,
    ...closedActions,
    ...afterwardsActions,
  ],
}
