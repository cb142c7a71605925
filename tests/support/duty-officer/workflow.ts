// What happens to a meeting with the duty officer.
import type { Action, Workflow } from '#domain/cases/workflow.ts'

const staff = ['planning-officer'] as const

const inLine: readonly Action[] = [
  {
    ...{ id: 'hand-out', label: 'Offer', history: 'offered a time', from: ['in-line'], to: 'asked' },
    ...{ who: ['system'], does: 'offer-time' },
  },
  {
    ...{ id: 'no-answer', label: 'Let go', history: 'let the offer go', from: ['asked'], to: 'in-line' },
    ...{ who: ['system'], does: 'lapse-offer' },
  },
  {
    ...{ id: 'yes-please', label: 'Take it', history: 'took the time', from: ['asked'], to: 'made' },
    ...{ who: ['applicant'], does: 'take-offer', text: 'confirmation' },
  },
  {
    ...{ id: 'no-thanks', label: 'No', history: 'did not take the time', from: ['asked'], to: 'in-line' },
    ...{ who: ['applicant'], does: 'decline-offer' },
  },
  {
    ...{ id: 'step-out', label: 'Leave', history: 'left the line', from: ['in-line', 'asked'], to: 'gone' },
    ...{ who: ['applicant'], does: 'leave-list' },
  },
  {
    ...{ id: 'too-late', label: 'End', history: 'found no time', from: ['in-line'], to: 'gone' },
    ...{ who: ['system'], does: 'wait-over', text: 'no-time' },
  },
  {
    ...{ id: 'silent', label: 'End', history: 'heard nothing', from: ['in-line'], to: 'gone' },
    ...{ who: ['system'], does: 'wait-unanswered', text: 'no-time' },
  },
]

export const dutyWorkflow: Workflow = {
  start: 'made',
  waits: 'in-line',
  states: {
    made: { label: 'Booked', forApplicant: 'Your meeting is booked.', open: true, tag: 'blue' },
    'in-line': { label: 'In line', forApplicant: 'You are in line.', open: true, tag: 'yellow' },
    asked: { label: 'Offered', forApplicant: 'A time is free.', open: true, tag: 'purple' },
    gone: { label: 'Gone', forApplicant: 'You are no longer in line.', open: false, tag: 'grey' },
    'given-up': { label: 'Given up', forApplicant: 'This meeting is cancelled.', open: false, tag: 'grey' },
    met: { label: 'Met', forApplicant: 'Your meeting took place.', open: false, tag: 'green' },
  },
  leads: { made: [{ actions: ['meet'] }], 'in-line': [], asked: [] },
  actions: [
    ...inLine,
    { id: 'meet', label: 'They came', history: 'met the visitor', from: ['made'], to: 'met', who: staff },
    {
      ...{ id: 'give-up', label: 'Cancel', history: 'gave the time up', from: ['made'], to: 'given-up' },
      ...{ who: ['applicant'], does: 'cancel-appointment', text: 'given-up' },
    },
    {
      ...{ id: 'other-time', label: 'Change', history: 'changed the time', from: ['made'], to: 'same' },
      ...{ who: ['applicant'], does: 'move-appointment', text: 'new-time' },
    },
  ],
}
