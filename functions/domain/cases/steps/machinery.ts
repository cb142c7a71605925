// What an action does beside the move, in use cases of their own.
import type { OwnAccord } from '../../forms/answered/draft.ts'

// What the applicant sends unasked is of its own accord.
export type Machinery = 'ask-for-more' | 'take-answers' | OwnAccord | BookingMove

// What happens to an appointment, and to a place on the waiting list for one. `wait-over`: no time
// came free before their last day. `wait-unanswered`: they answered none of the last offers.
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
