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

// The housing form of the release before, as a single renter meets it: a question or two on each page.
const pagesBefore = [
  'before/safe-contact',
  'before/safe-times',
  'before/who-is-applying',
  'before/mobile',
  'before/email',
  'before/language',
  'before/adjustments',
  'about-you/name',
  'about-you/other-names',
  'about-you/date-of-birth',
  'about-you/sex',
  'about-you/national-insurance',
  'about-you/pregnancy',
  'about-you/health',
  'about-you/household',
  'nationality/citizenship',
  'nationality/abroad',
  'address-history/1/place',
  'address-history/1/address',
  'address-history/1/council-area',
  'address-history/1/dates',
  'address-history/1/gap',
  'address-history/1/tenure',
  'address-history/1/landlord',
  'address-history?yes',
  'address-history/2/place',
  'address-history/2/address',
  'address-history/2/council-area',
  'address-history/2/dates',
  'address-history/2/gap',
  'address-history/2/tenure',
  'address-history/2/leaving',
  'address-history?no',
  'current-home/living-situation',
  'current-home/property',
  'current-home/bedrooms',
  'current-home/others-in-home',
  'current-home/landlord',
  'current-home/rent',
  'current-home/notice',
  'current-home/condition',
  'current-home/adaptations',
  'homelessness/now',
  'homelessness/intentional',
  'safety/reasons',
  'local-connection/connections',
  'local-connection/family',
  'local-connection/family-address',
  'local-connection/work',
  'other-needs/care',
  'other-needs/fostering',
  'other-needs/support',
  'other-needs/hardship',
  'money/work',
  'money/pay',
  'money/benefits',
  'money/benefit-amount',
  'money/other-income',
  'money/savings',
  'money/property',
  'money/sold-property',
  'money/lump-sum',
  'behaviour/arrears',
  'behaviour/past-tenancies',
  'behaviour/convictions',
  'behaviour/restrictions',
  'behaviour/gave-up-home',
  'preferences/areas',
  'preferences/kind-of-home',
  'preferences/pets',
  'preferences/other-options',
  'preferences/other-register',
  'preferences/council-connection',
  'documents?no',
  'equality/ask',
]

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
      asks: pagesBefore,
      asksToo: {
        // It has one question for every landlord's kind of tenancy.
        'current-home/landlord': { tenancyType: 'assuredShorthold' },
        // It asks for the landlord of the home now in the address history too.
        'address-history/1/landlord': { pastLandlord: 'Sample Lettings' },
        // And for an employer again.
        'money/pay': { employer: 'Sample Bakery', workHours: '30' },
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
