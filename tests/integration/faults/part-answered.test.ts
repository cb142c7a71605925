// A storage that is busy answers a batch in part (BatchGetItem, UnprocessedKeys). What it left out is asked for again: nobody is told
// that they have no applications, or that a case does not exist, because storage was busy.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'

let around: FaultyWorld
let here: StaffWorld
let reference: string
beforeAll(async () => {
  around = await startFaultyWorld({ seed: 5 })
  here = await startStaffWorld(smallHousing, around)
  for (let number = 0; number < 3; number += 1) reference = await sentCase(here.world.counter)
})
beforeEach(() => around.dynamo.rules([]))
afterAll(() => here.close())

const batch = { fault: 'part', operation: 'BatchGetItem' } as const
const parts = () => around.dynamo.done().part ?? 0

const owner = () => here.desk.keys.hash('phone', '+447700900301')

const reads: readonly (readonly [string, () => Promise<number>])[] = [
  ['the applications of a phone', async () => (await here.desk.find.byOwner(owner())).cases.length],
  ['one case', async () => ((await here.desk.cases.get(reference)) === undefined ? 0 : 3)],
  ['the texts of a case', async () => ((await here.desk.cases.whole(reference))?.texts.length ?? 0) * 3],
  ['the cases of texts that did not arrive', async () => (await here.desk.undelivered.cases(await all())).length],
]

const all = async () => (await here.desk.find.byOwner(owner())).cases.map((one) => one.reference)

describe('a batch that is answered in part', () => {
  it.each(reads)('is read to its end: %s', async (_what, count) => {
    const before = parts()
    around.dynamo.rules([{ ...batch, to: 2 }])
    expect(await count()).toBe(3)
    expect(parts()).toBeGreaterThan(before)
  })

  it.each(reads)('is an error where storage stays busy, and never nothing: %s', async (_what, count) => {
    around.dynamo.rules([batch])
    await expect(count()).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' })
  })

  it('is a page that asks staff to try again, where storage stays busy', async () => {
    const officer = await here.signedIn('housing-officer-1')
    await officer.get('/cases/find')
    around.dynamo.rules([batch])
    expect((await officer.post('/cases/find', { for: '07700 900 301' })).status).toBe(503)
    around.dynamo.rules([])
    await officer.get('/cases/find')
    expect((await officer.post('/cases/find', { for: '07700 900 301' })).html).toContain(reference)
  })

  it('keeps the order in which it was asked', async () => {
    const asked = (await all()).toReversed()
    around.dynamo.rules([{ ...batch, to: 2 }])
    expect((await here.desk.undelivered.cases(asked)).map((one) => one.reference)).toEqual(asked)
  })
})
