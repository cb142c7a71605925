// What an action does beside the move, in use cases of their own.
import type { OwnAccord } from '../../forms/answered/draft.ts'
import type { Problem } from '../../forms/kind.ts'

// What the applicant sends unasked is of its own accord.
export type Machinery = 'ask-for-more' | 'take-answers' | OwnAccord | BookingMove

// What happens to an appointment, and to a place on the waiting list for one. `wait-over`: no time
// came free before their last day. `wait-unanswered`: they answered none of the last offers.
// `say-here`: at the desk, with the code of the day. `keep-time`: the one that the council moved
// it to. `…-for-block`: what a manager has done for somebody who is booked in time that was closed.
export type BookingMove =
  | 'move-appointment'
  | 'cancel-appointment'
  | 'offer-time'
  | 'lapse-offer'
  | 'take-offer'
  | 'decline-offer'
  | 'leave-list'
  | 'wait-over'
  | 'wait-unanswered'
  | 'keep-time'
  | 'say-here'
  | ForBlock

// No decision rests on answers that nobody has accepted (docs/rules/casework.md, "What the applicant
// sends unasked"). The field is the button of the page.
export const settleFirst: Problem = {
  field: 'act',
  words: 'Accept what the applicant told us, or not, before you do this',
}

const forBlock = ['swap-for-block', 'move-for-block', 'ask-for-block', 'call-for-block', 'open-for-block'] as const

export type ForBlock = (typeof forBlock)[number]

// They stand on the page of closed time, and not among a case's buttons.
export const isForBlock = (does: Machinery | undefined): does is ForBlock => forBlock.some((one) => one === does)
