// The worklist: cases of a team, filtered and sorted by the address, a page at a time by cursor.

import type { Bucket } from '#domain/cases/buckets.ts'
import type { ListedCase } from '#domain/cases/case.ts'
import type { ViewQuery } from '#domain/cases/desk/views.ts'
import type { Count } from '#usecases/casework/count-buckets.ts'
import { type Sort, type Wanted, type Who, whose } from '#usecases/casework/see-worklist.ts'
import type { SeenView } from '#usecases/team/saved-views.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type StaffAround, staffPage, viewLinks, type WorklistView } from './around.ts'
import { caseRow, type RowNaming } from './work/case-row.ts'
import { listsAt } from './work/lists-page.ts'
import { linkOf, viewsAt } from './work/views-page.ts'

type WorklistPage = RowNaming & {
  readonly around: StaffAround
  readonly cases: readonly ListedCase[]
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
  readonly next?: string
  // Where this page begins and those before it began, oldest first; none on the first page.
  readonly begins?: readonly string[]
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
      ...pagesBeside(query, given),
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

// The pages before and after, and the first where that is another. An address says where the pages before it began.
export const pagesBeside = (query: Query, { begins = [], next }: Pick<WorklistPage, 'begins' | 'next'>) => ({
  next: next === undefined ? undefined : pageFrom(query, [...begins, next]),
  previous: begins.length === 0 ? undefined : pageFrom(query, begins.slice(0, -1)),
  first: begins.length > 1 ? hrefFor(query, {}) : undefined,
})

// So many are kept in an address.
const mostBefore = 20

export const pageFrom = (query: Query, begins: readonly string[]): string => {
  const [cursor, before] = [begins.at(-1), begins.slice(0, -1).slice(-mostBefore)]
  return hrefFor(query, {
    ...(cursor === undefined ? {} : { cursor }),
    ...(before.length === 0 ? {} : { before: before.join('~') }),
  })
}
