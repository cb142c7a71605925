// What a row of a list says of a case beside its name, its state and its dates: what it is about, and
// what changed last. It is kept with the case when that is written, so that a list reads nothing more
// (docs/rules/casework.md, "Worklists").
import type { Day } from '../../day.ts'
import { markerDeeds } from './markers.ts'

export type Gist = {
  // "Householder: single-storey extension". Nothing that was told in confidence.
  readonly what?: string
  // "Band B": for those who work in the team.
  readonly band?: string
}

export type RowSaid = Gist & { readonly last?: Happening }

// `at` in milliseconds.
export type Happening = { readonly by: string; readonly words: string; readonly at: number }

// Of an entry of the history.
type Done = Happening & { readonly action: string }

// On a day that a worklist can warn of: the code, and the day from which it stands no more.
export type EndingDecision = {
  readonly code: string
  readonly on: Day
  readonly is?: 'award' | 'reduction' | 'room'
}

export const rowAfter = (before: RowSaid | undefined, gist: Gist, event: Done): RowSaid => {
  const last = isListed(event) ? { by: event.by, words: event.words, at: event.at } : before?.last
  return last === undefined ? gist : { ...gist, last }
}

// No list tells of a marker, nor of what somebody in the team has to do with the applicant.
const isListed = ({ action }: Done): boolean => ![...markerDeeds, 'declare-interest'].includes(action)

// Cut between words, where there is one to cut between.
export const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).replace(/[\s,.;:]*\s\S*$|.$/, '')}…` : words
