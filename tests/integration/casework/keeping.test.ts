// Cases that must be kept, and cases whose time is over (docs/rules/keeping.md).

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import type { Receipt, ToErase } from '#usecases/ports/erasing.ts'
import type { LogLine } from '#usecases/ports/log.ts'
import { eraseAgreed } from '#usecases/running/erase-agreed.ts'

let here: StaffWorld
let officer: Visitor
let manager: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  officer = await here.signedIn('housing-officer-1')
  manager = await here.signedIn('housing-manager')
})
afterAll(() => here.close())

const subjectOf = async (reference: string) => (await here.desk.cases.whole(reference))?.subject
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')

const onDay = (year: string, month: string, day: string) => ({
  'until-day': day,
  'until-month': month,
  'until-year': year,
})
const court = { why: 'court', reason: 'A pre-action letter came', ...onDay('2027', '1', '31') }

const holdPage = async (reference: string, fields: Readonly<Record<string, string>>) => {
  const { html } = await manager.get(`/cases/${reference}/hold`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  here.world.clock.pass(1000)
  return manager.post(`/cases/${reference}/hold`, { version, ...fields })
}

describe('a case that must be kept', () => {
  it('is kept by a manager, who says why and until when; all who work on it see it, and its time runs on', async () => {
    const reference = await sentCase(here.world.counter)
    const before = await subjectOf(reference)
    expect((await manager.get(`/cases/${reference}`)).html).toContain(`/cases/${reference}/hold`)
    expect((await holdPage(reference, court)).html).toContain('End the hold')
    const seen = wordsOf((await officer.get(`/cases/${reference}`)).html)
    expect(seen).toContain('Kept for a legal reason: A court case, or a claim that may become one.')
    expect(seen).toContain('Look at it again by 31 January 2027.')
    expect(seen).not.toContain('End the hold')
    expect(wordsOf((await officer.get(`/cases/${reference}/history`)).html)).toContain('A pre-action letter came')
    const after = await subjectOf(reference)
    expect([after?.changedAt, after?.version]).toEqual([before?.changedAt, 2])
    const done = (await here.audit(`CASE#${reference}`)).filter(({ action }) => action === 'hold')
    expect(done.map(({ by }) => by)).toEqual(['housing-manager'])
  })

  it('is told when the day to look at it again is over, and stays kept until somebody ends it', async () => {
    const reference = await sentCase(here.world.counter)
    await holdPage(reference, { ...court, ...onDay('2026', '12', '1') })
    const day = 86_400_000
    here.world.clock.pass(30 * day)
    manager = await here.signedIn('housing-manager')
    const late = wordsOf((await manager.get(`/cases/${reference}`)).html)
    expect(late).toContain('Look at it now')
    expect(late).toContain('End the hold')
    expect((await holdPage(reference, { reason: '' })).html).toContain('Enter why it need not be kept any longer')
    expect((await holdPage(reference, { reason: 'The claim was withdrawn' })).html).not.toContain('End the hold')
    expect((await subjectOf(reference))?.held).toBeUndefined()
    expect(wordsOf((await manager.get(`/cases/${reference}/history`)).html)).toContain('The claim was withdrawn')
  })

  it('is not kept without a reason, nor for longer than six months at a time, and what was typed stays', async () => {
    const reference = await sentCase(here.world.counter)
    const empty = wordsOf((await holdPage(reference, {})).html)
    for (const words of [
      'Select why the case must be kept',
      'Enter what has happened',
      'Enter day to look at it again',
    ])
      expect(empty).toContain(words)
    const long = await holdPage(reference, { ...court, ...onDay('2028', '1', '31') })
    expect(wordsOf(long.html)).toContain('Day to look at it again must be on or before')
    expect(long.html).toContain('A pre-action letter came')
    expect((await holdPage(reference, { ...court, why: 'because' })).html).toContain('Select why the case must be kept')
    expect((await subjectOf(reference))?.version).toBe(1)
  })
})

describe('a case whose time is over', () => {
  const years = (count: number) => count * 366 * 86_400_000

  const withdrawn = async (reference: string): Promise<void> => {
    const before = await subjectOf(reference)
    if (before === undefined) throw new Error('Gone')
    const { dueOn: _, ...rest } = before
    const [at, version] = [here.world.clock.now(), before.version + 1]
    const subject = { ...rest, state: 'withdrawn', version, changedAt: at }
    const event = { id: here.desk.ids.ordered(at), at, by: 'Ann', action: 'withdraw', words: 'withdrew it', version }
    const done = await here.desk.cases.change({ before, subject, event, texts: [] })
    if (!done.ok) throw new Error(done.error)
  }

  // Withdrawn six years ago.
  const due = async (): Promise<string> => {
    const reference = await sentCase(here.world.counter)
    await withdrawn(reference)
    here.world.clock.pass(years(6))
    manager = await here.signedIn('housing-manager')
    officer = await here.signedIn('housing-officer-1')
    return reference
  }

  const soon = () => {
    const [year = '', month = '', day = ''] = addDays(londonDay(here.world.clock.now()), 30).split('-')
    return onDay(year, month, day)
  }

  // What the job would erase now.
  const erasedTonight = async (): Promise<readonly ToErase[]> => {
    const named: ToErase[] = []
    const erase = async (cases: readonly ToErase[]) => {
      named.push(...cases)
      return receiptOf(cases.map(({ reference }) => reference))
    }
    await eraseAgreed({ ...here.desk, erase })
    return named
  }

  it('comes to its managers, by its own rule and not a day before, and to nobody else; a held one does not', async () => {
    const [over, held] = [await sentCase(here.world.counter), await sentCase(here.world.counter)]
    for (const reference of [over, held]) await withdrawn(reference)
    manager = await here.signedIn('housing-manager')
    await holdPage(held, { ...court, ...onDay('2027', '3', '31') })
    expect((await manager.get('/keeping')).html).not.toContain(over)
    here.world.clock.pass(years(6))
    const late = await sentCase(here.world.counter)
    await withdrawn(late)
    manager = await here.signedIn('housing-manager')
    const page = wordsOf((await manager.get('/keeping')).html)
    expect(page).toContain(over)
    expect(page).toContain('6 years after they have ended')
    expect(page).toContain('Limitation Act 1980, section 5')
    for (const reference of [held, late]) expect(page).not.toContain(reference)
    officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/keeping')).status).toBe(403)
  })

  const page = async () => (await manager.get('/keeping')).html
  const picked = (html: string, reference: string, name: string): string =>
    new RegExp(`name="${name}"[^>]*value="(${reference} \\d+)"`).exec(html)?.[1] ?? ''
  const agree = async (reference: string) => manager.post('/keeping', { case: picked(await page(), reference, 'case') })

  it('goes when a manager agreed and a whole day has passed; what was taken back, held or only looked at stays', async () => {
    const [goes, back, held, looked] = [await due(), await due(), await due(), await due()]
    const nothing = await manager.post('/keeping', {})
    expect(wordsOf(nothing.html)).toContain('Select the cases that may be erased')
    for (const reference of [goes, back, held]) await agree(reference)
    expect(wordsOf((await officer.get(`/cases/${goes}`)).html)).toMatch(/To be erased from \d+ \w+ 20\d\d on/)
    await manager.post('/keeping', { stay: picked(await page(), back, 'stay') })
    await holdPage(held, { ...court, ...soon() })
    expect(await erasedTonight()).toEqual([])
    here.world.clock.pass(2 * 86_400_000)
    manager = await here.signedIn('housing-manager')
    // Somebody held this one and let it go again: what was agreed before counts no more.
    await holdPage(held, { reason: 'The claim was withdrawn' })
    expect(await erasedTonight()).toEqual([{ reference: goes, by: 'housing-manager', law: expect.any(String) }])
    manager = await here.signedIn('housing-manager')
    const list = await page()
    for (const reference of [back, held, looked]) expect([reference, picked(list, reference, 'case')]).not.toContain('')
    const words = (await here.audit(`CASE#${back}`)).flatMap(({ action }) => (action === undefined ? [] : [action]))
    expect(words).toEqual(expect.arrayContaining(['agree-erasing', 'end-erasing']))
  })

  it('is not agreed on as it was before somebody changed it, nor by those who do not manage its team', async () => {
    const reference = await due()
    const value = picked(await page(), reference, 'case')
    await manager.post('/keeping', { case: value })
    await manager.post('/keeping', { stay: picked(await page(), reference, 'stay') })
    const late = await manager.post('/keeping', { case: value })
    expect(wordsOf(late.html)).toContain(`${reference} was changed since you opened this page`)
    officer = await here.signedIn('housing-officer-1')
    await officer.get('/cases')
    expect((await officer.post('/keeping', { case: picked(await page(), reference, 'case') })).status).toBe(403)
    const other = await here.signedIn('planning-manager')
    await other.get('/keeping')
    await other.post('/keeping', { case: picked(await page(), reference, 'case') })
    expect((await subjectOf(reference))?.going).toBeUndefined()
  })

  it('keeps back no other one where it was held in the last moment, and the night says so', async () => {
    const [goes, held] = [await due(), await due()]
    for (const reference of [goes, held]) await agree(reference)
    here.world.clock.pass(2 * 86_400_000)
    const log: LogLine[] = []
    const done = await eraseAgreed({
      ...here.desk,
      log: (line) => log.push(line),
      erase: async (cases) =>
        cases.some(({ reference }) => reference === held)
          ? { is: 'held', references: [held] }
          : receiptOf(cases.map(({ reference }) => reference)),
    })
    expect(done).toEqual({ erased: expect.any(Number), refused: 1, left: 0 })
    expect(log.map(({ event, reference, error }) => [event, reference, error])).toEqual([['not-erased', held, 'held']])
  })
})

const receiptOf = (cases: readonly string[]): Receipt => ({
  ...{ version: 1, id: 'r', at: '2026-11-25T10:00:00Z', by: 'x', law: 'y', cases, drafts: [], went: {}, files: 0 },
  ...{ keys: [], left: 0, signature: '' },
})
