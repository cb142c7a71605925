// What would happen, or has happened, on each of many cases.
import {
  type Bulk,
  type BulkItem,
  isGoingOn,
  leftToDo,
  mayStart,
  mayUndo,
  needsSecond,
} from '#domain/cases/desk/bulk.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type BulkPage = {
  readonly around: StaffAround
  readonly bulk: Bulk
  readonly items: readonly BulkItem[]
  readonly at: string
  readonly userId: string
  readonly now: number
}

export const bulkPage = (given: BulkPage): string => {
  const { around, bulk, items, at } = given
  const title = bulk.startedAt === undefined ? 'What would happen' : 'What was done'
  return staffPage(
    'bulk',
    around,
    { title },
    { title, at, ...buttonsOf(given), said: saidOf(given), rows: items.map(rowOf) },
  )
}

const count = (items: readonly BulkItem[], is: (item: BulkItem) => boolean): number => items.filter(is).length

/** Of those lately begun in a team: what, when, and where it stands. */
export const bulkLine = (bulk: Bulk): string => `${whatOf(bulk)} ${moment(bulk.madeAt)}: ${standsAt(bulk)}`

const standsAt = (bulk: Bulk): string => {
  if (bulk.startedAt === undefined) return needsSecond(bulk) ? 'waits for a second manager' : 'not started'
  if (isGoingOn(bulk)) return 'under way'
  return bulk.undoneAt === undefined ? 'done' : 'undone'
}

const whatOf = ({ deed }: Bulk): string =>
  deed.is === 'tell'
    ? `Message: ${onOneLine(deed.words)}`
    : `Each case goes to ${deed.to === undefined ? 'no one' : onOneLine(deed.to.name)}.`

const saidOf = ({ bulk, items, userId }: BulkPage): readonly string[] => {
  const { deed, would, messages, pence } = bulk
  const what = whatOf(bulk)
  const cost =
    deed.is === 'tell'
      ? [`${messages} messages go out, for about £${(pence / 100).toFixed(2)}. What was sent cannot be undone.`]
      : []
  if (bulk.startedAt === undefined)
    return [
      what,
      `${would} cases would be changed and ${items.length - would} are left out.`,
      ...cost,
      ...waits(bulk, userId),
    ]
  return [what, ...becameOf(items), ...undoneOn(bulk, items), ...goesOn(bulk)]
}

const becameOf = (items: readonly BulkItem[]): readonly string[] => {
  const done = count(items, ({ result }) => result === 'done')
  const not = count(items, ({ result }) => result === 'changed' || result === 'refused')
  const out = count(items, ({ plan }) => plan === 'left-out')
  return [`${done} done, ${not} not done, ${out} left out, ${leftToDo(items).length} still to do.`]
}

const undoneOn = ({ undoneAt }: Bulk, items: readonly BulkItem[]): readonly string[] =>
  undoneAt === undefined ? [] : [`Undone on ${count(items, ({ undone }) => undone === 'done')} cases.`]

const goesOn = (bulk: Bulk): readonly string[] =>
  isGoingOn(bulk) ? ['It goes on by itself, within a minute, also when you leave this page.'] : []

const waits = (bulk: Bulk, userId: string): readonly string[] =>
  needsSecond(bulk) && bulk.by.id === userId
    ? [
        'Another manager of the team must start this, as it is for more than 100 cases or 50 messages. They find it under “Do the same on many cases”.',
      ]
    : []

const buttonsOf = ({ bulk, userId, now }: BulkPage): Variables => {
  return {
    start: mayStart(bulk, userId) ? 'Start' : undefined,
    undo: mayUndo(bulk, now) ? undoWords(bulk) : undefined,
    further: isGoingOn(bulk) ? 'See how far it is now' : undefined,
  }
}

const undoWords = (bulk: Bulk): string => {
  if (bulk.deed.is === 'tell') return 'Stop'
  return isGoingOn(bulk) ? 'Stop and undo' : 'Undo'
}

const rowOf = ({ reference, plan, result, undone, why }: BulkItem): Variables => ({
  reference,
  href: `/cases/${encodeURIComponent(reference)}`,
  state:
    undone === undefined
      ? tagOf(plan, result)
      : { text: undone === 'done' ? 'Undone' : 'Changed since', colour: 'yellow' },
  why,
})

const tagOf = (plan: BulkItem['plan'], result: BulkItem['result']): Variables => {
  switch (result) {
    case 'done':
      return { text: 'Done', colour: 'green' }
    case 'changed':
    case 'refused':
      return { text: 'Not done', colour: 'red' }
    default:
      return plan === 'would' ? { text: 'Would be done', colour: 'blue' } : { text: 'Left out', colour: 'grey' }
  }
}
