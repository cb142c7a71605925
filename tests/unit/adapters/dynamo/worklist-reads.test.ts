import { expect, it } from 'vitest'
import { worklist } from '#adapters/dynamo/cases/worklist.ts'
import type { Item } from '#adapters/dynamo/client.ts'
import type { WorklistQuery } from '#usecases/ports/staff.ts'

// A table whose partitions hold so many cases each, and what was asked of it. `older`: those shards of releases before hold some too.
const tableOf = (count: number, older = false) => {
  const asked: { readonly partition: string; readonly limit: number }[] = []
  const never = () => Promise.reject(new Error('Only queries'))
  const query = async ({ ExpressionAttributeValues: said = {}, Limit: limit = 0 }: Parameters<Client['query']>[0]) => {
    const [partition = '', low = ''] = [said[':pk']?.S, said[':low']?.S]
    asked.push({ partition, limit })
    const holds = older || !/#[123]$/.test(partition)
    const items = Array.from({ length: holds ? count : 0 }, (_, at): Item => {
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

it('a team’s open cases are one query, and more is read only where a page does not fill', async () => {
  const open = { is: 'open', teams: ['housing'] } as const
  const { asked, table } = tableOf(40)
  const of = async (keep: NonNullable<WorklistQuery['keep']>) => {
    asked.length = 0
    const page = await worklist(table, { ...asking(open), keep })
    return { page, limits: asked.map(({ limit }) => limit) }
  }
  const [looked, again] = [await of(() => true), await of(() => true)]
  expect([looked.limits, again.limits]).toEqual([[1, 1, 1, 26], [26]])
  const few = await of(({ reference }) => /\.\d\d5Z/.test(reference))
  expect([few.limits, few.page.cases.length, few.page.next]).toEqual([[26, 100], 4, undefined])
})

it('a case that a release before put into a shard of its own is listed as before', async () => {
  const open = { is: 'open', teams: ['housing'] } as const
  const { asked, table } = tableOf(3, true)
  const seen = async () => (await worklist(table, { ...asking(open), keep: () => true })).cases.length
  expect([await seen(), await seen()]).toEqual([12, 12])
  expect(new Set(asked.map(({ partition }) => partition))).toEqual(
    new Set(['WORK#housing#0', 'WORK#housing#1', 'WORK#housing#2', 'WORK#housing#3']),
  )
})

it('what counts a list is given what its page read, and by which day that ends', async () => {
  const { asked, table } = tableOf(140)
  const ahead = { ...asking({ is: 'open', teams: ['housing'] }), ahead: 100, keep: () => true }
  const page = await worklist(table, ahead)
  expect([page.cases.length, page.ahead?.cases.length, page.ahead?.upTo]).toEqual([25, 100, '2026-11-30'])
  expect(asked.map(({ limit }) => limit)).toEqual([1, 1, 1, 100])
  expect((await worklist(tableOf(40).table, ahead)).ahead?.upTo).toBe(undefined)
})
