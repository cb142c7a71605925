// What a row of a list says of a case beside its name, its state and its dates: what it is about, and
// what changed last. It is kept with the case when that is written, so that a list reads nothing more
// (docs/rules/casework.md, "Worklists").
import type { CaseEvent } from '../case.ts'
import { markerDeeds } from './markers.ts'

export type Gist = {
  // "Householder: single-storey extension". Nothing that was told in confidence.
  readonly what?: string
  // "Band B": for those who work in the team.
  readonly band?: string
}

export type Row = Gist & { readonly last?: Happening }

// `at` in milliseconds.
export type Happening = { readonly by: string; readonly words: string; readonly at: number }

export const rowAfter = (before: Row | undefined, gist: Gist, event: CaseEvent): Row => {
  const last = isListed(event) ? { by: event.by, words: event.words, at: event.at } : before?.last
  return last === undefined ? gist : { ...gist, last }
}

// No list tells of a marker, nor of what somebody in the team has to do with the applicant.
const isListed = ({ action }: CaseEvent): boolean => ![...markerDeeds, 'declare-interest'].includes(action)

// Cut between words, where there is one to cut between.
export const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).replace(/[\s,.;:]*\s\S*$|.$/, '')}…` : words
