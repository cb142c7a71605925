// A square of a web map (EPSG:3857): which place on earth it shows, and whether a council has anything to do with it.
import { type Land, within } from './area.ts'
import { type Position, pointOf } from './grid.ts'

// `z`: 0 is the whole world in one square; each step has four squares for one.
export type Tile = { readonly z: number; readonly x: number; readonly y: number }

// From the whole of a council's area to the corners of a house.
export const zooms = { least: 9, most: 20 } as const

// Undefined for anything but whole numbers of a square at one of those zooms.
export const tileFrom = (z: string, x: string, y: string): Tile | undefined => {
  if (![z, x, y].every((text) => /^\d{1,7}$/.test(text))) return undefined
  const tile = { z: Number(z), x: Number(x), y: Number(y) }
  const across = 2 ** tile.z
  const known = tile.z >= zooms.least && tile.z <= zooms.most && tile.x < across && tile.y < across
  return known ? tile : undefined
}

// A place of it is on the land, or a corner of the land is on it.
export const tileShows = (tile: Tile, land: Land): boolean =>
  places.some(([right, down]) => within(land.outline, pointOf(positionIn(tile, right, down)))) ||
  land.outline.some(([easting, northing]) => {
    const ring = corners.map(([right, down]) => pointOf(positionIn(tile, right, down)))
    return within(
      ring.map((corner) => [corner.easting, corner.northing] as const),
      { easting, northing },
    )
  })

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

const places: readonly (readonly [number, number])[] = [...corners, [0.5, 0.5]]

// `right` and `down`: 0 to 1, from its north-west corner.
export const positionIn = ({ z, x, y }: Tile, right: number, down: number): Position => {
  const across = 2 ** z
  const turn = Math.PI * (1 - (2 * (y + down)) / across)
  return { longitude: ((x + right) / across) * 360 - 180, latitude: (Math.atan(Math.sinh(turn)) * 180) / Math.PI }
}
