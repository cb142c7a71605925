// Every persona of every service through the real handlers, as a browser without JavaScript sends it: each mistake gets its words, each page
// is valid HTML with one h1 and the service's name, each application ends as its file says, and nothing that was typed reaches a log line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, startHost } from '#infra/local/host.ts'
import { htmlFaults } from '#tests/support/html-faults.ts'
import { sendUpload } from '#tests/support/people/persona-visits.ts'
import {
  loadPersonas,
  type Persona,
  type PersonaPage,
  type PersonaStep,
  personasNow,
} from '#tests/support/people/personas.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import { pagePath } from '#tests/support/worlds/page-path.ts'
import { type Answered, titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-personas-'))

let host: Host
beforeAll(async () => {
  host = await startHost({
    port: 3720,
    directory,
    secretKey: Buffer.alloc(32, 5).toString('base64'),
    built: false,
    seed: false,
    inMemory: true,
    streamed: false,
    scanMs: 10,
    now: personasNow,
  })
})
afterAll(async () => {
  await host.close()
  rmSync(directory, { recursive: true, force: true })
})

// The product's time; functions look at the clock forty times a second. Most personas come on one day.
let today = ''
const setToday = async (day: string): Promise<void> => {
  if (day === today) return
  today = day
  await fetch(`${host.tools}/clock`, { method: 'POST', body: JSON.stringify({ now: `${day}T10:00:00Z` }) })
  await new Promise((resolve) => setTimeout(resolve, 50))
}

const validated = new Set<string>()

const expectPage = async ({ html, path, status }: Answered): Promise<void> => {
  expect([path, status]).toEqual([path, 200])
  const shape = `${path.replace(/\d+/g, 'n')} ${titleIn(html)} ${html.includes('error-summary')}`
  if (validated.has(shape)) return
  validated.add(shape)
  expect([path, await htmlFaults(html)]).toEqual([path, []])
  expect([path, html.match(/<h1/g)?.length]).toEqual([path, 1])
  expect(html).toMatch(/<title>[^<]+ - Dorset Council<\/title>/)
}

// "first" is the first that the page offers.
const offered = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? ''

const typedAt = (step: PersonaPage, html: string) =>
  Object.fromEntries(
    Object.entries(step.typed).map(([name, values]) => [name, values[0] === 'first' ? offered(html, name) : values]),
  )

const helperPage = /^before\/(helper|who-is-applying)$/
const ownToken = /autocomplete="(?!off")/
const isHelped = ({ service, steps }: Persona): boolean =>
  service === 'housing' &&
  steps.some((step) => step.is === 'page' && ['advocate', 'officer'].includes(step.typed.whoApplies?.[0] ?? ''))

const give = async (persona: Persona, person: Visitor, step: PersonaStep): Promise<void> => {
  const at = pagePath(persona.service, step.key)
  // Where the answer before led, or by the task list.
  const asked = person.last().path === at ? person.last() : await person.get(at)
  await expectPage(asked)
  expect(person.last().path).toBe(at)
  // A browser holds the details of whoever sits at it.
  if (isHelped(persona) && !helperPage.test(step.key))
    expect([step.key, asked.html]).toEqual([step.key, expect.not.stringMatching(ownToken)])
  for (const { typed, problems } of step.mistakes) {
    const answer = await person.post(at, typed)
    await expectPage(answer)
    for (const words of Object.values(problems))
      expect([step.key, unescaped(answer.html)]).toEqual([step.key, expect.stringContaining(words)])
  }
  if (step.is === 'list') await person.post(at, { another: step.another })
  else await givePage(person, at, step)
}

const givePage = async (person: Visitor, at: string, step: PersonaPage): Promise<void> => {
  for (const turn of step.turns) {
    const met = await person.post(at, turn.typed)
    expect(met.path).toBe(`${at}/exit`)
    await expectPage(met)
    await person.get(at)
  }
  if (step.upload !== undefined) await sendUpload(person, step.upload)
  const after = await person.post(at, typedAt(step, person.last().html))
  if (step.exit === undefined) return
  await expectPage(after)
  if (step.exit.continues) await person.post(`${at}/exit`, { do: 'continue' })
}

const unescaped = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const people = loadPersonas()

describe('every persona', () => {
  it.each(people.map((persona) => [persona.id, persona] as const))('%s', { timeout: 60_000 }, async (_id, persona) => {
    await setToday(persona.today)
    const person = visitor(overHttp(host.residents), host.residents)
    await expectPage(await person.get(`/${persona.service}`))
    await person.post(`/${persona.service}/start`, {})
    for (const step of persona.steps) await give(persona, person, step)
    const ends = persona.steps.some((step) => step.is === 'page' && step.exit?.continues === false)
    if (ends) return
    await expectPage(await person.get(`/${persona.service}/check-your-answers`))
    await expectPage(await person.get(`/${persona.service}/declaration`))
    const done = await person.post(`/${persona.service}/declaration`, { agree: 'yes' })
    await expectPage(done)
    expect(done.path).toBe(`/${persona.service}/confirmation`)
    expect(
      /<div class="govuk-inset-text">\s*<p[^>]*>If you [^<]*<a class="govuk-link" href="tel:\d+">/.test(done.html),
    ).toBe(persona.expects.urgent === true)
    const again = await person.post(`/${persona.service}/declaration`, { agree: 'yes' })
    expect(again.html.match(/[HBP][B-DF-HJ-NP-TV-Z2-9]{7}/)?.[0]).toBe(
      done.html.match(/[HBP][B-DF-HJ-NP-TV-Z2-9]{7}/)?.[0],
    )
  })

  it('leaves nothing that it typed in a log line', () => {
    const lines = readFileSync(join(directory, 'product.log'), 'utf8')
    const typed = people.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.is === 'page' ? Object.entries(step.typed) : [])),
    )
    const words = typed
      .flatMap(([name, values]) => (/ame|hone|mail|umber|ddress|description|why/i.test(name) ? values : []))
      .filter((value) => value.length > 5 && /[ @\d]/.test(value))
    expect(lines.length).toBeGreaterThan(10_000)
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => lines.includes(word))).toEqual([])
  })

  it('meets enough pages for this to mean something', () => {
    expect(validated.size).toBeGreaterThan(200)
  })
})
