import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { titleIn, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const fieldsIn = (text: string): readonly (readonly string[])[] =>
  text.split('\n').flatMap((line) => (line === '' ? [] : [line.split(/: (.*)/).slice(0, 2)]))

describe('whoever finds a fault in the website', () => {
  it('finds in security.txt where to report it, good for less than a year from today (RFC 9116)', async () => {
    const answer = await visitor(world.citizen, citizenOrigin).get('/.well-known/security.txt')
    const fields = fieldsIn(answer.html)
    const [expires] = fields.flatMap(([name, value]) => (name === 'Expires' ? [Date.parse(value ?? '')] : []))
    const days = ((expires ?? 0) - world.clock.now()) / 86_400_000
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(fields.map(([name]) => name)).toEqual(expect.arrayContaining(['Contact', 'Expires', 'Canonical', 'Policy']))
    expect([days > 30, days < 365]).toEqual([true, true])
    expect(fields.find(([name]) => name === 'Canonical')?.[1]).toBe(`${citizenOrigin}/.well-known/security.txt`)
  })

  it('reads what to do and what we do, and comes to it from the foot of every page', async () => {
    const person = visitor(world.citizen, citizenOrigin)
    const text = (await person.get('/.well-known/security.txt')).html
    const policy = fieldsIn(text).find(([name]) => name === 'Policy')?.[1] ?? ''
    const page = await person.get(new URL(policy).pathname)
    expect(titleIn(page.html)).toBe('Report a security problem')
    expect((await person.get('/housing')).html).toContain('href="/security"')
  })
})
