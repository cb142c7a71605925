// How an indicator stands, in words: never by colour alone.
import { inPounds } from '#domain/forms/fields/money.ts'
import { type Indicator, unitOf } from '#domain/measures/books/indicators.ts'
import type { TargetStanding } from '#domain/measures/figures/targets.ts'

export const standingTags: Readonly<Record<TargetStanding, { readonly text: string; readonly colour: string }>> = {
  'on target': { text: 'On target', colour: 'green' },
  'within tolerance': { text: 'Within tolerance', colour: 'yellow' },
  'off target': { text: 'Off target', colour: 'red' },
  'no data': { text: 'No data', colour: 'grey' },
}

export const valueWords = (value: number | undefined, { measure }: Pick<Indicator, 'measure'>): string => {
  if (value === undefined) return 'No data'
  const unit = unitOf(measure)
  if (unit === 'pounds') return inPounds(Math.round(value * 100))
  return unit === 'percent' ? `${value.toFixed(1)}%` : value.toLocaleString('en-GB')
}

export const targetWords = (indicator: Indicator | undefined): string => {
  if (indicator === undefined) return 'None yet'
  const { direction, target, tolerance } = indicator
  const said = valueWords(target, indicator)
  if (direction === 'range') return `${said}, ${valueWords(tolerance, indicator)} either way`
  return `${said} or ${direction === 'up' ? 'more' : 'less'}`
}
