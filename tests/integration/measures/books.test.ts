// What staff type for the figures: indicators and what their owners say of them, through the real pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallHousing } from '#tests/support/people/sent-cases.ts'
import { sealedMonth } from '#tests/support/worlds/sealed-months.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'

let here: StaffWorld
let manager: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  await sealedMonth(here.desk.sums, 'housing', '2026-08', { starts: 400, 'done.28d': 340, 'done.self': 340 })
  await sealedMonth(here.desk.sums, 'housing', '2026-09', { starts: 400, 'done.28d': 300, 'done.self': 300 })
  manager = await here.signedIn('housing-manager')
})
afterAll(() => here.close())

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const indicator = {
  ...{ title: 'People who finish', measure: 'completion', service: 'housing', owner: 'Head of housing' },
  ...{ direction: 'up', target: '85%', tolerance: '5', howSet: 'The best quarter of 2025, and a little more' },
  ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2026', strand: '', baseline: '', benchmark: '' },
}
const add = async (more: Readonly<Record<string, string>> = {}, version = '0') => {
  await manager.get('/measures/kpis/new')
  return manager.post('/measures/kpis/new', { ...indicator, version, ...more })
}

describe('the register of indicators', () => {
  it.each([
    [{ target: 'eighty' }, 'Target must be a number, like 85'],
    [{ target: '101' }, 'Target must be 100 or less'],
    [{ tolerance: '-1' }, 'Tolerance must be 0 or more'],
    [{ howSet: '' }, 'Enter how the target was set'],
    [{ title: 'a b c d e f g h i j k' }, 'Name must be 10 words or fewer'],
    [{ title: '2026' }, 'Name must have a word in it'],
  ])('refuses %j in words, beside what was typed', async (more, words) => {
    const { html } = await add(more)
    expect(html).toContain(words)
    expect(html).toContain('Head of housing')
  })

  it('shows who owns each, how it stands in words, and how its target was set', async () => {
    await add()
    const all = plain((await manager.get('/measures/kpis')).html)
    expect(all).toMatch(/People who finish Head of housing\s+75.0% 85.0% or more Off target/)
    const one = plain((await manager.get('/measures/kpis/people-who-finish')).html)
    expect(one).toContain('September 2026 75.0% 85.0% or more Off target')
    expect(one).toContain('August 2026 85.0% 85.0% or more On target')
    expect(one).toContain('The best quarter of 2025, and a little more')
    expect(plain((await manager.get('/measures/targets')).html)).toContain('1 April 2026 85.0% or more 5.0%')
  })

  it('lists what is off target and has no comment 10 working days after its figures, until there is one', async () => {
    expect(plain((await manager.get('/measures/kpis')).html)).toContain(
      'Head of housing: a comment on “People who finish” in September 2026, 35 days late',
    )
    const at = '/measures/kpis/people-who-finish/2026-09'
    await manager.get(at)
    expect((await manager.post(at, { version: '0', words: '' })).html).toContain('Enter what you say of it')
    await manager.post(at, { version: '0', words: 'The new page on income is too hard. We are changing it.' })
    expect(manager.last().html).toContain('The new page on income is too hard')
    expect((await manager.get('/measures/kpis')).html).not.toContain('days late')
  })

  it('keeps a new target from its first day on, and the old one for the months before', async () => {
    const at = '/measures/kpis/people-who-finish/change'
    await manager.get(at)
    await manager.post(at, { ...indicator, version: '1', target: '70', 'from-month': '9' })
    const one = plain((await manager.get('/measures/kpis/people-who-finish')).html)
    expect(one).toContain('September 2026 75.0% 70.0% or more On target')
    expect(one).toContain('August 2026 85.0% 85.0% or more On target')
  })

  it('shows whoever was second both versions and saves neither over the other', async () => {
    const at = '/measures/kpis/people-who-finish/change'
    await manager.get(at)
    const late = await manager.post(at, { ...indicator, version: '1', target: '99' })
    expect(late.status).toBe(409)
    expect(plain(late.html)).toMatch(/How it stands now.*Target 70 .*What you typed.*Target 99 /)
    const again = await add()
    expect([again.status, plain(again.html)]).toEqual([409, expect.stringContaining('Someone else wrote this')])
  })

  it('has on record who wrote what, before and after', async () => {
    const lines = await here.audit('STAFF#housing-manager')
    const written = lines.filter(({ did }) => did === 'write-indicators')
    expect(written.map((line) => ({ ...line }))).toEqual([
      expect.objectContaining({ version: 1, after: expect.objectContaining({ target: ['85%'] }) }),
      expect.objectContaining({
        version: 2,
        before: expect.objectContaining({ target: ['85%'] }),
        after: expect.objectContaining({ target: ['70'] }),
      }),
    ])
  })

  it('has figures that nobody counts typed in, month by month, and says since when one is missing', async () => {
    await add({ title: 'Calls answered', measure: 'typed-percent', target: '80', 'from-month': '9' })
    expect(plain((await manager.get('/measures/kpis')).html)).toContain('No data, 19 days overdue')
    const at = '/measures/kpis/calls-answered/2026-10'
    await manager.get(at)
    const said = { version: '0', words: 'As last year', source: 'The phone system' }
    expect((await manager.post(at, { ...said, value: '101' })).html).toContain(
      'Figure of the month must be 100 or less',
    )
    await manager.post(at, { ...said, value: '0' })
    expect(plain(manager.last().html)).toContain('October 2026 0.0% 80.0% or more Off target')
    expect(plain(manager.last().html)).toContain('September 2026 No data')
  })

  it('is read by everybody at a desk, and written by managers', async () => {
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/measures/kpis')).html).not.toContain('/measures/kpis/new')
    expect((await officer.get('/measures/kpis/new')).status).toBe(403)
    const auditor = await here.signedIn('auditor-1')
    expect((await auditor.get('/measures/kpis/people-who-finish')).status).toBe(200)
    for (const path of ['people-who-finish/2026-13', 'people-who-finish/2026-11', 'nothing', 'nothing/2026-09'])
      expect((await manager.get(`/measures/kpis/${path}`)).status).toBe(404)
  })
})
