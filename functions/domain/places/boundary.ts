// A site's red line: a GeoJSON polygon on land in England, checked as planning.md 2.4 "Boundary checks" says.
export type Ring = readonly (readonly [number, number])[]
export type Boundary = { readonly rings: readonly Ring[]; readonly squareMetres: number; readonly hectares: number }

// Words say what to do; undefined geometry never leaves here.
export type BoundaryFault = 'not-geojson' | 'not-closed' | 'crosses-itself' | 'outside' | 'too-small' | 'too-large'

// England, with a margin: longitude, then latitude.
const england = { west: -6.5, east: 2, south: 49.8, north: 55.9 }
const mostPoints = 2000
// WGS84's authalic radius in metres: a sphere of the same area.
const radius = 6_371_007.1809

export const boundaryFrom = (text: string): Boundary | BoundaryFault => {
  const rings = ringsIn(text)
  if (rings === undefined || rings.length === 0) return 'not-geojson'
  if (rings.some((ring) => ring.length < 4 || !same(ring[0], ring.at(-1)))) return 'not-closed'
  if (rings.flat().some(([x, y]) => x < england.west || x > england.east || y < england.south || y > england.north))
    return 'outside'
  if (rings.some(crosses)) return 'crosses-itself'
  const squareMetres = Math.round(rings.reduce((sum, ring) => sum + areaOf(ring), 0) * 100) / 100
  if (squareMetres < 1) return 'too-small'
  if (squareMetres > 5_000_000) return 'too-large'
  return { rings: rings.map(anticlockwise), squareMetres, hectares: Math.round(squareMetres * 100) / 1_000_000 }
}

// The outer ring of each polygon. Holes do not change where the red line stands.
const ringsIn = (text: string): readonly Ring[] | undefined => {
  const geometry = geometryIn(parsed(text))
  if (geometry === undefined) return undefined
  const coordinates = field(geometry, 'coordinates')
  const polygons = field(geometry, 'type') === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons)) return undefined
  const rings = polygons.map((polygon: unknown) => (Array.isArray(polygon) ? ringOf(polygon[0]) : undefined))
  return rings.every((ring) => ring !== undefined) ? rings : undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const geometryIn = (value: unknown): object | undefined => {
  const type = field(value, 'type')
  if (type === 'FeatureCollection') {
    const features = field(value, 'features')
    return Array.isArray(features) && features.length === 1 ? geometryIn(features[0]) : undefined
  }
  if (type === 'Feature') return geometryIn(field(value, 'geometry'))
  return (type === 'Polygon' || type === 'MultiPolygon') && typeof value === 'object' && value !== null
    ? value
    : undefined
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined

const ringOf = (value: unknown): Ring | undefined => {
  if (!Array.isArray(value) || value.length > mostPoints) return undefined
  const points: [number, number][] = []
  for (const point of value) {
    const [x, y]: unknown[] = Array.isArray(point) ? point : []
    if (typeof x !== 'number' || typeof y !== 'number') return undefined
    points.push([x, y])
  }
  return points
}

type Pair = readonly [number, number]

const same = (a: Pair | undefined, b: Pair | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

// Two edges that are not neighbours meet. Boundaries are small: comparing each pair is quick enough below 2,000 points.
const crosses = (ring: Ring): boolean => {
  const edges = ring.slice(1).map((point, index): readonly [Pair, Pair] => [ring[index] ?? point, point])
  return edges.some((edge, i) =>
    edges.some((other, j) => j > i + 1 && !(i === 0 && j === edges.length - 1) && meet(edge, other)),
  )
}

const meet = ([a, b]: readonly [Pair, Pair], [c, d]: readonly [Pair, Pair]): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0

const side = (a: Pair, b: Pair, p: Pair): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

const signed = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index] ?? [x, y]
    return sum + (((x - px) * Math.PI) / 180) * (2 + Math.sin((py * Math.PI) / 180) + Math.sin((y * Math.PI) / 180))
  }, 0)

// Square metres on the sphere of equal area (Chamberlain and Duquette, "Some algorithms for polygons on a sphere", 2007).
const areaOf = (ring: Ring): number => Math.abs((signed(ring) * radius * radius) / 2)

// RFC 7946: outer rings run anticlockwise.
const anticlockwise = (ring: Ring): Ring => (signed(ring) > 0 ? ring.toReversed() : ring)
