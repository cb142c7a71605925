// Polygons as people's programs write them (RFC 7946): a geometry, a feature or a collection of them,
// in longitude and latitude or, as council and survey programs have it, in metres of the National Grid.
import { onGrid, positionOf } from './grid.ts'

// Longitude, then latitude.
export type Corner = readonly [number, number]
export type Ring = readonly Corner[]
// The outer ring, then its holes.
export type Polygon = readonly Ring[]

// Undefined where something in it is neither an area nor a mark beside one.
export const polygonsIn = (text: string): readonly Polygon[] | undefined => {
  const found = geometriesIn(parsed(text))?.flatMap(polygonsOf)
  const polygons = found?.filter((one) => one !== undefined)
  if (polygons === undefined || polygons.length === 0 || polygons.length !== found?.length) return undefined
  return inMetres(polygons.flat(2)) ? polygons.map((polygon) => polygon.map((ring) => ring.map(placed))) : polygons
}

const inMetres = (corners: Ring): boolean =>
  corners.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90) &&
  corners.every(([easting, northing]) => onGrid({ easting, northing }))

// To 8 decimal places: a millimetre.
const placed = ([easting, northing]: Corner): Corner => {
  const { longitude, latitude } = positionOf({ easting, northing })
  return [Math.round(longitude * 1e8) / 1e8, Math.round(latitude * 1e8) / 1e8]
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Geometry = { readonly type: string; readonly coordinates: unknown }

// Points are marks and labels beside an area. A line is no area.
const geometriesIn = (value: unknown): readonly Geometry[] | undefined => {
  const type = field(value, 'type')
  if (type === 'FeatureCollection') return allIn(field(value, 'features'))
  if (type === 'GeometryCollection') return allIn(field(value, 'geometries'))
  if (type === 'Feature') return field(value, 'geometry') === null ? [] : geometriesIn(field(value, 'geometry'))
  if (type === 'Point' || type === 'MultiPoint') return []
  return type === 'Polygon' || type === 'MultiPolygon'
    ? [{ type, coordinates: field(value, 'coordinates') }]
    : undefined
}

const mostParts = 100

const allIn = (list: unknown): readonly Geometry[] | undefined => {
  if (!Array.isArray(list) || list.length > mostParts) return undefined
  const found = list.map(geometriesIn)
  return found.includes(undefined) ? undefined : found.flatMap((one) => one ?? [])
}

const polygonsOf = ({ type, coordinates }: Geometry): readonly (Polygon | undefined)[] => {
  if (type === 'Polygon') return [polygonOf(coordinates)]
  return Array.isArray(coordinates) && coordinates.length <= mostParts ? coordinates.map(polygonOf) : [undefined]
}

const polygonOf = (value: unknown): Polygon | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rings = value.map(ringOf).filter((ring) => ring !== undefined)
  return rings.length === value.length ? rings : undefined
}

// A height beside the two numbers says nothing of an area.
const ringOf = (value: unknown): Ring | undefined => {
  if (!Array.isArray(value)) return undefined
  const corners = value.flatMap((point: unknown): readonly Corner[] => {
    const [x, y]: unknown[] = Array.isArray(point) ? point : []
    return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : []
  })
  return corners.length === value.length ? corners : undefined
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
