// Nobody works on their own case (docs/guarantees.md, "Access to cases"; H59): how one is known, by staff of the three services.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayBeSame } from '#domain/cases/own.ts'
import { agreeAndSend, answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let here: StaffWorld
let reference = ''
beforeAll(async () => {
  here = await startStaffWorld()
  const persona = personaOf('housing-two-bedrooms-short')
  here.world.clock.set(Date.parse(`${persona.today}T10:00:00Z`))
  const person = visitor(here.world.citizen, citizenOrigin)
  await answerAs(person, persona)
  reference = await agreeAndSend(person, 'housing')
})
afterAll(() => here.close())

const minute = 60_000
let made = 0

// An officer of the team whom the provider knows by this.
const officer = async (about: Readonly<Record<string, string>> = {}) => {
  made += 1
  const id = `officer-${made}`
  here.known.push({ id, name: 'Another Name', roles: ['housing-officer'], teams: ['housing'], ...about })
  return { id, person: await here.signedIn(id) }
}

const sees = async ({ person }: Awaited<ReturnType<typeof officer>>): Promise<number> =>
  (await person.get(`/cases/${reference}`)).status

const declare = async ({ person }: Awaited<ReturnType<typeof officer>>, fields: Readonly<Record<string, string>>) => {
  await person.get('/own-details')
  const page = await person.post('/own-details', fields)
  here.world.clock.pass(5 * minute)
  return page
}

const born = (year: string) => ({
  'dateOfBirth-day': '3',
  'dateOfBirth-month': '6',
  'dateOfBirth-year': year,
})

describe('one’s own case', () => {
  it('is known by the address or number that the identity provider has, and the refusal is on record', async () => {
    expect(await sees(await officer())).toBe(200)
    for (const about of [{ email: 'SAMPLE.PARENT@example.com' }, { phone_number: '+447700900211' }]) {
      const them = await officer(about)
      expect([about, await sees(them)]).toEqual([about, 403])
      const record = await here.audit(`CASE#${reference}`)
      expect(record.at(-1)).toMatchObject({ by: them.id, did: 'see-case', allowed: false })
    }
  })

  it('is known by what somebody says of themselves, and is nowhere in their lists then', async () => {
    const them = await officer()
    expect((await them.person.get('/cases?show=team')).html).toContain(reference)
    const page = await declare(them, { house: '12, Sample St', postcode: 'dt1 1ab' })
    expect(titleIn(page.html)).toBe('Your own details')
    expect(page.html).toContain('your home')
    expect(page.html).not.toContain('Sample St')
    expect(await sees(them)).toBe(403)
    expect((await them.person.get('/cases?show=team')).html).not.toContain(reference)
    expect((await here.audit(`STAFF#${them.id}`)).map(({ did }) => did)).toContain('declare-own-details')
  })

  it('is a case of their household too: by date of birth and last name', async () => {
    const them = await officer({ name: 'Jo Parent' })
    expect(await sees(them)).toBe(200)
    await declare(them, { 'dateOfBirth-day': '14', 'dateOfBirth-month': '3', 'dateOfBirth-year': '2012' })
    expect(await sees(them)).toBe(403)
  })

  it('is a case of somebody with the same name, until the dates of birth say that they are two people', async () => {
    const them = await officer({ name: 'Sámple Parent' })
    expect(await sees(them)).toBe(403)
    expect(them.person.last().html).toContain('Your own details')
    await declare(them, born('1970'))
    expect(await sees(them)).toBe(200)
  })

  it('says what is missing or wrong, and keeps what was typed', async () => {
    const them = await officer()
    expect((await declare(them, {})).html).toContain('Enter at least one of these')
    const wrong = await declare(them, { ...born('1970'), email: 'nobody' })
    expect(wrong.html).toContain('Enter an email address in the correct format')
    expect(wrong.html).toContain('value="1970"')
  })

  it('keeps nothing of it that could be read', async () => {
    const them = await officer()
    await declare(them, { email: 'readable@example.com', house: 'Readable House', postcode: 'DT1 1AB' })
    expect(await here.desk.own.of(them.id)).toEqual([
      expect.stringMatching(/^e[\w-]{16}$/),
      expect.stringMatching(/^h[\w-]{16}$/),
    ])
  })

  it('is known by one mark in common; of a case of before marks there were, by the name alone', () => {
    const one = { name: 'Ann Marie Doe', marks: ['e1', 'b1'] }
    expect(mayBeSame(one, { name: 'Other', marks: ['h1', 'e1'] })).toBe(true)
    expect(mayBeSame(one, { name: 'ann-marie DOE', marks: [] })).toBe(true)
    expect(mayBeSame(one, { name: 'Ann Marie Doe', marks: ['b2'] })).toBe(false)
    expect(mayBeSame(one, { name: 'Other', marks: ['b2'] })).toBe(false)
    expect(mayBeSame({ name: '', marks: [] }, { name: '', marks: [] })).toBe(false)
  })
})
