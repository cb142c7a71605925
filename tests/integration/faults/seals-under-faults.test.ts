// F26: KMS denied, throttled, slow or away. What cannot be unsealed is not shown, what cannot be sealed is not saved, and it is said so with a
// time to try again; and the key of an application erased for good.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { counterFrom } from '#functions/wiring/residents.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { applicant, browserOf } from '#tests/support/people/small-applicant.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Answered, Visitor } from '#tests/support/worlds/visitor.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'

let around: FaultyWorld
let here: StaffWorld
beforeAll(async () => {
  around = await startFaultyWorld({ seed: 26 })
  here = await startStaffWorld(smallHousing, around)
})
beforeEach(() => around.kms.rules([]))
afterAll(() => here.close())

const marker = 'ZZPII-savings'
const safety = '/housing/about-you/safety'

// Drafts and cases as they lie; a session and the audit log may say that somebody looked.
const lying = async () => {
  const { name: main, audit } = here.world.table
  const items = await rawTables({ endpoint: around.directEndpoint, main, audit })
  return new Map(
    items
      .filter(({ pk, version }) => /^(DRAFT|CASE)#/.test(pk?.S ?? '') && version !== undefined)
      .map((item) => [item.pk?.S, item]),
  )
}

// A process at its start: no key is open in it.
const startsAnew = (): void => here.world.clock.pass(6 * 60_000)

const unavailable = ({ status, headers, html }: Answered): void => {
  expect([status, headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)])
  expect(html).toContain('Sorry, the service is unavailable')
  expect(html).not.toContain('ZZPII')
}

const faults = [
  ['refuses', { fault: 'deny' }],
  ['is too busy', { fault: 'throttle' }],
  ['fails', { fault: '5xx' }],
  ['cannot be reached', { fault: 'drop-before' }],
  ['does not answer in time', { fault: 'slow', ms: 2500 }],
] as const

describe.each(faults)('a key service that %s', (_, rule) => {
  it('gives nothing of a draft or a case, changes nothing, and all is there when it answers again (F26)', async () => {
    const reference = await sentCase(here.world.counter, { savings: marker })
    const { person } = await applicant(here, { savings: marker, unsafe: 'yes' })
    const officer = await here.signedIn('housing-officer-1')
    await person.get(safety)
    startsAnew()
    const before = await lying()
    around.kms.rules([rule])
    const answers = await Promise.all([
      person.ask({ method: 'GET', path: safety }),
      person.post(safety, { unsafe: 'no' }),
      officer.ask({ method: 'GET', path: `/cases/${reference}` }),
    ])
    for (const answer of answers) unavailable(answer)
    around.kms.rules([])
    expect(await lying()).toEqual(before)
    expect((await person.get('/housing/money/savings')).html).toContain(marker)
    await person.get(safety)
    expect((await person.post(safety, { unsafe: 'no' })).status).toBe(200)
    expect(await caseSeen(officer, reference)).toContain(marker)
  })
})

describe('a key service that is away', () => {
  it('stops nobody from answering what is not told in confidence, nor whose key is open', async () => {
    const { counter } = here.world
    const begun = newDraft(smallHousing, counter.ids, counter.clock.now())
    await counter.drafts.start(begun)
    const { person: other } = await applicant(here)
    await other.get(safety)
    around.kms.rules([{ fault: 'deny' }])
    const asked = around.kms.operations().length
    expect((await browserOf(here, begun).get('/housing/about-you/name')).status).toBe(200)
    await other.get('/housing/money/savings')
    expect((await other.post('/housing/money/savings', { savings: 'Two pounds' })).status).toBe(200)
    expect(around.kms.operations().length).toBe(asked)
  })

  it('stops an application from being sent, and it is sent once when the keys are back', async () => {
    const { person } = await applicant(here)
    await person.get('/housing/declaration')
    startsAnew()
    around.kms.rules([{ fault: 'throttle' }])
    unavailable(await person.post('/housing/declaration', { agree: 'yes' }))
    around.kms.rules([])
    await person.get('/housing/declaration')
    expect((await person.post('/housing/declaration', { agree: 'yes' })).path).toBe('/housing/confirmation')
  })
})

const erase = async (key: ReturnType<typeof keys.draft>): Promise<void> => {
  const { client, name } = here.world.table
  await client.updateItem({ TableName: name, Key: keyItem(key), UpdateExpression: 'REMOVE wrappedKey' })
}

describe('an application whose key was erased', () => {
  it('is refused in words on both sides, is no draft any more, and holds up nobody at night', async () => {
    const reference = await sentCase(here.world.counter, { savings: marker })
    const { person, draft } = await applicant(here, { savings: marker })
    await erase(keys.record(reference))
    await erase(keys.draft(draft.id))
    const officer: Visitor = await here.signedIn('housing-officer-1')
    const answer = await officer.ask({ method: 'GET', path: `/cases/${reference}` })
    expect([answer.status, answer.html]).toEqual([410, expect.stringContaining('These answers are no longer kept')])
    expect(answer.html).not.toContain(marker)
    const mine = await person.get('/housing/money/savings')
    expect([mine.status < 500, mine.html.includes(marker)]).toEqual([true, false])
    await nightlyHandler({ ...here.desk })()
  })
})

it('a process that starts anew reads what another sealed', async () => {
  const { person, draft } = await applicant(here, { unsafe: 'yes' })
  await person.get(safety)
  const another = counterFrom(here.world.env)
  expect((await another.drafts.get(draft.id))?.pages['about-you/safety']).toEqual({ unsafe: ['yes'] })
})
