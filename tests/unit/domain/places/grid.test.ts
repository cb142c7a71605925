import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridReferenceOf, pointFromGridReference, pointOf, positionOf } from '#domain/places/grid.ts'

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
  it('writes a grid reference that is read as the 10 metres in which the place is', () => {
    expect(gridReferenceOf({ easting: 369_207, northing: 90_709 })).toBe('SY 6920 9070')
    expect(gridReferenceOf({ easting: 530_787, northing: 175_754 })).toBe('TQ 3078 7575')
    const within = fc.record({ easting: fc.integer({ min: 0, max: 699_999 }), northing: fc.nat(1_299_999) })
    fc.assert(
      fc.property(within, ({ easting, northing }) => {
        const back = pointFromGridReference(gridReferenceOf({ easting, northing }))
        expect(back).toEqual({ easting: easting - (easting % 10), northing: northing - (northing % 10) })
      }),
    )
  })
  it('reads a grid reference as the corner of its square', () => {
    expect(pointFromGridReference('SY 690 906')).toEqual({ easting: 369_000, northing: 90_600 })
    expect(pointFromGridReference('sy69019065')).toEqual({ easting: 369_010, northing: 90_650 })
    expect(pointFromGridReference('SY 690 90')).toBeUndefined()
  })
})
