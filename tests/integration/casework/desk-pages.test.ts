// The pages of a case, from the list that it was opened from and back (docs/rules/casework.md, "Worklists" and "What comes next").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { everyPageOf } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor } from '#tests/support/worlds/visitor.ts'

let desk: StaffWorld
let officer: Visitor
let manager: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('housing-officer-1')
  manager = await desk.signedIn('housing-manager')
})
afterAll(() => desk.close())

let number = 100
// Each by somebody else.
const sent = (): Promise<string> => {
  number += 1
  return sentCase(desk.world.counter, { name: `Person ${number}`, mobile: `07700 900 ${number}` })
}

const act = async (person: Visitor, reference: string, action: string, fields = {}) => {
  const page = await person.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  return person.post(`/cases/${reference}/actions/${action}`, { version, ...fields })
}

const proposal = {
  ...{ band: 'B', bedrooms: '1', 'effectiveDate-day': '20', 'effectiveDate-month': '11' },
  ...{ 'effectiveDate-year': '2026', reason: 'One bedroom short.', passedOver: 'Promised for this week.' },
}

const linkTo = (html: string, words: string): string =>
  new RegExp(`href="([^"]+)"[^>]*>${words}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

const buttonOn = (html: string): string => /<a class="govuk-button"[^>]*>([^<]+)</.exec(html)?.[1] ?? ''

it.each([
  ['housing-officer-1', '/cases?show=mine', 'My work'],
  ['housing-manager', '/cases?show=approval', 'Cases for approval'],
  ['customer-adviser-1', '/cases/find', 'Find a case'],
  ['auditor-1', '/cases', 'Team cases'],
] as const)('the day of %s begins at %s', async (who, path, title) => {
  const page = await (await desk.signedIn(who)).get('/')
  expect([page.path, titleIn(page.html)]).toEqual([path, title])
})

describe('from a list', () => {
  it('the next case is the list’s own next one, also after an action, and Back is the list as it was', async () => {
    await sent()
    await sent()
    const list = '/cases?show=new&sort=due'
    const listed = [...(await officer.get(list)).html.matchAll(/href="\/cases\/([A-Z0-9]{8})"/g)]
    const [first = '', second = ''] = listed.map(([, reference = '']) => reference)
    const page = await officer.get(`/cases/${first}`)
    expect([linkTo(page.html, 'Next case'), linkTo(page.html, 'Back to the list')]).toEqual([`/cases/${second}`, list])
    const done = await act(officer, first, 'start-checking')
    expect(done.html).toContain('You started checking the application')
    expect(linkTo(done.html, 'Next case')).toBe(`/cases/${second}`)
    expect(linkTo((await officer.get(`/cases/${second}`)).html, 'Next case')).toBe('')
  })

  it('a row says what the case is about and what changed last, and the band to the team alone', async () => {
    const reference = await sent()
    const rowOf = async (person: Visitor) => {
      const page = await person.post('/cases/find', { for: `Person ${number}` })
      return (page.html.split('<tr').find((row) => row.includes(`/cases/${reference}"`)) ?? '').replace(/<[^>]+>/g, ' ')
    }
    expect(await rowOf(officer)).toContain('. Applicant alone')
    expect(await rowOf(officer)).toContain('The applicant sent the application, just now')
    await act(officer, reference, 'start-checking')
    await act(officer, reference, 'assess', proposal)
    desk.world.clock.pass(10 * 60_000)
    for (const person of [officer, manager]) {
      expect(await rowOf(person)).toContain('Applicant alone. Band B proposed')
      expect(await rowOf(person)).toContain('Housing officer 1 proposed a band, 10 minutes ago')
    }
    const adviser = await rowOf(await desk.signedIn('customer-adviser-1'))
    expect(adviser).toContain('. Applicant alone')
    expect(adviser).not.toContain('Band')
    await act(officer, reference, 'propose-marker', { kind: 'dog', basis: 'A dog bit a visitor on 3 May.' })
    expect((await desk.desk.cases.whole(reference))?.events.at(-1)?.action).toBe('propose-marker')
    expect(await rowOf(officer)).toContain('Housing officer 1 proposed a band, 10 minutes ago')
    expect(await rowOf(officer)).not.toMatch(/marker|dog/i)
  })

  it('says what is new since somebody looked, and nothing of what they did themselves', async () => {
    const looker = await desk.signedIn('housing-officer-2')
    await looker.get('/cases?show=team')
    const news = async () => (await everyPageOf(looker, '/cases?show=team')).join('').includes('New since you looked')
    expect(await news()).toBe(false)
    const [of = '', , last = ''] = (looker.cookies.get('__Host-looked') ?? '').split('.')
    looker.cookies.set('__Host-looked', `${of}..${Number(last) - 31 * 60_000}`)
    const reference = await sent()
    expect([await news(), await news()]).toEqual([true, true])
    const rows = (await looker.get('/cases?show=new&sort=-due')).html
      .split('<tr')
      .filter((row) => row.includes(reference))
    expect(rows.join('')).toContain('New since you looked:</strong> The applicant sent the application, just now')
    for (const made of ['x', `${of}.1.2`, `${of}.9999999999999.abc`]) {
      looker.cookies.set('__Host-looked', made)
      expect(await news()).toBe(false)
    }
  })

  it('leads a page on and a page back, however far, and each page is as it was', async () => {
    for (let at = 0; at < 32; at += 1) await sent()
    const rowsOf = (html: string) => [...html.matchAll(/href="\/cases\/([A-Z0-9]{8})"/g)].map(([, one]) => one)
    const to = (html: string, way: 'next' | 'prev') =>
      new RegExp(`href="([^"]+)" rel="${way}"`).exec(html)?.[1]?.replaceAll('&amp;', '&')
    const walked: string[] = []
    for (let at: string | undefined = '/cases?show=new&sort=due'; at !== undefined; ) {
      const { html } = await officer.get(at)
      walked.push(html)
      at = to(html, 'next')
    }
    expect(walked.length).toBeGreaterThan(3)
    let back = walked.at(-1) ?? ''
    for (const before of walked.slice(0, -1).toReversed()) {
      back = (await officer.get(to(back, 'prev') ?? '')).html
      expect(rowsOf(back)).toEqual(rowsOf(before))
    }
    expect(to(back, 'prev')).toBeUndefined()
    const madeUp = await officer.get('/cases?show=new&before=~x~&cursor=x')
    expect([madeUp.status, rowsOf(madeUp.html)]).toEqual([200, rowsOf(walked[0] ?? '')])
  })

  it('for approval are the cases of which somebody proposed something, and no others', async () => {
    const [fresh, proposed] = [await sent(), await sent()]
    await act(officer, proposed, 'start-checking')
    await act(officer, proposed, 'assess', proposal)
    const pages = await everyPageOf(manager, '/cases?show=approval')
    expect([pages.join('').includes(proposed), pages.join('').includes(fresh)]).toEqual([true, false])
  })

  it('a cookie that somebody made up leads to no other place', async () => {
    const reference = await sent()
    for (const made of ['//evil.example/', 'javascript:alert(1)', '/cases?x="><b>', '/sign-out']) {
      officer.cookies.set('__Host-list', `${Buffer.from(made).toString('base64url')}.${reference}.`)
      expect(linkTo((await officer.get(`/cases/${reference}`)).html, 'Back to the list')).toBe('/cases')
    }
    officer.cookies.set('__Host-list', 'not-a-list')
    expect((await officer.get(`/cases/${reference}`)).status).toBe(200)
  })
})

describe('the button of a case', () => {
  it('is the next step of whoever may take it, and the summary tells everybody else for whom it is', async () => {
    const reference = await sent()
    const steps: string[] = []
    const look = async (person: Visitor) => {
      const { html } = await person.get(`/cases/${reference}`)
      steps.push(`${buttonOn(html)} | ${/govuk-body-l[^>]*>([^<]+)</.exec(html)?.[1]}`)
    }
    await look(officer)
    await act(officer, reference, 'start-checking')
    await look(officer)
    await act(officer, reference, 'propose-refusal', { reason: 'Owns a house.' })
    await look(officer)
    await look(manager)
    await look(await desk.signedIn('customer-adviser-1'))
    expect(steps).toEqual([
      'Start checking | Next: start checking.',
      'Propose a band | Next: propose a band.',
      ' | Next: decide that they do not qualify. For: team manager.',
      'Decide that they do not qualify | Next: decide that they do not qualify.',
      ' | Next: decide that they do not qualify. For: team manager.',
    ])
  })

  it('is not for whoever made the proposal, who is told that somebody else decides', async () => {
    const reference = await sent()
    await act(manager, reference, 'start-checking')
    await act(manager, reference, 'propose-refusal', { reason: 'Owns a house.' })
    const { html } = await manager.get(`/cases/${reference}`)
    expect(buttonOn(html)).toBe('')
    expect(html).toContain('Somebody else must do this, as you had a part in it.')
  })
})

describe('the register', () => {
  it('is a list of its own with band, bedrooms and date, kept to a band, and not among closed cases', async () => {
    const reference = await sent()
    await act(officer, reference, 'start-checking')
    const day = { 'effectiveDate-day': '20', 'effectiveDate-month': '11', 'effectiveDate-year': '2026' }
    const proposed = { ...day, band: 'B', bedrooms: '2', reason: 'Short of a room.', passedOver: 'Papers promised.' }
    await act(officer, reference, 'assess', proposed)
    // What has to be done before the case ends does not keep anybody off the register.
    await officer.get(`/cases/${reference}/tasks/add`)
    const task = { what: 'Get the keys back', whom: 'team', closing: 'mustEnd' }
    const by = { 'by-day': '30', 'by-month': '11', 'by-year': '2026' }
    await officer.post(`/cases/${reference}/tasks/add`, { ...task, ...by })
    await act(manager, reference, 'approve')
    const list = (await officer.get('/cases?show=register')).html
    expect(list).toContain(reference)
    for (const words of ['Band B', '2 bedrooms', '20 November 2026']) expect(list).toContain(words)
    expect((await officer.get('/cases?show=register&band=B')).html).toContain(reference)
    expect((await officer.get('/cases?show=register&band=A')).html).not.toContain(reference)
    expect((await officer.get('/cases?show=closed')).html).not.toContain(reference)
    const adviser = await desk.signedIn('customer-adviser-1')
    expect((await adviser.get('/cases?show=register')).html).not.toContain(reference)
  })
})

describe('a list that is kept', () => {
  const keep = async (person: Visitor, typed: Readonly<Record<string, string>>) => {
    await person.get('/views/new?show=closed&sort=-due')
    return person.post('/views/new', { show: 'closed', sort: '-due', ...typed })
  }

  it('is a link beside the filters, for its maker alone or for the team, and opens that very list', async () => {
    const list = '/cases?show=unassigned&sort=-due'
    const form = linkTo((await officer.get(list)).html, 'Keep this list')
    expect((await officer.get(form)).html).toContain('name="sort" value="-due"')
    const none = await officer.post('/views/new', { show: 'unassigned', sort: '-due', whose: 'me', name: ' ' })
    expect(none.html).toContain('Enter a name for the list')
    const saved = await officer.post('/views/new', {
      show: 'unassigned',
      sort: '-due',
      whose: 'me',
      name: 'Oldest last',
    })
    expect([saved.path, linkTo(saved.html, 'Oldest last')]).toEqual([list, list])
    expect((await officer.get(list)).status).toBe(200)
    await keep(officer, { name: 'Ended', whose: 'housing' })
    const other = await desk.signedIn('housing-officer-2')
    const theirs = (await other.get('/cases')).html
    expect([linkTo(theirs, 'Ended'), linkTo(theirs, 'Oldest last')]).toEqual(['/cases?show=closed&sort=-due', ''])
    const planner = await desk.signedIn('planning-officer-1')
    expect(linkTo((await planner.get('/cases')).html, 'Ended')).toBe('')
  })

  it('is what the day of its maker begins with where they chose it, one at a time, and never a team’s', async () => {
    const own = await desk.signedIn('housing-officer-2')
    const begins = async () => (await own.get('/')).path
    expect(await begins()).toBe('/cases?show=mine')
    const team = await keep(own, { name: 'For all', whose: 'housing', first: 'yes' })
    expect(team.html).toContain('Your day can begin only with a list that only you see')
    await keep(own, { name: 'Closed by me', whose: 'me', first: 'yes' })
    expect(await begins()).toBe('/cases?show=closed&sort=-due')
    expect((await own.get('/views')).html).toContain('Only you. Your day begins with it')
    await keep(own, { name: 'Closed still', whose: 'me', first: 'yes' })
    expect((await own.get('/views')).html.split('Your day begins with it').length).toBe(2)
    expect((await officer.get('/')).path).toBe('/cases?show=mine')
  })

  it('keeps nothing that no list has, is deleted by its maker and a manager, and is told in the audit log', async () => {
    await keep(officer, {
      name: 'Made up',
      whose: 'housing',
      state: 'Ada Okoro',
      band: '07700',
      bucket: 'x',
      other: 'y',
    })
    expect(linkTo((await officer.get('/cases')).html, 'Made up')).toBe('/cases?show=closed&sort=-due')
    const idOf = (html: string) =>
      /value="(\w+)">\s*<button[^>]*>Delete<span[^>]*> the list Made up</.exec(html)?.[1] ?? ''
    const view = idOf((await officer.get('/views')).html)
    const other = await desk.signedIn('housing-officer-2')
    expect([view.length > 10, idOf((await other.get('/views')).html)]).toEqual([true, ''])
    expect((await other.post('/views/end', { view })).status).toBe(404)
    await manager.get('/views')
    await manager.post('/views/end', { view })
    expect(linkTo((await officer.get('/cases')).html, 'Made up')).toBe('')
    await manager.get('/views')
    expect((await manager.post('/views/end', { view })).status).toBe(404)
    const done = (await desk.audit('STAFF#housing-manager')).map(({ did }) => did)
    expect(done).toContain('end-view')
  })

  it('is refused in words where its name is taken, or there are twenty', async () => {
    const planner = await desk.signedIn('planning-officer-1')
    for (let number = 1; number <= 20; number += 1) await keep(planner, { name: `List ${number}`, whose: 'me' })
    expect((await keep(planner, { name: 'One more', whose: 'me' })).html).toContain('There are 20 lists')
    expect((await keep(planner, { name: ' list  7', whose: 'me' })).html).toContain(
      'There is a list of this name already',
    )
    expect((await keep(planner, { name: 'Not ours', whose: 'housing' })).html).toContain('Select who sees it')
  })
})
