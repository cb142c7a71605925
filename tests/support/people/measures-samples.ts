// The pages of figures with plausible contents, for whoever validates and looks at every page.
import type { BookEntry } from '#domain/measures/books/book.ts'
import { changeOf } from '#domain/measures/books/changes.ts'
import { indicatorBook, indicatorOf } from '#domain/measures/books/indicators.ts'
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { monthAfter } from '#domain/measures/months.ts'
import { housing } from '#services/housing/service.ts'
import type { SeenIndicator } from '#usecases/measures/see-indicators.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { pages } from '#web/show/citizen/pages.ts'
import * as publicPages from '#web/show/measures/pages.ts'
import { sectionIds } from '#web/show/measures/section-tables.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { pageIn } from '#web/show/staff/measures/question-page.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const services = [{ id: 'housing', name: 'Apply to join the housing register' }]
const at = Date.UTC(2026, 10, 23, 9, 20)

const entry = (id: string, typed: BookEntry['typed'], version = 1): BookEntry => ({
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
    ...Array.from({ length: 12 }, (_, at) => ({
      ...({
        month: monthAfter('2025-09', at),
        status: 'final',
        definition: 1,
        value: 80,
        standing: 'on target',
      } as const),
      ...{
        few: false,
        owes: { owed: 'a comment' as const, days: 40 - at },
        ratio: { n: 320, d: 400 },
        target: indicatorOf(kept),
      },
    })),
    { month: '2026-09', status: 'final', definition: 1, standing: 'no data', few: false },
    {
      ...{ month: '2026-10', status: 'provisional', definition: 1, value: 75, few: false, ratio: { n: 300, d: 400 } },
      ...{ target: indicatorOf(kept), standing: 'off target', owes: { owed: 'a comment', days: 4 } },
      comment: entry('people-who-finish.2026-10', { words: ['Too <b>hard'] }),
    },
  ],
}

// As many as a council has, each of them overdue.
const seenIndicators = Array.from({ length: 8 }, () => seenIndicator)

const workflow = { actions: [{ id: 'approve', label: 'Approve <b>it' }] }
const service = { id: 'housing', name: 'Apply to join the housing register', workflow }

const monthOf = (month: string, status: SeenMonth['status'], definition: number, done: number): SeenMonth => ({
  ...{ month, status, definition },
  sums: {
    ...{ 'cases.contacted': 20, 'cases.contacted-again': 6, contacts: 30 },
    ...{ starts: 400, 'done.28d': done, 'done.self': done, 'done.paper': 12, 'done.7d': 200, 'done.24h': 150 },
    ...{ 'end.sent': done, 'end.told': 3, 'end.dropped': 397 - done, cases: 90, 'cases.complete': 40 },
    ...{ outcomes: 80, 'outcomes.A3': 30, 'outcomes.A1': 50, 'outcomes.in-time': 60, 'only.approve': 9 },
    ...{ 'rated.satisfied': 20, 'rated.neither': 6, 'first.2': 30, 'whole.10': 30 },
    ...{ 'texts.essential.delivered': 300, 'texts.essential.failed': 14, 'texts.why.unreachable': 8 },
    ...{ 'texts.why.no-such-address': 6, 'outcomes.agreed': 20, 'outcomes.agreed.in-time': 14 },
    ...{ 'starts.self': 380, 'starts.helper': 20, 'changes.move.self': 40, 'changes.cancel.keyed': 9 },
    ...{ 'time.offered': 900, 'time.booked': 610, 'time.used': 540, 'visits.seen': 90, 'visits.missed': 12 },
    ...{ 'time.open': 900, 'time.within': 600, 'time.over': 6, 'time.met': 480, tries: 400, 'tries.held': 386 },
    ...{ 'cancelled.late': 4, 'cancelled.in-time': 30, 'cancelled.again': 21, 'visits.cancelled': 34, 'by-us': 3 },
    ...{ 'wanted.1.09': 120, 'wanted.5.16': 12, 'asked.7.20': 90, 'asked.1.10': 42, 'listed.unmet': 2 },
    ...{ 'third.office.advice.3': 12, 'third.office.advice.5': 9, 'third.office.visit.over': 21 },
  },
})

// A year, so that pages are as long as they get.
export const seenMonths: readonly SeenMonth[] = [
  ...Array.from({ length: 10 }, (_, at) => monthOf(monthAfter('2025-10', at), 'final', 1, 200 + 5 * at)),
  monthOf('2026-08', 'revised', 1, 240),
  monthOf('2026-09', 'final', 2, 250),
  {
    ...monthOf('2026-10', 'provisional', 2, 3),
    sums: {
      ...{ starts: 30, 'done.28d': 3, 'end.sent': 3, 'end.dropped': 27, 'texts.essential.delivered': 300 },
      ...{ 'visits.seen.lead.2-7': 9, 'visits.missed.lead.2-7': 2, 'visits.missed.by.keyed': 2, 'ahead.5': 11 },
    },
  },
  monthOf('2026-11', 'now', 2, 100),
]

// What they began with, a year before.
const seenStart = Array.from({ length: 3 }, (_, at) => monthOf(monthAfter('2024-10', at), 'final', 1, 180))

const cost = { pence: 2_400_000, completed: 8333, months: 12, each: 288 }
const change = changeOf(
  entry('2026-11-01.shorter', {
    ...{ page: ['/housing'], said: ['It is <b>long'], changed: ['Made it <b>shorter'], comments: ['7'] },
    ...{ 'changedOn-day': ['1'], 'changedOn-month': ['11'], 'changedOn-year': ['2026'] },
  }),
)

const change_ = { points: -10, margin: 4, is: 'down' } as const

const feedbackShown = {
  ...{ around: { back: '/housing' }, typed: { words: ['It is <b>long'] }, hidden: { page: '/housing', end: 'sent' } },
}

export const publicMeasuresSamples: Readonly<Record<string, string>> = {
  'give-feedback': pages.feedback({ ...feedbackShown, problems: [] }),
  'give-feedback-wrong': pages.feedback({
    ...feedbackShown,
    problems: [
      { field: 'rating', words: 'Select how you feel about the service, or tell us how to improve it' },
      { field: 'words', words: 'How we could improve this service must be 1,200 characters or fewer' },
    ],
  }),
  'thanks-for-feedback': pages.thanks({ around: {}, removed: ['phone number'], phone: '01632 960 142' }),
  performance: publicPages.performancePage(services, seenIndicators),
  'performance-service': publicPages.servicePerformancePage(
    service,
    { months: seenMonths.slice(0, -1), baseline: seenStart },
    cost,
  ),
  ...Object.fromEntries(
    sectionIds.map((id) => [
      `performance-${id}`,
      publicPages.sectionPerformancePage(service, id, { months: seenMonths.slice(0, -1), baseline: seenStart }),
    ]),
  ),
  'performance-files': publicPages.filesPage([
    { service, files: seenMonths.map(({ month }) => ({ month, edition: 'f' })) },
    { service: { id: 'planning', name: 'Apply for planning permission' }, files: [] },
  ]),
  'performance-none': publicPages.sectionPerformancePage(service, 'finish', { months: [], baseline: [] }),
  'performance-kpi': publicPages.indicatorPage(seenIndicator),
  'how-we-count': publicPages.howWeCountPage(),
  'what-we-changed': publicPages.whatWeChangedPage([
    { ...change, errors: { before: { n: 40, d: 200 }, after: { n: 20, d: 200 }, change: change_ } },
  ]),
  'what-we-changed-none': publicPages.whatWeChangedPage([]),
}

const told = (n: number): Feedback => ({
  ...{ id: `2026-11.${n}`, at, service: 'housing', page: '/housing/about-you/name', words: 'It is <b>long\nand odd' },
  ...{ removed: ['phone number'], danger: n === 0, state: 'new', version: 1, rating: 'dissatisfied', tag: 'A <b>tag' },
  aside: 'links',
})

const pageOf = (key: string) => {
  const page = pageIn(housing.form, key)
  if (page === undefined) throw new Error(`There is a page ${key}`)
  return page
}

// Every page of a form was seen, left and had a mistake.
const seenForm = housing.form.sections.flatMap(({ id, pages: all }) => all.map((page) => `page|${id}/${page.id}`))
const seenPages: SeenMonth = {
  ...{ month: '2026-11', status: 'now', definition: 1 },
  sums: {
    ...{
      starts: 200,
      'starts.device.phone': 120,
      'starts.device.desktop': 80,
      'came-back': 30,
      'came-back.code': 12,
      'came-back.link': 14,
      'came-back.phrase': 3,
      'starts.uncounted': 5,
    },
    ...Object.fromEntries(
      seenForm.flatMap((page) => [
        ...([`${page}|saw`, `${page}|saved`, `${page}|tries`] as const).map((name) => [name, 120] as const),
        ...([`${page}|left`, `${page}|wrong|first`] as const).map((name) => [name, 12] as const),
      ]),
    ),
  },
}

export const staffMeasuresSamples = (around: StaffAround): Readonly<Record<string, string>> => {
  const { questions } = indicatorBook(services)
  const sheet = { around, title: 'Add an indicator', words: ['A new <b>target'], questions, version: 1 }
  return {
    indicators: staffPages.indicators({ around, all: seenIndicators, mayWrite: true }),
    'indicators-none': staffPages.indicators({ around, all: [], mayWrite: false }),
    indicator: staffPages.indicator({ around, one: seenIndicator, services, mayWrite: true }),
    measures: staffPages.measures({ around, services }),
    'measures-service': staffPages.serviceMeasures({ around, service, months: seenMonths, baseline: seenStart, cost }),
    ...Object.fromEntries(
      sectionIds.map((id) => [
        `measures-${id}`,
        staffPages.measuresSection({ around, service, months: seenMonths, baseline: seenStart, section: id }),
      ]),
    ),
    ...Object.fromEntries(
      (['asked', 'given', 'back'] as const).map((part) => [
        `measures-times-${part}`,
        staffPages.measuresTimes({ around, service, months: seenMonths, part, nameOf: (id) => `${id} <b>` }),
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
    'measures-all-automation': staffPages.measuresAutomation({
      around,
      all: [{ service, months: seenMonths, baseline: seenStart }],
    }),
    inbox: staffPages.inbox({
      ...{ around, wanted: { state: 'new', page: '/"><b>' }, services, from: '0.2026-11', next: '1.2026-11-24"><b>' },
      ...{ shown: Array.from({ length: 10 }, (_, n) => told(n)), mayAnswer: true },
      typed: { to: ['no-action'], tagged: ['<b>tag'] },
      problems: [{ field: 'reason', words: 'Enter why there is no action' }],
    }),
    'feedback-one': staffPages.feedback({ around, one: told(0), problem: 'Enter why there is no action' }),
    'measures-question': staffPages.questionFigures({
      ...{ around, service: housing, key: 'about-you/name', months: [seenPages] },
      page: pageOf('about-you/name'),
    }),
    'measures-funnel': staffPages.funnel({ around, service: housing, months: [seenPages] }),
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
    import: staffPages.importing({
      ...{ around, of: 'channels', services: ['housing'], action: '/measures/import/channels', text: 'month,<b>' },
      problems: Array.from({ length: 30 }, (_, n) => ({ line: n + 2, words: 'has a formula in “source” <b>' })),
    }),
    'import-ready': staffPages.importing({
      ...{ around, of: 'costs', services: ['housing'], action: '/measures/import/costs', text: 'x', looked: 'y' },
      problems: [],
      ready: Array.from({ length: 90 }, (_, n) => ({
        ...{ line: n + 2, id: 'housing.2026-10.staff', typed: { amount: ['4200'], source: ['Ledger <b>'] } },
        before: kept,
      })),
    }),
    waiting: staffPages.waiting({
      ...{ around, userId: 'm', mayWrite: true },
      all: [
        { book: 'indicators', entry: { ...kept, waits: true } },
        { book: 'channels', entry: { ...entry('housing.2026-10.paper', {}), byId: 'another', waits: true } },
      ],
    }),
    'waiting-none': staffPages.waiting({ around, userId: 'm', mayWrite: false, all: [] }),
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
      ...{ before: '2026-Q2', line: 'received', carried: 'so=x', done: true },
      sheet: {
        lines: [{ id: 'received', label: 'Received', count: 1 }],
        byCode: [{ id: 'Q21', label: 'Q21 Householder', count: 1 }],
        ...{ majors: { n: 0, d: 0 }, others: { n: 1, d: 1 }, uncoded: 1 },
      },
      part: {
        lines: [{ id: 'received', label: 'Received', references: ['P2345678'] }],
        byCode: [{ code: 'Q21', label: 'Householder', references: ['P2345678'] }],
        ...{ majors: { n: 0, d: 0 }, others: { n: 1, d: 1 }, uncoded: ['P2345679'] },
      },
    }),
    'returns-designation': staffPages.designation({
      ...{ around, year: { id: '2027', from: '2026-10-01', until: '2027-09-30' }, carried: 'so=x', done: false },
      sheet: { majors: { n: 7, d: 12 }, others: { n: 9, d: 10 }, uncoded: 2 },
    }),
    'returns-lahs': staffPages.registerReturn({
      ...{ around, mayWrite: false, day: '2026-03-31', line: 'one' },
      ...{ carried: 'so=x', done: false, counts: { one: 1, 'not-worked-out': 1 } },
      part: { one: ['H2345678'] },
      sealed: { ...entry('lahs.2026', {}), typed: { numbers: ['one: <b>1'] } },
    }),
    changes: staffPages.changes({ around, all: [change], mayWrite: true }),
    targets: staffPages.targets({ around, all: seenIndicators }),
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
