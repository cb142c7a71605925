// Which feedback somebody wants to see: each part that is named narrows it.
import { type Feedback, type FeedbackState, states } from './feedback.ts'

export const feedbackParts = ['service', 'page', 'end', 'rating', 'state', 'tag'] as const
export type FeedbackPart = (typeof feedbackParts)[number]
export type WantedFeedback = Readonly<Partial<Record<FeedbackPart, string>>>

// Nobody's own word for a part: those that have none.
export const withoutPart = 'none'

export const isWantedFeedback = (one: Feedback, wanted: WantedFeedback): boolean =>
  feedbackParts.every((part) => wanted[part] === undefined || (one[part] ?? withoutPart) === wanted[part])

// The lists in which feedback stands: what is new and speaks of danger has its own, and comes before all others.
export type FeedbackList = FeedbackState | 'danger'

export const feedbackListOf = ({ danger, state }: Pick<Feedback, 'danger' | 'state'>): FeedbackList =>
  danger && state === 'new' ? 'danger' : state

// One after another; the lists of one step are read together, newest first.
export const listsFor = ({ state }: WantedFeedback): readonly (readonly FeedbackList[])[] => {
  if (state === undefined) return [['danger'], states]
  return state === 'new' ? [['danger'], ['new']] : [states.filter((one) => one === state)]
}
