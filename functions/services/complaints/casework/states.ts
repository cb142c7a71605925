// The states of a complaint, as staff and whoever complains know them.
import type { State } from '#domain/cases/workflow.ts'

export const complaintStates: Readonly<Record<string, State>> = {
  received: {
    label: 'New complaint',
    forApplicant: 'We have your complaint. We will tell you how we understand it.',
    open: true,
    tag: 'blue',
  },
  'stage-1': {
    label: 'Stage 1',
    forApplicant: 'Somebody who had no part in what you complain of is looking into it.',
    open: true,
    tag: 'light-blue',
  },
  answered: { label: 'Answered at stage 1', forApplicant: 'We have answered it.', open: false, tag: 'green' },
  'stage-2': {
    label: 'Stage 2',
    forApplicant: 'Another person is looking at it again.',
    open: true,
    tag: 'orange',
  },
  'answered-2': {
    label: 'Answered at stage 2',
    forApplicant: 'We have looked at it again.',
    open: false,
    tag: 'green',
  },
  ombudsman: {
    label: 'With the ombudsman',
    forApplicant: 'The ombudsman is looking at it.',
    open: true,
    tag: 'purple',
  },
  remedy: {
    label: 'Putting it right',
    forApplicant: 'We have answered it, and are doing what we said.',
    open: true,
    tag: 'yellow',
  },
  closed: { label: 'Closed', forApplicant: 'We have done what we said.', open: false, tag: 'grey' },
  'not-accepted': { label: 'Not accepted', forApplicant: 'We cannot look into it.', open: false, tag: 'red' },
  withdrawn: { label: 'Withdrawn', forApplicant: 'You took it back.', open: false, tag: 'grey' },
}
