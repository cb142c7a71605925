// Where a site is: a drawn or pasted red line, or for those who cannot draw a grid reference or easting and northing. Any one is enough.
import { type BoundaryFault, boundaryFrom } from '../../places/boundary.ts'
import { onGrid, type Point, pointFromGridReference } from '../../places/grid.ts'
import { plain, repeated } from '../clean.ts'
import type { Asked, Kind, Problem, Typed } from '../kind.ts'
import { decimalOf, numeralOf, writtenOf } from '../numeral.ts'
import type { BoundaryQuestion } from '../question.ts'
import { isUnit } from '../units.ts'

export const boundary: Kind<BoundaryQuestion> = {
  fields: (id) => [id, `${id}-grid`, `${id}-easting`, `${id}-northing`],
  read: (typed, asked) =>
    given(typed, asked) && check(typed, asked).length === 0 ? answer(typed, asked.id) : undefined,
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) => (given(typed, asked) && check(typed, asked).length === 0 ? shown(typed, asked.id) : []),
  sample: (pick, { id }) => ({ [`${id}-grid`]: [`SY ${String(100 + pick(900))} ${String(100 + pick(900))}`] }),
}

const faults: Readonly<Record<BoundaryFault, string>> = {
  'not-geojson': 'The site boundary must be a single area in GeoJSON format',
  'not-closed': 'The site boundary must be a closed shape with at least 3 corners',
  'crosses-itself': 'The site boundary must not cross itself',
  outside: 'The site boundary must be in England',
  'too-small': 'The site boundary must be 1 square metre or more',
  'too-large': 'The site boundary must be 500 hectares or less',
}

const given = (typed: Typed, asked: Asked<BoundaryQuestion>): boolean =>
  boundary.fields(asked.id, asked.question).some((name) => plain(typed, name) !== '')

const check = (typed: Typed, asked: Asked<BoundaryQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const twice = repeated(typed, boundary.fields(id, question), question.missing)
  if (twice.length > 0) return twice
  if (!given(typed, asked)) return question.optional === true ? [] : [{ field: id, words: question.missing }]
  return [...shapeProblems(typed, id), ...gridProblems(typed, id), ...metreProblems(typed, id)]
}

const shapeProblems = (typed: Typed, id: string): readonly Problem[] => {
  const text = plain(typed, id)
  const found = text === '' ? undefined : boundaryFrom(text)
  return typeof found === 'string' ? [{ field: id, words: faults[found] }] : []
}

const gridProblems = (typed: Typed, id: string): readonly Problem[] => {
  const text = plain(typed, `${id}-grid`)
  if (text === '' || pointFromGridReference(text) !== undefined) return []
  return [{ field: `${id}-grid`, words: 'Grid reference must be 2 letters and 4 to 10 numbers, like SY 690 906' }]
}

const metreProblems = (typed: Typed, id: string): readonly Problem[] => {
  const [easting, northing] = [plain(typed, `${id}-easting`), plain(typed, `${id}-northing`)]
  if (easting === '' && northing === '') return []
  if (metres(easting, 700_000) === undefined)
    return [{ field: `${id}-easting`, words: 'Easting must be a number between 0 and 700,000' }]
  if (metres(northing, 1_300_000) === undefined)
    return [{ field: `${id}-northing`, words: 'Northing must be a number between 0 and 1,300,000' }]
  return []
}

const metres = (text: string, most: number): number | undefined => {
  const { before, digits, behind } = writtenOf(text)
  const found = before === '' && isUnit(behind, 'metres') ? numeralOf(digits) : undefined
  const number = found === undefined ? undefined : Number(decimalOf(found))
  return number === undefined || number > most ? undefined : number
}

const pointIn = (typed: Typed, id: string): Point | undefined => {
  const easting = metres(plain(typed, `${id}-easting`), 700_000)
  const northing = metres(plain(typed, `${id}-northing`), 1_300_000)
  const point = easting === undefined || northing === undefined ? undefined : { easting, northing }
  return point !== undefined && onGrid(point) ? point : pointFromGridReference(plain(typed, `${id}-grid`))
}

const answer = (typed: Typed, id: string) => {
  const text = plain(typed, id)
  const found = text === '' ? undefined : boundaryFrom(text)
  const shape =
    found === undefined || typeof found === 'string'
      ? {}
      : { geometry: found.rings, areaSquareMetres: found.squareMetres, hectares: found.hectares }
  return { ...shape, ...pointIn(typed, id) }
}

const shown = (typed: Typed, id: string): readonly string[] => {
  const { areaSquareMetres, hectares, easting, northing } = {
    areaSquareMetres: undefined,
    hectares: undefined,
    easting: undefined,
    northing: undefined,
    ...answer(typed, id),
  }
  return [
    ...(areaSquareMetres === undefined ? [] : [`Boundary of ${areaSquareMetres} square metres (${hectares} hectares)`]),
    ...(easting === undefined ? [] : [`Easting ${easting}, northing ${northing}`]),
  ]
}
