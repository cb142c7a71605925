// Where the postal addresses of a postcode are found, and the squares of a map that stands behind a boundary.
import type { Day } from '#domain/day.ts'
import type { Point } from '#domain/places/grid.ts'
import type { Tile } from '#domain/places/tile.ts'

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

export type MapTiles = {
  readonly tile: (tile: Tile) => Promise<TileFound>
  // Whose map it is, as the map has to say.
  readonly credit: (today: Day) => string
}

// 'none': the map has no such square. 'later': it could not be had now.
export type TileFound =
  | { readonly is: 'tile'; readonly png: Uint8Array }
  | { readonly is: 'none' }
  | { readonly is: 'later'; readonly why: string }
