// G10, G16 and G20 of the guarantees, and casework by random hands: officers who act at once, on old pages, twice, or where they may not.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { actionAskedOf } from '#domain/cases/workflow.ts'
import { sampleOf } from '#domain/forms/fields/index.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { formOf, tokenIn, visitor } from '#tests/support/worlds/visitor.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import { takeAction } from '#usecases/casework/take-action.ts'
import type { OpenedCase } from '#usecases/ports/stores.ts'
import { staffHandler } from '#web/staff/handler.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
})
afterAll(() => here.close())

const staff = (id: string, ...roles: Staff['roles']): Staff => ({
  is: 'staff',
  id,
  name: id,
  roles,
  teams: ['housing'],
})

const officers: readonly Staff[] = [
  staff('officer-1', 'housing-officer'),
  staff('officer-2', 'housing-officer'),
  staff('manager-1', 'team-manager'),
  staff('auditor-1', 'auditor'),
  staff('bookings-1', 'bookings-staff'),
]

const wholeOf = async (reference: string) =>
  (await here.desk.cases.opened(reference)) ?? Promise.reject(new Error('There is no case'))

const sample = (typed: Readonly<Record<string, readonly string[]>>): Typed =>
  Object.fromEntries(Object.entries(typed).map(([field, [words = '', ...more]]) => [field, [words, ...more]]))

// As somebody does who has that page before them, now or an act ago.
const act = async (whole: OpenedCase, user: Staff, id: string, stale = 0) => {
  const action = smallHousing.workflow.actions.find((one) => one.id === id)
  if (action === undefined) throw new Error(id)
  const today = londonDay(here.desk.clock.now())
  const needs = actionAskedOf(action, whole.subject, today).needs ?? {}
  const typed = Object.entries(needs).flatMap(([name, question]) =>
    Object.entries(sampleOf(() => 0, name, question, today)),
  )
  const version = whole.subject.version - stale
  const pages = action.does === 'ask-for-more' ? { pages: ['about-you/name'] } : {}
  const given = { ...sample(Object.fromEntries(typed)), ...pages }
  return takeAction(here.desk, { service: smallHousing, whole, action, typed: given, user, version })
}

const nothingWrong = async (): Promise<void> => {
  const tables = { main: here.world.table.name, audit: here.world.table.audit, now: here.world.clock.now() }
  expect((await invariantsAt(here.world.env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
}

describe('casework', () => {
  it('keeps one of five who act at once on the same page, and tells the others (G10)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('start-checking', 'propose-cancel'), { minLength: 5, maxLength: 5 }),
        async (ids) => {
          const reference = await sentCase(here.world.counter)
          const before = await wholeOf(reference)
          const [first, second, third] = officers
          const users = [first, second, third, first, second].filter((one) => one !== undefined)
          const done = await Promise.all(users.map((user, place) => act(before, user, ids[place] ?? '')))
          const after = await wholeOf(reference)
          expect(after.subject.version).toBe(before.subject.version + 1)
          expect(done.some(({ ok }) => ok)).toBe(true)
          // Whoever was told that it was done finds their own name on it.
          const last = after.lately.at(-1)
          const told = users.filter((_user, place) => done[place]?.ok === true && ids[place] === last?.action)
          expect(told.map(({ id }) => id)).toContain(last?.byId)
          for (const one of done)
            if (!one.ok)
              expect(['changed-elsewhere', 'object']).toContain(typeof one.error === 'string' ? one.error : 'object')
        },
      ),
      { numRuns: 12 },
    )
    await nothingWrong()
  })

  it('by random hands stays within the table: history without a gap, one audit entry each, nothing by who may not (G16)', async () => {
    const ids = smallHousing.workflow.actions.map(({ id }) => id)
    const step = fc.record({
      user: fc.constantFrom(...officers),
      id: fc.constantFrom(...ids),
      stale: fc.constantFrom(0, 0, 0, 1),
      twice: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const reference = await sentCase(here.world.counter)
        for (const { user, id, stale, twice } of steps) {
          const before = await wholeOf(reference)
          const tries = await Promise.all([
            act(before, user, id, stale),
            ...(twice ? [act(before, user, id, stale)] : []),
          ])
          const { subject, lately: events } = await wholeOf(reference)
          const action = smallHousing.workflow.actions.find((one) => one.id === id)
          const moved = subject.version - before.subject.version
          // Pressed again on the page before: told that it was done, and nothing is done twice.
          const last = before.lately.at(-1)
          const again = stale === 1 && last?.action === id && last.byId === user.id
          expect(moved).toBe(tries.some(({ ok }) => ok) && !again ? 1 : 0)
          expect(events.map(({ version }) => version)).toEqual(events.map((_event, place) => place + 1))
          if (moved === 0) continue
          expect(stale).toBe(0)
          expect(action?.from).toContain(before.subject.state)
          expect(user.roles.some((role) => action?.who.includes(role))).toBe(true)
          expect(subject.state).toBe(action?.to === 'same' ? before.subject.state : action?.to)
        }
      }),
      { numRuns: 25 },
    )
    await nothingWrong()
  })
})

describe('authorisation that breaks', () => {
  it('lets nobody see or do anything, on any page of staff (G20)', async () => {
    const reference = await sentCase(here.world.counter, { name: 'Zebedee Marker' })
    const [officer] = officers
    if (officer === undefined) throw new Error('Nobody')
    const known = await here.withSession(officer)
    const shown = await known.get(`/cases/${reference}`)
    expect([shown.status, shown.html.includes('Zebedee Marker')]).toEqual([200, true])
    // Whatever asks what this person may, fails.
    const broken = new Proxy(officer, {
      get: (target, name) => {
        if (name === 'roles' || name === 'teams') throw new Error('The policy is broken')
        return Reflect.get(target, name)
      },
    })
    const at = here.desk.clock.now()
    const session = { user: broken, handle: 'x', startedAt: at, seenAt: at, checkedAt: at }
    const sessions = { ...here.desk.sessions, open: async () => session }
    const person = visitor(staffHandler({ ...here.desk, sessions }), staffOrigin)
    for (const [name, value] of known.cookies) person.cookies.set(name, value)
    const before = await wholeOf(reference)
    const closed = staffRoutes.filter(({ policy }) => policy !== 'anybody')
    for (const { method, path } of closed) {
      const address = path
        .replace('{reference}', reference)
        .replace('{action}', 'start-checking')
        .replace(/\{\w+\}/g, 'none')
      const form = method === 'POST' ? formOf({ _csrf: tokenIn(shown.html), version: '1', note: 'x' }, staffOrigin) : {}
      const answer = await person.ask({ method, path: address, ...form })
      expect([method, path, answer.status >= 400]).toEqual([method, path, true])
      expect(answer.html).not.toContain('Zebedee Marker')
    }
    expect(closed.length).toBeGreaterThan(20)
    expect((await wholeOf(reference)).subject).toEqual(before.subject)
  })
})
