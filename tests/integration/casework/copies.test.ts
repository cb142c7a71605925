// A copy of what is held about a person (docs/rules/keeping.md, "A copy"; H19, H82).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'

let here: StaffWorld
let manager: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  manager = await here.signedIn('housing-manager')
})
afterAll(() => here.close())

const asked = {
  ...{ purpose: 'person', proof: 'Passport seen', shape: 'page', why: '' },
  ...{ 'asked-day': '20', 'asked-month': '11', 'asked-year': '2026' },
}

const copied = async (references: readonly string[], fields: Readonly<Record<string, string>> = {}) => {
  await manager.get('/copies')
  return manager.post('/copies', { ...asked, references: references.join('\n'), ...fields })
}

const noted = async (reference: string, words: string): Promise<void> => {
  const officer = await here.signedIn('housing-officer-1')
  await officer.get(`/cases/${reference}`)
  here.world.clock.pass(1000)
  await officer.post(`/cases/${reference}/notes`, { note: words })
}

describe('a copy of what is held about a person', () => {
  it('has answers, messages, notes and who looked, of every case, and stands in the audit log of each', async () => {
    const [one, other] = [
      await sentCase(here.world.counter, { name: 'Ada Okoro' }),
      await sentCase(here.world.counter, { name: 'Ada Okoro' }),
    ]
    await noted(one, 'Ada rang <b>twice</b>')
    const { html, headers } = await copied([one, other])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="copy-[\w-]+\.html"$/)
    for (const words of [one, other, 'Ada Okoro', 'Ada rang &lt;b&gt;twice&lt;/b&gt;', 'Housing officer 1 looked at'])
      expect(html).toContain(words)
    expect(html).toContain('The law gives us until 21 December 2026 to answer')
    for (const reference of [one, other]) {
      const made = (await here.audit(`CASE#${reference}`)).filter(({ did }) => did === 'give-copy')
      expect(made.map(({ by }) => by)).toEqual(['housing-manager'])
    }
  })

  it('runs nothing in a spreadsheet, and as data is what stands on the page (H19)', async () => {
    const reference = await sentCase(here.world.counter, { name: '=HYPERLINK("x")', mobile: '07700 900 123' })
    await noted(reference, ' =1+1')
    const { html: table } = await copied([reference], { shape: 'table' })
    expect(table).toContain(`"'=HYPERLINK(""x"")"`)
    expect(table).toContain(`,'=1+1`)
    expect(table).toContain('07700900123')
    expect(table.split(/\r?\n/).filter((line) => /(^|,)"?[=+@-]/.test(line))).toEqual([])
    const data = JSON.parse((await copied([reference], { shape: 'data' })).html)
    expect([data.answerBy, data.cases[0].reference]).toEqual(['21 December 2026', reference])
  })

  it('leaves out what tells of others, with the reason, and says that it did', async () => {
    const reference = await sentCase(here.world.counter)
    await noted(reference, 'Her neighbour said so')
    const silent = await copied([reference], { without: 'notes' })
    expect(silent.html).toContain('Enter why it is left out')
    const { html } = await copied([reference], { without: 'notes', why: 'It names a neighbour' })
    expect(html).toContain('It names a neighbour')
    expect(html).not.toContain('Her neighbour said so')
  })

  it('is all of it or nothing: of a case that is not theirs to see nothing is given and nothing is told', async () => {
    const reference = await sentCase(here.world.counter, { name: 'Somebody Else' })
    for (const hidden of ['H2222222', 'B7777777']) {
      const { status, html } = await copied([reference, hidden])
      expect([status, html.includes(`${hidden}: no case of your teams`), html.includes('Somebody Else')]).toEqual([
        200,
        true,
        false,
      ])
    }
    expect((await here.audit(`CASE#${reference}`)).filter(({ did }) => did === 'give-copy')).toEqual([])
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/copies')).status).toBe(403)
    const planner = await here.signedIn('planning-manager')
    await planner.get('/copies')
    const theirs = await planner.post('/copies', { ...asked, references: reference })
    expect(theirs.html).toContain(`${reference}: no case of your teams`)
  })

  it('asks for everything at once, in words', async () => {
    const { html } = await copied([], { purpose: '', proof: '', shape: '' })
    for (const words of [
      'Enter references of their cases',
      'Select why the copy is made',
      'Enter how you know that it is for them',
      'Select how you want it',
    ])
      expect(html).toContain(words)
  })
})
