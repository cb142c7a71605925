// How long the council has to decide each kind of application, in calendar days from the day after it is valid, and what happens then.
import type { Source } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import {
  decisionPeriods,
  hedgerows,
  permittedDevelopment,
  principleOrder,
  smallChanges,
  treesInConservationAreas,
} from '../ground/sources.ts'

export type Period = {
  readonly days: number
  readonly words: string
  readonly source: Source
  // What the law makes of silence: an appeal, approval, or leave to go ahead.
  readonly silence: 'appeal' | 'approved' | 'may-go-ahead' | 'none'
}

export const periodFor = ({ code, major, environmental }: CaseFacts): Period => {
  const own = special[code]
  if (own !== undefined) return own
  if (environmental) return { ...ordinary, days: 112, words: '16 weeks (it comes with an environmental statement)' }
  if (major && hasMajor(code)) return { ...ordinary, days: 91, words: '13 weeks (it is major)' }
  return ordinary
}

// 35 days where the law gives more; a week before the end where it gives no more.
export const targetDays = ({ days }: Period): number => (days > 35 ? 35 : days - 7)

// Certificates, conditions, adverts and listed building consent have 8 weeks whatever the size.
const hasMajor = (code: ApplicationCode): boolean =>
  code.startsWith('pp.') || code === 'approval.reservedMatters' || code === 'amendment.minorMaterial'

const ordinary: Period = { days: 56, words: '8 weeks', source: decisionPeriods, silence: 'appeal' }

const special: Readonly<Partial<Record<ApplicationCode, Period>>> = {
  'amendment.nonMaterial': { days: 28, words: '28 days', source: smallChanges, silence: 'none' },
  'pp.pip': { days: 35, words: '5 weeks', source: principleOrder, silence: 'appeal' },
  'pa.part1.classA': { days: 42, words: '42 days', source: permittedDevelopment, silence: 'approved' },
  'pa.part3.classMA': { days: 56, words: '56 days', source: permittedDevelopment, silence: 'approved' },
  'wtt.notice': {
    days: 42,
    words: '6 weeks',
    source: treesInConservationAreas,
    silence: 'may-go-ahead',
  },
  hedgerowRemovalNotice: {
    days: 42,
    words: '6 weeks',
    source: hedgerows,
    silence: 'may-go-ahead',
  },
}
