// Land that a council is there for, by a coarse outline: enough to ask about a place that is far off,
// or whose easting and northing were swapped.
import type { Point } from './grid.ts'

// `outline`: easting and northing of its corners, in metres, the last joined to the first. `name`: "the
// Dorset Council area". `core`: well inside. What lies between the two may be outside.
export type Land = {
  readonly name: string
  readonly outline: readonly (readonly [number, number])[]
  readonly core?: Land['outline']
}

// A place as answers have it: a point, or an address that a gazetteer knows.
export type Near = Point | { readonly postcode: string; readonly uprn?: string }

// A line to the east crosses the outline an odd number of times.
export const landHolds = ({ outline }: Land, point: Point): boolean => within(outline, point)

export const mayBeOutside = ({ core }: Land, point: Point): boolean => core !== undefined && !within(core, point)

export const within = (ring: Land['outline'], { easting, northing }: Point): boolean =>
  ring.filter(([x, y], at) => {
    const [px, py] = ring.at(at - 1) ?? [x, y]
    return y > northing !== py > northing && easting < ((px - x) * (northing - y)) / (py - y) + x
  }).length %
    2 ===
  1

export const middleOf = ({ outline }: Land): Point => ({
  easting: Math.round(outline.reduce((sum, [x]) => sum + x, 0) / outline.length),
  northing: Math.round(outline.reduce((sum, [, y]) => sum + y, 0) / outline.length),
})
