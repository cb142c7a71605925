import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '#domain/london.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { agreeAndSend } from '#tests/support/people/persona-visits.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn } from '#tests/support/worlds/visitor.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const setClock = (day: string, time: string): void => here.world.clock.set(instantOf(day, time) ?? 0)

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

const advice = '/planning/what-we-think-so-far'

const adviceOf = async (id: string, change = {}): Promise<string> => {
  const person = await drafted(here.world, id, change)
  const { html } = await person.get(advice)
  expect(titleIn(html)).toBe('What we think so far')
  return text(html)
}

const send = async (id: string, change = {}): Promise<string> => {
  const person = await drafted(here.world, id, change)
  return await agreeAndSend(person, 'planning')
}

describe('a householder application', () => {
  it('sent on 31 March 2026 at 3pm costs £528, and the page says why', async () => {
    setClock('2026-03-31', '15:00')
    const page = await adviceOf('planning-householder')
    expect(page).toContain('Fee £528')
    expect(page).toContain('Sent at 3pm on Tuesday 31 March 2026, in business hours: it counts as made on that day.')
    expect(page).toContain('The application is made on 31 March 2026, so the fees of 1 April 2025 count.')
  })
  it('sent at half past six that evening costs £548, and the page says why', async () => {
    setClock('2026-03-31', '18:30')
    const page = await adviceOf('planning-householder')
    expect(page).toContain('Fee £548')
    expect(page).toContain(
      'Sent at 6:30pm on Tuesday 31 March 2026, after 5pm: it counts as made on the next working day, Wednesday 1 April 2026.',
    )
    expect(page).toContain('The application is made on 1 April 2026, so the fees of 1 April 2026 count.')
  })
  it('is told what would make it invalid and where to mend it, and may go on', async () => {
    setClock('2026-11-23', '10:00')
    const person = await drafted(here.world, 'planning-householder', { 'boundary/highway': { reachesHighway: ['no'] } })
    const { html } = await person.get(advice)
    expect(text(html)).toContain('One thing would make your application invalid')
    expect(text(html)).toContain('The red line should include the way to a public road.')
    expect(html).toContain('href="/planning/boundary/highway?change=1"')
    expect(html).toContain('Continue anyway')
  })
  it('that is whole is told so, with how it is made known, when it is decided and by whom', async () => {
    setClock('2026-11-23', '10:00')
    const page = await adviceOf('planning-householder')
    expect(page).toContain('Nothing that we can check from here')
    expect(page).toContain('By 18 January 2027, if it is valid on 23 November 2026')
    expect(page).toContain('A notice at the site or letters to neighbours, for 21 days')
    expect(page).toContain('Who decides An officer')
  })
})

describe('an outline application of 2.6 hectares', () => {
  it('shows £16,487 with its working, the answer and the law', async () => {
    setClock('2026-11-23', '10:00')
    const page = await adviceOf('planning-outline-homes')
    expect(page).toContain('Fee £16,487')
    expect(page).toContain('£16,291 + 1 × £196 = £16,487')
    expect(page).toContain('Site area: 26,000 square metres')
    expect(page).not.toMatch(/Rule OUT|fees-2026-04-01/)
    expect(page).toContain('By 22 February 2027')
  })
})

describe('beside the case', () => {
  it('the officer sees fee, validation list, clock, publicity and who decides, and the case keeps the schedule’s name', async () => {
    setClock('2026-11-23', '10:00')
    const reference = await send('planning-outline-homes')
    const officer = await here.signedIn('planning-officer-1')
    const page = text(await caseSeen(officer, reference))
    for (const words of ['Fee £16,487', 'Validation list', 'V4 Location plan and red line: met.', 'Certificate A'])
      expect(page).toContain(words)
    expect(page).toContain('A notice at the site or letters to neighbours and a notice in a newspaper, for 21 days')
    expect(page).toContain('An officer, unless it is agreed that a committee should')
    expect((await here.desk.cases.get(reference))?.assessment?.pack).toBe('fees-2026-04-01')
  })

  it('making it valid starts the law’s clock, which waiting does not pause', async () => {
    setClock('2026-11-23', '10:00')
    const reference = await send('planning-householder')
    const officer = await here.signedIn('planning-officer-1')
    const act = async (id: string, typed: Readonly<Record<string, string>> = {}) => {
      const page = await officer.get(`/cases/${reference}/actions/${id}`)
      const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
      return officer.post(`/cases/${reference}/actions/${id}`, { ...typed, version })
    }
    await act('start-validating')
    const page = await officer.get(`/cases/${reference}/actions/validate`)
    expect(page.html).toMatch(/name="validOn-day"[^>]*value="23"/)
    await act('validate', {
      passedOver: 'Seen on paper.',
      'validOn-day': '23',
      'validOn-month': '11',
      'validOn-year': '2026',
    })
    const subject = await here.desk.cases.get(reference)
    expect(subject?.statutory).toMatchObject({
      validOn: '2026-11-23',
      expiresOn: '2027-01-18',
      refundFrom: '2027-03-16',
    })
    expect(subject?.dueOn).toBe('2026-12-28')
    const seen = text(await caseSeen(officer, reference))
    expect(seen).toContain('Decide by law Monday 18 January 2027')
    expect(seen).toContain('Notices are not recorded yet')
    await act('record-notices', { 'noticesOn-day': '23', 'noticesOn-month': '11', 'noticesOn-year': '2026' })
    expect((await here.desk.cases.get(reference))?.statutory?.commentsUntil).toBe('2026-12-14')
    await act('agree-time', {
      'agreedUntil-day': '26',
      'agreedUntil-month': '2',
      'agreedUntil-year': '2027',
      agreedHow: 'By email of today',
    })
    const after = (await here.desk.cases.get(reference))?.statutory
    expect(after).toMatchObject({ expiresOn: '2027-01-18', agreedUntil: '2027-02-26' })
    expect(after?.refundFrom).toBeUndefined()
  })
})
