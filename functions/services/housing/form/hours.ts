// Hours of work or care a week. Many people work 37.5.
import { count } from '#domain/forms/ask.ts'
import type { CountQuestion } from '#domain/forms/question.ts'

export const hoursAWeek = (
  more: Pick<CountQuestion, 'missing'> & Partial<Pick<CountQuestion, 'hint' | 'for' | 'most'>>,
  label = 'Hours a week',
): CountQuestion => count(label, { least: 1, most: 100, decimals: 2, suffix: 'hours', ...more })
