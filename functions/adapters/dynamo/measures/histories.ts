// The history of a case as whoever counts reads it: what was done and when, and nothing that was said.
import type { CaseEvent, ListedCase, Note } from '#domain/cases/case.ts'
import type { Histories } from '#usecases/ports/measures.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { everyItem } from '../every.ts'
import { keys, underCase } from '../table.ts'

export const historyStore = (table: Table): Histories => ({
  of: async (reference) => {
    const items = await allOf(table, reference)
    const sort = (item: Item): string => textAt(item, 'sk')
    const subject = items.find((item) => sort(item) === keys.case(reference).sk)
    if (subject === undefined) return undefined
    return {
      subject: dataOf<ListedCase>(subject),
      events: items.filter((item) => sort(item).startsWith(underCase.event)).map((item) => dataOf<CaseEvent>(item)),
      notes: items.filter((item) => sort(item).startsWith(underCase.note)).map((item) => dataOf<Note>(item)),
    }
  },
})

// From the case to its notes: neither its record nor its texts.
const allOf = (table: Table, reference: string): Promise<readonly Item[]> =>
  everyItem(table, {
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': { S: keys.case(reference).pk },
      ':first': { S: keys.case(reference).sk },
      ':last': { S: keys.note(reference, '~').sk },
    },
    // Neither what is sealed nor what indexes need.
    ProjectionExpression: 'sk, #data',
    ExpressionAttributeNames: { '#data': 'data' },
    ConsistentRead: true,
  })
