// Each address of the residents' side against each kind of person who may ask for it: a policy is what
// it says, whatever the page behind it does. The pages here only say that somebody was let in.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { services } from '#services/catalogue.ts'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'
import { letHelp } from '#usecases/answering/helping.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { type CitizenRoute, serveCitizen } from '#web/citizen/serve.ts'
import { cookieName, holding, newSession, type Session } from '#web/citizen/session.ts'
import type { Visit } from '#web/citizen/visit.ts'
import type { Reply } from '#web/http.ts'
import { tokenFor } from '#web/middleware/csrf.ts'
import { sealed } from '#web/sealed.ts'

let world: World
let people: Readonly<Record<Who, Partial<Session>>>
let booking: string
beforeAll(async () => {
  world = await startWorld()
  const { reference, draft, phone } = await booked()
  booking = reference
  const drafts = Object.fromEntries(await Promise.all(services.map(({ id }) => begun(id))))
  const [sees, sends] = [await helped('see'), await helped('send')]
  people = {
    nobody: {},
    'somebody with another form of theirs': { drafts: { housing: drafts.housing ?? '' } },
    'somebody with these forms': { drafts },
    'whoever booked here': { drafts: { bookings: holding(draft) } },
    'whoever proved the phone': { owner: world.counter.keys.hash('phone', phone) },
    'whoever proved another phone': { owner: world.counter.keys.hash('phone', '+447700900999') },
    'whoever left by “Exit this page”': { drafts, left: true },
    'a helper who may see': { drafts: { planning: sees } },
    'a helper who may send': { drafts: { planning: sends } },
  }
})
afterAll(() => world.close())

type Who =
  | 'nobody'
  | 'somebody with another form of theirs'
  | 'somebody with these forms'
  | 'whoever booked here'
  | 'whoever proved the phone'
  | 'whoever proved another phone'
  | 'whoever left by “Exit this page”'
  | 'a helper who may see'
  | 'a helper who may send'

const everybody: readonly Who[] = [
  'nobody',
  'somebody with another form of theirs',
  'somebody with these forms',
  'whoever booked here',
  'whoever proved the phone',
  'whoever proved another phone',
  'whoever left by “Exit this page”',
  'a helper who may see',
  'a helper who may send',
]

// Who is let in at an address of planning's form, of a booking, or of the site.
const may: Readonly<Record<CitizenRoute['policy'], readonly Who[]>> = {
  open: everybody,
  owner: everybody.filter((who) => who !== 'nobody' && who !== 'whoever left by “Exit this page”'),
  draft: ['somebody with these forms'],
  booking: ['whoever booked here', 'whoever proved the phone'],
}

const begun = async (service: string): Promise<[string, string]> => {
  const found = services.find(({ id }) => id === service)
  if (found === undefined) throw new Error(`There is no service ${service}`)
  const draft = newDraft(found, world.counter.ids, world.counter.clock.now())
  await world.counter.drafts.start(draft)
  return [service, holding(draft)]
}

const helped = async (may: 'see' | 'send'): Promise<string> => {
  const draft = await world.counter.drafts.get((await begun('planning'))[1])
  if (draft === undefined) throw new Error('There is no draft')
  const named = { name: 'Maya', relation: 'friend', by: 'text', to: '+447700900111', may } as const
  const let_ = await letHelp(world.counter, draft, named, false)
  const id = let_.ok ? let_.value.helpers?.[0]?.id : undefined
  return holding({ id: draft.id, helper: id ?? 'nobody' })
}

const booked = async (): Promise<{ reference: string; draft: Draft; phone: string }> => {
  const persona = personaOf('bookings-phone-interpreter')
  const person = visitor(world.citizen, citizenOrigin)
  await answerAs(person, persona)
  const reference = await agreeAndSend(person, 'bookings')
  const subject = await world.counter.cases.get(reference)
  const draft = subject === undefined ? undefined : await world.counter.drafts.get(subject.draftId)
  if (subject?.applicant.phone === undefined || draft === undefined) throw new Error('Nothing was booked')
  return { reference, draft, phone: subject.applicant.phone }
}

// The page that stands behind an address, instead of its own.
const letIn: Reply = { status: 200, headers: { 'x-let-in': 'yes' }, body: '' }

const isLetIn = async (route: CitizenRoute, who: Who): Promise<boolean> => {
  const { counter } = world
  const session: Session = { ...newSession(`session of ${who}`, counter.clock.now()), ...people[who] }
  const path = route.path.replace('{reference}', booking).replace(/\{[^}]+\}/g, 'x')
  const csrf = tokenFor(counter.keys, session.id, 'random')
  const marked: CitizenRoute = { ...route, answer: () => letIn }
  const reply = await serveCitizen(counter)(marked, {
    ...{ id: 'request', method: route.method, path, query: {} },
    pathValues: { reference: booking },
    cookies: { [cookieName]: sealed(session, 'session', counter.keys) },
    headers: { origin: citizenOrigin, 'sec-fetch-site': 'same-origin' },
    posted: { _csrf: [csrf] },
  })
  return reply.headers?.['x-let-in'] === 'yes'
}

// What the applicant did not leave to helpers is theirs alone.
const isForHelper = (route: CitizenRoute, who: Who): boolean => {
  if (route.policy !== 'draft' || route.helper === undefined) return false
  return who === 'a helper who may send' || (who === 'a helper who may see' && route.helper === 'see')
}

// Of the services' own, planning's stand for all: the second form of somebody who has another at hand.
const routes = citizenRoutes(services).filter(({ path }) => !/^\/(housing|bookings|complaints)(\/|$)/.test(path))

describe('Who may', () => {
  it.each(everybody)('is what each address says, and nobody else is let in: %s', async (who) => {
    const wrong: string[] = []
    for (const route of routes) {
      const wanted = may[route.policy].includes(who) || isForHelper(route, who)
      if ((await isLetIn(route, who)) !== wanted)
        wrong.push(`${route.method} ${route.path} ${wanted ? 'turns away' : 'lets in'} ${who}`)
    }
    expect(wrong).toEqual([])
  })

  it('is answered at one instant, however long the answer takes', async () => {
    let read = world.clock.now()
    const seen: number[] = []
    const answer = ({ counter: { clock } }: Visit) => {
      seen.push(clock.now(), clock.now())
      return letIn
    }
    const slow = { ...world.counter, clock: { now: () => (read += 3_600_000) } }
    const asked = {
      id: 'request',
      method: 'GET',
      path: '/',
      query: {},
      pathValues: {},
      cookies: {},
      headers: {},
      posted: {},
    }
    await serveCitizen(slow)({ method: 'GET', path: '/', policy: 'open', answer }, asked)
    expect(new Set(seen).size).toBe(1)
  })

  it('is asked of every address, by each policy', () => {
    expect(new Set(routes.map(({ policy }) => policy))).toEqual(new Set(Object.keys(may)))
    expect(routes.length).toBeGreaterThan(50)
  })
})
