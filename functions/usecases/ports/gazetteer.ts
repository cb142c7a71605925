// Where the postal addresses of a postcode are found.
import type { Point } from '#domain/places/grid.ts'

export type Gazetteer = {
  // Postal addresses of a postcode; [] when there are none.
  readonly addresses: (postcode: string) => Promise<readonly FoundAddress[]>
}

export type FoundAddress = {
  readonly uprn: string
  readonly line1: string
  readonly line2: string
  readonly town: string
  readonly county: string
  readonly postcode: string
  // Where it stands, as far as the gazetteer says.
  readonly at?: Point
}
