// Whoever is booked in time that was closed (docs/rules/bookings.md, "What is done for whoever is booked"): each is proposed something, a
// manager sees and changes it, it is done once, each is accounted for, and nobody is cancelled.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '#domain/london.ts'
import { bookings } from '#services/bookings/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { books } from '#tests/support/worlds/books.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { moveAppointment } from '#usecases/booking/appointments.ts'
import { goBack, keepTime } from '#usecases/booking/keep-time.ts'
import { openTime } from '#usecases/booking/open-time.ts'

let desk: StaffWorld
let manager: Visitor
beforeAll(async () => {
  desk = await startStaffWorld()
  desk.world.clock.set(instantOf('2026-11-30', '10:00') ?? 0)
  manager = await desk.signedIn('bookings-manager')
})
afterAll(async () => {
  const { table, env, clock } = desk.world
  const tables = { main: table.name, audit: table.audit, now: clock.now() }
  expect((await invariantsAt(env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
  await desk.close()
})

const dateFields = (id: string, iso: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return { [`${id}-day`]: date, [`${id}-month`]: month, [`${id}-year`]: year }
}

const close = async (closed: string, day: string): Promise<string> => {
  const typed = {
    ...{ service: 'bookings', closed, part: 'day', reason: 'A leak' },
    ...{ ...dateFields('from', day), ...dateFields('until', day) },
  }
  await manager.get('/desk/closed/new?service=bookings')
  await manager.post('/desk/closed/new', { ...typed, sure: 'yes' })
  return manager.last().path
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const proposedIn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(for-\w+)">[\s\S]*?<option value="([^"]*)" selected>/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

const caseOf = async (reference: string) => {
  const whole = await desk.desk.cases.whole(reference)
  if (whole === undefined) throw new Error('Gone')
  return whole
}

const applicant = { is: 'applicant' } as const

const textsTo = (number: number): readonly string[] =>
  desk.world
    .texts()
    .filter(({ to }) => to.endsWith(`900${number}`))
    .map(({ body }) => body)

describe('Whoever is booked in a closed room', () => {
  it('keeps the time in the other room, is told nothing, and is accounted for', async () => {
    const one = await books(desk.world.counter, {
      day: '2026-12-03',
      time: '0930.housing-1.dor-room-1',
      mobile: '07700 900 701',
    })
    await desk.world.sendTexts()
    const at = await close('room--dor-room-1', '2026-12-03')
    expect(plain((await manager.get(at)).html)).toContain('1: Nothing decided yet')
    const page = await manager.get(`${at}/treat`)
    expect(plain(page.html)).toContain('1 person: 1 same time')
    const choices = proposedIn(page.html)
    expect(choices).toEqual({ [`for-${one}`]: 'swap.2026-12-03.0930.housing-1.dor-room-2' })
    const preview = await manager.post(`${at}/treat`, choices)
    expect(plain(preview.html)).toContain('0 texts are sent')
    expect((await caseOf(one)).subject.appointment?.claimants).toEqual(['housing-1', 'dor-room-1'])
    const before = textsTo(701).length
    await manager.post(`${at}/treat`, { ...choices, sure: 'yes' })
    await desk.world.sendTexts()
    expect((await caseOf(one)).subject.appointment).toMatchObject({
      from: '09:30',
      claimants: ['housing-1', 'dor-room-2'],
    })
    expect(textsTo(701).length).toBe(before)
    expect(plain(manager.last().html)).toContain('1: Settled')
    expect(plain(manager.last().html)).toContain('Same time with somebody else or in another room')
  })
})

describe('Whoever is booked with somebody who is away', () => {
  const day = '2026-12-08'

  it('is moved near, asked or called as the rules say, once, and what each answers is on the list', async () => {
    const { counter } = desk.world
    const moved = await books(counter, { day, time: '0930.housing-1.dor-room-1', mobile: '07700 900 711' })
    const called = await books(counter, {
      ...{ day, time: '1030.housing-1.dor-room-1', mobile: '07700 900 712' },
      pages: { 'details/texts': { safeToText: ['no'] } },
    })
    const asked = await books(counter, { day, time: '1400.housing-1.dor-room-1', mobile: '07700 900 713' })
    await desk.world.sendTexts()
    const at = await close('staff--housing-1', day)
    const page = await manager.get(`${at}/treat`)
    const choices = proposedIn(page.html)
    expect(Object.keys(choices)).toEqual([`for-${moved}`, `for-${called}`, `for-${asked}`])
    expect(choices[`for-${called}`]).toBe('call')
    // Only one adviser of housing is in Dorchester after 1pm: the nearest time in that half of the day.
    expect(choices[`for-${asked}`]).toMatch(/^move\.2026-12-08\.1215\.housing-3/)
    const wanted = {
      ...choices,
      [`for-${moved}`]: 'move.2026-12-09.0930.housing-1.dor-room-1',
      [`for-${asked}`]: 'link',
    }
    const preview = await manager.post(`${at}/treat`, wanted)
    expect(plain(preview.html)).toContain('3 people: 1 moved, 1 asked to choose, 1 to call')
    expect(plain(preview.html)).toContain('2 texts are sent')
    expect(plain(preview.html)).toContain('we moved you to 9:30am on Wednesday 9 December 2026')
    await manager.post(`${at}/treat`, { ...wanted, sure: 'yes' })
    await manager.post(`${at}/treat`, { ...wanted, sure: 'yes' })
    await manager.post(`${at}/go-on`, {})
    await desk.world.sendTexts()
    expect(textsTo(711).filter((text) => text.includes('sorry, we moved'))).toHaveLength(1)
    expect(textsTo(713).filter((text) => text.includes('Choose another:'))).toHaveLength(1)
    expect((await caseOf(moved)).subject.appointment).toMatchObject({ day: '2026-12-09', from: '09:30' })
    expect((await caseOf(asked)).subject.appointment).toMatchObject({ day, from: '14:00' })
    for (const reference of [moved, called, asked]) expect((await caseOf(reference)).subject.state).toBe('confirmed')
    expect((await caseOf(moved)).events.at(-1)).toMatchObject({ action: 'move-for-block', byId: 'bookings-manager' })
    const list = plain((await manager.get(at)).html)
    expect(list).toContain('2: Told by text, no answer yet')
    expect(list).toContain('1: To call')
  })

  it('stands on the list of calls when silent for 3 working days, and leaves it by an answer or a call', async () => {
    const calls = async (at: string): Promise<Visitor> => {
      desk.world.clock.set(instantOf(at, '10:00') ?? 0)
      const adviser = await desk.signedIn('customer-adviser-1')
      await adviser.get('/desk/calls')
      return adviser
    }
    const notes = (html: string): readonly string[] =>
      [...html.matchAll(/href="(\/desk\/calls\/[^"]+)"/g)].map(([, href = '']) => href)
    expect(notes((await calls('2026-12-03')).last().html)).toHaveLength(1)
    const adviser = await calls('2026-12-04')
    const [called = '', asked = '', moved = '', ...others] = notes(adviser.last().html)
    expect(others).toEqual([])
    expect(plain(adviser.last().html)).toContain('Does that suit you?')
    expect(plain((await adviser.post(called, {})).html)).toContain('Select what came of the call')
    expect(plain((await adviser.post(called, { called: 'keeps' })).html)).toContain('We have not moved them')
    await adviser.post(called, { called: 'no-answer' })
    expect(plain(adviser.last().html)).toContain('Called once')
    const changeOf = async (href: string) => ({
      ...{
        service: bookings,
        subject: (await caseOf(href.split('/').at(-1) ?? '')).subject,
        actor: applicant,
        typed: {},
      },
    })
    expect((await keepTime(desk.world.counter, { ...(await changeOf(moved)), action: 'keep-time' })).ok).toBe(true)
    const other = { day: '2026-12-10', time: '1400', action: 'move' } as const
    expect((await moveAppointment(desk.world.counter, { ...(await changeOf(asked)), ...other })).ok).toBe(true)
    expect(notes((await adviser.get('/desk/calls')).html)).toEqual([called])
  })
})

describe('Time that is opened again before they answer', () => {
  it('has the old time kept for whoever was moved, who may go back to it', async () => {
    const { counter, clock } = desk.world
    clock.set(instantOf('2026-12-01', '10:00') ?? 0)
    manager = await desk.signedIn('bookings-manager')
    const day = '2026-12-15'
    const moved = await books(counter, { day, time: '1400.housing-1.dor-room-1', mobile: '07700 900 721' })
    const at = await close('staff--housing-1', day)
    await manager.get(`${at}/treat`)
    const choices = proposedIn(manager.last().html)
    expect(choices[`for-${moved}`]).toMatch(/^move\.2026-12-15\.1215/)
    await manager.post(`${at}/treat`, { ...choices, sure: 'yes' })
    await manager.post(`${at}/open`, {})
    await desk.world.sendTexts()
    expect(textsTo(721).filter((text) => text.includes('is free again'))).toHaveLength(1)
    await expect(books(counter, { day, time: '1400.housing-1.dor-room-1', mobile: '07700 900 722' })).rejects.toThrow(
      'time-taken',
    )
    const { subject } = await caseOf(moved)
    const change = { service: bookings, subject, actor: applicant, typed: {}, action: 'move' }
    expect((await goBack(counter, change)).ok).toBe(true)
    expect((await caseOf(moved)).subject.appointment).toMatchObject({ day, from: '14:00' })
    expect((await counter.holds.blocks.standing()).standing.some(({ from }) => from === day)).toBe(false)
  })

  it('goes on where it stopped half way', async () => {
    const { counter } = desk.world
    const at = await close('room--wey-room-1', '2026-12-15')
    const { standing } = await counter.holds.blocks.standing()
    const block = standing.find(({ id }) => at.endsWith(id))
    if (block === undefined) throw new Error('Gone')
    const before = await counter.holds.blocks.standing()
    await counter.holds.blocks.put(
      before,
      before.standing.map((one) => (one.id === block.id ? { ...one, opening: true } : one)),
    )
    expect(plain((await manager.get(at)).html)).toContain('This time is being opened again, and that has not ended')
    const done = await openTime(
      { ...desk.desk, ...counter },
      bookings,
      { ...manager_, teams: ['bookings'] },
      { ...block, opening: true },
    )
    expect(done.ok).toBe(true)
    const taken = await counter.holds.taken(['wey-room-1'], ['2026-12-15'], desk.world.clock.now())
    expect(taken.get('wey-room-1#2026-12-15')?.size).toBe(0)
  })
})

const manager_ = { is: 'staff', id: 'bookings-manager', name: 'A manager', roles: ['team-manager'] } as const
