// Exact areas, in whole hundredths of a square metre: the finest that the form takes. Fees turn on single metres, and binary fractions
// would charge a unit too many (2.6 hectares less 2.5 is more than 0.1 in floating point).
import { thousands } from '#domain/forms/clean.ts'

export type Area = number

const metre = 100
export const tenthOfHectare: Area = 1_000 * metre

export const squareMetres = (count: number): Area => count * metre

export const tenthsOfHectare = (count: number): Area => count * tenthOfHectare

// From an answer in square metres, as decimal text.
export const areaFrom = (answer: unknown): Area | undefined => {
  const found = typeof answer === 'string' ? /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(answer) : null
  return found === null ? undefined : Number(found[1]) * metre + Number((found[2] ?? '').padEnd(2, '0'))
}

// Whole units, a part of one counted as one (SI 2012/2920, Schedule 1, paragraphs 11 and 12).
export const unitsIn = (amount: number, unit: number): number => {
  const rest = amount % unit
  return (amount - rest) / unit + (rest === 0 ? 0 : 1)
}

export const inSquareMetres = (area: Area): string => `${decimal(area, 2)} square metres`

export const inHectares = (area: Area): string => `${decimal(area, 6)} hectares`

// The decimal point moved left by `places`, without noughts at the end.
const decimal = (amount: number, places: number): string => {
  const digits = String(amount).padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return thousands(digits.slice(0, -places)) + (part === '' ? '' : `.${part}`)
}
