// Households on a register as it stood on a day: what changed since is read in each case's own history, so that a
// return for 31 March is the same whenever it is filled in (docs/rules/measures.md, "Returns").
import type { Case, CaseEvent, ListedCase } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Bedrooms } from '#domain/measures/returns/lahs.ts'
import { type SoFar, withPart } from '#domain/measures/returns/so-far.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'
import { type Counting, inParts, type Listed, partOf } from './see-returns.ts'

type Stood = {
  readonly subject: Pick<Case, 'reference' | 'placing'>
  readonly events: readonly Pick<CaseEvent, 'at' | 'to'>[]
}

type Ports = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'worklist'> & {
    readonly whole: (reference: string) => Promise<Stood | undefined>
  }
}

export type Register = Readonly<Record<keyof Bedrooms, readonly string[]>>

// The states in which a household is on it; in which it stays as it was; and all others, open and closed: it may have been on it then.
export type RegisterStates = {
  readonly team: string
  readonly on: readonly string[]
  readonly meanwhile: readonly string[]
  readonly open: readonly string[]
  readonly closed: readonly string[]
}

// A page's work: a household that stands as it did is counted as it is listed, of any other the history is read.
const work = 1000
const historyCosts = 10

export const countRegister = async (
  ports: Ports,
  states: RegisterStates,
  { day, from }: { readonly day: Day; readonly from: SoFar },
): Promise<Counting<Register>> => {
  const isPast = day < londonDay(ports.clock.now())
  const lists = listsFor(states, day, londonDay(ports.clock.now()))
  const found: Household[] = []
  let so = from
  for (let left = work; left > 0 && !so.done; ) {
    const page = await partOf(ports, so, lists, isPast ? Math.ceil(left / historyCosts) : left)
    const moved = page.cases.filter((one) => mayDiffer(one, states, day))
    const stood = page.cases.filter(
      (one) => !moved.includes(one) && states.on.includes(one.state) && wasThere(one, day),
    )
    const read = await inParts(moved, async ({ reference }) => stoodOn(await ports.cases.whole(reference), states, day))
    const some = [...stood.map(asListed), ...read.flatMap((one) => one ?? [])]
    found.push(...some)
    so = withPart(so, { ...page.next, counts: countsOf(registerOf(some)) }, lists.length)
    left -= Math.max(1, page.cases.length + moved.length * (historyCosts - 1))
  }
  return { so, part: registerOf(found) }
}

// Of those that are closed, only what closed since.
const listsFor = ({ team, on, meanwhile, open, closed }: RegisterStates, day: Day, today: Day): readonly Listed[] => [
  listOf(team, [...on, ...meanwhile]),
  ...(day < today
    ? [listOf(team, open), { ...listOf(team, closed), due: { from: day, before: addDays(today, 1) } }]
    : []),
]

const listOf = (team: string, states: readonly string[]): Listed => ({
  of: { is: 'states', states: states.map((state) => ({ team, state })) },
  sort: 'due',
})

const wasThere = ({ openedAt }: ListedCase, day: Day): boolean => londonDay(openedAt) <= day

// Whoever has no place on it yet, or came later, was not on it.
const mayDiffer = (one: ListedCase, { meanwhile }: RegisterStates, day: Day): boolean =>
  one.place !== undefined && wasThere(one, day) && (londonDay(one.changedAt) > day || meanwhile.includes(one.state))

type Household = { readonly reference: string; readonly bedrooms?: number }

const asListed = ({ reference, place }: ListedCase): Household => ({
  reference,
  ...(place?.bedrooms === undefined ? {} : { bedrooms: place.bedrooms }),
})

const stoodOn = (whole: Stood | undefined, { on, meanwhile }: RegisterStates, day: Day): Household | undefined => {
  const states = whole?.events.flatMap(({ at, to }) => (to !== undefined && londonDay(at) <= day ? [to] : []))
  const state = states?.findLast((one) => !meanwhile.includes(one))
  if (whole === undefined || state === undefined || !on.includes(state)) return undefined
  const { reference, placing } = whole.subject
  const bedrooms = placing?.placings.findLast((one) => one.on <= day)?.bedrooms
  return { reference, ...(bedrooms === undefined ? {} : { bedrooms }) }
}

const countsOf = (register: Register) =>
  Object.fromEntries(Object.entries(register).map(([size, references]) => [size, references.length]))

const registerOf = (all: readonly Household[]): Register => {
  const of = (size: keyof Bedrooms): readonly string[] =>
    all.filter(({ bedrooms }) => sizeOf(bedrooms) === size).map(({ reference }) => reference)
  const [one, two, three, more, unspecified] = [of('one'), of('two'), of('three'), of('more'), of('unspecified')]
  return { one, two, three, more, unspecified }
}

const sizeOf = (bedrooms: number | undefined): keyof Bedrooms => {
  if (bedrooms === undefined || bedrooms < 1) return 'unspecified'
  return (['one', 'two', 'three'] as const)[bedrooms - 1] ?? 'more'
}
