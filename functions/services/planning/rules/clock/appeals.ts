// The last day to appeal: from a decision, or from the end of the time to decide when there was none.
import { addDays, addMonths, type Day, inFullWords } from '#domain/day.ts'
import type { Traced } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import { appealPeriods } from '../ground/sources.ts'
import { clockPack } from './clock-table.ts'

// Undefined where there is no appeal, or no last day for one.
export const appealBy = (code: ApplicationCode, decided: Day): Traced<Day> | undefined => {
  const found = terms.find(({ codes }) => codes.some((one) => code === one || code.startsWith(`${one}.`)))
  if (found === undefined) return undefined
  const day = found.after(decided)
  const words = `An appeal must be made within ${found.words} of the decision: by ${inFullWords(day)}.`
  const step = { rule: 'APPEAL', words, used: [], source: appealPeriods, pack: clockPack.name }
  return { value: day, steps: [{ ...step, confirm: 'council to confirm' }] }
}

// Silence can be appealed for 6 months, by a householder too.
export const appealSilenceBy = (code: ApplicationCode, decideBy: Day): Day | undefined =>
  appealBy(code, decideBy) === undefined ? undefined : addMonths(decideBy, 6)

type Term = {
  readonly codes: readonly string[]
  readonly words: string
  readonly after: (decided: Day) => Day
}

const terms: readonly Term[] = [
  {
    codes: ['pp.full.householder.listed'],
    words: '6 months',
    after: (decided) => addMonths(decided, 6),
  },
  { codes: ['pp.full.householder', 'pa.part1.classA'], words: '12 weeks', after: (decided) => addDays(decided, 84) },
  { codes: ['advertConsent'], words: '8 weeks', after: (decided) => addDays(decided, 56) },
  { codes: ['wtt.consent'], words: '28 days', after: (decided) => addDays(decided, 28) },
  {
    codes: ['pp', 'approval', 'amendment.minorMaterial', 'listed', 'pa'],
    words: '6 months',
    after: (decided) => addMonths(decided, 6),
  },
]
