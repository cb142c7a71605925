// A chosen time is kept for 10 minutes, and once more for whoever asks (docs/rules/bookings.md,
// "Holding a time"): said on each page, and true of what others are offered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAs, firstOffered, walkTo } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const minute = 60_000
const persona = personaOf('bookings-phone-interpreter')

const atDay = async (): Promise<Visitor> => {
  const person = visitor(world.citizen, citizenOrigin)
  await walkTo(person, await persona, 'when/day')
  return person
}

// On the page after the one where a time was chosen.
const chosen = async (): Promise<Visitor> => {
  const person = await atDay()
  await person.post('/bookings/when/day', { day: firstOffered(person.last().html, 'day') })
  await person.post('/bookings/when/time', { time: firstOffered(person.last().html, 'time') })
  return person
}

const said = (person: Visitor): string =>
  /govuk-inset-text">([\s\S]*?)<\/div>/
    .exec(person.last().html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim() ?? 'nothing'

const mayKeep = (person: Visitor): boolean => person.last().html.includes('value="keep"')

const offered = async (time: string): Promise<boolean> => {
  const other = await atDay()
  await other.post('/bookings/when/day', { day: firstOffered(other.last().html, 'day') })
  return other.last().html.includes(`value="${time}`)
}

const timeOf = async (person: Visitor): Promise<string> => {
  const { html } = await person.get('/bookings/when/time')
  return /value="([^"]+)"[^>]* checked/.exec(html)?.[1] ?? ''
}

describe('a time that was chosen', () => {
  it('is kept until a time that each page says', async () => {
    world.clock.set(Date.parse('2026-11-24T10:00:00Z'))
    const person = await chosen()
    const words = /^We are keeping \w+ \d+ \w+ at \S+ for you until 10:10am\.$/
    expect(said(person)).toMatch(words)
    world.clock.pass(minute)
    for (const path of ['details/name', 'when/time']) {
      await person.get(`/bookings/${path}`)
      expect(said(person)).toMatch(words)
      // Where it is chosen, it is chosen anew: a button there would save the page and forget how long.
      expect(mayKeep(person)).toBe(path !== 'when/time')
    }
  })

  it('is kept once more for whoever asks, with what they had typed; and not twice', async () => {
    world.clock.set(Date.parse('2026-11-24T11:00:00Z'))
    const person = await chosen()
    const time = await timeOf(person)
    await person.get('/bookings/details/name')
    world.clock.pass(8 * minute)
    await person.post('/bookings/details/name', { firstName: 'Half', lastName: '', do: 'keep' })
    expect([person.last().path, said(person)]).toEqual([
      '/bookings/details/name',
      expect.stringContaining('until 11:20am'),
    ])
    expect(person.last().html).toContain('value="Half"')
    expect(mayKeep(person)).toBe(false)
    await person.post('/bookings/details/name', { firstName: 'Half', lastName: '', do: 'keep' })
    expect(said(person)).toContain('until 11:20am')
    world.clock.pass(11 * minute)
    expect(await offered(time)).toBe(false)
    world.clock.pass(2 * minute)
    expect(await offered(time)).toBe(true)
  })

  it('is had again when it ran out and is still free, and is gone when it is another’s', async () => {
    world.clock.set(Date.parse('2026-11-24T13:00:00Z'))
    const person = await chosen()
    const [hour] = (await timeOf(person)).split('.')
    world.clock.pass(11 * minute)
    await person.get('/bookings/details/name')
    expect(said(person)).toMatch(/^We kept .* until 1:10pm\. It is yours if it is still free when you send this\.$/)
    // Of every officer who has it.
    while (await offered(`${hour}.`)) await chosen()
    await person.get('/bookings/details/name')
    await person.post('/bookings/details/name', { firstName: 'Late', lastName: 'Person', do: 'keep' })
    expect(person.last().path).toBe('/bookings/when/day?taken=1')
    expect(person.last().html).toContain('The time you chose is no longer free')
    world.clock.pass(11 * minute)
    await person.get('/bookings/details/name')
    await person.post('/bookings/details/name', { firstName: 'Late', lastName: 'Person', do: 'keep' })
    expect(said(person)).toContain('until 1:32pm')
  })

  it('is kept once more from the pages that ask nothing too, and leads nowhere else', async () => {
    world.clock.set(Date.parse('2026-11-24T14:00:00Z'))
    const person = visitor(world.citizen, citizenOrigin)
    await answerAs(person, await persona)
    expect(said(person)).toContain('until 2:10pm')
    await person.post('/bookings/keep-time', { at: 'https://elsewhere.example/' })
    expect(person.last().path).toBe('/bookings/check-your-answers')
    expect(said(person)).toContain('until 2:20pm')
    expect(person.last().html).not.toContain('keep-time')
  })

  it('is not kept for longer because a browser says so', async () => {
    world.clock.set(Date.parse('2026-11-24T15:00:00Z'))
    const person = await atDay()
    await person.post('/bookings/when/day', { day: firstOffered(person.last().html, 'day') })
    const time = firstOffered(person.last().html, 'time')
    const far = String(Date.parse('2027-01-01T00:00:00Z'))
    await person.post('/bookings/when/time', { time, 'kept-until': far, 'kept-again': 'no' })
    expect([said(person), titleIn(person.last().html)]).toEqual([
      expect.stringContaining('until 3:10pm'),
      expect.stringContaining('name'),
    ])
  })
})
