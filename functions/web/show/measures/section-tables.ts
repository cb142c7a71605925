// The tables of a service's figures, beside the pictures of each section.
import { channels, type FactChannel } from '#domain/measures/counting/facts.ts'
import { countIn } from '#domain/measures/counting/sums.ts'
import { isFew } from '#domain/measures/figures/few.ts'
import { completion, ratingCounts, ratings } from '#domain/measures/figures/kpis.ts'
import { runningHidden, suppressedLine } from '#domain/measures/published/suppression.ts'
import { changesMade, waysCompleted } from '#domain/measures/published/ways.ts'
import { failures } from '#domain/texts/receipts.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { monthWords } from './month-words.ts'
import { type Cell, numberCell, numbers, type TableShown, textCell, words } from './tables.ts'
import { visitTables } from './visit-tables.ts'

export const sectionIds = [
  'finish',
  'satisfaction',
  'online',
  'cases',
  'contact',
  'texts',
  'automation',
  'appointments',
] as const
export type SectionId = (typeof sectionIds)[number]

// `baseline`: the months that it began with, where they are compared.
export type How = { readonly hides: boolean; readonly baseline?: readonly SeenMonth[] }

export const sectionTables = (id: SectionId, months: readonly SeenMonth[], how: How): readonly TableShown[] => {
  if (id === 'finish') return [endsTable(months, how), sinceApril(months, how)]
  if (id === 'satisfaction') return [ratingsTable(months, how)]
  if (id === 'online') return [waysTable(months, how)]
  if (id === 'texts') return failuresTables(months, how)
  return id === 'appointments' ? [changesTable(months, how), ...whoMissed(months, how)] : []
}

// For staff alone: most of these counts are small.
const whoMissed = (months: readonly SeenMonth[], { hides }: How): readonly TableShown[] => {
  const last = months.at(-1)
  return hides || last === undefined ? [] : visitTables(last.sums, monthWords(last.month))
}

const endWords = {
  sent: 'Sent it',
  told: 'Told that they do not need it or cannot have it',
  elsewhere: 'Another council decides it',
  listed: 'Joined a waiting list',
  'handed-on': 'Asked to call or be visited',
  'no-times': 'Found no time',
  ours: 'We could not serve them',
  dropped: 'Stopped',
  open: 'May still finish',
} as const

export const hiddenWords = 'Too few to show'

const endsTable = (months: readonly SeenMonth[], { hides }: How): TableShown => {
  const last = months.at(-1)
  const counts = Object.keys(endWords).map((end) => countIn(last?.sums ?? {}, `end.${end}`))
  const shown = hides ? suppressedLine(counts) : counts
  return {
    id: 'ends',
    caption: `How it ended for people who started in ${monthWords(last?.month ?? '')}`,
    head: [...words('End'), ...numbers('People')],
    rows: Object.values(endWords).map((said, at) => [
      textCell(said),
      countCell(shown === 'totals only' ? 'c' : shown[at]),
    ]),
  }
}

const countCell = (count: number | 'c' | undefined): Cell =>
  typeof count === 'number' ? numberCell(count) : textCell(hiddenWords)

// A total that runs through the year is hidden with the month that it would tell.
const sinceApril = (months: readonly SeenMonth[], { hides }: How): TableShown => {
  const last = months.at(-1)?.month ?? ''
  const april = `${Number(last.slice(0, 4)) - (last.slice(5) < '04' ? 1 : 0)}-04`
  const year = months.filter(({ month }) => month >= april)
  const done = year.map(({ sums }) => countIn(sums, 'done.28d'))
  const hidden = hides ? runningHidden(done) : done.map(() => false)
  return {
    id: 'since-april',
    caption: `How many finished since ${monthWords(year[0]?.month ?? last)}`,
    head: [...words('Month'), ...numbers('In the month', 'Since then')],
    rows: year
      .map(({ month, sums }, at) => [
        textCell(monthWords(month)),
        hides && isFew(completion(sums)) ? textCell(hiddenWords) : numberCell(done[at] ?? 0),
        hidden[at] === true
          ? textCell(hiddenWords)
          : numberCell(done.slice(0, at + 1).reduce((sum, one) => sum + one, 0)),
      ])
      .toReversed(),
  }
}

const ratingWords: Readonly<Record<(typeof ratings)[number], string>> = {
  'very-satisfied': 'Very satisfied',
  satisfied: 'Satisfied',
  neither: 'Neither satisfied nor dissatisfied',
  dissatisfied: 'Dissatisfied',
  'very-dissatisfied': 'Very dissatisfied',
}

const ratingsTable = (months: readonly SeenMonth[], { hides }: How): TableShown => {
  const last = months.at(-1)
  const counts = ratingCounts(last?.sums ?? {})
  const shown = hides ? suppressedLine(counts) : counts
  return {
    id: 'ratings',
    caption: `What people said in ${monthWords(last?.month ?? '')}`,
    head: [...words('Answer'), ...numbers('People')],
    rows: ratings.map((rating, at) => [
      textCell(ratingWords[rating]),
      countCell(shown === 'totals only' ? 'c' : shown[at]),
    ]),
  }
}

const wayWords: Readonly<Record<FactChannel, string>> = {
  self: 'Online, by themselves',
  helper: 'Online, with somebody who helps them',
  'with-staff': 'Online, with staff beside them',
  keyed: 'By phone, typed in by staff',
  paper: 'On paper',
  other: 'In another way',
}

const waysTable = (months: readonly SeenMonth[], { hides }: How): TableShown => {
  const last = months.at(-1)
  const started = channels.map((channel) => countIn(last?.sums ?? {}, `starts.${channel}`))
  return {
    id: 'ways',
    caption: `How it was done in ${monthWords(last?.month ?? '')}`,
    head: [...words('Way'), ...numbers('Completed', ...(hides ? [] : ['Started here']))],
    rows: waysCompleted(last?.sums ?? {}, { hides }).map(({ channel, cell }, at) => [
      textCell(wayWords[channel]),
      countCell(cell),
      ...(hides ? [] : [numberCell(started[at] ?? 0)]),
    ]),
  }
}

const changeWords = { move: 'Changed the time', cancel: 'Cancelled' } as const

// They stand on lines of their own: they are not part of what is completed.
const changesTable = (months: readonly SeenMonth[], { hides }: How): TableShown => {
  const last = months.at(-1)
  return {
    id: 'changes',
    caption: `What people changed in ${monthWords(last?.month ?? '')}`,
    head: [...words('What they did'), ...numbers('Times')],
    rows: changesMade(last?.sums ?? {}, { hides }).map(({ change, channel, cell }) => [
      textCell(`${changeWords[change]}, ${channel === 'self' ? 'by themselves' : 'with staff'}`),
      countCell(cell),
    ]),
  }
}

export const failureWords: Readonly<Record<(typeof failures)[number], string>> = {
  unreachable: 'The phone or network could not be reached',
  'no-such-address': 'The number or address does not exist',
  blocked: 'The phone or network blocks our texts',
  stopped: 'They stopped texts from us',
  refused: 'The network or printer refused it',
  budget: 'It would have cost too much',
  'no-reason': 'Nobody said why',
}

const failuresTables = (months: readonly SeenMonth[], { hides }: How): readonly TableShown[] => {
  const last = months.at(-1)
  const counts = failures.map((why) => countIn(last?.sums ?? {}, `texts.why.${why}`))
  if (counts.every((count) => count === 0)) return []
  const shown = hides ? suppressedLine(counts) : counts
  return [
    {
      id: 'failures',
      caption: `Why texts did not arrive in ${monthWords(last?.month ?? '')}`,
      head: [...words('Reason'), ...numbers('Texts')],
      rows: failures.map((why, at) => [
        textCell(failureWords[why]),
        countCell(shown === 'totals only' ? 'c' : shown[at]),
      ]),
    },
  ]
}
