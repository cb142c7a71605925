// Whether what is said of a site agrees with its red line: the place within 100 metres of it, the area within a tenth of what was drawn.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Ring } from '#domain/places/boundary.ts'
import { type Point, pointFromGridReference, pointOf } from '#domain/places/grid.ts'
import { areaFrom, squareMetres } from './area.ts'

const nearEnough = 100

export const boundaryDoubts = (lookup: Lookup): readonly string[] => {
  const drawn = drawnIn(lookup.answer('siteBoundary'))
  if (drawn === undefined) return []
  const [place, area] = [statedPlace(lookup), areaFrom(lookup.answer('siteArea'))]
  return [
    ...(place !== undefined && distanceTo(drawn.rings, place) > nearEnough
      ? ['The place that you gave for the site is more than 100 metres from the red line. Check both.']
      : []),
    ...(area !== undefined && apart(area, squareMetres(1) * drawn.squareMetres)
      ? [`The red line holds ${Math.round(drawn.squareMetres)} square metres, but the site area you gave is different.`]
      : []),
  ]
}

type Drawn = { readonly rings: readonly Ring[]; readonly squareMetres: number }

const drawnIn = (answer: unknown): Drawn | undefined => {
  if (typeof answer !== 'object' || answer === null) return undefined
  const rings = 'geometry' in answer && isRings(answer.geometry) ? answer.geometry : undefined
  const area = 'areaSquareMetres' in answer ? answer.areaSquareMetres : undefined
  return rings === undefined || typeof area !== 'number' ? undefined : { rings, squareMetres: area }
}

const isRings = (value: unknown): value is readonly Ring[] => Array.isArray(value) && value.every(Array.isArray)

const statedPlace = ({ answer }: Lookup): Point | undefined => {
  const grid = answer('siteGrid')
  if (typeof grid === 'string') return pointFromGridReference(grid)
  const [easting, northing] = [Number(answer('siteEasting')), Number(answer('siteNorthing'))]
  return Number.isNaN(easting) || Number.isNaN(northing) ? undefined : { easting, northing }
}

const apart = (stated: number, drawn: number): boolean => Math.abs(stated - drawn) * 10 > drawn

// Nought inside; else metres to the nearest edge.
const distanceTo = (rings: readonly Ring[], point: Point): number =>
  Math.min(
    ...rings.map((ring) => {
      const corners = ring.map(([longitude, latitude]) => pointOf({ longitude, latitude }))
      return inside(corners, point) ? 0 : Math.min(...edgesOf(corners).map((edge) => distanceToEdge(edge, point)))
    }),
  )

type Edge = readonly [Point, Point]

const edgesOf = (corners: readonly Point[]): readonly Edge[] =>
  corners.slice(1).map((corner, at): Edge => [corners[at] ?? corner, corner])

// A line to the east crosses the ring an odd number of times.
const inside = (corners: readonly Point[], { easting, northing }: Point): boolean =>
  edgesOf(corners).filter(
    ([a, b]) =>
      a.northing > northing !== b.northing > northing &&
      easting < ((b.easting - a.easting) * (northing - a.northing)) / (b.northing - a.northing) + a.easting,
  ).length %
    2 ===
  1

const distanceToEdge = ([a, b]: Edge, point: Point): number => {
  const [east, north] = [b.easting - a.easting, b.northing - a.northing]
  const length = east ** 2 + north ** 2
  const along = ((point.easting - a.easting) * east + (point.northing - a.northing) * north) / (length || 1)
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(point.easting - a.easting - at * east, point.northing - a.northing - at * north)
}
