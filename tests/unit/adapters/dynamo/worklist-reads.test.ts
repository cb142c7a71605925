import { expect, it } from 'vitest'
import { worklist } from '#adapters/dynamo/cases/worklist.ts'
import type { Item } from '#adapters/dynamo/client.ts'
import type { WorklistQuery } from '#usecases/ports/staff.ts'

// A table whose every partition holds so many cases, and what was asked of it.
const tableOf = (count: number) => {
  const asked: { readonly partition: string; readonly limit: number }[] = []
  const never = () => Promise.reject(new Error('Only queries'))
  const query = async ({ ExpressionAttributeValues: said = {}, Limit: limit = 0 }: Parameters<Client['query']>[0]) => {
    const [partition = '', low = ''] = [said[':pk']?.S, said[':low']?.S]
    asked.push({ partition, limit })
    const items = Array.from({ length: count }, (_, at): Item => {
      const byDue = `2026-11-30T10:00:00.${String(at).padStart(3, '0')}Z#${partition.replaceAll('#', '')}`
      return { byDue: { S: byDue }, data: { S: JSON.stringify({ reference: byDue }) } }
    })
    return { Items: items.filter(({ byDue }) => (byDue?.S ?? '') >= low).slice(0, limit), $metadata: {} }
  }
  const client = {
    query,
    getItem: never,
    putItem: never,
    updateItem: never,
    batchGetItem: never,
    transactWriteItems: never,
  }
  return { asked, table: { name: 'main', audit: 'audit', client: { ...client, close: () => {} } } }
}

type Client = Parameters<typeof worklist>[0]['client']

const closed = { is: 'closed', teams: ['housing', 'planning', 'bookings'] } as const
const asking = (of: WorklistQuery['of']) => ({ of, sort: 'due' as const, size: 25 })

it('all that closed is one query a team, each for no more than a page', async () => {
  const { asked, table } = tableOf(40)
  const page = await worklist(table, { ...asking(closed), keep: () => true })
  expect([page.cases.length, page.next !== undefined]).toEqual([25, true])
  expect(asked.map(({ partition, limit }) => [partition, limit])).toEqual([
    ['CLOSED#housing', 26],
    ['CLOSED#planning', 26],
    ['CLOSED#bookings', 26],
  ])
})

it('a team’s open cases are four queries, and more is read only where a page does not fill', async () => {
  const open = { is: 'open', teams: ['housing'] } as const
  const full = tableOf(40)
  await worklist(full.table, { ...asking(open), keep: () => true })
  expect(full.asked.map(({ limit }) => limit)).toEqual([26, 26, 26, 26])
  const few = tableOf(40)
  const page = await worklist(few.table, { ...asking(open), keep: ({ reference }) => /\.\d\d5Z/.test(reference) })
  expect(few.asked.map(({ limit }) => limit)).toEqual([26, 26, 26, 26, 100, 100, 100, 100])
  expect([page.cases.length, page.next]).toEqual([16, undefined])
})
