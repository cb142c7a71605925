import { describe, expect, it } from 'vitest'
import { type Land, landHolds, mayBeOutside } from '#domain/places/area.ts'
import { pointFromGridReference } from '#domain/places/grid.ts'
import { councilArea } from '#services/planning/ground/council-area.ts'

const told = (land: Land, reference: string): 'inside' | 'may be outside' | 'elsewhere' => {
  const point = pointFromGridReference(reference)
  if (point === undefined) throw new Error('It is no grid reference')
  if (!landHolds(land, point)) return 'elsewhere'
  return mayBeOutside(land, point) ? 'may be outside' : 'inside'
}

describe('A place in the Dorset Council area', () => {
  it.each([
    ['Dorchester', 'SY 692 907'],
    ['Weymouth', 'SY 678 850'],
    ['Bridport', 'SY 466 929'],
    ['Beaminster', 'ST 480 014'],
    ['Sherborne', 'ST 638 165'],
    ['Sturminster Newton', 'ST 787 141'],
    ['Gillingham', 'ST 806 265'],
    ['Blandford Forum', 'ST 886 063'],
    ['Wareham', 'SY 923 873'],
    ['Corfe Castle', 'SY 960 820'],
    ['Verwood', 'SU 080 088'],
    ['Cranborne', 'SU 055 130'],
  ])('is taken without a question: %s', (_, reference) => {
    expect(told(councilArea, reference)).toBe('inside')
  })

  it.each([
    ['Lyme Regis', 'SY 341 921'],
    ['Swanage', 'SZ 030 789'],
    ['Fortuneswell, on Portland', 'SY 686 735'],
    ['Wimborne', 'SU 010 000'],
    ['Ferndown', 'SU 070 007'],
    ['Shaftesbury, by Wiltshire', 'ST 868 235'],
  ])('is never refused near the edge: %s', (_, reference) => {
    expect(told(councilArea, reference)).toBe('may be outside')
  })
})

describe('A place in the area of another council', () => {
  it.each([
    ['Poole', 'SZ 012 907'],
    ['Bournemouth', 'SZ 087 912'],
    ['Christchurch', 'SZ 158 928'],
    ['Canford Heath', 'SZ 022 945'],
    ['Axminster', 'SY 297 983'],
    ['Yeovil', 'ST 556 160'],
    ['Mere', 'ST 812 323'],
    ['Fordingbridge', 'SU 147 141'],
    ['Ringwood', 'SU 147 054'],
  ])('is asked about, or may be outside: %s', (_, reference) => {
    expect(told(councilArea, reference)).not.toBe('inside')
  })

  it.each([
    ['Exeter', 'SX 920 925'],
    ['Salisbury', 'SU 143 299'],
    ['Southampton', 'SU 420 120'],
    ['Taunton', 'ST 227 245'],
  ])('is asked about where it is far off: %s', (_, reference) => {
    expect(told(councilArea, reference)).toBe('elsewhere')
  })
})

it('What is well inside lies all of it within the outline', () => {
  for (const [easting, northing] of councilArea.core ?? [])
    expect(landHolds(councilArea, { easting, northing })).toBe(true)
})
