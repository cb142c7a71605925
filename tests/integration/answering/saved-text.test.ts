// Saving for later: one text that says where to carry on, and no more of them to one number than five a day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textPartsOf } from '#domain/texts/parts.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const saved = async (phone: string): Promise<Visitor> => {
  const person = visitor(world.citizen, citizenOrigin)
  await person.get('/bookings')
  await person.post('/bookings/start', {})
  await person.get('/bookings/save')
  await person.post('/bookings/save', { phone })
  return person
}

const textsTo = async (phone: string) => {
  await world.sendTexts()
  return world.texts().filter(({ to }) => to === phone)
}

describe('saving for later', () => {
  it('sends one text in one part, with a link that opens the way back', async () => {
    const person = await saved('07700 900 401')
    const texts = await textsTo('+447700900401')
    expect(texts.map(({ body }) => textPartsOf(body))).toEqual([
      expect.objectContaining({ parts: 1, alphabet: 'GSM-7' }),
    ])
    const link = /\/return\/[A-Z0-9]+/.exec(texts[0]?.body ?? '')?.[0] ?? ''
    expect((await person.get(link)).html).toContain(link.slice('/return/'.length))
  })

  it('again with the same number texts nobody again', async () => {
    const person = await saved('07700 900 402')
    await person.get('/bookings/what/for')
    expect((await person.post('/bookings/save', { phone: '07700 900 402' })).status).toBe(200)
    expect(await textsTo('+447700900402')).toHaveLength(1)
  })

  it('to one number more than five times a day still saves, and texts no more', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => saved('07700 900 403')))
    expect(all.map((person) => person.last().html.replaceAll('\u00a0', ' ').includes('07700 900 403'))).toEqual(
      all.map(() => true),
    )
    expect(await textsTo('+447700900403')).toHaveLength(5)
  })

  it('waits for the times that the form says are safe', async () => {
    world.clock.set(Date.parse('2026-12-04T12:30:00Z'))
    const person = await drafted(world, 'housing-single-renter', {
      'before/safe-times': {
        ...{ safeTimes: ['someTimes'], voicemail: ['no'] },
        ...{ safeDays: ['weekdays'], safeHours: ['evening'] },
      },
    })
    await person.get('/housing/save')
    await person.post('/housing/save', { phone: '07700 900666' })
    expect(await textsTo('+447700900666')).toEqual([])
    world.clock.set(Date.parse('2026-12-04T17:05:00Z'))
    expect(await textsTo('+447700900666')).toHaveLength(1)
  })

  it('stands on the list of all texts that we send', async () => {
    const { html } = await visitor(world.citizen, citizenOrigin).get('/texts')
    expect(html).toContain('has saved your answers')
    expect(html).toContain('is your code')
  })
})
