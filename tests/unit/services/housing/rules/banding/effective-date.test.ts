import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacingHistory } from '#domain/cases/placing.ts'
import { addDays } from '#domain/day.ts'
import { figure, packOn, toConfirm } from '#domain/rules/pack.ts'
import { byPriority, type PlacingEvent, place } from '#services/housing/rules/banding/effective-date.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import type { HousingPack } from '#services/housing/rules/packs/housing-pack.ts'
import { housingPackOn, housingPacks } from '#services/housing/rules/packs/housing-packs.ts'

type Moving = { readonly evidence?: string; readonly duty?: string }

const by = { by: 'A Shah', reason: 'Decided' }
const joined = (band: string, on: string, more: { complete?: string; duty?: string } = {}): PlacingEvent => ({
  is: 'new',
  band,
  submitted: on,
  on,
  ...more,
  ...by,
})
const moved = (band: string, on: string, { evidence = on, duty }: Moving = {}): PlacingEvent => ({
  is: 'band',
  band,
  on,
  evidence,
  ...(duty === undefined ? {} : { duty }),
  ...by,
})

const after = (events: readonly PlacingEvent[], pack: HousingPack = dorset2026): PlacingHistory | undefined =>
  events.reduce<PlacingHistory | undefined>((history, event) => place(history, event, pack).value, undefined)
const dates = (...events: readonly PlacingEvent[]) =>
  (after(events)?.placings ?? []).map((one) => `${one.band} ${one.effectiveDate}`)

test('registered in D, evidence of a B need, need ends: the first date comes back', () => {
  expect(
    dates(joined('D', '2025-01-10'), moved('B', '2026-03-09', { evidence: '2026-03-02' }), moved('D', '2026-08-01')),
  ).toEqual(['D 2025-01-10', 'B 2026-03-02', 'D 2025-01-10'])
})

test('a new reason in the same band changes nothing', () => {
  expect(dates(joined('B', '2025-01-10'), moved('B', '2026-03-02'))).toEqual(['B 2025-01-10', 'B 2025-01-10'])
})

test('down to a band never held: the registration date', () => {
  expect(dates(joined('B', '2025-01-10'), moved('A', '2025-06-01'), moved('C', '2026-01-01')).at(-1)).toBe(
    'C 2025-01-10',
  )
})

test('back from a spell in a higher band: the date that the household had in the band before', () => {
  expect(
    dates(joined('D', '2025-01-10'), moved('C', '2025-06-01'), moved('B', '2026-03-02'), moved('C', '2026-08-01')),
  ).toEqual(['D 2025-01-10', 'C 2025-06-01', 'B 2026-03-02', 'C 2025-06-01'])
})

test('down to a band between: the date of the rise above it, and not that of the lowest band', () => {
  expect(dates(joined('D', '2025-01-10'), moved('B', '2026-03-02'), moved('C', '2026-08-01')).at(-1)).toBe(
    'C 2026-03-02',
  )
})

test('a spell that ended gives nothing to a later one', () => {
  const [first, second] = [moved('B', '2025-03-01'), moved('B', '2026-03-02')]
  expect(dates(joined('D', '2025-01-10'), first, moved('D', '2025-09-01'), second, moved('C', '2026-08-01'))).toEqual([
    ...['D 2025-01-10', 'B 2025-03-01', 'D 2025-01-10', 'B 2026-03-02', 'C 2026-03-02'],
  ])
})

test('what stood before a household joined again does not come back', () => {
  const again: PlacingEvent = { is: 'rejoined', band: 'B', on: '2026-02-01', ...by }
  expect(dates(joined('D', '2020-01-10'), again, moved('D', '2026-08-01')).at(-1)).toBe('D 2026-02-01')
})

test('the main duty dates from the day of the duty', () => {
  expect(dates(joined('D', '2025-01-10'), moved('A', '2026-05-20', { duty: '2026-05-01' })).at(-1)).toBe('A 2026-05-01')
})

test('a date is never in the future', () => {
  expect(dates(joined('D', '2025-01-10'), moved('B', '2026-03-02', { evidence: '2026-03-09' })).at(-1)).toBe(
    'B 2026-03-02',
  )
})

test('a household that rejoins starts again, and an upheld review puts the date back', () => {
  expect(dates(joined('C', '2024-01-10'), { is: 'rejoined', band: 'C', on: '2026-02-01', ...by }).at(-1)).toBe(
    'C 2026-02-01',
  )
  const restored: PlacingEvent = { is: 'restored', band: 'C', effectiveDate: '2024-01-10', on: '2026-02-01', ...by }
  expect(dates(joined('C', '2025-01-10'), restored).at(-1)).toBe('C 2024-01-10')
})

test('the scheme says which date is the first, and which date a rise has', () => {
  const strict: HousingPack = {
    ...dorset2026,
    dates: { ...dorset2026.dates, first: toConfirm('INFO_COMPLETE'), up: toConfirm('AWARD_DATE') },
  }
  const history = after(
    [joined('D', '2025-01-10', { complete: '2025-01-08' }), moved('B', '2026-03-09', { evidence: '2026-03-02' })],
    strict,
  )
  expect(history?.placings.map((one) => one.effectiveDate)).toEqual(['2025-01-08', '2026-03-09'])
})

const anyEvent = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: 300 }), fc.integer({ min: -200, max: 40 }))
  .map(([band, gap, proof]) => ({ band, gap, proof }))

test('history only grows, no date is in the future, and a fall never makes the date later', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), (changes) => {
      let history: PlacingHistory = place(undefined, joined('D', '2020-01-01'), dorset2026).value
      let day = '2020-01-01'
      for (const { band, gap, proof } of changes) {
        const before = history
        day = addDays(day, gap)
        history = place(history, moved(band, day, { evidence: addDays(day, proof) }), dorset2026).value
        expect(history.placings.slice(0, -1)).toEqual(before.placings)
        const last = history.placings.at(-1)
        expect((last?.effectiveDate ?? '9') <= day).toBe(true)
        const held = before.placings.at(-1)
        if (held !== undefined && band > held.band)
          expect((last?.effectiveDate ?? '9') <= held.effectiveDate).toBe(true)
      }
    }),
  )
})

test('a shortlist goes by band, effective date, registration, reference', () => {
  const one = { band: 'B', effectiveDate: '2026-01-02', registered: '2025-01-01', reference: 'H2' }
  const list = [
    { ...one, band: 'C', effectiveDate: '2020-01-01' },
    one,
    { ...one, reference: 'H1' },
    { ...one, registered: '2024-01-01', reference: 'H3' },
    { ...one, effectiveDate: '2026-01-01', reference: 'H4' },
  ]
  expect([...list].sort(byPriority(dorset2026)).map((each) => `${each.band}${each.reference}`)).toEqual([
    'BH4',
    'BH3',
    'BH1',
    'BH2',
    'CH2',
  ])
})

test('the scheme in force is the latest that has begun', () => {
  expect([housingPackOn('2026-03-31').name, housingPackOn('2026-04-01').name]).toEqual(['dorset-2021', 'dorset-2026'])
  expect(packOn(housingPacks, '2021-03-31')).toBeUndefined()
  expect(packOn([...housingPacks].reverse(), '2030-01-01')?.name).toBe('dorset-2026')
})

test('a figure that is not from a source says who must confirm it', () => {
  expect(toConfirm(3).confirm).toBe('council to confirm')
  expect(figure(3, { words: 'The Act' })).not.toHaveProperty('confirm')
})
