// Whether what is said of a site agrees with its red line: the place within 100 metres of it, the area within a tenth of what was drawn.
import type { Lookup } from '#domain/forms/condition.ts'
import { within } from '#domain/places/area.ts'
import { drawnIn } from '#domain/places/drawn.ts'
import type { Polygon } from '#domain/places/geojson.ts'
import { type Point, pointOf } from '#domain/places/grid.ts'
import { statedPlace } from '#services/planning/ground/site-near.ts'
import { areaFrom, squareMetres } from '../ground/area.ts'

const nearEnough = 100

export const boundaryDoubts = (lookup: Lookup): readonly string[] => {
  const drawn = drawnIn(lookup.answer('siteBoundary'))
  if (drawn === undefined) return []
  const [place, area] = [statedPlace(lookup), areaFrom(lookup.answer('siteArea'))]
  return [
    ...(place !== undefined && distanceTo(drawn.polygons, place) > nearEnough
      ? ['The place that you gave for the site is more than 100 metres from the red line. Check both.']
      : []),
    ...(area !== undefined && apart(area, squareMetres(1) * drawn.squareMetres)
      ? [`The red line holds ${Math.round(drawn.squareMetres)} square metres, but the site area you gave is different.`]
      : []),
  ]
}

const apart = (stated: number, drawn: number): boolean => Math.abs(stated - drawn) * 10 > drawn

// Nought inside, but not in a hole; else metres to the nearest edge.
const distanceTo = (polygons: readonly Polygon[], point: Point): number =>
  Math.min(
    ...polygons.map((polygon) => {
      const rings = polygon.map((ring) => ring.map(([longitude, latitude]) => pointOf({ longitude, latitude })))
      const around = rings.filter((ring) => within(ring.map(pair), point)).length
      return around === 1 ? 0 : Math.min(...rings.flatMap(edgesOf).map((edge) => distanceToEdge(edge, point)))
    }),
  )

const pair = ({ easting, northing }: Point): readonly [number, number] => [easting, northing]

type Edge = readonly [Point, Point]

const edgesOf = (corners: readonly Point[]): readonly Edge[] =>
  corners.slice(1).map((corner, at): Edge => [corners[at] ?? corner, corner])

const distanceToEdge = ([a, b]: Edge, point: Point): number => {
  const [east, north] = [b.easting - a.easting, b.northing - a.northing]
  const length = east ** 2 + north ** 2
  const along = ((point.easting - a.easting) * east + (point.northing - a.northing) * north) / (length || 1)
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(point.easting - a.easting - at * east, point.northing - a.northing - at * north)
}
