// The waiting list from the outside: people join by the form, somebody cancels, the first whom the time suits is offered it by text, and takes it
// or not (docs/rules/bookings.md, "Waiting list").

import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { slotsOn, type Taken } from '#domain/slots/timetable.ts'
import { offerTimesHandler } from '#functions/events/offer-times.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { firstOffered, walkTo } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Answered, titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
const started: World[] = []

// Each its own list.
beforeEach(async () => {
  world = await startWorld()
  started.push(world)
  world.clock.set(instantOf('2026-11-30', '10:00') ?? 0)
})
afterAll(async () => {
  for (const one of started) {
    const { name: main, audit } = one.table
    expect((await invariantsAt(one.env.DYNAMODB_ENDPOINT, { main, audit, now: one.clock.now() })).faults).toEqual([])
    await one.close()
  }
})

const minutes = (count: number): void => world.clock.pass(count * 60_000)

// The job of the minute, and the texts that it decided.
const theMinute = async (): Promise<void> => {
  await offerTimesHandler({ ...world.counter })()
  await world.sendTexts()
}

const phoneOf = (who: number): string => `07700 900 ${500 + who}`

const textsTo = (who: number): readonly string[] =>
  world
    .texts()
    .filter(({ to }) => to === phoneOf(who).replaceAll(' ', '').replace('0', '+44'))
    .map(({ body }) => body)

const lastTo = (who: number): string => textsTo(who).at(-1) ?? ''

const offerTo = (who: number): string =>
  textsTo(who)
    .flatMap((body) => /\/offer\/\S+/.exec(body)?.[0] ?? [])
    .at(-1) ?? ''

const persona = personaOf('bookings-blue-badge')

// A Blue Badge assessment in Wimborne: one officer, one room, mornings only.
const untilDay = async (who: number, person = visitor(world.citizen, citizenOrigin)): Promise<Visitor> => {
  await walkTo(person, await persona, 'when/day', {
    instead: {
      'what/badge-letter': { badgeLetter: [`BB-${who}`] },
      'what/office': { office: ['wimborne'] },
      'needs/access': { needs: ['no'] },
    },
  })
  return person
}

const sent = async (person: Visitor, who: number): Promise<Answered> => {
  await walkTo(person, await persona, 'declaration', {
    from: 'details/name',
    instead: {
      'details/name': { firstName: ['Sample'], lastName: [`Waiter${'abcdefgh'[who]}`] },
      'details/phone': { mobileNumber: [phoneOf(who)] },
    },
  })
  return person.post('/bookings/declaration', { agree: 'yes' })
}

type Waits = { readonly waitPart?: string; readonly waitNotice?: string; readonly waitFor?: string }

type Joined = { readonly person: Visitor; readonly html: string; readonly path: string; readonly reference: string }

const joined = async (who: number, given: Waits = {}, by?: Visitor): Promise<Joined> => {
  const person = await untilDay(who, by)
  await person.post('/bookings/when/day', { day: 'wait' })
  await person.post('/bookings/when/waiting', { waitPart: 'any', waitNotice: '24', waitFor: '14', ...given })
  const { html, path } = await sent(person, who)
  return { person, html, path, reference: referenceOn(html) }
}

const booked = async (
  who: number,
  day = '2026-12-02',
): Promise<{ person: Visitor; reference: string; day: string }> => {
  const person = await untilDay(who)
  await person.post('/bookings/when/day', { day })
  await person.post('/bookings/when/time', { time: firstOffered(person.last().html, 'time') })
  return { person, day, reference: referenceOn((await sent(person, who)).html) }
}

const badge = { type: 'blue-badge', place: 'wimborne', features: [], interpreter: false }

// Whatever is free has somebody, for longer than anybody waits: the officer has no minute left.
const fill = async (): Promise<void> => {
  const now = world.clock.now()
  const today = londonDay(now)
  const days = Array.from({ length: 20 }, (_, ahead) => addDays(today, ahead))
  const taken = await world.counter.holds.taken(['badges-2'], days, now)
  await Promise.all(days.map((day) => fillDay(day, taken, now)))
}

const fillDay = async (day: Day, taken: Taken, now: number): Promise<void> => {
  const slots = slotsOn(timetable, badge, day, { taken, now, today: londonDay(now) })
  const buckets = [...new Set(slots.flatMap((slot) => slot.buckets))]
  const claims = [{ claimant: 'badges-2', day, buckets }]
  const until = now + 60 * 86_400_000
  // The council is shut.
  if (buckets.length === 0) return
  expect((await world.counter.holds.hold({ holder: `crowd-${day}`, claims, until, now })).ok).toBe(true)
}

const caseAt = async (found: string): Promise<Case> => {
  const subject = await world.counter.cases.get(found)
  if (subject === undefined) throw new Error(`No case ${found}`)
  return subject
}

const stateOf = async (found: string): Promise<string> => (await caseAt(found)).state

// One has the only time, and two wait: a list with something to give.
const list = async () => {
  const one = await booked(1)
  await fill()
  const two = await joined(2)
  minutes(1)
  const three = await joined(3)
  await theMinute()
  return { one, two, three }
}

const proves = async (person: Visitor, who: number): Promise<void> => {
  await person.get('/return')
  await person.post('/return', { reference: '', phone: phoneOf(who) })
  await world.sendTexts()
  await person.post('/return/code', { code: /^\d{6}/.exec(lastTo(who))?.[0] ?? '' })
}

const cancels = ({ person, reference: of }: { person: Visitor; reference: string }): Promise<Answered> =>
  person.post(`/appointments/${of}/cancel`, {})

describe('somebody whom no day suits', () => {
  it('joins the list, is told what happens next, and is offered nothing while nothing is free', async () => {
    const { one, two } = await list()
    expect(titleIn(two.html)).toBe('You are on the waiting list')
    const asked = [one.person.last().html, two.html].map(
      (html) => /href="\/feedback\?p=[^"]+end=(\w+)"/.exec(html)?.[1],
    )
    expect(asked).toEqual(['sent', 'listed'])
    expect(two.html).toContain('You have 30 minutes to take the time')
    expect(lastTo(2).replace(/\?\w{5}$/, '')).toBe(
      `Dorset Council: you are on the waiting list. We will text you when a time comes free. See or leave it: ${citizenOrigin}/return/${two.reference}`,
    )
    expect(await stateOf(two.reference)).toBe('waiting')
    const shown = await two.person.get(`/appointments/${two.reference}`)
    expect([titleIn(shown.html), shown.html.includes('14 December 2026')]).toEqual([
      'You are on the waiting list',
      true,
    ])
  })

  it('is offered the time that somebody cancelled, before anybody who looks for one, and takes it', async () => {
    const { one, two, three } = await list()
    await cancels(one)
    const looking = await untilDay(4)
    expect((await looking.get('/bookings/when/day')).html).toContain('There are no appointments left here')
    await theMinute()
    expect(lastTo(2)).toMatch(/^Dorset Council: \S+am on Wednesday 2 December 2026 is free\. Take it by 10:31am: /)
    expect([await stateOf(two.reference), await stateOf(three.reference)]).toEqual(['offered', 'waiting'])
    const [phone, link] = [visitor(world.citizen, citizenOrigin), offerTo(2)]
    const shown = await phone.get(link)
    expect([titleIn(shown.html), await stateOf(two.reference)]).toEqual(['Do you want this time?', 'offered'])
    expect(shown.html).toContain('Wednesday 2 December 2026')
    const other = visitor(world.citizen, citizenOrigin)
    await other.get(link)
    const taken = await phone.post(link, { do: 'take' })
    expect([titleIn(taken.html), taken.path]).toEqual(['Your appointment is booked', link])
    const { appointment, state } = await caseAt(two.reference)
    expect([state, appointment?.day]).toEqual(['confirmed', one.day])
    await world.sendTexts()
    expect(lastTo(2)).toContain('your appointment is at')
    // Pressed again, in another browser.
    expect(titleIn((await other.post(link, { do: 'take' })).html)).toBe('Your appointment is booked')
    expect((await caseAt(two.reference)).version).toBe(3)
  })

  it('keeps their place on the list where nobody took the time, and the next person is offered it', async () => {
    const { one, two, three } = await list()
    await cancels(one)
    await theMinute()
    const link = offerTo(2)
    const late = visitor(world.citizen, citizenOrigin)
    minutes(25)
    await late.get(link)
    minutes(6)
    const refused = await late.post(link, { do: 'take' })
    expect([refused.status, titleIn(refused.html)]).toEqual([404, 'This time is not offered any more'])
    await theMinute()
    expect([await stateOf(two.reference), await stateOf(three.reference)]).toEqual(['waiting', 'offered'])
    expect((await caseAt(two.reference)).waiting?.passed).toHaveLength(1)
    const next = visitor(world.citizen, citizenOrigin)
    await next.get(offerTo(3))
    const declined = await next.post(offerTo(3), { do: 'decline' })
    expect(titleIn(declined.html)).toBe('You are still on the waiting list')
    // Nobody else wants it: it is everybody's again once the list has let it go.
    await theMinute()
    minutes(6)
    const looking = await untilDay(4)
    expect((await looking.get('/bookings/when/day')).html).toContain('Wednesday 2 December')
    const { events } = (await world.counter.cases.whole(three.reference)) ?? { events: [] }
    expect(events.map(({ action }) => action)).toEqual(['submit', 'offer', 'decline'])
    expect(events[1]?.details?.[0]?.lines[0]).toMatch(/am on Wednesday 2 December 2026$/)
  })

  it('stays on the list where the job that lets offers lapse was away, and somebody has booked the time since', async () => {
    const { one, two, three } = await list()
    await cancels(one)
    await theMinute()
    // The hold that outlasts the offer has run out too.
    minutes(36)
    const quick = await booked(4)
    expect((await caseAt(quick.reference)).appointment?.day).toBe('2026-12-02')
    await theMinute()
    expect([await stateOf(two.reference), await stateOf(three.reference)]).toEqual(['waiting', 'waiting'])
    expect((await caseAt(two.reference)).waiting?.passed).toHaveLength(1)
    expect(await stateOf(quick.reference)).toBe('confirmed')
  })

  it('is offered a time only once for each, however many jobs run at once', async () => {
    const { one, two, three } = await list()
    await cancels(one)
    await Promise.all(Array.from({ length: 5 }, () => offerTimesHandler({ ...world.counter })()))
    await world.sendTexts()
    expect([await stateOf(two.reference), await stateOf(three.reference)]).toEqual(['offered', 'waiting'])
    expect(world.texts().filter(({ body }) => body.includes('is free'))).toHaveLength(1)
  })

  it('is not woken: what comes free in the evening waits for the morning, kept for the list', async () => {
    const one = await booked(1, '2026-12-04')
    await fill()
    const two = await joined(2)
    world.clock.set(instantOf('2026-11-30', '22:00') ?? 0)
    const atNight = { ...one, person: visitor(world.citizen, citizenOrigin) }
    await proves(atNight.person, 1)
    await atNight.person.get(`/appointments/${one.reference}/cancel`)
    await cancels(atNight)
    expect(await stateOf(one.reference)).toBe('cancelled')
    await theMinute()
    expect(await stateOf(two.reference)).toBe('waiting')
    const looking = await untilDay(4)
    expect((await looking.get('/bookings/when/day')).html).toContain('There are no appointments left here')
    world.clock.set(instantOf('2026-12-01', '08:00') ?? 0)
    await theMinute()
    expect(await stateOf(two.reference)).toBe('offered')
  })

  it('is offered nothing while texts are off, and is after', async () => {
    const { one, two } = await list()
    await cancels(one)
    const off = { now: async () => ({ ...(await world.counter.switches.now()), textsOff: true }) }
    await offerTimesHandler({ ...world.counter, switches: off })()
    expect(await stateOf(two.reference)).toBe('waiting')
    await theMinute()
    expect(await stateOf(two.reference)).toBe('offered')
  })

  it('leaves the list, and the time that they were offered goes to the next', async () => {
    const { one, two, three } = await list()
    await cancels(one)
    await theMinute()
    const asked = await two.person.get(`/appointments/${two.reference}/leave`)
    expect(titleIn(asked.html)).toBe('Are you sure you want to leave the waiting list?')
    const left = await two.person.post(`/appointments/${two.reference}/leave`, {})
    expect([titleIn(left.html), await stateOf(two.reference)]).toEqual(['You are not on the waiting list', 'off-list'])
    await theMinute()
    expect(await stateOf(three.reference)).toBe('offered')
    // And may join again.
    const again = await joined(2)
    expect(await stateOf(again.reference)).toBe('waiting')
  })

  it('finds their place on it, and what they are offered, by coming back with a code', async () => {
    const { one, two } = await list()
    const again = visitor(world.citizen, citizenOrigin)
    await proves(again, 2)
    const status = () => again.get(`/my-applications/${two.reference}`)
    expect((await status()).html).toContain(`href="/appointments/${two.reference}">See or leave the waiting list</a>`)
    expect((await status()).html).not.toContain('What happens next')
    await cancels(one)
    await theMinute()
    expect((await status()).html).toContain(`href="/appointments/${two.reference}">See the time that we can offer you`)
    expect(titleIn((await again.get(`/appointments/${two.reference}`)).html)).toBe('Do you want this time?')
  })

  it('takes the offer on their own page too, without the link', async () => {
    const { one, two } = await list()
    await cancels(one)
    await theMinute()
    const shown = await two.person.get(`/appointments/${two.reference}`)
    expect(titleIn(shown.html)).toBe('Do you want this time?')
    const taken = await two.person.post(`/appointments/${two.reference}/offer`, { do: 'take' })
    expect([titleIn(taken.html), await stateOf(two.reference)]).toEqual(['Your appointment', 'confirmed'])
  })

  it('waits once for one thing', async () => {
    const { two } = await list()
    const elsewhere = visitor(world.citizen, citizenOrigin)
    await elsewhere.get('/return')
    await proves(elsewhere, 2)
    const shown = await joined(2, {}, elsewhere)
    expect([shown.path, titleIn(shown.html)]).toEqual([
      `/appointments/${two.reference}?already=1`,
      'You are on the waiting list',
    ])
  })

  it('has one appointment of a type at once: whoever has one gives it up before they take another', async () => {
    const [one, five] = [await booked(1), await booked(5, '2026-12-03')]
    await fill()
    const again = await joined(1)
    await cancels(five)
    await theMinute()
    const phone = visitor(world.citizen, citizenOrigin)
    await phone.get(offerTo(1))
    const refused = await phone.post(offerTo(1), { do: 'take' })
    expect(titleIn(refused.html)).toBe('You have an appointment like this already')
    expect(await stateOf(again.reference)).toBe('offered')
    await cancels(one)
    await phone.get(offerTo(1))
    expect(titleIn((await phone.post(offerTo(1), { do: 'take' })).html)).toBe('Your appointment is booked')
    expect((await caseAt(again.reference)).appointment?.day).toBe('2026-12-03')
  })

  it('is texted of no more than two times a day, and after three without a word is off the list, and told so', async () => {
    const two = await joined(2)
    await theMinute()
    const offers = () => textsTo(2).filter((body) => body.includes('/offer/')).length
    const days = ['2026-11-30', '2026-12-01', '2026-12-02']
    const seen = []
    for (const day of days) {
      world.clock.set(instantOf(day, '11:00') ?? 0)
      for (let half = 0; half < 6; half += 1) {
        await theMinute()
        minutes(31)
      }
      seen.push(offers())
    }
    expect(seen).toEqual([2, 3, 3])
    expect(await stateOf(two.reference)).toBe('off-list')
    expect(lastTo(2)).toContain('did not hear from you, so you are off the waiting list')
  })

  it('is told when the wait is over, and that no time came', async () => {
    const { two } = await list()
    world.clock.set(instantOf('2026-12-15', '09:00') ?? 0)
    await theMinute()
    expect(await stateOf(two.reference)).toBe('off-list')
    expect(lastTo(2)).toContain('no time came free')
  })

  it('learns nothing from a link that is not theirs', async () => {
    const { one, two } = await list()
    await cancels(one)
    await theMinute()
    const stranger = visitor(world.citizen, citizenOrigin)
    const answers = []
    for (const path of [`/offer/${two.reference}/AAAAAAAAAAAAAAAAAAAAAA`, '/offer/BBBBBBBB/AAAAAAAAAAAAAAAAAAAAAA'])
      answers.push(await stranger.get(path))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(new Set(answers.map(({ html }) => html.replace(/value="[^"]*"/g, ''))).size).toBe(1)
    expect((await stranger.get(`/appointments/${two.reference}`)).status).toBe(404)
  })
})

type Fields = Readonly<Record<string, string>>

const acts = async (desk: Visitor, of: string, action: string, fields: Fields): Promise<void> => {
  const { html } = await desk.get(`/cases/${of}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  await desk.post(`/cases/${of}/actions/${action}`, { version, ...fields })
}

describe('staff', () => {
  it.each([
    ['yes', 'offered'],
    ['no', 'waiting'],
  ])(
    'say whether somebody else can have the time of an appointment that they cancel: %s',
    async (othersMayHaveIt, then) => {
      const { one, two } = await list()
      const desk = await (await startStaffWorld(undefined, world)).signedIn('bookings-staff-1')
      await acts(desk, one.reference, 'cancel-for-us', { reason: 'The officer is away.' })
      expect([
        desk.last().html.includes('Select yes if somebody else can have this time'),
        await stateOf(one.reference),
      ]).toEqual([true, 'confirmed'])
      await acts(desk, one.reference, 'cancel-for-us', { reason: 'The officer is away.', othersMayHaveIt })
      expect(await stateOf(one.reference)).toBe('cancelled')
      await theMinute()
      expect(await stateOf(two.reference)).toBe(then)
      await proves(one.person, 1)
      const told = (await one.person.get(`/my-applications/${one.reference}`)).html
      // What we do with the time is ours.
      expect([told.includes('The officer is away.'), />\s*(Yes|No)\s*</.test(told)]).toEqual([true, false])
    },
  )

  it('see who waits and since when, put somebody ahead with a reason, and take somebody off the list with one', async () => {
    const { one, two, three } = await list()
    const desk = await (await startStaffWorld(undefined, world)).signedIn('bookings-staff-1')
    const shown = await desk.get(`/cases/${three.reference}`)
    expect(shown.html).toContain('On the waiting list')
    await acts(desk, three.reference, 'put-ahead', { whyAhead: 'A hospital visit' })
    await cancels(one)
    await theMinute()
    expect([await stateOf(two.reference), await stateOf(three.reference)]).toEqual(['waiting', 'offered'])
    // The token in the text is for the phone alone.
    const seen = await caseSeen(desk, three.reference)
    expect([seen.includes(`/offer/${three.reference}/…`), seen.includes(offerTo(3))]).toEqual([true, false])
    await acts(desk, three.reference, 'take-off', { whyOff: 'Seen at the desk' })
    expect(await stateOf(three.reference)).toBe('off-list')
    await theMinute()
    expect([await stateOf(two.reference), lastTo(3)]).toEqual([
      'offered',
      `Dorset Council: you are no longer on the waiting list for an appointment. See why: ${citizenOrigin}/return/${three.reference}`,
    ])
  })
})
