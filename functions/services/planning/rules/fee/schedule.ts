// What the fees are, as dated data in whole pounds: one column for each day on which they changed.
import type { Day } from '#domain/day.ts'
import { type Figure, figure, type Pack, packOn, toConfirm } from '#domain/rules/pack.ts'
import type { Source } from '#domain/rules/trace.ts'
import { feesOf2023, feesOf2025, feesOf2026 } from '../ground/sources.ts'

export type FeeSchedule = Pack & { readonly amount: (name: FeeName) => Figure<number> }

// The columns of 6 December 2023, 1 April 2025 and 1 April 2026. `unseen` names columns whose figure was worked out and not seen in print.
type Row = { readonly pounds: readonly [number, number, number]; readonly unseen?: readonly (0 | 1 | 2)[] }

const notSeen = 'council to confirm: this figure was worked out from the law and not seen in print'

const table = {
  oneHome: { pounds: [258, 528, 548] },
  severalHomes: { pounds: [509, 1043, 1083] },
  homeGrounds: { pounds: [258, 262, 272] },
  unit: { pounds: [578, 588, 610] },
  largerUnit: { pounds: [624, 635, 659] },
  homesBase: { pounds: [30_860, 31_385, 32_578] },
  // As printed in 2023, two digits changed round; put right in 2025 (SI 2025/342, regulation 5(3)(a)).
  buildingsBase: { pounds: [30_680, 31_385, 32_578] },
  more: { pounds: [186, 189, 196] },
  most: { pounds: [405_000, 411_885, 427_537] },
  outlineBase: { pounds: [15_433, 15_695, 16_291] },
  outlineMost: { pounds: [202_500, 205_943, 213_769] },
  smallWorks: { pounds: [293, 298, 309] },
  smallFarm: { pounds: [120, 122, 127] },
  // £624 in 2023, for a whole building of up to 1,000 square metres: put right in 2025 (SI 2025/342, regulation 5(3)(b)).
  largeFarmBase: { pounds: [624, 5077, 5270] },
  largestFarmBase: { pounds: [30_860, 31_385, 32_578], unseen: [0, 1, 2] },
  glasshouse: { pounds: [3225, 3280, 3405], unseen: [0, 1, 2] },
  largeGlasshouse: { pounds: [3483, 3542, 3677], unseen: [0, 1, 2] },
  plantBase: { pounds: [30_860, 31_385, 32_578], unseen: [0] },
  operationsMost: { pounds: [2535, 2578, 2676], unseen: [0, 2] },
  varyHouseholder: { pounds: [293, 86, 89] },
  varyOther: { pounds: [293, 586, 608] },
  varyMajor: { pounds: [293, 2000, 2076] },
  conditionsHouseholder: { pounds: [43, 86, 89] },
  conditionsOther: { pounds: [145, 298, 309] },
  changeHouseholder: { pounds: [43, 44, 46], unseen: [0, 2] },
  changeOther: { pounds: [293, 298, 309], unseen: [0, 2] },
  advertOnPremises: { pounds: [165, 168, 174], unseen: [0] },
  advertElsewhere: { pounds: [578, 588, 610], unseen: [0] },
  principle: { pounds: [503, 512, 531], unseen: [2] },
  approvalWithoutWorks: { pounds: [120, 240, 249] },
  approvalWithWorks: { pounds: [258, 516, 536] },
  approvalHome: { pounds: [125, 250, 260] },
  upwardHome: { pounds: [418, 425, 441], unseen: [2] },
  upwardLargerHome: { pounds: [451, 459, 476], unseen: [2] },
  upwardBase: { pounds: [22_309, 22_688, 23_550], unseen: [2] },
  upwardMore: { pounds: [135, 137, 142], unseen: [2] },
} as const satisfies Readonly<Record<string, Row>>

export type FeeName = keyof typeof table

const rows: Readonly<Record<FeeName, Row>> = table

export const feeNames = Object.keys(table).filter((name): name is FeeName => Object.hasOwn(table, name))

const column = (at: 0 | 1 | 2, validFrom: Day, source: Source): FeeSchedule => ({
  name: `fees-${validFrom}`,
  validFrom,
  source,
  amount: (name) => {
    const { pounds, unseen = [] } = rows[name]
    return unseen.includes(at) ? toConfirm(pounds[at], source, notSeen) : figure(pounds[at], source)
  },
})

export const feeSchedules: readonly FeeSchedule[] = [
  column(0, '2023-12-06', feesOf2023),
  column(1, '2025-04-01', feesOf2025),
  column(2, '2026-04-01', feesOf2026),
]

// The law raises fees each 1 April; a council may one day set its own, and so a caller may bring other schedules.
export const scheduleOn = (day: Day, schedules: readonly FeeSchedule[] = feeSchedules): FeeSchedule | undefined =>
  packOn(schedules, day)
