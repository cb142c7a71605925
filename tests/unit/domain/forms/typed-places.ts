// Where a site is, as people type and draw it, each with what it means or the words that ask again.
import * as ask from '#domain/forms/ask.ts'
import { boxes, type Told } from './told.ts'

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

export const places: readonly Told[] = [grid, eastings].flat()
