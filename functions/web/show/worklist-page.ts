// The worklist: cases of a team, filtered and sorted by the address, a page at a time by cursor.
import type { Case } from '#domain/cases/case.ts'
import type { State } from '#domain/cases/workflow.ts'
import { type Day, daysBetween, inWords } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Variables } from '../template-runtime.ts'
import { onOneLine } from './entered.ts'
import { type StaffAround, staffPage, views, type WorklistView } from './staff-around.ts'
import type { Tag } from './tags.ts'

export type Sort = 'due' | '-due' | 'received' | '-received'

export type WorklistPage = {
  readonly around: StaffAround
  readonly cases: readonly Case[]
  readonly stateOf: (subject: Case) => State
  readonly serviceName: (subject: Case) => string
  readonly query: { readonly show: WorklistView; readonly sort: Sort; readonly state?: string }
  // The states to filter by.
  readonly states: readonly { readonly id: string; readonly label: string }[]
  readonly today: Day
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
      states: [
        { value: '', text: 'Any state' },
        ...given.states.map(({ id, label }) => ({ value: id, text: label, selected: id === query.state })),
      ],
      columns: [column('Received', 'received', query), column('Due', 'due', query)],
      rows: cases.map((subject) => row(subject, given)),
      next: given.next === undefined ? undefined : hrefFor(query, { cursor: given.next }),
      first: given.paged === true ? hrefFor(query, {}) : undefined,
    },
  )
}

const row = (subject: Case, { stateOf, serviceName, today }: WorklistPage): Variables => {
  const state = stateOf(subject)
  return {
    reference: subject.reference,
    href: `/cases/${encodeURIComponent(subject.reference)}`,
    title: onOneLine(subject.title),
    service: serviceName(subject),
    state: { text: state.label, colour: state.tag },
    received: inWords(londonDay(subject.openedAt)),
    due: subject.dueOn === undefined ? undefined : { words: inWords(subject.dueOn), tag: dueTag(subject.dueOn, today) },
    assignee: subject.assignee?.name,
    restricted: subject.sensitive === true,
  }
}

export const dueTag = (dueOn: Day, today: Day): Tag | undefined => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return { text: 'Overdue', colour: 'red' }
  return left <= 5 ? { text: left === 0 ? 'Due today' : 'Due soon', colour: 'yellow' } : undefined
}

type Query = WorklistPage['query']

const column = (text: string, key: 'received' | 'due', query: Query): Variables => {
  const now = query.sort === key ? 'ascending' : query.sort === `-${key}` ? 'descending' : 'none'
  return { key, text, sorted: now, href: hrefFor({ ...query, sort: now === 'ascending' ? `-${key}` : key }, {}) }
}

const hrefFor = (query: Query, more: Readonly<Record<string, string>>): string =>
  `/cases?${new URLSearchParams({ show: query.show, sort: query.sort, ...(query.state === undefined ? {} : { state: query.state }), ...more })}`
