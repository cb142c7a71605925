// Counting, from a resident's first press to the public page: facts from the table's stream, sums of
// days, sealed months, the dashboard and the open data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsIn } from '#tests/support/described-csv.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon } from '#tests/support/worlds/world.ts'

let here: StaffWorld
let counting: ReturnType<typeof countingIn>
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  counting = countingIn(here.world)
})
afterAll(() => here.close())

const begin = async () => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/housing')
  await person.post('/housing/start', {})
  return person
}

const today = '2026-11-25'
const sumsOf = async (day: string) => (await here.desk.sums.days('housing', day, day))[0]?.sums ?? {}
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('what residents do', () => {
  it('is counted as starts and ends, the same however often the stream tells it', async () => {
    for (let count = 0; count < 6; count += 1) await begin()
    for (let count = 0; count < 5; count += 1) await sentCase(here.world.counter)
    await counting.count()
    const first = await sumsOf(today)
    expect([first.starts, first['end.sent'], first['end.open'], first['done.28d']]).toEqual([11, 5, 6, 5])
    const items = await counting.items()
    await counting.tell([...items, ...items].toReversed())
    expect(await sumsOf(today)).toEqual(first)
  })

  it('is forgotten with the secret of its month, 35 days after the month is final', async () => {
    const kept = (await counting.items()).filter((item) => /^(FACT|FACTKEY)#/.test(item.pk?.S ?? ''))
    expect(kept.some((item) => item.pk?.S === 'FACTKEY#2026-11')).toBe(true)
    const days = kept.map((item) => new Date(Number(item.ttl?.N) * 1000).toISOString().slice(0, 10))
    expect([...new Set(days)]).toEqual(['2027-02-02'])
  })

  it('is told without who they are or what they answered', async () => {
    const kept = (await counting.items()).filter((item) => /^(FACT|DAYSUM)#/.test(item.pk?.S ?? ''))
    expect(kept.length).toBeGreaterThan(11)
    const text = JSON.stringify(kept)
    const about = (await counting.items()).flatMap((item) => /^(?:DRAFT|CASE)#(.+)$/.exec(item.pk?.S ?? '')?.[1] ?? [])
    expect(about.length).toBeGreaterThan(11)
    for (const name of about) expect(text).not.toContain(name)
    expect(text).not.toMatch(/Sample|07700|\+447/)
  })

  it('shows on the staff dashboard at once, with real numbers', async () => {
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/measures')).html).toContain('/measures/housing')
    expect((await officer.get('/measures/housing')).html).toContain('/measures/housing/finish')
    const { html } = await officer.get('/measures/housing/finish')
    expect(plain(html)).toContain('November 2026 (so far) (few people) 45.5% 5 11')
    expect((await officer.get('/measures/libraries')).status).toBe(404)
  })

  it('is published when its month is sealed, and never changes after that', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    expect((await person.get('/performance/housing/finish')).html).not.toContain('November 2026')
    here.world.clock.set(Date.parse('2026-12-30T10:00:00Z'))
    await counting.tonight()
    const { html } = await person.get('/performance/housing/finish')
    expect(plain(html)).toContain('November 2026 (few people) 45.5% 5 11')
    const data = (await person.get('/performance/data/housing.csv')).html
    expect(data).toContain('2026-11-01,2026-11-30,month,housing,completion_28d,all,45.5,percent,5,11,u,1,final')
    const dated = (await person.get('/performance/data/housing-2026-11-f.csv')).html
    const about = JSON.parse((await person.get('/performance/data/housing-2026-11-f.csv-metadata.json')).html)
    expect(about.url).toBe('housing-2026-11-f.csv')
    const names = about.tableSchema.columns.map(({ name }: { readonly name: string }) => name)
    expect([dated.split('\n')[0], dated]).toEqual([names.join(','), data])
    const all = JSON.parse((await person.get('/performance/data/datapackage.json')).html)
    const files = all.resources.filter(({ path }: { readonly path: string }) => path.startsWith('housing'))
    expect(files.map(({ path }: { readonly path: string }) => path)).toEqual(['housing.csv', 'housing-2026-11-f.csv'])
    for (const { path, schema } of files) {
      const csv = (await person.get(`/performance/data/${path}`)).html
      const described = JSON.parse((await person.get(`/performance/data/${path}-metadata.json`)).html)
      expect([path, faultsIn(csv, described, schema)]).toEqual([path, []])
    }
    expect(plain((await person.get('/performance/data')).html)).toContain('November 2026 CSV, final')
    for (const file of ['housing-2026-11-r1.csv', 'housing-2026-12-f.csv', 'libraries-2026-11-f.csv'])
      expect((await person.get(`/performance/data/${file}`)).status).toBe(404)
    await begin()
    await counting.count()
    await counting.tonight()
    expect((await person.get('/performance/data/housing.csv')).html).toBe(data)
    expect((await person.get('/performance/data/housing-2026-11-f.csv')).html).toBe(dated)
    here.world.clock.set(noon)
  })

  it('is saved as ever where counting fails, and counted when the stream tells it again', async () => {
    const before = (await sumsOf(today)).starts ?? 0
    const person = await begin()
    const failing = countingIn(here.world, { fails: true })
    expect(await failing.count()).toEqual({ batchItemFailures: [{ itemIdentifier: expect.any(String) }] })
    expect(person.last().status).toBe(200)
    expect((await sumsOf(today)).starts).toBe(before)
    await counting.count()
    expect((await sumsOf(today)).starts).toBe(before + 1)
  })

  it('is counted as a contact where an officer notes that they called, and said so in the history', async () => {
    const reference = await sentCase(here.world.counter)
    const officer = await here.signedIn('housing-officer-1')
    await officer.get(`/cases/${reference}`)
    await officer.post(`/cases/${reference}/notes`, { note: 'Asked where it is', contact: 'yes' })
    expect((await officer.get(`/cases/${reference}/history`)).html).toContain('wrote a note: they called or came')
    await counting.count()
    const sums = await sumsOf(today)
    expect([sums.contacts, sums['cases.contacted'], sums['cases.contacted-again']]).toEqual([1, 1, undefined])
  })

  it('is found at known addresses only', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    expect((await person.get('/performance')).html).toContain('/performance/planning')
    for (const path of [
      '/performance/libraries',
      '/performance/data/libraries.csv',
      '/performance/data/housing.xls',
      '/performance/housing/else',
      '/performance/kpi/none',
    ])
      expect((await person.get(path)).status).toBe(404)
  })
})
