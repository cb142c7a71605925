// "Take the next case": by many hands at once, and by random hands beside a model. Each case has one owner, and nobody is given what is not
// theirs (docs/rules/casework.md, "Worklists").
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { assignCase } from '#usecases/casework/assign-case.ts'
import { takeNext } from '#usecases/casework/take-next.ts'
import { giveInTurn } from '#usecases/team/give-in-turn.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
})
afterAll(() => here.close())

const officer = (number: number, more: Partial<Staff> = {}): Staff => ({
  ...{
    is: 'staff',
    id: `officer-${number}`,
    name: `Officer ${number}`,
    roles: ['housing-officer'],
    teams: ['housing'],
  },
  ...more,
})

const get = async (reference: string) => (await here.desk.cases.get(reference)) ?? Promise.reject(new Error('Gone'))

const giveTo = async (reference: string, to: Staff): Promise<void> => {
  const subject = await get(reference)
  await here.desk.directory.record(to, [], here.desk.clock.now())
  await assignCase(here.desk, { subject, user: to, version: subject.version, to: to.id })
}

// So that each test begins with a list that is empty.
const clear = async (): Promise<void> => {
  while ((await takeNext(here.desk, officer(0))).ok);
}

describe('the next case', () => {
  it('of ten that fifty officers press for at once comes to ten of them, one each; forty are told that none is left', async () => {
    await clear()
    const references: string[] = []
    for (let at = 0; at < 10; at += 1) references.push(await sentCase(here.world.counter))
    const taken = await Promise.all(Array.from({ length: 50 }, (_, at) => takeNext(here.desk, officer(at + 1))))
    const got = taken.flatMap((one) => (one.ok ? [one.value.reference] : []))
    expect(got.toSorted()).toEqual(references.toSorted())
    expect(taken.filter((one) => !one.ok && one.error === 'none-left')).toHaveLength(40)
    for (const [at, one] of taken.entries())
      if (one.ok) expect((await get(one.value.reference)).assignee?.id).toBe(`officer-${at + 1}`)
  }, 60_000)

  it('is the most urgent: what is overdue comes before what is due, and the history says why', async () => {
    await clear()
    const late = await sentCase(here.world.counter)
    here.world.clock.pass(40 * 86_400_000)
    await sentCase(here.world.counter)
    const taken = await takeNext(here.desk, officer(1))
    expect(taken.ok && taken.value.reference).toBe(late)
    const whole = await here.desk.cases.whole(late)
    expect(whole?.events.at(-1)).toMatchObject({
      by: 'Officer 1',
      words: 'took the case as the next one',
      details: [{ lines: ['It is overdue'] }],
    })
  })

  it('is not one that is restricted, of another team, or of somebody that the officer knows', async () => {
    await clear()
    await sentCase(here.world.counter, { unsafe: 'yes', mobile: '07700 900 777' })
    expect(await takeNext(here.desk, officer(1))).toEqual({ ok: false, error: 'none-left' })
    const known = await sentCase(here.world.counter, { mobile: '07700 900 778' })
    expect((await takeNext(here.desk, officer(2, { phone: '+447700900778' }))).ok).toBe(false)
    expect((await takeNext(here.desk, officer(3, { teams: ['planning'] }))).ok).toBe(false)
    expect((await takeNext(here.desk, officer(4, { roles: ['auditor'] }))).ok).toBe(false)
    expect(await takeNext(here.desk, officer(5))).toMatchObject({ ok: true, value: { reference: known } })
    await takeNext(here.desk, officer(6, { roles: ['team-manager'] }))
  })

  it('by random hands who send, take, give back and give away is never one that somebody has, and none is forgotten', async () => {
    await clear()
    const step = fc.oneof(
      fc.constant({ is: 'send' as const }),
      fc.record({ is: fc.constant('take' as const), who: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ is: fc.constant('back' as const), which: fc.nat() }),
      fc.record({ is: fc.constant('give' as const), which: fc.nat(), who: fc.integer({ min: 1, max: 50 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
        await clear()
        // The model: who has which.
        const has = new Map<string, string | undefined>()
        const nth = (which: number) => [...has.keys()][which % Math.max(1, has.size)]
        for (const one of steps) {
          if (one.is === 'send') has.set(await sentCase(here.world.counter), undefined)
          else if (one.is === 'take') {
            const taken = await takeNext(here.desk, officer(one.who))
            const free = [...has].filter(([, owner]) => owner === undefined).map(([reference]) => reference)
            expect(taken.ok).toBe(free.length > 0)
            if (!taken.ok) continue
            expect(free).toContain(taken.value.reference)
            has.set(taken.value.reference, `officer-${one.who}`)
          } else {
            const reference = nth(one.which)
            if (reference === undefined) continue
            const to = one.is === 'give' ? officer(one.who) : undefined
            if (to !== undefined) await giveTo(reference, to)
            else {
              const subject = await get(reference)
              await assignCase(here.desk, { subject, user: officer(1), version: subject.version })
            }
            has.set(reference, to?.id)
          }
        }
        for (const [reference, owner] of has) expect((await get(reference)).assignee?.id).toBe(owner)
      }),
      { numRuns: 6 },
    )
    const tables = { main: here.world.table.name, audit: here.world.table.audit, now: here.world.clock.now() }
    expect((await invariantsAt(here.world.env.DYNAMODB_ENDPOINT, tables)).faults).toEqual([])
  }, 120_000)
})

describe('a team whose manager has new cases given in turn', () => {
  const giving = () => giveInTurn(here.desk)
  const ownerOf = async (reference: string) => (await get(reference)).assignee?.id
  const leave = ([from, until]: readonly [Day, Day], cover: string) => ({
    ...dayTyped('from', from),
    ...dayTyped('until', until),
    cover,
  })

  it('gives each to somebody at work, passes on what cannot wait while they are away, and gives it back', async () => {
    await clear()
    const first = await here.signedIn('housing-officer-1')
    const manager = await here.signedIn('housing-manager')
    await here.signedIn('housing-officer-2')
    await first.get('/team')
    expect((await first.post('/team/housing/turns', { do: 'on' })).status).toBe(404)
    expect((await first.get('/team/housing/people/housing-officer-2')).status).toBe(404)
    await manager.get('/team')
    expect((await manager.post('/team/housing/turns', { do: 'on' })).html).toContain('New cases are given in turn')
    const theirs = [await sentCase(here.world.counter), await sentCase(here.world.counter)]
    const restricted = await sentCase(here.world.counter, { unsafe: 'yes' })
    await giving()
    expect(await giving()).toBe(0)
    expect(new Set(await Promise.all(theirs.map(ownerOf)))).toEqual(new Set(['housing-officer-1', 'housing-officer-2']))
    expect(await ownerOf(restricted)).toBeUndefined()
    const mine = theirs[(await ownerOf(theirs[0] ?? '')) === 'housing-officer-1' ? 0 : 1] ?? ''
    here.world.clock.pass(40 * 86_400_000)
    const [today, until] = [londonDay(here.world.clock.now()), addDays(londonDay(here.world.clock.now()), 3)]
    const again = await here.signedIn('housing-officer-1')
    const page = await again.get('/team/housing/people/housing-officer-1')
    expect(page.html).not.toContain('Most cases at once')
    const wrong = await again.post(page.path, { ...leave([until, today], 'nobody'), version: '0' })
    expect(wrong.html).toContain('Last day away must be the same as or after the first day away')
    const set = { ...leave([today, until], 'person-housing-manager'), version: '0' }
    expect((await again.post(page.path, set)).html).toContain('covered by Housing team manager')
    await again.get(page.path)
    expect((await again.post(page.path, set)).html).toContain('Somebody changed this since you opened it')
    await giving()
    expect(await get(mine)).toMatchObject({
      assignee: { id: 'housing-manager' },
      lentBy: { id: 'housing-officer-1' },
    })
    expect((await here.desk.cases.whole(mine))?.events.at(-1)).toMatchObject({
      by: 'Guildhall',
      words: 'gave the case to Housing team manager',
      details: [{ question: 'Why', lines: [expect.stringContaining('Housing officer 1 is away until')] }],
    })
    const asks = await here.signedIn('housing-manager')
    expect((await asks.get(`/cases/${theirs.find((one) => one !== mine)}/assign`)).html).not.toContain(
      'housing-officer-1',
    )
    here.world.clock.pass(4 * 86_400_000)
    await giving()
    expect((await get(mine)).assignee?.id).toBe('housing-officer-1')
    expect((await get(mine)).lentBy).toBeUndefined()
    await (await here.signedIn('housing-manager')).get('/team')
    const off = await here.signedIn('housing-manager')
    await off.get('/team')
    await off.post('/team/housing/turns', { do: 'off' })
    const left = await sentCase(here.world.counter)
    await giving()
    expect(await ownerOf(left)).toBeUndefined()
  }, 60_000)
})

describe('a worklist', () => {
  it('counts what wants what, of what this person may see, and shows each by itself', async () => {
    await clear()
    const desk = await here.signedIn('housing-officer-1')
    const manager = await here.signedIn('housing-manager')
    const before = await desk.get('/cases?show=team')
    await sentCase(here.world.counter, { unsafe: 'yes' })
    const late = await sentCase(here.world.counter)
    here.world.clock.pass(40 * 86_400_000)
    const again = await here.signedIn('housing-officer-1')
    const page = await again.get('/cases?show=team')
    expect(countOf(page.html, 'Overdue')).toBeGreaterThan(countOf(before.html, 'Overdue'))
    const boss = await here.signedIn('housing-manager')
    expect(countOf((await boss.get('/cases?show=team')).html, 'Overdue')).toBe(
      countOf(page.html, 'Overdue') + restricted,
    )
    expect((await again.get('/cases?show=unassigned&bucket=overdue')).html).toContain(`/cases/${late}"`)
    expect((await again.get('/cases?show=unassigned&bucket=due')).html).not.toContain(`/cases/${late}"`)
    expect((await manager.get('/cases?show=team&restricted=yes')).status).toBe(401)
    const only = await boss.get('/cases?show=team&restricted=yes&who=no-one')
    expect(only.html).not.toContain(`/cases/${late}"`)
  })

  it('fills its page past what this person may not see, so that no short page tells of it', async () => {
    for (let at = 0; at < 30; at += 1) await sentCase(here.world.counter, { unsafe: 'yes', mobile: '07700 900 779' })
    for (let at = 0; at < 26; at += 1) await sentCase(here.world.counter, { mobile: '07700 900 780' })
    const desk = await here.signedIn('housing-officer-2')
    const { html } = await desk.get('/cases?show=unassigned')
    expect([...html.matchAll(/class="govuk-table__cell app-answer"/g)]).toHaveLength(10)
    expect(html).toContain('Next page')
  })

  it('takes the next case with one press and opens it, or says that there is none', async () => {
    const desk = await here.signedIn('housing-officer-1')
    await desk.get('/cases')
    const page = await desk.post('/cases/next', {})
    expect(page.path).toMatch(/^\/cases\/H[A-Z0-9]{7}$/)
    await clear()
    await desk.get('/cases')
    expect((await desk.post('/cases/next', {})).html).toContain('There is no case left that you can take.')
  })
})

const dayTyped = (id: string, on: Day) => ({
  [`${id}-day`]: on.slice(8),
  [`${id}-month`]: on.slice(5, 7),
  [`${id}-year`]: on.slice(0, 4),
})

// Overdue cases of this file that are restricted: two that were never taken, and this one.
const restricted = 3

const countOf = (html: string, bucket: string): number =>
  Number(new RegExp(`app-buckets__count">(\\d+)[^<]*</span> ${bucket}`).exec(html)?.[1] ?? '-1')
