// The numbers of statutory returns out of cases: nothing is sent by us, and each number names its cases. One page reads a fixed number of
// cases and carries what it counted on to the next, so that none costs more where there are more cases.
import type { Case, ListedCase } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { standingEntries } from '#domain/measures/books/book.ts'
import { returnCodeIn } from '#domain/measures/books/returns.ts'
import {
  countsIn,
  type PlanningCase,
  planningSheet,
  type ReturnSheet,
} from '#domain/measures/returns/planning-sheet.ts'
import type { Quarter } from '#domain/measures/returns/quarter.ts'
import { type SoFar, withPart } from '#domain/measures/returns/so-far.ts'
import type { Books } from '../ports/books.ts'
import type { WorklistQuery } from '../ports/staff.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'worklist' | 'whole'>
  readonly books: Pick<Books, 'of'>
}

// What was counted by now, and the cases that this page read.
export type Counting<Of> = { readonly so: SoFar; readonly part: Of }

const closed = ['granted', 'refused', 'withdrawn', 'returned', 'upheld'] as const

// A page's work: an open case is counted as it is listed, of a closed one its history is read.
const work = 1000
const closedCosts = 10

export const countPlanning = async (ports: Ports, quarter: Quarter, from: SoFar): Promise<Counting<ReturnSheet>> => {
  const lists = [openList, closedList(quarter, addDays(londonDay(ports.clock.now()), 1))]
  const cases: PlanningCase[] = []
  let so = from
  for (let left = work; left > 0 && !so.done; ) {
    const cost = so.list === 0 ? 1 : closedCosts
    const found = await partOf(ports, so, lists, Math.ceil(left / cost))
    const read = cost === 1 ? found.cases.map(openCase) : await inParts(found.cases, (one) => closedCase(ports, one))
    cases.push(...read)
    so = withPart(so, { ...found.next, counts: countsIn(planningSheet(read, quarter)) }, lists.length)
    left -= Math.max(1, read.length * cost)
  }
  return { so, part: planningSheet(cases, quarter) }
}

export type Listed = Pick<WorklistQuery, 'of' | 'due' | 'sort'>

const openList: Listed = { of: { is: 'open', teams: ['planning'] }, sort: 'due' }

const closedList = ({ from }: Quarter, before: Day): Listed => ({
  of: { is: 'states', states: closed.map((state) => ({ team: 'planning', state })) },
  ...{ due: { from, before }, sort: 'due' },
})

type Lists = { readonly cases: Pick<CaseStore, 'worklist'> }

export const partOf = async ({ cases }: Lists, { list, cursor }: SoFar, lists: readonly Listed[], size: number) => {
  const query = lists[list]
  if (query === undefined) return { cases: [], next: {} }
  const page = await cases.worklist({ ...query, size, ...(cursor === undefined ? {} : { cursor }) })
  return { cases: page.cases, next: page.next === undefined ? {} : { cursor: page.next } }
}

const openCase = ({ reference, statutory }: ListedCase): PlanningCase => ({
  ...{ reference, committee: false },
  ...(statutory === undefined ? {} : { validOn: statutory.validOn }),
})

const closedCase = async ({ cases, books }: Ports, subject: ListedCase): Promise<PlanningCase> => {
  const { reference } = subject
  const [whole, codes] = await Promise.all([cases.whole(reference), books.of('codes', reference)])
  const decided = subject.state === 'granted' || subject.state === 'refused'
  const code = returnCodeIn(standingEntries(codes), reference)
  const { agreedUntil } = subject.statutory ?? {}
  return {
    ...openCase(subject),
    closedOn: (decided ? decidedOn(whole?.subject, subject.state) : undefined) ?? londonDay(subject.changedAt),
    end: decided && (subject.state === 'granted' || subject.state === 'refused') ? subject.state : 'withdrawn',
    committee: (whole?.events ?? []).some(({ to }) => to === 'committee'),
    ...(agreedUntil === undefined ? {} : { agreedUntil }),
    ...(code === undefined ? {} : { code }),
  }
}

// The day on which it was first told.
const decidedOn = (subject: Case | undefined, state: string): Day | undefined =>
  subject?.outcomes?.find((outcome) => outcome.state === state)?.on

const readAtOnce = 25

export const inParts = async <From, To>(
  all: readonly From[],
  read: (one: From) => Promise<To>,
): Promise<readonly To[]> => {
  const done: To[] = []
  for (let at = 0; at < all.length; at += readAtOnce)
    done.push(...(await Promise.all(all.slice(at, at + readAtOnce).map(read))))
  return done
}
