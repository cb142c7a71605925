// What GOV.UK Notify's documented answers mean here, and who we say we are (docs/rules/texts.md, "Emails and letters").
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notifyMessages } from '#adapters/notify/notify.ts'
import { notifyKeyIn, notifyTokenFor } from '#adapters/notify/token.ts'
import type { Text } from '#domain/texts/text.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { localNotify, localNotifyKey, localTemplates } from '#infra/local/post/notify.ts'

let server: Server
let at = ''
let next: { status: number; body: string } | 'cut' | undefined
const notify = localNotify({ now: () => 0, aMinute: 3 })
let inTrial: typeof notify.answer | undefined
const asked: string[] = []
beforeAll(async () => {
  const port = await freePort()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    asked.push(text)
    if (next === 'cut') {
      request.socket.destroy()
      return
    }
    const { method = '', url: path = '', headers } = request
    const told = next ?? (inTrial ?? notify.answer)({ method, path, authorization: headers.authorization ?? '', text })
    const body = typeof told.body === 'string' ? told.body : JSON.stringify(told.body)
    response.writeHead(told.status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  at = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const messages = (more: object = {}) =>
  notifyMessages({
    ...{ endpoint: at, key: async () => localNotifyKey, now: () => 0, templates: localTemplates },
    ...more,
  })

const email = (change: Partial<Text> = {}): Text => ({
  ...{ id: 'sample', about: 'H2345678', service: 'housing', template: 'confirmation', templateVersion: 1 },
  ...{ category: 'essential', channel: 'email', to: 'sample@example.com', subject: 'Subject', body: 'Words.' },
  ...{ state: 'sending', version: 3, dueAt: 0, madeAt: 0, attempts: [] },
  ...change,
})

const said = (error: string, status: number) => ({
  status,
  body: JSON.stringify({ status_code: status, errors: [{ error, message: 'Words that may change' }] }),
})

describe('An answer of GOV.UK Notify', () => {
  it.each([
    ['a wrong address', said('ValidationError', 400), 'refused', 'refused the address or the words'],
    ['a template that is not there', said('BadRequestError', 400), 'refused', 'refused the address or the words'],
    ['a service in trial mode', said('BadRequestError', 400), 'refused', 'refused the address or the words'],
    [
      'a name in the words that was not given',
      said('BadRequestError', 400),
      'refused',
      'refused the address or the words',
    ],
    [
      'an email of more than 2,000,000 bytes',
      said('BadRequestError', 400),
      'refused',
      'refused the address or the words',
    ],
    ['a method that it does not have', said('BadRequestError', 405), 'refused', 'refused the address or the words'],
    ['a letter with a key for a team', said('BadRequestError', 403), 'retry', 'did not let us in'],
    ['a key that is not known', said('AuthError', 403), 'retry', 'did not let us in'],
    ['a clock that is wrong', said('AuthError', 403), 'retry', 'did not let us in'],
    ['3,000 in a minute', said('RateLimitError', 429), 'retry', 'was busy'],
    ['the day’s limit', said('TooManyRequestsError', 429), 'retry', 'sent today'],
    ['an exception', said('Exception', 500), 'unknown', 'No answer came back'],
    ['an answer that was no JSON', { status: 500, body: '' }, 'unknown', 'No answer came back'],
    ['a gateway that gave up', { status: 504, body: '<html></html>' }, 'unknown', 'No answer came back'],
    ['a connection that was cut', 'cut' as const, 'unknown', 'No answer came back'],
    ['an acceptance without an id', { status: 201, body: '{}' }, 'unknown', 'No answer came back'],
  ])('that tells of %s is known by its status and error, never by its words', async (_what, reply, is, words) => {
    next = reply
    expect(await messages().send(email())).toMatchObject({ is, words: expect.stringContaining(words) })
    next = undefined
  })

  it('that cannot be had, or a key that cannot, leaves nothing sent: it is tried again', async () => {
    const closed = `http://127.0.0.1:${await freePort()}`
    expect((await messages({ endpoint: closed }).send(email())).is).toBe('retry')
    const noKey = async (): Promise<string | undefined> => {
      throw new Error('Secrets Manager answered ResourceNotFoundException')
    }
    expect((await messages({ key: noKey }).send(email())).is).toBe('retry')
  })

  it('is not asked for again for a minute when there was none, so that no text waits behind emails', async () => {
    let now = 0
    const post = messages({ now: () => now })
    next = 'cut'
    await post.send(email())
    const before = asked.length
    expect(await post.send(email())).toMatchObject({ is: 'retry' })
    expect(asked.length).toBe(before)
    now = 60_000
    await post.send(email())
    expect(asked.length).toBe(before + 1)
    next = undefined
  })

  it.each([
    [{ status: 404, body: said('NoResultFound', 404).body }, 'unknown-there'],
    [said('ValidationError', 400), 'no-answer'],
    [said('AuthError', 403), 'no-answer'],
    [said('RateLimitError', 429), 'no-answer'],
    [said('Exception', 500), 'no-answer'],
    ['cut' as const, 'no-answer'],
  ])('to what became of one, which is %j, is %s: and nothing goes twice on it', async (reply, is) => {
    next = reply
    const sent = email({ messageId: 'known-there', state: 'sent' })
    expect(await messages().ask(sent)).toEqual({ is })
    next = undefined
  })

  it.each([
    ['email', 'permanent-failure', 'lost'],
    ['email', 'temporary-failure', 'lost'],
    ['email', 'technical-failure', 'lost'],
    ['email', 'created', 'on-its-way'],
    ['email', 'sending', 'on-its-way'],
    ['email', 'delivered', 'arrived'],
    ['letter', 'accepted', 'on-its-way'],
    ['letter', 'pending-virus-check', 'on-its-way'],
    ['letter', 'received', 'arrived'],
    ['letter', 'cancelled', 'lost'],
    ['letter', 'virus-scan-failed', 'lost'],
    ['letter', 'validation-failed', 'lost'],
    ['letter', 'permanent-failure', 'lost'],
    ['letter', 'technical-failure', 'lost'],
  ] as const)('of an %s that is %s says that it is %s', async (channel, status, is) => {
    next = { status: 200, body: JSON.stringify({ id: 'known-there', status }) }
    expect(await messages().ask(email({ channel, messageId: 'known-there', state: 'sent' }))).toMatchObject({ is })
    next = undefined
  })

  it('names the try that it took, or says that it took none', async () => {
    const post = messages()
    const tried = email({ id: 'asked', attempts: [{ at: 0, outcome: 'unknown', words: '' }], state: 'uncertain' })
    expect(await post.ask(tried)).toEqual({ is: 'unknown-there' })
    const sent = await post.send(email({ id: 'asked' }))
    expect(await post.ask(tried)).toMatchObject({
      is: 'on-its-way',
      messageId: sent.is === 'accepted' && sent.messageId,
    })
    next = said('Exception', 500)
    expect(await post.ask(tried)).toEqual({ is: 'no-answer' })
    next = undefined
  })
})

describe('A service in trial mode', () => {
  it('reaches its own team, refuses others for good, and keeps a letter until somebody gives it a live key', async () => {
    const trial = localNotify({ now: () => 0, team: new Set(['team@example.com']) })
    const through = (text: Text) => {
      next = undefined
      inTrial = trial.answer
      return messages().send(text)
    }
    const letter = email({ channel: 'letter', to: 'A Sample\n1 Road\nDT1 1XA' })
    const outcomes = [await through(email({ to: 'team@example.com' })), await through(email()), await through(letter)]
    inTrial = undefined
    expect(outcomes).toMatchObject([
      { is: 'accepted' },
      { is: 'refused', words: 'GOV.UK Notify refused the address or the words' },
      { is: 'retry', words: 'GOV.UK Notify did not let us in' },
    ])
    expect(trial.posted().map(({ to }) => to)).toEqual(['team@example.com'])
  })
})

describe('Outside production', () => {
  it('an email goes to guests and to Notify’s own addresses for tests, and a letter to nobody', async () => {
    next = { status: 201, body: '{"id":"one"}' }
    const post = messages({ guests: new Set(['guest@example.com']) })
    const outcomes = await Promise.all(
      ['guest@example.com', 'temp-fail@simulator.notify', 'other@example.com'].map((to) => post.send(email({ to }))),
    )
    expect(outcomes.map(({ is }) => is)).toEqual(['accepted', 'accepted', 'refused'])
    expect((await post.send(email({ channel: 'letter', to: 'A\n1 Road\nDT1 1XA' }))).is).toBe('refused')
    next = undefined
  })
})

describe('A letter', () => {
  it.each([
    ['Ann Okoro\n1 High Street\nDorchester\nDT1 1XA', 'accepted'],
    ['Ann Okoro\nDT1 1XA', 'refused'],
    ['Ann Okoro\n1 High Street\nDorchester', 'refused'],
    ['Ann Okoro\n(the shed)\nDT1 1XA', 'refused'],
    ['1\n2\n3\n4\n5\n6\n7\nDT1 1XA', 'refused'],
  ])('to %j is %s', async (to, is) => {
    next = { status: 201, body: '{"id":"one"}' }
    expect((await messages().send(email({ channel: 'letter', to }))).is).toBe(is)
    next = undefined
  })
})

describe('Who we are', () => {
  it('is read from the end of the key, whatever its name', () => {
    expect(notifyKeyIn(localNotifyKey)?.service).toMatch(/^26785a09/)
    expect(notifyKeyIn(`a-name-with-hyphens-${localNotifyKey}`)).toEqual(notifyKeyIn(localNotifyKey))
    expect(notifyKeyIn('guildhall')).toBeUndefined()
  })

  it('is signed with HS256 under the key’s secret, with the second it was said', () => {
    const token = notifyTokenFor({ service: 'service', secret: 'secret' }, 1_796_000_000_500)
    const [head = '', claims = '', signature] = token.split('.')
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' })
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ iss: 'service', iat: 1_796_000_000 })
    expect(signature).toBe(createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url'))
  })

  it('is refused by Notify’s stand-in when the clock is more than 30 seconds wrong', async () => {
    expect((await messages({ now: () => 31_000 }).send(email())).is).toBe('retry')
    expect((await messages({ now: () => 29_000 }).send(email())).is).toBe('accepted')
  })
})
