// The bundles that are deployed, with the environment and within the rights that the template gives them: residents apply, book and send
// documents, texts go out and come back, staff work the cases; then each call that was made is held against what its function may do.

import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, isoDay } from '#domain/day.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { archive } from '#infra/local/files.ts'
import { clientNames } from '#infra/local/identity/clients.ts'
import { type LocalIdentity, startIdentity } from '#infra/local/identity.ts'
import { housing } from '#services/housing/service.ts'
import { tenthBirthday } from '#tests/support/people/birthdays.ts'
import { firstOffered } from '#tests/support/people/persona-visits.ts'
import { type Persona, personaOf } from '#tests/support/people/personas.ts'
import { askOf, tokenFrom } from '#tests/support/worlds/api-world.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import {
  callbackKey,
  citizenOrigin,
  codeFileOf,
  type Deployed,
  entries,
  environmentOf,
  staffOrigin,
  startDeployed,
} from './deployed.ts'
import { type Call, type Grant, grantsOf, isWithin, linesOf } from './grants.ts'
import {
  apply,
  beginMany,
  colleague,
  deskStaff,
  hiddenIn,
  housingOfficer,
  planningOfficer,
  postedLetter,
  resident,
} from './journeys.ts'

// One that is refused: nothing leaves this machine.
const noAddress = 'data-warehouse http://10.0.0.1/ 1 housing'

let deployed: Deployed
let provider: LocalIdentity
beforeAll(async () => {
  provider = await startIdentity({ port: await freePort(), staffOrigin })
  deployed = await startDeployed({ OIDC_ISSUER: provider.issuer, API_CLIENTS: clientNames, API_HOOKS: noAddress })
}, 120_000)
afterAll(() => Promise.all([deployed.close(), provider.close()]))

const lastOffered = (person: Visitor): string =>
  [...person.last().html.matchAll(/name="time" type="radio" value="([^"]+)"/g)].at(-1)?.[1] ?? ''

const soon = async (holds: () => boolean): Promise<void> => {
  for (let left = 500; left > 0 && !holds(); left -= 1) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(holds()).toBe(true)
}

describe('the product as it is deployed', { timeout: 60_000 }, () => {
  it('answers CloudFront and nobody else', async () => {
    const direct = visitor(async (event) => {
      const result = await deployed.invoke('citizen', event)
      return typeof result === 'object' && result !== null ? result : {}
    }, citizenOrigin)
    expect((await direct.get('/')).status).toBe(403)
    expect((await resident(deployed).get('/')).status).toBe(200)
  })

  it('takes an application, a booking and documents, and texts each person once', async () => {
    const references = [
      await apply(deployed, personaOf('planning-householder')),
      await apply(deployed, personaOf('housing-single-renter')),
      await apply(deployed, personaOf('bookings-blue-badge')),
    ]
    expect(references).toEqual(references.map(() => expect.stringMatching(/^[HBP]\w{7}$/)))
    await soon(() => references.every((reference) => deployed.texts().some(({ body }) => body.includes(reference))))
    for (const reference of references)
      expect(deployed.texts().filter(({ body }) => body.includes(reference)).length).toBe(1)
  })

  it('sweeps up in a while and at night, and leaves what was sent', async () => {
    for (const every of ['while', 'night']) await deployed.invoke('check-upload', { source: 'aws.scheduler', every })
    const swept = deployed.calls().get('check-upload') ?? []
    expect(swept.some(({ keys }) => keys?.some((key) => key.startsWith('DUE#unchecked')))).toBe(true)
    expect(swept.filter(({ action }) => action === 's3:ListBucket').length).toBeGreaterThanOrEqual(2)
    expect(swept.filter(({ action, resource }) => action === 's3:DeleteObject' && /Clean/.test(resource))).toEqual([])
  })

  it('gives a way back without a phone, which follows a number that is corrected', async () => {
    const person = resident(deployed)
    await person.get('/planning')
    await person.post('/planning/start', {})
    for (const phone of ['07700 900 901', '07700 900 902']) {
      await person.get('/planning/save?change=1')
      await person.post('/planning/save', { phone })
    }
    await person.get('/planning/recovery-phrase')
    const { html } = await person.post('/planning/recovery-phrase', {})
    const [reference = '', phrase = ''] = [...html.matchAll(/summary-list__value[^>]*>([^<]+)</g)].map(([, one]) => one)
    const back = resident(deployed)
    await back.get('/return/phrase')
    await back.post('/return/phrase', { reference, phrase })
    expect(back.last().path).toBe('/planning/tasks')
  })

  it('lets a person come back by a code from a text, and move and cancel an appointment', async () => {
    const booker = personaOf('bookings-office-step-free')
    const reference = await apply(deployed, booker)
    const phone = booker.steps.flatMap((step) => (step.is === 'page' ? (step.typed.mobileNumber ?? []) : []))[0] ?? ''
    const person = resident(deployed)
    await person.get('/return')
    await person.post('/return', { phone })
    const codes = () => deployed.texts().flatMap(({ body }) => /\b\d{6}\b/.exec(body)?.[0] ?? [])
    await soon(() => codes().length > 0)
    await person.post('/return/code', { code: codes().at(-1) ?? '' })
    expect((await person.get('/my-applications')).html).toContain(reference)
    const at = `/appointments/${reference}`
    expect((await person.get(`${at}/calendar.ics`)).html).toContain('BEGIN:VCALENDAR')
    await person.get(`${at}/change`)
    await person.post(`${at}/change`, { day: firstOffered(person.last().html, 'day') })
    expect((await person.post(person.last().path, { time: lastOffered(person) })).html).toContain(
      'changed your appointment',
    )
    await person.get(`${at}/cancel`)
    await person.post(`${at}/cancel`, { cancel: 'yes' })
    expect((await person.get(at)).html).toMatch(/cancelled/i)
    await person.get('/planning')
    await person.post('/planning/start', {})
    const erases = /href="([^"]+\/delete)"/.exec((await person.get('/my-applications')).html)?.[1] ?? '/'
    await person.get(erases)
    expect((await person.post(erases, {})).html).not.toContain(erases)
    await person.get('/finish')
    expect((await person.post('/finish', {})).path).toBe('/finished')
  })

  it('offers time to the waiting list by text, lets it be taken by the link, and ends a wait that is over', async () => {
    const waiting = personaOf('bookings-waiting')
    const reference = await apply(deployed, waiting)
    const minute = () => deployed.invoke('offer-times', { source: 'aws.scheduler' })
    await minute()
    const link = () =>
      deployed.texts().flatMap(({ body }) => new RegExp(`/offer/${reference}/\\S+`).exec(body)?.[0] ?? [])[0]
    await soon(() => link() !== undefined)
    const person = resident(deployed)
    await person.get(link() ?? '')
    expect((await person.post(link() ?? '', { do: 'take' })).html).toContain('Your appointment is booked')
    await apply(deployed, withPhone(waiting, '07700 900997'))
    // After their last day, and before an offer could go.
    await deployed.setToday('2026-12-27')
    await minute()
    const over = () => deployed.texts().filter(({ body }) => body.includes('no time came free'))
    await minute()
    await soon(() => over().length === 1)
    await deployed.setToday(waiting.today)
  })

  it('stops reminders by their link, and texts nobody who has opted out of them', async () => {
    const person = resident(deployed)
    await person.get('/stop/ABCDEFGHIJKLMN/B2345678')
    await person.post('/stop/ABCDEFGHIJKLMN/B2345678', {})
    expect(person.last().html).toContain('You will not get reminders by text')
    const optsOut = withPhone(personaOf('planning-householder'), '07700 900998')
    const sentFor = async () => {
      const reference = await apply(deployed, optsOut)
      return () => deployed.texts().filter(({ body }) => body.includes(reference)).length
    }
    const first = await sentFor()
    await soon(() => first() === 1)
    const outside = () => [...(deployed.calls().get('text-receipts') ?? [])].some(putsStopped)
    await soon(outside)
    const second = await sentFor()
    await deployed.invoke('send-texts', {})
    expect([first(), second()]).toEqual([1, 0])
  })

  it('lets staff find, read, note and act', async () => {
    const householder = personaOf('planning-householder')
    const reference = await apply(deployed, householder)
    const officer = await colleague(deployed, planningOfficer, householder.today)
    const at = `/cases/${reference}`
    for (const path of [
      '/cases',
      '/texts',
      '/cases?show=mine',
      '/cases?show=new',
      '/cases?show=overdue',
      `${at}/assign`,
      at,
    ])
      expect((await officer.get(path)).status).toBe(200)
    await officer.post(`${at}/notes`, { note: 'Looked at the drawings' })
    expect((await officer.get(at)).html).toContain('Looked at the drawings')
    await officer.get(`${at}/actions/start-validating`)
    await officer.post(`${at}/actions/start-validating`, hiddenIn(officer))
    expect((await officer.get(at)).html).toContain('started validating the application')
    await officer.get('/cases/find')
    expect((await officer.post('/cases/find', { for: '07700 900123' })).status).toBe(200)
    expect((await officer.post('/cases/find', { for: reference })).path).toBe(at)
    const beside = new RegExp(`${at}/documents/[\\w-]+`).exec((await officer.get(`${at}/documents`)).html)?.[0] ?? ''
    const file = new RegExp(`${at}/files/[\\w-]+`).exec((await officer.get(beside)).html)?.[0] ?? ''
    const opened = await officer.ask({ method: 'GET', path: file })
    expect((await fetch(opened.headers.location ?? '')).status).toBe(200)
    const reader = { ...planningOfficer, id: 'an-auditor', roles: ['auditor'], teams: [] } as const
    const auditor = await colleague(deployed, reader, householder.today)
    expect((await auditor.get(`${at}/audit`)).html).toContain('The chain of changes is whole')
    const runs = { ...planningOfficer, id: 'a-manager', roles: ['team-manager'] } as const
    const manager = await colleague(deployed, runs, householder.today)
    await manager.get('/team')
    expect((await manager.post('/team/planning/turns', { do: 'on' })).html).toContain('given in turn to those at work')
    await deployed.invoke('give-in-turn', { source: 'aws.scheduler' })
    expect((await officer.get(`${at}/history`)).html).toContain('It was their turn')
    await manager.get('/team')
    await manager.post('/team/planning/turns', { do: 'off' })
    const many = { team: 'planning', which: 'of', from: planningOfficer.id }
    for (const what of [
      { what: 'tell', words: 'We are closed on Friday' },
      { what: 'give', to: runs.id },
    ]) {
      await manager.get('/many')
      const { path } = await manager.post('/many', { ...many, ...what })
      await beginMany(deployed, path.slice('/many/'.length), runs)
      await deployed.invoke('do-many', { source: 'aws.scheduler' })
      expect((await manager.get(path)).html).toMatch(/[1-9]\d* done, 0 not done, 0 left out, 0 still to do/)
    }
    await manager.get('/many')
    const back = await manager.post('/many', { ...many, from: runs.id, what: 'give', to: planningOfficer.id })
    expect((await manager.post(back.path, { do: 'start' })).html).toMatch(/[1-9]\d* done, 0 not done/)
    for (const whose of ['me', 'planning']) {
      await manager.get('/views/new')
      await manager.post('/views/new', { name: 'In turn', whose })
    }
    expect((await manager.get('/views')).html.match(/In turn/g)?.length).toBeGreaterThan(1)
  })

  it('lets a program see where a case stands and make a note on it', async () => {
    const reference = await apply(deployed, personaOf('housing-single-renter'))
    const token = await tokenFrom(provider.issuer, 'repairs-contractor')
    const at = `/api/v1/cases/${reference}`
    const read = await askOf(deployed.api, token, { path: at })
    expect(read.body).toMatchObject({ reference, state: 'submitted' })
    for (const query of ['', '&state=submitted'])
      expect((await askOf(deployed.api, token, { path: `/api/v1/cases?service=housing${query}` })).status).toBe(200)
    const reader = await tokenFrom(provider.issuer, 'data-warehouse')
    expect((await askOf(deployed.api, reader, { path: '/api/v1/events?limit=1' })).status).toBe(200)
    const headers = { 'idempotency-key': 'deployed-note', 'if-match': read.headers.etag ?? '' }
    const noted = () => askOf(deployed.api, token, { path: `${at}/notes`, post: { words: 'Boiler mended' }, headers })
    expect([(await noted()).status, (await noted()).headers['idempotent-replayed']]).toEqual([201, 'true'])
    expect((await askOf(deployed.api, reader, { path: '/api/v1/hook' })).status).toBe(200)
    const [told, inHand] = [await postedLetter(deployed, reference), await postedLetter(deployed, reference)]
    const returned = { path: '/callbacks/notify/returned-letters', post: { notification_id: told.messageId } }
    expect((await askOf(deployed.api, callbackKey, returned)).status).toBe(204)
    deployed.clock.set(deployed.clock.now() + 60_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await deployed.invoke('send-hooks', { source: 'aws.scheduler' })
    const runs = { ...housingOfficer, id: 'h-manager', roles: ['team-manager'] } as const
    const manager = await colleague(deployed, runs, isoDay(deployed.clock.now()))
    await manager.get(`/cases/${reference}/messages`)
    expect(manager.last().html).toContain('The letter came back')
    const after = await manager.post(`/cases/${reference}/texts/${inHand.id}/came-back`, {})
    expect(after.html.match(/The letter came back/g)?.length).toBe(2)
    expect((await manager.get('/webhooks')).html).toContain('Given up')
    const [, event = ''] = /name="event" value="(\w+)"/.exec(manager.last().html) ?? []
    expect((await manager.post('/webhooks', { client: 'data-warehouse', event })).html).toContain('To be sent')
  })

  it('lets staff book for a caller, see the list of that day, move it and cancel it', async () => {
    const { today } = personaOf('bookings-office-step-free')
    await deployed.setToday(today)
    const staff = await colleague(deployed, deskStaff, today)
    await staff.get('/desk')
    const { path: at } = await staff.post('/desk/book', { service: 'bookings' })
    const meets = { whatFor: 'housing-advice', safe: 'safe', how: 'office', office: 'weymouth' }
    await staff.post(at, { ...meets, needs: 'no', interpreter: 'no' })
    const time = firstOffered(staff.last().html, 'time')
    await staff.post(`${at}/time`, { time })
    const who = {
      firstName: 'Sample',
      lastName: 'Caller',
      mobileNumber: '07700 900 777',
      safeToText: 'yes',
      about: 'no',
    }
    await staff.post(`${at}/who`, { ...who, askedBy: 'them', askedWay: 'phone' })
    const [, reference = ''] = /^\/cases\/(B\w{7})/.exec(staff.last().path) ?? []
    await soon(() => deployed.texts().some(({ body }) => body.includes('Booked, as you asked by phone')))
    expect((await staff.get(`/desk/weymouth/${time.slice(0, 10)}`)).html).toContain(reference)
    const moves = `/cases/${reference}/actions/move-for-caller`
    await staff.get(moves)
    await staff.post(moves, { ...hiddenIn(staff), time: lastOffered(staff), askedBy: 'them', askedWay: 'phone' })
    expect(staff.last().html).toContain('changed the time of the appointment for the customer')
    const cancels = `/cases/${reference}/actions/cancel-for-caller`
    await staff.get(cancels)
    await staff.post(cancels, { ...hiddenIn(staff), askedBy: 'them', askedWay: 'phone' })
    expect((await staff.get(`/desk/weymouth/${time.slice(0, 10)}`)).html).toContain('Cancelled')
    await staff.get('/desk/calendars')
    await staff.post('/desk/calendars', { whose: 'bookings.housing-2', device: 'Phone' })
    const [calendar = ''] = /\/calendar\/[\w-]+\.ics/.exec(staff.last().html) ?? []
    expect((await staff.get(calendar)).html).toContain('BEGIN:VCALENDAR')
    const { html } = await staff.get('/desk/calendars')
    await staff.post('/desk/calendars/end', { calendar: /name="calendar" value="([^"]+)"/.exec(html)?.[1] ?? '' })
    expect((await staff.get(calendar)).status).toBe(404)
    const walkIns = '/desk/weymouth/walk-ins'
    await staff.get(walkIns)
    await staff.post(walkIns, { comesFor: 'bookings.housing-advice' })
    await staff.post(`${walkIns}/1`, { do: 'call' })
    expect((await resident(deployed).get('/desk/weymouth')).html).toContain('W-01')
    await staff.post(`${walkIns}/1`, { do: 'seen' })
    expect(staff.last().html).toContain('W-01: Seen')
    const manager = await colleague(deployed, { ...deskStaff, id: 'w-manager', roles: ['team-manager'] }, today)
    const when = { 'first-day': '9', 'first-month': '12', 'first-year': '2026', hours: '10am to noon', repeats: 'once' }
    const workshop = { type: 'digital-workshop', place: 'weymouth', room: 'wey-room-2', lead: 'none' }
    await manager.get('/desk/sessions/new')
    await manager.post('/desk/sessions/new', {
      ...{ ...when, ...workshop, seats: '8', spare: '0', sure: 'yes', 'do-2026-12-09': 'keep' },
    })
    expect(manager.last().html).toContain('1 workshop was made.')
    await staff.get('/desk/weymouth/tally')
    await staff.post('/desk/weymouth/tally', { do: 'online.first.more' })
    expect(staff.last().html).toContain('Fewer than 5')
    expect((await resident(deployed).get('/bookings/sessions')).html).toContain('Workshops')
  })

  it('shows staff a HEIC photo as the JPG that the deployed code made of it, and gives them the photo itself', async () => {
    const householder = personaOf('planning-householder')
    const reference = await apply(deployed, householder)
    const officer = await colleague(deployed, planningOfficer, householder.today)
    const page = await caseSeen(officer, reference)
    const beside =
      new RegExp(`/cases/${reference}/documents/[\\w-]+(?=">plans-and-elevations\\.heic)`).exec(page)?.[0] ?? ''
    const shown = async () => /<img[^>]* src="(http[^"]+)"/.exec((await officer.get(beside)).html)?.[1] ?? ''
    for (let left = 50; left > 0 && (await shown()) === ''; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 200))
    const picture = await fetch((await shown()).replaceAll('&amp;', '&'))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('ffd8ff')
    const opened = await officer.ask({ method: 'GET', path: beside.replace('/documents/', '/files/') })
    const photo = Buffer.from(await (await fetch(opened.headers.location ?? '')).arrayBuffer())
    expect(photo.subarray(4, 12).toString('latin1')).toBe('ftypheic')
  })

  it('looks at the housing list anew each night: a tenth birthday is noted on its case, once; an officer awards a need', async () => {
    const family = personaOf('housing-couple-overcrowded')
    const reference = await apply(deployed, family)
    await soon(() => deployed.texts().some(({ body }) => body.includes(reference)))
    const birthday = tenthBirthday(walked(housing.form, family).draft, family.today)
    await deployed.setToday(birthday)
    await deployed.invoke('nightly', { source: 'aws.scheduler' })
    await deployed.invoke('nightly', { source: 'aws.scheduler' })
    const officer = await colleague(deployed, housingOfficer, birthday)
    const html = await caseSeen(officer, reference)
    expect(html.match(/is 10 today/g)?.length).toBe(1)
    const proof = { proof: 'A letter', 'proofOn-day': '1', 'proofOn-month': '6', 'proofOn-year': birthday.slice(0, 4) }
    for (const [action, typed] of [
      ['start-checking', {}],
      ['award', { code: 'A-MED', reason: 'The stairs are dangerous', ...proof }],
    ] as const) {
      await officer.get(`/cases/${reference}/actions/${action}`)
      await officer.post(`/cases/${reference}/actions/${action}`, { ...hiddenIn(officer), ...typed })
    }
    expect((await officer.get(`/cases/${reference}/rules`)).html).toContain('awarded a need')
  })

  it('counts what happened, and seals the figures of a month', async () => {
    await deployed.setToday('2026-11-25')
    const officer = await colleague(deployed, planningOfficer, '2026-11-25')
    expect((await officer.get('/measures')).status).toBe(200)
    const speaker = resident(deployed)
    await speaker.get('/feedback')
    await speaker.post('/feedback', { page: '/planning', rating: 'satisfied', words: 'I am not safe' })
    expect(speaker.last().path).toBe('/feedback/sent')
    const [said = ''] = /\/feedback\/2026-11\.[^"]+/.exec((await officer.get('/feedback')).html) ?? []
    await officer.get(said)
    expect((await officer.post(said, { ...hiddenIn(officer), state: 'read' })).path).toBe('/feedback')
    expect((await officer.get('/measures/planning/finish')).html).toContain('November 2026')
    for (const page of ['cases', 'texts', 'health', 'kpis', 'costs', 'months', 'returns/ps'])
      expect([page, (await officer.get(`/measures/${page}`)).status]).toEqual([page, 200])
    await officer.get('/changed/new')
    const changed = { page: '/planning', said: 'It was long', changed: 'Made it shorter', comments: '3' }
    const on = { 'changedOn-day': '20', 'changedOn-month': '11', 'changedOn-year': '2026' }
    expect((await officer.post('/changed/new', { ...hiddenIn(officer), ...changed, ...on })).path).toBe('/changed')
    await deployed.setToday('2027-01-04')
    await deployed.invoke('count-events', { source: 'aws.scheduler' })
    await deployed.invoke('count-events', { source: 'aws.scheduler', every: 'morning' })
    const person = resident(deployed)
    expect((await person.get('/performance/planning')).html).toContain('November 2026')
    expect((await person.get('/performance/what-we-changed')).html).toContain('Made it shorter')
    expect((await person.get('/performance/data')).html).toContain('All published data')
    expect((await person.get('/performance')).status).toBe(200)
    await deployed.setToday('2026-11-25')
  })

  it('erases at night what a manager agreed to erase, and keeps receipts apart', async () => {
    const single = personaOf('bookings-office-step-free')
    const reference = await apply(deployed, single)
    await soon(() => deployed.texts().some(({ body }) => body.includes(reference)))
    const staff = await colleague(deployed, deskStaff, single.today)
    const cancels = `/cases/${reference}/actions/cancel-for-caller`
    await staff.get(cancels)
    await staff.post(cancels, { ...hiddenIn(staff), askedBy: 'them', askedWay: 'phone' })
    const before = isoDay(deployed.clock.now())
    await deployed.setToday(addDays(before, 2 * 366))
    const runs = { ...deskStaff, id: 'b-manager', roles: ['team-manager'] } as const
    const manager = await colleague(deployed, runs, addDays(before, 2 * 366))
    const [, picked = ''] = new RegExp(`value="(${reference} \\d+)"`).exec((await manager.get('/keeping')).html) ?? []
    expect((await manager.post('/keeping', { case: picked })).html).toContain('Take back')
    await deployed.setToday(addDays(before, 2 * 366 + 2))
    await deployed.invoke('erase-agreed', { source: 'aws.scheduler' })
    const again = await colleague(deployed, runs, addDays(before, 2 * 366 + 2))
    expect((await again.get(`/cases/${reference}`)).status).toBe(404)
    const receipts = await deployed.files.store.list(archive, 'erased/')
    expect(receipts.length).toBe(2)
    await deployed.setToday(before)
  })

  it('signs a day of the audit trail, once', async () => {
    const { key } = await deployed.files.store.put(
      archive,
      {
        key: `audit/${isoDay(deployed.clock.now()).replaceAll('-', '/')}/entries.gz`,
        type: 'application/gzip',
        metadata: {},
      },
      Buffer.from('entries'),
    )
    await deployed.setToday(addDays(isoDay(deployed.clock.now()), 1))
    for (let night = 0; night < 2; night += 1) await deployed.invoke('audit-digest', { source: 'aws.scheduler' })
    const digests = await deployed.files.store.list(archive, 'digests/')
    expect(digests.length).toBe(1)
    const digest = await deployed.files.store.content(archive, digests[0]?.key ?? '')
    expect(digest.toString('utf8')).toContain(`"${key}"`)
  })

  it('lets a manager open a waiting room, and a resident wait and come in', async () => {
    const turn = async (day: string, does: string): Promise<string> => {
      // What a function knows of the switches is ten seconds old at most; another day is later than that.
      await deployed.setToday(day)
      const manager = await colleague(deployed, { ...planningOfficer, id: 'p2', roles: ['team-manager'] }, day)
      await manager.get('/switches/waiting-room-planning')
      const fields = { ...hiddenIn(manager), do: does, perMinute: '6000', reason: 'Many people apply at once' }
      return (await manager.post('/switches/waiting-room-planning', fields)).path
    }
    expect(await turn('2026-11-25', 'on')).toBe('/switches')
    await deployed.setToday('2026-11-26')
    const person = resident(deployed)
    await person.get('/planning')
    expect((await person.post('/planning/start', {})).path).toBe('/planning/queue')
    for (let left = 30; left > 0 && !person.last().html.includes('It is your turn'); left -= 1)
      await person.get('/planning/queue')
    expect((await person.post('/planning/start', {})).path).toBe('/planning/tasks')
    expect(await turn('2026-11-27', 'off')).toBe('/switches')
  })
})

const withPhone = (person: Persona, textNumber: string): Persona => ({
  ...person,
  steps: person.steps.map((step) =>
    step.is === 'page' && 'textNumber' in step.typed
      ? { ...step, typed: { ...step.typed, textNumber: [textNumber] } }
      : step,
  ),
})

const putsStopped = ({ action, keys }: Call): boolean =>
  action === 'dynamodb:PutItem' && keys?.some((key) => key.startsWith('STOP#')) === true

// What a function may do and is not seen to do here: why it may all the same.
const unseen: readonly (readonly [RegExp, string])[] = [
  [
    /citizen: GetItem on <Data.Cases> with BOOKER#/,
    'two tabs of one browser that book at once are told which came first',
  ],
  [/staff: PutItem on <Data.Cases> with BLOCKS/, 'a manager closes time'],
  [
    /staff: \w+ on <Data.Cases> with (TIMETABLE|EDITION|ROSTER)#/,
    'a manager reads, changes and publishes the timetable, and a caller is booked by it',
  ],
  [/staff: \w+ on <Data.Cases> with KIN#/, 'an officer says of two cases whether they are of one person'],
  [/staff: \w+ on <Data.Cases> with LISTS#/, 'a manager wants more than 1,000 cases as a file'],
  [/staff: \w+ on <Data.Cases> with WORDS#/, 'a manager changes the words of a text'],
  [/check-upload: GetItem on <Data.Cases> with WORDS#/, 'an applicant is told that a document was refused'],
  [/\w+ on <Data.Cases> with BLOCK#/, 'somebody was booked in time that a manager closed'],
  [/GetSecretValue/, 'asked of Secrets Manager, which is not recorded here'],
  [/Stream|GetRecords|GetShardIterator/, 'Lambda reads the stream with the function’s role'],
  [/send-texts: sms-voice:SendTextMessage on \*/, 'SNS sends by it, in the name of the function that publishes'],
  [/sqs:SendMessage/, 'Lambda lays failures aside with the function’s role'],
  [
    /citizen: kms:Decrypt/,
    'an opened key is kept for five minutes: whoever comes back later, or to another environment',
  ],
  [/staff: kms:GenerateDataKey/, 'asking an applicant for more opens a draft for them, with a key of its own'],
  [/citizen: s3:PutObject/, 'the browser posts with what the function signed'],
  [/staff: \w+ on <Data.Cases> with (SESSION|TEAM)#/, 'signing in, which begins at the identity provider'],
  [
    /staff: \w+ on <Data.Cases> with (DRAFT|FIND|TEXT)#/,
    'asking an applicant for more opens their draft again and texts them',
  ],
  [
    /staff: \w+ on <Data.Cases> with (CLAIM|BOOKER)#/,
    'cancelling an appointment for the council gives its time back or to the waiting list, and the person their place',
  ],
  [
    /staff: (GetItem|BatchGetItem) on <Data.Cases> with CASE#/,
    'taking an action reads the case anew, finding by phone reads several',
  ],
  [
    /citizen: DeleteItem on <Data.Cases> with FIND#by-/,
    'a name, number or place that is given again finds no more by the old one',
  ],
  [
    /citizen: DeleteItem on <Data.Cases> with PHRASE#/,
    'an email address that is given again, or with a draft that is deleted, opens no more by the old one',
  ],
  [/staff: PutItem on <Data.Cases> with PEOPLE#/, 'what staff put right of a person is found by it from then on'],
  [/staff: Query on <Data.Cases>.index.came/, 'a worklist in order of receipt'],
  [/check-upload: .*(CASE#|TEXT#|FIND#|Audit)/, 'a document that turned out bad after it was sent'],
  [
    /nightly: PutItem on <Data.Cases> with (TEXT|DRAFT)#/,
    'reminders of documents, and the draft of a request that closed: both after days',
  ],
  [/audit-digest: Scan on <Data.Audit>/, 'a day of which nothing came into the archive'],
  [
    /erase-agreed: DeleteItem on <Data.Cases> with (ASSESSED|NOTICE|BOOKER|CLAIM|FIND)#/,
    'a cancelled appointment gave its time and its place back, and has no working and no notice',
  ],
  [/erase-agreed: s3:DeleteObject/, 'the appointment that is erased has no files'],
  [/check-upload: s3:DeleteObject on <Uploads.Clean>/, 'what belongs to nothing is swept up after a day'],
]

const forbidden: readonly Call[] = [
  { action: 'dynamodb:Scan', resource: '<Data.Cases>' },
  { action: 'dynamodb:Query', resource: '<Data.Cases>/index/work', keys: ['WORK#housing#0'] },
  { action: 'dynamodb:GetItem', resource: '<Data.Cases>', keys: ['SESSION#a'] },
  { action: 'dynamodb:DeleteItem', resource: '<Data.Cases>', keys: ['CASE#H2345678'] },
  { action: 'dynamodb:UpdateItem', resource: '<Data.Audit>', keys: ['CASE#H2345678'] },
  { action: 'kms:GenerateDataKey', resource: '<Data.Answers>', context: [] },
  { action: 'kms:Decrypt', resource: '<Data.Answers>', context: ['aws:s3:arn'] },
  { action: 's3:GetObject', resource: '<Uploads.Clean>/a/b' },
  { action: 'sns:Publish', resource: '+447700900000' },
]

describe('each function', () => {
  it('starts from what was compiled of its bundle when that was made', () => {
    const code = `console.log(require(process.argv[1]).compiled.every(({ hit }) => hit) ? 'hit' : 'miss')`
    const found = entries.map((entry) => {
      const { account } = deployed
      const env = { ...process.env, ...environmentOf(account, entry) }
      return spawnSync(process.execPath, ['-e', code, codeFileOf(account, entry)], { env, encoding: 'utf8' }).stdout
    })
    expect(found).toEqual(entries.map(() => 'hit\n'))
  })

  it('did nothing that the template does not allow it', () => {
    const seen = deployed.calls()
    const outside = [...seen].flatMap(([by, calls]) => {
      if (by === 'test' || by === 'lambda') return []
      const grants = grantsOf(deployed.account, by)
      return calls
        .filter((call) => !isWithin(grants, call))
        .map(
          (call) => `${by}: ${call.action} on ${call.resource} ${call.keys?.join(' ').replace(/#[^ ]*/g, '#') ?? ''}`,
        )
    })
    expect([...new Set(outside)]).toEqual([])
    expect([...seen.keys()].filter((by) => by !== 'test' && by !== 'lambda').toSorted()).toEqual([
      'api',
      'audit-digest',
      'check-upload',
      'citizen',
      'count-events',
      'do-many',
      'erase-agreed',
      'give-in-turn',
      'nightly',
      'offer-times',
      'send-hooks',
      'send-texts',
      'staff',
      'text-receipts',
    ])
    // The check bites.
    for (const call of forbidden) expect(isWithin(grantsOf(deployed.account, 'citizen'), call)).toBe(false)
    expect([...seen.values()].flat().length).toBeGreaterThan(300)
  })

  it('may do little that it was not seen to do, and there is a reason for each', () => {
    const seen = new Map([...deployed.calls()].map(([by, calls]) => [by, calls.flatMap(eachKey)]))
    const idle = entries.flatMap((entry) =>
      parted(grantsOf(deployed.account, entry)).flatMap((part) =>
        (seen.get(entry) ?? []).some((call) => isWithin([part], call))
          ? []
          : linesOf([part]).map((line) => `${entry}: ${line}`),
      ),
    )
    expect(idle.filter((line) => !unseen.some(([pattern]) => pattern.test(line)))).toEqual([])
    const granted = entries.flatMap((entry) =>
      linesOf(parted(grantsOf(deployed.account, entry))).map((line) => `${entry}: ${line}`),
    )
    expect(unseen.filter(([pattern]) => !granted.some((line) => pattern.test(line)))).toEqual([])
  })
})

const eachKey = (call: Call): readonly Call[] => call.keys?.map((key) => ({ ...call, keys: [key] })) ?? [call]

// One action, one resource, one sort of item each.
const parted = (grants: readonly Grant[]): readonly Grant[] =>
  grants
    .filter(({ denies }) => !denies)
    .flatMap((grant) =>
      grant.actions.flatMap((action) =>
        grant.resources.flatMap((resource) =>
          (grant.keys?.map((key) => [key]) ?? [undefined]).map((keys) => ({
            actions: [action],
            resources: [resource],
            denies: false,
            ...(keys === undefined ? {} : { keys }),
            ...(grant.context === undefined ? {} : { context: grant.context }),
          })),
        ),
      ),
    )
