// F14 to F18, F23 and F27 of the fault matrix: people who press twice, go back, have two tabs or two phones, come back late, whose clocks differ,
// and staff whose list is behind.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { rush, tabsOf } from '#tests/support/faults/crowd.ts'
import { seeded } from '#tests/support/faults/proxy.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { applicant, browserOf } from '#tests/support/people/small-applicant.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Answered, formOf, titleIn, tokenIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon } from '#tests/support/worlds/world.ts'
import { takeAction } from '#usecases/casework/take-action.ts'

const seed = 23
let around: FaultyWorld
let here: StaffWorld
beforeAll(async () => {
  around = await startFaultyWorld({ seed })
  here = await startStaffWorld(smallHousing, around)
})
beforeEach(() => {
  around.dynamo.rules([])
  here.world.clock.set(noon)
})
afterAll(() => here.close())

const held = () =>
  invariantsAt(around.directEndpoint, {
    main: here.world.table.name,
    audit: here.world.table.audit,
    now: here.world.clock.now(),
  })
const nothingWrong = async (): Promise<void> => expect((await held()).faults, `seed ${seed}`).toEqual([])

const minute = 60_000
const referenceIn = ({ html }: Answered): string => /\b[HP][B-DF-HJ-NP-TV-XZ2-9]{7}\b/.exec(html)?.[0] ?? ''
const stored = async ({ id }: Draft): Promise<Draft> =>
  (await here.world.counter.drafts.get(id)) ?? Promise.reject(new Error('There is no draft'))

describe('somebody who sends an application', () => {
  it.each([0, 1, 10, 50])(
    'pressing twice, %i ms apart and without JavaScript, makes one and shows it both times (F14)',
    async (ms) => {
      const { person } = await applicant(here)
      const before = (await held()).counts.cases
      const form = formOf(
        { _csrf: tokenIn((await person.get('/housing/declaration')).html), agree: 'yes' },
        citizenOrigin,
      )
      const press = () => person.ask({ method: 'POST', path: '/housing/declaration', ...form })
      const answers = await Promise.all([press(), pause(ms).then(press)])
      expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
        [303, '/housing/confirmation'],
        [303, '/housing/confirmation'],
      ])
      expect(titleIn((await person.get('/housing/confirmation')).html)).toBe('Application sent')
      expect((await held()).counts.cases).toBe(before + 1)
      await nothingWrong()
    },
  )

  it.each(['housing-couple-overcrowded', 'planning-householder'])(
    'and goes back to any page of it and posts it again gets the confirmation, and nothing changes (F15): %s',
    async (id) => {
      const persona = loadPersonas().find((one) => one.id === id)
      const steps = persona?.steps ?? []
      const service = persona?.service ?? ''
      const person = await drafted(around, id)
      const pages = [...steps.map(({ key }) => key), 'declaration']
      await person.get(`/${service}/declaration`)
      const sent = await person.post(`/${service}/declaration`, { agree: 'yes' })
      expect(referenceIn(sent)).not.toBe('')
      const before = around.dynamo.operations().length
      const form = formOf(
        { _csrf: tokenIn(sent.html), agree: 'yes', another: 'yes', firstName: 'Changed' },
        citizenOrigin,
      )
      const asked = [
        ...pages.flatMap((key) => [
          { method: 'POST', key, ...form },
          { method: 'GET', key },
        ]),
        ...['tasks', 'check-your-answers', 'save'].map((key) => ({ method: 'GET', key })),
      ]
      for (const { key, ...request } of asked) {
        const { status, headers } = await person.ask({ path: `/${service}/${key}`, ...request })
        expect([key, status, headers.location]).toEqual([key, 303, `/${service}/confirmation`])
      }
      expect(referenceIn(await person.get(`/${service}/confirmation`))).toBe(referenceIn(sent))
      const writes = around.dynamo
        .operations()
        .slice(before)
        .filter((name) => !/^(GetItem|Query|BatchGetItem)$/.test(name))
      expect([pages.length > 20, writes]).toEqual([true, []])
    },
  )
})

describe('somebody who leaves in a hurry', () => {
  it('leaves though nothing can be written down: the weather opens, and this browser shows nothing any more', async () => {
    const { person } = await applicant(here)
    around.dynamo.rules([{ fault: 'throttle', operation: 'UpdateItem' }])
    const left = await person.ask({ method: 'GET', path: '/leave' })
    expect([left.status, left.headers.location]).toEqual([303, 'https://www.bbc.co.uk/weather'])
    expect(around.log.some(({ event, level }) => event === 'leave-not-kept' && level === 'error')).toBe(true)
    around.dynamo.rules([])
    expect((await person.get('/housing/tasks')).path).toBe('/')
  })
})

describe('two tabs on one application', () => {
  it('each keep the page that they save, and of one page the last save stands; the answers show what is kept (F16)', async () => {
    const { person: one, draft } = await applicant(here)
    const two = browserOf(here, draft)
    await Promise.all([one.get('/housing/about-you/name'), two.get('/housing/money/savings')])
    await Promise.all([
      one.post('/housing/about-you/name', { fullName: 'First Tab' }),
      two.post('/housing/money/savings', { savings: 'Second tab' }),
    ])
    expect((await stored(draft)).pages).toMatchObject({
      'about-you/name': { fullName: ['First Tab'] },
      'money/savings': { savings: ['Second tab'] },
    })
    await one.post('/housing/money/savings', { savings: 'Said in the first' })
    await two.post('/housing/money/savings', { savings: 'Said last' })
    const shown = (await one.get('/housing/check-your-answers')).html
    expect([shown.includes('First Tab'), shown.includes('Said last'), shown.includes('Said in the first')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

const codeFor = async (phone: string): Promise<string> => {
  await around.sendTexts()
  const text = around.texts().findLast(({ to, body }) => to === phone && body.includes('is your code'))
  return /\d{6}/.exec(text?.body ?? '')?.[0] ?? ''
}

const askedForCode = async (phone: string): Promise<Visitor> => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { phone })
  return person
}

const carriesOn = async (person: Visitor): Promise<Answered> => {
  const link = /\/my-applications\/continue\/[A-Z0-9]+/.exec(person.last().html)?.[0] ?? ''
  return person.get(link)
}

const saved = async (phone: string) => {
  const made = await applicant(here, { mobile: phone })
  await made.person.get('/housing/about-you/mobile')
  await made.person.post('/housing/about-you/mobile', { mobile: phone, ways: 'text' })
  await made.person.post('/housing/money/savings', { savings: 'Saved before' })
  return made
}

describe('somebody who comes back', () => {
  it('after the session ended in the middle has lost the page before them and nothing else (F17)', async () => {
    const { person, draft } = await saved('07700 900 801')
    const before = await stored(draft)
    here.world.clock.pass(31 * minute)
    expect((await person.post('/housing/about-you/name', { fullName: 'Too Late' })).path).toBe('/session/ended')
    expect(await stored(draft)).toEqual(before)
    const back = await askedForCode('07700 900 801')
    await back.post('/return/code', { code: await codeFor('+447700900801') })
    await carriesOn(back)
    for (const [key, typed] of Object.entries(before.pages))
      for (const value of Object.values(typed).flat())
        expect([key, (await back.get(`/housing/${key}`)).html.includes(value)]).toEqual([key, true])
  })

  it('on two phones works on both, and what each saves is kept; a code works once and in its own browser (F18)', async () => {
    const { draft } = await saved('07700 900 802')
    const first = await askedForCode('07700 900 802')
    const firstCode = await codeFor('+447700900802')
    const second = await askedForCode('07700 900 802')
    const secondCode = await codeFor('+447700900802')
    const asked = new Map(first.cookies)
    if (firstCode !== secondCode)
      expect((await first.post('/return/code', { code: secondCode })).html).toContain('The code is not right')
    expect((await first.post('/return/code', { code: firstCode })).path).toBe('/my-applications')
    expect((await second.post('/return/code', { code: secondCode })).path).toBe('/my-applications')
    await Promise.all([carriesOn(first), carriesOn(second)])
    await Promise.all([first.get('/housing/about-you/name'), second.get('/housing/money/savings')])
    await first.post('/housing/about-you/name', { fullName: 'From One' })
    await second.post('/housing/money/savings', { savings: 'From the other' })
    expect((await stored(draft)).pages).toMatchObject({
      'about-you/name': { fullName: ['From One'] },
      'money/savings': { savings: ['From the other'] },
    })
    // Whoever has the code and the cookie of the browser that asked, later: it has been used.
    here.world.clock.pass(minute)
    const replayed = visitor(here.world.citizen, citizenOrigin)
    for (const [name, value] of asked) replayed.cookies.set(name, value)
    await replayed.get('/return/code')
    const refused = await replayed.post('/return/code', { code: firstCode })
    expect([refused.path, refused.html.includes('The code is not right, or is no longer valid')]).toEqual([
      '/return/code',
      true,
    ])
  })
})

describe('clocks that differ by up to five minutes either way', () => {
  it('give no place twice and leave no place booked for nobody (F23, G14)', async () => {
    const chance = seeded(seed)
    const clock = { ...around.clock, now: () => around.clock.now() + Math.round((chance() - 0.5) * 10 * minute) }
    const skewed = { ...around, clock, counter: { ...around.counter, clock } }
    const crowd = { people: 60, attempts: 120, places: 10, workers: 10, seed }
    const before = (await held()).counts
    const ended = await rush(skewed, crowd, tabsOf(skewed, crowd))
    const { counts } = await held()
    const given = new Set(ended.map(({ end }) => end).filter((end) => end.startsWith('H')))
    expect(given.size).toBeGreaterThan(0)
    expect([counts.booked - before.booked, counts.cases - before.cases]).toEqual([given.size, given.size])
    expect(given.size).toBeLessThanOrEqual(10)
    expect(ended.filter(({ end }) => end.startsWith('surprise'))).toEqual([])
    await nothingWrong()
  })

  it('keep one of two edits by staff, whoever’s clock is ahead (F23, G14)', async () => {
    for (const minutes of [-5, 5]) {
      const whole = await wholeOf(await sentCase(here.world.counter))
      const ahead = { ...here.desk, clock: { now: () => here.world.clock.now() + minutes * minute } }
      const done = await Promise.all([act(here.desk, whole, officer('one')), act(ahead, whole, officer('two'))])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect((await wholeOf(whole.subject.reference)).subject.version).toBe(whole.subject.version + 1)
    }
    await nothingWrong()
  })
})

const officer = (id: string): Staff => ({ is: 'staff', id, name: id, roles: ['housing-officer'], teams: ['housing'] })

const wholeOf = async (reference: string) =>
  (await here.desk.cases.opened(reference)) ?? Promise.reject(new Error('There is no case'))

const act = (desk: StaffWorld['desk'], whole: Awaited<ReturnType<typeof wholeOf>>, user: Staff) => {
  const action = smallHousing.workflow.actions.find(({ id }) => id === 'start-checking')
  if (action === undefined) throw new Error('There is no such action')
  return takeAction(desk, { service: smallHousing, whole, action, typed: {}, user, version: whole.subject.version })
}

describe('a worklist that is behind', () => {
  it('leads to a case as it is now, and what is done there is done on that (F27)', async () => {
    const reference = await sentCase(here.world.counter, { name: 'Listed Late' })
    const person = await here.withSession(officer('late'))
    const listed = async (path = '/cases'): Promise<Answered> => {
      const page = await person.get(path)
      const next = /href="([^"]+)" rel="next"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
      return page.html.includes('Listed Late') || next === undefined ? page : listed(next)
    }
    const stateIn = ({ html }: Answered) =>
      /govuk-tag[^>]*>\s*([^<]+?)\s*</.exec(html.slice(html.indexOf('Listed Late')))?.[1]
    around.dynamo.rules([{ fault: 'stale', operation: 'Query', ms: 600_000 }])
    const before = await listed()
    await act(here.desk, await wholeOf(reference), officer('quick'))
    const list = await listed()
    expect([around.dynamo.done().stale !== undefined, stateIn(list)]).toEqual([true, stateIn(before)])
    const page = await person.get(`/cases/${reference}`)
    expect([stateIn(page) === stateIn(before), page.html.includes('quick')]).toEqual([false, true])
    const late = await person.post(`/cases/${reference}/notes`, { note: 'Seen on an old list' })
    expect(late.html).toContain('Seen on an old list')
    around.dynamo.rules([])
    expect(stateIn(await listed())).not.toBe(stateIn(before))
    await nothingWrong()
  })
})
