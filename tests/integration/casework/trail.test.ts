// The audit log as auditors read it (docs/rules/casework.md, "The audit log"; H19, H82).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditTrail } from '#adapters/aws/audit-trail.ts'
import { trailFaults } from '#domain/audit/trail.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'

let desk: StaffWorld
let officer: Visitor
let auditor: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('housing-officer-1')
  auditor = await desk.signedIn('auditor-1')
})
afterAll(() => desk.close())

const rowsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)]
    .map(([, row = '']) => [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell).slice(1))
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.join(': '))

const worked = async (name: string): Promise<string> => {
  const reference = await sentCase(desk.world.counter, { name, unsafe: name === 'Hidden One' ? 'yes' : 'no' })
  desk.world.clock.pass(1000)
  await officer.get(`/cases/${reference}`)
  desk.world.clock.pass(1000)
  await officer.get(`/cases/${reference}/actions/start-checking`)
  desk.world.clock.pass(1000)
  await officer.post(`/cases/${reference}/actions/start-checking`, { version: '1' })
  desk.world.clock.pass(1000)
  return reference
}

describe('the audit log of a case', () => {
  it('says who looked and who did what, newest first, by person and by kind, and that the chain is whole', async () => {
    const reference = await worked('Ada Okoro')
    const page = (await auditor.get(`/cases/${reference}/audit`)).html
    expect(page).toContain('The chain of changes is whole')
    expect(rowsOf(page)).toEqual(
      expect.arrayContaining([
        'Housing officer 1: looked at the case',
        'Housing officer 1: started checking the application',
        'The applicant: sent the application',
        'Auditor 1: read the audit log',
      ]),
    )
    const own = await auditor.get(`/cases/${reference}/audit?who=housing-officer-1&kind=changes`)
    expect(rowsOf(own.html)).toEqual(['Housing officer 1: started checking the application'])
    expect(page).not.toContain('Ada')
  })

  it('shows who was refused', async () => {
    const reference = await worked('Bo Refused')
    await (await desk.signedIn('planning-officer-1')).get(`/cases/${reference}`)
    const { html } = await auditor.get(`/cases/${reference}/audit?kind=refusals`)
    expect(rowsOf(html)).toEqual(['planning-officer-1: was refused (looked at the case)'])
  })

  it('of a restricted case is read by auditors, who see nothing else of it, and by nobody else (H58)', async () => {
    const reference = await worked('Hidden One')
    const { status, html } = await auditor.get(`/cases/${reference}/audit`)
    expect([status, html.includes('Hidden One')]).toEqual([200, false])
    expect((await auditor.get(`/cases/${reference}`)).status).toBe(403)
    expect((await (await desk.signedIn('housing-manager')).get(`/cases/${reference}/audit`)).status).toBe(403)
  })

  it('taken away as a file runs nothing in a spreadsheet, and that it was taken is on record (H19, H82)', async () => {
    const reference = await worked('Cy File')
    const file = await auditor.get(`/cases/${reference}/audit/table?kind=changes&who=housing-officer-1`)
    expect(file.headers['content-disposition']).toContain(`audit-${reference}.csv`)
    const lines = file.html.split('\r\n')
    expect(lines[0]).toBe('\uFEFFWhen (UTC),Who,Their id,What,Code,Allowed')
    expect(lines[1]).toMatch(/^2\d{3}-.*Z,Housing officer 1,housing-officer-1,started checking the application,/)
    expect(lines).toHaveLength(3)
    const record = await desk.audit(`CASE#${reference}`)
    expect(record.filter(({ did }) => did === 'take-trail').map(({ by }) => by)).toEqual(['auditor-1'])
  })

  it('says where the chain is broken', () => {
    const event = (version: number, more = {}) => ({
      ...{ id: `e${version}`, at: version, by: 'An officer', byId: 'u1', action: 'a', words: 'did it', version },
      ...more,
    })
    const entry = (version: number, more = {}) => ({
      ...{ id: `e${version}`, at: version, by: 'u1', action: 'a', version },
      ...more,
    })
    expect(trailFaults([entry(1), entry(2)], [event(1), event(2)])).toEqual([])
    expect(trailFaults([entry(1), entry(2)], [event(1)])).toEqual([
      'Change 2 is in the audit log and not in the history',
    ])
    expect(trailFaults([entry(1)], [event(1), event(2)])).toEqual(['Change 2 has no entry in the audit log'])
    expect(trailFaults([entry(1), entry(2, { by: 'u2' })], [event(1), event(2)])).toEqual([
      'Change 2 is not the same in the history and in the audit log',
    ])
    expect(trailFaults([entry(1), entry(3)], [event(1), event(3)])).toEqual([
      'Change 2 is missing from the history, or is there twice',
    ])
  })
})

describe('what a person did that was about no case', () => {
  it('tells by which kinds of fact they searched, never by which, and is for auditors alone', async () => {
    await officer.get('/cases/find')
    await officer.post('/cases/find', { for: 'Xiomara Quist' })
    await officer.post('/cases/find', { for: '07700 900 999' })
    const { html } = await auditor.get('/audit?who=housing-officer-1')
    expect(rowsOf(html)).toEqual(
      expect.arrayContaining(['Housing officer 1: searched by name', 'Housing officer 1: searched by phone']),
    )
    expect(html).not.toMatch(/xiomara|900 ?999/i)
    expect((await officer.get('/audit')).status).toBe(403)
    expect((await auditor.get('/audit?who=made-up')).html).toContain('There is no entry of this kind')
  })
})

describe('the audit table, for the night that signs its days', () => {
  it('says whether anything was entered in a time', async () => {
    await worked('Day Signed')
    const { env, table, clock } = desk.world
    const endpoint = env.DYNAMODB_ENDPOINT ?? ''
    const trail = auditTrail({ region: 'eu-west-2', endpoint, table: table.audit })
    const now = clock.now()
    const day = 24 * 3_600_000
    expect([await trail.hasAnyOf(now - day, now + day), await trail.hasAnyOf(now - 9 * day, now - 8 * day)]).toEqual([
      true,
      false,
    ])
  })
})
