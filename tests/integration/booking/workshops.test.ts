// Workshops from the outside: a manager makes a series, people have a place each, one cancels, the workshop is cancelled, and who came is
// ticked (docs/rules/bookings.md, "Workshops").
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { instantOf } from '#domain/london.ts'
import { seatsOf, sessionClaimant, type Workshop } from '#domain/slots/workshop.ts'
import { offerTimesHandler } from '#functions/events/offer-times.ts'
import { type Bookable, isBookable } from '#services/service.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftToBook } from '#tests/support/worlds/books.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { cancelAppointment } from '#usecases/booking/appointments.ts'
import { attendeesOf, makeSession, resizeSession } from '#usecases/booking/groups/sessions.ts'
import { withTimetables } from '#usecases/booking/live-timetable.ts'
import { freeDays, holdSlot } from '#usecases/booking/slots.ts'

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

const boss = { is: 'staff', id: 'm1', name: 'Morgan', roles: ['team-manager'], teams: ['bookings'] } as const

const live = async (): Promise<Bookable> => {
  const { holds, services } = desk.world.counter
  const fresh = await withTimetables({
    holds: { ...holds, sessions: { ...holds.sessions, known: holds.sessions.now } },
    services,
  })
  const found = fresh.services.filter(isBookable).find(({ id }) => id === 'bookings')
  if (found === undefined) throw new Error('Gone')
  return found
}

const workshop = async (id: string, day: Day, seats: number, more: Partial<Workshop> = {}): Promise<Workshop> => {
  const session: Workshop = {
    ...{ id, type: 'digital-workshop', place: 'weymouth', day, from: '10:00', until: '12:00', seats, spare: 0 },
    ...{ takes: [], ...more },
  }
  const made = await makeSession(desk.desk, await live(), boss, session)
  if (!made.ok) throw new Error(made.error)
  return session
}

let people = 0
const draftFor = (
  session: Workshop,
  more: { readonly companion?: string; readonly day?: string; readonly seat?: string },
) => {
  people += 1
  const seat = more.seat ?? '001'
  return draftToBook(desk.world.counter, {
    ...{
      day: session.day,
      time: `${session.from.replace(':', '')}.${sessionClaimant(session)}.${seat}`,
      name: `Ada${people}`,
    },
    mobile: `07700 900 ${100 + people}`,
    pages: {
      'what/for': { whatFor: [session.type] },
      'what/office': { office: [session.place] },
      'what/companion': { companion: [more.companion ?? 'no'] },
      'needs/access': { needs: ['no'] },
      'when/day': { day: [more.day ?? session.day] },
      'when/waiting': { waitPart: ['any'], waitNotice: ['24'], waitFor: ['28'] },
    },
  })
}

const sends = async (draft: ReturnType<typeof draftFor>) => {
  await desk.world.counter.drafts.start(draft)
  return submitApplication(desk.world.counter, await live(), draft)
}

const books = async (session: Workshop, seat: string): Promise<string> => {
  const sent = await sends(draftFor(session, { seat }))
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  return sent.value.reference
}

const caseOf = async (reference: string): Promise<Case> => {
  const subject = await desk.desk.cases.get(reference)
  if (subject === undefined) throw new Error('Gone')
  return subject
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('A manager who makes workshops', () => {
  const typed = {
    ...{ type: 'digital-workshop', place: 'dorchester', hours: '10am to noon', repeats: '1', ends: '6', seats: '12' },
    ...{ room: 'dor-room-2', lead: 'none', spare: '2' },
    ...{ 'first-day': '7', 'first-month': '12', 'first-year': '2026' },
  }

  it('sees every date first, says what to do about Christmas and New Year’s shut days, and makes the rest', async () => {
    await manager.get('/desk')
    expect(manager.last().html).toContain('href="/desk/sessions"')
    await manager.get('/desk/sessions/new')
    await manager.post('/desk/sessions/new', { ...typed, ends: 'often', room: 'wey-room-1' })
    expect(manager.last().html).toContain('Enter how many times, from 2 to 52, or a last day after the first')
    await manager.get('/desk/sessions/new')
    await manager.post('/desk/sessions/new', typed)
    expect(plain(manager.last().html)).toContain('A bank holiday')
    const kept = Object.fromEntries(['07', '14', '21'].map((day) => [`do-2026-12-${day}`, 'keep']))
    const rest = { 'do-2027-01-04': 'keep', 'do-2027-01-11': 'keep' }
    await manager.post('/desk/sessions/new', { ...typed, sure: 'yes', ...kept, ...rest })
    expect(plain(manager.last().html)).toContain('Select what to do about Monday 28 December 2026')
    expect((await desk.desk.holds.sessions.now('bookings')).all).toEqual([])
    await manager.post('/desk/sessions/new', { ...typed, sure: 'yes', ...kept, ...rest, 'do-2026-12-28': 'skip' })
    expect(plain(manager.last().html)).toContain('5 workshops were made.')
    expect(plain(manager.last().html)).toContain('0 of 12 taken')
    const { all } = await desk.desk.holds.sessions.now('bookings')
    expect(new Set(all.map(({ series }) => series)).size).toBe(1)
    expect(
      (await desk.audit('STAFF#bookings-manager')).filter(({ did }) => did?.startsWith('make-session-')),
    ).toHaveLength(5)
  })

  it('takes the time of the room, which nobody else can book', async () => {
    const query = { type: 'housing-advice', place: 'dorchester', features: ['step-free'], interpreter: false }
    const { holds, clock } = desk.world.counter
    const taken = await holds.taken(['dor-room-2'], ['2026-12-07'], clock.now())
    expect(taken.get('dor-room-2#2026-12-07')?.size).toBe(24)
    expect(
      (await freeDays(desk.world.counter, (await live()).booking, query, { from: '2026-12-07', holder: 'nobody' }))
        .length,
    ).toBeGreaterThan(0)
  })

  it('is shown to residents with the places that are left, without names', async () => {
    const person = visitor(desk.world.citizen, citizenOrigin)
    const page = plain((await person.get('/bookings/sessions')).html)
    expect(page).toContain('Monday 7 December 2026 10am to midday')
    expect(page).toContain('10 places left')
  })
})

describe('The seats of a workshop', () => {
  it('go to no more people than there are, of 50 who want them at once, whoever comes with somebody', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 12 }),
        fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }),
        async (seats, pairs) => {
          run += 1
          const session = await workshop(`crowd${run}`, '2026-12-10', seats, {
            from: `1${run}:00`,
            until: `1${run}:30`,
          })
          const service = await live()
          const { booking } = service
          const drafts = pairs.map((pair) => draftFor(session, { companion: pair ? 'yes' : 'no' }))
          const held = await Promise.all(
            drafts.map((draft) => {
              const walk = journeyOf(service, draft, desk.world.clock)
              return holdSlot(desk.world.counter, { booking, lookup: walk.answers, holder: draft.id })
            }),
          )
          const given = held.flatMap((one) => (one.ok ? one.value.slot.buckets : []))
          expect(new Set(given).size).toBe(given.length)
          expect(given.every((seat) => seatsOf(session).includes(seat))).toBe(true)
          // No seat is left that one person could have had.
          expect(given.length).toBeGreaterThanOrEqual(pairs.includes(false) ? seats - 1 : seats - (seats % 2))
        },
      ),
      { numRuns: 1, endOnFailure: true },
    )
  })

  it('are 12: the list opens when it is full, and whoever is first on it is offered the seat of one who cancels', async () => {
    const session = await workshop('full', '2026-12-11', 2)
    const [first] = [await books(session, '001'), await books(session, '002')]
    expect((await sends(draftFor(session, { seat: '001' }))).ok).toBe(false)
    const query = { type: session.type, place: session.place, features: [], interpreter: false, seats: 1 }
    const days = await freeDays(desk.world.counter, (await live()).booking, query, {
      from: '2026-12-11',
      holder: 'nobody',
    })
    expect(days.map(({ day }) => day)).not.toContain('2026-12-11')
    const waits = await sends(draftFor(session, { day: 'wait' }))
    if (!waits.ok) throw new Error('Not on the list')
    const subject = await caseOf(first)
    const given = { subject, action: 'cancel', actor: { is: 'applicant' } as const, typed: {} }
    expect((await cancelAppointment(desk.world.counter, { ...given, service: await live() })).ok).toBe(true)
    expect((await attendeesOf(desk.desk, session)).length).toBe(1)
    await offerTimesHandler({ ...desk.world.counter })()
    expect((await caseOf(waits.value.reference)).waiting?.offer?.slot).toMatchObject({
      day: '2026-12-11',
      buckets: ['001'],
    })
  })

  it('are not fewer than people have: 1 too many is said, on the page too', async () => {
    const session = await workshop('small', '2026-12-14', 3)
    for (const seat of seatsOf(session)) await books(session, seat)
    const done = await resizeSession(desk.desk, await live(), boss, { id: session.id, seats: 2 })
    expect(done).toEqual({ ok: false, error: { over: 1 } })
    await manager.get('/desk/sessions/small')
    await manager.post('/desk/sessions/small/seats', { seats: '2' })
    expect(plain(manager.last().html)).toContain('More seats are taken than that: 1 too many')
    await manager.post('/desk/sessions/small/seats', { seats: '4' })
    expect(plain(manager.last().html)).toContain('3 of 4 taken')
    const before = desk.world.clock.now()
    desk.world.clock.set(instantOf('2026-12-14', session.from) ?? 0)
    const late = await desk.signedIn('bookings-manager')
    await late.get('/desk/sessions/small')
    await late.post('/desk/sessions/small/seats', { seats: '5' })
    expect(plain(late.last().html)).toContain('It has begun, so it has the seats that it has')
    desk.world.clock.set(before)
  })
})

describe('A drop-in', () => {
  it('counts who is helped by kind and first time, takes the last back, and refuses at 0; sums below 5 are not told', async () => {
    const at = '/desk/weymouth/tally'
    const staff = await desk.signedIn('bookings-staff-1')
    const counts = () => [...staff.last().html.matchAll(/Today <\/span>(\d+)/g)].map(([, count]) => Number(count))
    await staff.get(at)
    expect(counts()).toEqual(Array.from({ length: 10 }, () => 0))
    await staff.post(at, { do: 'email.first.less' })
    expect(plain(staff.last().html)).toContain('There is nobody to take back: the count is 0')
    for (const first of ['again', 'first', 'again', 'again', 'again', 'again', 'again'])
      await staff.post(at, { do: `email.${first}.more` })
    await staff.post(at, { do: 'email.again.less' })
    expect(counts().slice(2, 4)).toEqual([1, 5])
    expect(plain(staff.last().html)).toContain('Email Fewer than 5 5')
    await staff.post(at, { do: 'email.first.less' })
    await staff.post(at, { do: 'email.first.less' })
    expect(plain(staff.last().html)).toContain('the count is 0')
    expect(counts().slice(2, 4)).toEqual([0, 5])
  })
})

describe('A workshop on its day', () => {
  it('is cancelled as time is closed: who comes is listed whole, and nobody is cancelled by it', async () => {
    const session = await workshop('off', '2026-12-15', 4)
    const reference = await books(session, '001')
    const form = await manager.get('/desk/closed/new?service=bookings&session=off')
    expect(plain(form.html)).toContain('Digital skills workshop at 10am on 15 December 2026')
    const on = (field: string) => ({ [`${field}-day`]: '15', [`${field}-month`]: '12', [`${field}-year`]: '2026' })
    const typed = {
      service: 'bookings',
      closed: 'session--off',
      part: 'day',
      reason: 'Too few',
      ...on('from'),
      ...on('until'),
    }
    await manager.post('/desk/closed/new', typed)
    expect(plain(manager.last().html)).toContain('1 person is booked in this time')
    await manager.post('/desk/closed/new', { ...typed, sure: 'yes' })
    expect(manager.last().html).toContain(reference)
    expect((await caseOf(reference)).state).toBe('confirmed')
    expect((await sends(draftFor(session, { seat: '003' }))).ok).toBe(false)
    expect(plain((await manager.get('/desk/sessions/off')).html)).toContain('It does not take place.')
  })

  it('has who came ticked, each in their own case, and a seat for who comes without a place; undo at none is refused', async () => {
    const session = await workshop('today', '2026-12-16', 3)
    const [one, other] = [await books(session, '001'), await books(session, '002')]
    desk.world.clock.set(instantOf('2026-12-16', '10:05') ?? 0)
    const staff = await desk.signedIn('bookings-staff-1')
    await staff.get('/desk/sessions/today')
    await staff.post('/desk/sessions/today/came', { came: one })
    expect(plain(staff.last().html)).toContain('Saved: 1 person came.')
    expect([(await caseOf(one)).state, (await caseOf(other)).state]).toEqual(['completed', 'confirmed'])
    await staff.post('/desk/sessions/today/seat', { do: 'undo' })
    expect(plain(staff.last().html)).toContain('so there is nothing to undo')
    await staff.post('/desk/sessions/today/seat', { do: 'add' })
    expect(plain(staff.last().html)).toContain('1 so far. 3 of 3 taken')
    await staff.post('/desk/sessions/today/seat', { do: 'add' })
    expect(plain(staff.last().html)).toContain('Every seat is taken')
    await staff.post('/desk/sessions/today/seat', { do: 'undo' })
    expect(plain(staff.last().html)).toContain('0 so far. 2 of 3 taken')
  })
})
