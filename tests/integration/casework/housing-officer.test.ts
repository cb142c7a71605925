import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { takeReceipts } from '#usecases/texts/take-receipts.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const sent = async (id: string): Promise<string> => {
  const persona = personaOf(id)
  here.world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
  const person = visitor(here.world.citizen, citizenOrigin)
  await answerAs(person, persona)
  return await agreeAndSend(person, 'housing')
}

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

const proposed = (html: string) => ({
  passedOver: 'The rest is promised for this week.',
  band: /value="([A-D])" checked/.exec(html)?.[1] ?? '',
  bedrooms: fieldIn(html, 'bedrooms'),
  'effectiveDate-day': fieldIn(html, 'effectiveDate-day'),
  'effectiveDate-month': fieldIn(html, 'effectiveDate-month'),
  'effectiveDate-year': fieldIn(html, 'effectiveDate-year'),
  reason: /<textarea[^>]*name="reason"[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
  version: fieldIn(html, 'version'),
})

describe('beside the case of a family that lacks two bedrooms', () => {
  it('the officer sees band B, the date, the need, and every reason', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const page = text(await caseSeen(officer, reference))
    expect(page).toContain('What the rules propose')
    expect(page).toContain('Proposed band Band B – High Housing Need')
    expect(page).toContain('The household lacks 2 bedrooms or more.')
    expect(page).toContain('Effective date 23 November 2026')
    expect(page).toContain('Bedrooms needed 3 bedrooms')
    expect(page).toContain('1 bedroom for Elder Parent, 14: a room of their own')
    expect(page).not.toMatch(/Rule B-OVER2|dorset-2026/)
    expect(page).toContain('Nothing is decided until an officer confirms it')
  })

  it('a new number that they give by phone is typed for them: the history has both, the old one finds the case no more', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const at = `/cases/${reference}/contact`
    expect((await officer.get(`/cases/${reference}`)).html).toContain(`href="${at}"`)
    const before = await here.desk.cases.get(reference)
    const form = (await officer.get(at)).html
    expect(form).toContain('07700 900211')
    expect([before?.applicant.email, fieldIn(form, 'email')]).toEqual([
      expect.stringContaining('@'),
      before?.applicant.email,
    ])
    const fields = {
      safeWays: ['text', 'email'],
      safeTimes: 'anyTime',
      voicemail: 'no',
      textReminders: 'yes',
      email: 'a.parent@example.com',
    }
    const asked = { askedBy: 'them', askedWay: 'phone' }
    const wrong = await officer.post(at, { ...fields, ...asked, mobile: '12' })
    expect(wrong.html).toContain('There is a problem')
    expect((await here.desk.cases.get(reference))?.version).toBe(before?.version)
    const saved = await officer.post(at, { ...fields, ...asked, mobile: '07700 900 876' })
    expect([...saved.html.matchAll(/<a href="#[^"]+">([^<]+)/g)].map(([, words]) => words)).toEqual([])
    expect(saved.path).toBe(`/cases/${reference}`)
    expect((await here.desk.cases.get(reference))?.applicant).toMatchObject({
      ...{ phone: '+447700900876', email: 'a.parent@example.com' },
    })
    const event = (await here.desk.cases.whole(reference))?.events.at(-1)
    expect(event).toMatchObject({ by: 'Housing officer 1', byId: 'housing-officer-1', action: 'contact-changed' })
    expect(event?.details?.map(({ question }) => question)).toContain('Who asked')
    expect(event?.details?.flatMap(({ before: was = [] }) => was).join()).toContain(
      before?.applicant.phone?.replace('+44', '0').slice(0, 5),
    )
    await officer.get('/cases/find')
    expect((await officer.post('/cases/find', { for: '07700 900 876' })).html).toContain(reference)
  })

  it('a text that did not arrive leads to correcting the number, and is then sent once more to the right one', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    await here.world.sendTexts()
    const [text] = (await here.desk.cases.whole(reference))?.texts ?? []
    if (text?.messageId === undefined) throw new Error('It was not sent')
    const receipt = { messageId: text.messageId, delivered: false, words: 'Invalid phone number' }
    await takeReceipts(here.world.counter, [receipt])
    const page = await officer.get(`/cases/${reference}/messages`)
    const correct = /href="([^"]*contact\?text=[^"]*)"/.exec(page.html)?.[1] ?? ''
    await officer.get(correct)
    const fields = { safeWays: ['text'], safeTimes: 'anyTime', voicemail: 'no', textReminders: 'yes' }
    const asked = { askedBy: 'them', askedWay: 'phone' }
    const done = await officer.post(correct, { ...fields, ...asked, mobile: '07700 900 877' })
    const at = `/cases/${reference}/texts/${text.id}`
    expect(done.path).toBe(at)
    await officer.post(`${at}/again`, {})
    await officer.get(`/cases/${reference}/messages`)
    await officer.post(`${at}/again`, {})
    await here.world.sendTexts()
    const went = here.world.texts().filter(({ to, body }) => to === '+447700900877' && body.includes(reference))
    expect(went.map(({ body }) => body)).toEqual([text.body])
  })

  it('a change that they tell by phone is typed for them: shown before it is sent, weighed by the rules, told in the history', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const before = await here.desk.cases.get(reference)
    expect((await officer.get(`/cases/${reference}`)).html).toContain(`href="/cases/${reference}/change"`)
    await officer.get(`/cases/${reference}/change`)
    expect(text((await officer.post(`/cases/${reference}/change`, {})).html)).toContain('Select what has changed')
    const opened = await officer.post(`/cases/${reference}/change`, { changed: ['household'] })
    const at = opened.path
    expect(text(opened.html)).toContain('Elder Parent')
    const same = await officer.post(at, {})
    expect([same.path, text(same.html).includes('No answer is different')]).toEqual([`${at}/check`, true])
    await officer.get(at)
    const person =
      /name="remove" value="(people_\d+)">Remove<span[^>]*> Elder Parent</.exec(officer.last().html)?.[1] ?? ''
    await officer.post(at, { remove: person })
    expect(officer.last().html).not.toContain('Elder Parent')
    const preview = text((await officer.post(at, {})).html)
    for (const words of ['Elder', 'No answer', 'What it would do', 'Number of bedrooms', 'With the change: 2 bedrooms'])
      expect(preview).toContain(words)
    expect((await here.desk.cases.get(reference))?.version).toBe(before?.version)
    const unsaid = await officer.post(`${at}/check`, { askedBy: 'other', askedWay: 'phone' })
    expect(text(unsaid.html)).toContain('Enter their name')
    const done = await officer.post(`${at}/check`, { askedBy: 'other', askedName: 'Ann Parent', askedWay: 'phone' })
    expect(text(done.html)).toContain('You typed a change for the applicant, as they were asked to')
    const after = await here.desk.cases.whole(reference)
    expect(after?.events.at(-1)).toMatchObject({
      ...{ by: 'Housing officer 1', byId: 'housing-officer-1', action: 'change-told' },
    })
    expect(after?.events.at(-1)?.details?.[0]).toEqual({ question: 'Who asked', lines: ['Ann Parent, by phone'] })
    expect(after?.subject.assessment?.proposes?.typed.bedrooms).toEqual(['2'])
    expect([before?.assessment?.proposes?.typed.bedrooms, after?.subject.news?.of]).toEqual([['3'], ['change']])
    const again = await officer.post(`${at}/check`, { askedBy: 'them', askedWay: 'phone' })
    expect([again.path, (await here.desk.cases.get(reference))?.version]).toEqual([
      `/cases/${reference}`,
      after?.subject.version,
    ])
    const log = await here.audit(`CASE#${reference}`)
    expect(log.filter(({ action }) => action === 'change-told').map(({ by }) => by)).toEqual(['housing-officer-1'])
  })

  it('a further child is added, with what is left to answer told, and a change that somebody else began is not there', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    await officer.get(`/cases/${reference}/change`)
    const at = (await officer.post(`/cases/${reference}/change`, { changed: ['household'] })).path
    const added = await officer.post(at, { add: 'people' })
    expect(added.path).toMatch(/\/parts\/people_\d+$/)
    const half = await officer.post(added.path, { firstName: 'New', lastName: 'Baby' })
    expect(text(half.html)).toContain('There is a problem')
    expect(half.html).toContain('value="Baby"')
    await officer.get(at)
    expect(text((await officer.post(at, {})).html)).toContain('Answer what is left about New Baby')
    const other = await here.signedIn('housing-officer-2')
    await other.get('/cases/find')
    for (const path of [at, `${at}/check`, added.path]) expect((await other.get(path)).status).toBe(404)
    const adviser = await here.signedIn('customer-adviser-1')
    expect((await adviser.get(`/cases/${reference}/change`)).status).toBe(404)
    here.world.clock.pass(25 * 3_600_000)
    expect((await (await here.signedIn('housing-officer-1')).get(at)).status).toBe(404)
  })

  it('what tells who somebody is is masked; one is shown whole when it is asked for, once, and that is on record', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const at = `/cases/${reference}/answers`
    const pages = [...(await officer.get(at)).html.matchAll(/href="(\/cases\/[^"]+\/answers\?[^"]+)"/g)]
    const [number, phone, email] = [/[A-Z]{2} \d\d \d\d \d\d [A-D]/, /07700 ?900 ?\d{3}/, /[\w.]+@example\.\w+/]
    const born = /date of birth[^<]*<\/dt>\s*<dd[^>]*>\d+ \w+ \d{4}/i
    const found: string[] = []
    let seen = ''
    for (const [, link = ''] of pages) {
      const href = link.replaceAll('&amp;', '&')
      const { html } = await officer.get(href)
      seen += html
      for (const whole of [number, phone, email, born]) expect(html).not.toMatch(whole)
      if (html.includes('about-you/national-insurance-number|') || /name="field" value="[^"]*ational[^"]*"/.test(html))
        found.push(href)
    }
    for (const words of ['Number ending 211', 'Address beginning with ', 'Aged ']) expect(seen).toContain(words)
    const { html } = await officer.get(found[0] ?? '')
    const field = /name="field" value="([^"]*ational[^"]*)"/.exec(html)?.[1] ?? ''
    const asked = { part: 'answers', field, of: fieldIn(html, 'of'), item: fieldIn(html, 'item') }
    const shown = await officer.post(`/cases/${reference}/show`, asked)
    expect([shown.html.match(new RegExp(number, 'g'))?.length, shown.html.match(phone)]).toEqual([1, null])
    expect((await officer.get(found[0] ?? '')).html).not.toMatch(number)
    const strip = await officer.get(`/cases/${reference}`)
    const ofPhone = /name="field" value="([^"]*mobile)"/.exec(strip.html)?.[1] ?? ''
    const called = await officer.post(`/cases/${reference}/show`, { part: 'summary', field: ofPhone })
    expect([text(called.html).includes('What happened last'), called.html.match(phone)?.length]).toEqual([true, 1])
    const log = await here.audit(`CASE#${reference}`)
    expect(log.filter(({ did }) => did === 'show-field').map(({ by }) => by)).toEqual([
      'housing-officer-1',
      'housing-officer-1',
    ])
    await officer.get(at)
    expect((await officer.post(`/cases/${reference}/show`, { field: 'about-you/name|firstName' })).status).toBe(404)
  })

  it('an adviser of another team sees that there is a proposal, and none of its reasons', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const adviser = await here.signedIn('customer-adviser-1')
    const page = text(await caseSeen(adviser, reference))
    expect(page).toContain('Hidden: you do not work on this case.')
    expect(page).not.toContain('lacks 2 bedrooms')
  })

  it('“Propose a band” starts from it; accepted as it stands it goes for approval with its reasons', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const checking = await officer.get(`/cases/${reference}/actions/start-checking`)
    await officer.post(`/cases/${reference}/actions/start-checking`, { version: fieldIn(checking.html, 'version') })
    const { html } = await officer.get(`/cases/${reference}/actions/assess`)
    expect(proposed(html)).toMatchObject({ band: 'B', bedrooms: '3', 'effectiveDate-day': '23' })
    const done = await officer.post(`/cases/${reference}/actions/assess`, proposed(html))
    expect(text(done.html)).toContain('You proposed a band')
    const whole = await here.desk.cases.whole(reference)
    expect(whole?.subject.state).toBe('assessed')
    expect(whole?.events.at(-1)?.details?.map((one) => one.lines.join())).toEqual([
      'Band B – High Housing Need',
      '3',
      '23 November 2026',
      'The household lacks 2 bedrooms or more.',
      'The rest is promised for this week.',
    ])
  })

  it('a band on no evidence is proposed only by saying so, and whoever decides reads that, who proposed it and what is missing', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const checking = await officer.get(`/cases/${reference}/actions/start-checking`)
    await officer.post(`/cases/${reference}/actions/start-checking`, { version: fieldIn(checking.html, 'version') })
    const { html } = await officer.get(`/cases/${reference}/actions/assess`)
    const reason = 'Threatened with violence at home.'
    const silent = { ...proposed(html), band: 'A', reason, passedOver: '' }
    const refused = await officer.post(`/cases/${reference}/actions/assess`, silent)
    expect(text(refused.html)).toContain('Enter why you go on though not everything is checked and evidenced')
    expect((await here.desk.cases.get(reference))?.state).toBe('checking')
    const said = { ...proposed(refused.html), band: 'A', reason, passedOver: 'The police bring it on Friday.' }
    await officer.post(`/cases/${reference}/actions/assess`, said)
    const manager = await here.signedIn('housing-manager')
    const page = text((await manager.get(`/cases/${reference}/actions/approve`)).html)
    for (const words of [
      'Housing officer 1 proposed a band on 23 November 2026',
      'Band A – Exceptional Housing Need',
      'Threatened with violence at home.',
      'The police bring it on Friday.',
      'Nobody recorded a check.',
      'Not evidenced',
      'proof of identity',
    ])
      expect(page).toContain(words)
  })

  it('what the rules leave to a person is ticked with a reason, taken back with one, and asked for until it is', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const press = async (action: string, typed: Readonly<Record<string, string>> = {}) => {
      const { html } = await officer.get(`/cases/${reference}/actions/${action}`)
      return officer.post(`/cases/${reference}/actions/${action}`, { ...typed, version: fieldIn(html, 'version') })
    }
    await press('start-checking')
    const before = await here.desk.cases.get(reference)
    const leaves = before?.assessment?.leaves ?? []
    expect(leaves.length).toBeGreaterThan(0)
    const silent = await press('check-off', { points: 'point-1' })
    expect(text(silent.html)).toContain('Enter what you found, and how')
    const forged = await press('check-off', { points: 'point-99', reason: 'Looked.' })
    expect(text(forged.html)).toContain('Select what you checked')
    await press('check-off', { points: 'point-1', reason: 'Looked in the council tax list on Monday.' })
    expect((await here.desk.cases.get(reference))?.ticks).toMatchObject([
      { words: leaves[0], by: 'Housing officer 1', reason: 'Looked in the council tax list on Monday.' },
    ])
    const page = text((await officer.get(`/cases/${reference}/actions/assess`)).html)
    expect(page).toContain('Looked in the council tax list on Monday.')
    await press('check-again', { points: 'point-1', reason: 'It was another person of the same name.' })
    expect((await here.desk.cases.get(reference))?.ticks).toEqual([])
  })

  it('another band needs a reason of its own', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const checking = await officer.get(`/cases/${reference}/actions/start-checking`)
    await officer.post(`/cases/${reference}/actions/start-checking`, { version: fieldIn(checking.html, 'version') })
    const { html } = await officer.get(`/cases/${reference}/actions/assess`)
    const refused = await officer.post(`/cases/${reference}/actions/assess`, { ...proposed(html), band: 'A' })
    expect(titleIn(refused.html)).toBe('Propose a band')
    expect(text(refused.html)).toContain('Enter why you changed what was proposed')
    const reason = 'The team leader awarded exceptional need.'
    await officer.post(`/cases/${reference}/actions/assess`, { ...proposed(refused.html), band: 'A', reason })
    expect((await here.desk.cases.get(reference))?.state).toBe('assessed')
  })
})

describe('trying the rules', () => {
  it('lists the rules of each service that has some', async () => {
    const officer = await here.signedIn('housing-officer-1')
    const { html } = await officer.get('/rules')
    expect(titleIn(html)).toBe('Try the rules')
    expect(html).toContain('href="/rules/housing/bedrooms"')
  })

  it('starts from a case, and gives another result for another day', async () => {
    const reference = await sent('housing-two-bedrooms-short')
    const officer = await here.signedIn('housing-officer-1')
    const { html } = await officer.get(`/rules/housing/bedrooms?case=${reference.toLowerCase()}`)
    expect(text(html)).toContain('Bedrooms needed 3 bedrooms')
    expect(html).toContain('value="Elder"')
    const child = (item: number, sex: string, year: string) => ({
      [`people-${item}-sex`]: sex,
      [`people-${item}-dateOfBirth-day`]: '20',
      [`people-${item}-dateOfBirth-month`]: '1',
      [`people-${item}-dateOfBirth-year`]: year,
    })
    const on = (day: string) => ({ 'on-day': day, 'on-month': '1', 'on-year': '2027' })
    const typed = { ...child(1, 'male', '2017'), ...child(2, 'female', '2018') }
    expect(text((await officer.post('/rules/housing/bedrooms', { ...typed, ...on('19') })).html)).toContain(
      'The household needs 1 bedroom.',
    )
    expect(text((await officer.post('/rules/housing/bedrooms', { ...typed, ...on('20') })).html)).toContain(
      'The household needs 2 bedrooms.',
    )
  })

  it('tells what is wrong with what was typed, and keeps it', async () => {
    const officer = await here.signedIn('housing-officer-1')
    await officer.get('/rules/housing/eligibility')
    const { html } = await officer.post('/rules/housing/eligibility', {
      'on-day': '31',
      'on-month': '2',
      'on-year': '2027',
      citizenship: 'irish',
    })
    expect(text(html)).toContain('Day to try must be a real date')
    expect(html).toMatch(/value="irish" checked/)
  })

  it('a case of another team, or one that is not there, cannot be its start', async () => {
    const reference = await sent('housing-single-renter')
    const planner = await here.signedIn('planning-officer-1')
    for (const asked of [reference, 'HBBBBBBB']) {
      const { html } = await planner.get(`/rules/housing/bedrooms?case=${asked}`)
      expect(text(html)).toContain('There is no such case, or you may not see it')
      expect(text(html)).not.toContain('Renter')
    }
  })

  it('a look at a restricted case is put on record', async () => {
    const reference = await sent('housing-fleeing-abuse')
    const manager = await here.signedIn('housing-manager')
    await manager.get(`/rules/housing/eligibility?case=${reference}`)
    const looks = await here.audit(`CASE#${reference}`)
    expect(looks.some((line) => line.did === 'try-rules' && line.allowed === true)).toBe(true)
    const officer = await here.signedIn('housing-officer-1')
    expect(text((await officer.get(`/rules/housing/eligibility?case=${reference}`)).html)).toContain(
      'There is no such case',
    )
  })

  it('a rule that is not there is not found', async () => {
    const officer = await here.signedIn('housing-officer-1')
    expect((await officer.get('/rules/housing/nothing')).status).toBe(404)
    expect((await officer.get('/rules/nothing/bedrooms')).status).toBe(404)
  })
})
