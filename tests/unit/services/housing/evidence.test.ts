import { expect, test } from 'vitest'
import {
  chasers,
  type Evidence,
  type EvidenceItem,
  type EvidenceMove,
  informationReceivedDate,
  moveEvidence,
  requested,
  stillMissing,
} from '#domain/cases/evidence.ts'
import type { Result } from '#domain/result.ts'
import { evidenceLines, requiredEvidence } from '#services/housing/evidence/documents-needed.ts'
import { answers, british, livedHereSince } from '#tests/support/people/housing-answers.ts'

type Given = Readonly<Record<string, unknown>>

const adult = { ...british, dateOfBirth: '1990-05-01' }
const codes = (given: Given, lists = {}): readonly string[] =>
  requiredEvidence(answers({ ...adult, ...given }, lists)).map((one) => one.code)

type Lists = Readonly<Record<string, readonly Given[]>>

const triggers: readonly { readonly code: string; readonly given: Given; readonly lists?: Lists }[] = [
  { code: 'ID_ADULT', given: {} },
  { code: 'ID_CHILD', given: {}, lists: { people: [{ firstName: 'Cy', dateOfBirth: '2015-01-01' }] } },
  { code: 'IMM', given: { citizenship: 'eeaSwiss' } },
  { code: 'ADDR_NOW', given: {} },
  { code: 'ADDR_HIST', given: {}, lists: { 'address-history': [livedHereSince('2020-01-01')] } },
  { code: 'LC_WORK', given: { connections: ['work'] } },
  { code: 'LC_FAM', given: { connections: ['family'] } },
  { code: 'LC_OFFER', given: { connections: ['jobOffer'] } },
  { code: 'INCOME', given: { employment: ['employed'] } },
  { code: 'SAVINGS', given: {} },
  { code: 'PENSION', given: { employment: ['retired'] } },
  { code: 'TEN', given: { livingSituation: 'privateRent' } },
  { code: 'MED', given: { hasHealthNeed: 'yes' } },
  { code: 'CARER', given: { hasHealthNeed: 'yes', overnightCarer: 'yes' } },
  { code: 'PREG', given: { pregnant: 'yes' } },
  { code: 'DA', given: { unsafeBecause: ['domesticAbuse'] } },
  { code: 'FORCES', given: { connections: ['forces'] } },
  { code: 'CARE', given: { connections: ['careLeaver'] } },
  { code: 'FOSTER', given: { fostering: 'foster' } },
  { code: 'DISREPAIR', given: { inspected: 'yes' } },
  { code: 'NAME', given: { otherNames: 'yes' } },
]

test.each(triggers)('$code is asked for when the answers call for it', ({ code, given, lists = {} }) => {
  expect(codes(given, lists)).toContain(code)
})

test('what several people are asked for stands in one line, with their names unless it is everybody', () => {
  const ada = { ...adult, firstName: 'Ada', lastName: 'Okoro' }
  const people = [{ firstName: 'Bo', dateOfBirth: '1991-01-01' }]
  const linesFor = (...more: readonly Given[]): readonly string[] =>
    evidenceLines(answers(ada, { people: [...people, ...more] })).filter((line) => line.includes('proof of identity'))
  expect(linesFor()).toEqual([expect.stringMatching(/^Ada Okoro and Bo each: proof of identity \(2 of: passport/)])
  expect(linesFor({ firstName: 'Cy', dateOfBirth: '1992-01-01' })).toEqual([
    expect.stringMatching(/^Each of you: proof of identity \(/),
  ])
  expect(linesFor({ firstName: 'Di', dateOfBirth: '2015-01-01' })).toEqual([
    expect.stringMatching(/^Ada Okoro and Bo each: proof of identity \(/),
    expect.stringMatching(/^Di: proof of identity, and that the child lives with you \(/),
  ])
})

test('a letter about abuse is never a condition', () => {
  expect(
    requiredEvidence(answers({ ...adult, unsafeBecause: ['domesticAbuse'] })).find((one) => one.code === 'DA')
      ?.optional,
  ).toBe(true)
})

const some = (code: string, more: Partial<Evidence> = {}): Evidence => ({
  code,
  what: code,
  alternatives: [],
  count: 1,
  dueDays: 28,
  optional: false,
  internal: false,
  ...more,
})

const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error('refused')
  return result.value
}
const through = (item: EvidenceItem, ...moves: readonly EvidenceMove[]): EvidenceItem =>
  moves.reduce((now, move) => must(moveEvidence(now, move)), item)

const asked = requested(some('ID_ADULT'), '2026-11-01')
const receive = (on: string): EvidenceMove => ({ is: 'receive', on })
const accept = (on: string): EvidenceMove => ({ is: 'accept', on, by: 'A Shah' })
const reject = (on: string, reason: string): EvidenceMove => ({ is: 'reject', on, by: 'A Shah', reason })
const waive = (on: string, reason: string): EvidenceMove => ({ is: 'waive', on, by: 'A Shah', reason })

test('a document goes from requested to received to accepted', () => {
  expect(through(asked, receive('2026-11-05'), accept('2026-11-09')).state).toEqual({
    is: 'accepted',
    on: '2026-11-09',
    received: '2026-11-05',
    by: 'A Shah',
  })
})

test('a rejected document can be sent again', () => {
  expect(
    through(asked, receive('2026-11-05'), reject('2026-11-06', 'Too dark to read'), receive('2026-11-08')).state.is,
  ).toBe('received')
})

test('rejecting or waiving needs a reason', () => {
  expect(moveEvidence(asked, waive('2026-11-05', ' '))).toEqual({ ok: false, error: { is: 'reason-needed' } })
})

test('nothing is accepted that did not come, and what is accepted can only expire', () => {
  expect(moveEvidence(asked, accept('2026-11-05'))).toEqual({ ok: false, error: { is: 'not-now' } })
  const accepted = through(asked, receive('2026-11-05'), accept('2026-11-09'))
  expect(moveEvidence(accepted, reject('2026-11-10', 'Changed my mind')).ok).toBe(false)
  expect(through(accepted, { is: 'expire', on: '2027-11-05' }).state.is).toBe('expired')
})

test('complete on the day the last document came, not the day it was looked at', () => {
  const one = through(asked, receive('2026-11-05'), accept('2026-11-20'))
  const other = through(requested(some('SAVINGS'), '2026-11-01'), receive('2026-11-12'), accept('2026-11-20'))
  const letter = requested(some('DA', { optional: true }), '2026-11-01')
  const report = requested(some('DISREPAIR', { internal: true }), '2026-11-01')
  expect(informationReceivedDate([one, other, letter, report])).toBe('2026-11-12')
})

test('incomplete while one is missing; a waiver settles it', () => {
  const one = through(asked, receive('2026-11-05'), accept('2026-11-20'))
  const other = requested(some('SAVINGS'), '2026-11-01')
  expect(informationReceivedDate([one, other])).toBeUndefined()
  expect(informationReceivedDate([other, one])).toBeUndefined()
  expect(stillMissing([one, other]).map((item) => item.evidence.code)).toEqual(['SAVINGS'])
  expect(informationReceivedDate([one, through(other, waive('2026-11-15', 'Has no account'))])).toBe('2026-11-15')
})

test('reminders after 7 and 14 days, a warning a week before it closes at 28', () => {
  expect(chasers('2026-11-01', 28).map(({ on, what }) => `${on} ${what}`)).toEqual([
    '2026-11-08 reminder',
    '2026-11-15 reminder',
    '2026-11-22 warning',
    '2026-11-29 close',
  ])
})

test.each([
  ['in prison', { livingSituation: 'prison' }, {}],
  ['with no fixed address', { livingSituation: 'noFixedAbode' }, {}],
  ['in a refuge', { livingSituation: 'hostel' }, { 'address-history': [{ placeKind: 'refuge', livesHereNow: 'yes' }] }],
  ['in a hostel, escaping abuse', { livingSituation: 'hostel', unsafeBecause: ['domesticAbuse'] }, {}],
])('a person %s need not prove an address', (_, given, lists) => {
  expect(codes(given, lists)).not.toContain('ADDR_NOW')
})
