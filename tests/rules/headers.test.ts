// The headers of every answer, and that no form is taken without its own token (docs/guarantees.md, "Headers" and "Sessions and forms").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formOf, tokenIn, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { pageHeaders } from '#web/middleware/headers.ts'
import { inlineScriptHash } from '../../views/build/inline-script.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

// What must stand on every answer, whatever its status.
const always = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

const answers: readonly (readonly [
  string,
  number,
  () => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>> }>,
])[] = [
  ['a page', 200, () => person().ask({ method: 'GET', path: '/' })],
  ['a redirect', 303, () => person().ask({ method: 'GET', path: '/housing/tasks' })],
  ['a page that is not there', 404, () => person().ask({ method: 'GET', path: '/wp-login.php' })],
  [
    'a form without its token',
    403,
    () => person().ask({ method: 'POST', path: '/housing/start', ...formOf({}, citizenOrigin) }),
  ],
  ['a method that is not for this address', 405, () => person().ask({ method: 'DELETE', path: '/housing' })],
  [
    'a body that is no form',
    415,
    () =>
      person().ask({
        method: 'POST',
        path: '/housing/start',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
  ],
  [
    'a body that is too large',
    413,
    () =>
      person().ask({ method: 'POST', path: '/housing/start', ...formOf({ a: 'a'.repeat(300_000) }, citizenOrigin) }),
  ],
]

const person = () => visitor(world.citizen, citizenOrigin)

describe('headers', () => {
  it.each(answers)('stand on %s (%i), and no other site may frame it (H72)', async (_what, status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(always)
    expect(answer.headers['content-security-policy']).toContain(`script-src 'self' '${await inlineScriptHash()}'`)
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })
})

describe('the content security policy', () => {
  it('lets residents’ pages send files to one bucket, and staff pages show those of another', () => {
    const [theirs, ours] = [pageHeaders({ uploads: 'https://a.example' }), pageHeaders({ files: 'https://b.example' })]
    const open = (headers: typeof ours): string =>
      String(headers['content-security-policy'])
        .split('; ')
        .filter((directive) => directive.includes('https://'))
        .join('; ')
    expect(open(theirs)).toBe("connect-src 'self' https://a.example; form-action 'self' https://a.example")
    expect(open(ours)).toBe("img-src 'self' data: https://b.example; frame-src https://b.example")
    expect(open(pageHeaders({}))).toBe('')
  })
})

describe('every route that takes a form', () => {
  const posts = () => citizenRoutes(world.counter.services).filter(({ method }) => method === 'POST')

  it('is refused without the token of its session, from another site, and without saying where it comes from', async () => {
    const counts = { refused: 0 }
    for (const { path } of posts()) {
      const someone = person()
      await someone.get('/housing')
      const token = tokenIn(someone.last().html)
      const at = path.replace(/\{[^}]+\}/g, 'x')
      const good = formOf({ _csrf: token }, citizenOrigin)
      const attempts = [
        formOf({}, citizenOrigin),
        formOf({ _csrf: 'wrong.token' }, citizenOrigin),
        { ...good, headers: { ...good.headers, 'sec-fetch-site': 'cross-site' } },
        { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' } },
        { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' } },
      ]
      for (const attempt of attempts) {
        const answer = await someone.ask({ method: 'POST', path: at, ...attempt })
        expect([path, answer.status]).toEqual([path, 403])
        counts.refused += 1
      }
      const stranger = person()
      await stranger.get('/')
      expect([path, (await stranger.ask({ method: 'POST', path: at, ...good })).status]).toEqual([path, 403])
    }
    expect(counts.refused).toBe(posts().length * 6)
    expect(posts().length).toBeGreaterThan(20)
  })

  it('has a policy, and a route without one stops the program', async () => {
    const { checkedRoutes } = await import('#web/routes.ts')
    const route = { method: 'GET', path: '/x', answer: () => ({ status: 200 }) } as const
    expect(() => checkedRoutes([{ ...route, policy: '' }])).toThrow('Routes without a policy: GET /x')
    expect(citizenRoutes(world.counter.services).every(({ policy }) => policy.length > 0)).toBe(true)
  })
})
