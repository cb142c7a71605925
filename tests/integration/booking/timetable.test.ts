// The timetable in its managers' hands (docs/rules/bookings.md, "Timetable"): a draft, what it would
// do, publishing it, and going back; and nobody is lost or booked where it does not hold any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '#domain/london.ts'
import { bookings } from '#services/bookings/service.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { withTimetables } from '#usecases/booking/live-timetable.ts'
import { freeDays } from '#usecases/booking/slots.ts'

let around: FaultyWorld
let desk: StaffWorld
let manager: Visitor
let other: Visitor
beforeAll(async () => {
  around = await startFaultyWorld({ seed: 12 })
  desk = await startStaffWorld(undefined, around)
  // A Monday.
  desk.world.clock.set(instantOf('2026-11-30', '10:00') ?? 0)
  manager = await desk.signedIn('bookings-manager')
  const second = {
    is: 'staff',
    id: 'm2',
    name: 'Second Manager',
    roles: ['team-manager'],
    teams: ['bookings'],
  } as const
  other = await desk.withSession(second)
})
afterAll(async () => {
  const { table, env, clock } = desk.world
  const tables = { main: table.name, audit: table.audit, now: clock.now() }
  expect((await invariantsAt(env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
  await desk.close()
})

const persona = loadPersonas().find(({ id }) => id === 'bookings-office-step-free')

const somebody = () => {
  if (persona === undefined) throw new Error('Nobody')
  return persona
}

const tryToBook = async (day: string, time: string, number: number) => {
  const { clock } = desk.world
  const counter = await withTimetables(desk.world.counter)
  const service = counter.services.find(({ id }) => id === 'bookings') ?? bookings
  const { draft } = walked(bookings.form, { ...somebody(), today: day })
  const pages = {
    ...draft.pages,
    'when/day': { day: [day] },
    'when/time': { time: [time] },
    'details/name': { firstName: [`Ada${number}`], lastName: ['Sample'] },
    'details/phone': { mobileNumber: [`07700 900 ${number}`] },
  }
  const made = { ...newDraft(bookings, counter.ids, clock.now()), pages, items: draft.items }
  await counter.drafts.start(made)
  return submitApplication(counter, service, made)
}

const booked = async (day: string, time: string, number: number): Promise<string> => {
  const sent = await tryToBook(day, time, number)
  if (!sent.ok) throw new Error(`Not booked: ${JSON.stringify(sent.error)}`)
  return sent.value.reference
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const at = '/timetable/bookings'

// What a form shows, typed as it is but for what is changed.
const change = async (who: Visitor, path: string, typed: Readonly<Record<string, string | readonly string[]>>) => {
  const { html } = await who.get(`${at}/${path}`)
  const shown: Record<string, string[]> = {}
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? []
    if (/type="(?:radio|checkbox)"/.test(tag) && !/ checked/.test(tag)) continue
    if (name !== '' && name !== '_csrf') shown[name] = [...(shown[name] ?? []), value]
  }
  for (const [, name = '', words = ''] of html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    shown[name] = [words]
  return who.post(`${at}/${path}`, { ...shown, ...typed })
}

const begin = async (who: Visitor, iso: string) => {
  const [year = '', month = '', date = ''] = iso.split('-')
  const reason = 'Fewer people'
  await who.get(`${at}/begin`)
  return who.post(`${at}/begin`, { 'from-day': date, 'from-month': month, 'from-year': year, reason })
}

const preview = async (who: Visitor): Promise<string> => plain((await who.get(`${at}/preview`)).html)

const publish = async (who: Visitor): Promise<string> => {
  await preview(who)
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(who.last().html) ?? []
  return plain((await who.post(`${at}/preview`, { seen })).html)
}

const monday = { 'week1-1': '9am to midday' }

describe('A manager who changes a rota', () => {
  it('sees in words what is lost and who is without cover before it is published, and after', async () => {
    const stays = await booked('2026-12-14', '0930.housing-1.dor-room-1', 701)
    const loses = await booked('2026-12-14', '1400.housing-1.dor-room-1', 702)
    expect(plain((await manager.get('/desk')).html)).toContain('Timetable')
    expect(plain((await manager.get(at)).html)).toContain('Monday to Friday, 9am to 12:30pm, 1:15pm to 5pm')
    expect(plain((await begin(manager, '2026-11-30')).html)).toContain('The day must be in the future')
    await begin(manager, '2026-12-10')
    expect(plain((await change(manager, 'change/staff/housing-1', { 'week1-1': '9pm-' })).html)).toContain(
      'Monday must be times, like 9am to 12:30pm, 1:15pm to 5pm',
    )
    await change(manager, 'change/staff/housing-1', monday)
    expect(manager.last().path).toBe(`${at}/draft`)
    const seen = await preview(manager)
    expect(seen).toContain('1 person is booked without cover')
    expect(seen).toContain(loses)
    expect(seen).not.toContain(stays)
    expect(seen).toMatch(
      /Housing advice, By video call 14 December 2026|Housing advice, By video call Week of 14 December 2026/,
    )
    expect(seen).toContain('lost')
    // Nothing holds yet.
    expect((await tryToBook('2026-12-21', '1400.housing-1.dor-room-1', 703)).ok).toBe(true)
    const page = await publish(manager)
    expect(manager.last().path).toBe(`${at}/versions/1`)
    expect(page).toContain('2 people are booked without cover')
    expect(page).not.toContain('Do the rest')
    expect((await tryToBook('2026-12-28', '1400.housing-1.dor-room-1', 704)).ok).toBe(false)
    expect((await desk.desk.cases.get(loses))?.state).toBe('confirmed')
    const log = await desk.audit('STAFF#bookings-manager')
    expect(log.map(({ did }) => did)).toContain('publish-timetable-bookings')
  })

  it('and whoever was booking by the old one is refused where it changed, and booked where it did not', async () => {
    // Their page was shown a moment before.
    const old = desk.world.counter
    const stale = { ...(await withTimetables(old)), services: old.services }
    const { draft } = walked(bookings.form, {
      ...somebody(),
      today: '2027-01-04',
    })
    const send = async (day: string, time: string, number: number) => {
      const pages = {
        ...draft.pages,
        ...{ 'when/day': { day: [day] }, 'when/time': { time: [time] } },
        'details/phone': { mobileNumber: [`07700 900 ${number}`] },
      }
      const made = { ...newDraft(bookings, old.ids, old.clock.now()), pages, items: draft.items }
      await old.drafts.start(made)
      return submitApplication(stale, bookings, made)
    }
    expect(await send('2027-01-04', '1400.housing-1.dor-room-1', 711)).toEqual({ ok: false, error: 'time-taken' })
    expect((await send('2027-01-05', '1400.housing-1.dor-room-1', 712)).ok).toBe(true)
  })

  it('withdraws what has not begun, and every day is as it was', async () => {
    await manager.get(`${at}/versions/1`)
    await manager.post(`${at}/versions/1/withdraw`, {})
    expect(plain(manager.last().html)).toContain('Withdraws version 1')
    desk.world.clock.pass(6000)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect((await desk.world.counter.holds.timetables.published('bookings')).standing).toEqual([])
    expect((await tryToBook('2027-01-11', '1400.housing-1.dor-room-1', 721)).ok).toBe(true)
  })

  it('needs another manager where it holds within a week', async () => {
    await begin(manager, '2026-12-02')
    await change(manager, 'away/badges-1', {
      ...{ 'from-day': '3', 'from-month': '12', 'from-year': '2026', what: 'part', part: '1pm to 3pm' },
      ...{ 'until-day': '4', 'until-month': '12', 'until-year': '2026' },
    })
    expect(manager.last().path).toBe(`${at}/draft`)
    await publish(manager)
    expect(plain(manager.last().html)).toContain('Another manager of your team has to look at it and publish it')
    expect((await desk.world.counter.holds.timetables.published('bookings')).version).toBe(2)
    const seen = plain((await other.get(`${at}/preview`)).html)
    expect(seen).toContain('Bookings team manager asked for it')
    expect(await publish(other)).toContain('asked for by Bookings team manager')
    expect(plain((await other.get(`${at}/versions/3`)).html)).toContain(
      'Away from 3 December 2026 to 4 December 2026, 1pm to 3pm',
    )
  })

  it('goes back to an earlier version by a draft of it', async () => {
    await manager.get(`${at}/versions`)
    await manager.post(`${at}/versions/0/back`, {})
    expect(manager.last().path).toBe(`${at}/draft`)
    expect(plain(manager.last().html)).toContain('Assessor 1')
    await publish(manager)
    expect(manager.last().path).toBe(`${at}/draft`)
    await publish(other)
    expect(other.last().path).toBe(`${at}/versions/4`)
  })

  it('is told of a change that somebody else made at the same moment', async () => {
    const { timetables } = desk.world.counter.holds
    const draft = await timetables.draft('bookings')
    const by = { id: 'm2', name: 'Second Manager' }
    const after = { changes: [], by, at: 0 }
    expect(await timetables.keep('bookings', draft, after)).toEqual({ ok: true, value: null })
    expect(await timetables.keep('bookings', draft, after)).toEqual({ ok: false, error: 'changed-elsewhere' })
  })

  it('sets rooms, places, kinds and shut days too, and weeks that take turns', async () => {
    await begin(manager, '2026-12-20')
    await change(manager, 'change/room/new', { name: 'Room 3', place: 'dorchester', features: 'quiet' })
    await change(manager, 'change/resource/new', {
      ...{ name: 'Tablet 2', kind: 'equipment', pool: 'Tablet', place: 'wimborne', after: '7' },
    })
    expect(plain(manager.last().html)).toContain('Minutes must be a multiple of 5')
    await change(manager, 'change/resource/new', {
      ...{ name: 'Tablet 2', kind: 'equipment', pool: 'Tablet', place: 'wimborne', before: '0', after: '10' },
    })
    await change(manager, 'change/type/planning-advice', { pools: 'tablet' })
    await change(manager, 'change/place/wimborne', {
      'open-1': '10am to 2pm',
      special: '25 December 2026: 10am to 11am',
    })
    await change(manager, 'change/type/blue-badge', { minutes: '45' })
    await change(manager, 'change/closures/council', { days: '24 December 2026' })
    await change(manager, 'change/staff/badges-1', { weeks: '2' })
    expect(plain(manager.last().html)).toContain('Week 2, Friday')
    const shown = { weeks: '2', shown: '2', 'anchor-day': '1', 'anchor-month': '12', 'anchor-year': '2026' }
    await manager.post(`${at}/change/staff/badges-1`, {
      ...{ ...shown, name: 'Assessor 1', skills: 'badges', places: 'dorchester', works: 'yes', 'week1-1': '9 to 12' },
    })
    expect(plain(manager.last().html)).toContain('Week 1 must begin on a Monday')
    const draft = plain((await manager.get(`${at}/draft`)).html)
    for (const words of [
      'Room 3, Dorchester customer centre',
      'Tablet 2, Wimborne customer centre',
      'Equipment, one of: tablet',
      '0 minutes to set up, 10 to put right',
      'Takes one of each: tablet',
      '25 December 2026: 10am to 11am',
      '45 minutes',
      '24 December 2026',
    ])
      expect(draft).toContain(words)
    expect(await preview(manager)).toContain('Blue Badge assessment')
  })

  it('is nobody else’s to change, and auditors read it', async () => {
    for (const who of ['bookings-staff-1', 'customer-adviser-1', 'housing-manager'])
      expect([who, (await (await desk.signedIn(who)).get(at)).status]).toEqual([who, 403])
    const auditor = await desk.signedIn('auditor-1')
    expect((await auditor.get(at)).status).toBe(200)
    expect((await auditor.get(`${at}/versions/4`)).status).toBe(200)
    expect((await auditor.get(`${at}/draft`)).status).toBe(403)
    expect((await manager.get(`${at}/versions/99`)).status).toBe(404)
  })

  it('costs a page of days no more than four reads, however many versions there are', async () => {
    // Nobody has asked for a while: what is known of the timetable is known no more.
    desk.world.clock.pass(60_000)
    const before = around.dynamo.operations().length
    const counter = await withTimetables(desk.world.counter)
    const service = counter.services.find(({ id }) => id === 'bookings')
    if (service?.booking === undefined) throw new Error('No bookings')
    const query = { type: 'blue-badge', place: 'dorchester', features: [], interpreter: false }
    const days = await freeDays(counter, service.booking, query, { from: '2026-12-07', holder: 'nobody' })
    expect(days.length).toBeGreaterThan(5)
    const reads = around.dynamo.operations().slice(before)
    expect(reads).toContain('Query')
    expect(reads.length).toBeLessThanOrEqual(4)
  })
})
