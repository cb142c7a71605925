// A world with a desk: the staff side on the same tables, and the local identity provider to sign in at.

import { fileLinks } from '#adapters/aws/file-link.ts'
import { calendarStore } from '#adapters/dynamo/booking/feeds.ts'
import { auditLog } from '#adapters/dynamo/cases/audit.ts'
import { taskStore } from '#adapters/dynamo/cases/case-tasks.ts'
import { trailReader } from '#adapters/dynamo/cases/trail.ts'
import { undeliveredStore } from '#adapters/dynamo/cases/undelivered.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { feedbackInbox } from '#adapters/dynamo/measures/feedback.ts'
import { sumStore } from '#adapters/dynamo/measures/sums.ts'
import { kinStore } from '#adapters/dynamo/people/kin-store.ts'
import { peopleStore } from '#adapters/dynamo/people/people-store.ts'
import { searchStore } from '#adapters/dynamo/people/searches.ts'
import { hookStore } from '#adapters/dynamo/sharing/hook-store.ts'
import { listRequests } from '#adapters/dynamo/sharing/list-requests.ts'
import { bulkStore } from '#adapters/dynamo/staff/bulk-store.ts'
import { emergencyStore } from '#adapters/dynamo/staff/emergencies.ts'
import { keptForms } from '#adapters/dynamo/staff/kept-forms.ts'
import { ownDetails } from '#adapters/dynamo/staff/own-details.ts'
import { staffDirectory } from '#adapters/dynamo/staff/staff-directory.ts'
import { staffSessions } from '#adapters/dynamo/staff/staff-sessions.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { teamStore } from '#adapters/dynamo/staff/team-store.ts'
import { viewStore } from '#adapters/dynamo/staff/view-store.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { oidcIdentity } from '#adapters/identity.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { noticePrinter } from '#adapters/notices/printer.ts'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { NoticeHashes } from '#domain/cases/decision-notice.ts'
import { ok } from '#domain/result.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { people, type StandInPerson } from '#infra/local/identity/people.ts'
import { clientId, startIdentity } from '#infra/local/identity.ts'
import type { Service } from '#services/service.ts'
import type { Claims, Identity } from '#usecases/ports/staff.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import type { WebHandler } from '#web/stack.ts'
import type { Desk } from '#web/staff/desk.ts'
import { staffHandler } from '#web/staff/handler.ts'
import { type Visitor, visitor } from './visitor.ts'
import { auditOf, staffOrigin, startWorld, type World } from './world.ts'

export type StaffWorld = {
  readonly world: World
  readonly desk: Desk
  readonly staff: WebHandler
  // Somebody at a browser, signed in as one of the demonstration people.
  readonly signedIn: (id: string) => Promise<Visitor>
  // The same for anybody, with a session made for them.
  readonly withSession: (user: Staff) => Promise<Visitor>
  // Who the identity provider knows: a person may be changed, or taken away.
  readonly known: StandInPerson[]
  readonly closeProvider: () => Promise<void>
  readonly audit: (pk: string) => Promise<readonly AuditLine[]>
  readonly close: () => Promise<void>
}

export type AuditLine = {
  readonly by: string
  readonly did?: string
  readonly action?: string
  readonly allowed?: boolean
  readonly notice?: NoticeHashes
}

// With `housing`, another form stands under its name, for residents and staff alike.
// `around`: the world that it stands in, where another than the usual one is wanted.
export const startStaffWorld = async (housing?: Service, around?: World): Promise<StaffWorld> => {
  const started = around ?? (await startWorld())
  const services = started.counter.services.map((one) => (one.id === 'housing' ? (housing ?? one) : one))
  const counter: Counter = { ...started.counter, services }
  const world: World = { ...started, counter, citizen: citizenHandler(counter) }
  const known = [...people]
  const made = new Map<string, Claims>()
  const provider = await startIdentity({ port: await freePort(), staffOrigin, whoIsThere: () => known })
  const { clock, ids, keys, cases, drafts, uploads, holds, find, citizenOrigin, log } = counter
  const desk: Desk = {
    ...{ clock, ids, keys, cases, drafts, uploads, holds, find, services, citizenOrigin, log, staffOrigin },
    wordings: wordingStore(world.table),
    feeds: calendarStore(started.table, ids.secret),
    files: fileLinks({
      region: 'eu-west-2',
      bucket: 'guildhall-clean',
      origin: new URL(bucket).origin,
      endpoint: new URL(bucket).origin,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      now: world.clock.now,
    }),
    notices: noticePrinter(),
    identity: knowingToo(made, oidcIdentity({ issuer: provider.issuer, clientId, staffOrigin })),
    people: peopleStore(world.table, keys),
    kin: kinStore(world.table),
    tasks: taskStore(world.table),
    searches: searchStore(world.table, keys),
    sessions: staffSessions(world.table, keys, ids.secret),
    kept: keptForms(world.table),
    own: ownDetails(world.table),
    directory: staffDirectory(world.table, ids.secret),
    team: teamStore(world.table),
    views: viewStore(world.table),
    bulk: bulkStore(world.table),
    told: hookStore(world.table),
    listRequests: listRequests(world.table),
    hooks: hooksIn({ clients: new Map([['data-warehouse', 'Data warehouse']]), said: sampleHook, keys }),
    emergencies: emergencyStore(world.table),
    audit: auditLog(world.table),
    trail: trailReader(world.table),
    undelivered: undeliveredStore(world.table),
    outbox: outboxStore(world.table),
    stopped: stoppedStore(world.table),
    sums: sumStore(world.table),
    inbox: feedbackInbox(world.table),
    books: bookStore(world.table),
    switches: knownSwitches(switchStore(world.table), clock, log),
    board: switchStore(world.table),
  }
  const staff = staffHandler(desk)
  return {
    world,
    desk,
    staff,
    known,
    closeProvider: provider.close,
    signedIn: (id) => signedIn(staff, id),
    withSession: async (user) => {
      const person = visitor(staff, staffOrigin)
      made.set(`made-for-${user.id}`, user)
      person.cookies.set('__Host-staff', await desk.sessions.start(user, clock.now(), `made-for-${user.id}`))
      return person
    },
    audit: auditOf(world),
    close: async () => {
      await provider.close()
      await world.close()
    },
  }
}

// The provider, who also knows the people whose sessions were made here.
const knowingToo = (made: ReadonlyMap<string, Claims>, identity: Identity): Identity => ({
  ...identity,
  again: (token, id) => {
    const claims = made.get(token)
    return claims === undefined ? identity.again(token, id) : Promise.resolve(ok(claims))
  },
})

// One program is told of everything.
export const sampleHook = 'data-warehouse https://warehouse.example/events 1 housing+planning+bookings'

export const bucket = 'http://localhost:9/guildhall-clean'

const signedIn = async (staff: WebHandler, id: string): Promise<Visitor> => {
  const person = visitor(staff, staffOrigin)
  const start = await person.ask({ method: 'GET', path: '/sign-in/start' })
  await person.get(await throughProvider(start.headers.location ?? '', id))
  return person
}

// The provider's own pages, in the same browser: gives the address that it sends the browser back to.
export const throughProvider = async (address: string, who: string): Promise<string> => {
  const cookies = new Map<string, string>()
  let at = address
  for (let left = 8; left > 0; left -= 1) {
    const page = await asked(at, cookies, at.includes('/sign-in/') ? who : undefined)
    at = new URL(page.headers.get('location') ?? '', at).href
    if (at.startsWith(staffOrigin)) return at.slice(staffOrigin.length)
  }
  throw new Error(`The provider did not send the browser back, but to ${at}`)
}

const asked = async (at: string, cookies: Map<string, string>, who: string | undefined): Promise<Response> => {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(at, {
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    ...(who === undefined ? {} : { method: 'POST', body: new URLSearchParams({ who }).toString() }),
  })
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    cookies.set(name, value)
  }
  return response
}
