import { describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { handsIn } from '#domain/cases/desk/hands.ts'
import { perform } from '#domain/cases/workflow.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { trialGroups, trialLookup } from '#domain/rules/trial.ts'
import { planningFacts } from '#services/planning/casework/facts.ts'
import { planningWorkflow } from '#services/planning/casework/workflow.ts'
import { planningForm } from '#services/planning/form/form.ts'
import { planningAdvice } from '#services/planning/rules/advice.ts'
import { clocks } from '#services/planning/rules/clock/clocks.ts'
import { termOf } from '#services/planning/rules/clock/term.ts'
import { planningProposal } from '#services/planning/rules/proposal.ts'
import { planningTrials } from '#services/planning/rules/trials.ts'
import { loadPersonas, type Persona, personaOf } from '#tests/support/people/personas.ts'
import { caseOf } from '#tests/support/people/planning-case.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { caseOf as anyCase, person } from '#tests/support/worlds/who-may.ts'
import { statutoryRows } from '#web/show/staff/statutory.ts'

const whole = loadPersonas().filter(
  (persona) => persona.service === 'planning' && walked(planningForm, persona).walk.complete(),
)
const answersOf = (persona: Persona) => walked(planningForm, persona).walk.answers
const at = (persona: Persona): number => Date.parse(`${persona.today}T10:00:00Z`)
const part = (persona: Persona, id: string) =>
  planningAdvice(answersOf(persona), persona.today, at(persona)).parts.find((one) => one.id === id)

const fees: Readonly<Record<string, string>> = {
  'planning-householder': '£548',
  'planning-unknown-lane-owner': '£272',
  'planning-retrospective': 'No fee',
  'planning-listed-cottage': '£548',
  'planning-agent-three-homes': '£1,830',
  'planning-community-hall': '£10,544',
  'planning-outline-homes': '£16,487',
  'planning-farm-glasshouse': '£5,107.50',
}

describe('Every persona who completes the form', () => {
  it.each(whole.map((persona) => [persona.id, persona] as const))('is told the right fee: %s', (id, persona) => {
    expect(part(persona, 'fee')?.answer).toBe(fees[id])
  })
  it.each(whole.map((persona) => [persona.id, persona] as const))(
    'is told nothing that would make it invalid: %s',
    (_id, persona) => {
      expect(
        part(persona, 'validity')
          ?.steps.filter(() => part(persona, 'validity')?.adverse === true)
          .map(({ words }) => words),
      ).toEqual([])
    },
  )
  it.each(whole.map((persona) => [persona.id, persona] as const))(
    'has reasons with a rule, a sentence, a source and the data that were read: %s',
    (_id, persona) => {
      const { parts, term } = planningProposal(answersOf(persona), persona.today, at(persona), at(persona))
      expect(term).toBeDefined()
      for (const { id, steps } of parts) {
        if (id !== 'consultees') expect([id, steps.length]).not.toEqual([id, 0])
        for (const step of steps) {
          expect(step.words).toMatch(/^[A-Z£“0-9].*[.…)]$/)
          expect([step.rule, step.source.words].every((words) => words !== '')).toBe(true)
        }
      }
    },
  )
})

describe('Answers that came back later', () => {
  it('keep the fee of the day on which it was first sent, and it can be valid only when they came', () => {
    const persona = whole.find(({ id }) => id === 'planning-householder')
    if (persona === undefined) throw new Error('There is no such persona')
    const later = Date.parse('2026-12-02T18:00:00Z')
    const found = planningProposal(answersOf(persona), '2026-12-02', Date.parse('2026-03-31T14:00:00Z'), later)
    const validity = found.parts.find(({ id }) => id === 'validation')
    expect(validity?.lines).toContain(
      'V3 Fee: to check. For you to check: That the fee is paid, whole: the application is not valid before.',
    )
    expect(found.parts.find(({ id }) => id === 'fee')?.answer).toBe('£528')
    expect(found.proposes?.typed).toEqual({ 'validOn-day': ['3'], 'validOn-month': ['12'], 'validOn-year': ['2026'] })
    expect(found.parts.find(({ id }) => id === 'clock')?.answer).toBe(
      'By 28 January 2027, if it is valid on 3 December 2026',
    )
  })
})

describe('An application that is not complete', () => {
  it('is told which sections are not', () => {
    const persona = personaOf('planning-not-sure')
    const { answer, adverse, steps } = part(persona, 'validity') ?? { steps: [] }
    expect([answer, adverse]).toEqual([expect.stringMatching(/^\d+ things would make/), true])
    expect(steps.map(({ words }) => words)).toContain('The form. Complete the section “Where the site is”.')
  })
})

const noon = Date.parse('2026-11-23T12:00:00Z')
const officer = {
  is: 'staff',
  id: 'o',
  name: 'An officer',
  roles: ['planning-officer', 'team-manager'],
  teams: ['planning'],
} as const
const subjectIn = (state: string, more: Partial<Case> = {}): Case => ({
  ...anyCase('plain', person('an auditor')),
  service: 'planning',
  state,
  version: 1,
  dueOn: '2026-12-30',
  assessment: { on: '2026-11-23', pack: 'fees-2026-04-01', parts: [], term: termOf(caseOf({})) },
  ...more,
})
const day = (id: string, on: string): Typed => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${id}-day`]: [date], [`${id}-month`]: [month], [`${id}-year`]: [year] }
}
const act = (subject: Case, action: string, typed: Typed = {}, today = '2026-11-23') =>
  perform(planningWorkflow, subject, {
    action,
    typed,
    actor: officer,
    now: noon,
    today,
    id: 'event',
    hands: handsIn([{ id: '1', at: 0, by: 'Another', byId: 'x', action: 'recommend', words: '', version: 1 }]),
  })
const done = (...given: Parameters<typeof act>): Case => {
  const found = act(...given)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value.case
}
const words = (...given: Parameters<typeof act>): readonly string[] => {
  const found = act(...given)
  return !found.ok && found.error.is === 'needs' ? found.error.problems.map((problem) => problem.words) : []
}

describe('The law’s clock on a case', () => {
  const valid = done(subjectIn('validating'), 'validate', day('validOn', '2026-11-23'))
  it('may start on another day than the rules propose, with a reason', () => {
    const proposes = { action: 'validate', typed: day('validOn', '2026-11-23') }
    const proposed = subjectIn('validating', { assessment: { on: '', pack: '', parts: [], proposes } })
    expect(act(proposed, 'validate', day('validOn', '2026-11-23')).ok).toBe(true)
    expect(words(proposed, 'validate', day('validOn', '2026-11-20'))).toEqual([
      'Enter why you changed the date that was proposed',
    ])
    expect(act(proposed, 'validate', { ...day('validOn', '2026-11-20'), reason: ['It came by post.'] }).ok).toBe(true)
  })
  it('starts when it is made valid, as the rules said it would', () => {
    expect(valid.statutory).toEqual(clocks(caseOf({}), '2026-11-23').value.clock)
    expect(valid.dueOn).toBe('2026-12-28')
  })
  it('never starts before the application was received', () => {
    const received = Date.parse('2026-11-20T09:00:00Z')
    const subject = subjectIn('validating', { openedAt: received })
    expect(words(subject, 'validate', day('validOn', '2026-11-19'))).toEqual([
      'Date valid must be the same as or after 20 November 2026, when we received the application',
    ])
    expect(act(subject, 'validate', day('validOn', '2026-11-20')).ok).toBe(true)
  })
  it('is counted anew from the right day where the day was wrong, with a reason, and keeps what was agreed and sent out', () => {
    const noted = done(valid, 'record-notices', day('noticesOn', '2026-11-23'))
    const right = { ...day('validOn', '2026-11-20'), correctedWhy: ['The fee came on Friday'] }
    expect(words(noted, 'correct-valid-date', day('validOn', '2026-11-20'))).toEqual(['Enter why the date was wrong'])
    expect(words(noted, 'correct-valid-date', { ...right, ...day('validOn', '2026-11-23') })).toEqual([
      'Date valid is 23 November 2026 already',
    ])
    const corrected = done(noted, 'correct-valid-date', right)
    expect([corrected.statutory?.validOn, corrected.statutory?.commentsUntil, corrected.state]).toEqual([
      '2026-11-20',
      noted.statutory?.commentsUntil,
      noted.state,
    ])
    expect((corrected.statutory?.expiresOn ?? '') < (noted.statutory?.expiresOn ?? '')).toBe(true)
  })
  it('does not start before the fee was received, which is recorded once and corrected with a reason', () => {
    const fee = { feeAmount: ['528'], feeHow: ['bank'], ...day('feeOn', '2026-11-20') }
    const start = subjectIn('validating', { openedAt: Date.parse('2026-11-17T09:00:00Z') })
    expect(words(start, 'record-fee', { ...fee, feeAmount: [''] })).toEqual(['Enter how much was received'])
    const paid = done(start, 'record-fee', fee)
    expect(paid.feeReceived).toEqual({ pence: 52_800, on: '2026-11-20', by: 'An officer' })
    expect(act(paid, 'record-fee', fee)).toEqual({ ok: false, error: { is: 'not-now', state: 'validating' } })
    expect(words(paid, 'validate', day('validOn', '2026-11-19'))).toEqual([
      'Date valid must be the same as or after 20 November 2026, when the fee was received',
    ])
    const why = { correctedWhy: ['The bank says so'] }
    expect(words(paid, 'correct-fee', fee)).toEqual(['Enter why it was wrong'])
    expect(words(paid, 'correct-fee', { ...fee, ...why })).toEqual(['£528 on 20 November 2026 is recorded already'])
    const right = done(paid, 'correct-fee', { ...fee, ...why, ...day('feeOn', '2026-11-18') })
    const begun = done(right, 'validate', day('validOn', '2026-11-18'))
    expect(words(begun, 'correct-fee', { ...fee, ...why })).toEqual([
      'The application counts as valid from 18 November 2026, before this day. Correct the date valid first',
    ])
    expect(JSON.stringify(planningFacts(right))).toContain('Received: £528 on 18 November 2026')
  })
  it('has the day of the notices changed only with a reason', () => {
    const noted = done(valid, 'record-notices', day('noticesOn', '2026-11-23'))
    const later = { ...day('noticesOn', '2026-11-26') }
    expect(words(noted, 'record-notices', later, '2026-11-27')).toEqual(['Enter why the day changes'])
    const again = done(noted, 'record-notices', { ...later, noticesWhy: ['They went out again'] }, '2026-11-27')
    expect((again.statutory?.commentsUntil ?? '') > (noted.statutory?.commentsUntil ?? '')).toBe(true)
  })
  it('is corrected only where it runs: a case without one has no date valid to correct', () => {
    const right = { ...day('validOn', '2026-11-20'), correctedWhy: ['The fee came on Friday'] }
    expect(act({ ...valid, state: 'assessing' }, 'correct-valid-date', right).ok).toBe(true)
    expect(act(subjectIn('assessing'), 'correct-valid-date', right)).toEqual({
      ok: false,
      error: { is: 'not-now', state: 'assessing' },
    })
  })
  it('says on the case that its days have passed', () => {
    const rows = (today: string) => JSON.stringify(statutoryRows(valid, today))
    expect(rows('2026-11-24')).not.toContain('passed')
    expect(rows('2027-12-01')).toContain('This day has passed')
    expect(rows('2027-12-01')).toContain('Due since')
  })
  it('does not pause while we wait, nor move with the service target', () => {
    const { statutory } = valid
    const invalid = done({ ...valid, state: 'validating' }, 'invalidate', {
      pages: ['documents'],
      message: ['A plan.'],
    })
    expect(invalid.waitingSince).toBe('2026-11-23')
    expect(invalid.statutory).toEqual(statutory)
  })
  const review = { ...valid, state: 'review' }
  it('nobody decides before notices have run', () => {
    expect(words(review, 'grant')).toEqual(['Record when the notices went out before you decide'])
    const noticed = done(review, 'record-notices', day('noticesOn', '2026-11-24'), '2026-11-24')
    expect(words(noticed, 'grant', {}, '2026-12-15')).toEqual(['People may comment until 15 December 2026'])
    expect(act(noticed, 'grant', {}, '2026-12-16').ok).toBe(true)
    expect(act(noticed, 'refuse', { reason: ['It is too tall.'] }, '2026-12-16').ok).toBe(true)
  })
  it('notices cannot go out before it is valid', () => {
    expect(words(review, 'record-notices', day('noticesOn', '2026-11-22'))).toEqual([
      'Date of the notices must be the same as or after 23 November 2026, when it became valid',
    ])
  })
  it('is longer only by agreement, and the promise to give the fee back ends with it', () => {
    const agree = (until: string): Typed => ({ ...day('agreedUntil', until), agreedHow: ['By email'] })
    expect(words(review, 'agree-time', agree('2027-01-18'))).toEqual(['Agreed date must be after 18 January 2027'])
    const longer = done(review, 'agree-time', agree('2027-02-26'))
    expect(longer.statutory).toMatchObject({ expiresOn: '2027-01-18', agreedUntil: '2027-02-26' })
    expect(longer.statutory?.refundFrom).toBeUndefined()
    expect(words(longer, 'agree-time', agree('2027-02-26'))).toEqual(['Agreed date must be after 26 February 2027'])
  })
  it('is not there on a case that was sent before it was kept, and nothing stands in an officer’s way', () => {
    const { assessment: _none, ...old } = subjectIn('validating')
    const made = done(old, 'validate', day('validOn', '2026-11-23'))
    expect(made.statutory).toBeUndefined()
    expect(act({ ...made, state: 'review' }, 'grant').ok).toBe(true)
  })
})

describe('A case goes to committee', () => {
  const committee = (facts: Parameters<typeof caseOf>[0]) =>
    subjectIn('review', { assessment: { on: '', pack: '', parts: [], term: termOf(caseOf(facts)) } })
  const gateway: Typed = {
    officerName: ['Head of planning'],
    officerAgrees: ['yes'],
    memberName: ['Chair of the committee'],
    memberAgrees: ['yes'],
    criterion: ['b'],
    reasons: ['The site is the last open land between the town and the river, and jobs depend on it.'],
    ...day('publishedOn', '2026-11-20'),
  }
  const major = { code: 'pp.full.major', major: true } as const
  const recorded = (facts: Parameters<typeof caseOf>[0], more: Typed = {}) =>
    done(committee(facts), 'record-gateway', { ...gateway, ...more })
  it('when it may, and both agreed; the case keeps who, why and when', () => {
    const agreed = recorded(major)
    expect([agreed.state, agreed.gateway]).toEqual([
      'review',
      {
        officer: { agrees: true, by: 'Head of planning' },
        member: { agrees: true, by: 'Chair of the committee' },
        criterion: 'b',
        reasons: gateway.reasons?.[0],
        publishedOn: '2026-11-20',
        on: '2026-11-23',
      },
    ])
    expect(done(agreed, 'to-committee').state).toBe('committee')
  })
  it('not before it is recorded, nor when one says no, which the case keeps as well', () => {
    expect(words(committee(major), 'to-committee')).toEqual([
      'Record what the nominated officer and the nominated member decided first',
    ])
    const refused = recorded(major, { memberAgrees: ['no'], criterion: [''] })
    expect(refused.gateway).toMatchObject({ officer: { agrees: true }, member: { agrees: false } })
    expect(words(refused, 'to-committee')).toEqual([
      'The nominated officer and the nominated member must both agree. If not, an officer decides.',
    ])
  })
  it('not for short reasons, without one of the two criteria, or where an officer must decide', () => {
    expect(words(committee(major), 'record-gateway', { ...gateway, reasons: ['Too many objections'] })).toEqual([
      'Reasons must be 50 characters or more',
    ])
    expect(words(committee(major), 'record-gateway', { ...gateway, criterion: [''] })).toEqual([
      'Select which of the two reasons applies',
    ])
    const unlawful = 'An officer must decide this application. A committee’s decision would be unlawful.'
    expect(words(committee({}), 'record-gateway', gateway)).toEqual([unlawful])
    expect(words(committee({}), 'to-committee')).toEqual([unlawful])
  })
  it('as the council’s own scheme says, before 31 October 2026', () => {
    expect(act(committee({}), 'to-committee', {}, '2026-10-30').ok).toBe(true)
  })
})

describe('Staff try the rules', () => {
  const run = (id: string, typed: Typed, on = '2026-11-23') => {
    const trial = planningTrials.find((one) => one.id === id)
    if (trial === undefined) throw new Error(`There is no trial ${id}`)
    return trial.run(trialLookup(planningForm, trial, typed, on), on)
  }
  const answer = (id: string, part: string, typed: Typed, on?: string) =>
    run(id, typed, on).parts.find((one) => one.id === part)?.answer
  const outline: Typed = {
    whatWork: ['newHomes'],
    homesKnown: ['no'],
    decision: ['permission'],
    detail: ['outline'],
    siteArea: ['26000'],
  }
  const extension: Typed = {
    whatWork: ['extend'],
    homeKind: ['house'],
    createsHomes: ['no'],
    started: ['no'],
    decision: ['permission'],
    homeWork: ['rear'],
  }

  it('on any day and at any hour, for any kind of application', () => {
    expect(answer('fee', 'fee', outline)).toBe('£16,487')
    expect(answer('fee', 'fee', outline, '2025-06-01')).toBe('£15,884')
    expect(answer('fee', 'fee', { ...extension, sentAt: ['15:00'] }, '2026-03-31')).toBe('£528')
    expect(answer('fee', 'fee', { ...extension, sentAt: ['18:30'] }, '2026-03-31')).toBe('£548')
    expect(answer('fee', 'fee', { ...extension, ...day('sentOn', '2024-01-02') })).toBe('£258')
    expect(answer('fee', 'fee', { ...extension, priceRise: ['2.7'] }, '2027-04-01')).toBe('£563')
    expect(answer('fee', 'fee', { whatWork: ['sign'], advertPlace: ['elsewhere'] })).toBe('£610')
    expect(answer('fee', 'fee', {})).toBe('We cannot work out the fee until we know what you are applying for.')
  })
  it('with days and decisions of the council’s own', () => {
    const larger = { code: ['pa.part1.classA'], ...day('validOn', '2026-11-23') }
    expect(answer('course', 'clock', larger)).toBe('By 4 January 2027, if it is valid on 23 November 2026')
    expect(answer('course', 'publicity', larger)).toBe('Letters to adjoining premises, for 21 days')
    expect(answer('course', 'delegation', { ...extension, objections: ['60'] })).toBe('An officer')
    expect(answer('course', 'delegation', { ...extension, objections: ['60'] }, '2026-10-30')).toBe(
      'As the council’s own scheme says',
    )
  })
  it('on letters that are handed over before and after half past five, and on an appeal', () => {
    const handed = (time: string): Typed => ({ ...extension, ...day('lettersOn', '2026-11-24'), lettersAt: [time] })
    expect(answer('course', 'letters', handed('17:29'))).toBe('Until 18 December 2026')
    expect(answer('course', 'letters', handed('17:30'))).toBe('Until 21 December 2026')
    expect(answer('course', 'appeal', { ...extension, ...day('decidedOn', '2027-01-18') })).toBe('By 12 April 2027')
    const granted = { ...extension, ...day('decidedOn', '2027-01-18'), outcome: ['granted'] }
    expect(answer('course', 'appeal', granted)).toBe('By 18 July 2027')
    expect(answer('course', 'appeal', { code: ['wtt.notice'], ...day('decidedOn', '2027-01-18') })).toBe(
      'No appeal, or no last day for one',
    )
  })
  it('on an ownership certificate, the validation list and the list of consultees', () => {
    const sole = { interest: ['ownerSole'], otherOwners: ['none'], agriculturalTenants: ['no'] }
    expect(answer('certificate', 'certificate', sole)).toBe('Certificate A')
    expect(answer('validity', 'validation', extension)).toMatch(/^\d+ of 11 not met$/)
    expect(answer('consultees', 'consultees', { floodZone: ['zone2or3'], treesRemoved: ['yes'] })).toBe('2 to consult')
  })
  it('with fields that the form or the council has words for', () => {
    for (const trial of planningTrials) {
      const fields = trialGroups(planningForm, trial, {}).flatMap((group) => group.fields)
      expect(fields.length).toBeGreaterThan(3)
      expect(fields.filter(({ question }) => (question.label ?? '') === '').map(({ id }) => id)).toEqual([])
    }
  })
})
