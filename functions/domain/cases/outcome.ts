// What was decided on a case in the end, as it is told to the person: what, why, by whom, and what they can do about it until when.
// The list only grows: a correction, or the result of a review, is the next of them and names what it replaces.
import { type Day, inFullWords } from '../day.ts'
import type { NoticeHashes } from './decision-notice.ts'

// What can be done about it. Without a last day there is none in the rules.
export type Right = {
  readonly is: 'review' | 'appeal' | 'complaint'
  readonly until?: Day
  // How, and where the time comes from.
  readonly words: readonly string[]
}

export type Outcome = {
  // From 1, without a gap.
  readonly version: number
  // The state that it led to.
  readonly state: string
  // "On the housing register", "Planning permission refused"
  readonly title: string
  readonly on: Day
  readonly by: string
  readonly proposedBy?: string
  // What was decided, in rows: the band with what it means, the bedrooms, the date.
  readonly rows: readonly { readonly question: string; readonly lines: readonly string[] }[]
  readonly reasons: readonly string[]
  readonly right?: Right
  // What its decision notice is known by, where one was issued.
  readonly notice?: NoticeHashes
  // An earlier version that this one takes the place of, and why.
  readonly replaces?: { readonly version: number; readonly why: string }
}

// What an officer proposes and somebody else decides, where it is no placing (placing.ts).
export type Proposal = {
  // The action that would decide it.
  readonly action: string
  readonly on: Day
  readonly by: string
  readonly typed: Readonly<Record<string, readonly string[]>>
}

export type Review = {
  readonly askedOn: Day
  readonly why: string
  // The state that is looked at again.
  readonly of: string
  readonly decideBy: Day
  // Why it was taken after the last day.
  readonly late?: string
  readonly decided?: {
    readonly is: 'upheld' | 'changed'
    readonly on: Day
    readonly by: string
    readonly reasons: string
  }
}

type Told = { readonly outcomes?: readonly Outcome[] }

export const outcomeNow = ({ outcomes }: Told): Outcome | undefined => outcomes?.at(-1)

export const withOutcome = ({ outcomes = [] }: Told, next: Omit<Outcome, 'version'>): readonly Outcome[] => [
  ...outcomes,
  { ...next, version: outcomes.length + 1 },
]

// The one that is open; undefined where none was asked for, or the last is decided.
export const openReview = ({ reviews }: { readonly reviews?: readonly Review[] }): Review | undefined => {
  const last = reviews?.at(-1)
  return last?.decided === undefined ? last : undefined
}

// On the last day itself there is still time.
export const rightIsOver = ({ until }: Right, today: Day): boolean => until !== undefined && today > until

// "You can ask for a review until Monday 21 December 2026."
export const rightInWords = ({ is, until, words }: Right): readonly string[] => {
  const last = until === undefined ? '' : ` until the end of ${inFullWords(until)}`
  return is === 'complaint' ? words : [`You can ${rights[is]}${last}.`, ...words]
}

const rights = { review: 'ask for a review', appeal: 'appeal' } as const
