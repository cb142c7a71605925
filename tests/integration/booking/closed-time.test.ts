// Time closed after it was offered (docs/rules/bookings.md, "Closing time"): nobody can book it, nobody is lost, and it opens again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import type { Staff } from '#domain/cases/case.ts'
import { instantOf } from '#domain/london.ts'
import { closedBy } from '#domain/slots/block.ts'
import { bucketsOf, type Claim } from '#domain/slots/timetable.ts'
import { bookings } from '#services/bookings/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { books, draftToBook, triesToBook, type Wish } from '#tests/support/worlds/books.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { cancelAppointment } from '#usecases/booking/appointments.ts'
import { closeTime, closingAsked } from '#usecases/booking/close-time.ts'
import { freeTimes, holdSlot } from '#usecases/booking/slots.ts'
import { trailLinesOf, trailWords } from '#web/show/staff/work/trail-page.ts'

let desk: StaffWorld
let manager: Visitor
beforeAll(async () => {
  desk = await startStaffWorld()
  // A Monday.
  desk.world.clock.set(instantOf('2026-11-30', '10:00') ?? 0)
  manager = await desk.signedIn('bookings-manager')
})
afterAll(async () => {
  const { table, env, clock } = desk.world
  const tables = { main: table.name, audit: table.audit, now: clock.now() }
  expect((await invariantsAt(env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
  await desk.close()
})

const wish = (day: string, time: string, number: number): Wish => ({
  ...{ day, time, name: `Ada${number}`, mobile: `07700 900 ${number}` },
})

const tryToBook = (day: string, time: string, number: number) =>
  triesToBook(desk.world.counter, wish(day, time, number))

const booked = (day: string, time: string, number: number) => books(desk.world.counter, wish(day, time, number))

const query = { type: 'housing-advice', place: 'dorchester', features: ['step-free'], interpreter: false }

const freeOn = async (day: `${number}-${number}-${number}`): Promise<readonly string[]> => {
  // As another instance of the function has it: what was read here within the last second still stands.
  const holds = holdStore(desk.world.table, desk.world.counter.ids.secret, () => 0)
  const slots = await freeTimes({ ...desk.world.counter, holds }, bookings.booking, query, { day, holder: 'nobody' })
  return slots.map(({ from }) => from)
}

const day = (id: string, iso: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return { [`${id}-day`]: date, [`${id}-month`]: month, [`${id}-year`]: year }
}

const office = (from: string, until = from) => ({
  ...{ service: 'bookings', closed: 'place--dorchester', part: 'day', reason: 'The boiler is broken' },
  ...day('from', from),
  ...day('until', until),
})

const close = async (typed: Readonly<Record<string, string>>): Promise<string> => {
  await manager.get('/desk/closed/new?service=bookings')
  await manager.post('/desk/closed/new', typed)
  await manager.post('/desk/closed/new', { ...typed, sure: 'yes' })
  return manager.last().path
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('A manager who closes an office', () => {
  it('sees who is booked before and after, cancels nobody, and nobody can book it', async () => {
    const early = await booked('2026-12-03', '0930.housing-1.dor-room-1', 601)
    const late = await booked('2026-12-03', '1400.housing-1.dor-room-1', 602)
    const other = await booked('2026-12-04', '0930.housing-1.dor-room-1', 603)
    await manager.get('/desk')
    expect(manager.last().html).toContain('href="/desk/closed"')
    await manager.get('/desk/closed/new?service=bookings')
    await manager.post('/desk/closed/new', office('2026-12-03'))
    expect(plain(manager.last().html)).toContain('2 people are booked in this time')
    expect((await desk.world.counter.holds.blocks.standing()).standing).toEqual([])
    const at = await close(office('2026-12-03'))
    const page = plain(manager.last().html)
    expect(at).toMatch(/^\/desk\/closed\/[\w-]+$/)
    expect(page).toContain('Closed: Dorchester customer centre')
    expect(page.indexOf(early)).toBeLessThan(page.indexOf(late))
    expect(page).not.toContain(other)
    expect(page).not.toContain('Close the rest')
    expect(await freeOn('2026-12-03')).toEqual([])
    expect((await desk.desk.cases.get(early))?.state).toBe('confirmed')
    const sheet = await manager.get('/desk/dorchester/2026-12-03')
    expect(plain(sheet.html)).toContain('Closed: Dorchester customer centre. All day. The boiler is broken')
    expect((await desk.audit('STAFF#bookings-manager')).map(({ did }) => did)).toContainEqual(
      expect.stringMatching(/^close-time-/),
    )
  })

  it('leaves closed what comes free in it, and opens it again but for who is still booked', async () => {
    const reference = await booked('2026-12-07', '1000.housing-1.dor-room-1', 604)
    const stays = await booked('2026-12-07', '1400.housing-1.dor-room-1', 605)
    const at = await close(office('2026-12-07'))
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const done = await cancelAppointment(desk.world.counter, {
      ...{ service: bookings, subject, action: 'cancel', actor: { is: 'applicant' }, typed: {} },
    })
    expect(done.ok).toBe(true)
    expect(plain((await manager.get(at)).html)).toContain('1 person is booked in this time')
    expect(await freeOn('2026-12-07')).toEqual([])
    await manager.post(`${at}/open`, {})
    const free = await freeOn('2026-12-07')
    expect([free.includes('10:00'), free.includes('14:00')]).toEqual([true, false])
    expect((await tryToBook('2026-12-07', '1400.housing-1.dor-room-1', 606)).ok).toBe(false)
    expect((await desk.desk.cases.get(stays))?.state).toBe('confirmed')
    expect((await manager.get(at)).status).toBe(404)
  })

  it('closes a time that somebody holds: they are told that it is gone, and what they typed stays', async () => {
    const { counter, clock } = desk.world
    const draft = draftToBook(counter, wish('2026-12-08', '1000.housing-1.dor-room-1', 607))
    await counter.drafts.start(draft)
    const lookup = journeyOf(bookings, draft, clock).answers
    expect((await holdSlot(counter, { booking: bookings.booking, lookup, holder: draft.id })).ok).toBe(true)
    await close({ ...office('2026-12-08'), part: 'morning' })
    expect(plain(manager.last().html)).toContain('Nobody is booked in this time')
    expect(await submitApplication(counter, bookings, draft)).toMatchObject({ ok: false })
    expect((await counter.drafts.get(draft.id))?.pages['details/name']).toEqual(draft.pages['details/name'])
    expect((await freeOn('2026-12-08'))[0]).toBe('13:15')
  })

  it('closes two hours of a day: who is booked in them is on the list, a hold is refused, and the rest stays', async () => {
    const { counter, clock } = desk.world
    const within = [
      await booked('2026-12-11', '1030.housing-1.dor-room-1', 641),
      await booked('2026-12-11', '1130.housing-1.dor-room-1', 642),
    ]
    const after = await booked('2026-12-11', '1415.housing-1.dor-room-1', 643)
    const draft = draftToBook(counter, wish('2026-12-11', '1100.housing-3.dor-room-2', 644))
    await counter.drafts.start(draft)
    const lookup = journeyOf(bookings, draft, clock).answers
    expect((await holdSlot(counter, { booking: bookings.booking, lookup, holder: draft.id })).ok).toBe(true)
    const at = await close({ ...office('2026-12-11'), part: 'hours', hours: '10am to noon' })
    const page = manager.last().html
    expect(plain(page)).toContain('2 people are booked in this time')
    expect(plain(page)).toContain('10am to midday')
    expect([...within, after].map((reference) => page.includes(reference))).toEqual([true, true, false])
    expect(await submitApplication(counter, bookings, draft)).toMatchObject({ ok: false })
    const free = await freeOn('2026-12-11')
    expect([free.includes('09:15'), free.includes('09:30'), free.includes('12:00')]).toEqual([true, false, true])
    expect(plain((await manager.get('/desk/dorchester/2026-12-11')).html)).toContain('10am to midday. The boiler')
    await manager.post(`${at}/open`, {})
    expect((await freeOn('2026-12-11')).includes('10:00')).toBe(true)
  })

  it('has everybody on the list who booked while it was closed, and nobody after', { timeout: 60_000 }, async () => {
    const times = ['0915', '1000', '1045', '1130', '1330', '1415', '1500', '1545']
    const trying = times.flatMap((time, at) =>
      ['dor-room-1', 'dor-room-2'].map((room, other) =>
        tryToBook('2026-12-09', `${time}.housing-1.${room}`, 610 + at * 2 + other),
      ),
    )
    const at = await close(office('2026-12-09'))
    const outcomes = await Promise.all(trying)
    const references = outcomes.flatMap((sent) => (sent.ok ? [sent.value.reference] : []))
    const page = (await manager.get(at)).html
    const listed = [...page.matchAll(/href="\/cases\/(B\w{7})"/g)].map(([, reference]) => reference)
    expect(listed.toSorted()).toEqual(references.toSorted())
    expect(await freeOn('2026-12-09')).toEqual([])
  })
})

describe('Closing time', () => {
  it('closes and opens a day that is longer than one transaction, whoever else changes what is closed', async () => {
    const { blocks } = desk.world.counter.holds
    const claim = { claimant: 'long-room', day: '2026-12-18' as const, buckets: bucketsOf(7 * 60, 21 * 60) }
    const taken = async () =>
      (await desk.world.counter.holds.taken(['long-room'], [claim.day], desk.world.clock.now())).get(
        'long-room#2026-12-18',
      )?.size
    await blocks.close('long', [claim])
    expect([claim.buckets.length, await taken()]).toEqual([168, 168])
    await blocks.open('long', [claim])
    expect(await taken()).toBe(0)
  })

  it('closes a long time some weeks at once, says up to which day, and goes on from there; and opens it so', async () => {
    const { blocks, taken } = desk.world.counter.holds
    const closedDays = async () => {
      const days = ['2027-02-01', '2027-02-26', '2027-03-03'] as const
      const found = await taken(['dor-room-1', 'dor-room-2'], days, desk.world.clock.now())
      return days.map((day) =>
        ['dor-room-1', 'dor-room-2'].map((room) => found.get(`${room}#${day}`)?.size ?? 0).join(),
      )
    }
    const block = await close({ ...office('2027-02-01', '2027-03-03'), part: 'morning' })
    expect((await manager.get(block)).html).toContain('It is closed up to 26 February 2027.')
    expect(await closedDays()).toEqual(['48,48', '48,48', '0,0'])
    await manager.post(`${block}/rest`, {})
    expect(await closedDays()).toEqual(['48,48', '48,48', '48,48'])
    expect((await manager.get(block)).html).not.toContain('Not all of this time')
    await manager.post(`${block}/open`, {})
    expect(manager.last().html).toContain('It is open up to 26 February 2027.')
    expect(await closedDays()).toEqual(['0,0', '0,0', '48,48'])
    await manager.post(`${block}/open`, {})
    expect(await closedDays()).toEqual(['0,0', '0,0', '0,0'])
    expect((await blocks.standing()).standing.some(({ from }) => from === '2027-02-01')).toBe(false)
  })

  it('that stopped after the third of ten days goes on, and has each day once', async () => {
    const { counter, clock } = desk.world
    const from = '2027-01-04'
    const typed = { ...office(from, '2027-01-15'), part: 'hours', hours: '9am to 10am' }
    const list = (fields: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, [value]]))
    const user: Staff = { is: 'staff', id: 'bookings-manager', name: 'A manager', roles: [], teams: [] }
    const block = closingAsked(counter, bookings, user, list(typed))
    if (!block.ok) throw new Error('Not a block')
    const { blocks } = counter.holds
    const stopping = {
      ...blocks,
      close: async (id: string, claims: readonly Claim[]) => {
        await blocks.close(
          id,
          claims.filter(({ day: on }) => on <= '2027-01-06'),
        )
        throw new Error('The machine stopped')
      },
    }
    const ports = { ...counter, holds: { ...counter.holds, blocks: stopping } }
    await expect(closeTime(ports, bookings, user, block.value)).rejects.toThrow('stopped')
    const days = closedBy(bookings.booking.timetable, block.value).map((claim) => claim.day)
    const closed = async () => {
      const found = await counter.holds.taken(['dor-room-1'], [...new Set(days)], clock.now())
      return [...found.values()].filter(({ size }) => size === 12).length
    }
    expect(await closed()).toBe(3)
    await manager.post(`/desk/closed/${block.value.id}/rest`, {})
    expect(await closed()).toBe(10)
    expect(plain(manager.last().html)).not.toContain('Close the rest')
  })

  it('is told in the log of what a person did, in words and as a change', async () => {
    const block = await close(office('2026-12-16'))
    await manager.post(`${block}/open`, {})
    const log = await desk.audit('STAFF#bookings-manager')
    const lines = log.map(({ did = '' }) => ({ id: '', at: 0, by: '', name: '', did, allowed: true }))
    const words = trailLinesOf({ lines, who: '', kind: 'changes' }).map(trailWords)
    expect(words).toContain('closed time of appointments')
    expect(words).toContain('opened closed time again')
    expect(lines.map(trailWords).filter((said) => /^[a-z]+-[a-z0-9-]+$/.test(said))).toEqual([])
  })

  it('asks again beside the field for what cannot be, and keeps what was typed', async () => {
    const problems = async (typed: Readonly<Record<string, string>>): Promise<string> => {
      await manager.get('/desk/closed/new?service=bookings')
      return (await manager.post('/desk/closed/new', typed)).html
    }
    expect(await problems(office('2026-12-10', '2026-12-09'))).toContain(
      'Last day must be the same as or after the first day',
    )
    expect(await problems(office('2026-12-10', '2027-02-10'))).toContain(
      'Last day must be the same as or before 9 January 2027: close more days after that',
    )
    expect(await problems(office('2026-12-25'))).toContain('Nobody can book then')
    expect(await problems(office('2026-11-20'))).toContain('First day must be today or in the future')
    const hours = (words: string) => problems({ ...office('2026-12-17'), part: 'hours', hours: words })
    expect(await hours('')).toContain('Enter which hours are closed')
    expect(await hours('noon to 10am')).toContain('Hours must end after it begins')
    const nothing = await problems({ service: 'bookings', reason: 'A leak' })
    for (const words of ['Select what is closed', 'Enter first day', 'Select which part of the day'])
      expect(nothing).toContain(words)
    expect(nothing).toContain('>A leak</textarea>')
  })

  it('is for managers of the team alone', async () => {
    for (const who of ['bookings-staff-1', 'customer-adviser-1', 'housing-manager']) {
      const other = await desk.signedIn(who)
      expect([who, (await other.get('/desk/closed')).status]).toEqual([who, 403])
      expect((await other.get('/desk')).html).not.toContain('/desk/closed')
    }
  })

  it('sent twice from one page closes once', async () => {
    await manager.get('/desk/closed/new?service=bookings')
    const typed = { ...office('2026-12-14'), sure: 'yes' }
    const before = (await desk.world.counter.holds.blocks.standing()).standing.length
    const token = /name="_csrf" value="([^"]+)"/.exec(manager.last().html)?.[1] ?? ''
    await manager.post('/desk/closed/new', { ...typed, _csrf: token })
    const first = manager.last().path
    await manager.post('/desk/closed/new', { ...typed, _csrf: token })
    expect(manager.last().path).toBe(first)
    expect((await desk.world.counter.holds.blocks.standing()).standing.length).toBe(before + 1)
  })
})
