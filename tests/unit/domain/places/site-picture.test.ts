import { expect, it } from 'vitest'
import { drawnIn } from '#domain/places/drawn.ts'
import { positionOf } from '#domain/places/grid.ts'
import { outlineOf } from '#domain/places/outline.ts'
import { sitePicture } from '#domain/places/site-picture.ts'

// A rectangle of so many metres from its south-west corner, as an answer has it.
const outlineFor = (wide: number, deep: number) => {
  const ring = [
    [0, 0],
    [wide, 0],
    [wide, deep],
    [0, deep],
    [0, 0],
  ].map(([x = 0, y = 0]) => {
    const { longitude, latitude } = positionOf({ easting: 369_200 + x, northing: 90_700 + y })
    return [longitude, latitude]
  })
  const drawn = drawnIn({ geometry: [[ring]], areaSquareMetres: wide * deep })
  if (drawn === undefined) throw new Error('There is no line')
  return outlineOf(drawn)
}

it('a picture of a site says in words its area, its lengths in metres and where its middle is', () => {
  expect(sitePicture(outlineFor(40, 25), 'Red line').words).toBe(
    'Red line: 1,000 square metres (0.1 hectares). It reaches 40 metres from west to east and 25 metres from north to south. Its middle is at SY 6922 9071.',
  )
})

it('it is drawn to its scale, north up, with a bar of a round number of metres', () => {
  const { path, bar, across, down } = sitePicture(outlineFor(40, 25), 'Red line')
  const unit = across.length / 40
  expect(down.length / 25).toBeCloseTo(unit, 1)
  expect([bar.words, bar.length]).toEqual(['20 metres', expect.closeTo(20 * unit, 0)])
  // From the south-west corner, below and left of the one after the next.
  const [[x = 0, y = 0] = [], , [x2 = 0, y2 = 0] = []] = path
    .slice(1, -1)
    .split('L')
    .map((place) => place.split(' ').map(Number))
  expect([x < x2, y > y2]).toEqual([true, true])
})

it.each([
  [0.5, 0.4],
  [3, 900],
  [2600, 1900],
])('a line of %s by %s metres stays within the picture', (wide, deep) => {
  const { path, width, height, bar } = sitePicture(outlineFor(wide, deep), 'Red line')
  const places = path
    .slice(1, -1)
    .split('L')
    .map((place) => place.split(' ').map(Number))
  for (const [x = -1, y = -1] of places) expect([x >= 0, x <= width, y >= 0, y <= height]).not.toContain(false)
  expect(bar.length).toBeLessThan(width / 2)
})
