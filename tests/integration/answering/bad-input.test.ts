// What arrives wrong gets a GOV.UK page, never a stack, and nothing that was typed is lost (docs/guarantees.md, "Hostile inputs").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answered, formOf, titleIn, tokenIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const minute = 60_000

const started = async (): Promise<Visitor> => {
  const person = visitor(world.citizen, citizenOrigin)
  await person.get('/bookings')
  await person.post('/bookings/start', {})
  return person
}

const draftIdOf = (person: Visitor): string => {
  const [body = ''] = (person.cookies.get('__Host-counter') ?? '').split('.')
  const session: { readonly drafts: Readonly<Record<string, string>> } = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  )
  return session.drafts.bookings ?? ''
}

const draftOf = (person: Visitor) => world.counter.drafts.get(draftIdOf(person))

const isServicePage = (answer: Answered): void => {
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.html).toContain('Dorset Council')
  expect(answer.html).toContain('govuk-')
  expect(answer.html).not.toMatch(/at .*\.ts:\d+|node_modules|Error:.*\n/)
}

describe('a form', () => {
  it('keeps only the fields that its page asks for', async () => {
    const person = await started()
    await person.post('/bookings/what/for', {
      whatFor: 'council-tax',
      status: 'approved',
      teamId: 'x',
      version: '999',
      __proto__x: '1',
      'constructor[prototype][a]': '1',
    })
    const draft = await draftOf(person)
    expect(draft?.pages['what/for']).toEqual({ whatFor: ['council-tax'] })
    expect(draft?.status).toBe('draft')
    expect(Object.getOwnPropertyNames({})).not.toContain('a')
  })

  it('refuses a field that comes twice, and shows the page again', async () => {
    const person = await started()
    const answer = await person.post('/bookings/what/for', { whatFor: ['council-tax', 'planning-advice'] })
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('There is a problem')
  })

  it('stores what was typed even when it is wrong, and shows it again, today and tomorrow', async () => {
    const person = await started()
    await person.post('/bookings/what/for', { whatFor: 'council-tax' })
    await person.post('/bookings/what/how', { how: 'phone' })
    await person.post('/bookings/needs/access', { needs: 'no' })
    const wrong = await person.post('/bookings/needs/interpreter', { interpreter: 'yes', language: 'x'.repeat(60) })
    expect(wrong.html).toContain('Language must be 50 characters or fewer')
    expect(wrong.html).toContain('x'.repeat(60))
    const again = await person.get('/bookings/needs/interpreter')
    expect(again.html).toContain('x'.repeat(60))
  })

  it('keeps what a script typed as text', async () => {
    const person = await started()
    await person.post('/bookings/what/for', { whatFor: 'council-tax' })
    await person.post('/bookings/what/how', { how: 'phone' })
    await person.post('/bookings/needs/access', { needs: 'no' })
    const mark = '"><img src=x onerror=alert(1)>{{7*7}}{% raw %}</title><script>alert(1)</script>'
    const answer = await person.post('/bookings/needs/interpreter', { interpreter: 'yes', language: mark })
    expect(answer.html).not.toContain('<img src=x')
    expect(answer.html).not.toContain('<script>alert')
    expect(answer.html).toContain('{{7*7}}')
  })

  it('of more than 256 KB is 413, of more than 500 fields too, and writes nothing', async () => {
    const person = await started()
    const token = tokenIn((await person.get('/bookings/what/for')).html)
    const large = await person.ask({
      method: 'POST',
      path: '/bookings/what/for',
      ...formOf({ _csrf: token, whatFor: 'x'.repeat(300_000) }, citizenOrigin),
    })
    expect(large.status).toBe(413)
    isServicePage(large)
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, 'x']))
    expect(
      (
        await person.ask({
          method: 'POST',
          path: '/bookings/what/for',
          ...formOf({ _csrf: token, ...many }, citizenOrigin),
        })
      ).status,
    ).toBe(413)
    expect((await draftOf(person))?.pages).toEqual({})
  })

  it('with the token of another session is 403, and writes nothing', async () => {
    const [person, other] = [await started(), await started()]
    const token = tokenIn((await other.get('/bookings/what/for')).html)
    const answer = await person.ask({
      method: 'POST',
      path: '/bookings/what/for',
      ...formOf({ _csrf: token, whatFor: 'council-tax' }, citizenOrigin),
    })
    expect(answer.status).toBe(403)
    isServicePage(answer)
    expect((await draftOf(person))?.pages).toEqual({})
  })
})

describe('an address', () => {
  it.each([
    '/.git/config',
    '/.env',
    '/debug',
    '/openapi.json',
    '/bookings/nowhere/at-all',
    '/bookings/%00/x',
    '/appointments/BXXXXXXX',
    '/bookings/what/__proto__',
  ])('that nobody has, %s, is 404', async (path) => {
    const person = await started()
    const answer = await person.ask({ method: 'GET', path })
    expect(answer.status).toBe(404)
    isServicePage(answer)
  })

  it('of a later page leads to the page that comes first', async () => {
    const person = await started()
    expect((await person.get('/bookings/details/name')).path).toBe('/bookings/what/for')
  })

  it('of somebody else’s application is the same as one that does not exist', async () => {
    const person = await started()
    const [theirs, nobodys] = [
      await person.get('/my-applications/HBCDFGH2'),
      await person.get('/my-applications/HZZZZZZ9'),
    ]
    expect([theirs.path, theirs.status]).toEqual([nobodys.path.replace('HZZZZZZ9', 'HBCDFGH2'), nobodys.status])
  })

  it('never redirects to another host', async () => {
    const person = await started()
    for (const path of [
      '//evil.example',
      '/return?next=//evil.example',
      '/session/more-time?next=https://evil.example',
      '/%2f%2fevil.example',
    ]) {
      const answer = await person.ask({ method: 'GET', path })
      expect(answer.headers.location ?? '/').toMatch(/^\/(?!\/)/)
    }
  })

  it('opened with HEAD or a method override changes nothing', async () => {
    const person = await started()
    await person.ask({ method: 'HEAD', path: '/bookings/start' })
    await person.ask({
      method: 'GET',
      path: '/bookings/what/for?_method=DELETE',
      headers: { 'x-http-method-override': 'DELETE' },
    })
    expect((await draftOf(person))?.version).toBe(1)
  })
})

describe('a session', () => {
  it('ends after 30 minutes without a page; what was saved is still there, and nothing is written by a late form', async () => {
    const person = await started()
    await person.post('/bookings/what/for', { whatFor: 'council-tax' })
    const before = await draftOf(person)
    world.clock.pass(31 * minute)
    const late = await person.post('/bookings/what/how', { how: 'phone' })
    expect(late.path).toBe('/session/ended')
    expect(titleIn(late.html)).toMatch(/session/i)
    world.clock.set(noon)
    expect(await world.counter.drafts.get(before?.id ?? '')).toEqual(before)
  })

  it('goes on for whoever asks for more time', async () => {
    const person = await started()
    world.clock.pass(25 * minute)
    await person.get('/session/more-time')
    await person.post('/session/stay', {})
    world.clock.pass(25 * minute)
    expect((await person.post('/bookings/what/for', { whatFor: 'council-tax' })).path).toBe('/bookings/what/how')
    world.clock.set(noon)
  })

  it('is nobody’s when its cookie was changed', async () => {
    const person = await started()
    const cookie = person.cookies.get('__Host-counter') ?? ''
    person.cookies.set('__Host-counter', `${cookie.slice(0, 20)}A${cookie.slice(21)}`)
    expect((await person.get('/bookings/what/for')).path).toBe('/bookings')
  })
})

describe('coming back', () => {
  const saved = async (phone: string): Promise<Visitor> => {
    const person = await started()
    await person.post('/bookings/what/for', { whatFor: 'council-tax' })
    await person.get('/bookings/save')
    await person.post('/bookings/save', { phone })
    return person
  }

  const codeFor = async (phone: string): Promise<string> => {
    await world.sendTexts()
    const text = world.texts().findLast(({ to, body }) => to === phone && body.includes('is your code'))
    return /\d{6}/.exec(text?.body ?? '')?.[0] ?? ''
  }

  it('by a code to the phone shows what was started, and takes it up where it was left', async () => {
    await saved('07700 900 201')
    const returning = visitor(world.citizen, citizenOrigin)
    await returning.get('/return')
    await returning.post('/return', { phone: '07700 900 201' })
    const mine = await returning.post('/return/code', { code: await codeFor('+447700900201') })
    expect(titleIn(mine.html)).toBe('What you have started or sent')
    const link = /\/my-applications\/continue\/[A-Z0-9]+/.exec(mine.html)?.[0] ?? ''
    expect((await returning.get(link)).path).toBe('/bookings/what/how')
  })

  it('with five wrong codes is locked, and the right one no longer works', async () => {
    await saved('07700 900 202')
    const guesser = visitor(world.citizen, citizenOrigin)
    await guesser.get('/return')
    await guesser.post('/return', { phone: '07700 900 202' })
    const right = await codeFor('+447700900202')
    const wrong = right === '000000' ? '000001' : '000000'
    const said = new Set<string>()
    for (let tries = 0; tries < 5; tries += 1)
      said.add(titleIn((await guesser.post('/return/code', { code: wrong })).html))
    const locked = await guesser.post('/return/code', { code: right })
    expect(locked.html).toContain('The code is not right, or is no longer valid')
    expect(said.size).toBe(1)
  })

  it('is the same page for a number that nobody gave, and sends it nothing', async () => {
    const guesser = visitor(world.citizen, citizenOrigin)
    await guesser.get('/return')
    const answer = await guesser.post('/return', { phone: '07700 900 299' })
    expect(answer.path).toBe('/return/code')
    await world.sendTexts()
    expect(world.texts().filter(({ to }) => to === '+447700900299')).toEqual([])
  })

  it('gives one number three codes an hour, then other ways in', async () => {
    await saved('07700 900 203')
    const replies: Answered[] = []
    for (let asked = 0; asked < 4; asked += 1) {
      const person = visitor(world.citizen, citizenOrigin)
      await person.get('/return')
      replies.push(await person.post('/return', { phone: '07700 900 203' }))
    }
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    // Not a wait alone: other ways in, and somebody to call.
    const last = replies.at(-1)?.html ?? ''
    for (const way of ['/return/phrase', '/return/email', 'tel:']) expect(last).toContain(`href="${way}`)
  })

  it('with a code that is older than ten minutes does not work', async () => {
    await saved('07700 900 204')
    const person = visitor(world.citizen, citizenOrigin)
    await person.get('/return')
    await person.post('/return', { phone: '07700 900 204' })
    const code = await codeFor('+447700900204')
    world.clock.pass(11 * minute)
    const answer = await person.post('/return/code', { code })
    world.clock.set(noon)
    expect(answer.html).toContain('The code is not right, or is no longer valid')
  })
})

describe('what is logged', () => {
  it('never holds what a person typed', async () => {
    const mark = 'ZZPII'
    const person = await started()
    await person.post('/bookings/what/for', { whatFor: mark })
    await person.get(`/return/${mark}`)
    await person.post('/return', { phone: mark, reference: mark })
    await person.ask({ method: 'POST', path: `/bookings/${mark}/x`, ...formOf({ _csrf: mark }, citizenOrigin) })
    expect(world.log.length).toBeGreaterThan(0)
    expect(JSON.stringify(world.log)).not.toContain(mark)
  })
})
