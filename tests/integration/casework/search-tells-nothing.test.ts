// A search tells nothing of a case that the person may not see: neither what it shows nor what it asks of the table, which is what takes its
// time (docs/rules/casework.md, "Search").
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { startWorld } from '#tests/support/worlds/world.ts'

let desk: StaffWorld
let counting: Counting
let hidden = ''
beforeAll(async () => {
  const world = await startWorld({
    through: async (direct) => {
      counting = await countingProxy(direct.dynamo)
      return { ...direct, dynamo: counting.endpoint }
    },
  })
  desk = await startStaffWorld(smallHousing, world)
  hidden = await sentCase(world.counter, { name: 'Zora Hidden', mobile: '07700 900771', unsafe: 'yes' })
})
afterAll(async () => {
  await desk.close()
  counting.close()
})

it.each([
  ['a reference', () => hidden, 'H2345678'],
  ['a name', () => 'Zora Hidden', 'Quentin Absent'],
  ['a phone number', () => '07700 900771', '07700 900772'],
])(
  'by %s gives the same page, by the same calls, for a case that is hidden and for one that is not there',
  async (_what, there, absent) => {
    const officer = await desk.signedIn('housing-officer-1')
    const asked = async (typed: string) => {
      await officer.get('/cases/find')
      counting.taken()
      const { status, html } = await officer.post('/cases/find', { for: typed })
      const page = html.replaceAll(typed, 'WHAT WAS TYPED').replace(/ (value|nonce)="[^"]*"/g, '')
      return { status, page, calls: counting.taken() }
    }
    await asked('once, for what is looked for once')
    const [one, other] = [await asked(there()), await asked(absent)]
    expect(one).toEqual(other)
    expect(one.page).not.toContain(`/cases/${hidden}`)
    expect(Object.keys(one.calls).length).toBeGreaterThan(1)
  },
)
