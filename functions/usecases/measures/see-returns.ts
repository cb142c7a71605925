// The numbers of statutory returns out of cases: nothing is sent by us, and each number names its cases.
import type { Case, ListedCase } from '#domain/cases/case.ts'
import { placedNow } from '#domain/cases/placing.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { type Entry, standing } from '#domain/measures/books/book.ts'
import { codeIn } from '#domain/measures/books/returns.ts'
import type { Bedrooms } from '#domain/measures/returns/lahs.ts'
import { type PlanningCase, planningSheet, type Sheet } from '#domain/measures/returns/planning-sheet.ts'
import type { Quarter } from '#domain/measures/returns/quarter.ts'
import type { Books } from '../ports/books.ts'
import type { WorklistQuery } from '../ports/staff.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'worklist' | 'whole' | 'get'>
  readonly books: Pick<Books, 'all'>
}

const closed = ['granted', 'refused', 'withdrawn', 'returned', 'upheld'] as const

export const seePlanningSheet = async (ports: Ports, quarter: Quarter): Promise<Sheet> => {
  const until = addDays(londonDay(ports.clock.now()), 1)
  const [open, ended, codes] = await Promise.all([
    everyCase(ports, { of: { is: 'open', teams: ['planning'] }, sort: 'due' }),
    everyCase(ports, {
      of: { is: 'states', states: closed.map((state) => ({ team: 'planning', state })) },
      due: { from: quarter.from, before: until },
      sort: 'due',
    }),
    ports.books.all('codes'),
  ])
  const known = standing(codes)
  const found = await inParts(ended, (subject) => closedCase(ports, subject, known))
  return planningSheet([...open.map((subject) => openCase(subject)), ...found], quarter)
}

const openCase = ({ reference, statutory }: ListedCase): PlanningCase => ({
  ...{ reference, committee: false },
  ...(statutory === undefined ? {} : { validOn: statutory.validOn }),
})

const closedCase = async ({ cases }: Ports, subject: ListedCase, codes: readonly Entry[]): Promise<PlanningCase> => {
  const whole = await cases.whole(subject.reference)
  const decided = subject.state === 'granted' || subject.state === 'refused'
  const code = codeIn(codes, subject.reference)
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

export type Register = {
  readonly bedrooms: Bedrooms
  readonly references: Readonly<Record<keyof Bedrooms, readonly string[]>>
}

export const seeRegister = async (ports: Ports): Promise<Register> => {
  const listed = await everyCase(ports, {
    of: { is: 'states', states: [{ team: 'housing', state: 'active' }] },
    sort: 'due',
  })
  const sized = await inParts(listed, async ({ reference }) => ({
    reference,
    size: sizeOf(placedNow((await ports.cases.get(reference))?.placing)?.bedrooms),
  }))
  const of = (size: keyof Bedrooms): readonly string[] =>
    sized.filter((one) => one.size === size).map(({ reference }) => reference)
  const references = {
    one: of('one'),
    two: of('two'),
    three: of('three'),
    more: of('more'),
    unspecified: of('unspecified'),
  }
  const { one, two, three, more, unspecified } = references
  return {
    references,
    bedrooms: {
      ...{ one: one.length, two: two.length, three: three.length, more: more.length },
      unspecified: unspecified.length,
    },
  }
}

const sizeOf = (bedrooms: number | undefined): keyof Bedrooms => {
  if (bedrooms === undefined || bedrooms < 1) return 'unspecified'
  return (['one', 'two', 'three'] as const)[bedrooms - 1] ?? 'more'
}

const pageSize = 250

const everyCase = async (
  { cases }: Ports,
  query: Pick<WorklistQuery, 'of' | 'due' | 'sort'>,
): Promise<readonly ListedCase[]> => {
  const found: ListedCase[] = []
  let cursor: string | undefined
  do {
    const page = await cases.worklist({ ...query, size: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.cases)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

const atOnce = 25

const inParts = async <From, To>(all: readonly From[], read: (one: From) => Promise<To>): Promise<readonly To[]> => {
  const done: To[] = []
  for (let at = 0; at < all.length; at += atOnce)
    done.push(...(await Promise.all(all.slice(at, at + atOnce).map(read))))
  return done
}
