// A case's history as facts: how it came, and the outcome with all that staff did before it. From the
// history alone, so that it can be counted again at any time.
import type { Counts } from '#domain/cases/counts.ts'
import { messageAction } from '#domain/cases/message.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { addWorkingDays, workingDaysBetween } from '#domain/working-days.ts'
import { appointmentFacts } from './appointment-facts.ts'
import type { CaseFact, Fact, FactChannel, OutcomeFact } from './facts.ts'
import type { CaseHistory } from './history.ts'
import { levelOf, undoneWithin } from './level.ts'

// How a service's cases are counted: its target in working days, and the states in which that stands
// still.
export type Counted = {
  readonly counts: Counts
  readonly targetDays: number
  readonly waits: (state: string) => boolean
  readonly open: (state: string) => boolean
}

export const countedFacts = (history: CaseHistory, counted: Counted): readonly Fact[] => {
  const outcome = outcomeFact(history, counted)
  return [
    caseFact(history, counted, outcome?.at),
    ...(outcome === undefined ? [] : [outcome.fact]),
    ...appointmentFacts(history, counted.counts),
  ]
}

const versionOf = ({ events, notes }: CaseHistory): number => events.length + notes.length

const caseFact = (history: CaseHistory, counted: Counted, outcomeAt: number | undefined): CaseFact => {
  const { counts } = counted
  const { subject, events } = history
  const has = (actions: readonly string[]): boolean => events.some(({ action }) => actions.includes(action))
  const opened = londonDay(subject.openedAt)
  const first = events.find(({ byId, at }) => byId !== undefined || at === outcomeAt)
  return {
    ...{ is: 'case', service: subject.service, day: opened, id: subject.reference, v: versionOf(history) },
    openedAt: subject.openedAt,
    waits: events[0]?.to === 'waiting',
    complete: subject.completeOn === opened,
    asked: has(counts.asks),
    reassessed: has(counts.reassesses),
    contacts: contactsOf(history, counted),
    ...(outcomeAt === undefined ? {} : { outcomeAt }),
    ...(counts.lists?.includes(events[0]?.to ?? '') === true ? { listed: true as const } : {}),
    ...(first === undefined ? {} : { firstAt: first.at }),
  }
}

// Messages of the applicant, and calls and visits that staff noted, while the case was open.
const contactsOf = ({ events, notes }: CaseHistory, { open }: Counted): number => {
  const isOpenAt = (at: number): boolean => {
    const state = events.findLast((event) => event.at <= at && event.to !== undefined)?.to
    return state === undefined || open(state)
  }
  const messages = events.filter(({ action, byId }) => action === messageAction && byId === undefined)
  return [...messages, ...notes.filter(({ contact }) => contact === true)].filter(({ at }) => isOpenAt(at)).length
}

type Outcome = { readonly at: number; readonly fact: OutcomeFact }

// Only the first: what comes later is about something else.
const outcomeFact = (history: CaseHistory, counted: Counted): Outcome | undefined => {
  const { subject, events } = history
  const { counts } = counted
  const told = events.find(({ to }) => to !== undefined && counts.outcomes.includes(to))
  if (told === undefined) return undefined
  const deeds = deedsUntil(history, told)
  const undone = isUndone(history, counts, told)
  const level = levelOf({ channel: typedIn(history), deeds, confirming: counts.confirms })
  const { statutory } = subject
  const agreed = agreedIn(statutory?.agreedUntil, londonDay(told.at))
  const [onlyDeed] = new Set(deeds).size === 1 ? deeds : []
  return {
    at: told.at,
    fact: {
      ...{ is: 'outcome', service: subject.service, day: londonDay(told.at), id: subject.reference },
      v: versionOf(history),
      level: undone && level === 'A3' ? 'A2' : level,
      undone: undone && level === 'A3',
      inTime: agreed === 'in-time' || londonDay(told.at) <= dueOn(history, told, counted),
      ...(agreed === undefined ? {} : { agreed }),
      ...(onlyDeed === undefined ? {} : { onlyDeed }),
    },
  }
}

// Staff typed it in: whatever comes after, it did not come online.
const typedIn = ({ events }: CaseHistory): FactChannel => (events[0]?.byId === undefined ? 'self' : 'keyed')

const agreedIn = (until: Day | undefined, told: Day): OutcomeFact['agreed'] => {
  if (until === undefined) return undefined
  return told <= until ? 'in-time' : 'late'
}

// The target, later by the working days on which we waited for the applicant (docs/rules/casework.md,
// "Clocks").
const dueOn = ({ subject, events }: CaseHistory, told: Told, { targetDays, waits }: Counted): Day => {
  let due = addWorkingDays(londonDay(subject.openedAt), targetDays)
  let since: Day | undefined
  for (const { at, to = '' } of events.filter((event) => event.id <= told.id)) {
    const day = londonDay(at)
    if (waits(to)) since ??= day
    else if (since !== undefined) {
      due = addWorkingDays(due, workingDaysBetween(since, day))
      since = undefined
    }
  }
  return due
}

type Told = CaseHistory['events'][number]

// Reading is no deed, nor is what was done afterwards.
const deedsUntil = ({ events, notes }: CaseHistory, told: Told): readonly string[] => [
  ...events.filter(({ byId, id }) => byId !== undefined && id <= told.id).map(({ action }) => action),
  ...notes.filter(({ at }) => at <= told.at).map(() => 'note'),
]

const isUndone = ({ events }: CaseHistory, { undoes }: Counts, told: Told): boolean =>
  events.some(
    ({ action, at, id, byId }) =>
      byId !== undefined &&
      id > told.id &&
      undoes.includes(action) &&
      daysBetween(londonDay(told.at), londonDay(at)) <= undoneWithin,
  )
