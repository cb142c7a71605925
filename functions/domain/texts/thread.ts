// Everything that was said with an applicant, by whatever channel, as one list by time: what was written on the case's page, texts,
// emails and letters with where each stands, and calls that somebody wrote down.
import type { CaseEvent, Note } from '../cases/case.ts'
import type { Call } from '../cases/contact.ts'
import { messagesIn } from '../cases/message.ts'
import { type Channel, channelOf } from './channel.ts'
import type { Text } from './text.ts'

export type ThreadLine = {
  readonly at: number
  // 'page': on the page of the case, behind a code.
  readonly by: Channel | 'page' | 'call'
  // The council's own. Of a call: the council rang.
  readonly ours: boolean
  // A name; of what the outbox sends there is none.
  readonly who?: string
  readonly words: string
  readonly text?: Text
  readonly call?: Call
}

type Whole = { readonly events: readonly CaseEvent[]; readonly notes: readonly Note[]; readonly texts: readonly Text[] }

/** Newest first. */
export const threadOf = ({ events, notes, texts }: Whole): readonly ThreadLine[] =>
  [
    ...messagesIn(events).map(({ at, ours, by, words }): ThreadLine => ({ at, by: 'page', ours, who: by, words })),
    ...texts.map(ofText),
    ...notes.flatMap(ofCall),
  ].toSorted((one, other) => other.at - one.at)

/** What of it the applicant sees: no code, nothing that never went to them, and no call with somebody else. */
export const theirThread = (whole: Whole, now: number): readonly ThreadLine[] =>
  threadOf(whole).filter(({ text, call }) => (call === undefined || call.with === 'applicant') && isTold(text, now))

// What is due in time may still be called off.
const isTold = (text: Text | undefined, now: number): boolean => {
  if (text === undefined) return true
  const { state, category, dueAt } = text
  if (category === 'security' || state === 'cancelled' || state === 'held') return false
  return state !== 'due' || dueAt <= now
}

// A text that is due later stands where it will go.
const ofText = (text: Text): ThreadLine => ({ at: text.dueAt, by: channelOf(text), ours: true, words: text.body, text })

const ofCall = ({ at, by, words, call }: Note): readonly ThreadLine[] =>
  call === undefined ? [] : [{ at, by: 'call', ours: call.rang === 'council', who: by, words, call }]

export type Paged<T> = { readonly rows: readonly T[]; readonly page: number; readonly pages: number }

/** `page`: from 1; one that is not there is the last. */
export const pageOf = <T>(all: readonly T[], asked: number, size: number): Paged<T> => {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(Math.max(1, asked), pages)
  return { rows: all.slice((page - 1) * size, page * size), page, pages }
}

/** Of an address: 1 where it says none. */
export const pageNumberIn = (typed: string | undefined): number => (/^\d{1,4}$/.test(typed ?? '') ? Number(typed) : 1)
