// One appointment of a type for one person at a time (docs/guarantees.md, "Booking"), and what somebody who wants a second sees.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invariantsAt } from '#tests/support/invariants.ts'
import { answerAs, firstOffered } from '#tests/support/people/persona-visits.ts'
import { type Persona, personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  const { name: main, audit } = world.table
  expect((await invariantsAt(world.env.DYNAMODB_ENDPOINT, { main, audit, now: world.clock.now() })).faults).toEqual([])
  await world.close()
})

const persona = personaOf('bookings-phone-interpreter')

const withPhone = ({ steps, ...rest }: Persona, phone: string): Persona => ({
  ...rest,
  steps: steps.map((step) =>
    step.is === 'page' && 'mobileNumber' in step.typed
      ? { ...step, typed: { ...step.typed, mobileNumber: [phone] } }
      : step,
  ),
})

const named = ({ steps, ...rest }: Persona, firstName: string): Persona => ({
  ...rest,
  steps: steps.map((step) =>
    step.is === 'page' && 'firstName' in step.typed
      ? { ...step, typed: { ...step.typed, firstName: [firstName] } }
      : step,
  ),
})

// Everything answered, a time held, nothing sent.
const ready = async (
  phone: string,
  person = visitor(world.citizen, citizenOrigin),
  name = 'Asha',
): Promise<Visitor> => {
  await answerAs(person, named(withPhone(await persona, phone), name))
  await person.get('/bookings/declaration')
  return person
}

// The same browser in a second tab, with a form of its own.
const again = async (phone: string, first: Visitor): Promise<Visitor> => {
  const tab = visitor(world.citizen, citizenOrigin)
  for (const [name, value] of first.cookies) tab.cookies.set(name, value)
  return ready(phone, tab)
}

const send = (person: Visitor) => person.post('/bookings/declaration', { agree: 'yes' })

const booked = async (phone: string): Promise<{ readonly person: Visitor; readonly reference: string }> => {
  const person = await ready(phone)
  const { html } = await send(person)
  return { person, reference: referenceOn(html) }
}

const proves = async (person: Visitor, phone: string): Promise<void> => {
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await world.sendTexts()
  const codes = world.texts().flatMap(({ body }) => /^\d{6}/.exec(body)?.[0] ?? [])
  await person.post('/return/code', { code: codes.at(-1) ?? '' })
}

describe('a person who has an appointment', () => {
  it('is led to it when they send another, from any browser in which they have shown that the number is theirs', async () => {
    const phone = '07700 900 401'
    const { reference } = await booked(phone)
    const other = visitor(world.citizen, citizenOrigin)
    await proves(other, phone)
    expect(other.last().html).toContain(reference)
    const shown = await send(await ready(phone, other))
    expect(shown.path).toBe(`/appointments/${reference}?already=1`)
    expect(shown.html).toContain('You already have this appointment')
  })

  it('is not given away to a browser that has not: it is told the same as for a number that nobody has booked with', async () => {
    const [booking, free] = ['07700 900 421', '07700 900 422']
    const { reference } = await booked(booking)
    const [strangers, others] = [await send(await ready(booking)), await send(await ready(free))]
    const plain = ({ html }: typeof strangers): string =>
      html
        .replaceAll(/B[B-DF-HJ-NP-TV-Z2-9]{7}/g, 'REF')
        .replaceAll(/name="_csrf" value="[^"]*"/g, '')
        .replaceAll(/ending \d{3}|\d+(:\d\d)?[ap]m|\w+ \d+ \w+ 20\d\d/g, '')
    expect([strangers.path, plain(strangers)]).toEqual([others.path, plain(others)])
    expect(strangers.html).not.toContain(reference)
  })

  it('does not keep somebody else with the same number from one of their own', async () => {
    const phone = '07700 900 423'
    await booked(phone)
    const person = visitor(world.citizen, citizenOrigin)
    await proves(person, phone)
    expect(titleIn((await send(await ready(phone, person, 'Another'))).html)).toContain('Appointment booked')
  })

  it('leaves the time that they held to others', async () => {
    const { person } = await booked('07700 900 402')
    const second = await again('07700 900 402', person)
    const held = await timeOf(second)
    expect(held).toMatch(/20\d\d.*[ap]m/)
    await send(second)
    const other = await ready('07700 900 403')
    expect(await timeOf(other)).toBe(held)
  })

  it('has one, though two tabs send at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const phone = `07700 900 41${round}`
      const first = await ready(phone)
      const tabs = [first, await again(phone, first)]
      const ends = await Promise.all(tabs.map(send))
      expect(ends.map(({ path }) => path.replace(/B[A-Z0-9]{7}/, 'REF')).toSorted()).toEqual([
        '/appointments/REF?already=1',
        '/bookings/confirmation',
      ])
    }
  })

  it('still has it when it has moved, and may book again when it is cancelled', async () => {
    const phone = '07700 900 404'
    const { person, reference } = await booked(phone)
    const at = `/appointments/${reference}`
    await person.get(`${at}/change`)
    await person.post(`${at}/change`, { day: firstOffered(person.last().html, 'day') })
    await person.post(person.last().path, { time: firstOffered(person.last().html, 'time') })
    expect(person.last().html).toContain('We have changed your appointment')
    expect((await send(await again(phone, person))).path).toBe(`${at}?already=1`)
    await person.get(`${at}/cancel`)
    await person.post(`${at}/cancel`, {})
    expect(titleIn((await send(await again(phone, person))).html)).toContain('Appointment booked')
  })

  it('may book again when it is over, though nobody has closed it', async () => {
    const phone = '07700 900 405'
    const { reference } = await booked(phone)
    const ends = (await world.counter.cases.get(reference))?.appointment?.endsAt ?? 0
    const now = world.clock.now()
    const owner = visitor(world.citizen, citizenOrigin)
    world.clock.set(ends - 20 * 60_000)
    await proves(owner, phone)
    expect((await send(await ready(phone, owner))).path).toBe(`/appointments/${reference}?already=1`)
    world.clock.set(ends + 5 * 60_000)
    expect(titleIn((await send(await ready(phone, owner))).html)).toContain('Appointment booked')
    world.clock.set(now)
  })
})

// What the check page says of the day and the time.
const timeOf = async (person: Visitor): Promise<string> => {
  const { html } = await person.get('/bookings/check-your-answers')
  // Of what is read, not of tokens that may hold anything.
  const read = html.replaceAll(/<[^>]*>/g, ' ')
  return [...read.matchAll(/\d+ \w+ 20\d\d|\d+(:\d\d)?[ap]m/g)].map(([words]) => words).join(' ')
}
