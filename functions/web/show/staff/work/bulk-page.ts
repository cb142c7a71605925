// What would happen, or has happened, on each of many cases.
import {
  type Bulk,
  type BulkItem,
  leftToDo,
  leftToUndo,
  mayStart,
  mayUndo,
  needsSecond,
} from '#domain/cases/desk/bulk.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
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

const saidOf = ({ bulk, items, userId }: BulkPage): readonly string[] => {
  const { deed, would, messages, pence } = bulk
  const what =
    deed.is === 'tell'
      ? `Message: ${onOneLine(deed.words)}`
      : `Each case goes to ${deed.to === undefined ? 'no one' : onOneLine(deed.to.name)}.`
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
  const [done, left] = [count(items, ({ result }) => result === 'done'), leftToDo(items).length]
  return [
    ...[
      what,
      `${done} done, ${count(items, ({ result }) => result === 'changed' || result === 'refused')} not done, ${count(items, ({ plan }) => plan === 'left-out')} left out, ${left} still to do.`,
    ],
    ...(bulk.undoneAt === undefined ? [] : [`Undone on ${count(items, ({ undone }) => undone === 'done')} cases.`]),
  ]
}

const waits = (bulk: Bulk, userId: string): readonly string[] =>
  needsSecond(bulk) && bulk.by.id === userId
    ? [
        'Another manager of the team must start this, as it is for more than 100 cases or 50 messages. Give them the address of this page.',
      ]
    : []

const buttonsOf = ({ bulk, items, userId, now }: BulkPage): Variables => {
  const goesOn = bulk.startedAt !== undefined && bulk.undoneAt === undefined && leftToDo(items).length > 0
  const undoes = mayUndo(bulk, now) && (bulk.undoneAt === undefined || leftToUndo(items).length > 0)
  return {
    start: mayStart(bulk, userId) ? 'Start' : goesOn ? 'Go on with the rest' : undefined,
    undo: undoes ? 'Undo' : undefined,
  }
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
