// Documents on a housing case, from what was sent with it to the day it is complete, and what nights do while one is missing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceName } from '#domain/cases/evidence.ts'
import { addDays, inWords } from '#domain/day.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { openMine } from '#tests/support/people/birth-date.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { fileOf } from '#tests/support/people/sent-cases.ts'
import { caseSeen } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { held } from '#web/citizen/session.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const setDay = (day: string, hour = '10'): void => here.world.clock.set(Date.parse(`${day}T${hour}:00:00Z`))

const persona = personaOf('housing-single-renter')
const phone = '+447700900201'

const draftOf = async (person: Visitor) => {
  const [body = ''] = (person.cookies.get('__Host-counter') ?? '').split('.')
  const session: { readonly drafts: Readonly<Record<string, string>> } = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  )
  const draft = await here.world.counter.drafts.get(held(session.drafts.housing ?? '').id)
  return draft ?? Promise.reject(new Error('There is no draft'))
}

// Proof of identity, its file already checked.
const addProof = async (person: Visitor, id: string): Promise<void> => {
  await person.post('/housing/documents', { another: 'yes' })
  await person.post(person.last().path, { documentKind: 'idAdult' })
  await person.post(person.last().path, { documentPerson: 'Sample Renter' })
  const at = person.last().path
  const file = { ...fileOf(id, 'documentFiles'), item: at.split('/')[3] ?? '' }
  await here.world.counter.uploads.arrive(await draftOf(person), { ...file, verdict: 'checking' })
  await here.world.counter.uploads.settle(await draftOf(person), file)
  await person.post(at, {})
  await person.post('/housing/documents', { another: 'no' })
}

const sent = async (proof?: string) => {
  const { today } = await persona
  setDay(today)
  const person = visitor(here.world.citizen, citizenOrigin)
  await answerAs(person, await persona)
  if (proof !== undefined) await addProof(person, proof)
  await person.get('/housing/declaration')
  const { html } = await person.post('/housing/declaration', { agree: 'yes' })
  const reference = referenceOn(html)
  await act(reference, 'start-checking')
  return { reference, today }
}

type Posted = Readonly<Record<string, string | readonly string[]>>

const act = async (reference: string, action: string, typed: Posted = {}) => {
  const officer = await here.signedIn('housing-officer-1')
  const { html } = await officer.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version"[^>]*value="(\d+)"/.exec(html)?.[1] ?? ''
  return officer.post(`/cases/${reference}/actions/${action}`, { ...typed, version })
}

const wholeOf = async (reference: string) =>
  (await here.desk.cases.whole(reference)) ?? Promise.reject(new Error('There is no case'))

const standingOf = async (reference: string) => {
  const { evidence = [] } = (await wholeOf(reference)).subject
  return Object.fromEntries(evidence.map(({ evidence: { code }, state }) => [code, state.is]))
}

// Which of the case's documents an action names.
const idOf = async (reference: string, code: string): Promise<string> => {
  const { evidence = [] } = (await wholeOf(reference)).subject
  return `${code}.${evidence.findIndex((item) => item.evidence.code === code) + 1}`
}

// The nightly job, twice, and then the morning's texts: how many came, and the last of them.
const nightOf = async (day: string) => {
  const before = here.world.texts().length
  setDay(day, '03')
  const night = nightlyHandler({ ...here.desk })
  await night()
  await night()
  setDay(day)
  await here.world.sendTexts()
  const more = here.world.texts().slice(before)
  return { count: more.length, words: more.at(-1)?.body ?? '', to: more.at(-1)?.to }
}

const returned = async (reference: string): Promise<Visitor> => {
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await here.world.sendTexts()
  const code =
    here.world
      .texts()
      .findLast(({ body }) => /^\d{6}/.test(body))
      ?.body.slice(0, 6) ?? ''
  await person.post('/return/code', { code })
  await openMine(person, here.world.counter, reference)
  return person
}

describe('documents on a housing case', () => {
  it('are received, refused with a reason, chased, sent again and accepted; the case is complete on the day the last one came', async () => {
    const { reference, today } = await sent('file-first-one')
    const first = await standingOf(reference)
    expect(first.ID_ADULT).toBe('received')
    expect(Object.values(first).filter((is) => is === 'requested').length).toBeGreaterThan(2)

    for (const item of (await wholeOf(reference)).subject.evidence ?? [])
      if (item.evidence.code !== 'ID_ADULT')
        await act(reference, 'waive-document', {
          documents: await idOf(reference, item.evidence.code),
          reason: `We have it already: ${evidenceName(item.evidence)}`,
        })
    const proof = await idOf(reference, 'ID_ADULT')
    const noReason = await act(reference, 'refuse-document', { documents: proof, reason: '' })
    expect(plain(noReason.html)).toContain('Enter why it cannot be accepted')
    await act(reference, 'refuse-document', { documents: proof, reason: 'The photo is too dark to read.' })
    expect(await standingOf(reference)).toMatchObject({ ID_ADULT: 'rejected', SAVINGS: 'waived' })
    await here.world.sendTexts()
    const told = here.world.texts().filter(({ to, body }) => to === phone && body.includes(reference))
    expect(told.map(({ body }) => body).join()).toContain('we cannot accept a document that you sent with')

    expect(await nightOf(addDays(today, 6))).toMatchObject({ count: 0 })
    expect(await nightOf(addDays(today, 7))).toMatchObject({
      count: 1,
      words: expect.stringContaining('please send documents'),
    })
    expect(await nightOf(addDays(today, 13))).toMatchObject({ count: 0 })
    // Two nights late: one text, not two.
    expect(await nightOf(addDays(today, 16))).toMatchObject({ count: 1, to: phone })
    expect(await nightOf(addDays(today, 21))).toMatchObject({
      count: 1,
      words: expect.stringContaining(`${inWords(addDays(today, 28))} is the last day`),
    })

    setDay(addDays(today, 22))
    const person = await returned(reference)
    const status = plain(person.last().html)
    for (const words of ['Not accepted: send another', 'The photo is too dark to read.', inWords(addDays(today, 28))])
      expect(status).toContain(words)
    const again = /href="(\/my-applications\/continue\/[A-Z0-9]+)"/.exec(person.last().html)?.[1] ?? '/'
    await person.get(again)
    await addProof(person, 'file-second-one')
    await person.get('/housing/check-your-answers')
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    expect(await standingOf(reference)).toMatchObject({ ID_ADULT: 'received' })

    expect(await nightOf(addDays(today, 29))).toMatchObject({ count: 0 })
    await act(reference, 'accept-documents', { documents: [proof] })
    const { subject, files, events } = await wholeOf(reference)
    expect([subject.state, subject.completeOn]).toEqual(['checking', addDays(today, 22)])
    expect(files.map(({ id }) => id).toSorted()).toEqual(['file-first-one', 'file-second-one'])
    expect(events.map(({ version }) => version)).toEqual(events.map((_, place) => place + 1))
    const officer = await here.signedIn('housing-officer-1')
    expect(plain(await caseSeen(officer, reference))).toContain(`Complete since ${inWords(addDays(today, 22))}`)
  })

  it('that never come close the request after 28 days, and an officer decides what becomes of the application', async () => {
    const { reference, today } = await sent()
    await act(reference, 'ask-for-documents', {
      documents: [await idOf(reference, 'SAVINGS'), await idOf(reference, 'ID_ADULT')],
      reason: 'We need these before we can go on.',
    })
    const asked = (await wholeOf(reference)).subject.asked
    expect(asked?.message).toMatch(/proof of identity.*statements/)
    await here.world.sendTexts()
    for (const [days, count] of [
      [28, 1],
      [29, 0],
      [35, 0],
    ] as const)
      expect([days, (await nightOf(addDays(today, days))).count]).toEqual([days, count])
    const { subject, events } = await wholeOf(reference)
    expect([subject.state, subject.asked]).toEqual(['checking', undefined])
    expect(events.at(-1)).toMatchObject({ by: 'Guildhall', action: 'documents-not-sent' })
    const person = await returned(reference)
    expect(person.last().html).not.toContain('/my-applications/continue/')
    const reopened = await here.desk.drafts.get(asked?.draftId ?? '')
    expect(reopened?.expiresAt).toBeLessThan(here.world.clock.now())
  })
})
