// Whether a figure is where it should be (docs/rules/measures.md, "Indicators and targets").
import { no, ok, type Result } from '#domain/result.ts'

// 'up': more is better; 'down': less is; 'range': as near as the tolerance says.
export type Direction = 'up' | 'down' | 'range'

export type Target = { readonly direction: Direction; readonly target: number; readonly tolerance: number }

export type TargetStanding = 'on target' | 'within tolerance' | 'off target' | 'no data'

export const standingAgainst = (
  value: number | undefined,
  { direction, target, tolerance }: Target,
): TargetStanding => {
  if (value === undefined) return 'no data'
  const short = { up: target - value, down: value - target, range: Math.abs(value - target) }[direction]
  // Tenths: figures have one place.
  const tenths = Math.round(short * 10)
  if (tenths <= 0) return 'on target'
  return tenths <= Math.round(tolerance * 10) ? 'within tolerance' : 'off target'
}

export type NumberProblem = 'not a number' | 'over 100' | 'below nought' | 'not whole'

// A target as it was typed: "85%" and "85" are one.
export const targetFrom = (typed: string, unit: 'percent' | 'number'): Result<number, NumberProblem> => {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*%?\s*$/.exec(typed)
  if (found === null) return no('not a number')
  const value = Number(found[1])
  if (value < 0) return no('below nought')
  return unit === 'percent' && value > 100 ? no('over 100') : ok(value)
}

// What staff count themselves, such as calls: whole and not below nought.
export const countFrom = (typed: string): Result<number, NumberProblem> => {
  const text = typed.trim().replaceAll(',', '')
  if (!/^-?\d+(\.\d+)?$/.test(text)) return no('not a number')
  if (Number(text) < 0) return no('below nought')
  return Number.isInteger(Number(text)) ? ok(Number(text)) : no('not whole')
}

// Ten times the month before is more often a slip than a rush.
export const isSurprising = (count: number, before: number | undefined): boolean =>
  before !== undefined && before > 0 && count > 10 * before
