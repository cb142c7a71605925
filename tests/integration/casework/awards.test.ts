// An award from its making to its end, through the real handlers: the band that the rules propose follows it, people decide each time.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, inWords } from '#domain/day.ts'
import { begunFor } from '#domain/measures/returns/so-far.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { preferredAs } from '#services/housing/rules/banding/preference.ts'
import { housing } from '#services/housing/service.ts'
import { openMine } from '#tests/support/people/birth-date.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { caseSeen, everyPageOf } from '#tests/support/worlds/case-pages.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { countRegister } from '#usecases/measures/see-register.ts'

let here: StaffWorld
beforeAll(async () => {
  here = await startStaffWorld()
})
afterAll(() => here.close())

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

const setDay = (day: string, hour = '10'): void => here.world.clock.set(Date.parse(`${day}T${hour}:00:00Z`))
const sleep = async (day: string): Promise<void> => {
  setDay(day, '03')
  const night = nightlyHandler({ ...here.desk })
  await night()
  await night()
}

const sent = async (id: string): Promise<{ readonly reference: string; readonly today: string; person: Visitor }> => {
  const persona = personaOf(id)
  setDay(persona.today)
  const person = visitor(here.world.citizen, citizenOrigin)
  await answerAs(person, persona)
  await person.get('/housing/declaration')
  await person.post('/housing/declaration', { agree: 'yes' })
  return { reference: referenceOn(person.last().html), today: persona.today, person }
}

type Posted = Readonly<Record<string, string>>

const act = async (who: Visitor, reference: string, action: string, typed: Posted = {}) => {
  const { html } = await who.get(`/cases/${reference}/actions/${action}`)
  return who.post(`/cases/${reference}/actions/${action}`, { ...typed, version: fieldIn(html, 'version') })
}

const dated = (id: string, day: string): Posted => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${id}-day`]: date, [`${id}-month`]: month, [`${id}-year`]: year }
}

const award = (code: string, proofOn: string): Posted => ({
  ...{
    code,
    reason: 'The occupational therapist found that the stairs are dangerous.',
    proof: 'Letter of the therapist',
  },
  ...dated('proofOn', proofOn),
})

const proposed = async (who: Visitor, reference: string): Promise<Posted> => {
  const { html } = await who.get(`/cases/${reference}/actions/assess`)
  const date = (part: string) => ({ [`effectiveDate-${part}`]: fieldIn(html, `effectiveDate-${part}`) })
  return {
    passedOver: 'The rest is promised for this week.',
    band: /value="([A-D])" checked/.exec(html)?.[1] ?? '',
    bedrooms: fieldIn(html, 'bedrooms'),
    ...{ ...date('day'), ...date('month'), ...date('year') },
    reason: /<textarea[^>]*name="reason"[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
  }
}

// Sessions end with the working day: each day they sign in anew.
const officer = (): Promise<Visitor> => here.signedIn('housing-officer-1')
const manager = (): Promise<Visitor> => here.signedIn('housing-manager')

// An officer proposes what the rules propose, and a manager approves it.
const placed = async (reference: string): Promise<void> => {
  const who = await officer()
  await act(who, reference, 'assess', await proposed(who, reference))
  await act(await manager(), reference, 'approve')
}

const caseOf = async (reference: string) => {
  const whole = await here.desk.cases.whole(reference)
  if (whole === undefined) throw new Error('There is no such case')
  return whole
}

const bandOf = async (reference: string): Promise<string | undefined> =>
  (await caseOf(reference)).subject.assessment?.proposes?.typed.band?.[0]

const bandsOf = async (reference: string) =>
  (await caseOf(reference)).subject.placing?.placings.map(({ band, effectiveDate }) => [band, effectiveDate])

const pageOf = async (reference: string): Promise<string> => text(await caseSeen(await officer(), reference))

const lastWords = async (reference: string): Promise<string> =>
  (await caseOf(reference)).events.at(-1)?.details?.[0]?.lines.join() ?? ''

// The lines of the return about the register under which it stood on a day.
const linesOn = async (reference: string, day: string): Promise<readonly string[]> => {
  const { on, meanwhile } = housing.workflow.counts?.register ?? { on: [], meanwhile: [] }
  const states = { on, meanwhile, team: 'housing', open: ['checking', 'assessed'], closed: [], preferredAs }
  const { part } = await countRegister(here.desk, states, { day, from: begunFor('', '') })
  return Object.entries(part).flatMap(([line, references]) => (references.includes(reference) ? [line] : []))
}

// On the register, and exceptional need awarded ten days later on proof that came after seven.
const awarded = async () => {
  const { reference, today } = await sent('housing-single-renter')
  await act(await officer(), reference, 'start-checking')
  await placed(reference)
  const before = (await bandOf(reference)) ?? ''
  setDay(addDays(today, 10))
  await act(await officer(), reference, 'reassess', { changes: 'They wrote that they are threatened.' })
  await act(await manager(), reference, 'award-exceptional', award('A-EXC', addDays(today, 7)))
  const ends = (await caseOf(reference)).subject.endings?.[0]?.on ?? ''
  return { reference, today, before, ends, proofOn: addDays(today, 7) }
}

describe('an award of exceptional need', () => {
  it('is for a team leader: an officer has no such button, and is refused', async () => {
    const { reference } = await sent('housing-single-renter')
    const who = await officer()
    await act(who, reference, 'start-checking')
    const html = await caseSeen(who, reference)
    expect(html).toContain(`/cases/${reference}/actions/award"`)
    expect(html).not.toContain('award-exceptional')
    const { version } = (await caseOf(reference)).subject
    const typed = { ...award('A-EXC', '2026-11-20'), version: String(version) }
    expect((await who.post(`/cases/${reference}/actions/award-exceptional`, typed)).status).toBe(403)
    expect((await who.post(`/cases/${reference}/actions/award`, typed)).status).toBe(200)
    expect((await caseOf(reference)).subject.decisions).toBeUndefined()
  })

  it('is kept with its proof and its end, and the rules propose the band and the date of the proof', async () => {
    const { reference, today, before, ends, proofOn } = await awarded()
    const { decisions } = (await caseOf(reference)).subject
    expect(decisions?.map(({ code, until, proof }) => [code, until, proof])).toEqual([
      ['A-EXC', addMonths(addDays(today, 10), 3), 'Letter of the therapist'],
    ])
    expect(ends).toBe(addMonths(addDays(today, 10), 3))
    const page = await pageOf(reference)
    expect(page).toContain('In force Exceptional need')
    expect(page).toContain('The occupational therapist found that the stairs are dangerous.')
    expect(page).toContain('Proposed band Band A')
    await placed(reference)
    expect(await bandsOf(reference)).toEqual([
      [before, today],
      ['A', proofOn],
    ])
    expect(await pageOf(reference)).toContain(`effective date ${inWords(proofOn)}`)
    const lines = await linesOn(reference, addDays(today, 10))
    expect([lines.length > 1, lines.includes('not-worked-out')]).toEqual([true, false])
    expect([await linesOn(reference, today), await linesOn(reference, addDays(today, -1))]).toEqual([lines, []])
  })

  it('is warned of 14 days before its end, on the case and in the worklist, once', async () => {
    const { reference, ends } = await awarded()
    await placed(reference)
    await sleep(addDays(ends, -15))
    expect((await caseOf(reference)).subject.state).toBe('active')
    await sleep(addDays(ends, -14))
    const { subject, events } = await caseOf(reference)
    expect(subject.state).toBe('reassessment')
    expect(events.filter(({ by, action }) => by === 'Guildhall' && action === 'reassess')).toHaveLength(1)
    expect(await lastWords(reference)).toContain(`An award ends on ${inWords(ends)}. It is for: Exceptional need`)
    expect(await pageOf(reference)).toContain('Ends soon Exceptional need')
    expect(text((await everyPageOf(await officer(), '/cases')).join())).toContain(`Award ends ${inWords(ends)}`)
  })

  it('when it ends, even on a night that was missed, the rules propose the band below and people decide it', async () => {
    const { reference, today, before, ends, proofOn } = await awarded()
    await placed(reference)
    await sleep(addDays(ends, 2))
    expect(await lastWords(reference)).toContain(`An award ended on ${inWords(ends)}. It was for: Exceptional need`)
    const { subject, events } = await caseOf(reference)
    expect(events.filter(({ by }) => by === 'Guildhall')).toHaveLength(1)
    expect([await bandOf(reference), subject.placing?.placings.at(-1)?.band]).toEqual([before, 'A'])
    await placed(reference)
    expect(await bandsOf(reference)).toEqual([
      [before, today],
      ['A', proofOn],
      [before, today],
    ])
  })
})

// They need somebody at night: an officer agrees a room for a carer, for a year.
describe('an extra room', () => {
  const agreement = (until: string): Posted => ({
    ...{ ...award('carer', '2026-11-20'), reason: 'A plan of care names two nights.' },
    ...dated('until', until),
  })
  const roomsOf = async (reference: string) =>
    (await caseOf(reference)).subject.assessment?.proposes?.typed.bedrooms?.[0]

  it('is agreed by an officer with reason, proof and end, and counts at once; its end is heard of', async () => {
    const { reference, today } = await sent('housing-owner')
    const ends = addMonths(today, 12)
    const who = await officer()
    await act(who, reference, 'start-checking')
    const form = text((await who.get(`/cases/${reference}/actions/agree-room`)).html)
    expect(form).toContain('A room for a carer at night, for the applicant')
    expect(form).not.toContain('A room of their own')
    const before = Number(await roomsOf(reference))
    await act(who, reference, 'agree-room', agreement(today))
    expect(text(who.last().html)).toContain('Date it ends must be')
    await act(who, reference, 'agree-room', agreement(ends))
    expect(Number(await roomsOf(reference))).toBe(before + 1)
    const page = await pageOf(reference)
    expect(page).toContain('In force A room for a carer at night, for the applicant')
    expect(page).toContain(`Ends on ${inWords(ends)}`)
    expect(page).toContain('A plan of care names two nights.')
    await placed(reference)
    await sleep(addDays(ends, -14))
    expect(await lastWords(reference)).toContain(
      `What was agreed ends on ${inWords(ends)}: A room for a carer at night`,
    )
    expect(text((await everyPageOf(await officer(), '/cases')).join())).toContain(`Extra room ends ${inWords(ends)}`)
    await placed(reference)
    await sleep(ends)
    expect(await lastWords(reference)).toContain('What was agreed ended today: A room for a carer at night')
    expect(Number(await roomsOf(reference))).toBe(before)
  })

  it('is ended by an officer with a reason, and nobody agrees one that was not asked for', async () => {
    const { reference, today } = await sent('housing-owner')
    const who = await officer()
    await act(who, reference, 'start-checking')
    await act(who, reference, 'agree-room', agreement(addMonths(today, 12)))
    await act(who, reference, 'end-room', { code: 'carer', reason: 'The letter was about somebody else.' })
    const { decisions, endings } = (await caseOf(reference)).subject
    expect(decisions?.map(({ is, code, ended }) => [is, code, ended?.reason])).toEqual([
      ['room', 'carer', 'The letter was about somebody else.'],
    ])
    expect(endings).toEqual([])
    const other = await sent('housing-single-renter')
    await act(who, other.reference, 'start-checking')
    expect((await who.get(`/cases/${other.reference}`)).html).not.toContain('agree-room')
  })
})

describe('the working of the rules', () => {
  it('is kept each time that it is made, with its pack, and can be read as it was', async () => {
    const { reference, ends } = await awarded()
    await placed(reference)
    await sleep(ends)
    const { subject, events } = await caseOf(reference)
    const kept = await here.desk.cases.assessments(subject)
    const came = kept.map(({ event }) => events.find(({ id }) => id === event)?.action)
    expect(came).toEqual(['submit', 'reassess', 'award-exceptional', 'reassess'])
    expect(kept.map(({ assessment }) => assessment.proposes?.typed.band?.[0])).toEqual(['D', 'D', 'A', 'D'])
    expect(new Set(kept.map(({ assessment }) => assessment.pack))).toEqual(new Set(['dorset-2026']))
    const who = await officer()
    expect(await caseSeen(who, reference)).toContain(`href="/cases/${reference}/rules"`)
    const now = text((await who.get(`/cases/${reference}/rules`)).html)
    expect(now).toContain('Housing team manager awarded exceptional need')
    expect(now).toContain(`The award of ${inWords(addMonths(ends, -3))} ran out on ${inWords(ends)}.`)
    const then = text((await who.get(`/cases/${reference}/rules?of=${kept[2]?.event ?? ''}`)).html)
    expect(then).toContain(`until ${inWords(ends)}: The occupational therapist found`)
  })

  it('is hidden from those who do not work on the case', async () => {
    const { reference } = await sent('housing-two-bedrooms-short')
    const adviser = await here.signedIn('customer-adviser-1')
    const page = text((await adviser.get(`/cases/${reference}/rules`)).html)
    expect(page).toContain('How the rules were read')
    expect(page).not.toContain('bedrooms or more')
  })
})

describe('an effective date that was wrong', () => {
  it('is put right by a manager with a reason, as a line more in the history, and the applicant sees it', async () => {
    const { reference, today } = await sent('housing-single-renter')
    await act(await officer(), reference, 'start-checking')
    await placed(reference)
    expect(await caseSeen(await officer(), reference)).not.toContain('restore-date')
    const typed = { ...dated('effectiveDate', '2026-10-01'), reason: 'A review found that we lost the first form.' }
    await act(await manager(), reference, 'restore-date', typed)
    expect((await bandsOf(reference))?.map(([, date]) => date)).toEqual([today, '2026-10-01'])
    expect(await pageOf(reference)).toContain('A review found that we lost the first form.')
    expect(await statusSeen(reference)).toContain('Effective date 1 October 2026')
  })
})

describe('what officers award', () => {
  it('can end, with a reason, and is kept with it; only what stands can end', async () => {
    const { reference, today } = await sent('housing-single-renter')
    const who = await officer()
    await act(who, reference, 'start-checking')
    expect(await caseSeen(who, reference)).not.toContain('end-award')
    await act(who, reference, 'award', award('B-MED', today))
    expect(await bandOf(reference)).toBe('B')
    const { html } = await who.get(`/cases/${reference}/actions/end-award`)
    expect([...html.matchAll(/type="radio"[^>]*value="([^"]+)"/g)].map(([, code]) => code)).toEqual(['B-MED'])
    await act(who, reference, 'end-award', { code: 'B-MED', reason: 'The letter was about another person.' })
    expect(await bandOf(reference)).not.toBe('B')
    expect(await pageOf(reference)).toContain('The letter was about another person.')
    expect((await caseOf(reference)).subject.decisions?.map(({ code, ended }) => [code, ended?.by])).toEqual([
      ['B-MED', 'Housing officer 1'],
    ])
  })

  it('needs a reason, a proof and its day, and cannot end in the past', async () => {
    const { reference, today } = await sent('housing-single-renter')
    const who = await officer()
    await act(who, reference, 'start-checking')
    const empty = text((await act(who, reference, 'award')).html)
    for (const words of ['Select what you award', 'Enter the reason', 'Enter the proof that it rests on'])
      expect(empty).toContain(words)
    const past = await act(who, reference, 'award', { ...award('B-MED', today), ...dated('until', today) })
    expect(text(past.html)).toContain('Date it ends must be after today')
    expect((await caseOf(reference)).subject.decisions).toBeUndefined()
  })

  it('of two officers at once the second is told, and loses nothing that they typed', async () => {
    const { reference, today } = await sent('housing-single-renter')
    const [one, other] = [await officer(), await here.signedIn('housing-manager')]
    await act(one, reference, 'start-checking')
    const { version } = (await caseOf(reference)).subject
    await act(one, reference, 'award', award('B-MED', today))
    const late = await other.post(`/cases/${reference}/actions/award`, {
      ...award('B-WEL', today),
      version: String(version),
    })
    expect(late.status).toBe(409)
    expect(text(late.html)).toContain('The occupational therapist found that the stairs are dangerous.')
    expect((await caseOf(reference)).subject.decisions?.map(({ code }) => code)).toEqual(['B-MED'])
  })
})

// Back by the code that was texted to the phone they applied with.
const statusSeen = async (reference: string): Promise<string> => {
  const phone = (await caseOf(reference)).subject.applicant.phone ?? ''
  here.world.clock.pass(3_600_000)
  const person = visitor(here.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await here.world.sendTexts()
  const said = here.world.texts().findLast(({ body }) => /^\d{6}/.test(body))?.body ?? ''
  await person.post('/return/code', { code: said.slice(0, 6) })
  const page = text((await openMine(person, here.world.counter, reference)).html)
  expect(page).toContain('What has happened so far')
  return page
}

describe('the applicant', () => {
  it('sees the band and its date once they are approved, and not before', async () => {
    const { reference, today } = await sent('housing-single-renter')
    await act(await officer(), reference, 'start-checking')
    expect(await statusSeen(reference)).not.toContain('Effective date')
    await placed(reference)
    expect(await statusSeen(reference)).toContain(`Effective date ${inWords(today)}`)
  })

  it('sees why a person decided on a lower priority; it changes only what is proposed', async () => {
    const { reference } = await sent('housing-single-renter')
    const who = await officer()
    await act(who, reference, 'start-checking')
    await act(who, reference, 'reduce', { code: 'R-IH', reason: 'Found intentionally homeless in May.' })
    expect(await pageOf(reference)).toContain('Found intentionally homeless in May.')
    expect((await caseOf(reference)).subject.placing).toBeUndefined()
    expect(await statusSeen(reference)).toContain('Found intentionally homeless in May.')
  })
})
