// Where a site is: a drawn or pasted red line, or for those who cannot draw a grid reference or easting and northing. Any one is enough.
import { type Land, landHolds, mayBeOutside, middleOf } from '../../places/area.ts'
import { type Boundary, boundaryFrom } from '../../places/boundary.ts'
import type { Corner } from '../../places/geojson.ts'
import { type Point, type Position, pointFromGridReference, pointOf } from '../../places/grid.ts'
import { cleanedLineIn, repeated } from '../clean.ts'
import type { Kind, Problem, QuestionAsked, Typed } from '../kind.ts'
import { decimalOf, numeralOf, writtenOf } from '../numeral.ts'
import type { BoundaryQuestion } from '../question.ts'
import { isUnit } from '../units.ts'
import { boundaryFaults as faults } from './boundary-faults.ts'

export const boundary: Kind<BoundaryQuestion> = {
  fields: (id, { plan }) => [
    ...[id, `${id}-grid`, `${id}-easting`, `${id}-northing`],
    ...(plan === undefined ? [] : [`${id}-plan`]),
  ],
  read: (typed, asked) => (given(typed, asked) && check(typed, asked).length === 0 ? answer(typed, asked) : undefined),
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) => (given(typed, asked) && check(typed, asked).length === 0 ? shown(typed, asked) : []),
  sample: (pick, { id, question }) => {
    const { easting, northing } = question.land === undefined ? dorchester : middleOf(question.land)
    return {
      [`${id}-easting`]: [String(easting + pick(5000))],
      [`${id}-northing`]: [String(northing + pick(5000))],
    }
  },
}

const dorchester: Point = { easting: 369_000, northing: 90_600 }

// Ticked or not: no other value comes from our page.
const isOnPlan = (typed: Typed, { id, question }: Omit<QuestionAsked<BoundaryQuestion>, 'today'>): boolean =>
  question.plan !== undefined && cleanedLineIn(typed, `${id}-plan`) === 'yes'

const given = (typed: Typed, asked: QuestionAsked<BoundaryQuestion>): boolean =>
  isOnPlan(typed, asked) ||
  [asked.id, ...['grid', 'easting', 'northing'].map((part) => `${asked.id}-${part}`)].some(
    (name) => cleanedLineIn(typed, name) !== '',
  )

const check = (typed: Typed, asked: QuestionAsked<BoundaryQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const twice = repeated(typed, boundary.fields(id, question), question.missing)
  if (twice.length > 0) return twice
  if (!given(typed, asked)) return question.optional === true ? [] : [{ field: id, words: question.missing }]
  const problems = [...shapeProblems(typed, id), ...gridProblems(typed, id), ...metreProblems(typed, id)]
  return problems.length > 0 || question.land === undefined ? problems : elsewhere(typed, id, question.land)
}

// Each way of saying where the site is must be of that land.
const elsewhere = (typed: Typed, id: string, land: Land): readonly Problem[] => {
  const [shape, grid] = [shapeIn(typed, id), pointFromGridReference(cleanedLineIn(typed, `${id}-grid`))]
  const metre = metresIn(typed, id)
  const at = `must be in ${land.name}`
  return [
    ...(shape === undefined || shape.polygons.flat(2).some((corner) => landHolds(land, pointOf(positioned(corner))))
      ? []
      : [{ field: id, words: `The site boundary ${at}. Check its numbers` }]),
    ...(grid === undefined || landHolds(land, grid)
      ? []
      : [{ field: `${id}-grid`, words: `Grid reference ${at}. Check its letters and numbers` }]),
    ...(metre === undefined || landHolds(land, metre)
      ? []
      : [{ field: `${id}-easting`, words: `Easting and northing ${at}. Check that they are the right way round` }]),
  ]
}

const positioned = ([longitude, latitude]: Corner): Position => ({ longitude, latitude })

const shapeIn = (typed: Typed, id: string): Boundary | undefined => {
  const text = cleanedLineIn(typed, id)
  const found = text === '' ? undefined : boundaryFrom(text)
  return typeof found === 'string' ? undefined : found
}

const shapeProblems = (typed: Typed, id: string): readonly Problem[] => {
  const text = cleanedLineIn(typed, id)
  const found = text === '' ? undefined : boundaryFrom(text)
  return typeof found === 'string' ? [{ field: id, words: faults[found] }] : []
}

const gridProblems = (typed: Typed, id: string): readonly Problem[] => {
  const text = cleanedLineIn(typed, `${id}-grid`)
  if (text === '' || pointFromGridReference(text) !== undefined) return []
  return [{ field: `${id}-grid`, words: 'Grid reference must be 2 letters and 4 to 10 numbers, like SY 690 906' }]
}

const metreProblems = (typed: Typed, id: string): readonly Problem[] => {
  const [easting, northing] = [cleanedLineIn(typed, `${id}-easting`), cleanedLineIn(typed, `${id}-northing`)]
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

const metresIn = (typed: Typed, id: string): Point | undefined => {
  const easting = metres(cleanedLineIn(typed, `${id}-easting`), 700_000)
  const northing = metres(cleanedLineIn(typed, `${id}-northing`), 1_300_000)
  return easting === undefined || northing === undefined ? undefined : { easting, northing }
}

const answer = (typed: Typed, { id, question }: QuestionAsked<BoundaryQuestion>) => {
  const near = question.land !== undefined && nearEdge(typed, id, question.land)
  const plan = isOnPlan(typed, { id, question }) ? { onPlan: true } : {}
  return { ...placed(typed, id), ...(near ? { nearEdge: true } : {}), ...plan }
}

// One of the ways of saying where it is names a place that may be outside: of a shape, all of it.
const nearEdge = (typed: Typed, id: string, land: Land): boolean => {
  const corners =
    shapeIn(typed, id)
      ?.polygons.flat(2)
      .map((corner) => pointOf(positioned(corner))) ?? []
  const points = [pointFromGridReference(cleanedLineIn(typed, `${id}-grid`)), metresIn(typed, id)]
  return (
    (corners.length > 0 && corners.every((point) => mayBeOutside(land, point))) ||
    points.some((point) => point !== undefined && mayBeOutside(land, point))
  )
}

const placed = (typed: Typed, id: string) => {
  const found = shapeIn(typed, id)
  const shape =
    found === undefined
      ? {}
      : { geometry: found.polygons, areaSquareMetres: found.squareMetres, hectares: found.hectares }
  return { ...shape, ...(metresIn(typed, id) ?? pointFromGridReference(cleanedLineIn(typed, `${id}-grid`))) }
}

const shown = (typed: Typed, { id, question }: QuestionAsked<BoundaryQuestion>): readonly string[] => {
  const { areaSquareMetres, hectares, easting, northing } = {
    areaSquareMetres: undefined,
    hectares: undefined,
    easting: undefined,
    northing: undefined,
    ...placed(typed, id),
  }
  return [
    ...(areaSquareMetres === undefined ? [] : [`Boundary of ${areaSquareMetres} square metres (${hectares} hectares)`]),
    ...(easting === undefined ? [] : [`Easting ${easting}, northing ${northing}`]),
    ...(isOnPlan(typed, { id, question }) ? ['On a location plan'] : []),
  ]
}
