import { describe, expect, it } from 'vitest'
import { judged as judgedAt } from '#tests/support/invariants.ts'

type Items = Parameters<typeof judgedAt>[0]

const judged = (main: Items, audit: Items) => judgedAt(main, audit, Date.parse('2026-11-25T10:00:00Z'))

const item = (pk: string, sk: string, data: object, plain: Readonly<Record<string, string>> = {}) => ({
  ...{ pk: { S: pk }, sk: { S: sk }, data: { S: JSON.stringify(data) } },
  ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, { S: value }])),
})

const aCase = item('CASE#H1', 'CASE', { version: 2, draftId: 'd' })
const guard = item('REF#H1', 'REF', { draft: 'd' })
const sent = item('DRAFT#d', 'DRAFT', {}, { caseReference: 'H1' })
const history = [1, 2].map((version) => item('CASE#H1', `EVENT#${version}`, { version }))
const text = item('TEXT#t', 'TEXT', { state: 'due', attempts: [] })
const pointer = item('CASE#H1', 'TEXT#t', { textId: 't' })
const audited = item('CASE#H1', '1', { action: 'submit' })
const changed = item('CASE#H1', '2', { action: 'start-checking' })
const looked = item('CASE#H1', '3', { did: 'see-case' })
const whole = [aCase, guard, sent, ...history, text, pointer]

const without = (gone: object) =>
  judged(
    whole.filter((one) => one !== gone),
    [audited, changed],
  ).faults

describe('the checker of a whole table', () => {
  it('finds nothing in a table where all was written', () => {
    expect(judged(whole, [audited, changed, looked]).faults).toEqual([])
  })

  it.each([
    ['case', aCase],
    ['reference guard', guard],
    ['sent draft', sent],
    ['event', history[0] ?? {}],
    ['text', text],
  ])('finds that a %s is missing', (_, gone) => {
    expect(without(gone).length).toBeGreaterThan(0)
  })

  it('knows a case whose answers were asked for again and sent, and one whose were not', () => {
    const named = item('CASE#H1', 'CASE', { version: 2, draftId: 'again' })
    const answers = item('DRAFT#again', 'DRAFT', { reopens: { caseReference: 'H1' } }, { caseReference: 'H1' })
    const others = whole.filter((one) => one !== aCase)
    expect(judged([...others, named, answers], [audited, changed]).faults).toEqual([])
    expect(judged([...others, named], [audited, changed]).faults).toEqual([
      'Case H1 has no guard of its reference for its draft',
      'Case H1 has no sent draft',
    ])
  })

  it('finds that the audit entry is missing, or there twice', () => {
    expect(judged(whole, [changed]).faults).toContain('Case H1 has no audit entry for being sent')
    expect(judged(whole, [audited]).faults).toEqual(['CASE#H1 2 is in no audit log'])
    expect(judged(whole, [audited, audited, changed]).faults).toEqual(['A case was audited as sent more than once'])
  })

  it('finds an entry of a change that never was (G16)', () => {
    const stray = item('CASE#H1', '9', { action: 'approve' })
    expect(judged(whole, [audited, changed, stray]).faults).toEqual([
      'The audit log tells of CASE#H1 9, which never was',
    ])
  })

  it('finds time that is booked for no appointment, and a text that went without an id', () => {
    const claim = item('CLAIM#a#2026-12-01', '0900', {}, { state: 'booked', holder: 'H1' })
    const lost = item('TEXT#u', 'TEXT', { state: 'sent', attempts: [] })
    expect(judged([...whole, claim, lost], [audited, changed]).faults).toHaveLength(2)
  })

  it('finds that somebody waits for a time in no place of theirs, or in another’s', () => {
    const waits = { type: 'blue-badge', lastDay: '2999-01-01', booker: 'p' }
    const named = item('CASE#H1', 'CASE', { version: 2, draftId: 'd', waiting: waits }, { work: 'WORK#bookings#0' })
    const place = (holder: string) => item('BOOKER#blue-badge#p', 'wait', {}, { holder })
    const others = whole.filter((one) => one !== aCase)
    const faultsWith = (...more: readonly ReturnType<typeof item>[]) =>
      judged([...others, named, ...more], [audited, changed]).faults
    expect(faultsWith(place('H1'))).toEqual([])
    expect(faultsWith()).toEqual(['H1 waits in a place of its person that nobody has'])
    expect(faultsWith(place('H2'))).toEqual(['H1 waits in a place of its person that H2 has'])
  })
})
