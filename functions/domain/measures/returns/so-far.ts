// A count over all cases goes on part by part: each page reads so many of them, and carries what it came
// to so far (docs/rules/measures.md, "Returns").
import type { Day } from '#domain/day.ts'
import { joined, type Sums } from '../counting/sums.ts'

export type SoFar = {
  // What is counted, and the day on which it was begun: it is not carried into another.
  readonly of: string
  readonly on: Day
  readonly counts: Sums
  // Lists that are read one after another: how many are over, and after which case this one goes on.
  readonly list: number
  readonly cursor?: string
  readonly done: boolean
}

export const begunFor = (of: string, on: Day): SoFar => ({ of, on, counts: {}, list: 0, done: false })

type Part = { readonly counts: Sums; readonly cursor?: string }

// `lists`: how many there are.
export const withPart = (so: SoFar, { counts, cursor }: Part, lists: number): SoFar => {
  const list = cursor === undefined ? so.list + 1 : so.list
  return {
    ...{ of: so.of, on: so.on, counts: joined([so.counts, counts]), list, done: list >= lists },
    ...(cursor === undefined ? {} : { cursor }),
  }
}

export const writtenSoFar = (so: SoFar): string => JSON.stringify(so)

// Undefined where it is of something else or another day. Whoever reads it makes sure that we wrote it.
export const readSoFar = (text: string, { of, on }: Pick<SoFar, 'of' | 'on'>): SoFar | undefined => {
  const read: SoFar = JSON.parse(text)
  return read.of === of && read.on === on ? read : undefined
}
