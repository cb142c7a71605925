// The API for programs of others (docs/rules/sharing.md): who may ask, what is given out, and what is done once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostAMinute } from '#adapters/dynamo/sharing/api-store.ts'
import { type Sender, sentCase } from '#tests/support/people/sent-cases.ts'
import { type ApiWorld, askOf, startApiWorld } from '#tests/support/worlds/api-world.ts'
import { apiHandler } from '#web/api/handler.ts'

let here: ApiWorld
beforeAll(async () => {
  here = await startApiWorld()
})
afterAll(() => here.close())
// Each test has a minute of its own: what a client may ask is counted by the minute.
beforeEach(() => here.world.clock.pass(60_000))

const sent = (sender: Sender = {}) => sentCase(here.world.counter, sender)
const contractor = (path: string) => here.ask({ client: 'repairs-contractor', path })
const noteOn = (reference: string, words: string, key: string) =>
  here.ask({
    ...{ client: 'repairs-contractor', path: `/api/v1/cases/${reference}/notes`, post: { words } },
    headers: { 'idempotency-key': key },
  })

describe('a case of a person in danger', () => {
  it('is not there for a program: not by its reference, not in a list, not to be noted on', async () => {
    const [plain, restricted] = [await sent({ name: 'Ada Okoro' }), await sent({ name: 'Eve Hidden', unsafe: 'yes' })]
    const none = await contractor('/api/v1/cases/H9999999')
    const hidden = await contractor(`/api/v1/cases/${restricted}`)
    expect([hidden.status, hidden.body]).toEqual([404, none.body])
    const list = await contractor('/api/v1/cases?service=housing&limit=100')
    expect([list.text.includes(plain), list.text.includes(restricted), list.text.includes('Eve')]).toEqual([
      true,
      false,
      false,
    ])
    expect((await noteOn(restricted, 'Called at the flat', 'hidden-case-note')).status).toBe(404)
    expect((await here.audit(`CASE#${restricted}`)).filter(({ by }) => by.startsWith('client:'))).toEqual([])
  })

  it('has its number and address left out where it is not safe to use them', async () => {
    const [safe, unsafe] = [
      await sent({ name: 'Ada Okoro', mobile: '07700900123', email: 'ada@example.com', ways: ['text', 'email'] }),
      await sent({ name: 'Ben Low', mobile: '07700900124', email: 'ben@example.com', ways: ['post'] }),
    ]
    expect((await contractor(`/api/v1/cases/${safe}`)).body).toMatchObject({
      person: { name: 'Ada Okoro', phone: '+447700900123', email: 'ada@example.com' },
    })
    expect((await contractor(`/api/v1/cases/${unsafe}`)).body).toMatchObject({ person: { name: 'Ben Low' } })
    expect((await contractor(`/api/v1/cases/${unsafe}`)).text).not.toMatch(/07700|77009|example\.com/)
  })
})

describe('a program', () => {
  it('reads where a case stands, and the case says that it did before it is given', async () => {
    const reference = await sent()
    const { status, headers, body } = await contractor(`/api/v1/cases/${reference}`)
    expect([status, headers['content-type'], headers.etag]).toEqual([200, 'application/json', '"1"'])
    expect(body).toMatchObject({ reference, service: 'housing', state: 'submitted', stateLabel: 'New', open: true })
    expect(await here.audit(`CASE#${reference}`)).toContainEqual(
      expect.objectContaining({ by: 'client:Repairs contractor', did: 'api-see-case', allowed: true }),
    )
    const again = await here.ask({
      ...{ client: 'repairs-contractor', path: `/api/v1/cases/${reference}` },
      headers: { 'if-none-match': '"1"' },
    })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('sees no name without the scope for people, and nothing of a service that is not its own', async () => {
    const reference = await sent({ name: 'Ada Okoro' })
    const open = await here.ask({ client: 'data-warehouse', path: `/api/v1/cases/${reference}` })
    expect([open.status, open.text.includes('Okoro')]).toEqual([200, false])
    const other = await here.ask({ client: 'planning-register', path: `/api/v1/cases/${reference}` })
    expect(other.status).toBe(404)
    const list = await here.ask({ client: 'planning-register', path: '/api/v1/cases?service=housing' })
    expect([list.status, list.headers['content-type']]).toEqual([403, 'application/problem+json'])
    const noting = { path: `/api/v1/cases/${reference}/notes`, post: { words: 'x' } }
    const refused = await here.ask({
      client: 'data-warehouse',
      ...noting,
      headers: { 'idempotency-key': 'not-for-you' },
    })
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([403, 'Bearer error="insufficient_scope"'])
  })

  it('without a token, with one that was changed, or of nobody that is known, is told how to get one', async () => {
    const good = await here.tokenOf('repairs-contractor')
    const [head, , signature] = good.split('.')
    const said = {
      iss: here.issuer,
      client_id: 'repairs-contractor',
      scope: 'guildhall/housing.read',
      exp: 9_999_999_999,
    }
    const forged = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}.${signature}`
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`
    for (const token of ['', 'x', forged, unsigned]) {
      const { status, headers, body } = await here.ask({ token, path: '/api/v1/cases?service=housing' })
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"'])
      expect(body).toMatchObject({ status: 401, title: 'The access token is missing or does not hold' })
    }
    expect((await here.ask({ path: '/api/v1/cases?service=housing' })).status).toBe(401)
  })

  it('that asks too often in a minute is told when to come back, and the others are not', async () => {
    const asked: number[] = []
    const some = () => Promise.all(Array.from({ length: 25 }, () => contractor('/api/v1/cases/H9999999')))
    while (asked.length < mostAMinute + 5) asked.push(...(await some()).map(({ status }) => status))
    expect([asked.filter((status) => status === 404).length, asked.filter((status) => status === 429).length]).toEqual([
      mostAMinute,
      5,
    ])
    const { headers, body } = await contractor('/api/v1/cases/H9999999')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(body).toMatchObject({ status: 429 })
    expect((await here.ask({ client: 'data-warehouse', path: '/api/v1/cases/H9999999' })).status).toBe(404)
  })
})

describe('a list', () => {
  it('goes on by its cursor to the end, each case once, and no cursor serves another list or client', async () => {
    for (let left = 5; left > 0; left -= 1) await sent()
    const seen: string[] = []
    let path = '/api/v1/cases?service=housing&limit=3'
    let first = ''
    for (let left = 30; left > 0 && path !== ''; left -= 1) {
      const { cases, next }: Page = pageIn((await contractor(path)).body)
      seen.push(...cases.map(({ reference }) => reference))
      first ||= next ?? ''
      path = next === undefined ? '' : `/api/v1/cases?service=housing&limit=3&after=${next}`
    }
    expect([new Set(seen).size, path]).toEqual([seen.length, ''])
    expect(seen.length).toBeGreaterThan(5)
    const bent = `${first.slice(0, 3)}x${first.slice(4)}`
    for (const query of [`service=housing&after=${bent}`, `service=housing&state=checking&after=${first}`])
      expect((await contractor(`/api/v1/cases?${query}`)).status).toBe(400)
    const other = await here.ask({ client: 'data-warehouse', path: `/api/v1/cases?service=housing&after=${first}` })
    expect(other.status).toBe(400)
  })

  it.each([
    ['', 'service: is missing'],
    ['service=housing&limit=0', 'limit: must be a whole number from 1 to 100'],
    ['service=housing&limit=101', 'limit: must be a whole number from 1 to 100'],
    ['service=housing&state=no-such', 'state: the service has no such state'],
    ['service=housing&name=Ada', 'name: is not known here'],
    ['service=housing&service=planning', 'service is there twice'],
  ])('asked with "%s" says in a sentence what is wrong', async (query, words) => {
    const { status, body } = await contractor(`/api/v1/cases?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ detail: expect.stringContaining(words) })
  })
})

describe('a note by a program', () => {
  it('is there once, however often it is sent, and is answered alike', async () => {
    const reference = await sent()
    const [one, ...more] = await Promise.all([1, 2, 3].map(() => noteOn(reference, 'Boiler mended', 'boiler-0001')))
    const later = await noteOn(reference, 'Boiler mended', 'boiler-0001')
    const statuses = [one, ...more].map((answer) => answer?.status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect([later.status, later.headers['idempotent-replayed']]).toEqual([201, 'true'])
    const whole = await here.world.counter.cases.whole(reference)
    expect(whole?.notes.map(({ by, words }) => [by, words])).toEqual([['Repairs contractor', 'Boiler mended']])
  })

  it('with the key of another request is refused and not made; the key is free again after a day', async () => {
    const reference = await sent()
    await noteOn(reference, 'First', 'key-of-the-first')
    const other = await noteOn(reference, 'Second', 'key-of-the-first')
    expect([other.status, other.body]).toEqual([
      422,
      expect.objectContaining({ detail: 'This Idempotency-Key was used for another request. Nothing was done.' }),
    ])
    here.world.clock.pass(86_400_000)
    expect((await noteOn(reference, 'Second', 'key-of-the-first')).status).toBe(201)
    const whole = await here.world.counter.cases.whole(reference)
    expect(whole?.notes.map(({ words }) => words)).toEqual(['First', 'Second'])
  })

  it('for a case as it was read is made while it is so, and refused with what to do once it has changed', async () => {
    const reference = await sent()
    const given = { client: 'repairs-contractor', path: `/api/v1/cases/${reference}/notes`, post: { words: 'Mended' } }
    const noted = async (match: string, key: string) => {
      const answer = await here.ask({ ...given, headers: { 'if-match': match, 'idempotency-key': key } })
      return [answer.status, /"detail":"([^"]*)/.exec(answer.text)?.[1]?.slice(0, 44) ?? '']
    }
    const { headers } = await contractor(`/api/v1/cases/${reference}`)
    expect(await noted(headers.etag ?? '', 'as-it-was-read')).toEqual([201, ''])
    const subject = await here.world.counter.cases.get(reference)
    if (subject === undefined) throw new Error('There is no case')
    const event = { id: 'changed-meanwhile-0000000', at: here.world.clock.now(), by: 'Guildhall', action: 'note' }
    await here.world.counter.cases.change({
      ...{ before: subject, subject: { ...subject, version: 2 }, texts: [] },
      event: { ...event, words: 'changed it', version: 2 },
    })
    const changed = [412, 'The case has changed since it was read, and ']
    for (const [at, match] of ['"1"', 'W/"2"', '"x"', '"7", "1"'].entries())
      expect(await noted(match, `as-it-was-before-${at}`)).toEqual(changed)
    expect(await noted('"1", "2"', 'as-it-is-now-1')).toEqual([201, ''])
    expect(await noted('*', 'as-it-is-now-2')).toEqual([201, ''])
    expect(await noted('2', 'not-an-etag')).toEqual([400, 'If-Match: must be an ETag that a case had, s'])
    // What was made is answered alike, whatever the case has become: also where the answer was not kept.
    expect(await noted(headers.etag ?? '', 'as-it-was-read')).toEqual([201, ''])
    const forgets = { ...here.api, once: { ...here.api.once, begin: async () => ({ is: 'new' }) as const } }
    const said = { 'if-match': '"1"', 'idempotency-key': 'as-it-was-read' }
    const again = await askOf(apiHandler(forgets), await here.tokenOf('repairs-contractor'), {
      ...given,
      headers: said,
    })
    expect(again.status).toBe(201)
    expect((await here.world.counter.cases.whole(reference))?.notes.length).toBe(3)
    // Changed between being read and noted on: the condition of the write itself finds it.
    const old = { ...here.api, cases: { ...here.api.cases, get: async () => subject } }
    const headersThen = { 'if-match': '"1"', 'idempotency-key': 'changed-just-now' }
    const token = await here.tokenOf('repairs-contractor')
    expect((await askOf(apiHandler(old), token, { ...given, headers: headersThen })).status).toBe(412)
  })

  it('that stopped half way may be sent again after a minute', async () => {
    const reference = await sent()
    const { cases } = here.api
    const failing = { ...here.api, cases: { ...cases, note: () => Promise.reject(new Error('Storage is gone')) } }
    const given = { path: `/api/v1/cases/${reference}/notes`, post: { words: 'Again' } }
    const token = await here.tokenOf('repairs-contractor')
    const failed = await askOf(apiHandler(failing), token, { ...given, headers: { 'idempotency-key': 'half-way-1' } })
    expect([failed.status, failed.headers['content-type']]).toEqual([500, 'application/problem+json'])
    expect((await noteOn(reference, 'Again', 'half-way-1')).status).toBe(409)
    here.world.clock.pass(61_000)
    expect((await noteOn(reference, 'Again', 'half-way-1')).status).toBe(201)
  })

  it.each([
    ['{"words":', 'application/json', 400],
    [{ words: '' }, 'application/json', 422],
    [{ words: 'x'.repeat(4001) }, 'application/json', 422],
    [{ words: '\u200b' }, 'application/json', 422],
    [{ words: 'x', by: 'me' }, 'application/json', 422],
    [{ words: 'x' }, 'text/plain', 415],
  ])('that is %j as %s is refused with %i', async (post, type, status) => {
    const reference = await sent()
    const headers = { 'content-type': type, 'idempotency-key': `bad-note-${status}-${type.length}` }
    const path = `/api/v1/cases/${reference}/notes`
    const answer = await here.ask({ client: 'repairs-contractor', path, post, headers })
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json'])
    expect((await here.world.counter.cases.whole(reference))?.notes).toEqual([])
  })
})

type Page = { readonly cases: readonly { readonly reference: string }[]; readonly next?: string }

const pageIn = (body: unknown): Page => JSON.parse(JSON.stringify(body))
