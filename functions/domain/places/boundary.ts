// A site's red line: one area or several on land in England, as one shape without its holes.
import clipping from 'polygon-clipping'
import { type Corner, type Polygon, polygonsIn, type Ring } from './geojson.ts'
import { areaOf, crossesItself, edgesOf, meet, ringClosed, ringIsClosed, ringTurned, withoutDoubles } from './ring.ts'

export type Boundary = {
  readonly polygons: readonly Polygon[]
  readonly squareMetres: number
  readonly hectares: number
}

export type BoundaryFault =
  | 'not-geojson'
  | 'not-closed'
  | 'too-detailed'
  | 'crosses-itself'
  | 'latitude-first'
  | 'outside'
  | 'another-grid'
  | 'too-small'
  | 'too-large'

// Corners of all its rings, and places where its parts cross each other: what is more would take too long.
const mostCorners = 2000
const mostCrossings = 1000

export const boundaryFrom = (text: string): Boundary | BoundaryFault => {
  const drawn = polygonsIn(text)?.map((polygon) => polygon.map((ring) => ringClosed(withoutDoubles(ring))))
  if (drawn === undefined) return 'not-geojson'
  const rings = drawn.flat()
  const fault = rings.some((ring) => !ringIsClosed(ring)) ? 'not-closed' : placeFault(rings.flat())
  if (fault !== undefined) return fault
  if (rings.some(crossesItself)) return 'crosses-itself'
  if (crossings(drawn) > mostCrossings) return 'too-detailed'
  const polygons = joined(drawn)
  return polygons === undefined ? 'crosses-itself' : measured(polygons)
}

// England, with a margin: longitude, then latitude.
const inEngland = ([x, y]: Corner): boolean => x >= -6.5 && x <= 2 && y >= 49.8 && y <= 55.9

const placeFault = (corners: Ring): BoundaryFault | undefined => {
  if (corners.length > mostCorners) return 'too-detailed'
  if (corners.every(inEngland)) return undefined
  // Metres of a web map or of another country's grid: those of the National Grid were read before.
  if (corners.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180)) return 'another-grid'
  return corners.every(([x, y]) => inEngland([y, x])) ? 'latitude-first' : 'outside'
}

const crossings = (polygons: readonly Polygon[]): number => {
  const edges = polygons.flatMap((polygon, of) => polygon.flatMap(edgesOf).map((edge) => ({ of, edge })))
  let count = 0
  for (const [at, one] of edges.entries())
    for (const other of edges.slice(at + 1)) if (other.of !== one.of && meet(one.edge, other.edge)) count += 1
  return count
}

// Parcels that touch or overlap are one, and a hole is no part of it. Undefined where the parts cannot
// be told from each other.
const joined = (polygons: readonly Polygon[]): readonly Polygon[] | undefined => {
  const [only] = polygons
  if (only !== undefined && polygons.length === 1 && only.length === 1)
    return [only.map((ring) => ringTurned(ring, false))]
  try {
    const parts = polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])))
    return clipping
      .union(parts.slice(0, 1), ...parts.slice(1))
      .map((polygon) => polygon.map((ring, at) => ringTurned(ring, at > 0)))
  } catch {
    return undefined
  }
}

const measured = (polygons: readonly Polygon[]): Boundary | BoundaryFault => {
  const exact = polygons.flatMap((polygon) => polygon.map((ring, at) => (at === 0 ? areaOf(ring) : -areaOf(ring))))
  const squareMetres = Math.round(exact.reduce((sum, area) => sum + area, 0) * 100) / 100
  if (squareMetres < 1) return 'too-small'
  if (squareMetres > 5_000_000) return 'too-large'
  return { polygons, squareMetres, hectares: Math.round(squareMetres * 100) / 1_000_000 }
}
