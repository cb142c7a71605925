// Where the squares of a map come from that stands behind a boundary.
import type { Day } from '#domain/day.ts'
import type { Tile } from '#domain/places/tile.ts'

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
