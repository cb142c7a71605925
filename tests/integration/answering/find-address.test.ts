import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drafted } from '#tests/support/people/drafted.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const page = '/planning/site/address'

const lookFor = async (postcode: string) => {
  const person = await drafted(here.world, 'planning-householder')
  await person.get(`${page}?search=1`)
  const empty = { 'siteAddress-line1': '', 'siteAddress-town': '', 'siteAddress-postcode': '' }
  await person.post(page, { ...empty, 'siteAddress-search': postcode, do: 'find' })
  return person
}

describe('Looking for an address by its postcode', () => {
  it('names what is wrong with the postcode, beside it', async () => {
    const { html } = (await lookFor('DTI 1XJ')).last()
    const words = 'Postcode must have numbers where it has the letters I, L or O. Check if it is DT1 1XJ'
    expect(html).toContain(`<a href="#siteAddress-search">${words}</a>`)
    expect(html).toContain('value="DTI 1XJ"')
  })
  it('says that nothing was found, and keeps the postcode', async () => {
    const { html } = (await lookFor('dt9 9zz')).last()
    expect(html).toContain('We could not find an address for DT9 9ZZ.')
    expect(html).toMatch(/name="siteAddress-postcode"[^>]*value="DT9 9ZZ"/)
  })
  it('lists what was found', async () => {
    const { html } = (await lookFor('DT1 1XJ')).last()
    expect(html).toMatch(/\d+ addresses found/)
  })
})
