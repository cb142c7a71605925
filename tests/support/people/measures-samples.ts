// The pages of figures with plausible contents, for whoever validates and looks at every page.
import type { Entry } from '#domain/measures/books/book.ts'
import { indicatorBook, indicatorOf } from '#domain/measures/books/indicators.ts'
import type { SeenIndicator } from '#usecases/measures/see-indicators.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const services = [{ id: 'housing', name: 'Apply to join the housing register' }]
const at = Date.UTC(2026, 10, 23, 9, 20)

const entry = (id: string, typed: Entry['typed'], version = 1): Entry => ({
  ...{ id, version, at, by: 'A <b>manager', byId: 'm', typed },
})

const typed = {
  ...{ title: ['People who <b>finish'], measure: ['completion'], service: ['housing'], owner: ['Head of <b>housing'] },
  ...{ direction: ['up'], target: ['85'], tolerance: ['5'], howSet: ['The best quarter of <b>2025'] },
  ...{ 'from-day': ['1'], 'from-month': ['4'], 'from-year': ['2026'], benchmark: ['90% <b>elsewhere'] },
}
const kept = entry('people-who-finish', typed)

export const seenIndicator: SeenIndicator = {
  now: indicatorOf(kept),
  versions: [kept],
  months: [
    { month: '2026-09', status: 'final', definition: 1, standing: 'no data' },
    {
      ...{ month: '2026-10', status: 'provisional', definition: 1, value: 75, ratio: { n: 300, d: 400 } },
      ...{ target: indicatorOf(kept), standing: 'off target', owes: { owed: 'a comment', days: 4 } },
      comment: entry('people-who-finish.2026-10', { words: ['Too <b>hard'] }),
    },
  ],
}

export const staffMeasuresSamples = (around: StaffAround): Readonly<Record<string, string>> => {
  const { questions } = indicatorBook(services)
  const sheet = { around, title: 'Add an indicator', words: ['A new <b>target'], questions, version: 1 }
  return {
    indicators: staffPages.indicators({ around, all: [seenIndicator], mayWrite: true }),
    'indicators-none': staffPages.indicators({ around, all: [], mayWrite: false }),
    indicator: staffPages.indicator({ around, one: seenIndicator, services, mayWrite: true }),
    targets: staffPages.targets({ around, all: [seenIndicator] }),
    sheet: staffPages.sheet({
      ...{ ...sheet, typed, action: '/measures/kpis/new', button: 'Add', before: [kept] },
      problems: [
        { field: 'target', words: 'Target must be a number, like 85' },
        { field: 'from-day', words: 'Enter first day of this target' },
      ],
    }),
    'sheet-conflict': staffPages.sheetConflict({
      ...{ around, questions, typed, now: kept, today: '2026-11-23', href: '/measures/kpis/x/change' },
    }),
  }
}
