// What somebody can do with what they sent: see where it stands and what is next, send documents, tell of a change, write, keep a copy, delete.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { openMine } from '#tests/support/people/birth-date.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { answerAs, walkTo } from '#tests/support/people/persona-visits.ts'
import { loadPersonas, personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let real: StaffWorld
let person: Visitor
let reference = ''
beforeAll(async () => {
  real = await startStaffWorld()
  person = visitor(real.world.citizen, citizenOrigin)
  reference = await sentBy(person, 'housing-young-parent')
})
afterAll(async () => {
  await real.close()
})

const plainText = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const mine = (page = ''): string => `/my-applications/${reference}${page}`
const wholeNow = async () => (await real.desk.cases.whole(reference)) ?? Promise.reject(new Error('Gone'))
const actions = async () => (await wholeNow()).events.map(({ action }) => action)

const sentBy = async (who: Visitor, id: string): Promise<string> => {
  const persona = personaOf(id)
  await answerAs(who, persona)
  await who.get('/housing/declaration')
  const confirmation = await who.post('/housing/declaration', { agree: 'yes' })
  real.world.clock.pass(1000)
  return referenceOn(confirmation.html)
}

// What she said on a page when she applied.
const said = (key: string): Readonly<Record<string, readonly string[]>> => {
  const steps = loadPersonas().find(({ id }) => id === 'housing-young-parent')?.steps ?? []
  return steps.flatMap((step) => (step.is === 'page' && step.key === key ? [step.typed] : []))[0] ?? {}
}

const act = async (who: Visitor, action: string, fields: Readonly<Record<string, string | readonly string[]>> = {}) => {
  const page = await who.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  return who.post(`/cases/${reference}/actions/${action}`, { version, ...fields })
}

// A resident back by a code to the number that the persona gave.
const returned = async (phone: string): Promise<Visitor> => {
  real.world.clock.pass(20 * 60_000)
  const back = visitor(real.world.citizen, citizenOrigin)
  await back.get('/return')
  await back.post('/return', { reference: '', phone })
  await real.world.sendTexts()
  const said = real.world.texts().findLast(({ body }) => /^\d{6}/.test(body))?.body ?? ''
  await back.post('/return/code', { code: said.slice(0, 6) })
  return back
}

describe('what somebody has sent', () => {
  it('is told apart in their list: the household, where it stands in their words, what is next and by when', async () => {
    const list = plainText((await person.get('/my-applications')).html)
    for (const words of ['Your housing application', 'and 1 other person', 'We have it', 'Next: An officer will check'])
      expect(list).toContain(words)
    expect(list).toMatch(/We aim to do this by \d+ (December|January) 202[67]\./)
    for (const staffWords of ['Waiting for applicant', 'Not qualifying']) expect(list).not.toContain(staffWords)
  })

  it('says nothing of the household to whoever has only the phone, before the date of birth is given', async () => {
    const { phone = '' } = (await wholeNow()).subject.applicant
    const back = await returned(phone)
    expect(plainText((await back.get('/my-applications')).html)).not.toContain('other person')
    expect((await back.get(mine('/answers'))).path).toBe(mine('/date-of-birth'))
    expect((await back.get(mine('/my-data/file'))).path).toBe(mine('/date-of-birth'))
    await openMine(back, real.world.counter, reference)
    expect(plainText((await back.get('/my-applications')).html)).toContain('other person')
    person = back
  })

  it('is nobody else’s: not its answers, its data, its messages or its documents', async () => {
    const stranger = visitor(real.world.citizen, citizenOrigin)
    await stranger.get('/housing')
    await stranger.post('/housing/start', {})
    for (const page of [
      '',
      '/answers',
      '/answers/file',
      '/my-data',
      '/my-data/file',
      '/messages',
      '/change',
      '/contact',
    ])
      expect([page, (await stranger.get(mine(page))).status]).toEqual([page, 404])
    for (const page of ['/messages', '/documents', '/change', '/contact', '/do/withdraw']) {
      await stranger.get('/finish')
      expect([page, (await stranger.post(mine(page), { message: 'x' })).status]).toEqual([page, 404])
    }
  })
})

describe('what somebody has not sent yet', () => {
  // Each stands at their name.
  const begins = async (): Promise<Visitor> => {
    const persona = personaOf('housing-single-renter')
    const who = visitor(real.world.citizen, citizenOrigin)
    await walkTo(who, persona, 'about-you/name')
    return who
  }

  it('is carried on with, or another is started beside it: “Start now” asks which', async () => {
    const who = await begins()
    await who.get('/housing')
    const asked = await who.post('/housing/start', {})
    expect([asked.path, titleIn(asked.html)]).toEqual(['/housing/started', 'You have already started an application'])
    const first = referenceOn(asked.html)
    expect((await who.get(/href="([^"]+)" role="button"/.exec(asked.html)?.[1] ?? '/')).path).toBe('/housing/tasks')
    await who.get('/housing/started')
    expect((await who.post('/housing/start', { do: 'another' })).path).toBe('/housing/tasks')
    const list = await who.get('/my-applications')
    const begun = new Set(list.html.match(/(?<=\/my-applications\/continue\/)\w+/g))
    expect([begun.size > 1, begun.has(first.replaceAll('-', ''))]).toEqual([true, true])
  })

  it('says in the list who or what it is about', async () => {
    const who = await begins()
    await who.post('/housing/about-you/name', { firstName: 'Sample', lastName: 'Renter' })
    expect(plainText((await who.get('/my-applications')).html)).toContain('Sample Renter')
  })

  it('keeps what was typed, right or wrong, when more time is asked for, and comes back to the page', async () => {
    const who = await begins()
    const page = who.last()
    expect(page.html).toMatch(/<button type="submit" form="answers" name="do" value="time"[^>]*>Get more time</)
    const back = await who.post('/housing/about-you/name', { firstName: 'Sample', lastName: '', do: 'time' })
    expect([back.path, back.html.includes('You have 30 more minutes')]).toEqual([
      '/housing/about-you/name?time=1',
      true,
    ])
    expect(back.html).toContain('value="Sample"')
    expect(back.html).not.toContain('There is a problem')
    const tasks = await who.get('/housing/tasks')
    await who.get(/href="(\/session\/more-time[^"]+)"/.exec(tasks.html)?.[1] ?? '/')
    const action = /action="(\/session\/stay[^"]+)"/.exec(who.last().html)?.[1] ?? '/'
    expect((await who.post(action, {})).path).toBe('/housing/tasks')
    await who.get('/session/more-time?from=//evil.example')
    expect(who.last().html).not.toContain('evil')
  })
})

describe('a document', () => {
  it('is sent at any time from the line that asks for it, and reaches the officer', async () => {
    const page = await person.get(mine())
    const line = /<h3[^>]*>([^<]*proof of identity)<\/h3>[\s\S]*?name="wanted" value="(\d+)"/.exec(page.html)
    const [, name = '', wanted = ''] = line ?? []
    const file = await person.post(mine('/documents'), { wanted })
    expect(titleIn(file.html)).toBe('Upload the document')
    expect(file.path).toMatch(/^\/housing\/documents\/\d+\/file$/)
    const draft = await real.world.counter.drafts.get(await draftIn(person))
    if (draft === undefined) throw new Error('No draft')
    const item = file.path.split('/')[3] ?? ''
    const sent = { id: 'proof-0001', question: 'documentFiles', item, name: 'passport.pdf', label: '', at: 1 }
    const stored = { ...sent, type: 'application/pdf', bytes: 20, key: 'kept/proof-0001' }
    await real.world.counter.uploads.arrive(draft, { ...stored, verdict: 'checking' })
    await real.world.counter.uploads.settle(draft, { ...stored, verdict: 'clean' })
    await person.get(file.path)
    await person.post(file.path, {})
    expect(person.last().path).toBe('/housing/documents')
    await person.post('/housing/documents', { another: 'no' })
    expect(person.last().path).toBe('/housing/check-your-answers')
    const check = await person.get('/housing/what-changes')
    expect(titleIn(check.html)).toBe('Check what you are sending')
    const done = await person.post('/housing/declaration', {})
    expect(titleIn(done.html)).toBe('Documents sent')
    const { subject, files } = await wholeNow()
    const item1 = subject.evidence?.find(({ evidence }) => `${evidence.person}: proof of identity` === name)
    expect(item1?.state.is).toBe('received')
    expect(files.map((one) => one.name)).toContain('passport.pdf')
    expect([subject.state, subject.news?.of]).toEqual(['submitted', ['documents']])
    const officer = await real.signedIn('housing-officer-1')
    expect(plainText((await officer.get('/cases?show=team')).html)).toContain('Documents: look by')
    expect(plainText((await person.get(mine())).html)).toContain('Sent, not checked yet')
  })
})

// The draft that is at hand: the newest that this browser has not sent.
const draftIn = async (who: Visitor): Promise<string> => {
  const list = await who.get('/my-applications')
  const saved = /continue\/([A-Z0-9]+)\/delete/.exec(list.html)?.[1] ?? ''
  const { applicant } = (await wholeNow()).subject
  const { drafts } = await real.world.counter.find.byOwner(real.world.counter.keys.hash('phone', applicant.phone ?? ''))
  return drafts.find((one) => one.reference === saved)?.id ?? ''
}

describe('a message', () => {
  it('goes both ways: the case stands in the list until it is answered, and the answer is told by text', async () => {
    await person.get(mine('/messages'))
    const empty = await person.post(mine('/messages'), { message: ' ' })
    expect(plainText(empty.html)).toContain('Enter your message')
    await person.post(mine('/messages'), { message: 'When do I hear?\nMy baby is due in May.' })
    expect(plainText(person.last().html)).toContain('When do I hear?')
    const officer = await real.signedIn('housing-officer-1')
    expect(plainText((await officer.get('/cases?show=team')).html)).toContain('Message: look by')
    expect(plainText((await officer.get(`/cases/${reference}/messages`)).html)).toContain('My baby is due in May.')
    await officer.post(`/cases/${reference}/messages`, { message: 'By the end of <b>May</b>.' })
    await real.world.sendTexts()
    expect(real.world.texts().at(-1)?.body).toBe(
      `Dorset Council: there is a message for you about ${reference}. Read it and answer: ${citizenOrigin}/return/${reference}`,
    )
    expect((await wholeNow()).subject.news).toBeUndefined()
    const page = await person.get(mine())
    expect(page.html).toContain('By the end of &lt;b&gt;May&lt;/b&gt;.')
  })

  it('is sent once when it is pressed twice, and no more than ten times a day', async () => {
    const count = async () => (await actions()).filter((action) => action === 'message').length
    await person.get(mine('/messages'))
    const before = await count()
    const form = person.last()
    await person.post(mine('/messages'), { message: 'Once.', _csrf: tokenOf(form.html) })
    await person.post(mine('/messages'), { message: 'Once.', _csrf: tokenOf(form.html) })
    expect(await count()).toBe(before + 1)
    for (let sent = 0; sent < 9; sent += 1) {
      await person.get(mine('/messages'))
      await person.post(mine('/messages'), { message: `Again ${sent}` })
    }
    expect(plainText(person.last().html)).toContain('You have sent 10 messages since this time yesterday')
  })
})

const tokenOf = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

describe('a change of circumstances', () => {
  it('is shown before it is sent: what was said, what is said now, and what it would do to band, rooms and date', async () => {
    await person.get(mine('/change'))
    expect(plainText((await person.post(mine('/change'), {})).html)).toContain('Select what has changed')
    const began = await person.post(mine('/change'), { changed: ['money'] })
    expect(began.path).toBe('/housing/check-your-answers')
    expect(plainText((await person.get('/housing/what-changes')).html)).toContain('You have not changed anything')
    await person.get('/housing/money/savings?change=1')
    await person.post('/housing/money/savings?change=1', { ...said('money/savings'), savings: '1234' })
    const preview = await person.get('/housing/what-changes')
    for (const words of [
      'Check what you are telling us',
      '£1,234',
      'What it may do',
      'Likely, as before',
      'Effective date',
    ])
      expect(plainText(preview.html)).toContain(words)
    const refused = await person.post('/housing/declaration', {})
    expect(plainText(refused.html)).toContain('Select that you agree before you send')
    expect((await actions()).includes('change-told')).toBe(false)
    await person.post('/housing/declaration', { agree: 'yes' })
    expect(titleIn(person.last().html)).toBe('Your change is sent')
    const { subject, events } = await wholeNow()
    expect([events.at(-1)?.action, subject.news?.of.includes('change')]).toEqual(['change-told', true])
    expect(events.at(-1)?.details).toMatchObject([{ lines: ['£1,234'] }])
    const officer = await real.signedIn('housing-officer-1')
    expect((await officer.get(`/cases/${reference}/history`)).html).toMatch(/<ins>.*£1,234<\/ins>/)
    await act(officer, 'start-checking')
    expect((await wholeNow()).subject.news).toBeUndefined()
  })

  it('does not undo what was sent while it was begun', async () => {
    await person.get(mine('/change'))
    await person.post(mine('/change'), { changed: ['area'] })
    await person.get('/housing/preferences/pets?change=1')
    const began = await draftIn(person)
    const other = await returned((await wholeNow()).subject.applicant.phone ?? '')
    await openMine(other, real.world.counter, reference)
    await other.get(mine('/change'))
    await other.post(mine('/change'), { changed: ['money'] })
    await other.get('/housing/money/savings?change=1')
    await other.post('/housing/money/savings?change=1', { ...said('money/savings'), savings: '77' })
    await other.get('/housing/what-changes')
    await other.post('/housing/declaration', { agree: 'yes' })
    expect(titleIn(other.last().html)).toBe('Your change is sent')
    await person.get('/housing/preferences/pets?change=1')
    await person.post('/housing/preferences/pets?change=1', { pets: 'yes', petDetails: 'One cat' })
    const preview = plainText((await person.get('/housing/what-changes')).html)
    expect(preview).not.toContain('£77')
    await person.post('/housing/declaration', { agree: 'yes' })
    const { subject } = await wholeNow()
    expect(JSON.stringify(subject.record)).toContain('£77')
    expect([titleIn(person.last().html), subject.draftId]).toEqual(['Your change is sent', began])
  })

  it('is accepted in part: what is not goes back to what it was, the rules read the rest, and the person sees which and why', async () => {
    const { subject: before } = await wholeNow()
    const officer = await real.signedIn('housing-officer-1')
    expect((await officer.get(`/cases/${reference}`)).html).toContain(`/cases/${reference}/told`)
    const page = await officer.get(`/cases/${reference}/told`)
    const legends = [...page.html.matchAll(/<legend[^>]*>(.*?)<\/legend>/gs)].map(([, words = '']) => plainText(words))
    const pets = legends.findIndex((words) => words.includes('pet'))
    expect([legends.length, plainText(page.html).includes('Now: £77')]).toEqual([2, true])
    const fields = Object.fromEntries(legends.map((_, at) => [`part-${at}`, at === pets ? 'leave' : 'accept']))
    const version = String(before.version)
    const settle = (more: Readonly<Record<string, string>>) =>
      officer.post(`/cases/${reference}/told`, { version, ...fields, ...more })
    expect(plainText((await settle({})).html)).toContain('Enter why it is not accepted')
    expect(plainText((await settle({ version: '1', [`why-${pets}`]: 'Late.' })).html)).toContain('changed')
    await settle({ [`why-${pets}`]: 'The landlord says there is no cat.' })
    expect(plainText(officer.last().html)).toContain('accepted some of what the applicant told')
    const { subject, events } = await wholeNow()
    expect([subject.told, subject.news, events.at(-1)?.version]).toEqual([undefined, undefined, before.version + 1])
    expect(JSON.stringify(subject.record)).toContain('£77')
    expect(JSON.stringify(subject.record)).not.toContain('One cat')
    expect(subject.assessment?.on).toBe(londonDay(real.world.clock.now()))
    const own = plainText((await person.get(mine())).html)
    expect(own).toMatch(/What you told us has changed.*Accepted.*Not accepted The landlord says there is no cat\./)
    expect((await officer.get(`/cases/${reference}/told`)).status).toBe(404)
    const answers = plainText((await person.get(mine('/answers'))).html)
    expect([answers.includes('£77'), answers.includes('One cat')]).toEqual([true, false])
  })
})

describe('a change that nobody has accepted yet', () => {
  const tells = async (livingSituation: string, more: Readonly<Record<string, Readonly<Record<string, string>>>>) => {
    await person.get(mine('/change'))
    await person.post(mine('/change'), { changed: ['home'] })
    await person.get('/housing/address-history')
    await person.post('/housing/address-history', { another: 'no' })
    const pages = { 'living-situation': { livingSituation }, ...more }
    for (const [page, fields] of Object.entries(pages)) {
      await person.get(`/housing/current-home/${page}?change=1`)
      await person.post(`/housing/current-home/${page}?change=1`, fields)
    }
    await person.get('/housing/what-changes')
    await person.post('/housing/declaration', { agree: 'yes' })
    expect(titleIn(person.last().html)).toBe('Your change is sent')
  }

  it('is read by the rules beside what was said before, and nothing is proposed or decided on it', async () => {
    await tells('hospital', { 'hospital-discharge': { waitingToLeave: 'no' } })
    const officer = await real.signedIn('housing-officer-1')
    const strip = await officer.get(`/cases/${reference}`)
    expect(strip.html).toMatch(
      new RegExp(
        `class="govuk-button"[^>]*href="/cases/${reference}/told"|href="/cases/${reference}/told"[^>]*class="govuk-button"`,
      ),
    )
    const told = plainText((await officer.get(`/cases/${reference}/told`)).html)
    for (const words of ['Now: Hospital or care home', 'What it would do', 'Which rules say something else'])
      expect(told).toContain(words)
    const page = plainText((await officer.get(`/cases/${reference}/actions/assess`)).html)
    expect(page).toContain('Told us, and not accepted yet')
    const before = await wholeNow()
    const proposal = {
      ...{ band: 'C', bedrooms: '2', reason: 'Short.', passedOver: 'Promised.' },
      ...{ 'effectiveDate-day': '20', 'effectiveDate-month': '11', 'effectiveDate-year': '2026' },
    }
    for (const action of ['assess', 'propose-refusal']) {
      const refused = await act(officer, action, proposal)
      expect(plainText(refused.html)).toContain('Accept what the applicant told us, or not, before you do this')
    }
    expect((await wholeNow()).subject).toEqual(before.subject)
  })

  it('is accepted with what belongs to it, or neither is', async () => {
    const officer = await real.signedIn('housing-officer-1')
    const page = await officer.get(`/cases/${reference}/told`)
    const legends = [...page.html.matchAll(/<legend[^>]*>(.*?)<\/legend>/gs)].map(([, words = '']) => plainText(words))
    const ready = legends.findIndex((words) => words.includes('ready to leave'))
    const before = await wholeNow()
    const answers = (left: (at: number) => boolean) =>
      Object.fromEntries(
        legends.flatMap((_, at) => [
          [`part-${at}`, left(at) ? 'leave' : 'accept'],
          ...(left(at) ? [[`why-${at}`, 'They are at home.']] : []),
        ]),
      )
    const version = String(before.subject.version)
    const half = await officer.post(`/cases/${reference}/told`, { version, ...answers((at) => at === ready) })
    expect(plainText(half.html)).toContain(
      'Something that you accept belongs to something that you do not. Accept both, or neither',
    )
    expect(half.html).toContain('They are at home.')
    expect((await wholeNow()).subject).toEqual(before.subject)
    await officer.post(`/cases/${reference}/told`, { version, ...answers(() => true) })
    expect(plainText(officer.last().html)).toContain('did not accept what the applicant told')
    const { subject } = await wholeNow()
    expect([subject.told, JSON.stringify(subject.record).includes('Hospital or care home')]).toEqual([undefined, false])
    const proposing = plainText((await officer.get(`/cases/${reference}/actions/assess`)).html)
    expect(proposing).not.toContain('Told us, and not accepted yet')
  })
})

describe('how somebody is reached', () => {
  it('changes at once, without a new look at the band', async () => {
    const before = await wholeNow()
    await person.get(mine('/contact'))
    await person.post(mine('/contact'), {})
    expect(person.last().path).toBe('/housing/check-your-answers')
    await person.get('/housing/before/mobile?change=1')
    await person.post('/housing/before/mobile?change=1', { ...said('before/mobile'), mobile: '07700 900 911' })
    expect(titleIn((await person.get('/housing/what-changes')).html)).toBe('Check how we will contact you')
    await person.post('/housing/declaration', {})
    expect(titleIn(person.last().html)).toBe('Your contact details are changed')
    const { subject } = await wholeNow()
    expect([subject.applicant.phone, subject.state]).toEqual(['+447700900911', before.subject.state])
    expect(subject.assessment).toEqual(before.subject.assessment)
  })
})

describe('what was said by another channel', () => {
  const onDay = (ahead: number) => {
    const [year = '', month = '', day = ''] = addDays(londonDay(real.world.clock.now()), ahead).split('-')
    return { 'on-year': year, 'on-month': month, 'on-day': day }
  }
  const write = async (officer: Visitor, fields: Readonly<Record<string, string>>) => {
    await officer.get(`/cases/${reference}/call`)
    return officer.post(`/cases/${reference}/call`, { ...onDay(0), ...fields })
  }

  it('stands in one list with the rest: a call that an officer wrote down, and each text with where it stands', async () => {
    const officer = await real.signedIn('housing-officer-1')
    const empty = await write(officer, onDay(1))
    for (const words of [
      'Select who called',
      'Select with whom it was',
      'must be today or in the past',
      'Enter what was said',
    ])
      expect(plainText(empty.html)).toContain(words)
    await write(officer, { rang: 'council', with: 'applicant', said: 'You can bring the payslips <b>on Friday</b>.' })
    await write(officer, { rang: 'them', with: 'else', said: 'The landlord wants her out.' })
    const desk = (await officer.get(`/cases/${reference}/messages`)).html
    expect(plainText(desk)).toMatch(/Call Housing officer 1 was called by somebody else/)
    for (const words of [
      '&lt;b&gt;on Friday',
      'The landlord wants her out.',
      'By the end of &lt;b&gt;May',
      'there is a message for you',
    ])
      expect([words, (desk + (await officer.get(`/cases/${reference}/messages?page=2`)).html).includes(words)]).toEqual(
        [words, true],
      )
    const theirs = (await person.get(mine())).html
    expect(theirs).toContain('&lt;b&gt;on Friday')
    expect(plainText(theirs)).toContain('We called you')
    const older = (await person.get(`${mine()}?messages=2`)).html
    expect(plainText(older)).toContain('Text to you')
    expect(theirs + older).not.toContain('The landlord wants her out.')
  })
})

describe('a copy', () => {
  it('of all answers is had as a page and as a file, and of all that we hold', async () => {
    const page = plainText((await person.get(mine('/answers'))).html)
    expect(page).toContain('£77')
    expect(page).not.toMatch(/\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b/)
    const file = await person.get(mine('/answers/file'))
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${reference}-answers.txt"`)
    expect(file.html).toContain('£77')
    expect(plainText((await person.get(mine('/my-data'))).html)).toContain('What the rules worked out')
    const data = await person.get(mine('/my-data/file'))
    expect(JSON.parse(data.html)).toMatchObject({ reference, messages: expect.any(Array), texts: expect.any(Array) })
    expect(data.html).not.toContain('sealedUnder')
  })
})

describe('a decision', () => {
  it('is told with its reasons and the last day to ask for a review, which is asked for on its page', async () => {
    const applicant = visitor(real.world.citizen, citizenOrigin)
    const first = reference
    reference = await sentBy(applicant, 'housing-care-leaver')
    const officer = await real.signedIn('housing-officer-1')
    const manager = await real.signedIn('housing-manager')
    await act(officer, 'start-checking')
    await act(officer, 'propose-refusal', { reason: 'You have no connection to the area.' })
    await act(manager, 'refuse', { reason: 'You have no connection to the area.' })
    const page = plainText((await applicant.get(mine())).html)
    for (const words of ['You cannot join the register', 'Our decision', 'no connection to the area'])
      expect(page).toContain(words)
    expect(page).toMatch(/You can ask for a review until the end of \w+ \d+ \w+ 202\d/)
    await applicant.get(mine('/do/ask-review'))
    expect(plainText((await applicant.post(mine('/do/ask-review'), {})).html)).toContain(
      'Enter why you think it is wrong',
    )
    await applicant.post(mine('/do/ask-review'), { why: 'My aunt lives here.' })
    expect(plainText(applicant.last().html)).toContain('Review asked for')
    await applicant.get(mine('/do/withdraw'))
    await applicant.post(mine('/do/withdraw'), {})
    expect(plainText(applicant.last().html)).toContain('Withdrawn by you')
    expect(plainText(applicant.last().html)).not.toContain('Write to us about this')
    expect((await wholeNow()).subject.state).toBe('withdrawn')
    await act(manager, 'reopen', { reason: 'You told us that you still want a home.' })
    expect(plainText((await applicant.get(mine())).html)).toContain('You told us that you still want a home.')
    reference = first
  })
})

describe('a list', () => {
  it('has nothing chosen beforehand, and whoever thinks better of "Yes" has added nobody: "No" leads on', async () => {
    const another = visitor(real.world.citizen, citizenOrigin)
    await another.get('/housing')
    await another.post('/housing/start', {})
    await another.get('/housing/documents')
    await another.post('/housing/documents', { another: 'yes' })
    expect(another.last().path).toBe('/housing/documents/1/kind')
    const list = await another.get('/housing/documents')
    expect([titleIn(list.html), /checked/.test(list.html)]).toEqual(['You have added 1 document', false])
    await another.post('/housing/documents', { another: 'no' })
    expect(another.last().path).toBe('/housing/tasks')
    expect(titleIn((await another.get('/housing/documents')).html)).toBe('Documents')
  })
})

describe('what was begun and not sent', () => {
  it('is deleted by its owner, with every way back to it, and nothing of what was sent goes', async () => {
    await person.get(mine('/change'))
    await person.post(mine('/change'), { changed: ['safety'] })
    const id = await draftIn(person)
    const list = await person.get('/my-applications')
    expect(plainText(list.html)).toContain('a change')
    const [, address = ''] = /href="([^"]+\/delete)"/.exec(list.html) ?? []
    await person.get(address)
    expect(titleIn(person.last().html)).toBe('Delete your answers?')
    await person.post(address, {})
    expect(person.last().path).toBe('/my-applications')
    expect(await real.world.counter.drafts.get(id)).toBeUndefined()
    expect(plainText(person.last().html)).toContain('You have nothing saved')
    expect((await person.get(mine())).status).toBe(200)
  })
})

describe('an agent with ten applications', () => {
  it('starts each with the details of the one before, names it, and tells them apart wherever they prove their number', async () => {
    const agent = await drafted(real.world, 'planning-agent-three-homes')
    await agent.get('/planning/you/texts')
    await agent.post('/planning/you/texts', { textsWanted: 'yes', textNumber: '07700 900 955' })
    await agent.get('/planning/you/contact')
    const contact = { contactEmail: 'tomasz.brandt@example.com', contactPhone: '+33 1 23 45 67 89' }
    await agent.post('/planning/you/contact', contact)
    const names = Array.from({ length: 9 }, (_, at) => `Plot ${at + 1}`)
    for (const called of names) {
      const list = await agent.get('/my-applications')
      const again = /href="([^"]+\/again)"/.exec(list.html)?.[1] ?? ''
      await agent.get(again)
      await agent.post(again, { called })
      expect(agent.last().path).toMatch(/^\/planning\//)
    }
    expect(agent.last().path).toBe('/planning/tasks')
    const back = await returned('07700 900 955')
    const list = plainText((await back.get('/my-applications')).html)
    expect(names.filter((called) => !list.includes(`${called}: For Larkhill Homes Limited`))).toEqual([])
    expect([...list.matchAll(/Apply for planning permission ?, reference/g)].length).toBe(10)
    // Nobody begins one with details that are not theirs.
    const stranger = visitor(real.world.citizen, citizenOrigin)
    await stranger.get('/bookings')
    await stranger.post('/bookings/start', {})
    expect((await stranger.get(mine('/again'))).status).toBe(404)
  })
})

describe('a number that is corrected after sending', () => {
  const textsTo = (to: string) => real.world.texts().filter((text) => text.to === to)

  it('is followed by codes and by what we asked for; the one before opens nothing, and this one only with a code', async () => {
    const old = (await wholeNow()).subject.applicant.phone ?? ''
    const officer = await real.signedIn('housing-officer-1')
    await act(officer, 'start-checking')
    await real.world.sendTexts()
    await act(officer, 'ask-for-more', { pages: ['about-you/name'], message: 'Is this your name?' })
    expect((await wholeNow()).subject.asked).toBeDefined()
    await person.get(mine('/contact'))
    await person.post(mine('/contact'), {})
    await person.get('/housing/before/mobile')
    const contact = { mobile: '07700 900 912', textReminders: 'yes', email: 'sample.parent@example.com' }
    await person.post('/housing/before/mobile', contact)
    await person.get('/housing/what-changes')
    await person.post('/housing/declaration', {})
    expect((await wholeNow()).subject.applicant.phone).toBe('+447700900912')
    const [before, unproved] = [textsTo(old).length, visitor(real.world.citizen, citizenOrigin)]
    const stranger = await returned(`0${old.slice(3)}`)
    expect([stranger.last().path, textsTo(old).length]).toEqual(['/return/code', before])
    // What waited to go when it was corrected has followed it.
    expect(textsTo('+447700900912').map(({ body }) => body)).toEqual([
      expect.stringContaining('we need more information'),
    ])
    await unproved.get(mine())
    expect(unproved.last().path).not.toBe(mine())
    const owner = await returned('07700 900 912')
    expect([owner.last().path, owner.last().html.includes(reference)]).toEqual(['/my-applications', true])
    await openMine(owner, real.world.counter, reference)
    expect(plainText((await owner.get(mine())).html)).toContain('Give us more information')
    expect((await stranger.get('/my-applications')).html).not.toContain(reference)
  })
})
