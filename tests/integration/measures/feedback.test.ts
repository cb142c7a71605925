// Feedback, from the end of a service to the inbox and the figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, dutyPhone, noon, staffOrigin } from '#tests/support/worlds/world.ts'
import { giveFeedback } from '#usecases/measures/give-feedback.ts'
import { feedbackFrom } from '#web/citizen/feedback/about-page.ts'

let here: StaffWorld
let counting: ReturnType<typeof countingIn>
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  counting = countingIn(here.world)
})
afterAll(() => here.close())

const hiddenOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(p|end|at)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value ?? '',
    ]),
  )

const decoded = (html: string): string => html.replaceAll('&amp;', '&')

const say = async (
  fields: Readonly<Record<string, string>>,
  from = '/housing',
  person: Visitor = visitor(here.world.citizen, citizenOrigin),
) => {
  const shown = await person.get(`${feedbackFrom(here.world.counter, from)()}&end=sent`)
  await person.get('/feedback')
  here.world.clock.pass(9000)
  return person.post('/feedback', { ...hiddenOf(shown.html), ...fields })
}

const kept = async () =>
  (await counting.items())
    .filter(({ pk }) => pk?.S?.startsWith('FEEDBACK#'))
    .map(({ data }) => JSON.parse(data?.S ?? ''))

describe('feedback', () => {
  it('is asked on every page and at every end, and keeps which sort of page it was, nobody’s name and no reference', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    expect((await person.get('/housing')).html).toMatch(
      new RegExp(`href="/feedback\\?p=/housing~${smallHousing.form.version}~~[\\w-]{16}"`),
    )
    const done = await say(
      { rating: 'dissatisfied', words: 'I am at DT1 1XJ, ring 07700 900123' },
      '/housing/about-you/name',
    )
    expect(done.path).toContain('/feedback/sent')
    expect(done.html).toMatch(/phone number[\s\S]*postcode/)
    expect(done.html).toContain('Call 999')
    const [one] = await kept()
    expect(one).toMatchObject({
      ...{ service: 'housing', page: '/housing/about-you/name', end: 'sent', rating: 'dissatisfied' },
      words: 'I am at [postcode removed], ring [phone number removed]',
      formVersion: smallHousing.form.version,
    })
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get(`/feedback/${encodeURIComponent(one.id)}`)).html).toContain(
      `version ${smallHousing.form.version} of the form`,
    )
  })

  it('is refused with everything still there where it is empty or too long', async () => {
    expect((await say({ rating: '', words: '' })).html).toContain('Select how you feel about the service')
    const long = 'x'.repeat(1201)
    const refused = (await say({ rating: 'satisfied', words: long })).html
    expect(refused).toContain('must be 1,200 characters or fewer')
    expect(refused).toContain(long)
    expect((await kept()).length).toBe(1)
  })

  it('of one person at one end counts once', async () => {
    await sentCase(here.world.counter)
    const person = visitor(here.world.citizen, citizenOrigin)
    await person.get('/housing')
    await person.post('/housing/start', {})
    const before = (await kept()).length
    for (const rating of ['very-satisfied', 'satisfied']) await say({ rating }, '/housing/confirmation', person)
    expect((await kept()).length).toBe(before + 1)
  })

  it('that a program sent is set aside until a person releases it, and counts then', async () => {
    here.world.clock.set(noon)
    await say({ rating: 'very-dissatisfied', website: 'http://spam', words: 'Buy now' })
    await counting.count()
    const sums = async () => (await here.desk.sums.days('housing', '2026-11-25', '2026-11-25'))[0]?.sums ?? {}
    expect([(await sums())['rated.aside'], (await sums())['rated.very-dissatisfied']]).toEqual([1, undefined])
    const officer = await here.signedIn('housing-officer-1')
    const inbox = await officer.get('/feedback')
    expect(inbox.html).toContain('Set aside')
    const one = (await kept()).find((each) => each.aside === 'program')
    const at = `/feedback/${encodeURIComponent(one.id)}`
    await officer.get(at)
    expect((await officer.post(at, { version: '1', state: 'no-action', reason: '' })).html).toContain(
      'Enter why there is no action',
    )
    await officer.post(at, { version: '1', state: 'acting', tag: 'spam?', releases: 'yes' })
    expect(officer.last().html).toContain('spam?')
    expect((await officer.post(at, { version: '1', state: 'read' })).status).toBe(409)
    await counting.count()
    expect([(await sums())['rated.aside'], (await sums())['rated.very-dissatisfied']]).toEqual([undefined, 1])
  })

  it('of somebody who may be in danger stands first', async () => {
    here.world.clock.set(noon)
    await say({ words: 'I have nowhere to sleep and he hurts me' })
    here.world.clock.pass(60_000)
    await say({ words: 'Later, and all is well' })
    const { html } = await (await here.signedIn('housing-officer-1')).get('/feedback')
    expect(html.indexOf('nowhere to sleep')).toBeLessThan(html.indexOf('all is well'))
    expect(html).toContain('May be in danger')
    here.world.clock.set(Date.parse('2026-12-03T10:00:00Z'))
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) await say({ words: `Much later, said ${number}` })
    const inMonthAfter = (await (await here.signedIn('housing-officer-1')).get('/feedback')).html
    expect(inMonthAfter.indexOf('nowhere to sleep')).toBeLessThan(inMonthAfter.indexOf('Much later'))
    expect(inMonthAfter).toContain('Show older feedback')
  })

  it('of danger reaches whoever is on duty by text, at night too, once for each person and with none of their words', async () => {
    const toDuty = async () => {
      await here.world.sendTexts()
      return here.world.texts().flatMap(({ to, body }) => (to === dutyPhone ? [body] : []))
    }
    here.world.clock.set(Date.parse('2026-11-28T02:30:00Z'))
    const before = (await toDuty()).length
    const person = visitor(here.world.citizen, citizenOrigin)
    await person.get('/housing')
    await person.post('/housing/start', {})
    for (const _twice of [1, 2]) await say({ words: 'He hurts me and I am not safe' }, '/housing/confirmation', person)
    const sent = (await toDuty()).slice(before)
    expect(sent).toEqual([
      `Dorset Council: feedback says that somebody may be in danger. Read it now: ${staffOrigin}/feedback`,
    ])
    await say({ words: 'I want to end my life', website: 'http://spam' })
    await say({ words: 'All is well' })
    expect((await toDuty()).length).toBe(before + 1)
    expect(here.world.log.filter(({ event }) => event === 'feedback-of-danger').length).toBeGreaterThan(1)
    const { duty: _duty, ...counter } = here.world.counter
    const said = await giveFeedback(counter, { rating: '', words: 'He hurts me', trap: '' }, {})
    expect([said.ok, (await toDuty()).length]).toEqual([true, before + 1])
  })

  it('is narrowed by what it is about, and many are answered at once; one that was changed meanwhile is left and told', async () => {
    here.world.clock.set(noon)
    for (const number of [1, 2, 3]) await say({ words: `The upload is slow, said ${number}` })
    const officer = await here.signedIn('housing-officer-1')
    const picksOf = (html: string) =>
      [...html.matchAll(/name="pick" type="checkbox" value="([^"]+)"/g)].map(([, value = '']) => value)
    const narrow = await officer.get('/feedback?page=%2Fhousing&state=new')
    const picks = picksOf(narrow.html)
    expect([picks.length > 2, narrow.html.includes('From /libraries')]).toEqual([true, false])
    expect((await officer.post('/feedback', { to: 'read' })).html).toContain(
      'Select the feedback that you want to change',
    )
    await officer.get('/feedback?page=%2Fhousing&state=new')
    const refused = (await officer.post('/feedback', { pick: picks, to: 'no-action' })).html
    expect([
      refused.includes('Enter why there is no action'),
      (await kept()).some(({ state }) => state === 'no-action'),
    ]).toEqual([true, false])
    const [first = '', ...others] = picks
    const id = first.split(' ')[1] ?? ''
    await officer.get(`/feedback/${encodeURIComponent(id)}`)
    await officer.post(`/feedback/${encodeURIComponent(id)}`, { version: first.split(' ')[0] ?? '', state: 'acting' })
    await officer.get('/feedback')
    const done = (await officer.post('/feedback', { pick: picks, to: 'read', tagged: 'upload' })).html
    expect(done).toContain('One was changed by somebody else meanwhile')
    const now = new Map((await kept()).map((each) => [each.id, each]))
    expect(now.get(id)?.state).toBe('acting')
    for (const pick of others)
      expect(now.get(pick.slice(pick.indexOf(' ') + 1))).toMatchObject({ state: 'read', tag: 'upload' })
  })

  it('keeps what was wrong on the page that its link stood on, and on a page that says what went wrong its status', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    await person.get('/housing')
    await person.post('/housing/start', {})
    await person.get('/housing/about-you/name')
    const linkIn = (html: string) => decoded(/href="(\/feedback\?p=[^"]+)"/.exec(html)?.[1] ?? '')
    const links = [
      linkIn((await person.post('/housing/about-you/name', {})).html),
      linkIn((await person.get('/housing/nowhere-at-all')).html),
    ]
    for (const [at, link] of links.entries()) {
      const { html } = await person.get(link)
      here.world.clock.pass(9000)
      await person.post('/feedback', { ...hiddenOf(html), words: `What is wrong here ${at}` })
    }
    const said = (await kept())
      .filter(({ words }) => words.startsWith('What is wrong here'))
      .toSorted((one, other) => (one.words < other.words ? -1 : 1))
    expect(said.map(({ page, problem }) => [page, problem])).toEqual([
      ['/housing/about-you/name', 'fullName'],
      ['/housing', '404'],
    ])
    const officer = await here.signedIn('housing-officer-1')
    const read = async (at: number) => (await officer.get(`/feedback/${encodeURIComponent(said[at].id)}`)).html
    expect([await read(0), await read(1)]).toEqual([
      expect.stringContaining('with an error at ‘fullName’'),
      expect.stringContaining('the page said that something went wrong (404)'),
    ])
  })

  it('of a page that somebody made up, or of one that is not there any more, is kept with its page unknown', async () => {
    const ours = feedbackFrom(here.world.counter, '/housing/about-you/name')('fullName').split('p=')[1] ?? ''
    const of = (page: string) =>
      feedbackFrom({ ...here.world.counter, services: [{ ...smallHousing, id: page }] }, `/${page}`)()
    const forged = [
      '/housing',
      ours.replace('name', 'phone'),
      ours.replace('fullName', 'H2345678'),
      `${ours}x`,
      ours.slice(0, -1),
      ours.replaceAll('~', '~~'),
      "'><script>alert(1)</script>",
      'x'.repeat(10_000),
      of('libraries').split('p=')[1] ?? '',
    ]
    for (const [at, p] of forged.entries()) await say({ words: `Forged ${at}`, p })
    const said = (await kept()).filter(({ words }) => words.startsWith('Forged'))
    expect(said.map(({ page, problem, service }) => [page, problem, service])).toEqual(
      forged.map(() => [undefined, undefined, undefined]),
    )
    await say({ words: 'Ours', p: ours })
    expect((await kept()).find(({ words }) => words === 'Ours')).toMatchObject({ problem: 'fullName' })
  })

  it('is read by auditors and answered by others', async () => {
    const auditor = await here.signedIn('auditor-1')
    const one = (await kept())[0]
    const at = `/feedback/${encodeURIComponent(one.id)}`
    expect((await auditor.get(at)).status).toBe(200)
    expect((await auditor.post(at, { version: '1', state: 'read' })).status).toBe(403)
    for (const path of ['/feedback/2026-11.nothing', '/feedback/x']) expect((await auditor.get(path)).status).toBe(404)
    for (const from of ['nonsense', '7.2026-11-25', "0.2026-11-25' OR 1"])
      expect((await auditor.get(`/feedback?from=${encodeURIComponent(from)}`)).status).toBe(200)
  })
})
