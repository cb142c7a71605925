// After a decision, for every service: what the person asked for, and what came of it.
import { council } from '#services/council.ts'
import { answer, news, type TextRow } from './text-table.ts'

export const afterwardsTexts = (noun: string): Readonly<Record<string, TextRow>> => ({
  withdrawn: {
    ...answer,
    version: 1,
    words: `${council.name}: you have withdrawn your ${noun} ((reference)). If this was not you, tell us: ((link))`,
  },
  'withdrawal-noted': {
    ...news,
    version: 1,
    words: `${council.name}: your ${noun} ((reference)) is withdrawn, as you asked. If this is wrong, tell us: ((link))`,
  },
  reopened: {
    ...news,
    version: 1,
    words: `${council.name}: we are looking at your ${noun} ((reference)) again. See why: ((link))`,
  },
  ...reviewTexts,
})

const reviewTexts: Readonly<Record<string, TextRow>> = {
  'review-asked': {
    ...answer,
    version: 1,
    words: `${council.name}: you have asked for a review of the decision on ((reference)). See when we will answer: ((link))`,
  },
  'review-noted': {
    ...news,
    version: 1,
    words: `${council.name}: we have noted that you want a review of the decision on ((reference)). See when we will answer: ((link))`,
  },
  'review-decided': {
    ...news,
    version: 1,
    words: `${council.name}: we have reviewed the decision on ((reference)). See the result and the reasons: ((link))`,
  },
  corrected: {
    ...news,
    version: 1,
    words: `${council.name}: there was an error in what we told you about ((reference)). See the correction: ((link))`,
  },
}
