// Programs are told of events by webhooks (docs/rules/sharing.md, "Webhooks").
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import type { Staff } from '#domain/cases/case.ts'
import { hooksFrom } from '#functions/wiring/send-hooks.ts'
import { clientNames } from '#infra/local/identity/clients.ts'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { type ApiWorld, startApiWorld } from '#tests/support/worlds/api-world.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { visitor } from '#tests/support/worlds/visitor.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import type { HookReply } from '#usecases/ports/sharing/hooks.ts'
import { type StoppedHook, stoppedHooks, tellAgain } from '#usecases/sharing/see-hooks.ts'
import { type HookPorts, sendHooks } from '#usecases/sharing/send-hooks.ts'
import { myTasksPage } from '#web/show/staff/work/my-tasks-page.ts'
import { staffHandler } from '#web/staff/handler.ts'

let here: ApiWorld
let ports: HookPorts
let reply: HookReply = { is: 'taken', status: 200 }
type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body: string }
const sent: Sent[] = []

beforeAll(async () => {
  here = await startApiWorld()
  const env = {
    ...here.world.env,
    API_CLIENTS: clientNames,
    API_HOOKS: 'data-warehouse https://warehouse.example/events 1 housing+planning+bookings',
  }
  const post: HookPorts['post'] = async (_address, headers, body) => {
    sent.push({ headers, body })
    return reply
  }
  ports = { ...hooksFrom(env, here.world.clock), post, log: here.world.counter.log }
})
afterAll(() => here.close())
beforeEach(async () => {
  reply = { is: 'taken', status: 200 }
  here.world.clock.pass(60_000)
  await sendHooks(ports)
  sent.length = 0
})

const of = (reference: string) => sent.filter(({ body }) => body.includes(reference))
const minutes = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) {
    here.world.clock.pass(60_000)
    await sendHooks(ports)
  }
}

describe('a webhook', () => {
  it('tells of each event once, signed, with nothing of a person, and nothing of a case that is restricted', async () => {
    const plain = await sentCase(here.world.counter, { name: 'Ada Okoro' })
    const restricted = await sentCase(here.world.counter, { name: 'Eve Hidden', unsafe: 'yes' })
    await minutes(2)
    const [first, ...more] = of(plain)
    expect(more).toEqual([])
    expect(JSON.parse(first?.body ?? '')).toEqual({
      ...{ type: 'case.opened', timestamp: expect.any(String), data: { reference: plain, version: 1 } },
    })
    expect(Object.keys(first?.headers ?? {})).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature'])
    for (const words of [restricted, 'Hidden', 'Okoro']) expect(JSON.stringify(sent)).not.toContain(words)
  })

  it('is sent again until it is taken, under the same id, and the log says what came of each try', async () => {
    reply = { is: 'failed', status: 500, why: 'It answered 500' }
    const reference = await sentCase(here.world.counter)
    await minutes(3)
    expect(of(reference).length).toBe(2)
    const [failing] = await ports.store.log('data-warehouse', 1)
    expect(failing).toMatchObject({ state: 'due', tries: 2, status: 500, why: 'It answered 500' })
    reply = { is: 'taken', status: 204 }
    await minutes(6)
    expect(of(reference).length).toBe(3)
    expect(new Set(of(reference).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await ports.store.log('data-warehouse', 1))[0]).toMatchObject({ state: 'taken', tries: 3, status: 204 })
  })

  it('is sent by one of two runs at once, and lost by none that stops half way', async () => {
    const reference = await sentCase(here.world.counter)
    here.world.clock.pass(60_000)
    await Promise.all([sendHooks(ports), sendHooks(ports)])
    expect(of(reference).length).toBe(1)
    const other = await sentCase(here.world.counter)
    here.world.clock.pass(60_000)
    const dies = { ...ports, post: () => Promise.reject(new Error('The function stopped')) }
    await expect(sendHooks(dies)).rejects.toThrow('stopped')
    await minutes(2)
    expect(of(other).length).toBe(1)
  })

  it('to an address that is refused is given up at once; whoever wants no more is told no more', async () => {
    reply = { is: 'refused', why: 'The address is not one of the public internet' }
    const refused = await sentCase(here.world.counter)
    await minutes(10)
    expect(of(refused).length).toBe(1)
    reply = { is: 'gone', status: 410, why: 'It answered 410: it wants no more' }
    await sentCase(here.world.counter)
    await minutes(1)
    reply = { is: 'taken', status: 200 }
    const later = await sentCase(here.world.counter)
    await minutes(3)
    expect(of(later)).toEqual([])
    const [gone] = await ports.store.log('data-warehouse', 1)
    const { audit, ids } = here.api
    const manager: Staff = { is: 'staff', id: 'm1', name: 'M', roles: ['team-manager'], teams: ['housing'] }
    const desk = { clock: here.world.clock, ids, audit, told: ports.store, hooks: ports.hooks }
    expect(await tellAgain(desk, manager, { clientId: 'data-warehouse', id: gone?.id ?? '' })).toBe('told')
    await minutes(1)
    expect(of(later).length).toBe(1)
  })
})

describe('a program that takes nothing', () => {
  it('is told no more after five days, which its managers have as a task until one has it told again', async () => {
    reply = { is: 'failed', status: 503, why: 'It answered 503' }
    const days = async (count: number): Promise<void> => {
      for (let left = count; left > 0; left -= 1) {
        await sentCase(here.world.counter)
        here.world.clock.pass(86_400_000)
        await sendHooks(ports)
      }
    }
    await days(3)
    // One that is taken begins the count anew.
    reply = { is: 'taken', status: 200 }
    await days(1)
    reply = { is: 'failed', status: 503, why: 'It answered 503' }
    await days(5)
    const manager: Staff = { is: 'staff', id: 'm1', name: 'M', roles: ['team-manager'], teams: ['housing'] }
    const { audit, ids } = here.api
    const desk = { clock: here.world.clock, ids, audit, told: ports.store, hooks: ports.hooks }
    expect(await stoppedHooks(desk, manager)).toEqual([])
    await days(1)
    const stopped: StoppedHook = { name: 'Data warehouse', stopped: here.world.clock.now(), stoppedAs: 'failing' }
    expect(await stoppedHooks(desk, manager)).toEqual([stopped])
    expect(await stoppedHooks(desk, { ...manager, roles: ['housing-officer'] })).toEqual([])
    const page = myTasksPage({ ...{ around: {}, tasks: [], today: '2026-12-03' }, stopped: [stopped] })
    expect(page).toContain('It took nothing for five days, and has been told nothing since')
    expect(here.world.log.filter(({ event }) => event === 'webhook-stopped').length).toBeGreaterThan(0)
    reply = { is: 'taken', status: 200 }
    const later = await sentCase(here.world.counter)
    await minutes(2)
    expect(of(later)).toEqual([])
    const [last] = await ports.store.log('data-warehouse', 1)
    expect(await tellAgain(desk, manager, { clientId: 'data-warehouse', id: last?.id ?? '' })).toBe('told')
    await minutes(2)
    expect([of(later).length, await stoppedHooks(desk, manager)]).toEqual([1, []])
  })
})

describe('a manager', () => {
  it('sees what came of each, and has one told once more, on record; an officer sees none of it', async () => {
    const desk = await startStaffWorld(undefined, here.world)
    reply = { is: 'refused', why: 'The address is not one of the public internet' }
    const other = 'planning-register https://register.example/x 1 housing'
    const told = {
      ...ports,
      hooks: hooksIn({ clients: new Map([['planning-register', 'Register']]), said: other, keys: here.api.keys }),
    }
    const reference = await sentCase(here.world.counter)
    here.world.clock.pass(60_000)
    await sendHooks(told)
    const staff = staffHandler({ ...desk.desk, hooks: told.hooks })
    const manager = await desk.signedIn('housing-manager')
    const at = visitor(staff, staffOrigin)
    for (const [name, value] of manager.cookies) at.cookies.set(name, value)
    const { html } = await at.get('/webhooks')
    for (const words of ['register.example', reference, 'Given up', 'not one of the public internet'])
      expect(html).toContain(words)
    expect(html).not.toContain('/x')
    const [, event = ''] = /name="event" value="(\w+)"/.exec(html) ?? []
    expect((await at.post('/webhooks', { client: 'planning-register', event })).html).toContain('To be sent')
    reply = { is: 'taken', status: 200 }
    sent.length = 0
    await sendHooks(told)
    expect(of(reference).length).toBe(1)
    expect(await desk.audit('STAFF#housing-manager')).toContainEqual(
      expect.objectContaining({ did: 'tell-again', allowed: true }),
    )
    const officer = await desk.signedIn('housing-officer-1')
    expect((await officer.get('/webhooks')).status).toBe(403)
    await desk.closeProvider()
  })
})
