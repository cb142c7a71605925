// Hostile answers (docs/guarantees.md, "Hostile inputs"), over HTTP to the running product: each in
// every field of every page of every form, page by
// page from the forms themselves. What comes back is one of our pages; what is stored is text in fields that the page asks for.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journey, type Step } from '#domain/forms/answered/journey.ts'
import { answerLinesOf, fieldsOf } from '#domain/forms/fields/index.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { services } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import {
  expectOurs,
  type HostileHost,
  posted,
  type Somebody,
  say,
  startHostileHost,
} from '#tests/support/worlds/hostile-host.ts'
import { pagePath } from '#tests/support/worlds/page-path.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'

let it_: HostileHost
// Whoever fetches what somebody typed comes here.
let fetched = 0
const trap = createServer((_request, response) => {
  fetched += 1
  response.end()
})
beforeAll(async () => {
  it_ = await startHostileHost(3770, false)
  await new Promise<void>((resolve) => trap.listen(3779, () => resolve()))
})
afterAll(async () => {
  trap.closeAllConnections()
  trap.close()
  await it_.close()
})

type Value = readonly [string, string]

const everywhere: readonly Value[] = [
  ['H1', '<script>alert(1)</script>'],
  ['H2', '"><img src=x onerror=alert(1)>'],
  ['H4', '{{ range.constructor("return process.env")() }}{% raw %}{{7*7}}'],
  ['H7', '</title><script>alert(1)</script>'],
  ['H8', 'data:text/html,<script>alert(1)</script>'],
  ['H9', '\'; DROP TABLE drafts; -- {"$gt":""}'],
  ['H10', '#pk = :x OR attribute_exists(pk)'],
  ['H12', 'Ann\u202egpj.exe'],
  ['H15', '👩‍👩‍👧 Ŵyn ŷ'],
  ['H16', 'a\r\nSet-Cookie: x=1%0d%0aSet-Cookie: y=1'],
  ['H20', '__proto__'],
  ['H62', `${'a'.repeat(4000)}!`],
  ['H66', 'http://localhost:3779/latest/meta-data http://169.254.169.254/ gopher://[::1]:3779'],
]

// Of one kind of question, where each must be refused in words.
const ofKind: Readonly<Record<string, readonly Value[]>> = {
  phone: [
    ['H43', '0900 123 4567'],
    ['H43', '070 1234 5678'],
    ['H43', '9'.repeat(30)],
    ['H43', 'letters'],
  ],
  // A number abroad is a number, where nothing is texted.
  mobile: [['H43', '+1 202 555 0123']],
  email: [['H18', 'a@b.c\nBcc: x@y.example']],
  date: [
    ['H63', '1e3'],
    ['H63', '-1'],
    ['H63', '٣١'],
    ['H63', '99999'],
  ],
  count: [
    ['H63', '1e3'],
    ['H63', '-1'],
  ],
  money: [
    ['H63', '1e3'],
    ['H63', '-1'],
  ],
}

type Place = { readonly service: Service; readonly step: Step; readonly draft: ReturnType<typeof newDraft> }

// Every page that some persona stands on today, in a draft of its own.
const places = (): readonly Place[] => {
  const { counter } = it_
  const now = counter.clock.now()
  const found = new Map<string, Place>()
  for (const persona of loadPersonas()) {
    const service = services.find(({ id }) => id === persona.service)
    if (service === undefined) continue
    const { draft } = walked(service.form, persona)
    const walk = journey(service.form, draft, londonDay(now))
    for (const step of walk.sections.flatMap(walk.steps)) {
      const key = step.is === 'page' ? `${service.id}/${step.section.id}/${step.page.id}` : ''
      if (step.is !== 'page' || found.has(key) || !walk.mayVisit(step)) continue
      const made = newDraft(service, counter.ids, now)
      found.set(key, { service, step, draft: { ...made, pages: draft.pages, items: draft.items } })
    }
  }
  return [...found.values()]
}

const fieldsAt = ({ page }: Step): readonly string[] =>
  Object.entries(page.questions).flatMap(([id, question]) => fieldsOf(id, question))

// Values of a kind go where a question of that kind is asked of everybody.
const refusedAt = ({ page }: Step): readonly Value[] =>
  [...new Set(Object.values(page.questions).flatMap(kindsOf))].flatMap((kind) => ofKind[kind] ?? [])

const kindsOf = (question: Question): readonly string[] =>
  question.kind === 'phone' && question.mobile === true ? ['phone', 'mobile'] : [question.kind]

// The answers as check-your-answers, staff and exports show them.
const shownOf = async ({ step, draft }: Place): Promise<string> => {
  const typed = (await it_.counter.drafts.get(draft.id))?.pages[step.key] ?? {}
  const day = londonDay(it_.counter.clock.now())
  return Object.entries(step.page.questions)
    .flatMap(([id, question]) => answerLinesOf(typed, id, question, day))
    .join()
}

const attack = async (place: Place, who: Somebody): Promise<number> => {
  const { service, step, draft } = place
  const { residents } = it_.host
  const path = pagePath(service.id, step.key)
  const fields = fieldsAt(step)
  const refused = refusedAt(step)
  for (const [row, value] of [...everywhere, ...refused]) {
    const said = [row, path]
    const answer = await say(
      residents,
      posted(
        who,
        path,
        fields.map((field) => [field, value]),
      ),
    )
    expectOurs(answer, said)
    expect([said, [200, 303].includes(answer.status)]).toEqual([said, true])
    if (row === 'H43' || row === 'H63' || row === 'H18')
      expect([said, value, answer.status]).toEqual([said, value, 200])
    if (row === 'H12') expect([said, await shownOf(place)]).toEqual([said, expect.not.stringMatching(/\u202e/)])
    expect([said, /alert|evil|169\.254|DROP|a{9}|x=1/.test(String(answer.headers.location))]).toEqual([said, false])
    if (answer.status === 303) expectOurs(await say(residents, { path, headers: { cookie: who.cookie } }), said)
  }
  const odd = [
    '__proto__',
    'constructor[prototype][a]',
    'a[__proto__][b]',
    'status',
    'teamId',
    'version',
    `${fields[0]}[]`,
  ]
  expectOurs(
    await say(
      residents,
      posted(
        who,
        path,
        odd.map((name) => [name, 'approved']),
      ),
    ),
    ['H25', path],
  )
  const twice = fields.flatMap((field): [string, string][] => [
    [field, 'a'],
    [field, 'b'],
  ])
  expectOurs(await say(residents, posted(who, path, twice)), ['H22', path])
  const after = await it_.counter.drafts.get(draft.id)
  expect([path, after?.status, after?.reference]).toEqual([path, 'draft', draft.reference])
  expect([path, Object.keys(after?.pages[step.key] ?? {}).filter((name) => odd.includes(name))]).toEqual([path, []])
  return fields.length * (everywhere.length + refused.length + 1) + odd.length
}

const expected = (all: readonly Place[]): number =>
  all.reduce((sum, { step }) => sum + fieldsAt(step).length * (everywhere.length + refusedAt(step).length + 1) + 7, 0)

describe('a hostile answer', () => {
  it('in every field of every page is text, or is refused in words', async () => {
    const all = places()
    let cases = 0
    await inTurns(all, 6, async (place) => {
      await it_.counter.drafts.start(place.draft)
      const who = it_.resident({ drafts: { [place.service.id]: place.draft.id } })
      const sent = await attack(place, who)
      cases += sent
    })
    const known = services.flatMap(({ form }) => form.sections.flatMap(({ pages }) => pages))
    expect(all.length).toBe(known.length)
    // A field of a page with a value of the table is a case.
    expect(cases).toBe(expected(all))
    expect(cases).toBeGreaterThan(10_000)
    expect(Object.getOwnPropertyNames({})).toEqual([])
    expect(Object.getOwnPropertyDescriptor(Object.prototype, 'a')).toBeUndefined()
  }, 240_000)

  it('is fetched by nobody (H66), and leaves no trace of itself in any of the log’s lines', () => {
    const log = readFileSync(join(it_.directory, 'product.log'), 'utf8')
    expect(log.split('\n').length).toBeGreaterThan(3000)
    const traces = [
      /alert\(1\)/,
      /onerror/,
      /constructor\("/,
      /DROP TABLE/,
      /attribute_exists\(pk\)/,
      /gpj\.exe/,
      /Set-Cookie/,
      /a{40}/,
      /169\.254/,
      /Ŵyn/,
    ]
    expect(traces.filter((trace) => trace.test(log))).toEqual([])
    expect(fetched).toBe(0)
  })
})

const inTurns = async <T>(all: readonly T[], lanes: number, does: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all]
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await does(one)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
