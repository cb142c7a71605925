// What somebody thinks of a service: a rating, words, or both. What says who they are goes before it
// is kept; what looks like a program's is set aside, and nothing is dropped (docs/rules/measures.md,
// "Feedback").
import { no, ok, type Result } from '#domain/result.ts'
import { type Rating, ratings } from '../figures/kpis.ts'
import { redacted } from './redact.ts'

export const states = ['new', 'read', 'acting', 'changed', 'no-action'] as const
export type FeedbackState = (typeof states)[number]

export type Feedback = {
  // Its month first: 2026-11.…
  readonly id: string
  readonly at: number
  // Absent where they came from a page of no service.
  readonly service?: string
  // The address of the page they came from, without what it names: /housing/{section}/{page}
  readonly page?: string
  // What was wrong on it: the field, or the status of a page that says what went wrong.
  readonly problem?: string
  // Of the service's form as it was then: a page may have changed since.
  readonly formVersion?: number
  // The end at which they were asked, if it was one.
  readonly end?: string
  readonly rating?: Rating
  readonly words: string
  // What was taken out of the words.
  readonly removed: readonly string[]
  readonly aside?: Aside
  // Words that say that somebody may be in danger.
  readonly danger: boolean
  readonly state: FeedbackState
  readonly tag?: string
  readonly reason?: string
  readonly version: number
}

export type Aside = 'program' | 'fast' | 'links' | 'repeated'

export const mostWords = 1200
export const mostTag = 40

export type FeedbackGiven = {
  readonly rating: string
  readonly words: string
  // A field that people do not see.
  readonly trap: string
  // Between the page and its answer, in milliseconds; undefined where nobody can say.
  readonly tookMs?: number
  // How often these words came in a day, this time included.
  readonly times: number
}

export type FeedbackProblem = 'empty' | 'too-long' | 'no-such-rating'

type Read = Pick<Feedback, 'rating' | 'words' | 'removed' | 'aside' | 'danger'>

export const readFeedback = (given: FeedbackGiven): Result<Read, FeedbackProblem> => {
  const words = plainWords(given.words)
  const rating = ratings.find((one) => one === given.rating)
  if (given.rating !== '' && rating === undefined) return no('no-such-rating')
  if (rating === undefined && words === '') return no('empty')
  if (lengthOf(words) > mostWords) return no('too-long')
  const { text, removed } = redacted(words)
  const aside = asideOf(given, words)
  return ok({
    ...(rating === undefined ? {} : { rating }),
    ...(aside === undefined ? {} : { aside }),
    ...{ words: text, removed, danger: dangers.test(words) },
  })
}

// As a browser counts: a line's end is one, and a letter with its accent too.
export const plainWords = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim()

export const lengthOf = (text: string): number => [...text].length

const leastMs = 3000

// What is said three times in a day is a program, or one person who is not heard: kept, and looked at.
const asideOf = ({ trap, tookMs, times }: FeedbackGiven, words: string): Aside | undefined => {
  if (trap !== '') return 'program'
  if (tookMs !== undefined && tookMs < leastMs) return 'fast'
  if ((words.match(/https?:\/\/|www\./gi) ?? []).length > 2) return 'links'
  return times >= 3 && words !== '' ? 'repeated' : undefined
}

// [K] The council's safeguarding team keeps the list.
const dangers =
  /\b(suicid\w*|kill (myself|me|him|her|them)|end my life|self.?harm\w*|not safe|in danger|hurts? me|abus\w+|rape\w*|homeless tonight|nowhere to sleep)\b/i
