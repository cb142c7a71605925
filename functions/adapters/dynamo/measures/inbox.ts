// The inbox of what people told us: the index by time has a list of each state, newest first. A page looks through so many
// and no more, however much there is.
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { type FeedbackList, isWantedFeedback, listsFor } from '#domain/measures/feedback/wanted.ts'
import type { InboxPart, InboxQuery } from '#usecases/ports/feedback.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { indexKeys } from '../table.ts'

const looked = 50

export const readInbox = async (table: Table, { wanted, from, size }: InboxQuery): Promise<InboxPart> => {
  const steps = listsFor(wanted)
  const begun = placeIn(from)
  const found: { readonly feedback: Feedback; readonly place: string }[] = []
  for (const [step, lists] of steps.entries()) {
    if (step < begun.step) continue
    const items = await newest(table, lists, step === begun.step ? begun.before : undefined)
    for (const item of items) {
      const feedback = dataOf<Feedback>(item)
      if (isWantedFeedback(feedback, wanted)) found.push({ feedback, place: `${step}.${textAt(item, 'dueAt')}` })
    }
    if (found.length > size) return partOf(found.slice(0, size))
    const last = items.at(-1)
    if (items.length === looked && last !== undefined) return partOf(found, `${step}.${textAt(last, 'dueAt')}`)
  }
  return { found: found.map(({ feedback }) => feedback) }
}

const partOf = (
  found: readonly { readonly feedback: Feedback; readonly place: string }[],
  next = found.at(-1)?.place,
): InboxPart => ({ found: found.map(({ feedback }) => feedback), ...(next === undefined ? {} : { next }) })

// Of any other text: from the start.
const placeIn = (from = ''): { readonly step: number; readonly before?: string } => {
  const [, step, before] = /^([01])\.(\d{4}-[^\s]{1,200})$/.exec(from) ?? []
  return before === undefined ? { step: 0 } : { step: Number(step), before }
}

const newest = async (
  table: Table,
  lists: readonly FeedbackList[],
  before: string | undefined,
): Promise<readonly Item[]> => {
  const each = await Promise.all(lists.map((list) => newestOf(table, list, before)))
  return each
    .flat()
    .toSorted((a, b) => (textAt(a, 'dueAt') > textAt(b, 'dueAt') ? -1 : 1))
    .slice(0, looked)
}

const newestOf = async (table: Table, list: FeedbackList, before: string | undefined): Promise<readonly Item[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    IndexName: 'due',
    KeyConditionExpression: before === undefined ? '#due = :list' : '#due = :list AND dueAt < :before',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':list': { S: indexKeys.feedback(list) },
      ...(before === undefined ? {} : { ':before': { S: before } }),
    },
    ScanIndexForward: false,
    Limit: looked,
  })
  return items
}
