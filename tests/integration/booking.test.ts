import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { titleIn, type Visitor, visitor } from '#tests/support/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

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

const firstOf = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? ''

describe('booking an appointment', () => {
  it('ends with a reference, a text to the phone and a case for the team', async () => {
    const person = await untilDay()
    expect(person.last().path).toBe('/bookings/when/day')
    await person.post('/bookings/when/day', { day: firstOf(person.last().html, 'day') })
    await person.post('/bookings/when/time', { time: firstOf(person.last().html, 'time') })
    await person.post('/bookings/details/name', { firstName: 'Sample', lastName: 'Person' })
    await person.post('/bookings/details/phone', { mobileNumber: '07700 900 123' })
    await person.post('/bookings/details/texts', { safeToText: 'yes' })
    await person.post('/bookings/details/email', {})
    const check = await person.post('/bookings/details/know', {})
    expect(titleIn(check.html)).toBe('Check your answers')
    await person.get('/bookings/declaration')
    const done = await person.post('/bookings/declaration', { agree: 'yes' })
    expect(titleIn(done.html)).toContain('Appointment booked')
    await world.sendTexts()
    expect(world.texts().map(({ to }) => to)).toEqual(['+447700900123'])
    const { cases } = await world.counter.cases.worklist({
      teams: ['bookings'],
      show: 'team',
      userId: '',
      today: '2026-11-25',
      sort: 'due',
      size: 10,
    })
    expect(cases.map(({ title, state }) => [title, state])).toEqual([['Sample Person', 'confirmed']])
    expect(world.texts()[0]?.body).toContain(cases[0]?.reference)
  })
})
