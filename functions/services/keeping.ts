// How long each kind of case is kept once it has closed, and why (docs/rules/keeping.md, "How long"). A row holds from
// its day on, until a later row of the same kind: what was decided before stays readable. The periods are proposals of
// this product where a law sets none, for the council's own records manager to agree.
import { addYears, type Day } from '#domain/day.ts'
import { serviceOf } from './catalogue.ts'

export type Keeping = {
  readonly service: string
  // In the words of the privacy notice.
  readonly kind: string
  // Those of the service's states in which a case of this kind has closed.
  readonly states: readonly string[]
  readonly years: number | 'for good'
  // Which law sets the period, or which one it is taken from.
  readonly source: string
  readonly setBy: 'law' | 'council'
  readonly from: Day
}

const claims = 'Limitation Act 1980, section 5: six years, within which most claims are brought'
const complaints =
  'Local Government Act 1974, section 26B: a complaint to the ombudsman within twelve months, and a year for its answer'
const answered = 'Limitation Act 1980, section 5: six years, for what was promised and paid to put things right'
const register =
  'Town and Country Planning Act 1990, section 69, and SI 2015/595, article 40: the register of applications'

export const keepings: readonly Keeping[] = [
  {
    service: 'housing',
    kind: 'housing applications that we decided',
    states: ['not-qualifying', 'upheld'],
    ...{ years: 6, source: claims, setBy: 'council', from: '2026-11-01' },
  },
  {
    service: 'housing',
    kind: 'places on the housing register that have ended, and applications that were taken back',
    states: ['cancelled', 'withdrawn'],
    ...{ years: 6, source: claims, setBy: 'council', from: '2026-11-01' },
  },
  {
    service: 'bookings',
    kind: 'appointments, and places on a waiting list for one',
    states: ['completed', 'no-show', 'excused', 'cancelled', 'off-list', 'upheld'],
    ...{ years: 2, source: complaints, setBy: 'council', from: '2026-11-01' },
  },
  {
    service: 'planning',
    kind: 'planning applications on the public register',
    states: ['granted', 'refused', 'withdrawn', 'appeal-allowed', 'appeal-dismissed'],
    ...{ years: 'for good', source: register, setBy: 'law', from: '2026-11-01' },
  },
  {
    service: 'planning',
    kind: 'planning applications that we sent back, as they were not complete',
    states: ['returned', 'upheld'],
    ...{ years: 2, source: complaints, setBy: 'council', from: '2026-11-01' },
  },
  {
    service: 'complaints',
    kind: 'complaints that we answered',
    states: ['answered', 'answered-2', 'closed'],
    ...{ years: 6, source: answered, setBy: 'council', from: '2026-11-01' },
  },
  {
    service: 'complaints',
    kind: 'complaints that we did not accept, and those that were taken back',
    states: ['not-accepted', 'withdrawn'],
    ...{ years: 2, source: complaints, setBy: 'council', from: '2026-11-01' },
  },
]

// Which row holds on a day for a case that closed in this state: the latest that had begun.
export const keepingOf = (
  { service, state }: { readonly service: string; readonly state: string },
  today: Day,
  rows: readonly Keeping[] = keepings,
): Keeping | undefined =>
  rows
    .filter((row) => row.service === service && row.states.includes(state) && row.from <= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)

// What is announced now: each row that no later one of its kind has followed.
export const latestKeepings = (rows: readonly Keeping[] = keepings): readonly Keeping[] =>
  rows.filter(
    ({ service, kind, from }) =>
      !rows.some((other) => other.service === service && other.kind === kind && other.from > from),
  )

// The first day on which a case may be erased; undefined where it is kept for good.
export const dueOn = ({ years }: Keeping, closed: Day): Day | undefined =>
  years === 'for good' ? undefined : addYears(closed, years)

// The states in which a case of a service has come to its end.
export const endStates = (service: string): readonly string[] =>
  Object.entries(serviceOf(service)?.workflow.states ?? {})
    .filter(([, state]) => !state.open && state.goesOn !== true)
    .map(([id]) => id)

// As the privacy notice and the papers say it.
export const periodWords = ({ years }: Pick<Keeping, 'years'>): string =>
  years === 'for good' ? 'for good' : `${years} ${years === 1 ? 'year' : 'years'} after they have ended`
