// Who asked staff to do something about a case, and how: told in the history, and in the text to whom it is about.

import type { Typed } from '../forms/kind.ts'
import { one } from '../forms/kind.ts'
import type { Detail } from './case.ts'
import { type AskedWay, askedWays } from './contact.ts'

export type WhoAsked = {
  // Their name, where it was somebody else.
  readonly other?: string
  readonly way: AskedWay
}

// From the questions of `askedQuestions`.
export const askedIn = (typed: Typed): WhoAsked => {
  const way = (Object.keys(askedWays) as readonly AskedWay[]).find((id) => id === one(typed, 'askedWay')) ?? 'phone'
  const name = one(typed, 'askedName').trim()
  return one(typed, 'askedBy') === 'other' ? { other: name, way } : { way }
}

export const askedShown = ({ other, way }: WhoAsked): readonly Detail[] => [
  { question: 'Who asked', lines: [`${other ?? 'The person themselves'}, ${askedWays[way]}`] },
]
