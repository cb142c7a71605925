// A service's figures, section by section: each is a page of its own, so that none is longer than a
// person scrolls. The public's pages hide small numbers, those of staff do not.
import { countIn, joined } from '#domain/measures/counting/sums.ts'
import { shareChange } from '#domain/measures/figures/automation.ts'
import { isAfter, pointsWanted } from '#domain/measures/figures/baseline.ts'
import { comparable } from '#domain/measures/figures/definitions.ts'
import { isFew, isSmall } from '#domain/measures/figures/few.ts'
import { isHiddenShare } from '#domain/measures/figures/hidden-shares.ts'
import { completion, oldScore, ratingCounts, satisfaction } from '#domain/measures/figures/kpis.ts'
import { changeBetween, percentWords, type Ratio, wilson } from '#domain/measures/figures/rates.ts'
import { type ShareId, shareIn } from '#domain/measures/figures/shares.ts'
import { halfWaited } from '#domain/measures/figures/waiting.ts'
import { monthAfter } from '#domain/measures/months.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { figureOf } from './figures.ts'
import { monthWords } from './month-words.ts'
import { type How, hiddenWords, type SectionId, sectionIds, sectionTables } from './section-tables.ts'
import { type Cell, numbers, type TableShown, textCell, words } from './tables.ts'
import { aheadWords } from './visit-tables.ts'

export const sectionTitles: Readonly<Record<SectionId, string>> = {
  finish: 'Who finishes',
  satisfaction: 'Who is satisfied',
  online: 'Who does it online',
  cases: 'Decisions and waiting',
  contact: 'Who has to ask us',
  texts: 'Texts that arrive',
  automation: 'What is done without staff',
  appointments: 'How appointments are used',
}

const sharesOf: Readonly<Record<SectionId, readonly ShareId[]>> = {
  finish: ['completion'],
  satisfaction: ['satisfaction'],
  online: ['take-up', 'assisted'],
  cases: ['in-time', 'agreed', 'complete', 'asked', 'reassessed'],
  contact: ['contacted', 'contacted-again'],
  texts: ['texts'],
  automation: ['automated'],
  appointments: ['booked', 'used', 'missed'],
}

export const isSection = (id: string): id is SectionId => sectionIds.some((known) => known === id)

export const sectionBody = (id: SectionId, months: readonly SeenMonth[], how: How) => {
  const whole = months.filter(({ status }) => status !== 'now')
  return {
    figures: sharesOf[id]
      .filter((share, at) => at === 0 || months.some(({ sums }) => shareIn[share](sums).d > 0))
      .map((share) => figureOf(share, months, how)),
    tables: whole.length === 0 ? [] : sectionTables(id, whole, how),
    after: whole.length === 0 ? [] : afterOf(id, whole, how),
  }
}

const afterOf = (id: SectionId, months: readonly SeenMonth[], how: How): readonly string[] => {
  const { hides } = how
  const last = months.at(-1)
  if (last === undefined) return []
  if (id === 'satisfaction') return satisfactionWords(last, hides)
  if (id === 'cases') return waitWords(months)
  if (id === 'contact') return contactWords(last, hides)
  if (id === 'automation') return sinceStartWords(months, how)
  if (id === 'appointments') return hides ? [] : aheadWords(last.sums)
  return id === 'finish' ? windowWords(last, hides) : []
}

const said = (ratio: Ratio, hides: boolean): string => (hides && isFew(ratio) ? hiddenWords : percentWords(ratio))

const saidOf = (share: ShareId, sums: SeenMonth['sums'], hides: boolean): string =>
  hides && isHiddenShare(share, sums) ? hiddenWords : percentWords(shareIn[share](sums))

const windowWords = ({ sums }: SeenMonth, hides: boolean): readonly string[] => [
  `In one go: ${said(completion(sums, '24h'), hides)}. Within 7 days: ${said(completion(sums, '7d'), hides)}.`,
]

const satisfactionWords = ({ sums }: SeenMonth, hides: boolean): readonly string[] => {
  const counts = ratingCounts(sums)
  const ratio = satisfaction(counts)
  const ends = countIn(sums, 'starts') - countIn(sums, 'end.open')
  const range = hides && isFew(ratio) ? undefined : wilson(ratio)
  return [
    ...(range === undefined ? [] : [`The true share is between ${range.low}% and ${range.high}%, 19 times in 20.`]),
    `Of all who came to an end, ${said({ n: ratio.d, d: Math.max(ends, ratio.d) }, hides)} told us what they think.`,
    `Old score, where “very satisfied” is 100 and “very dissatisfied” is 0: ${said(oldScore(counts), hides)}.`,
    ...asideWords(countIn(sums, 'rated.aside'), hides),
  ]
}

// The public is told how many do not count.
const asideWords = (aside: number, hides: boolean): readonly string[] => {
  if (aside === 0) return []
  return hides && isSmall(aside)
    ? ['A few answers look like a program’s and do not count.']
    : [`${aside} answers look like a program’s and do not count.`]
}

// The last 12 months against the start. A service that is new has none yet.
const sinceStartWords = (months: readonly SeenMonth[], { hides, baseline = [] }: How): readonly string[] => {
  const [first, end] = [baseline.at(0), baseline.at(-1)]
  if (first === undefined || end === undefined || !isAfter(months, baseline))
    return ['There is no start to compare with yet.']
  const [was, is] = [baseline, months.slice(-12)].map((some) => joined(some.map(({ sums }) => sums)))
  if (was === undefined || is === undefined) return []
  const words = `${monthWords(first.month)} to ${monthWords(end.month)}`
  const change = shareChange([shareIn.automated(was)], [shareIn.automated(is)])
  if (hides && (isHiddenShare('automated', was) || isHiddenShare('automated', is)))
    return [`At the start, ${words}: ${hiddenWords}.`]
  if (change === undefined) return [`At the start, ${words}: No data.`]
  return [
    `At the start, ${words}, it was ${change.before.toFixed(1)}%. In the last 12 months it was ${change.after.toFixed(1)}%.`,
    `That is ${Math.abs(change.points).toFixed(1)} points ${change.points < 0 ? 'less' : 'more'}. The target for all services together is ${pointsWanted} points more.`,
  ]
}

// Of the last three months together: one alone has few.
const waitWords = (months: readonly SeenMonth[]): readonly string[] => {
  const sums = joined(months.slice(-3).map((one) => one.sums))
  const [first, whole] = [halfWaited(sums, 'first'), halfWaited(sums, 'whole')]
  return [
    ...(first === undefined ? [] : [`Half of people have a first answer ${halfWords(first)}.`]),
    ...(whole === undefined ? [] : [`Half of people have a decision ${halfWords(whole)}.`]),
  ]
}

const contactWords = ({ sums }: SeenMonth, hides: boolean): readonly string[] => {
  const [contacts, cases] = [countIn(sums, 'contacts'), countIn(sums, 'cases')]
  const few = hides && (isFew(shareIn.contacted(sums)) || isSmall(contacts))
  return [
    'A call, a visit or a message about a case that is still open counts. Most of them would not be needed if we had told people more.',
    few || cases === 0
      ? `How many there were: ${few ? hiddenWords : 'No data'}.`
      : `There were ${contacts.toLocaleString('en-GB')} about ${cases.toLocaleString('en-GB')} cases.`,
  ]
}

const halfWords = (half: NonNullable<ReturnType<typeof halfWaited>>): string => {
  if ('over' in half) return `after more than ${half.over} working days`
  return half.atMost === 0 ? 'on the same day' : `within ${half.atMost} working day${half.atMost === 1 ? '' : 's'}`
}

const headlines = [
  ['finish', 'completion'],
  ['satisfaction', 'satisfaction'],
  ['online', 'take-up'],
  ['automation', 'automated'],
  ['cases', 'in-time'],
  ['contact', 'contacted'],
  ['texts', 'texts'],
  ['appointments', 'used'],
] as const

// Of a service that gives appointments.
const hasTimes = (months: readonly SeenMonth[]): boolean => months.some(({ sums }) => shareIn.used(sums).d > 0)

// The headline of a service: four indicators, beside the month before and the year before.
export const headlineTable = (
  months: readonly SeenMonth[],
  cost: string,
  at: string,
  { hides, baseline = [] }: How,
): TableShown => {
  const whole = months.filter(({ status }) => status !== 'now')
  const last = whole.at(-1)
  const find = (month: string) => whole.find((one) => one.month === month)
  const others =
    last === undefined
      ? []
      : [find(monthAfter(last.month, -1)), find(monthAfter(last.month, -12)), startIn(baseline, last)]
  const row = (section: SectionId, share: ShareId): readonly Cell[] => [
    { text: sectionTitles[section], href: `${at}/${section}` },
    textCell(last === undefined ? 'No data' : saidOf(share, last.sums, hides)),
    ...others.map((before) => textCell(changeWords(share, before, last, hides))),
  ]
  return {
    id: 'headline',
    caption: last === undefined ? 'No month is counted yet' : `Figures for ${monthWords(last.month)}`,
    head: [
      ...words('Measure'),
      ...numbers('Share', ...(last === undefined ? [] : ['Since the month before', 'In a year', 'Since we began'])),
    ],
    rows: [
      ...headlines
        .filter(([, share]) => share !== 'used' || hasTimes(whole))
        .map(([section, share]) => row(section, share)),
      [textCell('Cost of one'), textCell(cost), ...others.map(() => textCell(''))],
    ],
  }
}

// The baseline as one, where the month is later than all of it.
const startIn = (baseline: readonly SeenMonth[], { month }: SeenMonth): Compared | undefined => {
  const end = baseline.at(-1)
  return end === undefined || end.month >= month
    ? undefined
    : { definition: end.definition, sums: joined(baseline.map(({ sums }) => sums)) }
}

type Compared = Pick<SeenMonth, 'definition' | 'sums'>

const changeWords = (
  share: ShareId,
  before: Compared | undefined,
  last: SeenMonth | undefined,
  hides: boolean,
): string => {
  if (before === undefined || last === undefined) return 'No data'
  if (!comparable(share, before, last)) return 'Counted in another way'
  const [old, now] = [shareIn[share](before.sums), shareIn[share](last.sums)]
  if (hides && (isHiddenShare(share, before.sums) || isHiddenShare(share, last.sums))) return hiddenWords
  const change = changeBetween(old, now)
  if (change === undefined) return 'No data'
  return change.is === 'not clear'
    ? 'No clear change'
    : `${change.is === 'up' ? 'Up' : 'Down'} by ${Math.abs(change.points).toFixed(1)} points`
}
