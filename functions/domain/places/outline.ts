// The line around a site in metres of the National Grid, to a tenth: what a picture of it is made of.
import type { Drawn } from './drawn.ts'
import type { Corner } from './geojson.ts'
import { pointOf } from './grid.ts'

export type Outline = {
  // Of each area its outer ring, then its holes: easting, then northing.
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  readonly squareMetres: number
}

export const outlineOf = ({ polygons, squareMetres }: Drawn): Outline => ({
  rings: polygons.flat().map((ring) => ring.map(inMetres)),
  squareMetres,
})

const inMetres = ([longitude, latitude]: Corner): readonly [number, number] => {
  const { easting, northing } = pointOf({ longitude, latitude })
  return [tenth(easting), tenth(northing)]
}

const tenth = (metres: number): number => Math.round(metres * 10) / 10
