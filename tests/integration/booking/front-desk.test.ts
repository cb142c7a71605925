// The front desk of a place: who comes, checking them in, noting that they did not come (docs/rules/bookings.md, "Arriving").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '#domain/london.ts'
import { joined } from '#domain/measures/counting/sums.ts'
import { offeredOn } from '#domain/slots/offered.ts'
import { bookings } from '#services/bookings/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { books, draftToBook } from '#tests/support/worlds/books.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, staffOrigin } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { moveAppointment } from '#usecases/booking/appointments.ts'
import { deskCodeOf, sayHere } from '#usecases/booking/say-here.ts'
import { takeIn } from '#usecases/booking/walk-ins.ts'

let desk: StaffWorld
let front: Visitor
beforeAll(async () => {
  desk = await startStaffWorld()
  // A Monday.
  clockAt('2026-11-30', '10:00')
  front = await desk.signedIn('bookings-staff-1')
})
afterAll(async () => {
  const { table, env, clock } = desk.world
  const tables = { main: table.name, audit: table.audit, now: clock.now() }
  expect((await invariantsAt(env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
  await desk.close()
})

const clockAt = (day: string, time: string): void => desk.world.clock.set(instantOf(day, time) ?? 0)

// Somebody who booked that time for housing advice in Dorchester.
const booked = (day: string, time: string, name: string, mobile: string): Promise<string> =>
  books(desk.world.counter, { day, time, name, mobile })

const stateOf = async (reference: string): Promise<string | undefined> => (await desk.desk.cases.get(reference))?.state

const rowsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<form[\s\S]*?<\/form>/g, ' [button] ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

const sheet = '/desk/dorchester/2026-12-03'
const versionOf = async (reference: string): Promise<string> =>
  String((await desk.desk.cases.get(reference))?.version ?? 0)
const pressed = async (reference: string, action: string, typed: Readonly<Record<string, string>> = {}) =>
  front.post(`/cases/${reference}/actions/${action}`, { version: await versionOf(reference), sheet, ...typed })

describe('Somebody who says on their phone that they are here', () => {
  it('types the code of the day, from 30 minutes before until 15 after, and no other code', async () => {
    const { counter } = desk.world
    clockAt('2026-11-30', '10:00')
    const reference = await booked('2026-12-04', '1500.housing-1.dor-room-2', 'Here', '07700 900 590')
    const says = async (time: string, code: string) => {
      clockAt('2026-12-04', time)
      const subject = await desk.desk.cases.get(reference)
      if (subject === undefined) throw new Error('Gone')
      const given = { service: bookings, subject, action: 'say-here', actor: { is: 'applicant' } as const }
      return sayHere(counter, { ...given, typed: { code: [code] } })
    }
    const today = deskCodeOf(counter, 'dorchester', '2026-12-04')
    expect(today).toMatch(/^[BCDFGHJKMNPQRTVWXY]{4}$/)
    expect(await says('14:29', today)).toEqual({ ok: false, error: 'too-early' })
    expect(await says('15:16', today)).toEqual({ ok: false, error: 'late' })
    const yesterday = deskCodeOf(counter, 'dorchester', '2026-12-03')
    expect(await says('14:30', yesterday)).toEqual({ ok: false, error: 'wrong-code' })
    expect((await says('15:15', today.toLowerCase())).ok).toBe(true)
    expect(await stateOf(reference)).toBe('checked-in')
    expect(await says('15:15', today)).toMatchObject({ ok: false, error: { is: 'not-now' } })
  })

  it('has five tries, and the code stands on the list of today alone', async () => {
    const { counter } = desk.world
    clockAt('2026-11-30', '10:00')
    const reference = await booked('2026-12-04', '1600.housing-1.dor-room-2', 'Tries', '07700 900 591')
    clockAt('2026-12-04', '16:00')
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const given = { service: bookings, subject, action: 'say-here', actor: { is: 'applicant' } as const }
    const tries = []
    for (let left = 6; left > 0; left -= 1) tries.push(await sayHere(counter, { ...given, typed: { code: ['ZZZZ'] } }))
    expect(tries.map((tried) => (tried.ok ? '' : tried.error))).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong-code'),
      'too-many',
    ])
    const staff = await desk.signedIn('bookings-staff-1')
    const code = deskCodeOf(counter, 'dorchester', '2026-12-04')
    expect((await staff.get('/desk/dorchester/2026-12-04')).html).toContain(`<strong>${code}</strong>`)
    expect((await staff.get('/desk/dorchester/2026-12-03')).html).not.toContain('Code of the day')
    clockAt('2026-11-30', '10:00')
  })
})

describe('The list of a day at a place', () => {
  it('has everybody by time with whom they meet, where, and what they need, also who cancelled, and no other day', async () => {
    const late = await booked('2026-12-03', '1100.housing-1.dor-room-1', 'Bea', '07700 900 501')
    const early = await booked('2026-12-03', '0930.housing-1.dor-room-1', 'Ada', '07700 900 502')
    await booked('2026-12-04', '0930.housing-1.dor-room-1', 'Cem', '07700 900 503')
    await pressed(late, 'cancel-for-us', { reason: 'The officer is away', othersMayHaveIt: 'yes' })
    const page = await front.get(sheet)
    expect(titleIn(page.html)).toBe('Dorchester customer centre, Thursday 3 December 2026')
    expect(rowsIn(page.html)).toEqual([
      `9:30am to 10am Ada Sample ${early} number ending 502 What for Housing advice With Housing adviser 1 Room 1 Needs A room without steps Papers in large print To bring a carer or supporter State Confirmed`,
      `11am to 11:30am Bea Sample ${late} number ending 501 What for Housing advice With Housing adviser 1 Room 1 Needs A room without steps Papers in large print To bring a carer or supporter State Cancelled`,
    ])
    const some = await front.get(`${sheet}?state=cancelled`)
    expect(rowsIn(some.html).map((row) => row.slice(0, 8))).toEqual(['11am to '])
  })

  it('follows an appointment that moves to another day, and the time stands there alone', async () => {
    const reference = await booked('2026-12-07', '1000.housing-1.dor-room-1', 'Dee', '07700 900 504')
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const moved = await moveAppointment(desk.world.counter, {
      ...{ service: bookings, subject, action: 'move', actor: { is: 'applicant' }, typed: {} },
      ...{ day: '2026-12-08', time: '1400' },
    })
    expect(moved.ok).toBe(true)
    expect(rowsIn((await front.get('/desk/dorchester/2026-12-07')).html)).toEqual([])
    expect(rowsIn((await front.get('/desk/dorchester/2026-12-08')).html)[0]).toContain('2pm to 2:30pm Dee Sample')
  })

  it('has a time that an appointment moved from by a quarter of an hour free again where pages of days look', async () => {
    const reference = await booked('2026-12-17', '1000.housing-1.dor-room-1', 'Abe', '07700 900 520')
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const { counter, clock } = desk.world
    const to = { ...{ service: bookings, action: 'move', actor: { is: 'applicant' as const }, typed: {} }, subject }
    expect((await moveAppointment(counter, { ...to, day: '2026-12-17', time: '0945' })).ok).toBe(true)
    const [claimants, days] = [['housing-1', 'dor-room-1'], ['2026-12-17' as const]]
    const shown = await counter.holds.overview(claimants, days, clock.now())
    expect(shown.get('housing-1#2026-12-17')).toEqual(
      new Set(['0945', '0950', '0955', '1000', '1005', '1010', '1015', '1020']),
    )
    expect(shown).toEqual(await counter.holds.taken(claimants, days, clock.now()))
  })

  it('is not found for who works with no appointments, nor for a place or a day that there is none of', async () => {
    const officer = await desk.signedIn('housing-officer-1')
    expect((await officer.get(sheet)).status).toBe(404)
    expect((await front.get('/desk/nowhere/2026-12-03')).status).toBe(404)
    expect((await front.get('/desk/dorchester/2026-02-31')).status).toBe(404)
    expect((await officer.get('/desk')).html).toContain('Your team gives no appointments')
    const looks = (await desk.audit('STAFF#bookings-staff-1')).map(({ did }) => did)
    expect(looks).toContain('see-day-sheet-dorchester-2026-12-03')
  })
})

describe('At the desk', () => {
  it('somebody is checked in with one button from half an hour before, and the list says since when', async () => {
    const reference = await booked('2026-12-03', '1400.housing-1.dor-room-1', 'Eve', '07700 900 505')
    expect(rowsIn((await front.get(sheet)).html)[2]).not.toContain('[button]')
    expect(await stateOf((await pressed(reference, 'check-in'), reference))).toBe('confirmed')
    expect(front.last().html).toContain('You can check them in from 1:30pm on Thursday 3 December 2026')
    clockAt('2026-12-03', '13:52')
    front = await desk.signedIn('bookings-staff-1')
    expect(rowsIn((await front.get(sheet)).html)[2]).toContain('[button]')
    await pressed(reference, 'check-in')
    expect(front.last().html).toContain('Eve Sample, 2pm: Here')
    expect(rowsIn(front.last().html)[2]).toContain('Here Since 1:52pm')
  })

  it('that somebody did not come is noted from the 16th minute on by a person, and taken back when they come', async () => {
    clockAt('2026-12-03', '15:00')
    const reference = await booked('2026-12-09', '0900.housing-1.dor-room-1', 'Flo', '07700 900 506')
    clockAt('2026-12-09', '09:16')
    front = await desk.signedIn('bookings-staff-1')
    await pressed(reference, 'no-show', { tried: 'phoned', sheet: '/desk/dorchester/2026-12-09' })
    expect(await stateOf(reference)).toBe('no-show')
    expect(front.last().html).toContain('They came after all')
    await pressed(reference, 'undo-no-show', { whyBack: 'They came at 9:25am', sheet: '/desk/dorchester/2026-12-09' })
    await pressed(reference, 'check-in', { sheet: '/desk/dorchester/2026-12-09' })
    expect(await stateOf(reference)).toBe('checked-in')
    expect((await desk.desk.cases.whole(reference))?.events.map(({ action }) => action)).toEqual([
      ...['submit', 'no-show', 'undo-no-show', 'check-in'],
    ])
    const adviser = await desk.signedIn('customer-adviser-1')
    expect((await adviser.get('/desk/dorchester/2026-12-09')).status).toBe(200)
  })

  it('who missed three appointments books by phone, if the number is shown to be theirs, until one is excused', async () => {
    const mobile = '07700 900 540'
    const pages = { 'needs/access': { needs: ['no'] }, 'what/danger': { safe: ['safe'] } }
    const references: string[] = []
    for (const day of ['2027-01-11', '2027-01-12', '2027-01-13']) {
      clockAt('2027-01-04', '10:00')
      const reference = await books(desk.world.counter, { day, time: '1000.housing-1.dor-room-2', mobile, pages })
      clockAt(day, '10:16')
      front = await desk.signedIn('bookings-staff-1')
      await pressed(reference, 'no-show', { tried: 'none', sheet: `/desk/dorchester/${day}` })
      references.push(reference)
    }
    const wish = { day: '2027-01-18', time: '1000.housing-1.dor-room-2', mobile, pages }
    const sends = async (is: 'owner' | 'browser') => {
      const draft = draftToBook(desk.world.counter, wish)
      await desk.world.counter.drafts.start(draft)
      return submitApplication(desk.world.counter, bookings, draft, is === 'owner' ? { is } : { is, mark: 'b' })
    }
    expect(await sends('owner')).toEqual({
      ok: false,
      error: { is: 'by-phone', missed: ['2027-01-13', '2027-01-12', '2027-01-11'] },
    })
    await pressed(references[1] ?? '', 'excuse', { whyExcused: 'They were in hospital' })
    expect(await stateOf(references[1] ?? '')).toBe('excused')
    expect((await sends('owner')).ok).toBe(true)
    clockAt('2026-12-09', '10:00')
    front = await desk.signedIn('bookings-staff-1')
  })

  it('goes back to no address but the list of a day', async () => {
    clockAt('2026-12-09', '10:00')
    const reference = await booked('2026-12-11', '0900.housing-1.dor-room-1', 'Gus', '07700 900 507')
    const page = await front.get(`/cases/${reference}/actions/cancel-for-us?sheet=//evil.example`)
    expect(page.html).not.toContain('evil')
  })
})

describe('Somebody without an appointment', () => {
  it('gets a number and is told about how long, before whom nobody with an appointment waits', async () => {
    clockAt('2026-12-03', '09:00')
    // The one adviser for housing who is there in the afternoon is booked until 2:40pm, with the minutes after.
    await booked('2026-12-18', '1400.housing-1.dor-room-1', 'Jo', '07700 900 530')
    clockAt('2026-12-18', '13:50')
    front = await desk.signedIn('bookings-staff-1')
    const at = '/desk/dorchester/walk-ins'
    await front.get(at)
    await front.post(at, { comesFor: '' })
    expect(front.last().html).toContain('Select what they have come for')
    await front.post(at, { comesFor: 'bookings.housing-advice', needs: 'quiet' })
    expect(front.last().html).toContain('W-01')
    expect(front.last().html).toContain('Seen in about 50 minutes')
    await front.post(at, { comesFor: 'bookings.housing-advice' })
    expect(front.last().html).toContain('Seen in about 80 minutes')
    expect(rowsIn(front.last().html)[0]).toContain(
      'W-01 What for Housing advice Needs A quiet place to wait Came at 1:50pm',
    )
  })

  it('is called, seen, or gone, by whoever is at the desk, each with an entry in the audit log, and undone', async () => {
    const at = '/desk/dorchester/walk-ins'
    clockAt('2026-12-18', '14:45')
    const other = await desk.signedIn('customer-adviser-1')
    await other.get(at)
    await other.post(`${at}/1`, { do: 'call' })
    expect(rowsIn(other.last().html)[0]).toContain('Waited 55 minutes State Called')
    await other.post(`${at}/1`, { do: 'seen' })
    await other.post(`${at}/1`, { do: 'undo' })
    await other.post(`${at}/1`, { do: 'call' })
    expect(other.last().html).toContain('Somebody else changed the list at this moment')
    await other.post(`${at}/2`, { do: 'left' })
    expect(rowsIn(other.last().html).map((row) => /State ([A-Z][a-z ]+?) (?:\[|$)/.exec(row)?.[1])).toEqual([
      'Called',
      'Has left',
    ])
    expect(
      (await desk.audit('STAFF#customer-adviser-1')).map(({ did }) => did).filter((did) => did?.startsWith('walk-in')),
    ).toEqual(
      [
        'call-dorchester-2026-12-18-1',
        'seen-dorchester-2026-12-18-1',
        'undo-dorchester-2026-12-18-1',
        'left-dorchester-2026-12-18-2',
      ].map((did) => `walk-in-${did}`),
    )
  })

  it('is seen by anybody on the residents’ side as a number, with how long whoever comes now would wait', async () => {
    const anybody = visitor(desk.world.citizen, citizenOrigin)
    const page = await anybody.get('/desk/dorchester')
    expect(titleIn(page.html)).toBe('Waiting at Dorchester customer centre')
    expect(page.html).toContain('<strong>W-01</strong>')
    expect(page.html).toMatch(/Housing advice<\/th>\s*<td[^>]*>in about 30 minutes/)
    expect((await anybody.get('/desk/phone')).status).toBe(404)
    expect((await front.get('/desk/dorchester/sign')).html).toContain(deskCodeOf(desk.desk, 'dorchester', '2026-12-18'))
    const officer = await desk.signedIn('housing-officer-1')
    expect((await officer.get('/desk/dorchester/walk-ins')).status).toBe(404)
    clockAt('2026-12-09', '10:00')
  })

  it('gets a number of their own, however many are given out at one moment', async () => {
    const { counter } = desk.world
    const user = {
      is: 'staff' as const,
      id: 'bookings-staff-1',
      name: 'B',
      roles: ['bookings-staff' as const],
      teams: ['bookings'],
    }
    const coming = { place: 'wimborne', service: 'bookings', type: 'housing-advice', needs: [] }
    const given = await Promise.all([1, 2, 3].map(() => takeIn(counter, user, coming)))
    expect(given.flatMap((one) => (one.ok ? [one.value.number] : [])).toSorted()).toEqual([1, 2, 3])
  })
})

describe('The calendar that staff keep outside', () => {
  const outside = () => visitor(desk.staff, staffOrigin)
  const addressOn = (html: string): string => /\/calendar\/[\w-]+\.ics/.exec(html)?.[0] ?? ''
  let address = ''

  it('has what, where and when of their appointments by a secret address, and nothing of who comes', async () => {
    clockAt('2026-12-09', '10:00')
    const reference = await booked('2026-12-21', '1000.housing-1.dor-room-1', 'Kit', '07700 900 550')
    await booked('2026-12-21', '1000.housing-3.dor-room-2', 'Lou', '07700 900 551')
    front = await desk.signedIn('bookings-staff-1')
    await front.get('/desk/calendars')
    await front.post('/desk/calendars', { whose: 'bookings.housing-1', device: '' })
    expect(front.last().html).toContain('Enter name of the device')
    await front.post('/desk/calendars', { whose: 'bookings.housing-1', device: 'Work phone' })
    address = addressOn(front.last().html)
    const { status, html, headers } = await outside().get(address)
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(html.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(0)
    expect(html).toContain('DTSTART;TZID=Europe/London:20261221T100000')
    expect(html).toContain('LOCATION:Dorchester customer centre\\, Room 1')
    expect(html.replace(/\r\n /g, '')).not.toMatch(/Kit|Sample|900 ?550|\bB[A-Z0-9]{7}\b/)
    expect(html).not.toContain(reference)
    expect(await (await front.get('/desk/calendars')).html).not.toContain(address)
  })

  it('keeps an appointment that moves under its name with a higher number, and leaves out one that is cancelled', async () => {
    const reference = await booked('2026-12-22', '1400.housing-1.dor-room-1', 'Max', '07700 900 552')
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const uid = subject.appointment?.calendarUid ?? ''
    const seen = async () =>
      (await outside().get(address)).html
        .replace(/\r\n /g, '')
        .split('BEGIN:VEVENT')
        .find((one) => one.includes(uid))
    expect(await seen()).toContain('SEQUENCE:0')
    const etag = (await outside().get(address)).headers.etag ?? ''
    expect((await outside().ask({ method: 'GET', path: address, headers: { 'if-none-match': etag } })).status).toBe(304)
    const move = { service: bookings, subject, action: 'move', actor: { is: 'applicant' as const }, typed: {} }
    expect((await moveAppointment(desk.world.counter, { ...move, day: '2026-12-22', time: '1500' })).ok).toBe(true)
    expect(await seen()).toMatch(/SEQUENCE:1[\s\S]*T150000/)
    expect((await outside().ask({ method: 'GET', path: address, headers: { 'if-none-match': etag } })).status).toBe(200)
    await pressed(reference, 'cancel-for-us', { reason: 'The officer is away', othersMayHaveIt: 'yes' })
    expect(await seen()).toBeUndefined()
  })

  it('is not found once it is ended, its time is over, its owner is gone, or where there never was one', async () => {
    for (const path of [
      '/calendar/none.ics',
      `/calendar/${'a'.repeat(32)}.ics`,
      `/calendar/${'a'.repeat(10_000)}.ics`,
      `${address}x`,
    ])
      expect((await outside().get(path)).status).toBe(404)
    // Nobody has signed in for 31 days.
    clockAt('2027-01-10', '10:00')
    expect((await outside().get(address)).status).toBe(404)
    front = await desk.signedIn('bookings-staff-1')
    expect((await outside().get(address)).status).toBe(200)
    clockAt('2027-06-08', '10:00')
    front = await desk.signedIn('bookings-staff-1')
    expect((await outside().get(address)).status).toBe(404)
    clockAt('2026-12-09', '10:00')
    front = await desk.signedIn('bookings-staff-1')
    const { html } = await front.get('/desk/calendars')
    await front.post('/desk/calendars/end', { calendar: /name="calendar" value="([^"]+)"/.exec(html)?.[1] ?? '' })
    expect((await outside().get(address)).status).toBe(404)
    const officer = await desk.signedIn('housing-officer-1')
    expect((await officer.get('/desk/calendars')).status).toBe(403)
  })
})

const firstTime = (html: string): string => /name="time" type="radio" value="([^"]+)"/.exec(html)?.[1] ?? ''
const begun = (path = front.last().path): string => path.replace(/\?.*$/, '')
const asked = { askedBy: 'other', askedName: 'Sam Smith', askedWay: 'phone' }
const caller = { firstName: 'Hal', lastName: 'Sample', mobileNumber: '07700 900 508', safeToText: 'yes', about: 'no' }
const needs = {
  whatFor: 'housing-advice',
  safe: 'safe',
  how: 'office',
  office: 'weymouth',
  needs: 'quiet',
  interpreter: 'no',
}
const textsTo = async (mobile: string): Promise<readonly string[]> => {
  await desk.world.sendTexts()
  const number = mobile.replaceAll(' ', '').replace('0', '+44')
  return desk.world.texts().flatMap(({ to, body }) => (to === number ? [body] : []))
}

describe('For somebody who calls', () => {
  it('staff book by the questions of the form on three pages, and the text says who asked', async () => {
    clockAt('2026-12-09', '10:00')
    front = await desk.signedIn('customer-adviser-1')
    await front.get('/desk')
    await front.post('/desk/book', { service: 'bookings' })
    const at = begun()
    await front.post(at, { ...needs, whatFor: '' })
    expect(front.last().html).toContain('Select what you want to talk to us about')
    await front.post(at, needs)
    expect(titleIn(front.last().html)).toBe('Book an appointment: when?')
    await front.post(`${at}/time`, { time: firstTime(front.last().html) })
    expect(front.last().html).toContain('10am on Thursday 10 December 2026 is kept until')
    await front.post(`${at}/who`, caller)
    expect(front.last().html).toContain('Select who asked')
    await front.post(`${at}/who`, { ...caller, ...asked })
    const reference = /\/cases\/(B\w{7})/.exec(front.last().path)?.[1] ?? ''
    const whole = await desk.desk.cases.whole(reference)
    expect([whole?.subject.title, whole?.subject.appointment?.place, whole?.subject.state]).toEqual([
      ...['Hal Sample', 'weymouth', 'confirmed'],
    ])
    expect(whole?.events.map(({ by, words, details }) => [by, words, details?.[0]?.lines])).toEqual([
      ['Customer adviser 1', 'booked the appointment for the customer', ['Sam Smith, by phone']],
    ])
    expect((await textsTo('07700 900 508'))[0]).toContain(
      'Booked, as Sam asked by phone: 10am on Thursday 10 December 2026.',
    )
    // The form that was sent is a case now, and opens it.
    await front.get(at)
    expect(front.last().path).toContain(`/cases/${reference}`)
  })

  it('staff move it and cancel it, and the text says who asked each time', async () => {
    const reference = await booked('2026-12-14', '0930.housing-1.dor-room-1', 'Ivy', '07700 900 509')
    const action = `/cases/${reference}/actions/move-for-caller`
    const page = await front.get(`${action}?day=2026-12-15`)
    expect(page.html).toContain('Free times on Tuesday 15 December 2026')
    await front.post(action, { version: '1', time: '', askedBy: 'them', askedWay: 'person' })
    expect(front.last().html).toContain('Select a time')
    await front.post(action, { version: '1', time: '2026-12-15.1000', askedBy: 'them', askedWay: 'person' })
    expect((await desk.desk.cases.get(reference))?.appointment?.day).toBe('2026-12-15')
    await front.post(`/cases/${reference}/actions/cancel-for-caller`, { version: '2', ...asked })
    expect(await stateOf(reference)).toBe('cancelled')
    expect((await textsTo('07700 900 509')).filter((body) => body.includes(' asked ')).toSorted()).toEqual([
      expect.stringContaining('Cancelled, as Sam asked by phone'),
      expect.stringContaining('Moved, as you asked in person, to 10am on Tuesday 15'),
    ])
  })

  it('is told when somebody was quicker, and nobody else of the staff can go on with what one began', async () => {
    await front.post('/desk/book', { service: 'bookings' })
    const at = begun()
    await front.post(at, needs)
    const time = firstTime(front.last().html)
    const taken = await desk.signedIn('bookings-staff-1')
    await taken.post('/desk/book', { service: 'bookings' })
    const other = begun(taken.last().path)
    await taken.post(other, needs)
    await taken.post(`${other}/time`, { time })
    for (let left = 3; left > 0; left -= 1) await front.post(`${at}/time`, { time })
    expect(front.last().html).toContain('Somebody has just taken this time')
    expect((await taken.get(at)).status).toBe(404)
    const officer = await desk.signedIn('housing-officer-1')
    await officer.get('/desk')
    expect((await officer.post('/desk/book', { service: 'bookings' })).status).toBe(403)
  })
})

describe('Whoever counts', () => {
  it('sees who booked by themselves and who asked staff, each change by itself, and what became of each day', async () => {
    const counting = countingIn(desk.world)
    const sumsOf = async (day: string) => (await desk.desk.sums.days('bookings', day, day))[0]?.sums ?? {}
    clockAt('2026-12-16', '03:30')
    await counting.tonight()
    clockAt('2026-12-16', '08:00')
    await counting.morning()
    await counting.count()
    const days = await desk.desk.sums.days('bookings', '2026-11-25', '2026-12-31')
    const sums = joined(days.map((one) => one.sums))
    expect(sums).toMatchObject({ 'done.keyed': 1, 'known.keyed': 1, 'outcomes.A0': 1, 'starts.keyed': 3 })
    expect(sums).toMatchObject({ 'changes.move.self': 3, 'changes.move.with-staff': 1, 'changes.cancel.keyed': 1 })
    expect(sums['done.28d']).toBe(sums.outcomes)
    expect(await sumsOf('2026-12-07')).not.toHaveProperty('time.booked')
    expect(await sumsOf('2026-12-08')).toMatchObject({ 'visits.booked': 1, 'time.booked': 8 })
    const offered = offeredOn(bookings.booking.timetable, [], '2026-12-15')
    expect(await sumsOf('2026-12-15')).toMatchObject({ 'visits.cancelled': 1, 'time.offered': offered })
    await counting.tonight()
    expect((await sumsOf('2026-12-15'))['time.offered']).toBe(offered)
    const { html } = await (await desk.signedIn('bookings-staff-1')).get('/measures/bookings/appointments')
    expect(html).toContain('What people changed in')
    expect(Object.entries(sums).filter(([name]) => name.startsWith('third.dorchester.'))).not.toEqual([])
    expect(sums['time.open']).toBeGreaterThan(0)
    expect(sums['tries.held']).toBeGreaterThan(0)
  })
})

describe('An interpreter who was asked for', () => {
  it('is pressing 2 working days before, until the supplier has confirmed, and again where the time moves', async () => {
    const at = async (day: string): Promise<void> => {
      clockAt(day, '10:00')
      front = await desk.signedIn('bookings-staff-1')
    }
    await at('2027-01-11')
    const language = { interpreter: ['yes'], language: ['Polish'] }
    const reference = await books(desk.world.counter, {
      ...{ day: '2027-01-26', time: '0930.housing-1.dor-room-1', name: 'Ola', mobile: '07700 900 530' },
      pages: { 'needs/interpreter': language },
    })
    const listed = async () => (await front.get('/resources')).html.includes('Ola Sample')
    const onSheet = async (day: string) => rowsIn((await front.get(`/desk/dorchester/${day}`)).html).join()
    await at('2027-01-21')
    expect(await listed()).toBe(false)
    await at('2027-01-22')
    expect(await listed()).toBe(true)
    expect((await front.get(`/cases/${reference}`)).html).toContain('Confirm the interpreter')
    expect(await onSheet('2027-01-26')).toContain('Interpreter not confirmed')
    await pressed(reference, 'confirm-interpreter', { supplier: 'Language Line' })
    expect(await listed()).toBe(false)
    expect(await onSheet('2027-01-26')).toContain('Interpreter: Language Line')
    const subject = await desk.desk.cases.get(reference)
    if (subject === undefined) throw new Error('Gone')
    const to = { service: bookings, subject, action: 'move', actor: { is: 'applicant' as const }, typed: {} }
    await at('2027-01-19')
    expect((await moveAppointment(desk.world.counter, { ...to, day: '2027-01-27', time: '1000' })).ok).toBe(true)
    expect(await onSheet('2027-01-27')).toContain('Interpreter not confirmed')
  })
})

describe('The list of rooms and equipment', () => {
  it('says what is taken today and what is out of order, and a manager puts a thing out of order from it', async () => {
    clockAt('2027-01-05', '10:00')
    front = await desk.signedIn('bookings-staff-1')
    const manager = await desk.signedIn('bookings-manager')
    await manager.get('/resources')
    const { html } = manager.last()
    expect(rowsIn(html).find((row) => row.startsWith('Tablet 2 Where Dorchester'))).toContain(
      'What Equipment, tablet To set up 0 minutes before, 5 after Today Free all day',
    )
    const link = /href="(\/desk\/closed\/new\?[^"]*resource--dor-tablet-2[^"]*)"/.exec(html)?.[1] ?? ''
    const form = (await manager.get(link.replaceAll('&amp;', '&'))).html
    expect(form).toMatch(/value="resource--dor-tablet-2" checked/)
    const on = (id: string) => ({ [`${id}-day`]: '5', [`${id}-month`]: '1', [`${id}-year`]: '2027' })
    const typed = { service: 'bookings', closed: 'resource--dor-tablet-2', part: 'day', reason: 'A broken screen' }
    await manager.post('/desk/closed/new', { ...typed, ...on('from'), ...on('until'), sure: 'yes' })
    const at = manager.last().path
    const row = rowsIn((await manager.get('/resources')).html).find((one) => one.startsWith('Tablet 2 Where Dorch'))
    expect(row).toContain('8 hours taken Out of order 5 January 2027. All day. A broken screen')
    expect((await front.get('/resources')).html).not.toContain('/desk/closed/new')
    expect((await (await desk.signedIn('housing-officer-1')).get('/resources')).status).toBe(403)
    await manager.post(`${at}/open`, {})
  })
})

describe('A time beside another', () => {
  const on = (day: string) => ({ 'on-day': day, 'on-month': '1', 'on-year': '2027' })
  const why = { with: 'housing-1', because: 'safeguarding', note: 'Ring the bell' }
  const dorchester = { ...needs, office: 'dorchester', needs: 'step-free' }
  const beside = async (manager: Visitor, day: string, at: string, who = 'housing-1'): Promise<string> => {
    await manager.get('/desk')
    await manager.post('/desk/book', { service: 'bookings' })
    const draft = begun(manager.last().path)
    await manager.post(draft, dorchester)
    await manager.post(`${draft}/over`, { ...why, ...on(day), at, with: who })
    return manager.last().html
  }

  it('is booked by a manager with a reason, once an hour and three times a day, and leaves who is booked theirs', async () => {
    clockAt('2027-01-19', '10:00')
    const first = await booked('2027-01-28', '1000.housing-1.dor-room-1', 'Uma', '07700 900 541')
    await booked('2027-01-28', '1130.housing-1.dor-room-1', 'Vic', '07700 900 542')
    await booked('2027-01-28', '1415.housing-1.dor-room-1', 'Wes', '07700 900 543')
    await booked('2027-01-28', '1530.housing-1.dor-room-1', 'Xia', '07700 900 544')
    const manager = await desk.signedIn('bookings-manager')
    expect(await beside(manager, '28', '9')).toContain('They are free then')
    expect(await beside(manager, '28', '12:45')).toContain('They do not work there at that time')
    expect(await beside(manager, '28', '10am')).toContain('10am on Thursday 28 January 2027 is kept until')
    await manager.post(manager.last().path, { ...caller, ...asked, firstName: 'Yan', mobileNumber: '07700 900 545' })
    const reference = /\/cases\/(B\w{7})/.exec(manager.last().path)?.[1] ?? ''
    expect((await desk.desk.cases.whole(reference))?.events[0]?.details?.[1]?.lines).toEqual([
      ...['Somebody may be at risk', 'Ring the bell'],
    ])
    expect(await beside(manager, '28', '10:15')).toContain('in that hour already')
    expect(await beside(manager, '28', '11:30')).toContain('is kept until')
    expect(await beside(manager, '28', '14:15')).toContain('is kept until')
    expect(await beside(manager, '28', '15:30')).toContain('three at that place on that day')
    front = await desk.signedIn('bookings-staff-1')
    const rows = rowsIn((await front.get('/desk/dorchester/2027-01-28')).html)
    expect(rows.filter((row) => row.includes('2 at 10am'))).toHaveLength(2)
    expect(rows.join()).toContain('2 at 10am Somebody may be at risk. Ring the bell Yan Sample')
    expect((await desk.desk.cases.get(first))?.appointment?.from).toBe('10:00')
    const before = await desk.world.counter.holds.taken(['housing-1'], ['2027-01-28'], desk.world.clock.now())
    await pressed(reference, 'cancel-for-us', { reason: 'It was settled by phone', othersMayHaveIt: 'yes' })
    expect(await stateOf(reference)).toBe('cancelled')
    expect(await desk.world.counter.holds.taken(['housing-1'], ['2027-01-28'], desk.world.clock.now())).toEqual(before)
    expect(await beside(manager, '28', '10:15')).toContain('is kept until')
  })

  it('is nobody’s to book but a manager’s', async () => {
    await front.get('/desk')
    await front.post('/desk/book', { service: 'bookings' })
    const draft = begun()
    await front.post(draft, dorchester)
    expect(front.last().html).not.toContain('beside another appointment')
    expect((await front.get(`${draft}/over`)).status).toBe(403)
  })
})

describe('The manager of the team', () => {
  const at = '/measures/bookings/times'
  it('alone sees which times people wanted and how those that we give are used, and has them as a file', async () => {
    const manager = await desk.signedIn('bookings-manager')
    expect((await manager.get('/measures/bookings')).html).toContain(`href="${at}/asked"`)
    expect((await manager.get(`${at}/asked`)).html).toContain('people wanted a time and had none')
    expect((await manager.get(`${at}/given`)).html).toContain('minutes were taken outside our hours')
    const file = (await manager.get(`${at}-file`)).html
    expect(file).toMatch(/^\uFEFF?Month,Status,Figure,Share,Count,Of\r\n/)
    expect(file).toContain(',refused,')
    expect((await manager.get(`${at}/else`)).status).toBe(404)
    for (const who of ['bookings-staff-1', 'housing-manager', 'auditor-1'])
      expect([who, (await (await desk.signedIn(who)).get(`${at}/asked`)).status]).toEqual([who, 404])
    expect((await (await desk.signedIn('housing-manager')).get('/measures/housing/times/asked')).status).toBe(404)
  })
})
