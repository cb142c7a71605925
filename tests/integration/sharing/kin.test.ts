// Other cases of a person (docs/rules/casework.md, "Other cases of a person").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOf } from '#adapters/erasing/found.ts'
import type { Staff } from '#domain/cases/case.ts'
import { housing } from '#services/housing/service.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { seeKin } from '#usecases/people/kin.ts'

let here: StaffWorld
let officer: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  officer = await here.signedIn('housing-officer-1')
})
afterAll(() => here.close())

const sent = (mobile: string, more: { readonly name?: string; readonly unsafe?: 'yes' } = {}) =>
  sentCase(here.world.counter, { mobile, ...more })
const says = async (reference: string, other: string, is: string, reason: string) => {
  await officer.get(`/cases/${reference}/people`)
  return officer.post(`/cases/${reference}/people`, { other, is, reason })
}

describe('another case of the same person', () => {
  it('is suggested by the same number and not by a name, confirmed with a reason, seen on both, and taken back', async () => {
    const [one, other, namesake] = [
      await sent('07700900301', { name: 'Ada Okoro' }),
      await sent('07700900301', { name: 'A Okoro' }),
      await sent('07700900302', { name: 'Ada Okoro' }),
    ]
    const { html } = await officer.get(`/cases/${one}/people`)
    expect([html.includes('May be of the same person'), html.includes(other), html.includes(namesake)]).toEqual([
      true,
      true,
      false,
    ])
    expect((await says(one, other, 'same', '')).html).toContain('Enter the reason')
    expect((await says(one, other, 'same', 'She rang about both')).html).toContain('Of the same person')
    expect((await officer.get(`/cases/${other}/people`)).html).toContain('She rang about both')
    for (const reference of [one, other])
      expect(await here.audit(`CASE#${reference}`)).toContainEqual(
        expect.objectContaining({ by: 'housing-officer-1', did: 'kin-same' }),
      )
    expect((await says(other, one, 'taken-back', 'It was her sister')).html).toContain('May be of the same person')
    expect((await says(other, one, 'other', 'Sisters with one phone')).html).toContain('Not of the same person')
    expect((await officer.get(`/cases/${one}/people`)).html).toContain('Sisters with one phone')
  })

  it('that an officer may not see is neither shown nor can anything be said of it', async () => {
    const [one, restricted] = [
      await sent('07700900303'),
      await sent('07700900303', { name: 'Eve Hidden', unsafe: 'yes' }),
    ]
    const { html } = await officer.get(`/cases/${one}/people`)
    for (const words of [restricted, 'Hidden']) expect(html).not.toContain(words)
    expect((await says(one, restricted, 'same', 'A guess')).status).toBe(404)
    expect((await says(one, 'H9999999', 'same', 'A guess')).status).toBe(404)
    expect((await here.audit(`CASE#${restricted}`)).filter(({ did }) => did?.startsWith('kin-'))).toEqual([])
    const manager = await here.signedIn('housing-manager')
    expect((await manager.get(`/cases/${one}/people`)).html).toContain(restricted)
  })

  it('is suggested by a National Insurance number, and by a date of birth with a name that sounds alike', async () => {
    const { counter } = here.world
    const sendAs = async (): Promise<string> => {
      const { pages, items } = walked(housing.form, personaOf('housing-single-renter')).draft
      const draft = { ...newDraft(housing, counter.ids, counter.clock.now()), pages, items }
      await counter.drafts.start(draft)
      const done = await submitApplication(counter, housing, draft)
      if (!done.ok) throw new Error(`The application was not sent: ${done.error}`)
      return done.value.reference
    }
    const [one, other] = [await sendAs(), await sendAs()]
    const subject = await counter.cases.get(other)
    if (subject === undefined) throw new Error('There is no such case')
    const user: Staff = { is: 'staff', id: 'u1', name: 'Officer', roles: ['housing-officer'], teams: ['housing'] }
    const found = await seeKin({ ...here.desk, services: [housing] }, user, subject)
    const match = found.find((each) => each.subject.reference === one)
    expect(match?.alike).toEqual(expect.arrayContaining(['ni', 'birth']))
  })

  it('is erased with either of the two', () => {
    const none = new Set<string>()
    const said = { pk: { S: 'KIN#H2222222' }, sk: { S: 'B3333333' } }
    const goes = (reference: string) =>
      isOf(said, { references: new Set([reference]), drafts: none, texts: none, phones: none })
    expect(['H2222222', 'B3333333', 'H4444444'].map(goes)).toEqual([true, true, false])
  })

  it('is told by no number that very many cases have', async () => {
    const all: string[] = []
    for (let left = 22; left > 0; left -= 1) all.push(await sent('07700900304'))
    expect((await officer.get(`/cases/${all[0]}/people`)).html).toContain('None that you may see')
  })
})
