// What link checkers, monitors and old programs ask, and what attackers put beside it.
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventOf } from '#infra/local/gateway.ts'
import { context, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const somebody = () => visitor(world.citizen, citizenOrigin)

type Asking = { readonly url: string; readonly cookie?: string }

const asking = ({ url, cookie }: Asking): IncomingMessage => {
  const request = new IncomingMessage(new Socket())
  return Object.assign(request, { url, method: 'GET', headers: cookie === undefined ? {} : { cookie } })
}

describe('HEAD', () => {
  it.each(['/', '/housing', '/housing/tasks', '/no-such-page'])(
    'answers as GET does, without its content: %s',
    async (path) => {
      const [head, get] = [
        await somebody().ask({ method: 'HEAD', path }),
        await somebody().ask({ method: 'GET', path }),
      ]
      expect([head.status, head.html]).toEqual([get.status, ''])
      expect(Object.keys(head.headers).toSorted()).toEqual(Object.keys(get.headers).toSorted())
      expect(head.headers['content-type']).toBe(get.headers['content-type'])
    },
  )
})

describe('a method that an address has not', () => {
  it.each([
    ['DELETE', '/housing', 'GET, HEAD'],
    ['PUT', '/housing/start', 'GET, HEAD, POST'],
    ['POST', '/accessibility', 'GET, HEAD'],
    ['DELETE', '/return', 'GET, HEAD, POST'],
  ])('is refused with those that it has: %s %s', async (method, path, allow) => {
    const answer = await somebody().ask({ method, path })
    expect([answer.status, answer.headers.allow]).toEqual([405, allow])
  })
  it('says nothing of methods where there is no such address', async () => {
    const answer = await somebody().ask({ method: 'DELETE', path: '/no-such-page' })
    expect([answer.status, answer.headers.allow]).toEqual([404, undefined])
  })
})

describe('an encoded slash', () => {
  const pathOf = (url: string): string => eventOf(asking({ url }), Buffer.alloc(0)).rawPath

  it.each([
    ['/cases%2ffind', '/cases%2ffind'],
    ['/cases%2Ffind', '/cases%2Ffind'],
    ['/cases%5cfind', '/cases%5cfind'],
    ['/caf%C3%A9', '/café'],
    ['/cases/find', '/cases/find'],
  ])('is no slash: %s', (url, path) => {
    expect(pathOf(url)).toBe(path)
  })
})

describe('two cookies of one name', () => {
  it('that say different things both count for nothing, whichever comes first', async () => {
    const person = somebody()
    await person.get('/bookings')
    await person.post('/bookings/start', {})
    const mine = person.cookies.get('__Host-counter') ?? ''
    const asked = async (...cookies: readonly string[]) => {
      const cookie = cookies.map((value) => `__Host-counter=${value}`).join('; ')
      const event = eventOf(asking({ url: '/bookings/what/for', cookie }), Buffer.alloc(0))
      return (await world.citizen(event, context)).statusCode
    }
    expect([await asked(mine), await asked(mine, mine)]).toEqual([200, 200])
    expect([await asked(mine, 'x.y'), await asked('x.y', mine), await asked('x.y', mine, mine)]).toEqual([
      303, 303, 303,
    ])
  })
})
