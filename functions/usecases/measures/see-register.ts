// Households on a register as it stood on a day: what changed since is read in each case's own history, so that a
// return for 31 March is the same whenever it is filled in (docs/rules/measures.md, "Returns").
import type { Case, CaseEvent, ListedCase } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { PreferredGroup } from '#domain/measures/returns/core.ts'
import { type OnRegister, type RegisterLine, registerLines, registerLinesOf } from '#domain/measures/returns/lahs.ts'
import { type SoFar, withPart } from '#domain/measures/returns/so-far.ts'
import type { CaseStore, Clock, KeptAssessment } from '../ports/stores.ts'
import { type Counting, inParts, type Listed, partOf } from './see-returns.ts'

type Subject = Pick<Case, 'reference' | 'placing'>

type Cases<Of> = Pick<CaseStore, 'worklist'> & {
  readonly get: (reference: string) => Promise<Pick<Case, 'assessment'> | undefined>
  readonly whole: (reference: string) => Promise<Stood<Of> | undefined>
  readonly assessments: (subject: Of) => Promise<readonly KeptAssessment[]>
}

type Stood<Of> = { readonly subject: Of; readonly events: readonly Pick<CaseEvent, 'id' | 'at' | 'to'>[] }

type Ports<Of> = { readonly clock: Clock; readonly cases: Cases<Of> }

// The references of each line.
export type Register = Readonly<Record<string, readonly string[]>>

// The states in which a household is on it; in which it stays as it was; and all others, open and closed: it may have been on it then.
export type RegisterStates = {
  readonly team: string
  readonly on: readonly string[]
  readonly meanwhile: readonly string[]
  readonly open: readonly string[]
  readonly closed: readonly string[]
  // By law whom every scheme must prefer, as the rules found it.
  readonly preferredAs: (subject: Pick<Case, 'assessment'>) => readonly PreferredGroup[] | undefined
}

// A page's work: of a household that stands as it did the case is opened, of any other the whole history is read.
const work = 1000
const openedCosts = 2
const historyCosts = 10

export const countRegister = async <Of extends Subject>(
  ports: Ports<Of>,
  states: RegisterStates,
  { day, from }: { readonly day: Day; readonly from: SoFar },
): Promise<Counting<Register>> => {
  const isPast = day < londonDay(ports.clock.now())
  const lists = listsFor(states, day, londonDay(ports.clock.now()))
  const found: OnRegister[] = []
  let so = from
  for (let left = work; left > 0 && !so.done; ) {
    const page = await partOf(ports, so, lists, Math.ceil(left / (isPast ? historyCosts : openedCosts)))
    const moved = page.cases.filter((one) => mayDiffer(one, states, day))
    const stood = page.cases.filter(
      (one) => !moved.includes(one) && states.on.includes(one.state) && wasThere(one, day),
    )
    const some = [
      ...(await inParts(stood, (one) => asListed(ports, one, states))),
      ...(await inParts(moved, ({ reference }) => stoodOn(ports, reference, { states, day }))),
    ].flatMap((one) => one ?? [])
    found.push(...some)
    so = withPart(so, { ...page.next, counts: countsOf(registerOf(some)) }, lists.length)
    left -= Math.max(1, page.cases.length + stood.length * (openedCosts - 1) + moved.length * (historyCosts - 1))
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

const asListed = async <Of>(
  { cases }: Ports<Of>,
  { reference, place }: ListedCase,
  { preferredAs }: RegisterStates,
): Promise<OnRegister> => ({
  ...{ reference, groups: preferredAs((await cases.get(reference)) ?? {}) },
  ...(place?.bedrooms === undefined ? {} : { bedrooms: place.bedrooms }),
})

type Then = { readonly states: RegisterStates; readonly day: Day }

const stoodOn = async <Of extends Subject>(
  { cases }: Ports<Of>,
  reference: string,
  { states: { on, meanwhile, preferredAs }, day }: Then,
): Promise<OnRegister | undefined> => {
  const whole = await cases.whole(reference)
  const until = whole?.events.filter(({ at }) => londonDay(at) <= day) ?? []
  const state = until.flatMap(({ to }) => to ?? []).findLast((one) => !meanwhile.includes(one))
  if (whole === undefined || state === undefined || !on.includes(state)) return undefined
  const kept = await cases.assessments(whole.subject)
  const assessments = until.flatMap(({ id }) => kept.find(({ event }) => event === id)?.assessment ?? [])
  const bedrooms = whole.subject.placing?.placings.findLast((one) => one.on <= day)?.bedrooms
  const assessment = assessments.at(-1)
  return {
    ...{ reference, groups: preferredAs(assessment === undefined ? {} : { assessment }) },
    ...(bedrooms === undefined ? {} : { bedrooms }),
  }
}

const countsOf = (register: Register) =>
  Object.fromEntries(Object.entries(register).map(([line, references]) => [line, references.length]))

const registerOf = (all: readonly OnRegister[]): Register => {
  const lines = all.map((one) => ({ reference: one.reference, of: registerLinesOf(one) }))
  const under = (line: RegisterLine) => lines.flatMap(({ of, reference }) => (of.includes(line) ? [reference] : []))
  return Object.fromEntries(registerLines.map((line) => [line, under(line)]))
}
