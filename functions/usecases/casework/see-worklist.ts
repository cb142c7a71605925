// The worklists of a person: which cases, in which order, and which states they can be filtered by. Cases that they may not see are left out.
import { can } from '#domain/cases/access.ts'
import { type Bucket, bucketOf, urgentBefore } from '#domain/cases/buckets.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import type { State as WorkflowState } from '#domain/cases/workflow.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { lateSince } from '#domain/uploads/limits.ts'
import type { Service } from '#services/service.ts'
import type { UploadStore } from '../ports/files.ts'
import type { WorklistPage, WorklistQuery } from '../ports/staff.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

export const worklistViews = [
  'mine',
  'team',
  'new',
  'unassigned',
  'approval',
  'due',
  'overdue',
  'register',
  'closed',
] as const
export type View = (typeof worklistViews)[number]

export const sorts = ['due', '-due', 'received', '-received'] as const
export type Sort = (typeof sorts)[number]

export const whose = ['me', 'no-one', 'others'] as const
export type Who = (typeof whose)[number]

export type Wanted = {
  readonly show: View
  readonly sort?: Sort
  // 'housing.checking': a team and one of its states.
  readonly state?: string
  // Only what wants this of its officer, is with these, or is restricted.
  readonly bucket?: Bucket
  readonly who?: Who
  readonly restricted?: boolean
  // On a register.
  readonly band?: string
  readonly cursor?: string
  // Cases of a page, where it is none that a person reads.
  readonly size?: number
}

export type Worklist = WorklistPage & {
  // As it was made: a sort that a list does not have falls back to its own.
  readonly sort: Sort
  readonly sorts: readonly Sort[]
  readonly states: readonly { readonly id: string; readonly label: string }[]
  readonly state?: string
  // References of cases with a document whose check should have ended. Read with each page from the files themselves, at a fixed cost.
  readonly late: ReadonlySet<string>
}

type Ports = {
  readonly clock: Clock
  readonly cases: CaseStore
  readonly uploads: Pick<UploadStore, 'casesUnchecked'>
  readonly services: readonly Service[]
}

// As many as fit four screens or so of a phone.
export const listPageSize = 10
export const countedAtOnce = 100

export const seeWorklist = async (ports: Ports, user: Staff, wanted: Wanted): Promise<Worklist> => {
  const services = ports.services.filter(({ team }) => can(user, 'see-team', { team }))
  const { show, cursor, size = listPageSize } = wanted
  const states = statesFor(services, show)
  const state = states.find(({ id }) => id === wanted.state)
  const of = listOf({ services, user, show, states: state === undefined ? states : [state] }, state !== undefined)
  const mayBe = sortsFor(show, of)
  const sort = mayBe.find((one) => one === wanted.sort) ?? mayBe[0] ?? 'due'
  const today = londonDay(ports.clock.now())
  const due = dueFor(show, today, wanted.bucket)
  const keep = keeps(user, wanted, today)
  const asked = {
    ...(due === undefined ? {} : { due }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(isCounted(show, of, sort) && cursor === undefined ? { ahead: countedAtOnce } : {}),
  }
  const [page, late] = await Promise.all([
    ports.cases.worklist({ of, sort, size, keep, ...asked }),
    ports.uploads.casesUnchecked(lateSince(ports.clock.now())),
  ])
  return { ...page, late, sort, sorts: mayBe, states, ...(state === undefined ? {} : { state: state.id }) }
}

// From their beginning, a person's own cases and a team's are counted too (count-buckets.ts).
const isCounted = (show: View, { is }: WorklistQuery['of'], sort: Sort): boolean =>
  sort === 'due' && (show === 'mine' || (show === 'team' && is === 'open'))

type State = { readonly id: string; readonly team: string; readonly state: string; readonly label: string }

// A team's whole list can be filtered by its open states, closed cases by the states that closed them.
const statesFor = (services: readonly Service[], show: View): readonly State[] =>
  show !== 'team' && show !== 'closed' && show !== 'register'
    ? []
    : services.flatMap(({ team, name, workflow }) =>
        Object.entries(workflow.states)
          .filter(([, state]) => isListed(show, state))
          .map(([state, { label }]) => ({
            id: `${team}.${state}`,
            team,
            state,
            label: services.length === 1 ? label : `${name}: ${label}`,
          })),
      )

// A place on a register is not at its end: it has a list of its own, and stands in none of what is closed.
const isListed = (show: View, { open, goesOn }: WorkflowState): boolean =>
  show === 'register' ? goesOn === true : open === (show === 'team') && goesOn !== true

type Listing = {
  readonly services: readonly Service[]
  readonly user: Staff
  readonly show: View
  readonly states: readonly State[]
}

const listOf = ({ services, user, show, states }: Listing, filtered: boolean): WorklistQuery['of'] => {
  switch (show) {
    case 'mine':
      return { is: 'mine', userId: user.id }
    case 'unassigned':
      return { is: 'nobodys', teams: services.map(({ team }) => team) }
    case 'approval':
      return { is: 'states', states: services.flatMap(forApproval) }
    case 'new':
      return { is: 'states', states: services.map(({ team, workflow }) => ({ team, state: workflow.start })) }
    case 'closed':
      return filtered ? { is: 'states', states } : { is: 'closed', teams: services.map(({ team }) => team) }
    case 'register':
      return { is: 'states', states }
    case 'team':
      return filtered ? { is: 'states', states } : openOf(services)
    case 'due':
    case 'overdue':
      return openOf(services)
  }
}

// The states in which somebody else decides what was proposed. A marker is decided in every state, and none waits for it.
export const forApproval = ({
  team,
  workflow,
}: Pick<Service, 'team' | 'workflow'>): readonly { readonly team: string; readonly state: string }[] => {
  const from = workflow.actions.flatMap((one) => (one.notBy === undefined || one.to === 'same' ? [] : one.from))
  return [...new Set(from)].map((state) => ({ team, state }))
}

const openOf = (services: readonly Service[]): WorklistQuery['of'] => ({
  is: 'open',
  teams: services.map(({ team }) => team),
})

// The first is the list's own: what is due first comes first, of closed cases the last that closed.
const sortsFor = (show: View, of: WorklistQuery['of']): readonly Sort[] => {
  if (show === 'closed' || show === 'register') return ['-due', 'due']
  return show === 'team' && of.is === 'open' ? sorts : ['due', '-due']
}

const dueFor = (show: View, today: Day, bucket?: Bucket): WorklistQuery['due'] => {
  if (bucket !== undefined && bucket !== 'later' && bucket !== 'waiting' && show !== 'closed' && show !== 'register')
    return { before: urgentBefore(today) }
  if (show === 'overdue') return { before: today }
  return show === 'due' ? { from: today, before: addDays(today, 8) } : undefined
}

// What this person may see, of what was asked for: left out before the page is cut. While we wait for the applicant the clock stands still:
// such a case is neither due nor overdue.
const keeps =
  (user: Staff, { show, bucket, who, restricted, band }: Wanted, today: Day) =>
  (subject: ListedCase): boolean =>
    can(user, show === 'register' ? 'see-sensitive' : 'see-case', { subject }) &&
    (band === undefined || subject.place?.band === band) &&
    (subject.waitingSince === undefined || (show !== 'due' && show !== 'overdue')) &&
    (bucket === undefined || bucketOf(subject, today) === bucket) &&
    (who === undefined || isWith(who, subject, user)) &&
    (restricted !== true || subject.sensitive === true)

const isWith = (who: Who, { assignee }: ListedCase, user: Staff): boolean => {
  if (assignee === undefined) return who === 'no-one'
  return who === (assignee.id === user.id ? 'me' : 'others')
}
