import ical from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weekday } from '#domain/day.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const hour = 3_600_000

const untilDay = async (): Promise<Visitor> => {
  const person = visitor(world.citizen, citizenOrigin)
  await person.get('/bookings')
  await person.post('/bookings/start', {})
  await person.post('/bookings/what/for', { whatFor: 'council-tax' })
  await person.post('/bookings/what/how', { how: 'phone' })
  await person.post('/bookings/needs/access', { needs: 'no' })
  await person.post('/bookings/needs/interpreter', { interpreter: 'no' })
  return person
}

// Without the waiting list, which stands after the days.
const valuesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]+)"`, 'g'))]
    .map((found) => found[1] ?? '')
    .filter((value) => value !== 'wait')

const first = (html: string, name: string): string => valuesOf(html, name)[0] ?? ''

const chosenFirst = async (): Promise<Visitor> => {
  const person = await untilDay()
  await person.post('/bookings/when/day', { day: valuesOf(person.last().html, 'day').at(-1) ?? '' })
  await person.post('/bookings/when/time', { time: first(person.last().html, 'time') })
  return person
}

const booked = async (phone: string): Promise<{ readonly person: Visitor; readonly reference: string }> => {
  const person = await chosenFirst()
  const done = await sent(person, phone)
  return { person, reference: referenceOn(done.html) }
}

const sent = async (person: Visitor, phone: string) => {
  await person.post('/bookings/details/name', { firstName: 'Sample', lastName: 'Person' })
  await person.post('/bookings/details/phone', { mobileNumber: phone })
  await person.post('/bookings/details/texts', { safeToText: 'yes' })
  await person.post('/bookings/details/email', {})
  await person.post('/bookings/details/know', {})
  await person.get('/bookings/declaration')
  return person.post('/bookings/declaration', { agree: 'yes' })
}

const textsTo = (phone: string) => world.texts().filter(({ to }) => to === phone)

describe('booking an appointment', () => {
  it('ends with a reference, a text to the phone and a case for the team', async () => {
    const { person, reference } = await booked('07700 900 101')
    expect(titleIn(person.last().html)).toContain('Appointment booked')
    await world.sendTexts()
    expect(textsTo('+447700900101').map(({ body }) => body)).toEqual([expect.stringContaining(reference)])
    const subject = await world.counter.cases.get(reference)
    expect([subject?.title, subject?.team, subject?.state]).toEqual(['Sample Person', 'bookings', 'confirmed'])
  })

  it('holds a time for ten minutes, so that nobody else is offered it', async () => {
    const holder = await chosenFirst()
    const held = await world.counter.drafts.get(await draftOf(holder))
    const time = held?.pages['when/time']?.time?.[0]
    const day = held?.pages['when/day']?.day?.[0] ?? ''
    const other = await untilDay()
    await other.post('/bookings/when/day', { day })
    expect(valuesOf(other.last().html, 'time')).not.toContain(time)
    world.clock.pass(hour / 6 + 1000)
    const later = await other.get('/bookings/when/time')
    expect(valuesOf(later.html, 'time')).toContain(time)
    world.clock.pass(-hour / 6 - 1000)
  })

  it('books the time that is held, or held once more, though a day’s notice has run out since, and says so when that has', async () => {
    const now = world.clock.now()
    // Half a second before the first time of the next day would come too soon.
    world.clock.set(Date.parse('2026-12-01T09:29:59.500Z'))
    const inTime = async (): Promise<Visitor> => {
      const person = await untilDay()
      await person.post('/bookings/when/day', { day: '2026-12-02' })
      await person.post('/bookings/when/time', { time: first(person.last().html, 'time') })
      return person
    }
    const [quick, slow, keeper] = [await inTime(), await inTime(), await inTime()]
    world.clock.pass(5 * 60_000)
    const kept = await keeper.post('/bookings/details/name', { firstName: 'Sample', lastName: 'Person', do: 'keep' })
    expect([kept.path, kept.html.includes('9:49am')]).toEqual(['/bookings/details/name', true])
    expect(titleIn((await sent(quick, '07700 900 108')).html)).toContain('Appointment booked')
    world.clock.pass(13 * 60_000)
    expect(titleIn((await sent(keeper, '07700 900 110')).html)).toContain('Appointment booked')
    world.clock.pass(3 * 60_000)
    const late = await sent(slow, '07700 900 109')
    expect(late.path).toBe('/bookings/when/day?taken=1')
    expect(late.html).toContain('The time you chose is no longer free. Select a day')
    world.clock.set(now)
  })

  it('gives back the time first chosen when another is chosen', async () => {
    const person = await chosenFirst()
    const draft = await world.counter.drafts.get(await draftOf(person))
    const before = draft?.pages['when/time']?.time?.[0]
    const page = await person.get('/bookings/when/time')
    await person.post('/bookings/when/time', { time: valuesOf(page.html, 'time').at(-1) ?? '' })
    const other = await untilDay()
    await other.post('/bookings/when/day', { day: draft?.pages['when/day']?.day?.[0] ?? '' })
    expect(valuesOf(other.last().html, 'time')).toContain(before)
  })

  it('gives a time to as many people as there are officers for it, when all want it at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, untilDay))
    const day = valuesOf(people[0]?.last().html ?? '', 'day')[3] ?? ''
    for (const person of people) await person.post('/bookings/when/day', { day })
    const time = first(people[0]?.last().html ?? '', 'time')
    const answers = await Promise.all(people.map((person) => person.post('/bookings/when/time', { time })))
    const got = answers.filter(({ path }) => path === '/bookings/details/name')
    // Three officers take these calls in the morning: each gives the time once.
    expect(got.length).toBe(3)
    const refused = answers.filter(({ html }) => html.includes('Somebody has just taken this time'))
    expect(refused.length).toBe(3)
    // Each try is counted, and nothing more is asked of storage for it.
    const drafts = await Promise.all(people.map(async (one) => world.counter.drafts.get(await draftOf(one))))
    const tried = drafts.flatMap((draft) => draft?.walked?.tried ?? [])
    const hour = `${weekday(day)}.${time.slice(0, 2)}`
    expect(tried.map(({ wanted }) => wanted)).toEqual(people.map(() => ({ [hour]: 1 })))
    expect(tried.reduce((sum, { held }) => sum + held, 0)).toBe(3)
  })

  it('refuses a day and a time that the timetable does not have', async () => {
    const person = await untilDay()
    await person.post('/bookings/when/day', { day: '2026-11-29' })
    const sunday = await person.post('/bookings/when/time', { time: '0900.benefits-1' })
    expect(sunday.html).toContain('Somebody has just taken this time')
  })
})

describe('an appointment in its owner’s hands', () => {
  it('moves to another time in one step: new time claimed, old time free, one text, one history line', async () => {
    const { person, reference } = await booked('07700 900 102')
    const before = (await world.counter.cases.get(reference))?.appointment
    const days = await person.get(`/appointments/${reference}/change`)
    await person.post(`/appointments/${reference}/change`, { day: valuesOf(days.html, 'day')[2] ?? '' })
    const moved = await person.post(person.last().path, { time: first(person.last().html, 'time') })
    expect(moved.html).toContain('We have changed your appointment')
    const whole = await world.counter.cases.whole(reference)
    const after = whole?.subject.appointment
    expect(after?.day).not.toBe(before?.day)
    expect([after?.calendarUid, after?.calendarSequence]).toEqual([before?.calendarUid, 1])
    expect(whole?.events.map(({ action, version }) => [action, version])).toEqual([
      ['submit', 1],
      ['move', 2],
    ])
    await world.sendTexts()
    expect(textsTo('+447700900102').filter(({ body }) => body.includes('your appointment is now at'))).toHaveLength(1)
    const taken = await world.counter.holds.taken(before?.claimants ?? [], [before?.day ?? ''], world.clock.now())
    for (const bucket of before?.buckets ?? [])
      expect(taken.get(`${before?.claimants[0]}#${before?.day}`)?.has(bucket)).toBe(false)
  })

  it('moves by a quarter of an hour, over its own time', async () => {
    const { person, reference } = await booked('07700 900 103')
    const before = (await world.counter.cases.get(reference))?.appointment
    await person.get(`/appointments/${reference}/change`)
    await person.post(`/appointments/${reference}/change`, { day: before?.day ?? '' })
    const times = valuesOf(person.last().html, 'time')
    const next = times.find((time) => time.slice(0, 4) > (before?.from.replace(':', '') ?? '')) ?? times[1] ?? ''
    const moved = await person.post(person.last().path, { time: next })
    expect(moved.html).toContain('We have changed your appointment')
  })

  it('is cancelled with a form, never by opening a link, and its reminders are not sent', async () => {
    const { person, reference } = await booked('07700 900 104')
    await person.get(`/appointments/${reference}/cancel`)
    expect((await world.counter.cases.get(reference))?.state).toBe('confirmed')
    await person.post(`/appointments/${reference}/cancel`, {})
    expect(person.last().html).toContain('This appointment is cancelled')
    world.clock.pass(60 * 24 * hour)
    await world.sendTexts()
    world.clock.pass(-60 * 24 * hour)
    expect(textsTo('+447700900104').filter(({ body }) => body.includes('reminder'))).toEqual([])
    expect(textsTo('+447700900104').filter(({ body }) => body.includes('is cancelled'))).toHaveLength(1)
    const again = await person.get(`/appointments/${reference}/change`)
    expect(again.path).toBe(`/appointments/${reference}`)
  })

  it('is found, changed or cancelled by whoever comes back by the link in the text', async () => {
    const { reference } = await booked('07700 900 119')
    await world.sendTexts()
    const said = textsTo('+447700900119').map(({ body }) => body)
    const [link = ''] = /\/return\/\S+/.exec(said.find((body) => body.includes('Change or cancel')) ?? '') ?? []
    const person = visitor(world.citizen, citizenOrigin)
    await person.get(link)
    await person.post('/return', { reference, phone: '07700 900 119' })
    await world.sendTexts()
    const codes = textsTo('+447700900119').flatMap(({ body }) => /^\d{6}/.exec(body)?.[0] ?? [])
    await person.post('/return/code', { code: codes.at(-1) ?? '' })
    expect(person.last().html).toContain(`href="/my-applications/${reference}"`)
    const status = await person.get(`/my-applications/${reference}`)
    expect(status.html).toContain(`href="/appointments/${reference}">Change or cancel the appointment</a>`)
    const shown = await person.get(`/appointments/${reference}`)
    expect(shown.html).toContain(`/appointments/${reference}/cancel`)
  })

  it('reminds two days and two hours before', async () => {
    const { reference } = await booked('07700 900 105')
    const starts = (await world.counter.cases.get(reference))?.appointment?.startsAt ?? 0
    const now = world.clock.now()
    world.clock.set(starts - 47 * hour)
    await world.sendTexts()
    world.clock.set(starts - hour)
    await world.sendTexts()
    world.clock.set(now)
    const bodies = textsTo('+447700900105').map(({ body }) => body)
    expect(bodies.filter((body) => /reminder|is today/.test(body)).length).toBeGreaterThanOrEqual(1)
  })

  it('goes into a calendar that keeps its own clock', async () => {
    const { person, reference } = await booked('07700 900 106')
    const file = await person.get(`/appointments/${reference}/calendar.ics`)
    const event = new ical.Event(new ical.Component(ical.parse(file.html)).getFirstSubcomponent('vevent') ?? undefined)
    const appointment = (await world.counter.cases.get(reference))?.appointment
    expect(event.startDate.toString()).toBe(`${appointment?.day}T${appointment?.from}:00`)
    expect(event.summary).toBe('Council appointment')
  })

  it('is not found by anybody else', async () => {
    const { reference } = await booked('07700 900 107')
    const stranger = visitor(world.citizen, citizenOrigin)
    expect((await stranger.get(`/appointments/${reference}`)).status).toBe(404)
  })
})

// The draft that a person's session names.
const draftOf = async (person: Visitor): Promise<string> => {
  const [body = ''] = (person.cookies.get('__Host-counter') ?? '').split('.')
  const session: { readonly drafts: Readonly<Record<string, string>> } = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  )
  return session.drafts.bookings ?? ''
}
