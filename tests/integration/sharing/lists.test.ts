// Lists of cases as files (docs/rules/sharing.md, "Lists as files"; H19, H82).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import type { WorklistQuery } from '#usecases/ports/staff.ts'
import { staffHandler } from '#web/staff/handler.ts'

let here: StaffWorld
let manager: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  manager = await here.signedIn('housing-manager')
})
afterAll(() => here.close())

const why = { purpose: 'figures', why: 'For the report of the quarter, deleted at its end' }
const took = async (who: Visitor, list = 'show=team', fields: Readonly<Record<string, string>> = why) => {
  await who.get(`/lists/new?${list}`)
  return who.post('/lists/new', { list, ...fields })
}

describe('a list as a file', () => {
  it('has what the manager sees on it, safe for a spreadsheet, without anybody in danger, on record', async () => {
    const plain = await sentCase(here.world.counter, { name: '=HYPERLINK("x")', mobile: '07700900123' })
    const restricted = await sentCase(here.world.counter, { name: 'Eve Hidden', unsafe: 'yes' })
    expect((await manager.get('/cases?show=team&restricted=yes')).html).toContain(restricted)
    const { status, headers, html } = await took(manager)
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="list-\w+\.csv"$/)
    expect(html).toContain(`${plain},`)
    expect(html).toContain(`"'=HYPERLINK(""x"")"`)
    for (const words of [restricted, 'Hidden', '07700', '7700900123']) expect(html).not.toContain(words)
    expect(html.split(/\r?\n/).filter((line) => /(^|,)"?[=+@-]/.test(line))).toEqual([])
    expect(await here.audit('STAFF#housing-manager')).toContainEqual(
      expect.objectContaining({ did: 'take-list', allowed: true, on: expect.stringContaining(why.why) }),
    )
  })

  it('asks what it is for and when it is deleted, and keeps the list that was asked for', async () => {
    const { html } = await took(manager, 'show=team&state=housing.submitted', { purpose: '', why: '' })
    for (const words of ['Select what the file is for', 'Enter what you will do with it', 'state=housing.submitted'])
      expect(html).toContain(words)
  })

  it('has nothing of other teams or of the manager’s own, and is for managers alone', async () => {
    const planning = await here.signedIn('planning-manager')
    const mine = await sentCase(here.world.counter, { mobile: '07700900999' })
    const { html } = await took(planning)
    expect(html).not.toMatch(/\bH[A-Z0-9]{7}\b/)
    const own: Staff = {
      ...{ is: 'staff', id: 'own-manager', name: 'Own', roles: ['team-manager'], teams: ['housing'] },
      phone: '+447700900999',
    }
    expect((await took(await here.withSession(own))).html).not.toContain(mine)
    for (const who of ['housing-officer-1', 'customer-adviser-1', 'auditor-1']) {
      const other = await here.signedIn(who)
      expect([who, (await other.get('/lists/new?show=team')).status]).toEqual([who, 403])
      expect((await other.get('/cases?show=team')).html).not.toContain('Get this list as a file')
    }
  })
})

describe('a long list', () => {
  // The list of a team with so many cases, each page as the table would give it.
  const longList = async (count: number) => {
    const reference = await sentCase(here.world.counter)
    const subject = await here.world.counter.cases.get(reference)
    if (subject === undefined) throw new Error('There is no such case')
    const all = Array.from({ length: count }, (_, at) => ({ ...subject, reference: `H${String(at).padStart(7, '0')}` }))
    let reads = 0
    const worklist = async ({ cursor = '0', size, keep }: WorklistQuery) => {
      reads += 1
      const [from, to] = [Number(cursor), Number(cursor) + size]
      const cases = all.slice(from, to).filter((one) => keep?.(one) ?? true)
      return { cases, ...(to < count ? { next: String(to) } : {}) }
    }
    const staff = staffHandler({ ...here.desk, cases: { ...here.desk.cases, worklist } })
    const as = async (who: Visitor): Promise<Visitor> => {
      const person = visitor(staff, staffOrigin)
      for (const [name, value] of who.cookies) person.cookies.set(name, value)
      return person
    }
    return { as, reads: () => reads }
  }

  it('of more than 1,000 rows waits for another manager, who is not whoever asked, and is then had by whoever asked', async () => {
    const { as } = await longList(1001)
    const other = await here.withSession({
      ...{ is: 'staff', id: 'other-manager', name: 'Other manager', roles: ['team-manager'], teams: ['housing'] },
    })
    const [asks, agrees] = [await as(manager), await as(other)]
    expect((await took(asks)).html).toContain('Waits for another manager to agree')
    expect(asks.last().html).not.toContain('name="agree"')
    const [, id = ''] = /name="agree" value="(\w+)"/.exec((await agrees.get('/lists')).html) ?? []
    expect((await asks.post('/lists', { get: id })).html).toContain('Waits for another manager')
    expect((await asks.post('/lists', { agree: id })).html).toContain('Waits for another manager')
    await agrees.get('/lists')
    expect((await agrees.post('/lists', { get: id })).headers['content-type']).toContain('text/html')
    expect((await agrees.post('/lists', { agree: id })).html).toContain('Other manager agreed')
    await asks.get('/lists')
    const file = await asks.post('/lists', { get: id })
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.html.split('\r\n').filter((line) => /^H\d{7},/.test(line)).length).toBe(1001)
    here.world.clock.pass(25 * 3_600_000)
    const later = await as(await here.signedIn('housing-manager'))
    expect((await later.get('/lists')).html).toContain('Nothing waits')
    expect((await later.post('/lists', { get: id })).headers['content-type']).toContain('text/html')
  })

  it('of more than 10,000 is not given; whoever asks is told to filter it', async () => {
    const { as, reads } = await longList(10_300)
    const asks = await as(await here.signedIn('housing-manager'))
    expect((await took(asks)).html).toContain('The list has more than 10,000 cases. Filter it first')
    expect(reads()).toBeLessThanOrEqual(42)
  })
})
