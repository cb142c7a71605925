// A complaint, from the form to its end: acknowledged in time, answered by somebody who had no part in what is complained of, looked at again by
// another, put right, and taken to an ombudsman (docs/rules/complaints.md).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcomeNow } from '#domain/cases/outcome.ts'
import { addDays, type Day, datePartsOf } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { agreeAndSend, walkTo } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { actsIn } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let desk: StaffWorld
let officer: Visitor
let other: Visitor
let decider: Visitor
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
  officer = await desk.signedIn('complaints-officer-1')
  other = await desk.signedIn('complaints-officer-2')
  decider = await desk.withSession({
    ...{ is: 'staff', id: 'both', name: 'Both Teams', roles: ['housing-officer', 'complaints-officer'] },
    teams: ['housing', 'complaints'],
  })
})
afterAll(() => desk.close())

const whole = async (reference: string) =>
  (await desk.desk.cases.whole(reference)) ?? Promise.reject(new Error(`${reference} is gone`))

const act = actsIn(() => desk)

const dayFields = (id: string, day: Day) => {
  const { year, month, date } = datePartsOf(day)
  return { [`${id}-day`]: String(date), [`${id}-month`]: String(month), [`${id}-year`]: String(year) }
}

// About a housing application on which somebody of both teams began to work.
const complained = async (): Promise<{
  readonly reference: string
  readonly about: string
  readonly person: Visitor
}> => {
  const about = await sentCase(desk.world.counter)
  await act(decider, about, 'start-checking')
  const person = visitor(desk.world.citizen, citizenOrigin)
  const persona = personaOf('complaints-no-answer')
  await walkTo(person, persona, 'check-your-answers', { instead: { 'what/reference': { caseReference: [about] } } })
  return { reference: await agreeAndSend(person, 'complaints'), about, person }
}

const understood = { understood: 'Your application of July was not looked at, and nobody answered three messages.' }

describe('a complaint that was sent', () => {
  it('is acknowledged on the desk as the council understands it, with the day of the answer', async () => {
    const { reference, about } = await complained()
    const list = await officer.get('/cases?show=team')
    expect([list.status, titleIn(list.html), list.html]).toEqual([
      200,
      'Team cases',
      expect.stringContaining(reference),
    ])
    const done = await act(officer, reference, 'acknowledge', { ...understood, concerns: about })
    expect([done.status, titleIn(done.html)]).toEqual([200, 'Sample Waiter'])
    const { subject, texts } = await whole(reference)
    expect(subject).toMatchObject({ state: 'stage-1', complaint: { stage: 1, ...understood } })
    expect(texts.map(({ template }) => template)).toEqual(['confirmation', 'acknowledged'])
  })

  it('is closed to whoever had a part in what it complains of: it is not theirs to have, and they are told that somebody else answers', async () => {
    const { reference } = await complained()
    const version = String((await whole(reference)).subject.version)
    expect((await decider.get(`/cases/${reference}`)).html).toContain('Somebody else must do this')
    const forced = await decider.post(`/cases/${reference}/actions/acknowledge`, { version, ...understood })
    expect([forced.status, (await whole(reference)).subject.state]).toEqual([409, 'received'])
    expect((await decider.get(`/cases/${reference}/assign`)).html).not.toContain('value="both"')
    const unknown = await act(officer, reference, 'acknowledge', { ...understood, concerns: 'HZZZ9999' })
    expect(unknown.html).toContain('No case has this reference')
  })
})

const upheld = { found: 'upheld', reason: 'It lay in a box for four months.\n\nThat is not what our scheme says.' }

const answered = async () => {
  const made = await complained()
  const { reference, about } = made
  await act(officer, reference, 'acknowledge', { ...understood, concerns: about })
  const today = londonDay(desk.world.clock.now())
  const promise = { remedy: 'An apology, and the application is looked at', pays: '150', doer: 'Housing manager' }
  await act(officer, reference, 'answer-and-remedy', {
    ...{ ...upheld, ...promise },
    ...dayFields('doneBy', addDays(today, 14)),
  })
  return made
}

describe('an answer', () => {
  it('says what was found and why, what is put right, and how to go to stage 2 and to the ombudsman; what stood then stays', async () => {
    const { reference, about, person } = await answered()
    const { subject, texts } = await whole(reference)
    expect([subject.state, texts.at(-1)?.body]).toEqual(['remedy', expect.stringContaining('www.lgo.org.uk')])
    const frozen = subject.complaint?.answers?.[0]?.facts
    expect(JSON.stringify(frozen)).toContain(`Case ${about}`)
    const own = await person.get(`/my-applications/${reference}`)
    for (const words of ['upheld', 'It lay in a box', '£150', 'Another person answers', 'PO Box 4771, Coventry'])
      expect(own.html).toContain(words)
    await act(decider, about, 'propose-cancel', { reason: 'They found a home.' })
    await act(officer, reference, 'learn', {
      ...{ lesson: 'A list of messages without an answer', learner: 'Housing' },
      ...dayFields('learnBy', addDays(londonDay(desk.world.clock.now()), 30)),
    })
    const later = await whole(reference)
    expect(later.subject.complaint?.answers?.[0]?.facts).toEqual(frozen)
    expect(later.tasks).toMatchObject([
      { what: 'Learning, for Housing: A list of messages without an answer', from: 'action' },
    ])
  })

  it('is looked at again by another person where it is asked for, and what is promised stays open until it is ticked', async () => {
    const { reference, person } = await answered()
    const asking = await person.get(`/my-applications/${reference}/do/ask-stage-2`)
    expect(asking.html).toContain('You do not have to say')
    await person.post(`/my-applications/${reference}/do/ask-stage-2`, { why: '' })
    const { subject } = await whole(reference)
    expect([subject.state, subject.complaint?.stage]).toEqual(['stage-2', 2])
    const version = String(subject.version)
    const same = await officer.post(`/cases/${reference}/actions/answer-2-and-remedy`, { version, ...upheld })
    expect([same.status, (await whole(reference)).subject.state]).toEqual([409, 'stage-2'])
    await act(other, reference, 'answer-2-and-remedy', { found: 'partly', reason: 'The payment was right.' })
    expect((await whole(reference)).subject.state).toBe('remedy')
    expect((await other.get(`/cases/${reference}/tasks`)).html).not.toContain('all of it is done')
    await act(other, reference, 'tick-remedy', { which: 'remedy-1', how: 'Paid on Monday, and a letter went.' })
    await act(other, reference, 'close')
    const end = await whole(reference)
    expect([end.subject.state, end.subject.dueOn, end.texts.at(-1)?.template]).toEqual([
      'closed',
      undefined,
      'put-right',
    ])
    const { words = [] } = outcomeNow(end.subject)?.right ?? {}
    expect(words.join(' ')).toContain('This is our last answer')
  })

  it('may take longer, with the reason and the ombudsman told; more than the usual extra time needs a reason of its own', async () => {
    const { reference } = await complained()
    await act(officer, reference, 'acknowledge', understood)
    const due = (await whole(reference)).subject.dueOn ?? ''
    const reason = { reason: 'We wait for the contractor.' }
    const early = await act(officer, reference, 'extend', { ...reason, ...dayFields('until', due) })
    expect(early.html).toContain('New day to answer by must be after')
    const far = await act(officer, reference, 'extend', { ...reason, ...dayFields('until', addDays(due, 60)) })
    expect(far.html).toContain('Enter why it needs longer than until')
    await act(officer, reference, 'extend', { ...reason, ...dayFields('until', addDays(due, 3)) })
    const { subject, texts } = await whole(reference)
    expect(subject).toMatchObject({ dueOn: addDays(due, 3), complaint: { extensions: [reason] } })
    expect(texts.at(-1)?.body).toContain('www.lgo.org.uk')
  })
})

describe('the ombudsman', () => {
  it('asks, decides, and what it wants is put right before the complaint closes', async () => {
    const { reference } = await answered()
    const wanted = dayFields('wanted', addDays(londonDay(desk.world.clock.now()), 20))
    await act(officer, reference, 'to-ombudsman', { which: 'local', theirs: '26 001 234', ...wanted })
    expect((await whole(reference)).subject.state).toBe('ombudsman')
    await act(officer, reference, 'ombudsman-remedy', { decided: 'fault', words: 'Fault causing injustice.' })
    const { subject } = await whole(reference)
    expect(subject).toMatchObject({
      state: 'remedy',
      complaint: { ombudsman: [{ theirs: '26 001 234', decided: { words: 'Fault causing injustice.' } }] },
    })
    expect(outcomeNow(subject)?.title).toBe('The ombudsman decided: fault, and injustice that it caused')
  })

  it('gets a bundle of the complaint and of the case that it is about, with nothing left out, by somebody who had no part', async () => {
    const { reference, about } = await answered()
    const bundle = {
      ...{ references: `${reference}\n${about}`, purpose: 'bundle', proof: '26 001 234', shape: 'page', why: '' },
      ...dayFields('asked', londonDay(desk.world.clock.now())),
    }
    await officer.get('/copies')
    const early = await officer.post('/copies', bundle)
    expect(early.html).toContain('Enter the reference of a complaint that an ombudsman asks about')
    const wanted = dayFields('wanted', addDays(londonDay(desk.world.clock.now()), 20))
    await act(officer, reference, 'to-ombudsman', { which: 'local', theirs: '26 001 234', ...wanted })
    expect((await officer.get(`/cases/${reference}`)).html).toContain('Make the bundle for the ombudsman')
    const begun = await officer.get(`/copies?reference=${reference}`)
    expect(begun.html).toContain(`${reference}\n${about}</textarea>`)
    const alone = await officer.post('/copies', { ...bundle, references: reference, without: 'notes', why: 'Others' })
    for (const words of [`Enter ${about} too`, 'Leave nothing out of what the ombudsman gets'])
      expect(alone.html).toContain(words)
    const made = await officer.post('/copies', bundle)
    expect(made.headers['content-disposition']).toContain('attachment')
    for (const words of ['It lay in a box', '26 001 234', 'Both Teams started checking', 'Sample Waiter'])
      expect(made.html).toContain(words)
    const by = (await desk.audit(`CASE#${about}`)).filter(({ did }) => did === 'give-copy').map((line) => line.by)
    expect(by).toEqual(['complaints-officer-1'])
    await decider.get('/copies')
    expect((await decider.post('/copies', bundle)).html).toContain('in which you had no part')
  })
})
