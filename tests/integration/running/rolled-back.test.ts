// G18 the other way round: what this release stored, under the code of the release before. So it is while a release goes to a tenth of the requests
// first, and when it is taken back.
import { expect, it } from 'vitest'
import { rawTables } from '#tests/support/raw-tables.ts'
import { type Before, startBefore } from '#tests/support/releases/before.ts'
import { browser, goesOn } from '#tests/support/releases/goes-on.ts'
import { leave, sent } from '#tests/support/releases/leave.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import { offerTimes } from '#usecases/booking/offer-times.ts'

let before: Before

goesOn(
  'what this release stored, under the one before (G18)',
  async () => {
    const here = await startStaffWorld()
    before = await startBefore(here.world, 5 * 60_000).catch((error) => here.close().then(() => Promise.reject(error)))
    const left = await leave(here)
    return {
      left,
      here,
      citizen: before.citizen,
      staff: before.staff,
      sendTexts: before.sweep,
      // They signed in at this release, and the one before takes their session.
      signedIn: async (id) => browser(before.staff, staffOrigin, Object.fromEntries((await here.signedIn(id)).cookies)),
      close: () => before.close().then(here.close),
      // It has one question for every landlord's kind of tenancy.
      begun: 9,
      asksInstead: {
        'current-home/landlord': { tenancyType: 'assuredShorthold' },
        'current-home/private-tenancy': 'not asked',
        // It asks of a place to stay after the home.
        'homelessness/now': 'later',
        'homelessness/intentional': 'later',
        'homelessness/danger': 'not asked',
      },
    }
  },
  (now) => {
    it('keeps somebody on the waiting list, of which the release before knows nothing, where they are', async () => {
      const { here, staff } = now()
      const reference = await sent(here, 'bookings-waiting')
      const cookies = Object.fromEntries((await here.signedIn('bookings-staff-1')).cookies)
      const officer = browser(staff, staffOrigin, cookies)
      expect((await officer.get(`/cases/${reference}`)).status).toBe(200)
      await officer.post(`/cases/${reference}/notes`, { note: 'Asked when it will be.' })
      expect((await officer.get(`/cases/${reference}`)).html).toContain('Asked when it will be.')
      await offerTimes(here.world.counter)
      expect((await here.desk.cases.get(reference))?.state).toBe('offered')
    })

    it('is read again by this release, whichever of the two wrote it last', async () => {
      const { desk, signedIn, world } = now().here
      const { name: main, audit } = world.table
      const items = await rawTables({ endpoint: world.env.DYNAMODB_ENDPOINT, main, audit })
      const references = items.flatMap(({ pk }) => /^REF#(.+)$/.exec(pk?.S ?? '')?.slice(1) ?? [])
      for (const reference of references) {
        const page = await (await signedIn(whoseTeam(reference))).get(`/cases/${reference}`)
        expect([page.status, page.html.includes(reference)]).toEqual([200, true])
      }
      // What was left behind, and what the release before sent: the rest of a form, of a booking, and who waits.
      expect(references.length).toBe(8)
      const { events = [] } = (await desk.cases.whole(now().left.references.again)) ?? {}
      expect(events.map(({ action }) => action)).toEqual(['submit', 'start-checking', 'ask-for-more', 'answers-in'])
    })

    it('brought the release before no surprise', () => {
      expect(before.surprises()).toEqual([])
    })
  },
)

const whoseTeam = (reference: string): string =>
  reference.startsWith('H') ? 'housing-manager' : reference.startsWith('P') ? 'planning-manager' : 'bookings-staff-1'
