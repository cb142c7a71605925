// What we can say for the district planning returns (PS1 and PS2), quarter by quarter, each number with
// the references behind it. Columns and codes are the council's to confirm. [K]
import type { Day } from '#domain/day.ts'
import { countIn, type Sums } from '../counting/sums.ts'
import type { Ratio } from '../figures/rates.ts'
import { type DecidedApplication, inTimeOf, type Time, timeTakenOf } from './planning.ts'
import type { Quarter } from './quarter.ts'

export const developmentCodes = {
  Q01: 'Major: dwellings',
  Q02: 'Major: offices, research, light industry',
  Q03: 'Major: general industry, storage, warehousing',
  Q04: 'Major: retail and services',
  Q05: 'Major: Gypsy and Traveller pitches',
  Q06: 'Major: all other',
  Q13: 'Minor: dwellings',
  Q14: 'Minor: offices, research, light industry',
  Q15: 'Minor: general industry, storage, warehousing',
  Q16: 'Minor: retail and services',
  Q17: 'Minor: Gypsy and Traveller pitches',
  Q18: 'Minor: all other',
  Q20: 'Change of use',
  Q21: 'Householder',
  Q22: 'Advertisements',
  Q23: 'Listed building: alter or extend',
  Q24: 'Listed building: demolish',
  Q25: 'Demolition in a conservation area',
  Q26: 'Certificates of lawful development',
} as const
export const isMajorCode = (code: string): boolean => code >= 'Q01' && code <= 'Q12'

export type PlanningCase = {
  readonly reference: string
  // Absent before it was valid.
  readonly validOn?: Day
  // The last day on which it was open.
  readonly closedOn?: Day
  readonly end?: 'granted' | 'refused' | 'withdrawn'
  readonly committee: boolean
  readonly agreedUntil?: Day
  readonly code?: string
}

type Line = { readonly id: string; readonly label: string; readonly references: readonly string[] }

export type ReturnSheet = {
  readonly lines: readonly Line[]
  readonly byCode: readonly { readonly code: string; readonly label: string; readonly references: readonly string[] }[]
  readonly majors: Ratio
  readonly others: Ratio
  // Decided without a code: the sheet cannot be sealed.
  readonly uncoded: readonly string[]
}

// What a part of all cases adds to the numbers of the sheet.
export const countsIn = ({ lines, byCode, majors, others, uncoded }: ReturnSheet): Sums => ({
  ...Object.fromEntries(lines.map(({ id, references }) => [`line.${id}`, references.length])),
  ...Object.fromEntries(byCode.map(({ code, references }) => [`code.${code}`, references.length])),
  ...{ 'majors.n': majors.n, 'majors.d': majors.d, 'others.n': others.n, 'others.d': others.d },
  uncoded: uncoded.length,
})

export type CountedSheet = {
  readonly lines: readonly { readonly id: string; readonly label: string; readonly count: number }[]
  readonly byCode: readonly { readonly id: string; readonly label: string; readonly count: number }[]
  readonly majors: Ratio
  readonly others: Ratio
  readonly uncoded: number
}

// `part`: names the lines, whatever cases it is of.
export const countedSheet = (counts: Sums, { lines }: ReturnSheet): CountedSheet => ({
  lines: lines.map(({ id, label }) => ({ id, label, count: countIn(counts, `line.${id}`) })),
  byCode: Object.entries(developmentCodes).flatMap(([id, label]) => {
    const count = countIn(counts, `code.${id}`)
    return count === 0 ? [] : [{ id, label: `${id} ${label}`, count }]
  }),
  majors: { n: countIn(counts, 'majors.n'), d: countIn(counts, 'majors.d') },
  others: { n: countIn(counts, 'others.n'), d: countIn(counts, 'others.d') },
  uncoded: countIn(counts, 'uncoded'),
})

export const planningSheet = (cases: readonly PlanningCase[], { from, until }: Quarter): ReturnSheet => {
  const valid = cases.filter(({ validOn }) => validOn !== undefined && validOn <= until)
  const inQuarter = (day: Day | undefined): boolean => day !== undefined && day >= from && day <= until
  const ended = valid.filter(({ closedOn }) => inQuarter(closedOn))
  const decided = ended.filter(({ end }) => end === 'granted' || end === 'refused')
  const lines: readonly (readonly [string, string, readonly PlanningCase[]])[] = [
    ['start', 'On hand at the start', valid.filter((one) => isBefore(one.validOn, from) && isOpenOn(one, from))],
    ['received', 'Received', valid.filter(({ validOn }) => inQuarter(validOn))],
    ['withdrawn', 'Withdrawn or returned', ended.filter(({ end }) => end === 'withdrawn')],
    ['end', 'On hand at the end', valid.filter(({ closedOn }) => closedOn === undefined || closedOn > until)],
    ['granted', 'Granted', decided.filter(({ end }) => end === 'granted')],
    ['refused', 'Refused', decided.filter(({ end }) => end === 'refused')],
    ['committee', 'Decided by a committee', decided.filter(({ committee }) => committee)],
    ...times.map((time) => [time, timeLabels[time], decided.filter((one) => timeIn(one) === time)] as const),
  ]
  return {
    lines: lines.map(([id, label, some]) => ({ id: id.replaceAll(' ', '-'), label, references: refs(some) })),
    byCode: byCode(decided),
    majors: inTimeOf(decided.filter(isMajor).map(asDecided)),
    others: inTimeOf(decided.filter((one) => !isMajor(one)).map(asDecided)),
    uncoded: refs(decided.filter(({ code }) => code === undefined)),
  }
}

const times: readonly Time[] = ['in statutory time', 'in agreed time', 'late', 'late against agreed time']
const timeLabels: Readonly<Record<Time, string>> = {
  'in statutory time': 'In the time that the law gives',
  'in agreed time': 'In the time that was agreed',
  late: 'Late',
  'late against agreed time': 'Later than was agreed',
}

const isBefore = (day: Day | undefined, other: Day): boolean => day !== undefined && day < other

const isOpenOn = ({ closedOn }: PlanningCase, day: Day): boolean => closedOn === undefined || closedOn >= day

const refs = (some: readonly PlanningCase[]): readonly string[] => some.map(({ reference }) => reference).toSorted()

const isMajor = ({ code }: PlanningCase): boolean => code !== undefined && isMajorCode(code)

const asDecided = (one: PlanningCase): DecidedApplication => ({
  ...{ valid: one.validOn ?? '', despatched: one.closedOn ?? '', major: isMajor(one) },
  ...(one.agreedUntil === undefined ? {} : { agreedUntil: one.agreedUntil }),
})

const timeIn = (one: PlanningCase): Time => timeTakenOf(asDecided(one))

const byCode = (decided: readonly PlanningCase[]): ReturnSheet['byCode'] =>
  Object.entries(developmentCodes).flatMap(([code, label]) => {
    const references = refs(decided.filter((one) => one.code === code))
    return references.length === 0 ? [] : [{ code, label, references }]
  })
