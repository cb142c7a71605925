// What people tell in confidence is nowhere in the tables as it was told (docs/guarantees.md, "Personal data"): marked answers go through every page that
// asks in confidence, and one application through everything that becomes of it, and the tables are read as they lie.

import { randomBytes } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseItem, eventPuts, recordPut } from '#adapters/dynamo/cases/case-items.ts'
import { keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import { pageSaved } from '#domain/forms/answered/draft.ts'
import { keyOf } from '#domain/forms/answered/parted.ts'
import { fieldsOf } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { services } from '#services/catalogue.ts'
import { housing } from '#services/housing/service.ts'
import type { Service } from '#services/service.ts'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { type Persona, type PersonaStep, personaOf } from '#tests/support/people/personas.ts'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { cookieName, newSession } from '#web/citizen/session.ts'
import { sealed } from '#web/sealed.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const lying = async (): Promise<string> => {
  const { env, table } = here.world
  return JSON.stringify(await rawTables({ endpoint: env.DYNAMODB_ENDPOINT, main: table.name, audit: table.audit }))
}

// Read from the form as it is written, and not by what the product makes of it.
const inConfidence = (page: Page): boolean => /"(sensitive|sealed)":true/.test(JSON.stringify(page))

type Place = { readonly key: string; readonly page: Page; readonly mark: string }

const placesIn = ({ form }: Service): readonly Place[] =>
  form.sections.flatMap((section) =>
    section.pages
      .flatMap((page) => page.parts ?? [page])
      .filter(({ keptAs }) => keptAs === undefined || keptAs.includes('/'))
      .map((page) => ({
        page,
        key: keyOf(section, page, section.is === 'many' ? '1' : undefined),
        mark: inConfidence(page) ? 'ZZPII-secret' : 'ZZPII-open',
      })),
  )

const marked = ({ page, mark }: Place) =>
  Object.fromEntries(
    Object.entries(page.questions)
      .flatMap(([id, question]) => fieldsOf(id, question))
      .map((field) => [field, [`${mark}-${field}`]]),
  )

describe('a draft', () => {
  it.each(services.map((service) => [service.id, service] as const))(
    'of %s keeps no field of a page that asks in confidence as it was typed, however it is written',
    async (_, service) => {
      const { drafts, ids, clock } = here.world.counter
      const places = placesIn(service)
      const begun = newDraft(service, ids, clock.now())
      await drafts.start(begun)
      for (const place of places) {
        const draft = await drafts.get(begun.id)
        if (draft === undefined) throw new Error('The draft is gone')
        expect((await drafts.save(draft, pageSaved(place.key, marked(place)), clock.now())).ok).toBe(true)
      }
      const all = await drafts.get(begun.id)
      if (all === undefined) throw new Error('The draft is gone')
      expect(all.pages).toEqual(Object.fromEntries(places.map((place) => [place.key, marked(place)])))
      // Written whole, with the way to it from a phone.
      expect((await drafts.setPhone(all, { phone: '+447700900123', by: 'anybody' }, [])).ok).toBe(true)
      expect((await drafts.get(begun.id))?.pages).toEqual(all.pages)
      const raw = await lying()
      expect(raw).not.toContain('ZZPII-secret')
      for (const { page } of places.filter((place) => !inConfidence(place.page)))
        for (const [id] of Object.entries(page.questions).slice(0, 1)) expect(raw).toContain(`ZZPII-open-${id}`)
    },
  )

  it('takes all that somebody may say, though it is sealed: in many small answers that cannot be made shorter', async () => {
    const { drafts, ids, clock } = here.world.counter
    const say = () => ({ fullName: [randomBytes(600).toString('base64')] })
    const pages = Object.fromEntries(Array.from({ length: 350 }, (_, at) => [`people/${at}/health-details`, say()]))
    const draft = { ...newDraft(housing, ids, clock.now()), pages }
    const size = JSON.stringify(pages).length
    expect([size > 285 * 1024, size < 295 * 1024]).toEqual([true, true])
    await drafts.start(draft)
    expect((await drafts.get(draft.id))?.pages).toEqual(pages)
  })

  it('asks in confidence what the law and the privacy page name', () => {
    const asked = services.flatMap((service) => placesIn(service).filter(({ page }) => inConfidence(page)))
    const names = asked.map(({ key }) => key).join(' ')
    for (const named of [
      'national-insurance',
      'health',
      'pregnancy',
      'domestic-abuse',
      'immigration-status',
      'safe-contact',
      'adjustments',
      'convictions',
    ])
      expect(names).toContain(named)
  })
})

const secret = 'ZZPII-secret: the stairs and the bruises'
const open = 'ZZPII-open'

// Where a page asks in confidence in free words, the mark is said.
const withMarks = (persona: Persona, service: Service): Persona => ({
  ...persona,
  steps: persona.steps.map((step) => markedStep(step, service)),
})

const markedStep = (step: PersonaStep, service: Service): PersonaStep => {
  if (step.is === 'list') return step
  const [section = '', ...rest] = step.key.split('/')
  const page = service.form.sections.find(({ id }) => id === section)?.pages.find(({ id }) => id === rest.at(-1))
  if (step.key === 'about-you/name') return { ...step, typed: { ...step.typed, lastName: [open] } }
  if (page === undefined) return step
  const words = questionsOn(page).filter(
    ({ question, part }) => question.kind === 'long-text' && inConfidence(part ?? page),
  )
  return {
    ...step,
    typed: { ...step.typed, ...Object.fromEntries(words.map(({ id }) => [id, [secret]])) },
  }
}

const act = async (
  who: Visitor,
  reference: string,
  action: string,
  typed: Readonly<Record<string, string | string[]>>,
) => {
  const { html } = await who.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  return who.post(`/cases/${reference}/actions/${action}`, { ...typed, version })
}

const proof = { proof: secret, 'proofOn-day': '1', 'proofOn-month': '6', 'proofOn-year': '2026' }

// What the product proposes, with the officer's own words for it.
const proposed = async (who: Visitor, reference: string) => {
  const { html } = await who.get(`/cases/${reference}/actions/assess`)
  const value = (name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
  const names = ['bedrooms', 'effectiveDate-day', 'effectiveDate-month', 'effectiveDate-year']
  const band = /value="([A-D])" checked/.exec(html)?.[1] ?? ''
  return { ...Object.fromEntries(names.map((name) => [name, value(name)])), band, reason: secret, passedOver: secret }
}

// A browser that holds this draft.
const holding = (id: string): Visitor => {
  const { counter, citizen } = here.world
  const person = visitor(citizen, citizenOrigin)
  const session = { ...newSession('session', counter.clock.now()), drafts: { housing: id } }
  person.cookies.set(cookieName, sealed(session, 'session', counter.keys))
  return person
}

const wholeCase = async (reference: string) =>
  (await here.desk.cases.whole(reference)) ?? Promise.reject(new Error('The case is gone'))

const nothingLies = async (): Promise<void> => {
  const raw = await lying()
  for (const said of [secret, 'AA 00 00 05 A', 'AA000005A']) expect(raw).not.toContain(said)
  // What nobody told in confidence is found, so what is not found is not there.
  expect(raw).toContain(open)
}

describe('an application', () => {
  it('keeps what was told in confidence sealed through everything that becomes of it, and shows it to who works on it', async () => {
    const found = personaOf('housing-fleeing-abuse')
    const persona = withMarks(found, housing)
    const { world } = here
    world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
    const person = visitor(world.citizen, citizenOrigin)
    expect((await answerAs(person, persona)).html).toContain(secret)
    await nothingLies()
    const reference = await agreeAndSend(person, 'housing')
    await nothingLies()
    const manager = await here.signedIn('housing-manager')
    await act(manager, reference, 'start-checking', {})
    await manager.get(`/cases/${reference}`)
    await manager.post(`/cases/${reference}/notes`, { note: secret })
    await act(manager, reference, 'award', { code: 'A-MED', reason: secret, ...proof })
    await act(manager, reference, 'assess', await proposed(manager, reference))
    await act(manager, reference, 'ask-for-more', { pages: ['nationality'], message: secret })
    const { subject } = await wholeCase(reference)
    expect([subject.state, subject.asked?.message, subject.proposed?.reason]).toEqual(['more-info', secret, secret])
    await nothingLies()
    const again = holding(subject.asked?.draftId ?? '')
    for (const step of persona.steps)
      if (step.is === 'page' && step.key.startsWith('nationality/')) {
        const typed = step.key === 'nationality/citizenship' ? { ...step.typed, citizenship: ['irish'] } : step.typed
        await again.get(`/housing/${step.key}`)
        await again.post(`/housing/${step.key}`, typed)
      }
    await nothingLies()
    await again.get('/housing/declaration')
    await again.post('/housing/declaration', { agree: 'yes' })
    await nightlyHandler({ ...here.desk })()
    await nothingLies()
    const { events, notes, subject: after } = await wholeCase(reference)
    expect(after.state).not.toBe('more-info')
    expect(notes.map(({ words }) => words)).toEqual([secret])
    expect(events.flatMap(({ details = [] }) => details.flatMap(({ lines }) => lines))).toContain(secret)
    expect((await here.desk.cases.assessments(after)).length).toBeGreaterThan(1)
    const shown = await caseSeen(manager, reference)
    expect(shown).toContain(secret)
    expect(JSON.stringify(world.log)).not.toContain('ZZPII')
  })
})

describe('what was kept before there was sealing', () => {
  it('is read as it is, and a draft of then is sealed with its next save', async () => {
    const { world } = here
    const { counter, table } = world
    const key = 'safety/domestic-abuse'
    const begun = newDraft(housing, counter.ids, counter.clock.now())
    await counter.drafts.start(begun)
    await table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.draft(begun.id)),
      UpdateExpression: 'SET pages.#key = :typed',
      ExpressionAttributeNames: { '#key': key },
      ExpressionAttributeValues: { ':typed': { S: '{"abuseDetails":["ZZPII-then"]}' } },
    })
    expect(await lying()).toContain('ZZPII-then')
    const then = await counter.drafts.get(begun.id)
    expect(then?.pages[key]).toEqual({ abuseDetails: ['ZZPII-then'] })
    if (then === undefined) throw new Error('The draft is gone')
    await counter.drafts.save(then, pageSaved('about-you/name', { firstName: ['Ada'] }), counter.clock.now())
    expect(await lying()).not.toContain('ZZPII-then')
    expect((await counter.drafts.get(begun.id))?.pages[key]).toEqual({ abuseDetails: ['ZZPII-then'] })
  })

  it('is worked on as a case of then, whose applicant is asked again under a key of now', async () => {
    const { table } = here.world
    const reference = await sentCase(here.world.counter)
    const officer = await here.signedIn('housing-officer-1')
    await act(officer, reference, 'start-checking', {})
    const whole = await wholeCase(reference)
    const { sealedUnder: _, ...then } = whole.subject
    const items = [
      caseItem(then, { open: true, atNight: true, goesOn: false }, undefined),
      ...[recordPut(table.name, then, undefined), ...whole.events.flatMap((event) => eventOf(then, event))].map(itemIn),
    ]
    for (const item of items) await table.client.putItem({ TableName: table.name, Item: item })
    expect(await wholeCase(reference)).toEqual({ ...whole, subject: then })
    await officer.get(`/cases/${reference}`)
    await officer.post(`/cases/${reference}/notes`, { note: 'Rang her' })
    await act(officer, reference, 'ask-for-more', { pages: ['about-you/name'], message: 'ZZPII-now' })
    const { subject, notes } = await wholeCase(reference)
    expect([subject.state, subject.asked?.message, notes.map(({ words }) => words)]).toEqual([
      'more-info',
      'ZZPII-now',
      ['Rang her'],
    ])
    const opened = await here.desk.drafts.get(subject.asked?.draftId ?? '')
    expect([opened?.reopens?.message, typeof opened?.wrappedKey]).toEqual(['ZZPII-now', 'string'])
  })
})

const eventOf = (subject: Case, event: CaseEvent) =>
  eventPuts(here.world.table, { subject, event }, undefined).slice(0, 1)

const itemIn = ({ Put: put }: TransactWriteItem) => put?.Item ?? {}
