// G18 and F30, whichever way round: what one release left behind is gone on with under the handlers of another. People in the middle of a form, of
// a booking or of answering again go on; staff work its cases; its texts go once; and the whole table still holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invariantsAt } from '#tests/support/invariants.ts'
import { openMine } from '#tests/support/people/birth-date.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import type { StaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, staffOrigin } from '#tests/support/worlds/world.ts'
import type { WebHandler } from '#web/stack.ts'
import type { Left } from './kept.ts'

export type GoingOn = {
  // What was left behind, and the world that it lies in; its own code reads what became of it.
  readonly left: Left
  readonly here: StaffWorld
  // Those who go on with it.
  readonly citizen: WebHandler
  readonly staff: WebHandler
  readonly sendTexts: () => Promise<void>
  readonly signedIn: (id: string) => Promise<Visitor>
  readonly close: () => Promise<void>
  // What they ask otherwise than this release does: typed there beside the persona's own, or a page that they have not.
  // 'later': asked there after pages that this release asks afterwards.
  // Of the persona's pages that are asked in turn, how many were answered before; 12 where nothing is asked in another order.
  readonly begun?: number
  // Of the resident in the middle of the housing form: the pages that they ask, in their order, where this release asks several of
  // them on one. A list is answered by its id and yes or no: 'documents?no'.
  readonly asks?: readonly string[]
  // What they ask that this release does not, by page.
  readonly asksToo?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly asksInstead?: Readonly<Record<string, Readonly<Record<string, string>> | 'not asked' | 'later'>>
}

export const goesOn = (whose: string, start: () => Promise<GoingOn>, more?: (now: () => GoingOn) => void): void => {
  describe(whose, () => {
    let now: GoingOn
    let textsBefore: number
    beforeAll(async () => {
      now = await start()
      textsBefore = now.here.world.texts().length
    })
    afterAll(() => now?.close())
    const resident = (name: keyof Left['browsers']): Visitor =>
      browser(now.citizen, citizenOrigin, now.left.browsers[name])
    const officer = (): Visitor => browser(now.staff, staffOrigin, now.left.browsers.officer)

    it('holds by the checker of this one', async () => {
      const { counts, faults } = await held(now.here)
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
        if (service === 'housing' && now.asks !== undefined) return apart(now, person, now.asks)
        const steps = stepsOf(persona).filter(({ key }) => now.asksInstead?.[key] !== 'not asked')
        const later = steps.filter(({ key }) => now.asksInstead?.[key] === 'later')
        const inTurn = steps.filter((step) => !later.includes(step))
        for (const step of inTurn.slice(0, now.begun ?? 12)) {
          if (step.is !== 'page' || Object.keys(step.typed).length === 0) continue
          const page = await person.get(`/${service}/${step.key}`)
          expect([step.key, page.status, page.path]).toEqual([step.key, 200, `/${service}/${step.key}`])
          const [, [value = ''] = []] = Object.entries(step.typed)[0] ?? []
          expect([step.key, page.html.includes(value)]).toEqual([step.key, true])
        }
        for (const step of [...inTurn.slice(now.begun ?? 12), ...later]) {
          const said = now.asksInstead?.[step.key] ?? {}
          const instead = typeof said === 'string' ? {} : said
          if (step.is === 'list') await person.post(`/${service}/${step.key}`, { another: step.another })
          else if (step.upload === undefined)
            await person.post(`/${service}/${step.key}`, { ...step.typed, ...instead })
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
      const at = `/appointments/${now.left.references.appointment}`
      expect([(await person.get(at)).path, person.last().status]).toEqual([at, 200])
      expect((await person.get(`${at}/calendar.ics`)).html).toContain('BEGIN:VEVENT')
      await person.get(`${at}/cancel`)
      await person.post(`${at}/cancel`, {})
      expect((await now.here.desk.cases.get(now.left.references.appointment))?.state).not.toBe('booked')
    })

    it.each(['housing', 'again', 'planning', 'waiting', 'appointment'] as const)(
      'is shown to staff in every part of it: %s',
      async (name) => {
        const reference = now.left.references[name]
        const manager = await now.signedIn(
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
      const page = await person.get(`/cases/${now.left.references.housing}`)
      expect(plain(page.html)).toContain('Phoned about the letters.')
      const action = `/cases/${now.left.references.housing}/actions/ask-for-more`
      const form = await person.get(action)
      await person.post(action, {
        version: valueIn(form.html, 'version'),
        pages: 'about-you/name',
        message: 'Look again, please.',
      })
      const after = await now.here.desk.cases.whole(now.left.references.housing)
      expect(after?.events.map(({ action: did }) => did)).toEqual([
        'submit',
        'assign',
        'start-checking',
        'ask-for-more',
      ])
      expect(after?.subject.assignee?.id).toBe('housing-officer-1')
    })

    it('lets an applicant answer what was asked again before', async () => {
      const whole = await now.here.desk.cases.whole(now.left.references.again)
      const phone = whole?.subject.applicant.phone ?? ''
      const person = visitor(now.citizen, citizenOrigin)
      await person.get('/return')
      await person.post('/return', { phone })
      await now.sendTexts()
      const code = /^(\d{6})/.exec(
        now.here.world.texts().findLast(({ to, body }) => to === phone && /^\d{6}/.test(body))?.body ?? '',
      )?.[1]
      await person.post('/return/code', { code: code ?? '' })
      const status = await openMine(person, now.here.world.counter, now.left.references.again)
      await person.get(/href="(\/my-applications\/continue\/[A-Z0-9]+)"/.exec(status.html)?.[1] ?? '/')
      expect(person.last().path).toBe('/housing/about-you/name')
      const name = stepsOf('housing-young-parent').find(({ key }) => key === 'about-you/name')
      const typed = name?.is === 'page' ? name.typed : {}
      await person.post('/housing/about-you/name', { ...typed, lastName: 'Again' })
      await person.get('/housing/declaration')
      expect(titleIn((await person.post('/housing/declaration', { agree: 'yes' })).html)).toBe('Answers sent')
    })

    it('sends each text that still waited once, and no text that had gone', async () => {
      for (let sweeps = 0; sweeps < 3; sweeps += 1) await now.sendTexts()
      const since = now.here.world.texts().slice(textsBefore)
      const about = (reference: string) => since.filter(({ body }) => body.includes(reference))
      expect(about(now.left.references.waiting).length).toBe(1)
      // Its confirmation went before: only what was decided since is new.
      expect(about(now.left.references.planning)).toEqual([])
      const waiting = (await now.here.desk.cases.whole(now.left.references.waiting))?.texts ?? []
      expect(waiting.map(({ state }) => state)).toEqual(['sent'])
    })

    it('still holds after all that', async () => {
      expect((await held(now.here)).faults).toEqual([])
    })

    more?.(() => now)
  })
}

// Each of their own pages is told what the persona says on any of this release's pages; they keep what they ask.
const apart = async (now: GoingOn, person: Visitor, asks: readonly string[]): Promise<void> => {
  const said = stepsOf('housing-single-renter').flatMap((step) => (step.is === 'page' ? [step] : []))
  const item = (key: string) => key.split('/').slice(0, -1).join('/')
  for (const key of asks) {
    const [list = '', another] = key.split('?')
    const listed = key.split('/').length === 3
    const typed = said.filter((step) => (listed ? item(step.key) === item(key) : step.key.split('/').length === 2))
    const told = Object.assign({}, ...typed.map((step) => step.typed), now.asksToo?.[key])
    await person.post(`/housing/${list}`, another === undefined ? told : { another })
    expect([key, person.last().status, person.last().html.includes('error-summary')]).toEqual([key, 200, false])
  }
  await person.get('/housing/declaration')
  expect(titleIn((await person.post('/housing/declaration', { agree: 'yes' })).html)).toBe('Application sent')
}

const held = async ({ world, desk }: StaffWorld) => {
  const names = { main: world.table.name, audit: world.table.audit }
  // What lists find a case by is written by `npm run index`, a step of the release that brought the list.
  const items = await rawTables({ endpoint: world.env.DYNAMODB_ENDPOINT, ...names })
  for (const { pk, sk } of items) {
    const subject = sk?.S === 'CASE' ? await desk.cases.get(pk?.S?.slice('CASE#'.length) ?? '') : undefined
    if (subject !== undefined) await desk.cases.stand(subject)
  }
  return invariantsAt(world.env.DYNAMODB_ENDPOINT, { ...names, now: world.clock.now() })
}

export const browser = (handler: WebHandler, origin: string, cookies: Readonly<Record<string, string>>): Visitor => {
  const person = visitor(handler, origin)
  for (const [cookie, value] of Object.entries(cookies)) person.cookies.set(cookie, value)
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
