// The worklist: cases of a team, filtered and sorted by the address, a page at a time by cursor.
import type { ListedCase } from '#domain/cases/case.ts'
import type { State } from '#domain/cases/workflow.ts'
import { type Day, daysBetween, inWords } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Sort } from '#usecases/casework/see-worklist.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'
import { type StaffAround, staffPage, views, type WorklistView } from './around.ts'
import { newsTag } from './news.ts'

export type WorklistPage = {
  readonly around: StaffAround
  readonly cases: readonly ListedCase[]
  readonly stateOf: (subject: ListedCase) => State
  readonly serviceName: (subject: ListedCase) => string
  readonly query: { readonly show: WorklistView; readonly sort: Sort; readonly state?: string }
  // The orders that this list can stand in.
  readonly sorts: readonly Sort[]
  // The states to filter by; none where the list is of one state.
  readonly states: readonly { readonly id: string; readonly label: string }[]
  readonly today: Day
  // References of cases with a document whose check should have ended.
  readonly late?: ReadonlySet<string>
  readonly next?: string
  readonly paged?: boolean
}

export const worklistPage = (given: WorklistPage): string => {
  const { query, cases } = given
  const title = `${views.find(({ id }) => id === query.show)?.text ?? 'Team'} cases`
  return staffPage(
    'worklist',
    { ...given.around, here: query.show },
    { title },
    {
      title,
      query,
      states: stateOptions(given),
      columns: [column('Received', 'received', given), column(lastColumn(query.show), 'due', given)],
      rows: cases.map((subject) => caseRow(subject, given, query.show)),
      next: given.next === undefined ? undefined : hrefFor(query, { cursor: given.next }),
      first: given.paged === true ? hrefFor(query, {}) : undefined,
    },
  )
}

const stateOptions = ({ states, query }: WorklistPage): readonly Variables[] =>
  states.length === 0
    ? []
    : [
        { value: '', text: 'Any state' },
        ...states.map(({ id, label }) => ({ value: id, text: label, selected: id === query.state })),
      ]

// A closed case is due no more: when it closed stands in its place.
const lastColumn = (show: WorklistView): string => (show === 'closed' ? 'Closed' : 'Due')

export type Naming = Pick<WorklistPage, 'stateOf' | 'serviceName' | 'today' | 'late'>

export const caseRow = (
  subject: ListedCase,
  { stateOf, serviceName, today, late }: Naming,
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
    due: show === 'closed' ? { words: inWords(londonDay(subject.changedAt)) } : dueOf(subject, today),
    assignee: subject.assignee?.name,
    restricted: subject.sensitive === true,
    ends: endsTag(subject, today),
    news: subject.news === undefined ? undefined : newsTag(subject.news),
    late: late?.has(subject.reference) === true ? lateTag : undefined,
  }
}

const dueOf = ({ dueOn, waitingSince }: ListedCase, today: Day): Variables | undefined => {
  if (dueOn === undefined) return undefined
  return waitingSince === undefined ? { words: inWords(dueOn), tag: dueTag(dueOn, today) } : { words: paused }
}

// What an officer decided and will soon not stand any more, or stands no more since.
const endsTag = ({ endings }: ListedCase, today: Day): Tag | undefined => {
  const [next] = endings ?? []
  if (next === undefined || daysBetween(today, next.on) > 14) return undefined
  return { text: `${next.code} ${next.on <= today ? 'ended' : 'ends'} ${inWords(next.on)}`, colour: 'orange' }
}

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

const hrefFor = (query: Query, more: Readonly<Record<string, string>>): string =>
  `/cases?${new URLSearchParams({ show: query.show, sort: query.sort, ...(query.state === undefined ? {} : { state: query.state }), ...more })}`
