// A map for this machine: roads, houses, fields and a grid of 100 metres, drawn by arithmetic. It shows no real place.
import { crc32, deflateSync } from 'node:zlib'
import type { Tile } from '#domain/places/tile.ts'
import type { MapTiles } from '#usecases/ports/gazetteer.ts'

export const drawnMap = (): MapTiles => ({
  tile: async (tile) => ({ is: 'tile', png: pngOf(tile) }),
  credit: () => 'Map made for demonstration. It shows no real place',
})

const size = 256

// Of a sphere of the web map's radius, from its middle to its edge, in its own metres.
const half = Math.PI * 6_378_137

const pngOf = ({ z, x, y }: Tile): Uint8Array => {
  const metres = (2 * half) / 2 ** z / size
  const rows = Buffer.alloc(size * (size + 1))
  for (let down = 0; down < size; down += 1)
    for (let right = 0; right < size; right += 1) {
      const [east, south] = [(x * size + right) * metres - half, (y * size + down) * metres - half]
      rows[down * (size + 1) + right + 1] = colourAt(east, south, metres)
    }
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', header()),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const palette = [
  [247, 247, 242],
  [232, 240, 224],
  [255, 255, 255],
  [190, 190, 186],
  [223, 214, 200],
  [150, 140, 126],
  [222, 226, 230],
] as const
const [land, field, road, kerb, house, wall, grid] = [0, 1, 2, 3, 4, 5, 6]

// Roads stand 240 metres apart from west to east and 180 from north to south. What is thinner than a dot is not drawn.
const colourAt = (east: number, south: number, metres: number): number => {
  const [across, down] = [east - Math.floor(east / 240) * 240, south - Math.floor(south / 180) * 180]
  const block = blockAt(Math.floor(east / 240), Math.floor(south / 180))
  if (across < 14 || down < 12) return isRoad(across, down) ? road : kerb
  if (block % 3 === 0) return lineAt(east, south, metres) ? grid : field
  const plot = plotAt(across - 14, down - 12)
  if (plot !== undefined && metres < 6) return plot
  return lineAt(east, south, metres) ? grid : land
}

// With a kerb of 1 metre on each side, but not where two roads cross.
const isRoad = (across: number, down: number): boolean => (across > 1 && across < 13) || (down > 1 && down < 11)

const blockAt = (column: number, row: number): number => Math.abs((column * 73_856_093) ^ (row * 19_349_663)) % 7

const lineAt = (east: number, south: number, metres: number): boolean =>
  metres < 12 && (east - Math.floor(east / 100) * 100 < metres || south - Math.floor(south / 100) * 100 < metres)

// A row of houses along the road, each on a plot of 16 by 40 metres.
const plotAt = (across: number, down: number): number | undefined => {
  if (down > 40 || across > 208) return undefined
  const [x, y] = [across - Math.floor(across / 16) * 16, down]
  if (x < 0.6 || y > 39.4) return kerb
  const within = x > 3 && x < 13 && y > 8 && y < 20
  if (!within) return undefined
  return x < 3.6 || x > 12.4 || y < 8.6 || y > 19.4 ? wall : house
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

// 8 bits a dot, each a number in the palette (Portable Network Graphics, "IHDR").
const header = (): Buffer => {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(size, 4)
  bytes.set([8, 3, 0, 0, 0], 8)
  return bytes
}

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
