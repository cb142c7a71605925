// The worklist: cases of a team, filtered and sorted by the address, a page at a time by cursor.

import type { Bucket } from '#domain/cases/buckets.ts'
import type { ListedCase } from '#domain/cases/case.ts'
import type { ViewQuery } from '#domain/cases/desk/views.ts'
import type { State } from '#domain/cases/workflow.ts'
import { type Day, daysBetween, inWords } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import type { Count } from '#usecases/casework/count-buckets.ts'
import { type Sort, type Wanted, type Who, whose } from '#usecases/casework/see-worklist.ts'
import type { SeenView } from '#usecases/team/saved-views.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'
import { type StaffAround, staffPage, viewLinks, type WorklistView } from './around.ts'
import { newsTag } from './news.ts'
import { listsAt } from './work/lists-page.ts'
import { linkOf, viewsAt } from './work/views-page.ts'

type WorklistPage = {
  readonly around: StaffAround
  readonly cases: readonly ListedCase[]
  readonly stateOf: (subject: ListedCase) => State
  readonly serviceName: (subject: ListedCase) => string
  readonly query: Pick<Wanted, 'bucket' | 'who' | 'restricted' | 'state' | 'band'> & {
    readonly show: WorklistView
    readonly sort: Sort
  }
  // How many want what; none where the list is of one kind.
  readonly counts?: readonly Count[]
  readonly mayTake?: boolean
  // As a file.
  readonly mayTakeAway?: boolean
  // Lists that this person or their team keeps.
  readonly kept?: readonly SeenView[]
  // What became of what was pressed.
  readonly told?: string | undefined
  // The orders that this list can stand in.
  readonly sorts: readonly Sort[]
  // The states to filter by; none where the list is of one state.
  readonly states: readonly { readonly id: string; readonly label: string }[]
  // Of a register, to filter by.
  readonly bands?: readonly string[]
  readonly today: Day
  // References of cases with a document whose check should have ended.
  readonly late?: ReadonlySet<string>
  readonly next?: string
  readonly paged?: boolean
}

export const worklistPage = (given: WorklistPage): string => {
  const { query, cases } = given
  const title = titles[query.show]
  return staffPage(
    'worklist',
    { ...given.around, here: query.show },
    { title },
    {
      title,
      query,
      lists: viewLinks.map(({ id, text }) => ({ text, href: `/cases?show=${id}`, current: id === query.show })),
      states: stateOptions(given),
      whoOptions: whoOptions(query),
      bandOptions: bandOptions(given),
      buckets: (given.counts ?? []).map((one) => bucketShown(one, query)),
      all: query.bucket === undefined ? undefined : hrefFor(without(query), {}),
      ...{
        kept: (given.kept ?? []).map(linkOf),
        keep: `${viewsAt}/new?${new URLSearchParams(viewQueryOf(query))}`,
        file: given.mayTakeAway === true ? `${listsAt}/new?${new URLSearchParams(viewQueryOf(query))}` : undefined,
        viewsAt,
      },
      mayTake: given.mayTake === true,
      told: given.told,
      columns: [column('Received', 'received', given), column(lastColumn(query.show), 'due', given)],
      rows: cases.map((subject) => caseRow(subject, given, query.show)),
      ofOneService: new Set(cases.map(({ service }) => service)).size < 2,
      next: given.next === undefined ? undefined : hrefFor(query, { cursor: given.next }),
      first: given.paged === true ? hrefFor(query, {}) : undefined,
    },
  )
}

const titles: Readonly<Record<WorklistView, string>> = {
  mine: 'My work',
  team: 'Team cases',
  new: 'New cases',
  unassigned: 'Unassigned cases',
  approval: 'Cases for approval',
  due: 'Cases due soon',
  overdue: 'Overdue cases',
  register: 'On the register',
  closed: 'Closed cases',
}

export const bucketWords: Readonly<Record<Bucket, string>> = {
  replied: 'Reply came in',
  legal: 'Legal date near',
  overdue: 'Overdue',
  due: 'Due',
  'late-reply': 'Waiting past its reply date',
  waiting: 'Waiting',
  later: 'Later',
}

const bucketShown = ({ bucket, count, more }: Count, query: Query): Variables => ({
  text: bucketWords[bucket],
  count: more ? `${count} or more` : String(count),
  href: hrefFor({ ...query, bucket }, {}),
  current: query.bucket === bucket,
})

const whoWords: Readonly<Record<Who, string>> = { me: 'Me', 'no-one': 'No one', others: 'Somebody else' }

const whoOptions = ({ show, who }: Query): readonly Variables[] =>
  show === 'mine' || show === 'unassigned' || show === 'register'
    ? []
    : [{ value: '', text: 'Anybody' }, ...whose.map((id) => ({ value: id, text: whoWords[id], selected: id === who }))]

const bandOptions = ({ query, bands = [] }: WorklistPage): readonly Variables[] =>
  query.show !== 'register' || bands.length === 0
    ? []
    : [
        { value: '', text: 'Any band' },
        ...bands.map((band) => ({ value: band, text: `Band ${band}`, selected: band === query.band })),
      ]

const without = ({ bucket: _, ...query }: Query): Query => query

const stateOptions = ({ states, query }: WorklistPage): readonly Variables[] =>
  states.length === 0 || query.show === 'register'
    ? []
    : [
        { value: '', text: 'Any state' },
        ...states.map(({ id, label }) => ({ value: id, text: label, selected: id === query.state })),
      ]

// A closed case is due no more: when it closed stands in its place.
const lastColumn = (show: WorklistView): string =>
  show === 'register' ? 'Last change' : show === 'closed' ? 'Closed' : 'Due'

export type RowNaming = Pick<WorklistPage, 'stateOf' | 'serviceName' | 'today' | 'late'>

export const caseRow = (
  subject: ListedCase,
  { stateOf, serviceName, today, late }: RowNaming,
  show?: WorklistView,
): Variables => {
  const state = stateOf(subject)
  return {
    reference: subject.reference,
    href: `/cases/${encodeURIComponent(subject.reference)}`,
    title: onOneLine(subject.title),
    service: serviceName(subject),
    state: { text: state.label, colour: state.tag },
    received: inWords(londonDay(subject.openedAt)),
    place: show === 'register' ? placeShown(subject) : undefined,
    due:
      show === 'closed' || show === 'register'
        ? { words: inWords(londonDay(subject.changedAt)) }
        : { words: 'None', ...dueOf(subject, today), law: lawOf(subject, today) },
    assignee: subject.assignee?.name,
    restricted: subject.sensitive === true,
    ends: endsTag(subject, today),
    news: subject.news === undefined ? undefined : newsTag(subject.news),
    late: late?.has(subject.reference) === true ? lateTag : undefined,
  }
}

const placeShown = ({ place }: ListedCase): readonly string[] =>
  place === undefined
    ? ['See the case']
    : [
        `Band ${place.band}`,
        ...(place.bedrooms === undefined ? [] : [`${place.bedrooms} ${place.bedrooms === 1 ? 'bedroom' : 'bedrooms'}`]),
        inWords(place.effectiveDate),
      ]

const dueOf = ({ dueOn, waitingSince }: ListedCase, today: Day): Variables | undefined => {
  if (dueOn === undefined) return undefined
  return waitingSince === undefined ? { words: inWords(dueOn), tag: dueTag(dueOn, today) } : { words: paused }
}

// The law's own day does not stand still with the target.
const lawOf = ({ statutory, dueOn }: ListedCase, today: Day): string | undefined => {
  if (statutory === undefined || dueOn === undefined) return undefined
  const last = decideBy(statutory)
  const left = daysBetween(today, last)
  const words = left < 0 ? 'over' : left === 0 ? 'last day' : left === 1 ? '1 day' : `${left} days`
  return `By law ${inWords(last)} (${words})`
}

// What an officer decided and will soon not stand any more, or stands no more since.
const endsTag = ({ endings }: ListedCase, today: Day): Tag | undefined => {
  const [next] = endings ?? []
  if (next === undefined || daysBetween(today, next.on) > 14) return undefined
  const what = whatEnds[next.is ?? 'award']
  return { text: `${what} ${next.on <= today ? 'ended' : 'ends'} ${inWords(next.on)}`, colour: 'orange' }
}

const whatEnds = { award: 'Award', reduction: 'Lower priority', room: 'Extra room' } as const

const lateTag: Tag = { text: 'Document not checked yet', colour: 'red' }

// The target stands still while we wait for the applicant.
export const paused = 'Paused'

export const dueTag = (dueOn: Day, today: Day): Tag | undefined => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return { text: 'Overdue', colour: 'red' }
  return left <= 5 ? { text: left === 0 ? 'Due today' : 'Due soon', colour: 'yellow' } : undefined
}

type Query = WorklistPage['query']

const column = (text: string, key: 'received' | 'due', { query, sorts }: WorklistPage): Variables => {
  if (!sorts.includes(key)) return { key, text }
  const now = query.sort === key ? 'ascending' : query.sort === `-${key}` ? 'descending' : 'none'
  return { key, text, sorted: now, href: hrefFor({ ...query, sort: now === 'ascending' ? `-${key}` : key }, {}) }
}

export const hrefFor = (query: Query, more: Readonly<Record<string, string>>): string =>
  `/cases?${new URLSearchParams({ ...viewQueryOf(query), ...more })}`

// As they stand in the address.
export const viewQueryOf = ({ show, sort, state, bucket, who, restricted, band }: Query): ViewQuery => ({
  ...{ show, sort },
  ...(state === undefined ? {} : { state }),
  ...(bucket === undefined ? {} : { bucket }),
  ...(who === undefined ? {} : { who }),
  ...(restricted === true ? { restricted: 'yes' } : {}),
  ...(band === undefined ? {} : { band }),
})
