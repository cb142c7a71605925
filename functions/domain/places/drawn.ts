// The answer to a boundary question: its areas and how large they are where it has a line, or the point that was given.
import type { Polygon } from './geojson.ts'
import { type Point, pointOf } from './grid.ts'

export type Drawn = { readonly polygons: readonly Polygon[]; readonly squareMetres: number }

export const drawnIn = (answer: unknown): Drawn | undefined => {
  const polygons = polygonsOf(answer)
  const area = typeof answer === 'object' && answer !== null && 'areaSquareMetres' in answer && answer.areaSquareMetres
  return polygons === undefined || typeof area !== 'number' ? undefined : { polygons, squareMetres: area }
}

export const polygonsOf = (answer: unknown): readonly Polygon[] | undefined =>
  typeof answer === 'object' && answer !== null && 'geometry' in answer && isPolygons(answer.geometry)
    ? answer.geometry
    : undefined

const isPolygons = (value: unknown): value is readonly Polygon[] => Array.isArray(value) && value.every(Array.isArray)

export const pointIn = (answer: unknown): Point | undefined => {
  if (typeof answer !== 'object' || answer === null || !('easting' in answer && 'northing' in answer)) return undefined
  const { easting, northing } = answer
  return typeof easting === 'number' && typeof northing === 'number' ? { easting, northing } : undefined
}

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

// In degrees.
export const boxOf = (polygons: readonly Polygon[]): Box => {
  const corners = polygons.flat(2)
  const [longitudes, latitudes] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  }
}

export const middleOfPolygons = (polygons: readonly Polygon[]): Point => {
  const { west, south, east, north } = boxOf(polygons)
  return pointOf({ longitude: (west + east) / 2, latitude: (south + north) / 2 })
}
