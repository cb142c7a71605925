// The feed of what happens on cases (docs/rules/sharing.md, "Events").
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { type ApiWorld, startApiWorld } from '#tests/support/worlds/api-world.ts'

let here: ApiWorld
beforeAll(async () => {
  here = await startApiWorld()
})
afterAll(() => here.close())
beforeEach(() => here.world.clock.pass(60_000))

type Event = { readonly id: string; readonly type: string; readonly reference: string; readonly version: number }
type Page = { readonly events: readonly Event[]; readonly next: string; readonly more: boolean }

const page = async (client: string, query = ''): Promise<Page> => {
  const { status, text } = await here.ask({ client, path: `/api/v1/events?${query}` })
  expect(status).toBe(200)
  return JSON.parse(text)
}

const readAll = async (client: string, limit: number, from = ''): Promise<readonly Event[]> => {
  const { events, next, more } = await page(client, `limit=${limit}${from === '' ? '' : `&after=${from}`}`)
  return more ? [...events, ...(await readAll(client, limit, next))] : events
}

const begins = async (reference: string): Promise<void> => {
  const subject = await here.world.counter.cases.get(reference)
  if (subject === undefined) throw new Error('There is no such case')
  const [version, at] = [subject.version + 1, here.world.clock.now()]
  const done = await here.world.counter.cases.change({
    ...{ before: subject, subject: { ...subject, state: 'checking', version, changedAt: at }, texts: [] },
    event: { id: here.api.ids.ordered(at), at, by: 'Officer', action: 'start-checking', words: 'started', version },
  })
  expect(done.ok).toBe(true)
}

describe('the feed', () => {
  it('has what the history has, each event once and in order, for whoever may hear of the service', async () => {
    const references = [await sentCase(here.world.counter), await sentCase(here.world.counter)]
    for (const reference of references) await begins(reference)
    here.world.clock.pass(20_000)
    const theirs = (await readAll('data-warehouse', 3)).filter(({ reference }) => references.includes(reference))
    const histories = await Promise.all(references.map((one) => here.world.counter.cases.whole(one)))
    const written = histories.flatMap((whole) => whole?.events.map(({ id }) => id) ?? [])
    expect(theirs.map(({ id }) => id).toSorted()).toEqual(written.toSorted())
    expect(theirs.map(({ type, version }) => [type, version])).toEqual([
      ['case.opened', 1],
      ['case.opened', 1],
      ['case.changed', 2],
      ['case.changed', 2],
    ])
    expect(await readAll('planning-register', 50)).toEqual([])
    expect((await here.ask({ client: 'repairs-contractor', path: '/api/v1/events' })).status).toBe(403)
  })

  it('tells nothing of a case that is restricted, and no name, words or action of any', async () => {
    const restricted = await sentCase(here.world.counter, { name: 'Eve Hidden', unsafe: 'yes' })
    await sentCase(here.world.counter, { name: 'Ada Okoro' })
    here.world.clock.pass(20_000)
    const { text } = await here.ask({ client: 'data-warehouse', path: '/api/v1/events?limit=100' })
    for (const words of [restricted, 'Hidden', 'Okoro', 'sent', 'applicant']) expect(text).not.toContain(words)
  })

  it('lets nothing slip behind a cursor: what is not settled comes later, however often one looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 2, maxLength: 4 }), async (waits) => {
        here.world.clock.pass(60_000)
        const before = await page('data-warehouse', 'limit=100')
        const start = before.more ? await endOf(before) : before.next
        const sent: string[] = []
        const seen: string[] = []
        let next = start
        const look = async () => {
          const found = await page('data-warehouse', `limit=2&after=${next}`)
          next = found.next
          seen.push(...found.events.map(({ reference }) => reference))
        }
        for (const wait of waits) {
          sent.push(await sentCase(here.world.counter))
          here.world.clock.pass(wait)
          await look()
        }
        here.world.clock.pass(60_000)
        for (let left = waits.length; left > 0; left -= 1) await look()
        expect(seen).toEqual(sent)
      }),
      { numRuns: 3 },
    )
  })
})

const endOf = async ({ next, more }: Page): Promise<string> =>
  more ? endOf(await page('data-warehouse', `limit=100&after=${next}`)) : next
