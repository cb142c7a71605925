// One closed line of a boundary: whether it crosses itself, and what it holds.
import type { Corner, Ring } from './geojson.ts'

// Without corners that stand where the one before them stands.
export const withoutDoubles = (ring: Ring): Ring => ring.filter((corner, at) => at === 0 || !same(corner, ring[at - 1]))

// Its last corner joined to its first, as the spec has it (RFC 7946, 3.1.6) and many programs leave to the reader.
export const ringClosed = (ring: Ring): Ring => {
  const [first] = ring
  return first === undefined || same(first, ring.at(-1)) ? ring : [...ring, first]
}

export const ringIsClosed = (ring: Ring): boolean => ring.length > 3 && same(ring[0], ring.at(-1))

const same = (a: Corner | undefined, b: Corner | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

type Edge = readonly [Corner, Corner]

export const edgesOf = (ring: Ring): readonly Edge[] =>
  ring.slice(1).map((corner, at): Edge => [ring[at] ?? corner, corner])

// Two edges that are not neighbours meet, or two neighbours lie on each other. Comparing each pair is
// quick enough below 2,000 corners.
export const crossesItself = (ring: Ring): boolean => {
  const edges = edgesOf(ring)
  const last = edges.length - 1
  return edges.some((edge, i) =>
    edges.some((other, j) => {
      if (j <= i) return false
      if (j === i + 1) return foldsBack(edge, other)
      return i === 0 && j === last ? foldsBack(other, edge) : meet(edge, other)
    }),
  )
}

// The second begins where the first ends, and goes back over it.
const foldsBack = ([a, b]: Edge, [, c]: Edge): boolean =>
  side(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0

// They cross, or an end of one lies on the other. Edges on one line meet only where they overlap.
export const meet = ([a, b]: Edge, [c, d]: Edge): boolean => {
  const [toC, toD, toA, toB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (toC * toD < 0 && toA * toB < 0) return true
  return (
    (toC === 0 && between(a, b, c)) ||
    (toD === 0 && between(a, b, d)) ||
    (toA === 0 && between(c, d, a)) ||
    (toB === 0 && between(c, d, b))
  )
}

const side = (a: Corner, b: Corner, p: Corner): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

const between = (a: Corner, b: Corner, p: Corner): boolean =>
  p[0] >= Math.min(a[0], b[0]) &&
  p[0] <= Math.max(a[0], b[0]) &&
  p[1] >= Math.min(a[1], b[1]) &&
  p[1] <= Math.max(a[1], b[1])

// WGS84's authalic radius in metres: a sphere of the same area.
const radius = 6_371_007.1809

const signed = (ring: Ring): number =>
  edgesOf(ring).reduce(
    (sum, [[px, py], [x, y]]) =>
      sum + (((x - px) * Math.PI) / 180) * (2 + Math.sin((py * Math.PI) / 180) + Math.sin((y * Math.PI) / 180)),
    0,
  )

// Square metres on the sphere of equal area (Chamberlain and Duquette, "Some algorithms for polygons on a sphere", 2007).
export const areaOf = (ring: Ring): number => Math.abs((signed(ring) * radius * radius) / 2)

// RFC 7946: outer rings run anticlockwise, holes clockwise.
export const ringTurned = (ring: Ring, hole: boolean): Ring => (signed(ring) > 0 === hole ? ring : ring.toReversed())
