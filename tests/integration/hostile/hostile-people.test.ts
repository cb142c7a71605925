// Hostile inputs about who somebody is and what is theirs, at the handlers: guessed codes, others' references, staff where they may not be,
// sessions and cookies (docs/guarantees.md, "Hostile inputs", H10, H12, H15, H29, H40, H41, H57, H69, H83).

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { textPartsOf } from '#domain/texts/parts.ts'
import { services } from '#services/catalogue.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { draftOf, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { applicant } from '#tests/support/people/small-applicant.ts'
import { everyPageOf } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Answered, titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { cookieName, newSession } from '#web/citizen/session.ts'
import { sealed } from '#web/sealed.ts'

let around: FaultyWorld
let here: StaffWorld
beforeAll(async () => {
  around = await startFaultyWorld({ seed: 40 })
  here = await startStaffWorld(smallHousing, around)
})
beforeEach(() => here.world.clock.set(noon))
afterAll(() => here.close())

const minute = 60_000

const askedForCode = async (phone: string): Promise<Visitor> => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { phone })
  return person
}

const codeFor = async (phone: string): Promise<string> => {
  await around.sendTexts()
  const text = around.texts().findLast(({ to, body }) => to === phone && body.includes('is your code'))
  return /\d{6}/.exec(text?.body ?? '')?.[0] ?? ''
}

const linkTo = (phone: string): string => {
  const { body = '' } = around.texts().find(({ to }) => to === phone) ?? {}
  return /\/return\/\S+/.exec(body)?.[0] ?? ''
}

// The link in the text that they get who send an application with this number.
const linkIn = async (mobile: string): Promise<string> => {
  await sentCase(here.world.counter, { mobile })
  await around.sendTexts()
  return linkTo(mobile.replace(/^0/, '+44').replaceAll(' ', ''))
}

const askedBy = async (link: string, phone: string): Promise<number> => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get(link)
  return (await person.post('/return', { phone })).status
}

describe('codes', () => {
  it('guessed a thousand times, from new browsers and new addresses, open nothing, and their owner still comes in (H40)', async () => {
    const phone = '07700 900 851'
    await sentCase(here.world.counter, { mobile: phone })
    const owner = await askedForCode(phone)
    const code = await codeFor('+447700900851')
    const guessers = [await askedForCode(phone), await askedForCode(phone)]
    // A fourth browser within the hour gets no code to guess at.
    const fourth = await askedForCode(phone)
    expect(fourth.last().status).toBe(429)
    const before = here.world.log.length
    let guessed = 0
    for (const guesser of guessers) {
      const asked = new Map(guesser.cookies)
      for (let guess = 0; guess < 500; guess += 1) {
        for (const [name, value] of asked) guesser.cookies.set(name, value)
        if (guess === 0) await guesser.get('/return/code')
        const answer = await guesser.post('/return/code', { code: String(guess).padStart(6, '0') })
        expect([answer.path, answer.html.includes('The code is not right')]).toEqual(['/return/code', true])
        guessed += 1
      }
    }
    expect([guessed, here.world.log.length - before]).toEqual([1000, 1000 + 2])
    await owner.get('/return/code')
    expect((await owner.post('/return/code', { code })).path).toBe('/my-applications')
  })

  // Whoever knows a number may have three codes an hour sent to it, and starts forms in its name, so a reference of it proves nothing. What only
  // the texts to that phone have said does; and a browser that has come in by a code of it.
  it('asked for by strangers until no more go leave three an hour to whoever has a text of ours, or has come in before (H40)', async () => {
    const [phone, to] = ['07700 900 856', '+447700900856']
    const link = await linkIn(phone)
    const codes = () => around.texts().filter((text) => text.to === to && text.body.includes('is your code')).length
    const [plain = '', key = ''] = link.split('?')
    const mine = await linkIn('07700 900 857')
    const ways = ['/return', plain, `${plain}?`, `${plain}?${key.slice(1)}`, `${plain}?${'A'.repeat(3000)}`, mine]
    const asked: number[] = []
    for (const way of ['/return', '/return', '/return', ...ways]) asked.push(await askedBy(way, phone))
    expect(asked).toEqual([200, 200, 200, ...ways.map(() => 429)])
    await around.sendTexts()
    expect(codes()).toBe(3)

    const owner = visitor(here.world.citizen, citizenOrigin)
    await owner.get(link)
    await owner.post('/return', { phone })
    expect((await owner.post('/return/code', { code: await codeFor(to) })).path).toBe('/my-applications')
    // In the same browser, for another device of theirs perhaps: without the link.
    await owner.get('/return')
    expect((await owner.post('/return', { phone })).path).toBe('/return/code')
    expect([await askedBy(link, phone), await askedBy(link, phone)]).toEqual([200, 429])
    await around.sendTexts()
    expect(codes()).toBe(6)
  })

  it('asked for by one browser for 500 phones end after ten, and go to no phone that nobody gave us (H42)', async () => {
    const person = visitor(here.world.citizen, citizenOrigin)
    const before = around.texts().length
    await person.get('/return')
    for (let number = 0; number < 500; number += 1) {
      const typed = `07400 ${String(123_000 + number)}`
      const { path, status } = await person.post('/return', { phone: typed })
      expect([number, path, status]).toEqual(number < 10 ? [number, '/return/code', 200] : [number, '/return', 429])
      // Nobody is left to wait: a phrase, a call and an office are named.
      if (number === 10)
        expect(person.last().html).toMatch(/href="tel:\d+"[\s\S]*any council office[\s\S]*href="\/return\/phrase"/)
      await person.get('/return')
    }
    for (let sweeps = 0; sweeps < 6; sweeps += 1) await around.sendTexts()
    expect(
      around
        .texts()
        .slice(before)
        .filter(({ to }) => /^\+44740012/.test(to)),
    ).toEqual([])
  })
})

// What differs from one answer to the next by itself: the session's token.
const same = ({ html }: Answered, reference: string): string =>
  html
    .replaceAll(reference, 'REF')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/>test-\d+</g, '><')

describe('a reference', () => {
  it('of somebody else is answered like one that nobody has: the same words, and the same questions to storage (H41, H57)', async () => {
    const theirs = await sentCase(here.world.counter, { mobile: '07700 900 852' })
    await sentCase(here.world.counter, { mobile: '07700 900 853' })
    const me = await askedForCode('07700 900 853')
    await me.post('/return/code', { code: await codeFor('+447700900853') })
    expect(me.last().path).toBe('/my-applications')
    const addresses = [
      '/my-applications/REF',
      '/my-applications/continue/REF',
      '/appointments/REF',
      '/appointments/REF/calendar.ics',
      '/appointments/REF/move',
      '/return/REF',
    ]
    // What every page of theirs needs, as the timetable, is known for a while once somebody has asked.
    for (const address of addresses) await me.ask({ method: 'GET', path: address.replace('REF', 'HWWWWWW7') })
    for (const address of addresses) {
      const answers: (readonly [number, string, readonly string[]])[] = []
      for (const reference of [theirs, 'HZZZZZZ9', 'HQQQQQQ8']) {
        const before = around.dynamo.operations().length
        const answer = await me.ask({ method: 'GET', path: address.replace('REF', reference) })
        answers.push([answer.status, same(answer, reference), around.dynamo.operations().slice(before)])
      }
      expect([address, answers[1]]).toEqual([address, answers[0]])
      expect([address, answers[2]]).toEqual([address, answers[0]])
    }
  })

  it('or draft of another session opens nothing, wherever it is put (H57)', async () => {
    const { draft } = await applicant(here, { name: 'Zebedee Private' })
    const { person } = await applicant(here, { name: 'Somebody Else' })
    for (const path of [
      `/housing/${draft.id}`,
      `/housing/tasks?draft=${draft.id}`,
      `/my-applications/${draft.id}`,
      `/my-applications/continue/${draft.reference}`,
      `/housing/about-you/name?id=${draft.id}`,
    ]) {
      const answer = await person.get(path)
      expect([path, answer.html.includes('Zebedee')]).toEqual([path, false])
    }
    await person.get('/housing/about-you/name')
    await person.post('/housing/about-you/name', {
      fullName: 'Mine',
      draft: draft.id,
      id: draft.id,
      reference: draft.reference,
    })
    expect((await here.world.counter.drafts.get(draft.id))?.pages['about-you/name']).toEqual({
      fullName: ['Zebedee Private'],
    })
  })
})

describe('what staff look for', () => {
  it.each([
    ['an expression of the database', '#pk = :x OR attribute_exists(pk)'],
    ['an order to a database', "'; DROP TABLE cases; --"],
    ['an operator', '{"$gt":""}'],
    ['anything', '*'],
    ['a name that objects have', '__proto__'],
    ['a script', '<script>alert(1)</script>'],
    ['a long word', 'x'.repeat(5000)],
  ])('is looked up as it stands and finds nothing: %s (H9, H10)', async (_what, typed) => {
    await sentCase(here.world.counter)
    const officer = await here.signedIn('housing-officer-1')
    await officer.get('/cases/find')
    const before = around.dynamo.operations().length
    const page = await officer.post('/cases/find', { for: typed })
    expect([page.status, /href="\/cases\/H[A-Z0-9]{7}"/.test(page.html), page.html.includes('<script>alert')]).toEqual([
      200,
      false,
      false,
    ])
    expect(around.dynamo.operations().slice(before)).not.toContain('Scan')
  })
})

describe('a name', () => {
  it('written from right to left does not turn what staff read around (H12)', async () => {
    const reference = await sentCase(here.world.counter, { name: 'Ann \u202Egpj.exe\u202C \u2066Bo\u2069' })
    const officer = await here.signedIn('housing-officer-1')
    const pages = [(await officer.get(`/cases/${reference}`)).html, (await everyPageOf(officer, '/cases')).join()]
    expect(pages.map((html) => /[\u202A-\u202E\u2066-\u2069]/.test(html))).toEqual([false, false])
    expect(pages.every((html) => html.includes('gpj.exe'))).toBe(true)
  })

  it('in Welsh is spelled in the text as its owner spells it, counted and priced as such; what is no letter is left out (H15)', async () => {
    const { confirmation } = smallHousing.texts
    if (confirmation === undefined) throw new Error('There is no confirmation')
    const words = { ...confirmation, words: 'Dear ((name)), we have it.' }
    const service = { ...smallHousing, texts: { ...smallHousing.texts, confirmation: words } }
    const { counter } = here.world
    for (const [name, body, parts] of [
      ['Siân👩‍👩‍👧ŵy Rhŷs', 'Dear Siânŵy, we have it.', { parts: 1, alphabet: 'UCS-2', units: 24 }],
      ['evil.uk/x Person', 'Dear evilukx, we have it.', { parts: 1, alphabet: 'GSM-7', units: 25 }],
    ] as const) {
      const phone = `07700 900 86${name.length % 10}`
      const draft = draftOf(counter, { name, mobile: phone })
      await counter.drafts.start(draft)
      await submitApplication(counter, service, draft)
      await around.sendTexts()
      const sent = around.texts().findLast(({ to }) => to === `+44${phone.slice(1).replaceAll(' ', '')}`)
      expect([sent?.body, textPartsOf(sent?.body ?? '')]).toEqual([body, parts])
    }
  })
})

describe('a cookie of ours', () => {
  it('stays far below what the edge takes, with every service begun and a code asked for (H29)', () => {
    const { ids, keys, clock } = here.world.counter
    const drafts = Object.fromEntries(services.map(({ id }) => [id, ids.secret()]))
    const session = {
      ...newSession(ids.secret(), clock.now()),
      drafts,
      owner: keys.hash('phone', 'x'),
      challenge: ids.secret(),
    }
    // API Gateway takes 10,240 bytes of headers in all (HTTP API quotas).
    expect(`${cookieName}=${sealed(session, 'session', keys)}`.length).toBeLessThan(1000)
  })

  it('is another after a code was entered, and the one before is not whoever came in (H69)', async () => {
    await sentCase(here.world.counter, { mobile: '07700 900 855' })
    const person = await askedForCode('07700 900 855')
    const before = person.cookies.get(cookieName) ?? ''
    await person.post('/return/code', { code: await codeFor('+447700900855') })
    expect(person.last().path).toBe('/my-applications')
    expect(person.cookies.get(cookieName)).not.toBe(before)
    const fixed = visitor(here.world.citizen, citizenOrigin)
    fixed.cookies.set(cookieName, before)
    expect((await fixed.get('/my-applications')).path).toBe('/return')
  })
})

describe('the time that a browser says it is', () => {
  it('changes nothing: not in a header, a field or an address (H83)', async () => {
    const { person, draft } = await applicant(here)
    const plain = await person.get('/housing/money/savings')
    for (const time of ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 2099 23:59:59 GMT']) {
      const headers = { date: time, 'if-modified-since': time, 'x-client-time': time }
      const answer = await person.ask({
        method: 'GET',
        path: `/housing/money/savings?now=${encodeURIComponent(time)}`,
        headers,
      })
      expect([answer.status, titleIn(answer.html)]).toEqual([200, titleIn(plain.html)])
      await person.get('/housing/money/savings')
      await person.post('/housing/money/savings', {
        savings: 'None',
        now: time,
        touchedAt: '0',
        startedAt: '0',
        expiresAt: '9'.repeat(13),
      })
      const stored = await here.world.counter.drafts.get(draft.id)
      expect(stored).toMatchObject({ startedAt: draft.startedAt, expiresAt: draft.expiresAt, touchedAt: noon })
    }
    here.world.clock.pass(31 * minute)
    const late = await person.ask({
      method: 'GET',
      path: '/my-applications',
      headers: { date: new Date(noon).toUTCString() },
    })
    expect(late.headers.location).toBe('/session/ended')
  })
})
