// The trail of a draft, through the real pages: written with the save, without an answer, and never in the way of one.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { smallHousing } from '#tests/support/people/sent-cases.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon } from '#tests/support/worlds/world.ts'

let world: FaultyWorld
let here: StaffWorld
let counting: ReturnType<typeof countingIn>
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 22 })
  here = await startStaffWorld(smallHousing, world)
  counting = countingIn(here.world)
})
beforeEach(() => world.dynamo.rules([]))
afterAll(() => here.close())

const begin = async (): Promise<Visitor> => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/housing')
  await person.post('/housing/start', {})
  await person.get('/housing/about-you/name')
  return person
}
const page = '/housing/about-you/name'
const day = '2026-11-25'
const pass = (seconds: number): void => here.world.clock.pass(seconds * 1000)
const walkedOf = async () =>
  (await counting.items()).filter(({ pk }) => pk?.S?.startsWith('DRAFT#')).flatMap(({ walked }) => walked?.S ?? [])
const newest = async () => JSON.parse((await walkedOf()).find((text) => text.includes('about-you/name')) ?? '{}')
const sums = async () => (await here.desk.sums.days('housing', day, day))[0]?.sums ?? {}

describe('saving a page', () => {
  it('asks storage for nothing more than before: one read and one write', async () => {
    const person = await begin()
    const before = world.dynamo.operations().length
    await person.post(page, { fullName: '' })
    expect(world.dynamo.operations().slice(before)).toEqual(['GetItem', 'UpdateItem'])
  })

  it('leaves where somebody went, what was wrong and how long it took, and no answer', async () => {
    const person = await begin()
    pass(20)
    await person.post(page, { fullName: '' })
    pass(40)
    await person.post(page, { fullName: 'Marked Applicant' })
    const text = (await walkedOf()).find((one) => one.includes('"saves":2')) ?? ''
    expect(text).not.toContain('Marked')
    expect(JSON.parse(text).trail).toMatchObject({
      at: 'about-you/mobile',
      seconds: { 'about-you': 60 },
      pages: { 'about-you/name': { saves: 2, errs: { 'fullName.missing': 1 }, stood: true } },
    })
    here.world.clock.set(noon)
    await counting.count()
    const found = await sums()
    expect([found['page|about-you/name|wrong|fullName'], found['page|about-you/mobile|saw']]).toEqual([2, 1])
    expect([found['time|about-you|2'], found['starts.device.other']]).toEqual([1, 2])
    const officer = await here.signedIn('housing-officer-1')
    const shown = (await officer.get('/measures/housing/funnel')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    // Two drafts saved the page, both with an error in its one field, in three saves.
    expect(shown).toContain('What is your name? 2 0 (0.0%) 2 (100.0%) 1.5')
    const one = (await officer.get('/measures/housing/questions/about-you/name')).html.replace(/<[^>]+>/g, ' ')
    expect(one.replace(/\s+/g, ' ')).toMatch(/Tries each 1\.5 .* 2 \(100\.0%\) left empty: 2/)
    expect((await officer.get('/measures/housing/questions/about-you/none')).status).toBe(404)
  })

  it('goes on where the trail cannot be read', async () => {
    const person = await begin()
    await person.post(page, { fullName: 'Sample Person' })
    const draft = (await counting.items()).findLast(
      ({ pk, walked }) => pk?.S?.startsWith('DRAFT#') && walked !== undefined,
    )
    await here.world.table.client.updateItem({
      TableName: here.world.table.name,
      Key: { pk: draft?.pk ?? { S: '' }, sk: draft?.sk ?? { S: '' } },
      UpdateExpression: 'SET walked = :broken',
      ExpressionAttributeValues: { ':broken': { S: '{"trail":' } },
    })
    await person.get(page)
    expect((await person.post(page, { fullName: 'Sample Person' })).path).toBe('/housing/about-you/mobile')
  })
})

describe('an error of ours', () => {
  it('is an end where nobody comes back from it, and none where they do', async () => {
    const person = await begin()
    world.dynamo.rules([{ fault: 'deny', operation: 'UpdateItem', from: 1, to: 1 }])
    expect((await person.post(page, { fullName: 'Sample Person' })).status).toBeGreaterThanOrEqual(500)
    world.dynamo.rules([])
    await counting.count()
    expect((await sums())['end.ours']).toBe(1)
    await person.get(page)
    pass(5)
    await person.post(page, { fullName: 'Sample Person' })
    await counting.count()
    expect((await sums())['end.ours']).toBeUndefined()
    here.world.clock.set(noon)
  })
})

describe('whoever does not want to be counted', () => {
  it('says so on the page about cookies, and leaves no trail from then on', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    expect((await person.get('/cookies')).html).toContain('Do not count my visits')
    await person.post('/cookies', { count: 'no' })
    expect(person.last().html).toContain('We do not count your visits')
    await person.get('/housing')
    await person.post('/housing/start', {})
    await person.get(page)
    await person.post(page, { fullName: 'Quiet Person' })
    const quiet = (await walkedOf()).filter((text) => text.includes('uncounted'))
    expect(quiet.map((text) => JSON.parse(text).trail)).toEqual([undefined])
    await counting.count()
    expect((await sums())['starts.uncounted']).toBe(1)
    await person.get('/cookies')
    await person.post('/cookies', { count: 'yes' })
    expect(person.last().html).toContain('We count your visits')
  })
})

describe('counting', () => {
  it('that fails is told again by the stream, and is right then', async () => {
    await newest()
    world.dynamo.rules([{ fault: 'deny', operation: 'PutItem' }])
    const items = await counting.items()
    expect(await counting.tell(items)).toMatchObject({ batchItemFailures: [{ itemIdentifier: expect.any(String) }] })
    world.dynamo.rules([])
    expect(await counting.tell(items)).toEqual({ batchItemFailures: [] })
  })
})
