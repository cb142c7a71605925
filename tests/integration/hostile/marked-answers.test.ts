// The marker test and H1 to H4, H7, H12 and H16 where answers are shown again: a whole application of each service to the running
// product with marked, hostile answers in every free field. Everybody who may reads them as they were typed; nothing of them runs, and no mark
// is in any log line, address, header, cookie, key or text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Staff } from '#domain/cases/case.ts'
import { changed, saveStep } from '#domain/forms/answered/draft.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { services } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { type Persona, type PersonaPage, personaOf } from '#tests/support/people/personas.ts'
import {
  expectOurs,
  formType,
  type HostileHost,
  type Sent,
  say,
  startHostileHost,
} from '#tests/support/worlds/hostile-host.ts'

import { overHttp } from '#tests/support/worlds/over-http.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import type { WebHandler } from '#web/stack.ts'

type Seen = {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly html: string
}

const seen: Seen[] = []
let it_: HostileHost
beforeAll(async () => {
  it_ = await startHostileHost(3780)
})
afterAll(() => it_.close())

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}{% raw %}',
  '{{ range.constructor("return process.env")() }}',
  '</title><script>alert(1)</script>',
  'a%0d%0aSet-Cookie: x=1',
]
const mark = 'ZZPII'
const phone = '07700 900 431'
const marks = [/ZZPII/i, /900 ?431/]

// Every free field of the persona's pages that takes the marked words; numbers and emails are marked in their own way.
const marked = (
  { form }: Service,
  persona: Persona,
): { readonly persona: Persona; readonly words: readonly string[] } => {
  const words: string[] = []
  let { draft } = walked(form, persona)
  const steps = persona.steps.map((step) => {
    if (step.is !== 'page') return step
    let typed = step.typed
    for (const field of Object.keys(typed)) {
      const told = valueFor(step, field, words.length)
      const before = journey(form, draft, persona.today)
      const at = before.find(step.key)
      if (at?.is !== 'page') continue
      const given = { ...before.answers.typed(step.key), [field]: [told ?? ''] }
      const after = changed(draft, saveStep(at, given), 0)
      const walk = journey(form, after, persona.today)
      const stands = walk.sections.flatMap(walk.steps).every((one) => walk.problems(one).length === 0)
      if (told === undefined || !stands) continue
      ;[draft, typed] = [after, { ...typed, [field]: [told] }]
      words.push(told)
    }
    return { ...step, typed }
  })
  return { persona: { ...persona, steps }, words: words.filter((word) => word.startsWith(mark)) }
}

const valueFor = ({ typed, key }: PersonaPage, field: string, count: number): string | undefined => {
  const [value = ''] = typed[field] ?? []
  if (value === 'first') return undefined
  if (/^(\+44|0)[\d ]{9,}$/.test(value)) return phone
  if (/@/.test(value)) return 'zzpii@example.com'
  return /postcode/i.test(field) || /^(\d|yes$|no$)/.test(value) || key === ''
    ? undefined
    : `${mark}${count} ${hostile[count % hostile.length]}`
}

// Remembers every answer.
const watched =
  (handler: WebHandler): WebHandler =>
  async (event, context) => {
    const result = await handler(event, context)
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    seen.push({
      path: event.rawPath,
      status: result.statusCode ?? 0,
      headers,
      cookies: result.cookies ?? [],
      html: result.body ?? '',
    })
    return result
  }

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

// Every page of the case that its own pages lead to; of the days that an action offers, the first ones.
const readAll = async (person: Visitor, from: string): Promise<string> => {
  const [left, met, pages] = [[from], new Set<string>(), new Map<string, string>()]
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (met.has(path)) continue
    met.add(path)
    const { html, status } = await person.ask({ method: 'GET', path })
    if (status !== 200) continue
    pages.set(path, html)
    for (const [, href = ''] of html.matchAll(/href="(\/cases\/[^"#]*)"/g))
      if (href.startsWith(from) && !/\/actions\/[^?]+\?/.test(href)) left.push(plain(href))
  }
  return [...pages.values()].join('\n')
}

const chosen: Readonly<Record<string, string>> = {
  housing: 'housing-couple-overcrowded',
  planning: 'planning-householder',
  bookings: 'bookings-phone-interpreter',
  complaints: 'complaints-helper',
}

const everyRole: Staff = {
  is: 'staff',
  id: 'all',
  name: 'All',
  roles: roles.filter((role) => role !== 'auditor'),
  teams: services.map(({ team }) => team),
}

// A day and time are chosen from what the page offers.
const sent = async (person: Visitor, { service, steps, ...persona }: Persona): Promise<string> => {
  const offered = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(person.last().html)?.[1] ?? ''
  const untilSlot = steps.findIndex(({ key }) => key.startsWith('when/'))
  await answerAs(person, { ...persona, service, steps: untilSlot < 0 ? steps : steps.slice(0, untilSlot) })
  if (untilSlot >= 0) {
    for (const name of ['day', 'time']) {
      await person.get(`/${service}/when/${name}`)
      await person.post(`/${service}/when/${name}`, { [name]: offered(name) })
    }
    for (const step of steps.slice(untilSlot + 2))
      if (step.is === 'page') await person.post(`/${service}/${step.key}`, step.typed)
  }
  const check = plain((await person.get(`/${service}/check-your-answers`)).html)
  await person.get(`/${service}/what-we-think-so-far`)
  await person.get(`/${service}/declaration`)
  const done = await person.post(`/${service}/declaration`, { agree: 'yes' })
  expect(done.path).toBe(`/${service}/confirmation`)
  return check
}

const wordsShown: Record<string, number> = {}

describe.each(services.map((service) => [service.id, service] as const))('marked answers to %s', (id, service) => {
  it('are shown as they were typed to whoever sent them and to staff, and nothing of them runs (H1, H2, H3, H4, H7)', {
    timeout: 60_000,
  }, async () => {
    const { host } = it_
    const persona = personaOf(chosen[id] ?? '')
    const { persona: told, words } = marked(service, persona)
    const person = visitor(watched(overHttp(host.residents)), host.residents)
    const check = await sent(person, told)
    const reference = /\b[HBPC][B-DF-HJ-NP-TV-XZ2-9]{7}\b/.exec(person.last().html)?.[0] ?? ''
    await person.get(`/my-applications/${reference}`)
    expect(words.filter((word) => !check.includes(word))).toEqual([])
    const officer = visitor(watched(overHttp(host.staff)), host.staff)
    officer.cookies.set('__Host-staff', (await it_.officer(everyRole)).cookie.split('=')[1] ?? '')
    for (const path of ['/cases', '/cases?show=team', '/cases?show=new', '/texts']) await officer.get(path)
    const pages = await readAll(officer, `/cases/${reference}`)
    expect(words.filter((word) => !plain(pages).includes(word))).toEqual([])
    await officer.get('/cases/find')
    for (const looked of [phone, `${mark}1`, '#pk = :x OR attribute_exists(pk)', reference])
      await officer.post('/cases/find', { for: looked })
    wordsShown[id] = words.length
  })
})

describe('what was typed', () => {
  it('stands in enough fields and pages for this to mean something', () => {
    expect(wordsShown.housing).toBeGreaterThan(20)
    expect(wordsShown.planning).toBeGreaterThan(7)
    expect(wordsShown.bookings).toBeGreaterThan(1)
    expect(seen.length).toBeGreaterThan(250)
    expect(seen.filter(({ html }) => html.includes(mark)).length).toBeGreaterThan(50)
  })

  it('is in no page as markup (H1, H2, H7, H8)', () => {
    for (const { path, status, headers, cookies, html } of seen) {
      if (!(headers['content-type'] ?? '').startsWith('text/html')) continue
      expectOurs({ status, body: html, headers: { ...headers, 'set-cookie': [...cookies] } }, path)
      expect([path, /\b49\b.{0,3}\{% raw|<script>(?!document)[^<]*alert/.test(html)]).toEqual([path, false])
    }
  })

  it('is in no address, header or cookie (H16)', () => {
    const places = seen.flatMap(({ path, headers, cookies, html }) => [
      path,
      ...Object.values(headers),
      ...cookies.flatMap((cookie) => [
        cookie,
        Buffer.from((/=([^.;]*)/.exec(cookie) ?? [])[1] ?? '', 'base64url').toString('utf8'),
      ]),
      ...[...html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map(([, address = '']) =>
        decodeURIComponent(address.replaceAll('%', '%25')),
      ),
    ])
    expect(places.length).toBeGreaterThan(5000)
    expect(places.filter((place) => marks.some((one) => one.test(place)))).toEqual([])
  })

  it('is on no page that says something went wrong', async () => {
    const headers = { ...formType, 'sec-fetch-site': 'same-origin' }
    const body = `_csrf=${mark}&a=${mark}`
    const wrong: readonly (readonly [number, Sent])[] = [
      [404, { path: `/housing/${mark}/${mark}/${mark}/${mark}` }],
      [404, { path: `/${mark}?a=${mark}`, headers: { cookie: `a=${mark}`, referer: `http://x/${mark}` } }],
      [405, { path: '/housing/start', method: 'DELETE', body, headers }],
      [403, { path: '/housing/start', method: 'POST', body, headers }],
      [
        415,
        {
          path: '/housing/start',
          method: 'POST',
          body: `{"a":"${mark}"}`,
          headers: { 'content-type': `text/${mark}` },
        },
      ],
      [413, { path: '/housing/start', method: 'POST', body: body + mark.repeat(60_000), headers }],
    ]
    for (const origin of [it_.host.residents, it_.host.staff])
      for (const [status, request] of wrong) {
        const answer = await say(origin, request)
        expectOurs(answer, [status, origin])
        expect([origin, request.path, marks.some((one) => one.test(answer.body))]).toEqual([
          origin,
          request.path,
          false,
        ])
        if (origin === it_.host.residents) expect([request.path, answer.status]).toEqual([request.path, status])
      }
  })

  it('is in no log line, so in no metric that is counted from them, and in no key or stream filter', async () => {
    const log = readFileSync(join(it_.directory, 'product.log'), 'utf8')
    expect(log.split('\n').length).toBeGreaterThan(400)
    expect(marks.filter((one) => one.test(log))).toEqual([])
    const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? '' })
    for (const TableName of ['guildhall', 'guildhall-audit']) {
      const { Items: items = [] } = await client.send(new ScanCommand({ TableName }))
      expect(items.length).toBeGreaterThan(10)
      const keys = items.map(({ data: _data, pages: _pages, ...plainly }) => JSON.stringify(plainly))
      expect([TableName, keys.filter((key) => marks.some((one) => one.test(key)))]).toEqual([TableName, []])
    }
    client.destroy()
  })

  it('is in no audit entry, and in no text but the number that it goes to', async () => {
    const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? '' })
    const { Items: audit = [] } = await client.send(new ScanCommand({ TableName: 'guildhall-audit' }))
    expect(audit.filter((item) => marks.some((one) => one.test(JSON.stringify(item))))).toEqual([])
    client.destroy()
    const texts: readonly { readonly body: string }[] = readFileSync(join(it_.directory, 'texts.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
    expect(texts.length).toBeGreaterThan(2)
    expect(texts.filter(({ body }) => /[<{"%]|900 ?431|@/.test(body))).toEqual([])
  })
})
