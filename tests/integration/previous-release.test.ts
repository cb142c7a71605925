// G18 and F30: what the release before this one stored, kept by its own code (scripts/keep-release.ts), under the handlers of this one. People in
// the middle of a form, of a booking or of answering again go on; staff work its cases; its texts go once; and the whole table still holds.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invariantsAt } from '#tests/support/invariants.ts'
import { loadPersonas } from '#tests/support/personas.ts'
import type { Kept } from '#tests/support/releases/kept.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/staff-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/visitor.ts'
import { citizenOrigin, staffOrigin } from '#tests/support/world.ts'

const kept: Kept = JSON.parse(
  gunzipSync(readFileSync(new URL('../fixtures/previous-release.json.gz', import.meta.url))).toString('utf8'),
)
const { references } = kept

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
  const { table, clock } = here.world
  clock.set(kept.at + 5 * 60_000)
  for (const [TableName, items] of [
    [table.name, kept.main],
    [table.audit, kept.audit],
  ] as const)
    for (const Item of items) await table.client.putItem({ TableName, Item })
})
afterAll(() => here.close())

const held = () =>
  invariantsAt(here.world.env.DYNAMODB_ENDPOINT, { main: here.world.table.name, audit: here.world.table.audit })

const resident = (name: keyof Kept['browsers']): Visitor => browser(here.world.citizen, citizenOrigin, name)
const officer = (): Visitor => browser(here.staff, staffOrigin, 'officer')

const browser = (handler: StaffWorld['staff'], origin: string, name: keyof Kept['browsers']): Visitor => {
  const person = visitor(handler, origin)
  for (const [cookie, value] of Object.entries(kept.browsers[name])) person.cookies.set(cookie, value)
  return person
}

const valueIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

const stepsOf = (id: string) => loadPersonas().find((persona) => persona.id === id)?.steps ?? []

describe('what the release before stored (G18)', () => {
  it('holds by the checker of this one', async () => {
    const { counts, faults } = await held()
    expect([faults, counts.cases, counts.texts > 4]).toEqual([[], 5, true])
  })

  it.each([
    ['half', 'housing-single-renter', 'housing'],
    ['halfPlanning', 'planning-agent-three-homes', 'planning'],
  ] as const)(
    'is carried on with from the same browser, in the middle of a form, to its end: %s (F30)',
    async (name, persona, service) => {
      const person = resident(name)
      expect((await person.get(`/${service}/tasks`)).path).toBe(`/${service}/tasks`)
      const steps = stepsOf(persona)
      for (const step of steps.slice(0, 12)) {
        if (step.is !== 'page' || Object.keys(step.typed).length === 0) continue
        const page = await person.get(`/${service}/${step.key}`)
        expect([step.key, page.status, page.path]).toEqual([step.key, 200, `/${service}/${step.key}`])
        const [, [value = ''] = []] = Object.entries(step.typed)[0] ?? []
        expect([step.key, page.html.includes(value)]).toEqual([step.key, true])
      }
      for (const step of steps.slice(12)) {
        if (step.is === 'list') await person.post(`/${service}/${step.key}`, { another: step.another })
        else if (step.upload === undefined) await person.post(`/${service}/${step.key}`, step.typed)
        if (step.is === 'page' && step.exit?.continues === true)
          await person.post(`/${service}/${step.key}/exit`, { do: 'continue' })
        expect([step.key, person.last().status]).toEqual([step.key, 200])
      }
      if (service === 'planning') return
      await person.get(`/${service}/declaration`)
      expect(titleIn((await person.post(`/${service}/declaration`, { agree: 'yes' })).html)).toBe('Application sent')
    },
  )

  it('keeps a time that was held, and books it', async () => {
    const person = resident('held')
    await person.get('/bookings/details/name')
    const steps = stepsOf('bookings-office-step-free')
    for (const step of steps.slice(steps.findIndex(({ key }) => key === 'when/time') + 1))
      if (step.is === 'page') await person.post(`/bookings/${step.key}`, step.typed)
    await person.get('/bookings/declaration')
    expect(titleIn((await person.post('/bookings/declaration', { agree: 'yes' })).html)).toBe('Appointment booked')
  })

  it('lets whoever booked see, move and cancel their appointment', async () => {
    const person = resident('appointment')
    const at = `/appointments/${references.appointment}`
    expect([(await person.get(at)).path, person.last().status]).toEqual([at, 200])
    expect((await person.get(`${at}/calendar.ics`)).html).toContain('BEGIN:VEVENT')
    await person.get(`${at}/cancel`)
    await person.post(`${at}/cancel`, {})
    expect((await here.desk.cases.get(references.appointment))?.state).not.toBe('booked')
  })

  it.each(['housing', 'again', 'planning', 'waiting', 'appointment'] as const)(
    'is shown to staff in every part of it: %s',
    async (name) => {
      const reference = references[name]
      const manager = await here.signedIn(
        name === 'planning' ? 'planning-manager' : name === 'appointment' ? 'bookings-staff-1' : 'housing-manager',
      )
      const page = await manager.get(`/cases/${reference}`)
      expect([name, page.status, page.html.includes(reference)]).toEqual([name, 200, true])
      const links = new Set(
        [...page.html.matchAll(new RegExp(`href="(/cases/${reference}/[^"#]+)"`, 'g'))].map(([, href = '']) => href),
      )
      for (const href of links) {
        const answer = await manager.ask({ method: 'GET', path: href })
        expect([href, answer.status < 400]).toEqual([href, true])
      }
      expect(links.size).toBeGreaterThan(0)
    },
  )

  it('lets an officer who was signed in go on with their case: history, note and all', async () => {
    const person = officer()
    const page = await person.get(`/cases/${references.housing}`)
    expect(plain(page.html)).toContain('Phoned about the letters.')
    const action = `/cases/${references.housing}/actions/ask-for-more`
    const form = await person.get(action)
    await person.post(action, {
      version: valueIn(form.html, 'version'),
      pages: 'about-you/name',
      message: 'Look again, please.',
    })
    const after = await here.desk.cases.whole(references.housing)
    expect(after?.events.map(({ action: did }) => did)).toEqual(['submit', 'assign', 'start-checking', 'ask-for-more'])
    expect(after?.subject.assignee?.id).toBe('housing-officer-1')
  })

  it('lets an applicant answer what was asked again before', async () => {
    const whole = await here.desk.cases.whole(references.again)
    const phone = whole?.subject.applicant.phone ?? ''
    const person = visitor(here.world.citizen, citizenOrigin)
    await person.get('/return')
    await person.post('/return', { phone })
    await here.world.sendTexts()
    const code = /^(\d{6})/.exec(
      here.world.texts().findLast(({ to, body }) => to === phone && /^\d{6}/.test(body))?.body ?? '',
    )?.[1]
    await person.post('/return/code', { code: code ?? '' })
    const status = await person.get(`/my-applications/${references.again}`)
    await person.get(/href="(\/my-applications\/continue\/[A-Z0-9]+)"/.exec(status.html)?.[1] ?? '/')
    expect(person.last().path).toBe('/housing/about-you/name')
    await person.post('/housing/about-you/name', { firstName: 'Sample', lastName: 'Again' })
    await person.get('/housing/declaration')
    expect(titleIn((await person.post('/housing/declaration', { agree: 'yes' })).html)).toBe('Answers sent')
  })

  it('sends each text that still waited once, and no text that had gone', async () => {
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await here.world.sendTexts()
    const about = (reference: string) => here.world.texts().filter(({ body }) => body.includes(reference))
    expect(about(references.waiting).length).toBe(1)
    // Its confirmation went under the release before: only what was decided since is new.
    expect(about(references.planning)).toEqual([])
    const waiting = (await here.desk.cases.whole(references.waiting))?.texts ?? []
    expect(waiting.map(({ state }) => state)).toEqual(['sent'])
  })

  it('still holds after all that', async () => {
    expect((await held()).faults).toEqual([])
  })
})
