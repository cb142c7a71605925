// What staff type for the figures: indicators and what their owners say of them, through the real pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { sealedMonth } from '#tests/support/worlds/sealed-months.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon } from '#tests/support/worlds/world.ts'

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
    const all = plain((await manager.get('/measures/kpis')).html)
    expect(all).toContain('No data, 19 days overdue')
    expect(all).toContain('a figure on “Calls answered” in 2 months, the oldest 49 days late')
    const at = '/measures/kpis/calls-answered/2026-10'
    await manager.get(at)
    const said = { version: '0', words: 'As last year', source: 'The phone system', base: '3' }
    expect((await manager.post(at, { ...said, value: '50', base: 'few' })).html).toContain(
      'Of how many must be a number',
    )
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

describe('what staff typed', () => {
  const publishAll = async (person: Visitor) => {
    const { html } = await person.get('/measures/publish')
    const links = [...html.matchAll(/href="(\/measures\/publish\/[^"]+)"/g)].map(([, href = '']) => href)
    for (const href of links) {
      await person.get(href)
      await person.post(href, { version: '0', agrees: 'yes' })
    }
    return links
  }

  it('is published when somebody else agreed, and never by whoever typed it', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    expect(plain((await person.get('/performance')).html)).not.toContain('People who finish')
    expect(await publishAll(manager)).toEqual([])
    expect(plain(manager.last().html)).toContain('Indicator and its target: People who finish Housing team manager')
    const at = '/measures/publish/indicators/people-who-finish/2'
    await manager.get(at)
    expect((await manager.post(at, { version: '0', agrees: 'yes' })).html).toContain('you typed it')
    const other = await here.signedIn('planning-manager')
    expect(plain((await other.get(at)).html)).toContain('Target: 70')
    expect((await publishAll(other)).length).toBe(4)
    expect(plain(other.last().html)).toContain('Nothing waits')
    expect(plain((await person.get('/performance')).html)).toContain('People who finish')
    expect((await other.get(at)).status).toBe(404)
  })

  it('that tells of very few is not shown to the public, nor how it stands, and is to staff', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    const page = async () => plain((await person.get('/performance/kpi/calls-answered')).html)
    expect(await page()).toContain('October 2026 Too few to show 80.0% or more Too few to show')
    const at = '/measures/kpis/calls-answered/2026-10'
    await manager.get(at)
    const said = { version: '1', words: 'As last year', source: 'The phone system', value: '0', base: '900' }
    await manager.post(at, said)
    expect(plain(manager.last().html)).toContain('October 2026 0.0%')
    // What stood before stays until somebody else agreed.
    expect(await page()).toContain('October 2026 Too few to show')
    await publishAll(await here.signedIn('planning-manager'))
    expect(await page()).toContain('October 2026 0.0% 80.0% or more Off target')
  })
})

describe('what came by phone and on paper', () => {
  const at = '/measures/other-channels/housing/new'
  const paper = { 'month-month': '11', 'month-year': '2026', way: 'paper', source: 'The post room', version: '0' }
  const type = async (more: Readonly<Record<string, string>>) => {
    await manager.get(at)
    return manager.post(at, { ...paper, ...more })
  }

  it.each([
    ['-3', 'How many were completed must be 0 or more'],
    ['2.5', 'How many were completed must be a whole number, like 85'],
    ['many', 'How many were completed must be a number, like 85'],
  ])('is refused in words where it is %s', async (count, words) => {
    expect((await type({ count })).html).toContain(words)
  })

  it('counts against what is done online, in its own month while that is open', async () => {
    await type({ count: '30' })
    expect(plain(manager.last().html)).toMatch(/November 2026 .* On paper 30 November 2026 The post room/)
    const counting = countingIn(here.world)
    const person = visitor(here.world.citizen, citizenOrigin)
    await person.get('/housing')
    await person.post('/housing/start', {})
    await counting.count()
    expect(plain((await manager.get('/measures/housing/online')).html)).toContain('November 2026 (so far) 0.0% 0 30')
  })

  it('that is more than ten times the month before has to be said twice', async () => {
    await type({ count: '2', 'month-month': '9' })
    const leap = { count: '21', 'month-month': '10' }
    expect((await type(leap)).html).toContain('Are you sure?')
    await type({ ...leap, sure: 'yes' })
    expect(plain(manager.last().html)).toContain('On paper 21')
  })

  it('that was typed when its month was final counts late, in the month in which it was typed', async () => {
    expect(plain((await manager.get('/measures/other-channels')).html)).toMatch(
      /September 2026 .* On paper 2 November 2026 \(late\)/,
    )
  })
})

describe('many numbers at once', () => {
  const at = '/measures/import/channels'
  const rows = 'month,service,way,count,source\n2026-08,planning,paper,7,Post\n2026-08,planning,keyed,9,"Calls, all"'
  const looked = () => /name="looked" value="([^"]+)"/.exec(manager.last().html)?.[1] ?? ''

  it('are checked line by line and looked at before any is saved', async () => {
    await manager.get(at)
    const wrong = await manager.post(at, { rows: rows.replace('7,', '=7,') })
    expect(wrong.html).toContain('Line 2 has a formula in “count”')
    expect(wrong.html).toContain('planning,keyed,9')
    await manager.post(at, { rows })
    expect(plain(manager.last().html)).toMatch(
      /2 rows\. Nothing is saved yet .*planning, August 2026, paper 7 None Post/,
    )
    expect(plain((await manager.get('/measures/other-channels')).html)).not.toContain('Calls, all')
  })

  it('are saved all or none: not where one of them changed since it was looked at', async () => {
    await manager.post(at, { rows })
    const seen = looked()
    const forged = await manager.post(at, { rows: rows.replace('7,', '8,'), looked: seen })
    expect(forged.html).toContain('these numbers changed since you checked them')
    const clash = await here.desk.books.addAll(
      'channels',
      ['planning.2026-08.paper', 'housing.2026-11.paper'].map((id) => ({
        ...{ id, version: 1, at: 0, by: 'x', byId: 'x', typed: { count: ['1'] } },
      })),
      { id: 'clash' },
    )
    expect([clash.ok, (await manager.get('/measures/other-channels')).html.includes('planning.2026-08')]).toEqual([
      false,
      false,
    ])
    expect((await manager.post(at, { rows, looked: seen })).path).toBe('/measures/other-channels')
    expect(plain(manager.last().html)).toContain('Calls, all')
    expect((await manager.post(at, { rows, looked: seen })).html).toContain('these numbers changed')
    expect((await here.audit('STAFF#housing-manager')).filter(({ did }) => did === 'import-channels').length).toBe(1)
  })

  it('are added by managers, to books that take them', async () => {
    expect((await manager.get('/measures/import/indicators')).status).toBe(404)
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get(at)).status).toBe(403)
  })
})

describe('costs and savings', () => {
  it('give the cost of one only where both are known, and no saving without prices', async () => {
    const all = async () => plain((await manager.get('/measures/costs')).html)
    expect(await all()).toMatch(/housing register”: no data|no data\. They need/)
    const at = '/measures/costs/housing/new'
    await manager.get(at)
    const line = { 'month-month': '9', 'month-year': '2026', line: 'staff', source: 'Ledger 12', version: '0' }
    expect((await manager.post(at, { ...line, amount: 'lots' })).html).toContain('Amount must be an amount of money')
    await manager.post(at, { ...line, amount: '864' })
    // £864 for the 300 that were completed in September.
    expect(await all()).toContain('£864 300 £2.88, from 1 month of costs')
    for (const [way, amount] of [
      ['self', '0.15'],
      ['paper', '2.83'],
      ['keyed', '2.83'],
      ['other', '8.62'],
    ] as const) {
      await manager.get(`/measures/costs/one/${way}`)
      const price = { amount, year: '2026', source: 'Our own study', version: '0' }
      expect((await manager.post(`/measures/costs/one/${way}`, price)).path).toBe('/measures/costs')
    }
    expect((await manager.get('/measures/costs/one/pigeon')).status).toBe(404)
    expect(await all()).toContain('an estimate: £0 in the last 12 months')
  })
})

describe('a month that is final', () => {
  it('is counted again only where two people agree, with a reason, and what was published stands beside it', async () => {
    const at = '/measures/months/housing/2026-09'
    const sums = { starts: 400, 'done.28d': 300, 'done.self': 300 }
    await here.desk.sums.putDay('housing', { day: '2026-09-14', sums, facts: 400, stamp: 1 })
    await manager.get(at)
    expect((await manager.post(at, { version: '0', reason: '' })).html).toContain('Enter why it must be counted again')
    await manager.post(at, { version: '0', reason: 'A team forgot its paper forms' })
    await manager.get(at)
    const alone = await manager.post(at, { version: '1', agrees: 'yes' })
    expect(alone.html).toContain('Somebody else must agree: you asked for it')
    const counting = countingIn(here.world)
    const editions = async () =>
      (await here.desk.sums.months('housing', '2026-09', '2026-09')).map(({ edition, reason }) => [edition, reason])
    await counting.tonight()
    expect(await editions()).toEqual([['f', undefined]])
    const other = await here.signedIn('planning-manager')
    expect(plain((await other.get(at)).html)).toContain('asked for it: A team forgot its paper forms')
    await other.post(at, { version: '1', agrees: 'yes' })
    for (const _ of [1, 2]) await counting.tonight()
    expect(await editions()).toEqual([
      ['f', undefined],
      ['r1', 'A team forgot its paper forms'],
    ])
    expect(plain((await manager.get('/measures/months')).html)).toContain('final, revised 1')
    expect((await manager.get('/measures/months/housing/2026-13')).status).toBe(404)
    expect((await manager.get('/measures/months/housing/2026-10')).status).toBe(404)
  })
})

describe('what we changed', () => {
  const at = '/changed/new'
  const said = {
    ...{ page: '/housing/about-you/name', said: 'The hint was missed', changed: 'Moved the hint up', comments: '7' },
    ...{ 'changedOn-day': '20', 'changedOn-month': '11', 'changedOn-year': '2026', version: '0' },
  }

  it('is about a page of ours, and shown to the public and, for 60 days, on the page concerned', async () => {
    const officer = await here.signedIn('housing-officer-1')
    await officer.get(at)
    expect((await officer.post(at, { ...said, page: '/elsewhere' })).html).toContain('must be one of ours')
    await officer.post(at, said)
    const person = visitor(here.world.citizen, citizenOrigin)
    const changed = plain((await person.get('/performance/what-we-changed')).html)
    expect(changed).toContain('20 November 2026: Moved the hint up')
    expect(changed).toContain('7 people said it')
    here.world.clock.pass(11 * 60_000)
    await person.get('/housing')
    await person.post('/housing/start', {})
    expect((await person.get('/housing/about-you/name')).html).toContain('what people told us: Moved the hint up')
    await person.post('/housing/about-you/name', { fullName: 'Sample Person' })
    expect(person.last().html).not.toContain('Moved the hint up')
    here.world.clock.set(Date.parse('2027-01-20T10:00:00Z'))
    await person.get('/housing')
    await person.post('/housing/start', {})
    expect((await person.get('/housing/about-you/name')).html).not.toContain('Moved the hint up')
    here.world.clock.set(noon)
  })
})

describe('the pages of all services', () => {
  it('are each at their own address, and say “No data” where there is none', async () => {
    for (const page of [
      'cases',
      'texts',
      'automation',
      'health',
      'months',
      'costs',
      'other-channels',
      'kpis',
      'targets',
    ]) {
      const found = await manager.get(`/measures/${page}`)
      expect([page, found.status]).toEqual([page, 200])
    }
    expect(plain((await manager.get('/measures/health')).html)).toContain('Nobody has counted again from the start yet')
    const person = visitor(here.world.citizen, citizenOrigin)
    expect(plain((await person.get('/performance')).html)).toContain('People who finish')
    expect(plain((await person.get('/performance/kpi/people-who-finish')).html)).toContain('How we set it')
  })
})

describe('statutory returns', () => {
  it('are sheets to copy from, sealed once with their numbers', async () => {
    expect(plain((await manager.get('/measures/returns')).html)).toContain('We send nothing')
    const sheet = plain((await manager.get('/measures/returns/ps?quarter=2026-Q3')).html)
    expect(sheet).toContain('On hand at the start 0 Received 0 Withdrawn or returned 0 On hand at the end 0')
    const at = '/measures/returns/ps/2026-Q3/sent'
    await manager.get(at)
    expect((await manager.post(at, { sent: '' })).html).toContain('Select yes when you have sent it')
    await manager.post(at, { sent: 'yes' })
    expect(plain(manager.last().html)).toContain('Sent, and sealed by Housing team manager')
    await manager.get(at)
    expect((await manager.post(at, { sent: 'yes' })).html).toContain('It is sealed already')
    const now = '/measures/returns/ps/2026-Q4/sent'
    await manager.get(now)
    expect((await manager.post(now, { sent: 'yes' })).html).toContain('The quarter is not over yet')
    const far = plain((await manager.get('/measures/returns/designation')).html)
    expect(far).toContain('Designation, year to September 2027')
    expect(far).toContain('Major development Nothing was decided yet No data 60% 0 0')
    for (const year of ['2028', 'x'])
      expect((await manager.get(`/measures/returns/designation?year=${year}`)).status).toBe(404)
    for (const quarter of ['2026-Q5', '2027-Q1', 'x'])
      expect((await manager.get(`/measures/returns/ps?quarter=${quarter}`)).status).toBe(404)
  })

  it('of the register refuse a total that is not the sum of the sizes', async () => {
    expect(plain((await manager.get('/measures/returns/lahs')).html)).toContain('1 bedroom 0')
    const forged = { of: 'lahs.2026', on: '2026-11-25', counts: { one: 99 }, list: 1, done: true }
    const at = `/measures/returns/lahs?so=${encodeURIComponent(JSON.stringify(forged))}&mark=${'0'.repeat(64)}`
    expect(plain((await manager.get(at)).html)).toContain('1 bedroom 0')
    await manager.get('/measures/returns/lahs/sent')
    const done = await manager.post('/measures/returns/lahs/sent', { total: '86', sent: 'yes' })
    expect(done.html).toContain('must be the sum of the sizes, 0')
    await manager.post('/measures/returns/lahs/sent', { total: '0', sent: 'yes' })
    expect(plain(manager.last().html)).toMatch(/Bedrooms not set: 0;.* In a reasonable preference category: 0/)
  })

  it('say how long a household waited, only of a case that is there', async () => {
    const reference = await sentCase(here.world.counter)
    const at = '/measures/returns/core'
    const day = { 'letOn-day': '23', 'letOn-month': '11', 'letOn-year': '2026' }
    await manager.get(at)
    expect((await manager.post(at, { reference: 'H2222222', ...day })).html).toContain('No housing application has')
    expect(plain((await manager.post(at, { reference, ...day })).html)).toContain('waityear 13: not on the register')
    expect(plain(manager.last().html)).toContain('homeless, for you to fill in')
  })

  it('are prepared by managers', async () => {
    const auditor = await here.signedIn('auditor-1')
    expect((await auditor.get('/measures/returns/ps')).html).not.toContain('/sent')
    expect((await auditor.get('/measures/returns/ps/2026-Q3/sent')).status).toBe(403)
  })
})
