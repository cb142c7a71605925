// The last day to appeal: from a decision, or from the end of the time to decide when there was none.
import { addDays, addMonths, type Day, inFullWords, inWords } from '#domain/day.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import { appealPeriods } from '../ground/sources.ts'

// Granted: with conditions that the applicant may appeal against.
export type AppealableOutcome = 'refused' | 'granted'

// Undefined where there is no appeal, or no last day for one.
export const appealBy = (code: ApplicationCode, decided: Day, outcome: AppealableOutcome): Traced<Day> | undefined => {
  const found = terms.find((term) => covers(term, code) && (term.only ?? outcome) === outcome)
  if (found === undefined) return undefined
  const day = found.after(decided)
  const words = `An appeal against ${outcomeWords[outcome]} must be made within ${found.words} of the decision: by ${inFullWords(day)}.`
  const check = outcome === 'refused' && shopLike.includes(code) ? [minorCommercial(decided)] : []
  return { value: day, steps: [{ ...base(decided), words, confirm: 'council to confirm' }, ...check] }
}

// Silence can be appealed for 6 months, by a householder too.
export const appealSilenceBy = (code: ApplicationCode, decideBy: Day): Day | undefined =>
  terms.some((term) => covers(term, code)) ? addMonths(decideBy, 6) : undefined

const outcomeWords: Readonly<Record<AppealableOutcome, string>> = {
  refused: 'a refusal',
  granted: 'the conditions of a permission',
}

const base = (decided: Day) =>
  ({
    rule: 'APPEAL',
    used: [{ question: 'decidedOn', shown: inWords(decided), called: 'The day of the decision' }],
    source: appealPeriods,
  }) as const

const twelveWeeks = (decided: Day): Day => addDays(decided, 84)

// No answer says what the ground floor of the building is used for: an officer must look.
const shopLike: readonly ApplicationCode[] = ['pp.full.minor', 'pp.full.minor.listed']
const minorCommercial = (decided: Day): RuleStep => ({
  ...base(decided),
  words: `If it is a minor commercial application, such as a new shop front, an appeal against a refusal must be made within 12 weeks: by ${inFullWords(twelveWeeks(decided))}.`,
  confirm: 'officer to say whether it is a minor commercial application (article 2)',
})

type Term = {
  readonly codes: readonly string[]
  // Left out: the time is the same whatever was decided.
  readonly only?: AppealableOutcome
  readonly words: string
  readonly after: (decided: Day) => Day
}

const covers = ({ codes }: Term, code: ApplicationCode): boolean =>
  codes.some((one) => code === one || code.startsWith(`${one}.`))

const sixMonths = { words: '6 months', after: (decided: Day) => addMonths(decided, 6) } as const

// The first row that holds decides. With listed building consent, the longer time of that consent.
const terms: readonly Term[] = [
  { codes: ['pp.full.householder.listed'], ...sixMonths },
  { codes: ['pp.full.householder', 'pa.part1.classA'], only: 'refused', words: '12 weeks', after: twelveWeeks },
  { codes: ['advertConsent'], words: '8 weeks', after: (decided) => addDays(decided, 56) },
  { codes: ['wtt.consent'], words: '28 days', after: (decided) => addDays(decided, 28) },
  { codes: ['pp', 'approval', 'amendment.minorMaterial', 'listed', 'pa'], ...sixMonths },
]
