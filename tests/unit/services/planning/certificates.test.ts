import { expect, test } from 'vitest'
import { holds } from '#domain/forms/condition.ts'
import { certificate, certificateIs } from '#services/planning/ground/certificates.ts'
import { given } from '#tests/support/people/answers-given.ts'

const sole = { interest: 'ownerSole', otherOwners: ['none'], agriculturalTenants: 'no' }
const known = { ownersKnown: 'all' }

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string | undefined])[] = [
  ['a sole freeholder with no farm tenant', sole, 'A'],
  ['a sole freeholder who is the only farm tenant', { ...sole, agriculturalTenants: 'onlyApplicant' }, 'A'],
  ['joint owners who all apply', { ...sole, interest: 'ownerCo', ownersApply: 'yes' }, 'A'],
  ['a co-owner', { interest: 'ownerCo', ownersApply: 'no', agriculturalTenants: 'no', ...known }, 'B'],
  ['a sole owner with a farm tenant', { ...sole, agriculturalTenants: 'yes', ...known }, 'B'],
  ['eaves over a neighbour’s land', { ...sole, otherOwners: ['neighbour'], ...known }, 'B'],
  [
    'a leaseholder of a flat with 99 years',
    { interest: 'lessee', leaseSevenYears: 'yes', homeKind: 'flat', agriculturalTenants: 'no', ...known },
    'B',
  ],
  [
    'a leaseholder with 6 years',
    { interest: 'lessee', leaseSevenYears: 'no', agriculturalTenants: 'no', ...known },
    'B',
  ],
  ['a freeholder who let the shop for 20 years', { ...sole, otherOwners: ['leaseholder'], ...known }, 'B'],
  ['a buyer who knows the owner', { interest: 'other', agriculturalTenants: 'no', ...known }, 'B'],
  [
    'an unknown owner of the lane and a known neighbour',
    { ...sole, otherOwners: ['neighbour', 'way'], ownersKnown: 'some' },
    'C',
  ],
  ['a lane whose owner nobody knows', { ...sole, otherOwners: ['way'], ownersKnown: 'none' }, 'D'],
  ['a sole owner who has not answered about tenants', { ...sole, agriculturalTenants: undefined }, undefined],
  ['a co-owner who has not said if the others are known', { interest: 'ownerCo', ownersApply: 'no' }, undefined],
]

test.each(cases)('%s needs the right certificate', (_, answers, letter) => {
  expect(certificate(given(answers))?.letter).toBe(letter)
})

test('the leaseholder of a flat never gets certificate A, whatever else is answered', () => {
  for (const otherOwners of [['none'], ['neighbour'], undefined])
    for (const leaseSevenYears of ['yes', 'no'])
      expect(
        certificate(given({ ...sole, otherOwners, leaseSevenYears, interest: 'lessee', homeKind: 'flat', ...known }))
          ?.letter,
      ).toBe('B')
})

test('no answers call for two certificates', () => {
  for (const interest of ['ownerSole', 'ownerCo', 'lessee', 'occupier', 'other'])
    for (const ownersApply of ['yes', 'no'])
      for (const otherOwners of [['none'], ['neighbour'], ['way', 'else']])
        for (const agriculturalTenants of ['no', 'yes', 'onlyApplicant'])
          for (const ownersKnown of ['all', 'some', 'none', undefined]) {
            const lookup = given({ interest, ownersApply, otherOwners, agriculturalTenants, ownersKnown })
            const letters = Object.values(certificateIs).filter((when) => holds(when, lookup))
            expect(letters.length).toBeLessThanOrEqual(1)
            if (ownersKnown !== undefined) expect(letters).toHaveLength(1)
          }
})

const coOwner = { interest: 'ownerCo', ownersApply: 'no', agriculturalTenants: 'no', ownersKnown: 'all' }
const told = (noticeDate: string) => ({ owners: [{ ownerKind: 'owner', ownerName: 'Rowan Hale', noticeDate }] })

test('notice given 21 days before the application stands', () => {
  expect(certificate(given(coOwner, told('2026-11-02')))?.problems).toEqual([])
  expect(certificate(given(coOwner, told('2026-11-23')))?.problems).toEqual([])
})

test('notice given 22 days before, or after the application, does not stand', () => {
  expect(certificate(given(coOwner, told('2026-11-01')))?.problems).toEqual([
    'The notice to Rowan Hale must be dated no more than 21 days before you apply. It is dated 1 November 2026',
  ])
  expect(certificate(given(coOwner, told('2026-11-02')), '2026-11-01')?.problems).toEqual([
    'The notice to Rowan Hale must be given before you apply',
  ])
})

test('certificate B with nobody told is not ready', () => {
  expect(certificate(given(coOwner))?.problems).toEqual(['Add everyone that you must give notice to'])
})

test('a farm tenant must be told, not only the owner', () => {
  const found = certificate(given({ ...coOwner, agriculturalTenants: 'yes' }, told('2026-11-10')))
  expect(found?.problems).toEqual(['Add each agricultural tenant'])
})

test('certificate C needs a newspaper notice within 21 days', () => {
  const lane = { ...sole, otherOwners: ['neighbour', 'way'], ownersKnown: 'some' }
  expect(certificate(given({ ...lane, newspaperDate: '2026-11-12' }, told('2026-11-10')))?.problems).toEqual([])
  expect(certificate(given({ ...lane, newspaperDate: '2026-10-31' }, told('2026-11-10')))?.problems).toEqual([
    'The notice to unknown owners must be dated no more than 21 days before you apply. It is dated 31 October 2026',
  ])
})

test('a householder serves the householder notice, anyone else notice 1', () => {
  const home = { whatWork: 'extend', homeKind: 'house', createsHomes: 'no' }
  expect(certificate(given({ ...home, ...coOwner }))?.serve).toBe('householder notice')
  expect(certificate(given({ ...home, ...coOwner, homeKind: 'flat' }))?.serve).toBe('notice 1')
  expect(certificate(given({ ...home, ...sole }))?.serve).toBeUndefined()
})
