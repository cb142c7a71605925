// The pages of figures with plausible contents, for whoever validates and looks at every page.
import type { Entry } from '#domain/measures/books/book.ts'
import { changeOf } from '#domain/measures/books/changes.ts'
import { indicatorBook, indicatorOf } from '#domain/measures/books/indicators.ts'
import type { SeenIndicator } from '#usecases/measures/see-indicators.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import * as publicPages from '#web/show/measures/pages.ts'
import { sectionIds } from '#web/show/measures/sections.ts'
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

const service = { id: 'housing', name: 'Apply to join the housing register' }

const monthOf = (month: string, status: SeenMonth['status'], definition: number, done: number): SeenMonth => ({
  ...{ month, status, definition },
  sums: {
    ...{ starts: 400, 'done.28d': done, 'done.self': done, 'done.paper': 12, 'done.7d': 200, 'done.24h': 150 },
    ...{ 'end.sent': done, 'end.told': 3, 'end.dropped': 397 - done, cases: 90, 'cases.complete': 40 },
    ...{ outcomes: 80, 'outcomes.A3': 30, 'outcomes.A1': 50, 'outcomes.in-time': 60, 'only.assign': 9 },
    ...{ 'rated.satisfied': 20, 'rated.neither': 6, 'first.2': 30, 'whole.10': 30 },
    ...{ 'texts.essential.delivered': 300, 'texts.essential.failed': 4 },
  },
})

export const seenMonths: readonly SeenMonth[] = [
  monthOf('2026-08', 'revised', 1, 240),
  monthOf('2026-09', 'final', 2, 250),
  { ...monthOf('2026-10', 'provisional', 2, 3), sums: { starts: 30, 'done.28d': 3, 'end.sent': 3, 'end.dropped': 27 } },
  monthOf('2026-11', 'now', 2, 100),
]

const cost = { pence: 2_400_000, completed: 8333, months: 12, each: 288 }
const change = changeOf(
  entry('2026-11-01.shorter', {
    ...{ page: ['/housing'], said: ['It is <b>long'], changed: ['Made it <b>shorter'], comments: ['7'] },
    ...{ 'changedOn-day': ['1'], 'changedOn-month': ['11'], 'changedOn-year': ['2026'] },
  }),
)

const change_ = { points: -10, margin: 4, is: 'down' } as const

export const publicMeasuresSamples: Readonly<Record<string, string>> = {
  performance: publicPages.performancePage(services, [seenIndicator]),
  'performance-service': publicPages.servicePerformancePage(service, seenMonths.slice(0, 3), cost),
  ...Object.fromEntries(
    sectionIds.map((id) => [
      `performance-${id}`,
      publicPages.sectionPerformancePage(service, id, seenMonths.slice(0, 3)),
    ]),
  ),
  'performance-none': publicPages.sectionPerformancePage(service, 'finish', []),
  'performance-kpi': publicPages.indicatorPage(seenIndicator),
  'how-we-count': publicPages.howWeCountPage(),
  'what-we-changed': publicPages.whatWeChangedPage([
    { ...change, errors: { before: { n: 40, d: 200 }, after: { n: 20, d: 200 }, change: change_ } },
  ]),
  'what-we-changed-none': publicPages.whatWeChangedPage([]),
}

export const staffMeasuresSamples = (around: StaffAround): Readonly<Record<string, string>> => {
  const { questions } = indicatorBook(services)
  const sheet = { around, title: 'Add an indicator', words: ['A new <b>target'], questions, version: 1 }
  return {
    indicators: staffPages.indicators({ around, all: [seenIndicator], mayWrite: true }),
    'indicators-none': staffPages.indicators({ around, all: [], mayWrite: false }),
    indicator: staffPages.indicator({ around, one: seenIndicator, services, mayWrite: true }),
    measures: staffPages.measures({ around, services }),
    'measures-service': staffPages.serviceMeasures({ around, service, months: seenMonths, cost }),
    ...Object.fromEntries(
      sectionIds.map((id) => [
        `measures-${id}`,
        staffPages.measuresSection({ around, service, months: seenMonths, section: id }),
      ]),
    ),
    'measures-all-cases': staffPages.measuresCases({
      around,
      all: [
        {
          ...{ service, months: seenMonths, more: true, stateWords: { received: 'Received' } },
          ages: [{ state: 'received', count: 9, middle: 12, oldest: 60, waits: false }],
        },
      ],
    }),
    'measures-all-texts': staffPages.measuresTexts({ around, all: [{ service, months: seenMonths }] }),
    'measures-all-automation': staffPages.measuresAutomation({ around, all: [{ service, months: seenMonths }] }),
    'measures-health': staffPages.measuresHealth({
      around,
      health: {
        services: [{ name: 'Housing', last: { day: '2026-11-24', facts: 12, writtenAt: at } }, { name: 'Planning' }],
        rebuilt: { at, differences: 3 },
      },
    }),
    channels: staffPages.channels({
      ...{ around, services, mayWrite: true },
      all: [
        {
          ...{ id: 'housing.2026-10.paper', service: 'housing', month: '2026-10', countsIn: '2026-11', late: true },
          ...{ way: 'paper', count: 1200, source: 'The <b>post room' },
        },
      ],
    }),
    costs: staffPages.costs({
      ...{ around, services, mayWrite: true, costs: [{ service, cost, saved: 575_700 }] },
      prices: {
        ...{ self: { pence: 15, year: '2026', source: 'A <b>study' }, keyed: undefined },
        ...{ paper: undefined, other: undefined },
      },
    }),
    months: staffPages.months({
      ...{ around, services, mayWrite: true },
      all: [
        {
          service,
          months: [
            { month: '2026-09', editions: ['p', 'f', 'r1'], facts: 9, sealedAt: at, reason: 'A <b>team', waits: true },
            { month: '2026-10', editions: ['p'], facts: 9, sealedAt: at, waits: false },
          ],
        },
      ],
    }),
    returns: staffPages.returns({ around }),
    'returns-ps': staffPages.planningReturn({
      ...{ around, mayWrite: true, quarter: { id: '2026-Q3', from: '2026-07-01', until: '2026-09-30' } },
      ...{ before: '2026-Q2', line: 'received' },
      sheet: {
        lines: [{ id: 'received', label: 'Received', references: ['P2345678'] }],
        byCode: [{ code: 'Q21', label: 'Householder', references: ['P2345678'] }],
        ...{ majors: { n: 0, d: 0 }, others: { n: 1, d: 1 }, uncoded: ['P2345679'] },
      },
    }),
    'returns-lahs': staffPages.registerReturn({
      ...{ around, mayWrite: false, today: '2026-11-23', size: 'one' },
      register: {
        bedrooms: { one: 1, two: 0, three: 0, more: 0, unspecified: 0 },
        references: { one: ['H2345678'], two: [], three: [], more: [], unspecified: [] },
      },
      sealed: { ...entry('lahs.2026', {}), typed: { numbers: ['one: <b>1'] } },
    }),
    changes: staffPages.changes({ around, all: [change], mayWrite: true }),
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
