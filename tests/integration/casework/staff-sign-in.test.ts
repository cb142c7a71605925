// Signing in at the identity provider, and everything that stays shut without it
// (docs/guarantees.md, "Staff sign-in"; H30, H31, H36, H38, H69, H71).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld, throughProvider } from '#tests/support/worlds/staff-world.ts'
import { formOf, titleIn, tokenIn, visitor } from '#tests/support/worlds/visitor.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import { signIn } from '#usecases/casework/sign-in.ts'
import type { Claims } from '#usecases/ports/staff.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let desk: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
})
afterAll(() => desk.close())

const minute = 60_000
const browser = () => visitor(desk.staff, staffOrigin)
const shut = staffRoutes.filter(({ policy }) => policy !== 'anybody')
const at = (path: string): string => path.replace('{reference}', 'H2345678').replace(/\{[^}]+\}/g, 'x')

const begun = async () => {
  const person = browser()
  const start = await person.ask({ method: 'GET', path: '/sign-in/start' })
  return { person, back: await throughProvider(start.headers.location ?? '', 'housing-officer-1') }
}

describe('every address of the staff side', () => {
  it.each(shut.map(({ method, path }) => [method, path] as const))(
    'is shut without a session: %s %s',
    async (method, path) => {
      const form = method === 'POST' ? formOf({ _csrf: 'a.b' }, staffOrigin) : {}
      const person = browser()
      const stranger = await person.ask({ method, path: at(path), ...form })
      expect([stranger.status, stranger.headers.location?.split('?')[0]]).toEqual(
        method === 'GET' ? [303, '/sign-in'] : [401, undefined],
      )
      person.cookies.set('__Host-staff', 'of-a-session-that-is-over')
      const over = await person.ask({ method, path: at(path), ...form })
      expect([over.status, titleIn(over.html)]).toEqual([401, 'Sign in to casework'])
      expect(over.html).not.toContain('Sign out')
    },
  )

  it.each(shut.filter(({ method }) => method === 'POST').map(({ path }) => path))(
    'takes no form without the token of its session, or from another site: %s',
    async (path) => {
      const person = await desk.signedIn('housing-manager')
      const other = await desk.signedIn('housing-officer-1')
      const good = formOf({ _csrf: tokenIn(person.last().html) }, staffOrigin)
      const attempts = [
        formOf({}, staffOrigin),
        formOf({ _csrf: tokenIn(other.last().html) }, staffOrigin),
        { ...good, headers: { ...good.headers, 'sec-fetch-site': 'cross-site' } },
        { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' } },
        { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ]
      for (const attempt of attempts) {
        const answer = await person.ask({ method: 'POST', path: at(path), ...attempt })
        expect([path, answer.status]).toEqual([path, 403])
      }
    },
  )
})

describe('signing in', () => {
  it('goes to the provider with PKCE, state and nonce, and comes back as the person who was chosen there', async () => {
    const start = await browser().ask({ method: 'GET', path: '/sign-in/start' })
    const asked = new URL(start.headers.location ?? '').searchParams
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20)
    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code'])
    const person = await desk.signedIn('housing-officer-1')
    expect(person.last().path).toBe('/cases')
    expect(person.last().html).toContain('Housing officer 1, Housing officer')
  })

  it('gives a cookie that scripts, other sites and plain connections do not get', async () => {
    const { person, back } = await begun()
    const { setCookies: cookies } = await person.ask({ method: 'GET', path: back })
    expect(cookies.find((one) => one.startsWith('__Host-staff='))).toMatch(
      /^__Host-staff=[\w-]{32}; Secure; HttpOnly; Path=\/; SameSite=Lax$/,
    )
    expect(cookies.find((one) => one.startsWith('__Host-sign-in='))).toContain('Max-Age=0')
  })

  it('never goes on with a session that the browser had before (H69)', async () => {
    const { person, back } = await begun()
    person.cookies.set('__Host-staff', 'chosen-by-somebody-else')
    await person.get(back)
    expect(person.cookies.get('__Host-staff')).not.toBe('chosen-by-somebody-else')
    const first = person.cookies.get('__Host-staff')
    expect((await desk.signedIn('housing-officer-1')).cookies.get('__Host-staff')).not.toBe(first)
  })

  it.each([
    ['another state', (back: string) => back.replace(/state=[^&]+/, 'state=another')],
    ['another code', (back: string) => back.replace(/code=[^&]+/, 'code=another')],
    ['no code', (back: string) => back.replace(/code=[^&]+&/, '')],
    ['another issuer', (back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['an error', () => '/sign-in/callback?error=access_denied&state=x'],
    ['nothing', () => '/sign-in/callback'],
  ])('is refused with %s, and put in the log (H38)', async (_what, changed) => {
    const { person, back } = await begun()
    const before = desk.world.log.length
    const answer = await person.ask({ method: 'GET', path: changed(back) })
    expect([answer.status, titleIn(answer.html)]).toEqual([400, 'You are not signed in'])
    expect(person.cookies.has('__Host-staff')).toBe(false)
    expect(desk.world.log.slice(before).map(({ event }) => event)).toContain('sign-in-refused')
  })

  it('is refused a second time with the same code, in another browser, and after ten minutes (H38)', async () => {
    const first = await begun()
    const pending = new Map(first.person.cookies)
    await first.person.get(first.back)
    const again = browser()
    for (const [name, value] of pending) again.cookies.set(name, value)
    expect((await again.ask({ method: 'GET', path: first.back })).status).toBe(400)
    expect((await browser().ask({ method: 'GET', path: (await begun()).back })).status).toBe(400)
    const late = await begun()
    desk.world.clock.pass(11 * minute)
    expect((await late.person.ask({ method: 'GET', path: late.back })).status).toBe(400)
    desk.world.clock.pass(-11 * minute)
  })

  it('comes back to the page that was asked for, if it is one of ours (H36)', async () => {
    const wanted = async (to: string): Promise<string> => {
      const person = browser()
      const query = new URLSearchParams({ to })
      const start = await person.ask({ method: 'GET', path: `/sign-in/start?${query}` })
      const back = await throughProvider(start.headers.location ?? '', 'housing-officer-1')
      return (await person.ask({ method: 'GET', path: back })).headers.location ?? ''
    }
    expect(await wanted('/cases/H2345678')).toBe('/cases/H2345678')
    for (const evil of ['//evil.uk', '/\\evil.uk', 'https:evil.uk', '%2f%2fevil.uk', '/cases/../sign-out', '/sign-out'])
      expect([evil, await wanted(evil)]).toEqual([evil, '/cases'])
    const shutPage = await browser().get('/cases/H2345678')
    expect(shutPage.html).toContain('href="/sign-in/start?to=%2Fcases%2FH2345678"')
  })

  it('is of no use without a role here, and counts only roles and teams that there are', async () => {
    const nobody = { id: 'x', name: 'X', roles: ['chief'], teams: ['housing'] }
    const by = (claims: Claims) => ({ claims, token: 'made-here' })
    expect(await signIn(desk.desk, by(nobody), ['housing'])).toEqual({ ok: false, error: 'no-role' })
    const auditor = by({ ...nobody, roles: ['chief', 'auditor'], teams: ['housing', 'secrets'] })
    const session = await signIn(desk.desk, auditor, ['housing', 'planning'])
    const opened = session.ok ? await desk.desk.sessions.open(session.value, desk.world.clock.now()) : undefined
    expect([opened?.user.roles, opened?.user.teams]).toEqual([['auditor'], ['housing']])
    expect((await desk.audit('STAFF#x')).map(({ did, allowed }) => [did, allowed])).toEqual([
      ['sign-in', false],
      ['sign-in', true],
    ])
  })
})

describe('a session', () => {
  it('ends after 60 minutes without a request, and after ten hours whatever is done', async () => {
    const start = desk.world.clock.now()
    const [idle, busy] = [await desk.signedIn('housing-officer-1'), await desk.signedIn('housing-officer-2')]
    for (let hours = 0; hours < 14; hours += 1) {
      desk.world.clock.pass(50 * minute)
      if ((await busy.ask({ method: 'GET', path: '/cases' })).status === 401) break
    }
    expect(desk.world.clock.now() - start).toBeGreaterThan(600 * minute)
    expect(desk.world.clock.now() - start).toBeLessThanOrEqual(650 * minute)
    desk.world.clock.set(start + 59 * minute)
    expect((await idle.ask({ method: 'GET', path: '/cases' })).status).toBe(200)
    desk.world.clock.pass(61 * minute)
    expect((await idle.ask({ method: 'GET', path: '/cases' })).status).toBe(401)
    desk.world.clock.set(start)
  })

  it('is over when it is signed out of: its cookie opens nothing any more (H71)', async () => {
    const person = await desk.signedIn('housing-officer-1')
    const cookie = person.cookies.get('__Host-staff') ?? ''
    const out = await person.post('/sign-out', {})
    expect([out.path, titleIn(out.html)]).toEqual(['/signed-out', 'You have signed out'])
    expect(person.cookies.has('__Host-staff')).toBe(false)
    const replayed = browser()
    replayed.cookies.set('__Host-staff', cookie)
    expect((await replayed.ask({ method: 'GET', path: '/cases' })).status).toBe(401)
  })

  it('is on record when it begins and ends, and when the provider’s answer is refused', async () => {
    const person = await desk.signedIn('housing-officer-1')
    await person.post('/sign-out', {})
    const record = await desk.audit('STAFF#housing-officer-1')
    expect(record.filter(({ did }) => did === 'sign-out').at(-1)).toMatchObject({ allowed: true })
    const before = (await desk.audit('STAFF#unknown')).length
    const { person: other } = await begun()
    await other.ask({ method: 'GET', path: '/sign-in/callback?code=made-up&state=made-up' })
    const after = await desk.audit('STAFF#unknown')
    expect([after.length, after.at(-1)]).toEqual([
      before + 1,
      expect.objectContaining({ did: 'sign-in', allowed: false }),
    ])
  })

  it('cannot be had from the table: its id is kept only as a hash', async () => {
    const id = await desk.desk.sessions.start(
      { is: 'staff', id: 'u', name: 'U', roles: ['auditor'], teams: [] },
      desk.world.clock.now(),
    )
    const { Item: item } = await desk.world.table.client.getItem({
      TableName: desk.world.table.name,
      Key: {
        pk: { S: `SESSION#${desk.desk.keys.hash('staff-session', id)}` },
        sk: { S: 'SESSION' },
      },
    })
    expect(JSON.stringify(item)).toContain('"u')
    expect(JSON.stringify(item)).not.toContain(id)
  })
})
