// Emails through the outbox, GOV.UK Notify's stand-in and a network that fails (docs/guarantees.md, "Outbox row"; docs/rules/texts.md, "Emails and letters").
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Text } from '#domain/texts/text.ts'
import { wasNotTaken } from '#domain/texts/undelivered.ts'
import { housing } from '#services/housing/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase } from '#tests/support/people/sent-cases.ts'

let world: FaultyWorld
beforeAll(async () => {
  world = await startFaultyWorld({ seed: 19 })
})
let day = 6
beforeEach(() => {
  // Each on a morning of its own, so that no night holds anything up.
  day += 1
  world.clock.set(Date.parse(`2026-12-${String(day).padStart(2, '0')}T08:30:00Z`))
  for (const proxy of [world.dynamo, world.sns, world.notify]) proxy.rules([])
})
afterAll(() => world.close())

const minute = 60_000
let made = 0
const emailOf = (change: Partial<Text> = {}): Text => {
  made += 1
  const now = world.clock.now()
  return {
    ...{ id: `email-${made}`, about: 'H0000000', service: 'housing', template: 'confirmation', templateVersion: 1 },
    ...{ category: 'essential', channel: 'email', to: `sample${made}@example.com`, subject: 'We have it' },
    ...{ body: `Email ${made}.`, state: 'due', version: 1, dueAt: now, madeAt: now, attempts: [] },
    ...change,
  }
}
const decided = async (count: number, change: Partial<Text> = {}): Promise<readonly Text[]> => {
  const emails = Array.from({ length: count }, () => emailOf(change))
  await world.counter.outbox.put(emails)
  return emails
}

const taken = (emails: readonly Text[]): readonly number[] =>
  emails.map(({ body }) => world.posted().filter((one) => one.body === body).length)
const now = async ({ id }: Text): Promise<Text> => {
  const text = await world.counter.outbox.get(id)
  if (text === undefined) throw new Error('It is gone')
  return text
}
const each = (count: number, value: unknown): readonly unknown[] => Array.from({ length: count }, () => value)
const sweepFor = async (minutes: number, step = 20): Promise<void> => {
  for (let passed = 0; passed < minutes; passed += step) {
    await world.sendTexts().catch(() => {})
    world.clock.pass(step * minute)
  }
}
const nothingWrong = async (): Promise<void> => {
  const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
  expect((await invariantsAt(world.directEndpoint, tables)).faults).toEqual([])
}

describe('An application of somebody who chose email and no text', () => {
  it('is confirmed by one email, which tells nothing but the reference, and is known to have arrived', async () => {
    const reference = await sentCase(world.counter, { ways: ['email'], email: 'kit@example.com', name: 'Kit Sample' })
    await world.sendTexts()
    world.clock.pass(minute)
    await world.sendTexts()
    const mine = world.posted().filter(({ subject }) => subject.includes(reference))
    expect(mine.map(({ to, type }) => [to, type])).toEqual([['kit@example.com', 'email']])
    expect(mine[0]?.body).toContain(`http://localhost:3000/return/email/${reference}?`)
    expect(mine[0]?.body).not.toMatch(/Kit|Sample/)
    expect(world.texts().filter(({ body }) => body.includes(reference))).toEqual([])
    const [text] = (await world.counter.cases.whole(reference))?.texts ?? []
    expect([text?.state, text?.templateVersion]).toEqual(['delivered', housing.texts.confirmation?.email?.version])
  })

  it('has no email where they chose neither email nor text', async () => {
    const reference = await sentCase(world.counter, { ways: ['post'], email: 'kit@example.com' })
    expect((await world.counter.cases.whole(reference))?.texts).toEqual([])
  })
})

describe('Emails that were decided', () => {
  it('go once each through a storm of lost replies: Notify is asked by our reference before anything goes again (G6)', async () => {
    const emails = await decided(5)
    world.notify.rules([
      { fault: 'commit-then-reset', operation: 'POST', chance: 0.4 },
      { fault: 'drop-before', operation: 'POST', chance: 0.4 },
      { fault: 'commit-then-reset', operation: 'GET', chance: 0.3 },
    ])
    await sweepFor(400)
    world.notify.rules([])
    await sweepFor(200)
    expect(taken(emails)).toEqual(each(5, 1))
    expect(await Promise.all(emails.map(async (one) => (await now(one)).state))).toEqual(each(5, 'delivered'))
    await nothingWrong()
  })

  it('and letters go once each through the same storm, and are posted', async () => {
    const to = 'Kit Sample\n1 High Street\nDorchester\nDT1 1XA'
    const letters = await decided(3, { channel: 'letter', to, body: `Letter ${made}.` })
    const [body] = letters.map((one) => one.body)
    world.notify.rules([
      { fault: 'commit-then-reset', operation: 'POST', chance: 0.5 },
      { fault: 'drop-before', operation: 'POST', chance: 0.3 },
      { fault: 'commit-then-reset', operation: 'GET', chance: 0.3 },
    ])
    await sweepFor(200)
    world.notify.rules([])
    await sweepFor(80)
    expect(
      world
        .posted()
        .filter((one) => one.body === body)
        .map(({ type, to: lines }) => [type, lines]),
    ).toEqual(each(3, ['letter', to]))
    expect(await Promise.all(letters.map(async (one) => (await now(one)).state))).toEqual(each(3, 'sent'))
    world.clock.pass(26 * 60 * minute)
    await world.sendTexts()
    expect(await Promise.all(letters.map(async (one) => (await now(one)).state))).toEqual(each(3, 'delivered'))
    await nothingWrong()
  })

  it('are none of them lost where Notify is away for six hours: staff see them, and texts go meanwhile (G4, F12)', async () => {
    const emails = await decided(4)
    world.notify.rules([{ fault: 'drop-before' }])
    const { channel: _email, subject: _subject, ...rest } = emailOf()
    const text: Text = { ...rest, to: '+447700900471', body: 'A text beside them.' }
    await world.counter.outbox.put([text])
    await sweepFor(360)
    expect(world.texts().filter(({ body }) => body === text.body).length).toBe(1)
    world.notify.rules([])
    await sweepFor(140)
    for (const email of emails) {
      const after = await now(email)
      expect(after.state === 'delivered' || wasNotTaken(after)).toBe(true)
      expect(taken([email])).toEqual([after.state === 'delivered' ? 1 : 0])
    }
    await nothingWrong()
  })

  it('are known not to have arrived, with the reason: a wrong address at once, a full inbox after one more try', async () => {
    const [wrong] = await decided(1, { to: 'perm-fail@simulator.notify' })
    const [full] = await decided(1, { to: 'temp-fail@simulator.notify' })
    const [never] = await decided(1, { to: 'no address' })
    if (wrong === undefined || full === undefined || never === undefined) throw new Error('None')
    await sweepFor(60)
    expect([(await now(wrong)).state, (await now(wrong)).reason]).toEqual([
      'failed',
      'The email address does not exist. Ask them for another',
    ])
    expect([(await now(never)).state, taken([never])]).toEqual(['failed', [0]])
    expect((await now(full)).state).toBe('due')
    await sweepFor(300)
    expect([(await now(full)).state, taken([full])]).toEqual(['failed', [2]])
    await nothingWrong()
  })

  it('keep quiet hours as texts do', async () => {
    world.clock.set(Date.parse('2026-12-20T23:30:00Z'))
    const [email] = await decided(1, { quiet: 'daytime' })
    if (email === undefined) throw new Error('None')
    await world.sendTexts()
    expect([taken([email]), (await now(email)).dueAt]).toEqual([[0], Date.parse('2026-12-21T08:00:00Z')])
  })
})
