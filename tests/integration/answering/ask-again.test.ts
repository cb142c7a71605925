// Staff ask an applicant for some answers again, and get them: link, code, only those pages, old and new side by side (docs/rules/casework.md, "Asking for more").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMine } from '#tests/support/people/birth-date.ts'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { fileOf, type Sender, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { formOf, titleIn, tokenIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let desk: StaffWorld
let real: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  real = await startStaffWorld()
})
afterAll(async () => {
  await desk.close()
  await real.close()
})

const plainText = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const sent = (sender: Sender): Promise<string> => sentCase(desk.world.counter, sender)
const wholeIn = async (world: StaffWorld, reference: string) =>
  (await world.desk.cases.whole(reference)) ?? Promise.reject(new Error('Gone'))
const caseOf = (reference: string) => wholeIn(desk, reference)

type Fields = Readonly<Record<string, string | readonly string[]>>

const act = async (person: Visitor, reference: string, action: string, fields: Fields = {}) => {
  const page = await person.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  return person.post(`/cases/${reference}/actions/${action}`, { version, ...fields })
}

// A resident back by a code.
const returned = async ({ world }: StaffWorld, phone: string): Promise<Visitor> => {
  world.clock.pass(3_600_000)
  const person = visitor(world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await world.sendTexts()
  const said = world.texts().findLast(({ body }) => /^\d{6}/.test(body))?.body ?? ''
  const code = said.slice(0, 6)
  await person.post('/return/code', { code })
  return person
}

const continued = async (person: Visitor, reference: string): Promise<Visitor> => {
  const status = await person.get(`/my-applications/${reference}`)
  await person.get(/href="(\/my-applications\/continue\/[A-Z0-9]+)"/.exec(status.html)?.[1] ?? '/')
  return person
}

const asked = async (reference: string, pages: readonly string[], message = 'Please look again.') => {
  const officer = await desk.signedIn('housing-officer-1')
  await act(officer, reference, 'ask-for-more', { pages, message })
  return officer
}

describe('a housing application', () => {
  it('comes back from its applicant with what was asked for and nothing else, and the officer sees old and new', async () => {
    const persona = personaOf('housing-single-renter')
    const first = visitor(real.world.citizen, citizenOrigin)
    await answerAs(first, persona)
    const reference = await agreeAndSend(first, 'housing')
    real.world.clock.pass(1000)
    const officer = await real.signedIn('housing-officer-1')
    await act(officer, reference, 'start-checking')
    const before = (await wholeIn(real, reference)).subject
    const message = 'Your letters have another name. Is it Renter or Rentor?'
    const done = await act(officer, reference, 'ask-for-more', {
      pages: ['about-you/name', 'address-history'],
      message,
    })
    expect(plainText(done.html)).toContain('You asked for more information')
    expect(plainText(done.html)).toContain('Paused since 25 November 2026, while we wait for the applicant')
    await real.world.sendTexts()
    const text = real.world.texts().at(-1)
    expect([text?.to, text?.body]).toEqual([
      '+447700900201',
      `Dorset Council: we need more information for your application ${reference}. Answer here: ${citizenOrigin}/return/${reference}`,
    ])

    real.world.clock.pass(7 * 86_400_000)
    const person = await returned(real, '07700 900201')
    expect(plainText(person.last().html)).toContain('Apply for social housing: more information')
    const status = await openMine(person, real.world.counter, reference)
    for (const words of ['We need something from you', message, 'Answer by 9 December 2026'])
      expect(plainText(status.html)).toContain(words)
    await continued(person, reference)
    expect([person.last().path, titleIn(person.last().html)]).toEqual(['/housing/about-you/name', 'About you'])
    expect(person.last().html).toContain('value="Renter"')
    expect((await person.get('/housing/money/savings')).path).toBe('/housing/about-you/name')
    expect((await person.get('/housing/tasks')).path).toBe('/housing/about-you/name')
    expect((await person.get('/housing/check-your-answers')).path).toBe('/housing/about-you/name')
    const born = { 'dateOfBirth-day': '14', 'dateOfBirth-month': '4', 'dateOfBirth-year': '1996' }
    const said = { firstName: 'Sample', otherNames: 'no', sex: 'female', ...born }
    await person.post('/housing/about-you/name', { ...said, lastName: 'Rentor' })
    expect(person.last().path).toBe('/housing/address-history')
    await person.post('/housing/address-history', { another: 'no' })
    expect(person.last().path).toBe('/housing/check-your-answers')
    expect(plainText(person.last().html)).toContain('Rentor')
    expect(plainText(person.last().html)).not.toContain('savings')
    expect(titleIn((await person.get('/housing/declaration')).html)).toBe('Now send your answers')
    const answered = await person.post('/housing/declaration', { agree: 'yes' })
    expect(titleIn(answered.html)).toBe('Answers sent')
    expect(plainText(answered.html)).toContain('An officer is checking your application and documents.')

    const { subject, events } = await wholeIn(real, reference)
    expect([subject.state, subject.title, subject.asked, subject.waitingSince]).toEqual([
      'checking',
      'Sample Rentor',
      undefined,
      undefined,
    ])
    // Asked on Wednesday 25 November, answered on Wednesday 2 December: five working days later than it was.
    expect([before.dueOn, subject.dueOn]).toEqual(['2026-12-23', '2027-01-04'])
    const changes = events.at(-1)?.details ?? []
    expect(changes.map(({ question, before: was, lines }) => [question, was, lines])).toEqual([
      [expect.any(String), ['Renter'], ['Rentor']],
    ])
    const names = (record: typeof subject.record) => record.sections.map(({ id }) => id)
    expect(names(subject.record)).toEqual(names(before.record))
    const seen = await (await real.signedIn('housing-officer-1')).get(`/cases/${reference}/history`)
    expect(seen.html).toMatch(/<del>.*Renter<\/del><br><ins>.*Rentor<\/ins>/)
    expect(plainText((await person.get(`/my-applications/${reference}`)).html)).toContain(
      'You sent the information that was asked for',
    )
    expect(plainText((await person.get('/my-applications')).html)).not.toContain('more information')
  })
})

describe('asking again', () => {
  it('offers only what this applicant was asked, and takes nothing else', async () => {
    const reference = await sent({ mobile: '07700 900 401' })
    const officer = await desk.signedIn('housing-officer-1')
    const page = await officer.get(`/cases/${reference}/actions/ask-for-more`)
    const offered = [...page.html.matchAll(/name="pages" type="checkbox" value="([^"]+)"/g)].map(([, value]) => value)
    expect(offered).toEqual(['about-you/name', 'money/savings', 'money/proof'])
    const forced = await officer.post(`/cases/${reference}/actions/ask-for-more`, {
      version: '1',
      pages: ['people'],
      message: 'x',
    })
    expect(plainText(forced.html)).toContain('Select only answers that this person was asked for')
    expect((await caseOf(reference)).subject.state).toBe('submitted')
  })

  it('leads nowhere any more when staff go on without waiting', async () => {
    const reference = await sent({ mobile: '07700 900 402' })
    const officer = await asked(reference, ['money/savings'])
    const person = await continued(await returned(desk, '07700 900 402'), reference)
    expect(person.last().path).toBe('/housing/money/savings')
    await act(officer, reference, 'answered-otherwise', { reason: 'They rang.' })
    const late = await person.post('/housing/money/savings', { savings: '900' })
    expect(late.path).toBe(`/my-applications/${reference}`)
    expect(plainText(late.html)).not.toContain('We need something from you')
    expect(plainText((await person.get('/my-applications')).html)).not.toContain('more information')
    const { subject, events } = await caseOf(reference)
    expect([subject.state, subject.asked]).toEqual(['checking', undefined])
    expect(events.map(({ action }) => action)).toEqual(['submit', 'ask-for-more', 'answered-otherwise'])
  })

  it('is for a month: after that the applicant is told whom to call', async () => {
    const start = desk.world.clock.now()
    const reference = await sent({ mobile: '07700 900 407' })
    await asked(reference, ['money/savings'])
    desk.world.clock.pass(29 * 86_400_000)
    const person = await returned(desk, '07700 900 407')
    expect(plainText((await person.get('/my-applications')).html)).not.toContain('more information')
    const status = plainText((await person.get(`/my-applications/${reference}`)).html)
    expect(status).toContain('You can no longer do it online. Call us on')
    expect(status).not.toContain('Give us more information')
    desk.world.clock.set(start)
  })

  it('twice begins from what was answered the first time', async () => {
    const reference = await sent({ mobile: '07700 900 403', savings: '100' })
    for (const [before, savings] of [
      ['100', '200'],
      ['200', '300'],
    ] as const) {
      await asked(reference, ['money/savings'])
      const person = await continued(await returned(desk, '07700 900 403'), reference)
      expect(person.last().html).toContain(`value="${before}"`)
      await person.post('/housing/money/savings', { savings })
      await person.get('/housing/declaration')
      await person.post('/housing/declaration', { agree: 'yes' })
      expect(titleIn(person.last().html)).toBe('Answers sent')
    }
    const { subject, events } = await caseOf(reference)
    expect(JSON.stringify(subject.record)).toContain('"300"')
    expect(events.flatMap(({ details }) => details?.filter(({ before }) => before !== undefined) ?? [])).toMatchObject([
      { before: ['100'], lines: ['200'] },
      { before: ['200'], lines: ['300'] },
    ])
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
  })

  it('takes answers that are sent twice at once, while a colleague takes the case, once', async () => {
    const reference = await sent({ mobile: '07700 900 404' })
    const officer = await asked(reference, ['money/savings'])
    const person = await continued(await returned(desk, '07700 900 404'), reference)
    await person.post('/housing/money/savings', { savings: '5' })
    const page = await person.get('/housing/declaration')
    const form = formOf({ _csrf: tokenIn(page.html), agree: 'yes' }, citizenOrigin)
    const send = () => person.ask({ method: 'POST', path: '/housing/declaration', ...form })
    await officer.get(`/cases/${reference}/assign`)
    const [one, two] = await Promise.all([
      send(),
      send(),
      officer.post(`/cases/${reference}/assign`, { version: '2', assignee: 'housing-officer-1' }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect((await send()).headers.location).toBe('/housing/confirmation')
    const { subject, events } = await caseOf(reference)
    expect(events.filter(({ action }) => action === 'answers-in')).toHaveLength(1)
    expect(subject.version).toBe(events.length)
    expect(subject.state).toBe('checking')
  })

  it('keeps what was typed, wrong or not, until it is put right', async () => {
    const reference = await sent({ mobile: '07700 900 405' })
    await asked(reference, ['money/savings', 'about-you/name'])
    const person = await continued(await returned(desk, '07700 900 405'), reference)
    expect(person.last().path).toBe('/housing/about-you/name')
    await person.post('/housing/about-you/name', { fullName: '' })
    expect(plainText(person.last().html)).toContain('Enter full name')
    await person.post('/housing/about-you/name', { fullName: '<b>Ada</b>' })
    const wrong = await person.post('/housing/money/savings', { savings: 'x'.repeat(150) })
    expect(wrong.html).toContain('x'.repeat(150))
    const later = await continued(await returned(desk, '07700 900 405'), reference)
    expect([later.last().path, later.last().html.includes('x'.repeat(150))]).toEqual(['/housing/money/savings', true])
    await later.post('/housing/money/savings', { savings: 'Some' })
    await later.get('/housing/declaration')
    await later.post('/housing/declaration', { agree: 'yes' })
    const officer = await desk.signedIn('housing-officer-1')
    const page = await officer.get(`/cases/${reference}`)
    expect(page.html).toContain('&lt;b&gt;Ada&lt;/b&gt;')
    expect(page.html).not.toContain('<b>Ada')
  })

  it('begins with the files that were sent, and does not send them a second time', async () => {
    const file = fileOf('payslip-kept-1', 'payslips')
    const reference = await sent({ mobile: '07700 900 406', files: [file] })
    await asked(reference, ['money/proof'])
    const opened = (await caseOf(reference)).subject.asked?.draftId ?? ''
    expect((await desk.desk.uploads.ofDraft(opened)).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['payslip-kept-1', 'clean'],
    ])
    const person = await continued(await returned(desk, '07700 900 406'), reference)
    expect(person.last().html).toContain('payslip-kept-1.pdf')
    await person.post('/housing/money/proof', {})
    expect(person.last().path).toBe('/housing/check-your-answers')
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    const after = await caseOf(reference)
    expect(after.files.map(({ id, verdict }) => [id, verdict])).toEqual([['payslip-kept-1', 'clean']])
    expect(after.events.at(-1)?.details).toEqual([{ question: 'Answers', lines: ['Confirmed without a change'] }])
  })
})
