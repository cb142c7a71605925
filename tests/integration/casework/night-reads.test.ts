// The night's work grows with what is due, not with what stands: the same calls at 5 standing cases and at 25.
// `npm run bench:night` shows it at 100, 10,000 and 200,000.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { housing } from '#services/housing/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { standAtNight } from '../../../scripts/restore/stand-at-night.ts'

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 4 })
})
afterAll(() => world.close())

const at = (day: string): number => Date.parse(`${day}T02:30:00Z`)

const sent = async (born: string): Promise<string> => {
  const persona = personaOf('housing-single-renter')
  const { draft: answered } = walked(housing.form, persona)
  const [year = '', month = '', day = ''] = born.split('-')
  const birth = { 'dateOfBirth-day': [day], 'dateOfBirth-month': [month], 'dateOfBirth-year': [year] }
  const key = Object.keys(answered.pages).find((page) => 'dateOfBirth-day' in (answered.pages[page] ?? {})) ?? ''
  const pages = { ...answered.pages, [key]: { ...answered.pages[key], ...birth } }
  const made = newDraft(housing, world.counter.ids, world.clock.now())
  const draft = { ...made, pages, items: answered.items }
  await world.counter.drafts.start(draft)
  const done = await submitApplication(world.counter, housing, draft)
  if (!done.ok) throw new Error('It was not sent')
  return done.value.reference
}

const night = async (day: string): Promise<readonly string[]> => {
  world.clock.set(at(day))
  const before = world.dynamo.operations().length
  await nightlyHandler({ ...world.counter })()
  return world.dynamo.operations().slice(before)
}

describe('the night', () => {
  it('visits what is new once, and then nobody before their day', async () => {
    world.clock.set(Date.parse('2026-11-23T10:00:00Z'))
    for (let number = 0; number < 5; number += 1) await sent('1990-12-20')
    expect((await night('2026-11-24')).filter((name) => name === 'UpdateItem').length).toBe(5)
    // One page of the list of the night, and nothing of any case.
    expect(await night('2026-11-25')).toEqual(['Query'])
  })

  it('costs the same with five times as many cases that stand', async () => {
    for (let number = 0; number < 20; number += 1) await sent('1990-12-20')
    await night('2026-11-26')
    expect(await night('2026-11-27')).toEqual(['Query'])
  })

  it('visits the one whose day has come, and one that changed since', async () => {
    await sent('1991-12-02')
    await night('2026-11-28')
    expect((await night('2026-12-01')).filter((name) => name === 'UpdateItem')).toEqual([])
    expect((await night('2026-12-02')).filter((name) => name === 'UpdateItem').length).toBe(1)
  })

  it('makes up for nights on which it did not run', async () => {
    // Twenty-five birthdays on the 20th.
    expect((await night('2026-12-23')).filter((name) => name === 'UpdateItem').length).toBe(25)
    expect(await night('2026-12-23')).toEqual(['Query'])
  })

  it('is kept from no other case by one that cannot be looked at, and says which it was', async () => {
    world.clock.set(at('2026-12-24'))
    const references = [await sent('1990-01-10'), await sent('1990-01-11'), await sent('1990-01-12')]
    const drafts = {
      ...world.counter.drafts,
      get: async (id: string) => {
        if (id === broken) throw new Error('no')
        return world.counter.drafts.get(id)
      },
    }
    const broken = (await world.counter.cases.get(references[1] ?? ''))?.draftId
    await expect(nightlyHandler({ ...world.counter, drafts })()).rejects.toThrow('1 cases')
    expect(world.log.filter(({ event }) => event === 'not-looked-at').map(({ reference }) => reference)).toEqual([
      references[1],
    ])
    expect((await night('2026-12-24')).filter((name) => name === 'UpdateItem').length).toBe(1)
  })

  it('comes to cases that were stored before it went by their day, once they are put there', async () => {
    world.clock.set(at('2026-12-28'))
    const reference = await sent('1990-01-20')
    await night('2026-12-28')
    await world.table.client.updateItem({
      TableName: world.table.name,
      Key: keyItem(keys.case(reference)),
      UpdateExpression: 'REMOVE #due, dueAt',
      ExpressionAttributeNames: { '#due': 'due' },
    })
    await night('2027-01-20')
    expect(await night('2027-01-20')).toEqual(['Query'])
    const table = { endpoint: world.directEndpoint, main: world.table.name }
    expect([await standAtNight(table), await standAtNight(table)]).toEqual([1, 0])
    expect((await night('2027-01-20')).filter((name) => name === 'UpdateItem').length).toBe(1)
  })
})
