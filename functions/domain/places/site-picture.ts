// A picture of a site: its line, north, how long and how large it is, and where. Worked out here for pages and for decision notices.
import { gridReferenceOf } from './grid.ts'
import type { Outline } from './outline.ts'

export type SitePicture = {
  readonly width: number
  readonly height: number
  // The line, as the `d` of an SVG path; north is up.
  readonly path: string
  // How far the line reaches, with its words.
  readonly across: PictureLength
  readonly down: PictureLength
  // So long a bar is so many metres.
  readonly bar: PictureLength
  // All of it, for whoever cannot see it.
  readonly words: string
}

// In the picture's own units.
export type PictureLength = {
  readonly from: readonly [number, number]
  readonly length: number
  readonly words: string
}

const [width, height] = [320, 300]
// Around the line: room for north, lengths and the bar.
const frame = { left: 16, top: 44, width: 200, height: 184 } as const

export const sitePicture = ({ rings, squareMetres }: Outline, line: string): SitePicture => {
  const { west, east, south, north } = extentOf(rings)
  const [wide, deep] = [Math.max(east - west, 0.1), Math.max(north - south, 0.1)]
  const scale = Math.min(frame.width / wide, frame.height / deep)
  const place = ([x, y]: readonly [number, number]): string =>
    `${tenth(frame.left + (x - west) * scale)} ${tenth(frame.top + (north - y) * scale)}`
  const [across, down] = [inMetres(wide), inMetres(deep)]
  const metres = barOf(frame.width / 2 / scale)
  return {
    ...{ width, height },
    path: rings.map((ring) => `M${ring.map(place).join('L')}Z`).join(''),
    across: { from: [frame.left, tenth(frame.top + deep * scale + 12)], length: tenth(wide * scale), words: across },
    down: { from: [tenth(frame.left + wide * scale + 12), frame.top], length: tenth(deep * scale), words: down },
    bar: { from: [frame.left, height - 22], length: tenth(metres * scale), words: inMetres(metres) },
    words: `${line}: ${areaIn(squareMetres)}. It reaches ${across} from west to east and ${down} from north to south. Its middle is at ${gridReferenceOf({ easting: (west + east) / 2, northing: (south + north) / 2 })}.`,
  }
}

const extentOf = (rings: Outline['rings']) => {
  const corners = rings.flat()
  const [eastings, northings] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return {
    west: Math.min(...eastings),
    east: Math.max(...eastings),
    south: Math.min(...northings),
    north: Math.max(...northings),
  }
}

// The longest of 1, 2 or 5 with noughts behind it that is no longer.
const barOf = (most: number): number => {
  const ten = 10 ** Math.floor(Math.log10(most))
  return ten * ([5, 2].find((times) => times * ten <= most) ?? 1)
}

const inMetres = (metres: number): string => {
  const shown = metres < 10 ? tenth(metres) : Math.round(metres)
  return `${withCommas(shown)} ${shown === 1 ? 'metre' : 'metres'}`
}

const areaIn = (squareMetres: number): string =>
  `${withCommas(Math.round(squareMetres))} square metres (${Number((squareMetres / 10_000).toPrecision(3))} hectares)`

const withCommas = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

const tenth = (number: number): number => Math.round(number * 10) / 10
