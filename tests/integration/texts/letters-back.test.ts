// A letter that the post brings back: told by GOV.UK Notify weeks later, or by whoever has it in hand (docs/rules/texts.md, "Letters that come back").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textPuts } from '#adapters/dynamo/texts/text-puts.ts'
import type { Text } from '#domain/texts/text.ts'
import { localCallbackKey } from '#infra/local/post/notify.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type ApiWorld, startApiWorld } from '#tests/support/worlds/api-world.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'

let here: StaffWorld
let programs: ApiWorld
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  programs = await startApiWorld(here.world)
})
afterAll(() => programs.close().then(here.close))

const day = 86_400_000
const home = 'Kit Sample\n1 High Street\nDorchester\nDT1 1XA'
let made = 0

const letterTo = async (about: string, to = home): Promise<Text> => {
  made += 1
  const now = here.world.clock.now()
  const letter: Text = {
    ...{ id: here.world.counter.ids.ordered(now), about, service: 'housing', template: 'confirmation' },
    ...{ templateVersion: 1, category: 'essential', channel: 'letter', to, subject: 'We have it' },
    ...{ body: `Letter ${made}`, state: 'due', version: 1, dueAt: now, madeAt: now, attempts: [] },
    phoneKey: here.world.counter.keys.hash('texts to', to),
  }
  const { client, name } = here.world.table
  await client.transactWriteItems({ TransactItems: [...textPuts(name, [letter], about)] })
  return letter
}
const posted = async (about: string, to?: string): Promise<Text> => {
  const letter = await letterTo(about, to)
  await here.world.sendTexts()
  here.world.clock.pass(2 * day)
  await here.world.sendTexts()
  return now(letter)
}
const now = async ({ id }: Text): Promise<Text> =>
  (await here.world.counter.outbox.get(id)) ?? Promise.reject(new Error('It is gone'))
const tell = (messageId: string | undefined, token: string | undefined = localCallbackKey) =>
  programs.ask({
    ...{ path: '/callbacks/notify/returned-letters', post: { notification_id: messageId, reference: 'x' } },
    ...(token === '' ? {} : { token }),
  })
const sent = () => sentCase(here.world.counter, { ways: ['post'], name: 'Kit Sample' })
const tasksOn = async (reference: string) => (await here.desk.cases.whole(reference))?.tasks ?? []

describe('A letter that came back', () => {
  it('stands among what was not delivered, and whoever works the case has one task, told twice or not', async () => {
    const reference = await sent()
    const letter = await posted(reference)
    expect(letter.state).toBe('delivered')
    for (const _twice of [1, 2]) expect((await tell(letter.messageId)).status).toBe(204)
    expect(await now(letter)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('The letter came back'),
    })
    expect(await tasksOn(reference)).toMatchObject([
      { from: 'letter', by: 'GOV.UK Notify', what: expect.stringContaining('Ask them where to write to') },
    ])
    const officer = await here.signedIn('housing-officer-1')
    const undelivered = (await officer.get('/texts')).html
    expect([undelivered.includes(reference), undelivered.includes('The letter came back')]).toEqual([true, true])
  })

  it('keeps the next from going to that address until somebody says that it is right; another address is free', async () => {
    const reference = await sent()
    const to = home.replace('1 High', '2 High')
    expect((await tell((await posted(reference, to)).messageId)).status).toBe(204)
    const [next, elsewhere] = [
      await letterTo(reference, to),
      await letterTo(reference, home.replace('1 High', '3 High')),
    ]
    await here.world.sendTexts()
    expect([(await now(next)).state, (await now(elsewhere)).state]).toEqual(['held', 'sent'])
    expect((await now(next)).reason).toContain('A letter to this address came back')
    const officer = await here.signedIn('housing-officer-1')
    await officer.get(`/cases/${reference}/texts/${next.id}`)
    expect(officer.last().html).toContain('Let it go')
    await officer.post(`/cases/${reference}/texts/${next.id}/release`, {})
    await here.world.sendTexts()
    expect((await now(next)).state).toBe('sent')
  })

  it('is told by whoever has it in hand with one press, and is on record as theirs', async () => {
    const reference = await sent()
    const letter = await posted(reference, home.replace('1 High', '4 High'))
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get(`/cases/${reference}/messages`)).html).toContain('This letter came back')
    const after = await officer.post(`/cases/${reference}/texts/${letter.id}/came-back`, {})
    expect([after.path, after.html.includes('This letter came back')]).toEqual([`/cases/${reference}/messages`, false])
    expect(await tasksOn(reference)).toMatchObject([{ from: 'letter', by: 'Housing officer 1' }])
    expect(await here.audit(`CASE#${reference}`)).toContainEqual(
      expect.objectContaining({ did: 'letter-came-back', by: 'housing-officer-1', on: letter.id }),
    )
  })

  it('changes nothing where the key is wrong, the id is nobody’s, or it is no letter', async () => {
    const reference = await sent()
    const letter = await posted(reference, home.replace('1 High', '5 High'))
    const statuses = [
      (await tell(letter.messageId, '')).status,
      (await tell(letter.messageId, `${localCallbackKey}x`)).status,
      (await tell(letter.messageId, 'short')).status,
      (await tell('nobody-knows-it')).status,
      (await tell("'; DROP")).status,
      (await tell(undefined)).status,
    ]
    expect(statuses).toEqual([401, 401, 401, 204, 422, 422])
    expect((await now(letter)).state).toBe('delivered')
    expect(await tasksOn(reference)).toEqual([])
  })
})
