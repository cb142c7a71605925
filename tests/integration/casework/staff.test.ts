// Staff at their desk: worklists, cases, actions, two at once, notes, files (docs/guarantees.md, "Staff edits", G10, G16).

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, indexAgain } from '#adapters/dynamo/people/index-again.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { fileOf, type Sender, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { rawKeys } from '#tests/support/raw-tables.ts'
import { actsIn, caseSeen, everyPageOf } from '#tests/support/worlds/case-pages.ts'
import { bucket, type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { formOf, titleIn, tokenIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, staffOrigin } from '#tests/support/worlds/world.ts'

let desk: StaffWorld
let officer: Visitor
let second: Visitor
let manager: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('housing-officer-1')
  second = await desk.signedIn('housing-officer-2')
  manager = await desk.signedIn('housing-manager')
})
afterAll(() => desk.close())

const dayMs = 86_400_000
const sent = (sender: Sender = {}): Promise<string> => sentCase(desk.world.counter, sender)
const caseOf = async (reference: string) =>
  (await desk.desk.cases.whole(reference)) ?? Promise.reject(new Error('Gone'))

const act = actsIn(() => desk)

const band = {
  band: 'B',
  bedrooms: '1',
  'effectiveDate-day': '20',
  'effectiveDate-month': '11',
  'effectiveDate-year': '2026',
  reason: 'One bedroom short.',
  passedOver: 'The papers are promised for this week.',
}

const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')

// On all pages of a list.
const every = async (person: Visitor, path: string): Promise<readonly string[]> =>
  (await everyPageOf(person, path)).flatMap(listed)
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/href="\/cases\/([A-Z0-9]{8})"/g)].map(([, reference = '']) => reference)

describe('a case', () => {
  it('shows staff what was asked and answered, who sent it, and what they can do', async () => {
    const reference = await sent({ name: 'Ada "<b>" Okoro', savings: '=HYPERLINK("x") <script>alert(1)</script>' })
    const page = { html: await caseSeen(officer, reference) }
    expect(titleIn(page.html)).toBe('Ada &quot;&lt;b&gt;&quot; Okoro')
    for (const words of ['Mobile number', 'Number ending 301', 'Start checking', 'Ask for more information'])
      expect(plainText(page.html)).toContain(words)
    expect(page.html).not.toContain('<script>alert')
    expect(plainText(page.html)).toContain('The applicant sent the application')
  })

  it('is not found where there is none, nor an action that its workflow does not have', async () => {
    expect((await officer.get('/cases/HZZZZZZZ')).status).toBe(404)
    expect((await officer.get('/cases/__proto__')).status).toBe(404)
    expect((await officer.get('/cases/H2345678/actions/constructor')).status).toBe(404)
  })

  it('hides sensitive answers from an adviser and shows them to the team', async () => {
    const reference = await sent()
    const adviser = await desk.signedIn('customer-adviser-1')
    const seen = plainText(await caseSeen(adviser, reference))
    expect(seen).toContain('Are you safe? Hidden: you do not work on this case')
    expect(seen).not.toContain('What you can do')
    expect(plainText(await caseSeen(officer, reference))).toContain('Are you safe? No')
  })
})

describe('an action', () => {
  it('moves the case, writes history and audit, texts the applicant, and the applicant sees the new state', async () => {
    const reference = await sent({ mobile: '07700 900 311' })
    await act(officer, reference, 'start-checking')
    expect(plainText(officer.last().html)).toContain('You started checking the application')
    await act(officer, reference, 'assess', band)
    const page = await manager.get(`/cases/${reference}/actions/approve`)
    expect(plainText(page.html)).toContain('The applicant will get this text: Dorset Council: there is a decision')
    expect(plainText(page.html)).toContain('It is charged as 1 text, about 4p.')
    await act(manager, reference, 'approve')
    const { subject, events } = await caseOf(reference)
    expect([subject.state, subject.version, subject.dueOn]).toEqual(['active', 4, undefined])
    expect(events.map(({ by, action, from, to, version }) => [by, action, from, to, version])).toEqual([
      ['The applicant', 'submit', undefined, 'submitted', 1],
      ['Housing officer 1', 'start-checking', 'submitted', 'checking', 2],
      ['Housing officer 1', 'assess', 'checking', 'assessed', 3],
      ['Housing team manager', 'approve', 'assessed', 'active', 4],
    ])
    const record = await desk.audit(`CASE#${reference}`)
    // Each look at the case, and at the page of an action, is on record too.
    expect(record.filter(({ did, allowed }) => did === 'act' && allowed === true).length).toBe(4)
    expect(record.filter(({ action }) => action !== undefined).map(({ action, by }) => [action, by])).toEqual([
      ['submit', 'The applicant'],
      ['start-checking', 'housing-officer-1'],
      ['assess', 'housing-officer-1'],
      ['approve', 'housing-manager'],
    ])
    await desk.world.sendTexts()
    const texts = desk.world.texts().filter(({ to }) => to === '+447700900311')
    expect(texts.map(({ body }) => body.slice(16, 40))).toEqual([
      'we have your housing app',
      'there is a decision on y',
    ])
    const resident = await returned('07700 900 311')
    expect(plainText((await resident.get(`/my-applications/${reference}`)).html)).toContain(
      'You are on the housing register.',
    )
    expect(plainText(await caseSeen(officer, reference))).toContain('there is a decision on your application')
  })

  it('tells on its page what is missing, and keeps what was typed', async () => {
    const reference = await sent()
    await act(officer, reference, 'start-checking')
    const page = await act(officer, reference, 'assess', { ...band, band: '', reason: 'Kept <words>' })
    expect([page.status, plainText(page.html).includes('Select a band')]).toEqual([200, true])
    expect(page.html).toContain('Kept &lt;words&gt;')
    expect(page.html).toContain('<title>Error: ')
    expect((await caseOf(reference)).subject.state).toBe('checking')
  })

  it('is decided by somebody other than whoever proposed it', async () => {
    const reference = await sent()
    await act(manager, reference, 'start-checking')
    await act(manager, reference, 'assess', band)
    const page = { html: await caseSeen(manager, reference) }
    expect(plainText(page.html)).toContain(
      'Somebody else must do this, because you made the proposal: Approve and add to the register',
    )
    expect(page.html).not.toContain(`/cases/${reference}/actions/approve"`)
    const forced = await manager.post(`/cases/${reference}/actions/approve`, { version: '3' })
    expect(forced.status).toBe(409)
    expect((await caseOf(reference)).subject.state).toBe('assessed')
  })

  it('of two people at once is done once; the other is told who did what, and keeps what was typed', async () => {
    const reference = await sent()
    await act(officer, reference, 'start-checking')
    await officer.get(`/cases/${reference}/actions/assess`)
    await second.get(`/cases/${reference}/actions/propose-refusal`)
    const forms = [
      ask(officer, `/cases/${reference}/actions/assess`, { version: '2', ...band }),
      ask(second, `/cases/${reference}/actions/propose-refusal`, { version: '2', reason: 'Too much <money>' }),
    ]
    const answers = await Promise.all(forms)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)?.html ?? ''
    expect(titleIn(lost)).toBe('Someone else changed this case')
    const { subject, events } = await caseOf(reference)
    expect([subject.version, events.length]).toEqual([3, 3])
    const winner =
      subject.state === 'assessed' ? 'Housing officer 1 proposed a band' : 'Housing officer 2 proposed that'
    expect(plainText(lost)).toContain(winner)
    expect(lost).toContain(subject.state === 'assessed' ? 'Too much &lt;money&gt;' : 'One bedroom short.')
  })

  it('from a page that was opened before somebody else changed the case is not taken, though the state still allows it', async () => {
    const reference = await sent()
    await act(officer, reference, 'start-checking')
    await officer.get(`/cases/${reference}/actions/assess`)
    await second.get(`/cases/${reference}/assign`)
    await second.post(`/cases/${reference}/assign`, { version: '2', assignee: 'housing-officer-2' })
    const late = await officer.post(`/cases/${reference}/actions/assess`, { version: '2', ...band })
    expect([late.status, plainText(late.html).includes('Housing officer 2 took the case')]).toEqual([409, true])
    expect(late.html).toContain('One bedroom short.')
    await officer.get(`/cases/${reference}/assign`)
    const stale = await officer.post(`/cases/${reference}/assign`, { version: '2', assignee: 'housing-officer-1' })
    expect(stale.status).toBe(409)
    const { subject } = await caseOf(reference)
    expect([subject.state, subject.assignee?.id, subject.version]).toEqual(['checking', 'housing-officer-2', 3])
  })

  it('pressed twice is taken once, and both times told as done', async () => {
    const reference = await sent()
    await officer.get(`/cases/${reference}/actions/start-checking`)
    const press = () => ask(officer, `/cases/${reference}/actions/start-checking`, { version: '1' })
    const answers = await Promise.all([press(), press()])
    const again = await press()
    expect([...answers, again].every(({ status }) => status === 303 || status === 409)).toBe(true)
    expect(again.status).toBe(303)
    expect((await caseOf(reference)).events.map(({ action }) => action)).toEqual(['submit', 'start-checking'])
  })

  it('that the case is past is not offered, and cannot be forced', async () => {
    const reference = await sent()
    expect((await officer.get(`/cases/${reference}/actions/assess`)).path).toBe(`/cases/${reference}`)
    expect((await officer.post(`/cases/${reference}/actions/assess`, { version: '1', ...band })).status).toBe(409)
    expect((await officer.post(`/cases/${reference}/actions/answers-in`, { version: '1' })).status).toBe(403)
  })

  it('tells that no text will go where there is no number that is safe to text', async () => {
    const reference = await sent({ ways: ['post'] })
    const page = await officer.get(`/cases/${reference}/actions/withdraw-for-them`)
    expect(plainText(page.html)).toContain(
      'No message will be sent: they have no number, email or address that is safe',
    )
    await act(officer, reference, 'withdraw-for-them', { reason: 'Asked to.' })
    expect((await caseOf(reference)).texts).toEqual([])
  })

  it('against an applicant tells them why, and keeps to the council what is its own', async () => {
    const reference = await sent({ mobile: '07700 900 312' })
    await officer.get(`/cases/${reference}/assign`)
    await officer.post(`/cases/${reference}/assign`, { version: '1', assignee: 'housing-officer-2' })
    await act(second, reference, 'start-checking')
    await act(second, reference, 'propose-refusal', { reason: 'Owns a house <in> Poole.' })
    // Whoever decides starts from what was proposed.
    const proposed = await manager.get(`/cases/${reference}/actions/refuse`)
    expect(proposed.html).toContain('Owns a house &lt;in&gt; Poole.')
    await act(manager, reference, 'refuse', { reason: 'Owns a house <in> Poole.' })
    const resident = await returned('07700 900 312')
    const page = await resident.get(`/my-applications/${reference}`)
    expect(page.html).toContain('Owns a house &lt;in&gt; Poole.')
    expect(plainText(page.html)).toContain('The council decided that the applicant does not qualify')
    expect(page.html).not.toMatch(/Housing officer|gave the case/)
  })

  it('holds with one of five editors who act at once, and history has no gap', async () => {
    const reference = await sent()
    const people = await Promise.all(Array.from({ length: 5 }, () => desk.signedIn('housing-officer-1')))
    await Promise.all(people.map((person) => person.get(`/cases/${reference}/assign`)))
    const choose = (person: Visitor, index: number) =>
      ask(person, `/cases/${reference}/assign`, {
        version: '1',
        assignee: index % 2 === 0 ? 'housing-officer-1' : 'housing-officer-2',
      })
    const answers = await Promise.all(people.map(choose))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4)
    expect((await caseOf(reference)).events.map(({ version }) => version)).toEqual([1, 2])
  })
})

describe('who has a case', () => {
  it('is chosen from those who work in the team and have signed in, oneself first', async () => {
    const reference = await sent()
    await desk.signedIn('planning-officer-1')
    await desk.signedIn('customer-adviser-1')
    const page = await officer.get(`/cases/${reference}/assign`)
    const names = [...page.html.matchAll(/for="assignee[^"]*">\s*([^<]+?)\s*</g)].map(([, name]) => name)
    expect(names).toEqual(['Housing officer 1 (you)', 'Housing officer 2', 'Housing team manager', 'No one'])
    await officer.post(`/cases/${reference}/assign`, { version: '1', assignee: 'housing-officer-2' })
    expect((await caseOf(reference)).subject.assignee).toEqual({ id: 'housing-officer-2', name: 'Housing officer 2' })
    expect(listed((await second.get('/cases?show=mine')).html)).toContain(reference)
    await second.get(`/cases/${reference}/assign`)
    await second.post(`/cases/${reference}/assign`, { version: '2', assignee: 'no-one' })
    expect((await caseOf(reference)).subject.assignee).toBeUndefined()
    expect(listed((await second.get('/cases?show=mine')).html)).not.toContain(reference)
  })

  it('cannot be anybody else', async () => {
    const reference = await sent()
    await officer.get(`/cases/${reference}/assign`)
    for (const assignee of ['planning-officer-1', 'customer-adviser-1', 'nobody', '']) {
      const page = await officer.post(`/cases/${reference}/assign`, { version: '1', assignee })
      expect(plainText(page.html)).toContain('Select who should have this case')
    }
    expect((await caseOf(reference)).subject.version).toBe(1)
  })
})

describe('a note', () => {
  it('is kept with its writer and its entry in the audit log, once however often it is pressed', async () => {
    const reference = await sent()
    const page = await officer.get(`/cases/${reference}`)
    const fields = { _csrf: tokenIn(page.html), note: 'Phoned.\r\nThey will send <payslips>.' }
    await Promise.all([
      officer.post(`/cases/${reference}/notes`, fields),
      officer.post(`/cases/${reference}/notes`, fields),
    ])
    await officer.post(`/cases/${reference}/notes`, fields)
    const { notes } = await caseOf(reference)
    expect(notes.map(({ by, words }) => [by, words])).toEqual([
      ['Housing officer 1', 'Phoned.\nThey will send <payslips>.'],
    ])
    expect((await desk.audit(`CASE#${reference}`)).filter(({ action }) => action === 'note')).toHaveLength(1)
    expect(await caseSeen(officer, reference)).toContain('They will send &lt;payslips&gt;.')
  })

  it('that is empty or too long is told, and kept as it was typed', async () => {
    const reference = await sent()
    await officer.get(`/cases/${reference}`)
    expect(plainText((await officer.post(`/cases/${reference}/notes`, { note: ' ' })).html)).toContain('Enter a note')
    const long = await officer.post(`/cases/${reference}/notes`, { note: `${'x'.repeat(4000)}end` })
    expect(plainText(long.html)).toContain('Note must be 4000 characters or fewer')
    expect(long.html).toContain('xxend')
    expect((await caseOf(reference)).notes).toEqual([])
  })
})

describe('a file', () => {
  it('opens by an address in the bucket that works for a minute, and that is on record (H55)', async () => {
    const reference = await sent({ files: [fileOf('payslip-one-1', 'payslips')] })
    const page = await officer.get(`/cases/${reference}/documents`)
    expect(page.html).toContain(`href="/cases/${reference}/documents/payslip-one-1"`)
    const opened = await officer.ask({ method: 'GET', path: `/cases/${reference}/files/payslip-one-1` })
    expect(opened.status).toBe(303)
    expect(opened.headers.location).toMatch(new RegExp(`^${bucket}/kept/payslip-one-1\\?.*X-Amz-Expires=60&`))
    const record = await desk.audit(`CASE#${reference}`)
    expect(record.filter(({ did }) => did === 'open-file').map(({ by, allowed }) => [by, allowed])).toEqual([
      ['housing-officer-1', true],
    ])
  })

  it('is shown beside what was said of it, from the bucket and from nowhere else, and that is on record', async () => {
    const reference = await sent({ files: [fileOf('payslip-one-1', 'payslips')] })
    const page = await officer.get(`/cases/${reference}/documents/payslip-one-1`)
    const src = /<iframe[^>]* src="([^"]+)"/.exec(page.html)?.[1] ?? ''
    expect(src).toMatch(new RegExp(`^${bucket}/kept/payslip-one-1\\?.*X-Amz-Expires=60&`))
    expect(src).toContain('response-content-disposition=inline')
    const policy = String(page.headers['content-security-policy'])
    const origin = new URL(bucket).origin
    expect(policy).toContain(`frame-src ${origin};`)
    expect(policy).toContain(`img-src 'self' data: ${origin};`)
    expect(policy).toContain("object-src 'none'")
    const record = await desk.audit(`CASE#${reference}`)
    expect(record.filter(({ did }) => did === 'open-file').map(({ by, allowed }) => [by, allowed])).toEqual([
      ['housing-officer-1', true],
    ])
  })

  it('whose check does not end is flagged on the case and in the worklist after 30 minutes, until it ends (F19)', async () => {
    const { clock, counter } = desk.world
    const slow = { ...fileOf('payslip-slow-1', 'payslips'), verdict: 'checking' as const, at: clock.now() }
    const reference = await sent({ files: [slow] })
    const shown = async () => plainText(await caseSeen(officer, reference))
    const row = async () => {
      const { html } = await officer.get('/cases?show=new&sort=-due')
      return plainText(html.split('<tr').find((one) => one.includes(`/cases/${reference}"`)) ?? 'no row')
    }
    clock.pass(29 * 60_000)
    expect(await shown()).not.toContain('Documents not checked yet')
    expect(await row()).not.toMatch(/no row|Document not checked yet/)
    clock.pass(2 * 60_000)
    expect(await shown()).toContain('Documents not checked yet payslip-slow-1.pdf The check for viruses has taken over')
    expect(await shown()).toContain('Checking for over 30 minutes')
    const page = await officer.get(`/cases/${reference}/documents/payslip-slow-1`)
    expect(plainText(page.html)).toContain('Checking for over 30 minutes')
    expect(page.html).not.toContain('X-Amz-')
    expect(await row()).toContain('Document not checked yet')
    const { subject, files } = await caseOf(reference)
    const draft = await counter.drafts.get(subject.draftId)
    const [file] = files
    if (draft === undefined || file === undefined) throw new Error('There is no file')
    await counter.uploads.settle(draft, { ...file, verdict: 'clean' })
    expect(await row()).not.toMatch(/no row|Document not checked yet/)
  })

  it('that was refused, or is not of this case, is not found', async () => {
    const bad = { ...fileOf('payslip-bad-1', 'payslips'), verdict: 'refused' as const, reason: 'It has a virus' }
    const reference = await sent({ files: [bad] })
    for (const id of ['payslip-bad-1', 'payslip-one-1', 'x'])
      expect((await officer.ask({ method: 'GET', path: `/cases/${reference}/files/${id}` })).status).toBe(404)
    const page = await officer.get(`/cases/${reference}/documents/payslip-bad-1`)
    expect(plainText(page.html)).toContain('Refused It has a virus')
    expect(page.html).not.toContain('/files/')
    expect(page.html).not.toContain('X-Amz-')
  })
})

describe('somebody who knows the applicant', () => {
  it('closes the case to themselves, and leaves it with no one (H59)', async () => {
    const reference = await sent()
    await second.get(`/cases/${reference}/assign`)
    await second.post(`/cases/${reference}/assign`, { version: '1', assignee: 'housing-officer-2' })
    await second.get(`/cases/${reference}/interest`)
    expect((await second.post(`/cases/${reference}/interest`, {})).path).toBe('/cases')
    expect((await caseOf(reference)).subject).toMatchObject({ interests: ['housing-officer-2'], version: 3 })
    expect((await caseOf(reference)).subject.assignee).toBeUndefined()
    const shut = await second.get(`/cases/${reference}`)
    expect([shut.status, titleIn(shut.html)]).toEqual([403, 'You cannot see or do this'])
    expect(await every(second, '/cases?show=team')).not.toContain(reference)
    expect((await desk.audit(`CASE#${reference}`)).at(-1)).toMatchObject({ by: 'housing-officer-2', allowed: false })
  })
})

describe('finding', () => {
  it('goes to the case of a reference, however it is typed', async () => {
    const reference = await sent()
    await officer.get('/cases/find')
    const typed = `${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`
    expect((await officer.post('/cases/find', { for: typed })).path).toBe(`/cases/${reference}`)
  })

  it('lists what a phone number sent, of what this person may see, and leaves the number out of every log', async () => {
    const [open, restricted] = [
      await sent({ mobile: '07700 900 345' }),
      await sent({ mobile: '07700 900 345', unsafe: 'yes' }),
    ]
    await officer.get('/cases/find')
    const page = await officer.post('/cases/find', { for: '+44 7700 900345' })
    expect(listed(page.html)).toEqual([open])
    await manager.get('/cases/find')
    expect(listed((await manager.post('/cases/find', { for: '07700900345' })).html).toSorted()).toEqual(
      [open, restricted].toSorted(),
    )
    expect(JSON.stringify(desk.world.log)).not.toMatch(/900 ?345/)
    const found = await desk.audit('STAFF#housing-officer-1')
    expect(found.some(({ did }) => did === 'find-by-phone')).toBe(true)
  })

  it('takes whatever is typed, from any page: nothing found, or nothing typed, is a sentence', async () => {
    for (const [typed, words] of [
      ["'; DROP TABLE #pk = :x", 'No case that you may see was found'],
      [' ', 'Enter a name, reference, phone number, postcode, email or address'],
      ['HZZZ2345', 'No case has this reference'],
    ] as const) {
      await officer.get('/cases')
      const page = await officer.post('/cases/find', { for: typed })
      expect([page.status, plainText(page.html).includes(words)]).toEqual([200, true])
      expect(page.html).toContain('id="find-case"')
    }
  })

  it('says the same of a reference that this person may not see as of one that there is none of', async () => {
    const reference = await sent({ unsafe: 'yes' })
    await officer.get('/cases')
    const page = await officer.post('/cases/find', { for: reference })
    expect(plainText(page.html)).toContain('No case has this reference')
    expect((await manager.get('/cases'), await manager.post('/cases/find', { for: reference })).path).toBe(
      `/cases/${reference}`,
    )
  })

  it('comes to a name the moment that it was sent, in any order, and stands there when one comes back from the case', async () => {
    const reference = await sent({ name: 'Xiomara Qvist-Ödegaard', mobile: '07700 900 346' })
    await officer.get('/cases')
    const page = await officer.post('/cases/find', { for: 'odegard xiomara' })
    expect(listed(page.html)).toEqual([reference])
    expect(plainText(page.html)).toContain('The name sounds like it')
    await officer.get(`/cases/${reference}`)
    expect(listed((await officer.get('/cases/find?page=1')).html)).toEqual([reference])
    expect(page.path).toBe('/cases/find?page=1')
    expect(JSON.stringify(desk.world.log)).not.toMatch(/xiomara/i)
    expect(listed((await second.get('/cases/find?page=1')).html)).toEqual([])
  })

  it('is by pointers that can be made anew from the case, and taken away whole', async () => {
    const { counter, table, env } = desk.world
    const reference = await sent({ name: 'Perpetua Zwingli', mobile: '07700 900 347' })
    const tables = { endpoint: env.DYNAMODB_ENDPOINT, main: table.name, audit: table.audit }
    const pointers = async () =>
      (await rawKeys(tables, 'FIND#by-')).filter((key) => key.endsWith(`/CASE#${reference}`)).toSorted()
    const before = await pointers()
    expect(before.length).toBeGreaterThan(5)
    expect(before.join()).not.toMatch(/perpetua|zwingli|900347/i)
    await indexAgain(table, counter.keys, (await caseOf(reference)).subject, 'again')
    expect(await pointers()).toEqual(before)
    await forget(table, reference, 'forget')
    expect(await pointers()).toEqual([])
    await officer.get('/cases')
    expect(listed((await officer.post('/cases/find', { for: 'Zwingli' })).html)).toEqual([])
  })
})

describe('an appointment that staff cancel', () => {
  it('gives its time back and tells the customer', async () => {
    const person = visitor(desk.world.citizen, citizenOrigin)
    const reference = await booked(person)
    const { subject } = await caseOf(reference)
    const adviser = await desk.signedIn('customer-adviser-1')
    await act(adviser, reference, 'cancel-for-us', { reason: 'We are double-booked.', othersMayHaveIt: 'yes' })
    expect((await caseOf(reference)).subject).toMatchObject({ state: 'cancelled', appointment: { cancelled: true } })
    const { claimants = [], day = '', buckets = [] } = subject.appointment ?? {}
    const taken = await desk.desk.holds.taken(claimants, [day], desk.world.clock.now())
    expect(buckets.some((bucket) => taken.get(`${claimants[0]}#${day}`)?.has(bucket) === true)).toBe(false)
    await desk.world.sendTexts()
    expect(
      desk.world
        .texts()
        .map(({ body }) => body)
        .join(),
    ).toContain('sorry, we have had to cancel your appointment')
  })
})

describe('worklists', () => {
  const overdueIn = (person: Visitor) => every(person, '/cases?show=overdue')

  it('has what is new, what is due and what is overdue, but not what waits for the applicant', async () => {
    const start = desk.world.clock.now()
    const [waits, late] = [await sent(), await sent()]
    await act(officer, waits, 'ask-for-more', { pages: 'money/savings', message: 'How much?' })
    expect(await every(officer, '/cases?show=new')).toContain(late)
    expect(await every(officer, '/cases?show=new')).not.toContain(waits)
    expect(await overdueIn(officer)).not.toContain(late)
    // Twenty working days and Christmas later.
    desk.world.clock.set(start + 36 * dayMs)
    const then = await desk.signedIn('housing-officer-1')
    expect(await overdueIn(then)).toContain(late)
    expect(await overdueIn(then)).not.toContain(waits)
    desk.world.clock.set(start + 24 * dayMs)
    expect(await every(await desk.signedIn('housing-officer-1'), '/cases?show=due')).toContain(late)
    desk.world.clock.set(start)
  })

  it('has what closed, last first, to filter by how', async () => {
    const [one, other] = [await sent(), await sent()]
    await act(officer, one, 'withdraw-for-them', { reason: 'x' })
    await act(officer, other, 'withdraw-for-them', { reason: 'x' })
    const closed = listed((await officer.get('/cases?show=closed&state=housing.withdrawn')).html)
    expect(closed.slice(0, 2)).toEqual([other, one])
    const active = listed((await officer.get('/cases?show=closed&state=housing.cancelled')).html)
    expect(active).not.toContain(one)
    const all = async () => listed((await officer.get('/cases?show=closed')).html)
    expect((await all()).slice(0, 2)).toEqual([other, one])
    // Closed before all that closed stood in one place.
    const { table } = desk.world
    const Key = { pk: { S: `CASE#${one}` }, sk: { S: 'CASE' } }
    await table.client.updateItem({ TableName: table.name, Key, UpdateExpression: 'REMOVE mine' })
    expect(await all()).not.toContain(one)
    const subject = await desk.desk.cases.get(one)
    if (subject !== undefined) await desk.desk.cases.stand(subject)
    expect((await all()).slice(0, 2)).toEqual([other, one])
    expect(await every(officer, '/cases?show=team')).not.toContain(one)
  })

  it('is a page at a time, each case once, in order of receipt both ways', async () => {
    const made: string[] = []
    for (let count = 0; count < 30; count += 1) {
      desk.world.clock.pass(1000)
      made.push(await sent({ name: `Sample ${count}` }))
    }
    const all = async (sort: string): Promise<readonly string[]> => {
      const pages = (await everyPageOf(officer, `/cases?show=team&sort=${sort}`)).map(listed)
      for (const rows of pages) expect(rows.length).toBeLessThanOrEqual(12)
      return pages.flat()
    }
    const [first, last] = [await all('received'), await all('-received')]
    expect(first.filter((one) => made.includes(one))).toEqual(made)
    expect(last).toEqual(first.toReversed())
    expect(new Set(first).size).toBe(first.length)
    expect(new Set(await all('due'))).toEqual(new Set(first))
    expect(await all('-due')).toEqual((await all('due')).toReversed())
  })

  it('takes an address that nobody made for a plain one', async () => {
    for (const query of [
      'show=secrets&sort=x',
      'cursor=%27--',
      'state=housing.nothing',
      'cursor=~~~~&show=due',
      'show=due&cursor=2099-01-01%23H2345678',
    ])
      expect([query, (await officer.get(`/cases?${query}`)).status]).toEqual([query, 200])
  })

  it('shows other teams their own cases only', async () => {
    const reference = await sent()
    const planner = await desk.signedIn('planning-officer-1')
    expect(await every(planner, '/cases?show=team')).not.toContain(reference)
    const auditor = await desk.signedIn('auditor-1')
    expect(plainText((await auditor.get('/cases?show=team')).html)).toContain('Apply for social housing: Checking')
  })
})

// One request with the token of the last page, no redirect followed.
const ask = (person: Visitor, path: string, fields: Readonly<Record<string, string>>) =>
  person.ask({ method: 'POST', path, ...formOf({ _csrf: tokenIn(person.last().html), ...fields }, staffOrigin) })

// A resident back by a code.
const returned = async (phone: string): Promise<Visitor> => {
  const person = visitor(desk.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await desk.world.sendTexts()
  const said = desk.world.texts().findLast(({ body }) => /^\d{6}/.test(body))?.body ?? ''
  const code = said.slice(0, 6)
  await person.post('/return/code', { code })
  return person
}

const first = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? ''

const booked = async (person: Visitor): Promise<string> => {
  await person.get('/bookings')
  await person.post('/bookings/start', {})
  await person.post('/bookings/what/for', { whatFor: 'council-tax' })
  await person.post('/bookings/what/how', { how: 'phone' })
  await person.post('/bookings/needs/access', { needs: 'no' })
  await person.post('/bookings/needs/interpreter', { interpreter: 'no' })
  await person.post('/bookings/when/day', { day: first(person.last().html, 'day') })
  await person.post('/bookings/when/time', { time: first(person.last().html, 'time') })
  await person.post('/bookings/details/name', { firstName: 'Sample', lastName: 'Person' })
  await person.post('/bookings/details/phone', { mobileNumber: '07700 900 350' })
  await person.post('/bookings/details/texts', { safeToText: 'yes' })
  await person.post('/bookings/details/email', {})
  await person.post('/bookings/details/know', {})
  await person.get('/bookings/declaration')
  const done = await person.post('/bookings/declaration', { agree: 'yes' })
  return referenceOn(done.html)
}
