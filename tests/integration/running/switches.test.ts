// The switches of operation through the real handlers (docs/guarantees.md, "Release" and "Scale"; F25): texts stopped, read-only, a service closed, a
// waiting room, and what holds while nobody can say how they stand.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { knownSwitches } from '#adapters/known-switches.ts'
import { type Switches, type SwitchName, safe, switchId, untouched } from '#domain/switches/switches.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { startFaultyWorld } from '#tests/support/faults/world.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { formOf, titleIn, tokenIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, noPause, staffOrigin } from '#tests/support/worlds/world.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let desk: StaffWorld
let manager: Visitor
let officer: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  manager = await desk.signedIn('housing-manager')
  officer = await desk.signedIn('housing-officer-1')
})
afterAll(() => desk.close())

const minute = 60_000
// What a function knows of the switches is 10 seconds old at most.
const soon = (): void => desk.world.clock.pass(11_000)

const turn = async (name: SwitchName, on: boolean, fields: Readonly<Record<string, string>> = {}) => {
  const at = `/switches/${switchId(name)}`
  const { html } = await manager.get(at)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const done = await manager.post(at, { do: on ? 'on' : 'off', version, reason: 'A test of the switch', ...fields })
  soon()
  return done
}

const texts: SwitchName = { is: 'texts' }
const readOnly: SwitchName = { is: 'read-only' }
const closed: SwitchName = { is: 'closed', service: 'housing' }
const room: SwitchName = { is: 'waiting-room', service: 'housing' }

let tests = 0
afterEach(async () => {
  // Each a minute later: no two sittings of a waiting room begin at one instant.
  tests += 1
  desk.world.clock.set(noon + tests * minute)
  // A manager who was away is signed in anew.
  manager = await desk.signedIn('housing-manager')
  officer = await desk.signedIn('housing-officer-1')
  for (const name of [texts, readOnly, closed, room]) await turn(name, false)
})

const resident = (): Visitor => visitor(desk.world.citizen, citizenOrigin)

const begun = async (): Promise<Visitor> => {
  const person = resident()
  await person.get('/housing')
  await person.post('/housing/start', {})
  await person.get('/housing/about-you/name')
  return person
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('texts that are stopped', () => {
  it('wait as they are, and each goes once when texts are on again', async () => {
    await turn(texts, true)
    const reference = await sentCase(desk.world.counter)
    await desk.world.sendTexts()
    const about = () => desk.world.texts().filter(({ body }) => body.includes(reference))
    const stored = async () => (await desk.desk.cases.whole(reference))?.texts ?? []
    expect([about().length, (await stored()).map(({ state, version }) => [state, version])]).toEqual([0, [['due', 1]]])
    const person = resident()
    await person.get('/return')
    expect(plain((await person.post('/return', { phone: '07700 900 301' })).html)).toContain('Your code will be late')
    // Each page that promises a text says what happens instead; one that does not says nothing.
    await person.get('/bookings')
    expect(plain(person.last().html)).toContain('Texts will come late')
    await person.post('/bookings/start', {})
    expect(plain((await person.get('/bookings/save')).html)).toMatch(/Texts will come late.*use a recovery phrase/)
    await person.post('/bookings/save', { phone: '07700 900 302' })
    expect(plain(person.last().html)).toMatch(/Texts will come late.*Your answers are saved/)
    expect((await person.get('/privacy')).html).not.toContain('Texts will come late')
    for (const path of ['/cases', '/texts'])
      expect(plain((await officer.get(path)).html)).toMatch(
        /No texts are being sent. Turned on by Housing team manager/,
      )
    await turn(texts, false)
    await desk.world.sendTexts()
    await desk.world.sendTexts()
    expect([about().length, (await stored()).map(({ state }) => state)]).toEqual([1, ['sent']])
    expect((await person.get('/bookings/save')).html).not.toContain('Texts will come late')
  })
})

describe('read-only', () => {
  it('shows a resident everything, and gives a form back with what was typed in it', async () => {
    const person = await begun()
    await turn(readOnly, true)
    expect((await person.get('/housing/about-you/name')).status).toBe(200)
    const refused = await person.post('/housing/about-you/name', { fullName: 'Ada "of" <Dorset>' })
    expect([refused.status, refused.headers['retry-after'], titleIn(refused.html)]).toEqual([
      423,
      '300',
      'What is your name?',
    ])
    expect(plain(refused.html)).toContain('You cannot save changes at the moment')
    expect(refused.html).toContain('value="Ada &quot;of&quot; &lt;Dorset&gt;"')
    expect((await person.get('/housing/about-you/name')).html).not.toContain('Ada')
    // The page that was kept open is sent again.
    await person.post('/housing/about-you/name', { fullName: 'Ada' })
    await turn(readOnly, false)
    await person.post('/housing/about-you/name', { fullName: 'Ada' })
    expect((await person.get('/housing/about-you/name')).html).toContain('value="Ada"')
  })

  it('shows staff every case, and keeps a note that cannot be saved on the page', async () => {
    const reference = await sentCase(desk.world.counter)
    await turn(readOnly, true)
    expect((await officer.get(`/cases/${reference}`)).status).toBe(200)
    const refused = await officer.post(`/cases/${reference}/notes`, { note: 'Rang them.\nNo <answer>.' })
    expect([refused.status, titleIn(refused.html)]).toEqual([423, 'You cannot save changes at the moment'])
    expect(plain(refused.html)).toContain('Rang them. No &lt;answer&gt;.')
    await turn(readOnly, false)
    const note = /name="note" value="([^"]*)"/.exec(refused.html)?.[1] ?? ''
    await officer.post(`/cases/${reference}/notes`, { note: note.replace('&lt;', '<').replace('&gt;', '>') })
    expect((await desk.desk.cases.whole(reference))?.notes.map(({ words }) => words)).toEqual([
      'Rang them.\nNo <answer>.',
    ])
  })

  it('refuses every form of both sides but those that keep nothing of a case', async () => {
    const reference = await sentCase(desk.world.counter)
    const person = await begun()
    await turn(readOnly, true)
    await person.get('/housing')
    await officer.get('/cases/find')
    const asked = async (who: Visitor, path: string, origin: string): Promise<number> => {
      const at = path
        .replace('{reference}', reference)
        .replace('{action}', 'start-checking')
        .replace(/\{[^}]+\}/g, 'x')
      const form = formOf({ _csrf: tokenIn(who.last().html), version: '1' }, origin)
      return (await who.ask({ method: 'POST', path: at, ...form })).status
    }
    const goOn: string[] = []
    for (const { method, path, policy } of citizenRoutes(desk.world.counter.services))
      if (method === 'POST' && path !== '/finish' && (policy !== 'draft' || path.startsWith('/housing')))
        if ((await asked(person, path, citizenOrigin)) !== 423) goOn.push(path)
    expect(goOn).toEqual([
      // Kept in the browser alone.
      '/cookies',
      '/session/stay',
      '/return',
      '/return/code',
      '/return/phrase',
      '/return/email',
      '/helping',
      '/my-applications/{reference}/date-of-birth',
      '/stop/{token}/{reference}',
      '/stop/{token}/{reference}/undo',
      '/housing/recovery-phrase',
      // Pages that this form does not have: sent back to one that it has.
      '/housing/{section}/{page}',
      '/housing/{section}/{item}/{page}',
    ])
    for (const { method, path } of staffRoutes)
      if (method === 'POST' && path !== '/sign-out')
        expect([path, await asked(officer, path, staffOrigin)]).toEqual([
          path,
          // A manager's, and of a restricted case.
          /\/(hold|emergency)/.test(path)
            ? 403
            : /^\/cases\/\{|texts/.test(path)
              ? 423
              : expect.not.stringMatching(/^423$/),
        ])
  })
})

describe('a service that is closed', () => {
  it('says so with its telephone number, lets nobody begin, and lets whoever had begun finish until the last day', async () => {
    const person = await begun()
    await turn(closed, true, { 'lastDay-day': '27', 'lastDay-month': '11', 'lastDay-year': '2026' })
    const stranger = resident()
    const start = await stranger.get('/housing')
    expect(titleIn(start.html)).toMatch(/: closed$/)
    expect(start.html).toMatch(/href="\/feedback\?p=[^"]+&amp;end=closed"/)
    expect(plain(start.html)).toContain(smallHousing.start.phone.replaceAll(' ', ' '))
    expect(plain(start.html)).toContain('until the end of 27 November 2026')
    expect(plain((await stranger.get('/')).html)).toContain('Closed at the moment.')
    await stranger.get('/bookings')
    const refused = await stranger.post('/housing/start', {})
    expect([refused.path, titleIn(refused.html)]).toEqual(['/housing', titleIn(start.html)])
    await person.get('/housing/about-you/name')
    expect((await person.post('/housing/about-you/name', { fullName: 'Ada' })).status).toBe(200)
    expect((await person.get('/housing')).html).toContain('Carry on where you were')
  })

  it('takes nothing after the last day, and still shows what was saved', async () => {
    const { clock } = desk.world
    clock.set(Date.parse('2026-11-27T23:50:00Z'))
    manager = await desk.signedIn('housing-manager')
    const person = await begun()
    await turn(closed, true, { 'lastDay-day': '27', 'lastDay-month': '11', 'lastDay-year': '2026' })
    expect((await person.post('/housing/about-you/name', { fullName: 'Grace' })).status).toBe(200)
    clock.pass(11 * minute)
    const page = await person.get('/housing/about-you/name')
    expect([page.status, page.html.includes('value="Grace"')]).toEqual([200, true])
    const refused = await person.post('/housing/about-you/name', { fullName: 'Too late' })
    expect([refused.status, plain(refused.html).includes('The last day')]).toEqual([403, true])
    expect((await person.get('/housing/about-you/name')).html).toContain('value="Grace"')
  })
})

describe('a waiting room for 10 people a minute', () => {
  const crowd = async (size: number): Promise<readonly Visitor[]> => {
    const people = Array.from({ length: size }, resident)
    for (const person of people) {
      await person.get('/housing')
      await person.post('/housing/start', {})
    }
    return people
  }
  const cookie = (person: Visitor): string => person.cookies.get('__Host-place-housing') ?? ''
  const holding = async (ticket: string): Promise<Visitor> => {
    const person = resident()
    person.cookies.set('__Host-place-housing', ticket)
    await person.get('/housing/queue')
    return person
  }
  const isIn = async (person: Visitor): Promise<boolean> =>
    (await person.post('/housing/start', {})).path === '/housing/tasks'

  it('lets 50 people in in their order, ten each minute, and loses nobody', async () => {
    await turn(room, true, { perMinute: '10' })
    const opened = desk.world.clock.now() - 11_000
    const people = await crowd(50)
    const numbers = people.map((person) => Number(/Your number is (\d+)/.exec(person.last().html)?.[1]))
    expect(numbers).toEqual(numbers.map((_number, index) => (numbers[0] ?? 0) + index))
    expect(people.map((person) => person.last().path)).toEqual(people.map(() => '/housing/queue'))
    expect(people[30]?.last().headers.refresh).toBe('30')
    const inside = new Set<number>()
    for (let passed = 1; inside.size < 50 && passed < 8; passed += 1) {
      desk.world.clock.set(opened + passed * minute)
      for (const [index, person] of people.entries())
        if (!inside.has(index) && (await person.get('/housing/queue')).html.includes('It is your turn')) {
          expect(await isIn(person)).toBe(true)
          inside.add(index)
        }
      // Numbers that nobody took before the crowd came are gone.
      expect(Math.max(...inside) + 1).toBe(inside.size)
      expect(inside.size).toBe(Math.min(50, passed * 10 - (numbers[0] ?? 1) + 1))
    }
    expect(inside.size).toBe(50)
    const drafts = people.map((person) => person.cookies.get('__Host-counter'))
    expect(new Set(drafts).size).toBe(50)
  })

  it('keeps a place over a session that ended, for an hour after its number was called', async () => {
    await turn(room, true, { perMinute: '1' })
    const [patient, slow] = await crowd(2)
    if (patient === undefined || slow === undefined) throw new Error('Nobody came')
    desk.world.clock.pass(45 * minute)
    expect((await patient.get('/housing/queue')).html).toContain('It is your turn')
    expect(await isIn(patient)).toBe(true)
    desk.world.clock.pass(30 * minute)
    expect((await slow.get('/housing/queue')).html).toContain('Your place in the queue has passed')
    expect((await slow.post('/housing/start', {})).html).toMatch(/You are next in the queue/)
  })

  it('gives a ticket that was made up, or that somebody has used, a new number and nothing else', async () => {
    await turn(room, true, { perMinute: '10' })
    const people = await crowd(30)
    const [first, last] = [people.at(0), people.at(-1)]
    if (first === undefined || last === undefined) throw new Error('Nobody came')
    const [body = '', signature = ''] = cookie(last).split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    const forged = Buffer.from(JSON.stringify({ ...said, number: 1 })).toString('base64url')
    desk.world.clock.pass(minute)
    const forger = await holding(`${forged}.${signature}`)
    expect(forger.last().path).toBe('/housing')
    expect([await isIn(forger), plain(forger.last().html)]).toEqual([
      false,
      expect.stringMatching(/ahead of you in the queue/),
    ])
    const copy = await holding(cookie(first))
    await first.get('/housing/queue')
    expect(await isIn(first)).toBe(true)
    expect([await isIn(copy), plain(copy.last().html)]).toEqual([
      false,
      expect.stringMatching(/ahead of you in the queue/),
    ])
    expect(plain(copy.last().html)).not.toContain(`Your number is ${JSON.stringify(said.number)} `)
  })

  it('lets somebody who presses twice into one draft, and sends nobody with a draft to queue', async () => {
    const before = await begun()
    await turn(room, true, { perMinute: '10' })
    await before.get('/housing')
    expect(before.last().html).toContain('Carry on where you were')
    expect(before.last().html).not.toContain('queue')
    const draft = before.cookies.get('__Host-counter')
    expect(await isIn(before)).toBe(true)
    expect(before.cookies.get('__Host-counter')).toBe(draft)
    const [person] = await crowd(1)
    if (person === undefined) throw new Error('Nobody came')
    desk.world.clock.pass(minute)
    await person.get('/housing/queue')
    const form = formOf({ _csrf: tokenIn(person.last().html) }, citizenOrigin)
    const press = () => person.ask({ method: 'POST', path: '/housing/start', ...form })
    const session = person.cookies.get('__Host-counter') ?? ''
    const pressed = await press()
    person.cookies.set('__Host-counter', session)
    const again = await press()
    const draftIn = ({ setCookies }: typeof pressed): string =>
      JSON.parse(Buffer.from(/=([^.]+)\./.exec(setCookies[0] ?? '')?.[1] ?? '', 'base64url').toString('utf8')).drafts
        .housing
    expect(draftIn(again)).toBe(draftIn(pressed))
  })
})

describe('a switch that is on', () => {
  it('is said on every page of the desk, with who turned it and why, until it is off', async () => {
    await turn(texts, true)
    await turn(closed, true)
    for (const at of ['/cases', '/cases/find', '/texts', '/rules', '/switches']) {
      const { html } = await manager.get(at)
      expect([at, plain(html)]).toEqual([at, expect.stringContaining('No texts are being sent. Turned on by')])
      expect([at, plain(html)]).toEqual([
        at,
        expect.stringMatching(/“[^”]+” is closed. Turned on by .*A test of the switch/),
      ])
    }
    await turn(texts, false)
    await turn(closed, false)
    expect(plain((await manager.get('/cases')).html)).not.toMatch(/No texts are being sent|is closed/)
  })
})

describe('the page of switches', () => {
  it('is for managers, each for their own service, with a reason that stands on record', async () => {
    expect((await officer.get('/switches')).status).toBe(403)
    const page = await manager.get('/switches')
    expect(plain(page.html)).toMatch(/Stop all texts .*Make everything read-only/)
    expect(page.html).not.toContain('closed-planning')
    expect((await manager.get('/switches/closed-planning')).status).toBe(404)
    const { html } = await manager.get('/switches/texts')
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    const without = await manager.post('/switches/texts', { do: 'on', version, reason: '' })
    expect(plain(without.html)).toContain('Enter why you are doing this')
    for (const reason of ['x', '-', '123', 'ok'])
      expect(plain((await manager.post('/switches/texts', { do: 'on', version, reason })).html)).toContain(
        'Enter why in two words or more, for example “Wrong texts”',
      )
    expect(plain(without.html)).toContain('A short sentence, for example “Texts go to the wrong people”.')
    const planning = await desk.signedIn('planning-manager')
    await planning.get('/switches/texts')
    await planning.post('/switches/texts', { do: 'on', version, reason: 'The provider is down' })
    const late = await manager.post('/switches/texts', { do: 'on', version, reason: 'I saw it too' })
    expect(late.status).toBe(409)
    expect(plain(late.html)).toMatch(/Stop all texts: Turned on by Planning team manager .*The provider is down/)
    expect(plain(late.html)).toContain('I saw it too')
    expect(plain((await manager.get('/switches')).html)).toContain('The provider is down')
    const audit = await desk.audit('STAFF#planning-manager')
    expect(audit.filter(({ did }) => did === 'turn-on')).toEqual([
      expect.objectContaining({ on: 'texts', allowed: true }),
    ])
    expect(JSON.stringify(audit)).not.toContain('The provider is down')
  })

  it('asks for a rate that can be', async () => {
    const { html } = await manager.get('/switches/waiting-room-housing')
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    for (const perMinute of ['', '0', '6001', 'many']) {
      const told = await manager.post('/switches/waiting-room-housing', {
        do: 'on',
        version,
        reason: 'Many people start',
        perMinute,
      })
      expect([perMinute, told.status, titleIn(told.html), told.html.includes('There is a problem')]).toEqual([
        perMinute,
        200,
        expect.stringContaining('Waiting room for'),
        true,
      ])
    }
  })
})

describe('while nobody can say how the switches stand (F25)', () => {
  const storeOf = (answer: { down: boolean; readonly on: Switches }) => ({
    get: () => (answer.down ? Promise.reject(new Error('Down')) : Promise.resolve(answer.on)),
  })

  it('the last word holds for an hour, then texts are kept back and people go on', async () => {
    const clock = { at: 0, now: () => clock.at }
    const on = { ...untouched, version: 1, readOnly: true }
    const answer = { down: false, on }
    const lines: string[] = []
    const known = knownSwitches(storeOf(answer), clock, ({ event }) => lines.push(event))
    expect(await known.now()).toBe(on)
    answer.down = true
    clock.at = 60 * minute
    expect([await known.now(), lines]).toEqual([on, ['switches-not-read']])
    clock.at += 11_000
    expect(await known.now()).toBe(safe)
    answer.down = false
    clock.at += 11_000
    expect(await known.now()).toBe(on)
  })

  it('a sender that has just started sends nothing, and all of it once it hears that texts are on', async () => {
    const { world } = desk
    const reference = await sentCase(world.counter)
    const answer = { down: true, on: untouched }
    const switches = knownSwitches(storeOf(answer), world.clock, () => {})
    const sender = sendTextsHandler({
      ...sendTextsFrom(world.env),
      pause: noPause,
      clock: world.clock,
      log: () => {},
      switches,
    })
    const about = () => world.texts().filter(({ body }) => body.includes(reference)).length
    await sender({ source: 'aws.scheduler' })
    expect(about()).toBe(0)
    answer.down = false
    soon()
    await sender({ source: 'aws.scheduler' })
    expect(about()).toBe(1)
  })

  it('a page that storage does not answer for still lets people begin, and no text goes', async () => {
    const faulty = await startFaultyWorld({ seed: 26 })
    const reference = await sentCase(faulty.counter)
    faulty.dynamo.rules([{ fault: 'drop-before', operation: 'GetItem' }])
    const person = visitor(faulty.citizen, citizenOrigin)
    expect((await person.get('/bookings')).status).toBe(200)
    const form = formOf({ _csrf: tokenIn(person.last().html) }, citizenOrigin)
    const started = await person.ask({ method: 'POST', path: '/bookings/start', ...form })
    expect([started.status, started.headers.location]).toEqual([303, '/bookings/what/for'])
    const about = () => faulty.texts().filter(({ body }) => body.includes(reference)).length
    await faulty.sendTexts()
    expect(about()).toBe(0)
    faulty.dynamo.rules([])
    faulty.clock.pass(11_000)
    await faulty.sendTexts()
    expect(about()).toBe(1)
    await faulty.close()
  })

  it('a page asks storage once in ten seconds, and a page of questions not at all', async () => {
    const faulty = await startFaultyWorld({ seed: 25 })
    const person = visitor(faulty.citizen, citizenOrigin)
    await person.get('/bookings')
    await person.post('/bookings/start', {})
    const asked = async (does: () => Promise<unknown>): Promise<readonly string[]> => {
      const before = faulty.dynamo.operations().length
      await does()
      return faulty.dynamo.operations().slice(before)
    }
    const page = '/bookings/what/for'
    faulty.clock.pass(11_000)
    expect(await asked(() => person.get(page))).toEqual(['GetItem'])
    const form = () => formOf({ _csrf: tokenIn(person.last().html), whatFor: 'council-tax' }, citizenOrigin)
    const save = () => person.ask({ method: 'POST', path: page, ...form() })
    expect(await asked(save)).toEqual(['GetItem', 'GetItem', 'UpdateItem'])
    expect(await asked(save)).toEqual(['GetItem', 'UpdateItem'])
    await faulty.close()
  })
})
