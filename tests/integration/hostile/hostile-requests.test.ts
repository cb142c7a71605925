// Hostile requests (docs/guarantees.md, "Hostile inputs"), over HTTP to the running product: each against every route of both sides where it fits, from
// the routes themselves. Every answer is one of our pages, and what must store nothing stores nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { services } from '#services/catalogue.ts'
import {
  expectOurs,
  formType,
  type HostileHost,
  posted,
  type Sent,
  type Somebody,
  say,
  startHostileHost,
} from '#tests/support/worlds/hostile-host.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { staffRoutes } from '#web/staff/routes.ts'

const officer: Staff = { is: 'staff', id: 'u1', name: 'U', roles: ['housing-officer'], teams: ['housing'] }

type Side = {
  readonly origin: string
  readonly routes: readonly Address[]
  readonly who: Somebody
  readonly other: Somebody
}
type Address = { readonly method: 'GET' | 'POST'; readonly path: string; readonly open: boolean }

let it_: HostileHost
let sides: readonly Side[]
beforeAll(async () => {
  it_ = await startHostileHost(3760)
  const { host, counter } = it_
  const drafts = services.map((service) => newDraft(service, counter.ids, counter.clock.now()))
  for (const draft of drafts) await counter.drafts.start(draft)
  const session = { drafts: Object.fromEntries(drafts.map(({ service, id }) => [service, id])), owner: 'nobody' }
  sides = [
    {
      origin: host.residents,
      routes: citizenRoutes(services).map((route) => addressOf(route, route.policy === 'open')),
      who: it_.resident(session),
      other: it_.resident(session),
    },
    {
      origin: host.staff,
      routes: staffRoutes.map((route) => addressOf(route, route.policy === 'anybody')),
      who: await it_.officer(officer),
      other: await it_.officer(officer),
    },
  ]
})
afterAll(() => it_.close())

// A route's address with something real in its places, where there is something real.
const addressOf = (route: { readonly method: 'GET' | 'POST'; readonly path: string }, open: boolean): Address => {
  const form = services.find(({ id }) => route.path.startsWith(`/${id}/`))?.form
  const section = form?.sections[0]
  const real: Readonly<Record<string, string>> = {
    section: section?.id ?? 'x',
    page: section?.pages[0]?.id ?? 'x',
    reference: 'HBCDFGH2',
    service: 'housing',
    trial: services.find(({ id }) => id === 'housing')?.trials?.[0]?.id ?? 'x',
  }
  return { method: route.method, path: route.path.replace(/\{(\w+)\}/g, (_, name: string) => real[name] ?? '1'), open }
}

type Row = readonly [string, Sent, readonly number[]]

// Sends rows against every address that `of` makes them for; nothing may be stored. Gives how many were sent.
const sendAll = async (of: (address: Address, side: Side) => readonly Row[]): Promise<number> => {
  const before = await it_.stored()
  let sent = 0
  for (const side of sides) {
    for (const address of side.routes) {
      for (const [row, request, statuses] of of(address, side)) {
        const said = [row, request.method ?? 'GET', address.path, Object.keys(request.headers ?? {}).join()]
        const answer = await say(side.origin, request)
        expectOurs(answer, said)
        expect([said, answer.status, statuses.includes(answer.status)]).toEqual([said, answer.status, true])
        expect([said, /evil\.example/.test(answer.body + String(answer.headers.location))]).toEqual([said, false])
        sent += 1
      }
    }
  }
  expect(await it_.stored()).toBe(before)
  return sent
}

const posts = (): readonly Address[] => sides.flatMap(({ routes }) => routes.filter(({ method }) => method === 'POST'))
const gets = (): readonly Address[] => sides.flatMap(({ routes }) => routes.filter(({ method }) => method === 'GET'))

// What a person who is not signed in is told first, on the staff side.
const anyPage = [200, 303, 400, 401, 403, 404, 405, 409]

describe('a form to any route', () => {
  it('of the wrong kind is 415, and too large is 413 (H14, H23, H26, H27, H28)', async () => {
    const kinds = [
      ['H26', { 'content-type': 'application/json' }, '{"a":1}'],
      ['H26', { 'content-type': 'text/plain' }, '_csrf=x'],
      ['H26', {}, '_csrf=x'],
      [
        'H23',
        { 'content-type': 'multipart/form-data; boundary=b' },
        '--b\r\nContent-Disposition: form-data; name="a[]"',
      ],
      ['H27', { 'content-type': 'multipart/form-data; boundary="b b"' }, '--b b\r\n'.repeat(1001)],
    ] as const
    const sent = await sendAll(({ method, path }, { who }) =>
      method === 'GET'
        ? []
        : [
            ...kinds.map(
              ([row, headers, body]): Row => [
                row,
                { method, path, body, headers: { ...headers, cookie: who.cookie } },
                [415],
              ],
            ),
            ['H14', posted(who, path, [['a', 'x'.repeat(1024 * 1024)]]), [413]],
          ],
    )
    expect(sent).toBe(posts().length * 6)
  })

  it('that does not come from our own page and this session is 403 (H30, H31, H32)', async () => {
    const sent = await sendAll(({ method, path }, { who, other, origin }) => {
      if (method === 'GET') return []
      const ours = { ...formType, cookie: who.cookie }
      const body = `_csrf=${who.token}&a=1`
      const row = (name: string, headers: Readonly<Record<string, string>>, sentBody = body): Row => [
        name,
        { method, path, headers: { ...ours, ...headers }, body: sentBody },
        [403],
      ]
      return [
        row('H30', { 'sec-fetch-site': 'same-origin' }, 'a=1'),
        row('H30', { 'sec-fetch-site': 'same-origin' }, `_csrf=${other.token}`),
        row('H30', { 'sec-fetch-site': 'same-origin' }, '_csrf=x.y'),
        row('H31', { 'sec-fetch-site': 'cross-site' }),
        row('H31', { 'sec-fetch-site': 'same-site', origin }),
        row('H31', { 'sec-fetch-site': 'none' }),
        row('H32', { origin: 'null' }),
        row('H32', {}),
        row('H32', { origin: 'https://evil.example' }),
      ]
    })
    expect(sent).toBe(posts().length * 9)
  })
})

// "Exit this page" is a link, so that it works without a script. It only ever takes access away from the browser that follows it:
// browser/whose-phone shows what it leaves.
const endsOnGet = '/leave'

describe('an address of any route', () => {
  it('asked with another method changes nothing (H34)', async () => {
    const sent = await sendAll(({ path }, { who }) => [
      ...['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map(
        (method): Row => ['H34', { method, path, headers: { cookie: who.cookie } }, [404, 405]],
      ),
      ['H34', { method: 'HEAD', path, headers: { cookie: who.cookie } }, anyPage],
      ...(path === endsOnGet
        ? []
        : [
            [
              'H34',
              { path: `${path}?_method=DELETE`, headers: { cookie: who.cookie, 'x-http-method-override': 'DELETE' } },
              anyPage,
            ] satisfies Row,
          ]),
    ])
    expect(sent).toBe(sides.flatMap(({ routes }) => routes).length * 6 - 1)
  })

  it('with a strange query, host or cookie is the page that it is, and leads nowhere else (H16, H20, H29, H36, H39, H69)', async () => {
    const queries = ['next=//evil.example', 'to=/%5Cevil.example', 'to=https:evil.example', 'to=%2f%2fevil.example']
    const sent = await sendAll(({ method, path }, { who }) => {
      if (method === 'POST' || path === endsOnGet) return []
      const headers = { cookie: who.cookie }
      return [
        ...queries.map((query): Row => ['H36', { path: `${path}?${query}`, headers }, anyPage]),
        ['H16', { path: `${path}?a=%0d%0aSet-Cookie:%20x=1`, headers }, anyPage],
        ['H20', { path: `${path}?__proto__=x&constructor[prototype][a]=1`, headers }, anyPage],
        ['H39', { path, headers: { ...headers, host: 'evil.example' } }, anyPage],
        [
          'H39',
          { path, headers: { ...headers, 'x-forwarded-host': 'evil.example', 'x-original-url': '/cases' } },
          anyPage,
        ],
        ['H29', { path, headers: { cookie: `${who.cookie}; a=${'x'.repeat(11_000)}` } }, anyPage],
        ['H69', { path, headers: { cookie: '__Host-counter=evil.example; __Host-staff=evil.example' } }, anyPage],
      ]
    })
    expect(sent).toBe((gets().length - 1) * 10)
    expect(Object.getOwnPropertyDescriptor(Object.prototype, 'a')).toBeUndefined()
  })

  it('that nobody has is 404 (H61)', async () => {
    const scans = [
      '/.git/config',
      '/.env',
      '/wp-login.php',
      '/debug',
      '/openapi.json',
      '/%00',
      '/%',
      '/%ff',
      '/..%2f..%2fetc/passwd',
      `/${'x'.repeat(8000)}`,
      '/__proto__',
      '/constructor',
    ]
    for (const { origin } of sides)
      for (const path of scans) {
        const answer = await say(origin, { path })
        expectOurs(answer, ['H61', path])
        expect([path, answer.status]).toEqual([path, 404])
      }
  })
})

describe('who may not', () => {
  it('sees no staff page with a cookie that opens no session (H68, H71)', async () => {
    const made = (header: object): string => `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.`
    const cookies = ['', 'x', made({ alg: 'none' }), made({ alg: 'HS256' }), '__proto__', 'a'.repeat(500)]
    const [, staff] = sides
    const behind = staff?.routes.filter(({ open }) => !open) ?? []
    for (const { method, path } of behind)
      for (const value of cookies) {
        const headers = { cookie: `__Host-staff=${value}`, 'sec-fetch-site': 'same-origin', ...formType }
        const answer = await say(staff?.origin ?? '', {
          method,
          path,
          headers,
          ...(method === 'POST' ? { body: 'a=1' } : {}),
        })
        expectOurs(answer, ['H68', method, path, value.slice(0, 20)])
        expect([path, [303, 401].includes(answer.status)]).toEqual([path, true])
      }
    expect(behind.length * cookies.length).toBeGreaterThanOrEqual(90)
  })

  it('finds another’s application no different from one that nobody has (H41, H57)', async () => {
    const [residents] = sides
    for (let tried = 0; tried < 100; tried += 1) {
      const path = `/my-applications/HBCDFG${String(tried).padStart(2, '0')}`
      const answer = await say(residents?.origin ?? '', { path, headers: { cookie: residents?.who.cookie ?? '' } })
      expectOurs(answer, ['H57', path])
      expect(answer.status).toBe(404)
    }
  })

  it('gets no more than three codes an hour, from wherever they ask (H39, H42)', async () => {
    const statuses: number[] = []
    for (let tried = 0; tried < 50; tried += 1) {
      const sent = posted(it_.resident({}), '/return', [
        ['phone', '07700 900 555'],
        ['reference', ''],
      ])
      const headers = { ...sent.headers, 'x-forwarded-for': `10.0.0.${tried}` }
      const answer = await say(it_.host.residents, { ...sent, headers })
      expectOurs(answer, 'H42')
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([303, 303, 303, ...Array.from({ length: 47 }, () => 429)])
  })
})
