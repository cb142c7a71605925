import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointFromGridReference, pointOf, positionOf } from '#domain/places/grid.ts'

describe('The National Grid', () => {
  it('puts the Lambeth sample where the digital planning schema has it, to 5 metres', () => {
    const { latitude, longitude } = positionOf({ easting: 530_787, northing: 175_754 })
    expect(Math.abs(latitude - 51.4656522) * 111_000).toBeLessThan(5)
    expect(Math.abs(longitude + 0.1185926) * 69_000).toBeLessThan(5)
  })
  it('goes there and back within a metre, anywhere in England', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 140_000, max: 650_000 }),
        fc.integer({ min: 20_000, max: 650_000 }),
        (easting, northing) => {
          const back = pointOf(positionOf({ easting, northing }))
          return Math.hypot(back.easting - easting, back.northing - northing) < 1
        },
      ),
    )
  })
  it('reads a grid reference as the corner of its square', () => {
    expect(pointFromGridReference('SY 690 906')).toEqual({ easting: 369_000, northing: 90_600 })
    expect(pointFromGridReference('sy69019065')).toEqual({ easting: 369_010, northing: 90_650 })
    expect(pointFromGridReference('SY 690 90')).toBeUndefined()
  })
})
