// Which shares the public is not shown: those of few people, and those that would tell one beside another that is
// published (docs/rules/measures.md, "Small numbers").
import type { Sums } from '../counting/sums.ts'
import { isFew, isSmall } from './few.ts'
import { completion } from './kpis.ts'
import { type ShareId, shareIn, typedByHand } from './shares.ts'

export const isHiddenShare = (id: ShareId, sums: Sums): boolean =>
  isFew(shareIn[id](sums)) || tellsFew[id]?.(sums) === true

// What is left between two published counts is a count too.
const tellsFew: Readonly<Partial<Record<ShareId, (sums: Sums) => boolean>>> = {
  // Completed in other ways that are cases here.
  'take-up': (sums) => isSmall(completion(sums).n - shareIn['take-up'](sums).n),
  // Done by people themselves.
  assisted: (sums) => isSmall(shareIn['take-up'](sums).n - shareIn.assisted(sums).n),
  // Typed by hand: the share in time is of the others alone.
  automated: (sums) => isSmall(typedByHand(sums)),
}
