// Where a site is, as people type and draw it, each with what it means or the words that ask again.
import * as ask from '#domain/forms/ask.ts'
import { councilArea } from '#services/planning/ground/council-area.ts'
import { boxes, type Told, table } from './told.ts'

const show = ask.boundary('Show where the site is')
const sy = { easting: 369_000, northing: 90_600 }
const reference = 'Grid reference must be 2 letters and 4 to 10 numbers, like SY 690 906'

const grid = boxes(
  show,
  ['grid'],
  [
    [['SY 690 906'], sy],
    [['sy690906'], sy],
    [['SY 69000 90600'], sy],
    [['SY\u00a0690\u2011906'], sy],
    [['SY 690, 906'], sy],
    [['SY 690 90'], reference],
    [['690 906'], reference],
    [['ND1069/1070'], reference],
  ],
)

const eastings = boxes(
  show,
  ['easting', 'northing'],
  [
    [['369000', '90600'], sy],
    [['369,000', '90,600'], sy],
    [['369 000', '90 600'], sy],
    [['369000m', '90600m'], sy],
    [['369000.0', '90600'], sy],
    [['369,00', '90600'], 'Easting must be a number between 0 and 700,000'],
    [['369000', ''], 'Northing must be a number between 0 and 1,300,000'],
    [['369000E', '90600N'], 'Easting must be a number between 0 and 700,000'],
  ],
)

const here = ask.boundary('Show where the site is', { land: councilArea })
const land = boxes(
  here,
  ['easting', 'northing'],
  [
    [['369000', '90600'], sy],
    [
      ['90600', '369000'],
      'Easting and northing must be in the Dorset Council area. Check that they are the right way round',
    ],
    [
      ['530787', '175754'],
      'Easting and northing must be in the Dorset Council area. Check that they are the right way round',
    ],
  ],
)
const landGrid = boxes(
  here,
  ['grid'],
  [
    [['SY 690 906'], sy],
    [['TQ 307 757'], 'Grid reference must be in the Dorset Council area. Check its letters and numbers'],
  ],
)

const polygon = (east: number, north: number, turned = false): string => {
  const corners = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ].map(([x = 0, y = 0]) => [east + x / 1e4, north + y / 1e4])
  const ring = turned ? corners.map((corner) => corner.toReversed()) : corners
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] })
}
const drawn = table(here, [
  [polygon(0.12, 51.5), 'The site boundary must be in the Dorset Council area. Check its numbers'],
  [polygon(-2.4402, 50.7134, true), 'The site boundary must give longitude before latitude, like -2.44, 50.71'],
  [polygon(8.5, 50.7), 'The site boundary must be in England'],
  [
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [-271_619, 6_570_000],
          [-271_519, 6_570_000],
          [-271_519, 6_570_100],
        ],
      ],
    }),
    'The site boundary must be in longitude and latitude or in metres of the National Grid',
  ],
  ['12 High Street', 'The site boundary must be one area or several in GeoJSON format'],
  ['{"type":"Polygon"', 'The site boundary must be one area or several in GeoJSON format'],
])

export const places: readonly Told[] = [grid, eastings, land, landGrid, drawn].flat()
