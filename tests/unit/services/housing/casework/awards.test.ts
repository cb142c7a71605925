import { describe, expect, test } from 'vitest'
import type { Case, Decision } from '#domain/cases/case.ts'
import { decided, ending, endingsOf, standingDecisions } from '#domain/cases/decisions.ts'
import type { PlacingHistory } from '#domain/cases/placing.ts'
import { addDays } from '#domain/day.ts'
import { housingStanding, placeShown } from '#services/housing/casework/standing.ts'
import { knownOf } from '#services/housing/rules/known.ts'
import { housingNextNight } from '#services/housing/rules/next-night.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { housingProposal } from '#services/housing/rules/proposal.ts'
import { housingTonight } from '#services/housing/rules/tonight.ts'
import { answers, british, livedHereSince } from '#tests/support/people/housing-answers.ts'

const award = (code: string, on: string, more: Partial<Decision> = {}): Decision => ({
  ...{ is: 'award', code, on, by: 'R Moss', byId: 'm', roles: ['team-manager'], reason: 'A letter shows it.' },
  ...more,
})

describe('what an officer decided', () => {
  test.each([
    ['the day before it was made', '2026-08-31', []],
    ['on the day', '2026-09-01', ['A-EXC']],
    ['on its last day', '2026-11-30', ['A-EXC']],
    ['on the day it ends', '2026-12-01', []],
  ])('stands or not: %s', (_, today, codes) => {
    const made = [award('A-EXC', '2026-09-01', { until: '2026-12-01' })]
    expect(standingDecisions(made, today).map(({ code }) => code)).toEqual(codes)
  })

  test('is renewed by deciding it again: the first is kept as ended, and only the second stands', () => {
    const first = award('A-EXC', '2026-09-01', { until: '2026-12-01' })
    const all = decided([first], award('A-EXC', '2026-11-20', { until: '2027-02-20' }))
    expect(all.map(({ ended }) => ended?.reason)).toEqual(['Decided again', undefined])
    expect(endingsOf(all, '2026-11-20')).toEqual([{ is: 'award', code: 'A-EXC', on: '2027-02-20' }])
  })

  test('ends by a person with a reason; another code, and one that ended before, stay as they were', () => {
    const [old, medical] = [award('B-WEL', '2025-01-01', { until: '2025-06-01' }), award('B-MED', '2026-09-01')]
    const by = { on: '2026-11-20', by: 'A Shah', reason: 'A mistake' }
    const all = ending([old, medical], { is: 'award', code: 'B-MED', on: '2026-11-20' }, by)
    expect(all).toEqual([old, { ...medical, ended: by }])
    expect(ending(all, { is: 'award', code: 'B-WEL', on: '2026-11-20' }, by)).toEqual(all)
  })
})

const home = answers({ ...british, dateOfBirth: '1990-05-01' }, { 'address-history': [livedHereSince('2015-01-01')] })

const history: PlacingHistory = {
  registered: '2025-01-10',
  placings: [{ band: 'D', effectiveDate: '2025-01-10', on: '2025-01-12', reason: 'No need', by: 'A Shah' }],
}

const proposed = (today: string, of: Pick<Case, 'decisions' | 'placing' | 'assessment'>) => {
  const typed = housingProposal(home, today, knownOf(of)).proposes?.typed ?? {}
  const [year, month, day] = ['year', 'month', 'day'].map((part) => typed[`effectiveDate-${part}`]?.[0] ?? '')
  return [typed.band?.[0], `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`]
}

describe('the date that is proposed', () => {
  const medical = award('B-MED', '2026-03-20', { proofOn: '2026-03-02' })
  const onB: PlacingHistory = {
    ...history,
    placings: [
      ...history.placings,
      { band: 'B', effectiveDate: '2026-03-02', on: '2026-03-21', reason: 'High need', by: 'A Shah' },
    ],
  }

  test.each([
    ['up a band: the day that proof was received', { placing: history, decisions: [medical] }, ['B', '2026-03-02']],
    [
      'the same band for another reason: unchanged',
      { placing: onB, decisions: [award('B-WEL', '2026-07-01')] },
      ['B', '2026-03-02'],
    ],
    ['down a band: the earlier date', { placing: onB, decisions: [] }, ['D', '2025-01-10']],
    [
      'an award that an officer made without the right: none',
      { placing: history, decisions: [award('A-EXC', '2026-07-01', { roles: ['housing-officer'] })] },
      ['D', '2025-01-10'],
    ],
  ])('%s', (_, of, found) => {
    expect(proposed('2026-08-01', of)).toEqual(found)
  })

  test('does not grow later because it is worked out again', () => {
    const of = { placing: history, decisions: [award('B-MED', '2026-07-10')] }
    const assessment = housingProposal(home, '2026-07-10', knownOf(of))
    expect(proposed('2026-09-01', { ...of, assessment })).toEqual(['B', '2026-07-10'])
  })
})

const exceptional = dorset2026.bandRules.find(({ code }) => code === 'A-EXC')?.words ?? ''

describe('a night that was missed', () => {
  const decisions = [award('A-EXC', '2026-09-01', { until: '2026-12-01' })]
  const words = (since: string, today: string) =>
    housingTonight(home, { since, today }, decisions).map((one) => one.words)

  test('gives each night’s change once, however the nights are cut', () => {
    const nights = Array.from({ length: 120 }, (_, at) => addDays('2026-09-01', at))
    const each = nights.flatMap((day) => words(addDays(day, -1), day))
    expect(each).toEqual([
      `An award ends on 1 December 2026. It is for: ${exceptional}`,
      `An award ended today. It was for: ${exceptional}`,
      'The band would be Band D – Low Housing Need, not Band A – Exceptional Housing Need.',
    ])
    expect(words('2026-11-30', '2026-12-04')).toEqual([
      `An award ended on 1 December 2026. It was for: ${exceptional}`,
      'The band would be Band D – Low Housing Need, not Band A – Exceptional Housing Need.',
    ])
    expect(words('2026-12-04', '2026-12-04')).toEqual([])
  })

  test('tells of a home that must be left, as many days before as the law says', () => {
    const leaving = answers({ ...british, dateOfBirth: '1990-05-01', toldToLeave: 'yes', leaveBy: '2027-01-20' })
    const on = (day: string) => housingTonight(leaving, { since: addDays(day, -1), today: day }, [])
    expect(on('2026-11-24')).toEqual([])
    expect(on('2026-11-25').map((one) => one.words)).toEqual([
      'The household must leave its home by 20 January 2027. Offer help to keep it, or to find another.',
    ])
  })
})

const room = (on: string, more: Partial<Decision> = {}): Decision => ({
  ...award('carer', on),
  ...{ is: 'room', of: 'You', roles: ['housing-officer'], reason: 'A plan of care shows it.' },
  ...more,
})

describe('an extra room that an officer agreed', () => {
  const cared = answers(
    {
      ...{ ...british, dateOfBirth: '1990-05-01', hasHealthNeed: 'yes', overnightCarer: 'yes', carerNights: 5 },
      ...{ livingSituation: 'associationTenant', bedroomsAvailable: 1 },
    },
    { 'address-history': [livedHereSince('2015-01-01')] },
  )
  const of = (decisions: readonly Decision[], today = '2026-11-20') =>
    housingProposal(cared, today, knownOf({ decisions }))
  const bedrooms = (...given: Parameters<typeof of>) => of(...given).proposes?.typed.bedrooms?.[0]
  const told = (decisions: readonly Decision[], since: string, today: string) =>
    housingTonight(cared, { since, today }, decisions)

  test('counts for the need and for the lack of room, from the day that it is agreed until the day that it ends', () => {
    const agreed = [room('2026-11-20', { until: '2027-03-01' })]
    expect(bedrooms([])).toBe('1')
    expect(['2026-11-20', '2027-02-28', '2027-03-01'].map((day) => bedrooms(agreed, day))).toEqual(['2', '2', '1'])
    expect(of(agreed).parts.find(({ id }) => id === 'room')?.answer).toBe('Lacks 1 bedroom, has 0 to spare')
    const reasons = of(agreed)
      .parts.find(({ id }) => id === 'bedrooms')
      ?.steps.map(({ words }) => words)
    expect(reasons).toContain(
      'A room for a carer at night, for you: an officer has agreed, until 1 March 2027: A plan of care shows it.',
    )
    const after = of(agreed, '2027-03-01')
      .parts.find(({ id }) => id === 'bedrooms')
      ?.steps.map(({ words }) => words)
    expect(after).toContain(
      'A room for a carer at night, for you: what was agreed ended on 1 March 2027, and an officer must agree again.',
    )
  })

  test('for somebody else, or for something else, is no agreement to this', () => {
    expect(bedrooms([room('2026-11-20', { of: 'Bo Okoro' })])).toBe('1')
    expect(bedrooms([room('2026-11-20', { code: 'own-room' })])).toBe('1')
    expect(bedrooms([room('2026-11-20', { ended: { on: '2026-11-21', by: 'A Shah', reason: 'A mistake' } })])).toBe('1')
  })

  test('comes to an officer 14 days before its end and on the day, and the applicant hears that the need changes', () => {
    const agreed = [room('2026-11-20', { until: '2027-03-01' })]
    const nights = Array.from({ length: 120 }, (_, at) => addDays('2026-11-20', at))
    expect(nights.flatMap((day) => told(agreed, addDays(day, -1), day))).toEqual([
      {
        words: 'What was agreed ends on 1 March 2027: A room for a carer at night, for the applicant.',
        tellsApplicant: false,
      },
      { words: 'What was agreed ended today: A room for a carer at night, for the applicant.', tellsApplicant: false },
      { words: 'The household now needs 1 bedroom, not 2.', tellsApplicant: true },
      {
        words: 'The band would be Band D – Low Housing Need, not Band C – Medium Housing Need.',
        tellsApplicant: false,
      },
    ])
    expect([housingNextNight(cared, '2026-11-20', agreed), housingNextNight(cared, '2027-02-15', agreed)]).toEqual([
      '2027-02-15',
      '2027-03-01',
    ])
    expect(told(agreed, '2026-12-01', '2027-03-04').map(({ words }) => words)[0]).toBe(
      'What was agreed ended on 1 March 2027: A room for a carer at night, for the applicant.',
    )
  })

  test('without an end stands on, and a list warns of one that ends, in words', () => {
    expect(endingsOf([room('2026-11-20')], '2026-11-20')).toEqual([])
    const agreed = [room('2026-11-20', { until: '2027-03-01' })]
    expect(endingsOf(agreed, '2026-11-20')).toEqual([{ is: 'room', code: 'carer', on: '2027-03-01' }])
    expect(housingStanding({ ...sample, decisions: agreed }, '2026-11-20').decisions).toEqual([
      {
        title: 'A room for a carer at night, for the applicant',
        state: 'stands',
        lines: ['Agreed by R Moss on 20 November 2026', 'A plan of care shows it.', 'Ends on 1 March 2027'],
      },
    ])
  })
})

test('the case’s page has what stands first, with proof and end, and the bands newest first', () => {
  const subject = {
    decisions: [
      award('B-WEL', '2025-01-01', { ended: { on: '2025-06-01', by: 'A Shah', reason: 'Support ended' } }),
      award('B-MED', '2026-03-20', { proof: 'A letter', proofOn: '2026-03-02' }),
      award('A-EXC', '2026-09-01', { until: '2026-12-01' }),
    ],
    placing: history,
  }
  const shown = housingStanding({ ...sample, ...subject }, '2026-11-20')
  expect(shown.decisions.map(({ title, state }) => [title.split(/[ :]/)[0], state])).toEqual([
    ['Exceptional', 'ends-soon'],
    ['High', 'stands'],
    ['High', 'ended'],
  ])
  expect(shown.decisions[1]?.lines).toContain('Proof, received on 2 March 2026: A letter')
  expect(shown.decisions[2]?.lines).toContain('Ended by A Shah on 1 June 2025: Support ended')
  expect(placeShown({ ...sample, ...subject }).map(({ lines }) => lines.join())).toEqual([
    'Band D – Low Housing Need',
    '10 January 2025',
  ])
})

const sample: Case = {
  ...{ reference: 'H1', service: 'housing', team: 'housing', title: 'Ada', state: 'active', version: 1 },
  ...{ openedAt: 0, changedAt: 0, applicant: { name: 'Ada', mayText: true }, draftId: 'd' },
  record: { form: 'housing', formVersion: 2, sections: [], declaration: { version: '1', statements: [], agreed: '' } },
}
