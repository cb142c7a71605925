// Tasks on a case, and colleagues who are named in a note (docs/rules/casework.md, "Tasks").

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mentionedIn } from '#domain/cases/task.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { everyPageOf } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { tokenIn, type Visitor } from '#tests/support/worlds/visitor.ts'

let desk: StaffWorld
let officer: Visitor
let second: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('housing-officer-1')
  second = await desk.signedIn('housing-officer-2')
  await desk.signedIn('planning-officer-1')
})
afterAll(() => desk.close())

const tables = () => {
  const { table, env } = desk.world
  return { endpoint: env.DYNAMODB_ENDPOINT, main: table.name, audit: table.audit }
}

const tasksOf = async (reference: string) => (await desk.desk.cases.whole(reference))?.tasks ?? []

const by = { 'by-day': '30', 'by-month': '11', 'by-year': '2026' }
const add = async (person: Visitor, reference: string, fields: Readonly<Record<string, string>>) => {
  await person.get(`/cases/${reference}/tasks/add`)
  return person.post(`/cases/${reference}/tasks/add`, { ...by, ...fields })
}

const finish = async (person: Visitor, reference: string) => {
  const at = /action="(\/cases\/[^"]+\/done)"/.exec((await person.get(`/cases/${reference}/tasks`)).html)?.[1] ?? ''
  return person.post(at, {})
}

describe('a task', () => {
  it('is in the list of whoever is to do it, without what it says, until it is done', async () => {
    const reference = await sentCase(desk.world.counter, { name: 'Ada Okoro' })
    const what = 'Ring about the <diagnosis>'
    const added = await add(officer, reference, { what, whom: 'person-housing-officer-2' })
    expect(added.html).toContain('Ring about the &lt;diagnosis&gt;')
    const list = (await second.get('/tasks')).html
    expect(list).toContain('Ada Okoro')
    expect(list).not.toContain('diagnosis')
    expect((await officer.get('/tasks')).html).not.toContain(reference)
    await finish(second, reference)
    expect((await second.get('/tasks')).html).not.toContain(reference)
    expect(await tasksOf(reference)).toMatchObject([{ what, done: { by: 'Housing officer 2' } }])
    const record = await desk.audit(`CASE#${reference}`)
    expect(record.filter(({ did }) => did?.endsWith('task')).map(({ did, by }) => [did, by])).toEqual([
      ['add-task', 'housing-officer-1'],
      ['end-task', 'housing-officer-2'],
    ])
  })

  it('says nowhere in the clear what it is', async () => {
    const reference = await sentCase(desk.world.counter)
    await add(officer, reference, { what: 'Ask about zzqwords', whom: 'team' })
    expect(JSON.stringify(await rawTables(tables()))).not.toContain('zzqwords')
  })

  it('for the team is in the list of each who works in it, and of nobody else', async () => {
    const reference = await sentCase(desk.world.counter)
    await add(officer, reference, { what: 'Ring', whom: 'team' })
    expect((await second.get('/tasks')).html).toContain(reference)
    expect((await (await desk.signedIn('planning-officer-1')).get('/tasks')).html).not.toContain(reference)
  })

  it('of a case that was closed to somebody since is not in their list any more', async () => {
    const reference = await sentCase(desk.world.counter)
    await add(officer, reference, { what: 'Ring', whom: 'person-housing-officer-2' })
    await second.get(`/cases/${reference}/interest`)
    await second.post(`/cases/${reference}/interest`, {})
    expect((await second.get('/tasks')).html).not.toContain(reference)
  })

  it('keeps the case open where it has to be done first, and says which one', async () => {
    const reference = await sentCase(desk.world.counter)
    await add(officer, reference, { what: 'Get the keys back', whom: 'team', closing: 'mustEnd' })
    const close = async () => {
      await officer.get(`/cases/${reference}/actions/withdraw-for-them`)
      const said = { version: '1', reason: 'By phone today.' }
      return (await officer.post(`/cases/${reference}/actions/withdraw-for-them`, said)).html
    }
    const stopped = await close()
    expect(stopped).toContain('Mark the task “Get the keys back” as done first')
    expect(stopped).toContain('By phone today.')
    await finish(officer, reference)
    await close()
    expect((await desk.desk.cases.get(reference))?.state).toBe('withdrawn')
  })

  it('pressed twice is there once, and one without its words, its person or a day to come is told', async () => {
    const reference = await sentCase(desk.world.counter)
    const page = await officer.get(`/cases/${reference}/tasks/add`)
    const fields = { _csrf: tokenIn(page.html), what: 'Ring', whom: 'team', ...by }
    await officer.post(`/cases/${reference}/tasks/add`, fields)
    await officer.post(`/cases/${reference}/tasks/add`, fields)
    expect(await tasksOf(reference)).toHaveLength(1)
    const { html } = await add(officer, reference, { what: '', whom: 'person-planning-officer-1', 'by-year': '2025' })
    for (const words of [
      'Enter what is to be done',
      'Select who is to do it',
      'By when must be today or in the future',
    ])
      expect(html).toContain(words)
    expect((await officer.post(`/cases/${reference}/tasks/made-up/done`, {})).status).toBe(404)
  })
})

describe('a colleague who is named in a note', () => {
  const write = async (reference: string, note: string) => {
    await officer.get(`/cases/${reference}`)
    return officer.post(`/cases/${reference}/notes`, { note, part: 'summary' })
  }

  it('has a task with its words, once however often it is pressed', async () => {
    const reference = await sentCase(desk.world.counter)
    await write(reference, 'Rang a@b.example. @housing officer 2, please look at the tenancy')
    expect(await tasksOf(reference)).toMatchObject([
      { from: 'mention', for: { id: 'housing-officer-2' }, what: expect.stringContaining('look at the tenancy') },
    ])
    expect((await second.get('/tasks')).html).toContain('Named in a note')
  })

  it('and who is nobody that may see the case is told, and the note is kept as it was typed', async () => {
    const reference = await sentCase(desk.world.counter)
    const { html } = await write(reference, '@Planning officer 1 please look')
    expect(html).toContain('@Planning is not the name of anybody who may see this case')
    expect(html).toContain('@Planning officer 1 please look')
    expect((await desk.desk.cases.whole(reference))?.notes).toEqual([])
  })

  it.each([
    ['@Ann Lee and @ann leeson', ['Ann Lee', 'Ann Leeson'], []],
    ['@Ann Leesonx', [], ['@Ann']],
    ['mail@ann.example and a @ b', [], []],
    ['(@Bo)', [], []],
    ['@Bo: hello @Bo', ['Bo'], []],
  ] as const)('is read from “%s”', (words, names, unknown) => {
    const people = ['Ann Lee', 'Ann Leeson', 'Bo'].map((name) => ({ name }))
    const found = mentionedIn(words, people)
    expect(found.people.map(({ name }) => name)).toEqual(names)
    expect(found.unknown).toEqual(unknown)
  })
})

describe('a marker for the safety of staff', () => {
  it('is on each page of the case once two people stood for it, and what it rests on in no list, no table and no page of others', async () => {
    const reference = await sentCase(desk.world.counter, { name: 'Cora Pell' })
    const at = `/cases/${reference}/actions`
    const basis = 'Seen with zzqknife on 2 November'
    const version = async (person: Visitor, action: string) =>
      /name="version" value="(\d+)"/.exec((await person.get(`${at}/${action}`)).html)?.[1] ?? ''
    const proposing = { kind: 'violence', basis, version: await version(officer, 'propose-marker') }
    expect((await officer.post(`${at}/propose-marker`, proposing)).html).not.toContain('Marker for the safety of staff')
    const manager = await desk.signedIn('housing-manager')
    const decided = { told: 'By letter', agree: 'yes', version: await version(manager, 'confirm-marker') }
    expect(manager.last().html).toContain(basis)
    const review = { 'reviewOn-day': '1', 'reviewOn-month': '3', 'reviewOn-year': '2027' }
    await manager.post(`${at}/confirm-marker`, { ...decided, ...review })
    for (const part of ['', '/tasks', '/messages', '/history'])
      expect((await officer.get(`/cases/${reference}${part}`)).html).toContain('Violence or threats')
    const adviser = await desk.signedIn('customer-adviser-1')
    const seen = await adviser.get(`/cases/${reference}`)
    expect(seen.html).toContain('Violence or threats')
    for (const html of [
      seen.html,
      (await adviser.get(`/cases/${reference}/history`)).html,
      (await everyPageOf(officer, '/cases')).join(),
    ])
      expect(html).not.toContain('zzqknife')
    expect((await everyPageOf(officer, '/cases')).join()).not.toContain('Violence')
    expect(JSON.stringify(await rawTables(tables()))).not.toContain('zzqknife')
  })
})
