// Feedback as a fact: the rating, and nothing of its words.
import { londonDay } from '#domain/london.ts'
import type { RatedFact } from '../counting/facts.ts'
import type { Feedback } from './feedback.ts'

export type RatedFeedback = Pick<Feedback, 'id' | 'at' | 'service' | 'rating' | 'aside' | 'version'>

// Of a page of no service it is of nobody's figures.
export const ratedFact = ({ id, at, service, rating, aside, version }: RatedFeedback): RatedFact | undefined =>
  service === undefined
    ? undefined
    : {
        ...{ is: 'rated', service, day: londonDay(at), id, v: version, aside: aside !== undefined },
        ...(rating === undefined ? {} : { rating }),
      }
