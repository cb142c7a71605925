// The inbox of what people told us: what one page of it reads does not grow with what there is.
import { describe, expect, it } from 'vitest'
import { itemFrom } from '#adapters/dynamo/measures/feedback.ts'
import { readInbox } from '#adapters/dynamo/measures/inbox.ts'
import { type Feedback, states } from '#domain/measures/feedback/feedback.ts'
import type { WantedFeedback } from '#domain/measures/feedback/wanted.ts'

const first = Date.parse('2026-09-01T10:00:00Z')

// One a minute, of each state and rating in turn; each hundredth speaks of danger.
const feedbackOf = (n: number): Feedback => ({
  ...{ id: `2026-09.${n}`, at: first + n * 60_000, words: `Said ${n}`, removed: [], version: 1 },
  ...{ danger: n % 100 === 5, state: states[n % 5] ?? 'new', page: n % 1000 === 7 ? '/housing' : '/planning' },
})

// The index, with so many in it, and what was asked of it.
const tableOf = (count: number) => {
  const asked: number[] = []
  const items = Array.from({ length: count }, (_, n) => itemFrom(feedbackOf(count - 1 - n)))
  const query = async ({ ExpressionAttributeValues: said = {}, Limit: limit = 0 }: Parameters<Client['query']>[0]) => {
    const [list, before = '9'] = [said[':list']?.S, said[':before']?.S]
    const found = items.filter(({ due, dueAt }) => due?.S === list && (dueAt?.S ?? '') < before).slice(0, limit)
    asked.push(found.length)
    return { Items: found, $metadata: {} }
  }
  const never = () => Promise.reject(new Error('Only queries'))
  const others = { getItem: never, putItem: never, updateItem: never, batchGetItem: never, transactWriteItems: never }
  return { asked, table: { name: 'main', audit: 'audit', client: { query, ...others, close: () => {} } } }
}

type Client = Parameters<typeof readInbox>[0]['client']

// All pages, one after another: what each found, and how much the dearest read.
const walked = async (count: number, wanted: WantedFeedback) => {
  const { asked, table } = tableOf(count)
  const found: Feedback[] = []
  const most = { queries: 0, items: 0 }
  for (let from: string | undefined = ''; from !== undefined; ) {
    asked.length = 0
    const page = await readInbox(table, { wanted, size: 10, ...(from === '' ? {} : { from }) })
    found.push(...page.found)
    most.queries = Math.max(most.queries, asked.length)
    most.items = Math.max(
      most.items,
      asked.reduce((sum, some) => sum + some, 0),
    )
    from = page.next
  }
  return { found, most }
}

describe('the inbox of feedback', () => {
  it.each([100, 10_000])('of %i reads at most 6 lists of 50 a page, whatever is looked for', async (count) => {
    for (const wanted of [{}, { state: 'new' }, { page: '/housing' }, { tag: 'nobody has it' }]) {
      const { most } = await walked(count > 100 && wanted.tag === undefined ? 1000 : count, wanted)
      expect([most.queries <= 6, most.items <= 300]).toEqual([true, true])
    }
  })

  it('shows each once, page after page: what may be danger first, then the newest', async () => {
    const { found } = await walked(1000, {})
    expect(new Set(found.map(({ id }) => id)).size).toBe(1000)
    const urgent = found.filter(({ danger, state }) => danger && state === 'new')
    expect([urgent.length > 5, found.slice(0, urgent.length)]).toEqual([true, urgent])
    const rest = found.slice(urgent.length).map(({ at }) => at)
    expect(rest).toEqual(rest.toSorted((a, b) => b - a))
  })

  it('finds all of what is looked for, however rare', async () => {
    expect((await walked(1000, { page: '/housing' })).found.map(({ id }) => id)).toEqual(['2026-09.7'])
    const read = (await walked(1000, { state: 'read' })).found
    expect([read.length, read.every(({ state }) => state === 'read')]).toEqual([200, true])
  })
})
