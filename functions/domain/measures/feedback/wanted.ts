// Which of a month's feedback somebody wants to see: each part that is named narrows it.
import type { Feedback } from './feedback.ts'

export const feedbackParts = ['service', 'page', 'end', 'rating', 'state', 'tag'] as const
export type FeedbackPart = (typeof feedbackParts)[number]
export type WantedFeedback = Readonly<Partial<Record<FeedbackPart, string>>>

// Nobody's own word for a part: those that have none.
export const withoutPart = 'none'

export const isWantedFeedback = (one: Feedback, wanted: WantedFeedback): boolean =>
  feedbackParts.every((part) => wanted[part] === undefined || partOf(one, part) === wanted[part])

/** What there is to choose from, in the order of the alphabet. */
export const partsIn = (all: readonly Feedback[], part: FeedbackPart): readonly string[] =>
  [...new Set(all.map((one) => partOf(one, part)))].toSorted()

const partOf = (one: Feedback, part: FeedbackPart): string => one[part] ?? withoutPart
