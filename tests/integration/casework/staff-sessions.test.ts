// Staff sessions while somebody works: what they typed when it ran out, what they may do meanwhile, and where they are signed in
// (docs/guarantees.md, "Staff sign-in"; G13, H30, H71).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld, throughProvider } from '#tests/support/worlds/staff-world.ts'
import { formOf, titleIn, tokenIn, type Visitor } from '#tests/support/worlds/visitor.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let desk: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
})
afterAll(() => desk.close())

const minute = 60_000
const reason = 'They have moved in with their sister, and said so on the phone.'

const signInAgain = async (person: Visitor, who: string) => {
  const start = await person.ask({ method: 'GET', path: '/sign-in/start' })
  return person.get(await throughProvider(start.headers.location ?? '', who))
}

// An officer types a reason, leaves for an hour, and sends it.
const sentTooLate = async (who: string) => {
  const reference = await sentCase(desk.world.counter)
  const person = await desk.signedIn(who)
  await person.get(`/cases/${reference}/actions/start-checking`)
  await person.post(`/cases/${reference}/actions/start-checking`, { version: '1' })
  await person.get(`/cases/${reference}/actions/propose-cancel`)
  desk.world.clock.pass(61 * minute)
  const late = await person.post(`/cases/${reference}/actions/propose-cancel`, { version: '2', reason })
  return { reference, person, late }
}

describe('what an officer sends when their session has run out', () => {
  it('is kept, and filled in again once they have signed in: they send it themselves', async () => {
    const { reference, person, late } = await sentTooLate('housing-officer-1')
    expect([late.status, late.html.includes('What you typed is kept for one hour')]).toEqual([401, true])
    const again = await signInAgain(person, 'housing-officer-1')
    expect(again.path).toBe(`/cases/${reference}/actions/propose-cancel?kept=1`)
    expect(again.html).toContain(`>${reason}</textarea>`)
    expect(again.html).toContain('what you typed has not been saved')
    expect((await desk.desk.cases.get(reference))?.version).toBe(2)
    await person.post(`/cases/${reference}/actions/propose-cancel`, { version: '2', reason })
    expect((await desk.desk.cases.whole(reference))?.events.at(-1)?.details?.[0]?.lines).toEqual([reason])
  })

  it('is shown to nobody else, at no later sign-in, and not after an hour', async () => {
    const { person } = await sentTooLate('housing-officer-1')
    const other = await signInAgain(person, 'housing-officer-2')
    expect(other.path).toBe('/cases')
    const again = await signInAgain(person, 'housing-officer-1')
    expect(again.html).toContain(reason)
    expect((await signInAgain(person, 'housing-officer-1')).path).toBe('/cases')
    desk.world.clock.pass(59 * minute)
    expect((await person.get(again.path)).html).toContain(reason)
    desk.world.clock.pass(2 * minute)
    expect((await person.get(again.path)).html).not.toContain(reason)
  })

  it('stands beside what others did meanwhile, and goes against no newer case', async () => {
    const { reference, person } = await sentTooLate('housing-officer-1')
    const other = await desk.signedIn('housing-officer-2')
    await other.get(`/cases/${reference}/assign`)
    await other.post(`/cases/${reference}/assign`, { version: '2', assignee: 'housing-officer-2' })
    const again = await signInAgain(person, 'housing-officer-1')
    const sent = await person.post(again.path.split('?')[0] ?? '', { version: '2', reason })
    expect([sent.status, titleIn(sent.html)]).toEqual([409, 'Someone else changed this case'])
    expect(sent.html).toContain(reason)
  })

  it('is not kept where it comes without the token of that session, from another site, or after signing out (H30)', async () => {
    const reference = await sentCase(desk.world.counter)
    const kept = async (spoil: (person: Visitor) => Promise<Parameters<Visitor['ask']>[0]>) => {
      const person = await desk.signedIn('housing-manager')
      await person.get(`/cases/${reference}`)
      const answer = await person.ask(await spoil(person))
      expect(answer.status).toBe(401)
      expect(answer.html).not.toContain('is kept')
      return desk.desk.kept.of('housing-manager', desk.world.clock.now())
    }
    const note = { method: 'POST', path: `/cases/${reference}/notes` }
    const form = (person: Visitor) => formOf({ _csrf: tokenIn(person.last().html), note: reason }, staffOrigin)
    const late = () => desk.world.clock.pass(61 * minute)
    const spoils: readonly ((person: Visitor) => Promise<Parameters<Visitor['ask']>[0]>)[] = [
      async () => {
        late()
        return { ...note, ...formOf({ _csrf: 'a.b', note: reason }, staffOrigin) }
      },
      async (person) => {
        late()
        const good = form(person)
        return { ...note, ...good, headers: { ...good.headers, 'sec-fetch-site': 'cross-site' } }
      },
      async (person) => {
        const good = form(person)
        await desk.desk.sessions.end(person.cookies.get('__Host-staff') ?? '')
        return { ...note, ...good }
      },
    ]
    for (const spoil of spoils) expect(await kept(spoil)).toBeUndefined()
  })

  it('comes back on a page that there is, whichever form it was', () => {
    const pages = staffRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    const kept = staffRoutes.flatMap(({ keptAt }) => keptAt ?? [])
    expect([kept.length > 4, kept.filter((path) => !pages.includes(path))]).toEqual([true, []])
  })

  it('is in no table as it was typed', async () => {
    await sentTooLate('housing-officer-2')
    const { Item: item } = await desk.world.table.client.getItem({
      TableName: desk.world.table.name,
      Key: { pk: { S: 'SESSION#of#housing-officer-2' }, sk: { S: 'FORM' } },
    })
    expect(item?.sealed?.S?.length).toBeGreaterThan(50)
    expect(JSON.stringify(item)).not.toContain('sister')
  })
})

describe('what somebody may do', () => {
  const change = (id: string, to: Partial<(typeof desk.known)[number]> | undefined) => {
    const at = desk.known.findIndex((one) => one.id === id)
    const [before] = desk.known.splice(at, 1)
    if (before !== undefined && to !== undefined) desk.known.push({ ...before, ...to })
    return () => {
      if (to !== undefined)
        desk.known.splice(
          desk.known.findIndex((one) => one.id === id),
          1,
        )
      if (before !== undefined) desk.known.push(before)
    }
  }
  const records = async (id: string) => (await desk.audit(`STAFF#${id}`)).map(({ did, allowed }) => [did, allowed])

  it('is asked of the identity provider again within 5 minutes: a role that was taken away counts no more', async () => {
    const reference = await sentCase(desk.world.counter)
    const person = await desk.signedIn('housing-manager')
    const back = change('housing-manager', { roles: ['planning-officer'], teams: ['planning'] })
    expect((await person.get(`/cases/${reference}`)).status).toBe(200)
    desk.world.clock.pass(5 * minute)
    expect((await person.get(`/cases/${reference}`)).status).toBe(403)
    expect(await records('housing-manager')).toContainEqual(['rights-changed', true])
    const colleagues = await desk.desk.directory.colleagues('housing', 0)
    expect(colleagues.map(({ id }) => id)).not.toContain('housing-manager')
    back()
    desk.world.clock.pass(5 * minute)
    expect((await person.get(`/cases/${reference}`)).status).toBe(200)
  })

  it('is nothing within 5 minutes once all roles are gone, or the provider no longer knows them', async () => {
    for (const to of [{ roles: [] }, undefined]) {
      const person = await desk.signedIn('housing-officer-2')
      const back = change('housing-officer-2', to)
      desk.world.clock.pass(5 * minute)
      expect((await person.ask({ method: 'GET', path: '/cases' })).status).toBe(401)
      expect((await records('housing-officer-2')).at(-1)).toEqual(['lost-access', false])
      back()
    }
  })
})

describe('where somebody is signed in', () => {
  it('is listed, and can be ended there by them', async () => {
    const [here, there] = [await desk.signedIn('planning-officer-1'), await desk.signedIn('planning-officer-1')]
    const page = await here.get('/sessions')
    expect([titleIn(page.html), page.html.match(/Last used on/g)?.length]).toEqual(['Where you are signed in', 2])
    expect(page.html.match(/This is the one that you use now/g)).toHaveLength(1)
    const [, handle = ''] = /name="session" value="([^"]+)"/.exec(page.html) ?? []
    const ended = await here.post('/sessions/planning-officer-1/end', { session: handle })
    expect(ended.html.match(/Last used on/g)).toHaveLength(1)
    expect((await there.ask({ method: 'GET', path: '/cases' })).status).toBe(401)
    expect((await desk.audit('STAFF#planning-officer-1')).at(-1)).toMatchObject({ did: 'end-session', allowed: true })
  })

  it('is shown to and ended by a manager of their team, and nobody else', async () => {
    const officer = await desk.signedIn('bookings-staff-1')
    const manager = await desk.signedIn('bookings-manager')
    expect((await manager.get('/sessions')).html).toContain('href="/sessions/bookings-staff-1"')
    const page = await manager.get('/sessions/bookings-staff-1')
    expect(titleIn(page.html)).toBe('Where Bookings staff 1 is signed in')
    const [, handle = ''] = /name="session" value="([^"]+)"/.exec(page.html) ?? []
    for (const who of ['planning-manager', 'planning-officer-1', 'auditor-1']) {
      const other = await desk.signedIn(who)
      expect((await other.get('/sessions/bookings-staff-1')).status).toBe(404)
      await other.get('/sessions')
      expect((await other.post('/sessions/bookings-staff-1/end', { session: handle })).status).toBe(404)
      await other.get('/sessions')
      expect((await other.post(`/sessions/${who}/end`, { session: handle })).status).toBe(200)
    }
    expect((await officer.ask({ method: 'GET', path: '/cases' })).status).toBe(200)
    await manager.get('/sessions/bookings-staff-1')
    await manager.post('/sessions/bookings-staff-1/end', { session: handle })
    expect((await officer.ask({ method: 'GET', path: '/cases' })).status).toBe(401)
  })
})

describe('while the identity provider cannot be asked', () => {
  it('nobody sees a case for longer than 5 minutes, and all are told to try again (G20)', async () => {
    const person = await desk.signedIn('housing-officer-1')
    await desk.closeProvider()
    expect((await person.ask({ method: 'GET', path: '/cases' })).status).toBe(200)
    desk.world.clock.pass(5 * minute)
    const silent = await person.ask({ method: 'GET', path: '/cases' })
    expect([silent.status, silent.headers['retry-after']]).toEqual([503, '30'])
  })
})
