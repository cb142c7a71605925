// The performance pages of residents' side. Loaded with the first request for one: nobody else waits
// for charts.
import { inWords } from '#domain/day.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { one as oneOf } from '#domain/forms/kind.ts'
import type { BeforeAndAfter, WhatWeChanged } from '#domain/measures/books/changes.ts'
import type { Cost } from '#domain/measures/books/costs.ts'
import { definitions } from '#domain/measures/figures/definitions.ts'
import { isFew, isSmall } from '#domain/measures/figures/few.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import type { ShareId } from '#domain/measures/figures/shares.ts'
import { monthStatusOf } from '#domain/measures/months.ts'
import type { IndicatorMonth, SeenIndicator } from '#usecases/measures/see-indicators.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type Around, citizenPage, wordsPage } from '../citizen/around.ts'
import { onOneLine } from '../controls/entered.ts'
import { shareNounOf } from './figures.ts'
import { standingTags, targetWords, valueWords } from './indicator-words.ts'
import { monthWords } from './month-words.ts'
import type { SectionId } from './section-tables.ts'
import { headlineTable, sectionBody, sectionTitles } from './sections.ts'
import { type Cell, numbers, type TableShown, textCell, words } from './tables.ts'

export type ServiceOf = { readonly id: string; readonly name: string }

export const performanceAt = '/performance'

export const performancePage = (
  services: readonly ServiceOf[],
  indicators: readonly SeenIndicator[],
  around: Around = {},
): string => {
  const title = 'How our services are doing'
  return citizenPage(
    'performance',
    around,
    { title },
    {
      title,
      words: [
        'We publish these figures each month. They say how many people finish what they start, and what they think of it.',
      ],
      tables: indicators.length === 0 ? [] : [indicatorsTable(indicators)],
      links: [
        ...services.map(({ id, name }) => ({ href: `${performanceAt}/${id}`, text: name })),
        { href: `${performanceAt}/what-we-changed`, text: 'What we changed because of what you told us' },
        { href: `${performanceAt}/data`, text: 'All published data' },
        { href: `${performanceAt}/how-we-count`, text: 'How we count' },
      ],
    },
  )
}

const indicatorsTable = (all: readonly SeenIndicator[]): TableShown => ({
  id: 'indicators',
  caption: 'Our targets',
  head: [...words('Target'), ...numbers('Last month'), ...words('How it stands')],
  rows: all.map(({ now, months }) => {
    const last = months.at(-1)
    return [
      { text: onOneLine(now.title), href: `${performanceAt}/kpi/${now.code}` },
      textCell(publicValue(last, now)),
      standingCell(last),
    ]
  }),
})

const hiddenWords = 'Too few to show'

const isHidden = (month: IndicatorMonth | undefined): boolean => month?.few === true

const publicValue = (month: IndicatorMonth | undefined, now: SeenIndicator['now']): string =>
  isHidden(month) ? hiddenWords : valueWords(month?.value, now)

// Where the figure is hidden, how it stands would tell of it.
const standingCell = (month: IndicatorMonth | undefined): Cell => {
  if (isHidden(month)) return textCell(hiddenWords)
  const tag = standingTags[month?.standing ?? 'no data']
  return { text: tag.text, tag }
}

export const indicatorPage = (one: SeenIndicator): string => {
  const title = onOneLine(one.now.title)
  const links = [{ href: `${performanceAt}/how-we-count`, text: 'How we count' }]
  const body = { title, summary: aboutRows(one), tables: [monthsTable(one)], links }
  return citizenPage('performance', { back: performanceAt }, { title }, body)
}

const aboutRows = ({ now }: SeenIndicator) =>
  [
    ['Target', `${targetWords(now)}, from ${inWords(now.from)}`],
    ['How we set it', now.howSet],
    ['Who answers for it', now.owner],
    ['What others reach', now.benchmark],
  ].flatMap(([question = '', line = '']) => (line === '' ? [] : [{ question, lines: [onOneLine(line)] }]))

const monthsTable = ({ now, months }: SeenIndicator): TableShown => ({
  id: 'months',
  caption: 'Month by month',
  head: [...words('Month'), ...numbers('Figure', 'Target'), ...words('How it stands', 'What we say')],
  rows: months
    .toReversed()
    .map((month) => [
      textCell(`${monthWords(month.month)}${month.status === 'provisional' ? ' (provisional)' : ''}`),
      textCell(publicValue(month, now)),
      textCell(targetWords(month.target)),
      standingCell(month),
      textCell(month.comment === undefined ? 'Nothing yet' : onOneLine(oneOf(month.comment.typed, 'words'))),
    ]),
})

type Changed = WhatWeChanged & { readonly errors?: BeforeAndAfter }

export const whatWeChangedPage = (all: readonly Changed[]): string => {
  const title = 'What we changed'
  return wordsPage(
    { back: performanceAt },
    {
      title,
      words: [
        all.length === 0
          ? 'We have not changed anything yet because of what people told us.'
          : 'People told us what was hard. This is what we changed.',
      ],
      sections: all.map((one) => ({
        title: `${inWords(one.on)}: ${onOneLine(one.changed)}`,
        points: [
          `What people said: ${onOneLine(one.said)}`,
          `${one.comments} ${one.comments === 1 ? 'person' : 'people'} said it`,
          ...errorWords(one.errors),
        ],
      })),
    },
  )
}

const errorWords = (errors: BeforeAndAfter | undefined): readonly string[] => {
  if (errors === undefined || isFew(errors.before) || isFew(errors.after)) return []
  const { before, after, change } = errors
  const clear = change.is === 'not clear' ? ': no clear change' : ''
  return [
    `People who had a mistake on the page: ${percentWords(before)} before, ${percentWords(after)} after, give or take ${change.margin.toFixed(1)} points${clear}`,
  ]
}

const breakWords = (changes: readonly ShareId[]): readonly string[] =>
  changes.length === 0
    ? []
    : [`Not compared with months before: how many ${changes.map(shareNounOf).join(', how many ')}.`]

export const howWeCountPage = (): string => {
  const title = 'How we count'
  return wordsPage(
    { back: performanceAt },
    {
      title,
      words: [
        'A month’s figures are provisional at first. They are final when 28 days are over for everybody who started in it. After that they change only with a reason.',
        'We do not publish numbers from 1 to 4, or a number that would tell one of them.',
        'Where we start to count in another way, the picture has a line, and we do not compare figures across it.',
      ],
      sections: definitions.map(({ version, from, changes, words: points }) => ({
        title: `Version ${version}, from ${monthWords(from)}`,
        points: [...points, ...breakWords(changes)],
      })),
    },
  )
}

type Seen = { readonly months: readonly SeenMonth[]; readonly baseline: readonly SeenMonth[] }

export const servicePerformancePage = ({ id, name }: ServiceOf, { months, baseline }: Seen, cost: Cost): string => {
  const title = `How “${name}” is doing`
  const at = `${performanceAt}/${id}`
  return citizenPage(
    'performance',
    { back: performanceAt },
    { title },
    {
      ...{ title, wide: true },
      words: ['Choose a measure to see it month by month.'],
      tables: [headlineTable(months, costWords(cost), at, { hides: true, baseline })],
      links: [...dataLinks(id), { href: `${performanceAt}/how-we-count`, text: 'How we count' }],
    },
  )
}

const costWords = ({ each, completed }: Cost): string => {
  if (each === undefined) return 'No data'
  return isSmall(completed) ? hiddenWords : inPounds(each)
}

type FilesOf = {
  readonly service: ServiceOf
  readonly files: readonly { readonly month: string; readonly edition: string }[]
}

export const filesPage = (all: readonly FilesOf[]): string => {
  const title = 'All published data'
  return citizenPage(
    'performance',
    { back: performanceAt },
    { title },
    {
      title,
      words: [
        'Each file stays as it was on the day we published it. A month that we counted again has a new file too.',
      ],
      tables: all.map(filesTable),
      links: [{ href: `${performanceAt}/data/datapackage.json`, text: 'What the columns are (Frictionless)' }],
    },
  )
}

const filesTable = ({ service, files }: FilesOf): TableShown => ({
  id: `files-${service.id}`,
  caption: service.name,
  head: words('Month', 'File'),
  rows:
    files.length === 0
      ? [[textCell('None yet'), textCell('None yet')]]
      : files.toReversed().map(({ month, edition }) => [
          textCell(monthWords(month)),
          {
            text: `CSV, ${monthStatusOf(edition)}`,
            href: `${performanceAt}/data/${service.id}-${month}-${edition}.csv`,
            more: `${service.name} in ${monthWords(month)}`,
          },
        ]),
})

const dataLinks = (id: string) => [
  { href: `${performanceAt}/data/${id}.csv`, text: 'Get this data as CSV' },
  { href: `${performanceAt}/data/${id}.csv-metadata.json`, text: 'What its columns are (CSV on the Web)' },
  { href: `${performanceAt}/data/datapackage.json`, text: 'All data as a package (Frictionless)' },
]

export const sectionPerformancePage = (
  { id, name }: ServiceOf,
  section: SectionId,
  { months, baseline }: Seen,
): string => {
  const title = `${sectionTitles[section]}: “${name}”`
  return citizenPage(
    'performance',
    { back: `${performanceAt}/${id}` },
    { title },
    { title, wide: true, ...sectionBody(section, months, { hides: true, baseline }), links: dataLinks(id).slice(0, 1) },
  )
}
