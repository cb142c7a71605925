// What follows a decision: two people refuse, the person asks for a review in time, somebody who had no part decides it, what was closed is
// opened again, what was told wrongly is told anew (docs/rules/casework.md, "After a decision").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcomeNow } from '#domain/cases/outcome.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { actsIn } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { takeOwnAction } from '#usecases/casework/take-action.ts'

let desk: StaffWorld
let officer: Visitor
let manager: Visitor
let reviewer: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('housing-officer-1')
  manager = await desk.signedIn('housing-manager')
  reviewer = await desk.signedIn('review-officer-1')
})
afterAll(() => desk.close())

const dayMs = 86_400_000

const whole = async (reference: string) =>
  (await desk.desk.cases.whole(reference)) ?? Promise.reject(new Error(`${reference} is gone`))

const act = actsIn(() => desk)

const own = async (reference: string, action: string, typed: Typed = {}, seen?: number) => {
  const found = await whole(reference)
  const version = seen ?? found.subject.version
  return takeOwnAction(desk.world.counter, { service: smallHousing, whole: found, action, typed, version })
}

const owns = { reason: 'They own a home that meets their needs.' }
const why = { why: ['The home is let, and we cannot live in it.'] }

const refused = async (): Promise<string> => {
  const reference = await sentCase(desk.world.counter)
  await act(officer, reference, 'start-checking')
  await act(officer, reference, 'propose-refusal', owns)
  await act(manager, reference, 'refuse', owns)
  return reference
}

const stateOf = async (reference: string): Promise<string> => (await whole(reference)).subject.state

describe('a refusal', () => {
  it('takes two: whoever proposed it does not decide it, and the decision says who did what and until when it can be reviewed', async () => {
    const reference = await sentCase(desk.world.counter)
    await act(manager, reference, 'start-checking')
    await act(manager, reference, 'propose-refusal', owns)
    const forced = await manager.post(`/cases/${reference}/actions/refuse`, { version: '3', ...owns })
    expect([forced.status, await stateOf(reference)]).toEqual([409, 'refusing'])
    const other = await refused()
    const { subject } = await whole(other)
    expect(subject.state).toBe('not-qualifying')
    expect(outcomeNow(subject)).toMatchObject({
      ...{ version: 1, state: 'not-qualifying', proposedBy: 'Housing officer 1', by: 'Housing team manager' },
      reasons: [owns.reason],
      right: { is: 'review' },
    })
    const { on = '', right } = outcomeNow(subject) ?? {}
    expect(Date.parse(right?.until ?? '') - Date.parse(on)).toBe(21 * dayMs)
  })
})

describe('a review', () => {
  it('is asked for by the applicant, once however often it is pressed, and is due in 56 days', async () => {
    const reference = await refused()
    const seen = (await whole(reference)).subject.version
    const asked = await own(reference, 'ask-review', why)
    const again = await own(reference, 'ask-review', why, seen)
    expect([asked.ok, again.ok]).toEqual([true, true])
    const { subject, events, texts } = await whole(reference)
    expect([
      subject.state,
      events.at(-1)?.words,
      events.filter(({ action }) => action === 'ask-review').length,
    ]).toEqual(['under-review', 'asked for a review of the decision', 1])
    expect(subject.reviews).toMatchObject([{ of: 'not-qualifying', why: why.why[0] }])
    expect(Date.parse(subject.dueOn ?? '') - Date.parse(subject.reviews?.[0]?.askedOn ?? '')).toBe(56 * dayMs)
    expect(texts.some(({ template }) => template === 'review-asked')).toBe(true)
  })

  it('is not taken after the last day, and the applicant is told which day that was; staff take it with a reason', async () => {
    const reference = await refused()
    const start = desk.world.clock.now()
    desk.world.clock.set(start + 21 * dayMs)
    expect((await own(reference, 'ask-review', { why: [''] })).ok).toBe(false)
    desk.world.clock.set(start + 22 * dayMs)
    const late = await own(reference, 'ask-review', why)
    expect(late).toMatchObject({ ok: false, error: { is: 'needs' } })
    expect(JSON.stringify(late)).toMatch(/The last day to ask for a review was \d+ \w+ \d{4}\. Phone us/)
    expect(await stateOf(reference)).toBe('not-qualifying')
    const person = await desk.signedIn('housing-officer-1')
    const page = await act(person, reference, 'ask-review-for-them', { why: 'They were in hospital.' })
    expect(page.html).toContain('Enter why it is taken all the same')
    await act(person, reference, 'ask-review-for-them', { why: 'Wrong.', late: 'They were in hospital.' })
    expect((await whole(reference)).subject.reviews?.[0]?.late).toBe('They were in hospital.')
    desk.world.clock.set(start)
  })

  it('is decided by nobody who had a part in the decision, ends there, and is told with what can be done next', async () => {
    const reference = await refused()
    await own(reference, 'ask-review', why)
    const version = String((await whole(reference)).subject.version)
    await manager.get(`/cases/${reference}/actions/uphold`)
    const forced = await manager.post(`/cases/${reference}/actions/uphold`, { version, reason: 'Stands.' })
    expect([forced.status, await stateOf(reference)]).toEqual([409, 'under-review'])
    await act(reviewer, reference, 'uphold', { reason: 'The tenant leaves in March.' })
    const { subject } = await whole(reference)
    expect([subject.state, subject.dueOn]).toEqual(['upheld', undefined])
    expect(subject.reviews?.[0]?.decided).toMatchObject({ is: 'upheld', by: 'Review officer 1' })
    expect(outcomeNow(subject)?.right?.words.join(' ')).toContain('Ombudsman')
    expect(await own(reference, 'ask-review', why)).toEqual({ ok: false, error: { is: 'not-now', state: 'upheld' } })
  })

  it('that changes the decision brings the case back to be decided again', async () => {
    const reference = await refused()
    await own(reference, 'ask-review', why)
    await act(reviewer, reference, 'overturn', { reason: 'The home cannot be lived in.' })
    const { subject } = await whole(reference)
    expect([subject.state, subject.reviews?.[0]?.decided?.is]).toEqual(['checking', 'changed'])
    expect(subject.dueOn).toBeDefined()
  })
})

describe('an application', () => {
  it('is withdrawn by the person who sent it, also when an officer changed it meanwhile only after they saw that', async () => {
    const reference = await sentCase(desk.world.counter)
    const seen = (await whole(reference)).subject.version
    await act(officer, reference, 'start-checking')
    expect(await own(reference, 'withdraw', {}, seen)).toEqual({ ok: false, error: 'changed-elsewhere' })
    expect((await own(reference, 'withdraw')).ok).toBe(true)
    expect(await stateOf(reference)).toBe('withdrawn')
    expect(await own(reference, 'approve')).toMatchObject({ ok: false })
  })

  it('that was closed is opened again with a reason', async () => {
    const reference = await refused()
    const page = await act(manager, reference, 'reopen')
    expect(page.html).toContain('Enter the reason')
    await act(manager, reference, 'reopen', { reason: 'The papers were of somebody else.' })
    expect(await stateOf(reference)).toBe('checking')
  })

  it('whose decision was told with an error has it told anew: the old one stays beside it, and the last day stays', async () => {
    const reference = await refused()
    const before = outcomeNow((await whole(reference)).subject)
    const page = await manager.get(`/cases/${reference}/actions/correct`)
    expect(page.html).toContain(owns.reason)
    desk.world.clock.pass(dayMs)
    const again = await desk.signedIn('housing-manager')
    await act(again, reference, 'correct', { reasons: 'They own a flat.', reason: 'It is a flat.' })
    const { subject } = await whole(reference)
    expect(subject.outcomes?.map(({ version, reasons }) => [version, reasons])).toEqual([
      [1, [owns.reason]],
      [2, ['They own a flat.']],
    ])
    expect(outcomeNow(subject)).toMatchObject({ replaces: { version: 1, why: 'It is a flat.' }, right: before?.right })
    expect(subject.state).toBe('not-qualifying')
  })
})
