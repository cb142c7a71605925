import { describe, expect, it } from 'vitest'
import { pointOf } from '#domain/places/grid.ts'
import { positionIn, tileFrom, tileShows } from '#domain/places/tile.ts'
import { councilArea } from '#services/planning/ground/council-area.ts'

const at = (z: number, longitude: number, latitude: number) => {
  const across = 2 ** z
  const turn = (latitude * Math.PI) / 180
  const down = (1 - Math.asinh(Math.tan(turn)) / Math.PI) / 2
  const found = tileFrom(
    String(z),
    String(Math.floor(((longitude + 180) / 360) * across)),
    String(Math.floor(down * across)),
  )
  if (found === undefined) throw new Error(`No square at ${z}`)
  return found
}

describe('A square of the map', () => {
  it.each([
    ['a zoom from which the whole country is seen', '8', '126', '86'],
    ['a zoom that no map has', '21', '1', '1'],
    ['a place beyond the edge of the world', '9', '512', '1'],
    ['less than nothing', '9', '-1', '1'],
    ['a half', '9', '1.5', '1'],
    ['a way to another address', '9', '..', '1'],
    ['nothing', '', '', ''],
  ])('is none for %s', (_, z, x, y) => {
    expect(tileFrom(z, x, y)).toBeUndefined()
  })

  it('that Dorchester stands on, holds Dorchester', () => {
    const tile = at(18, -2.4366, 50.7112)
    const [first, last] = [positionIn(tile, 0, 0), positionIn(tile, 1, 1)]
    expect(first.longitude <= -2.4366 && last.longitude > -2.4366).toBe(true)
    expect(first.latitude > 50.7112 && last.latitude <= 50.7112).toBe(true)
    expect(pointOf(positionIn(tile, 0.5, 0.5)).easting).toBeCloseTo(369_250, -3)
  })

  it.each<[string, number, readonly number[], boolean]>([
    ['a street of Dorchester', 18, [-2.4366, 50.7112], true],
    ['all of Dorset and more', 9, [-2.4366, 50.7112], true],
    ['a street of London', 18, [-0.1276, 51.5072], false],
    ['London and what is around it', 9, [0.2, 51.5072], false],
    ['a street of Southampton', 18, [-1.4044, 50.9097], false],
  ])('of %s is told to be ours or not', (_, z, [longitude = 0, latitude = 0], ours) => {
    expect(tileShows(at(z, longitude, latitude), councilArea)).toBe(ours)
  })
})
