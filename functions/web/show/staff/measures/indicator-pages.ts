// The register of indicators for staff: all of them, their targets, and one with its months.
import { inWords } from '#domain/day.ts'
import { one as oneOf } from '#domain/forms/kind.ts'
import { indicatorOf, measureWords } from '#domain/measures/books/indicators.ts'
import type { IndicatorMonth, SeenIndicator } from '#usecases/measures/see-indicators.ts'
import { onOneLine } from '../../controls/entered.ts'
import { standingTags, targetWords, valueWords } from '../../measures/indicator-words.ts'
import { monthWords } from '../../measures/month-words.ts'
import { type Cell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const indicatorsAt = '/measures/kpis'

type All = { readonly around: StaffAround; readonly all: readonly SeenIndicator[] }

export const indicatorsPage = ({ around, all, mayWrite }: All & { readonly mayWrite: boolean }): string => {
  const title = 'Indicators'
  const owed = all.flatMap(owedLines)
  return figuresPage(around, {
    title,
    words: all.length === 0 ? ['There are no indicators yet.'] : [],
    bulletsTitle: owed.length === 0 ? undefined : 'Overdue',
    bullets: owed,
    tables: all.length === 0 ? [] : [allTable(all)],
    links: [
      ...(mayWrite ? [{ text: 'Add an indicator', href: `${indicatorsAt}/new` }] : []),
      { text: 'All targets', href: '/measures/targets' },
    ],
  })
}

// One line for each sort of thing that an owner owes on an indicator, however many months it is of.
const owedLines = ({ now, months }: SeenIndicator) =>
  (['a comment', 'a figure'] as const).flatMap((owed) => {
    const late = months.flatMap(({ month, owes }) => (owes?.owed === owed ? [{ month, days: owes.days }] : []))
    const [oldest] = late
    if (oldest === undefined) return []
    const about = `${onOneLine(now.owner)}: ${owed} on “${onOneLine(now.title)}”`
    const href = `${indicatorsAt}/${now.code}`
    return late.length === 1
      ? [{ text: `${about} in ${monthWords(oldest.month)}, ${oldest.days} days late`, href: `${href}/${oldest.month}` }]
      : [{ text: `${about} in ${late.length} months, the oldest ${oldest.days} days late`, href }]
  })

const allTable = (all: readonly SeenIndicator[]): TableShown => ({
  id: 'indicators',
  caption: 'How each stands in its last month',
  head: [...words('Indicator', 'Owner'), ...numbers('Figure', 'Target'), ...words('Stands')],
  rows: all.map(({ now, months }) => {
    const last = months.at(-1)
    return [
      { text: onOneLine(now.title), href: `${indicatorsAt}/${now.code}` },
      textCell(onOneLine(now.owner)),
      textCell(valueWords(last?.value, now)),
      textCell(targetWords(last?.target ?? now)),
      standingCell(last),
    ]
  }),
})

const standingCell = (month: IndicatorMonth | undefined): Cell => {
  const late = month?.standing === 'no data' && month.owes !== undefined ? `, ${month.owes.days} days overdue` : ''
  const tag = standingTags[month?.standing ?? 'no data']
  return { text: tag.text, tag: { ...tag, text: `${tag.text}${late}` } }
}

export const targetsPage = ({ around, all }: All): string => {
  const title = 'Targets'
  const rows = all.flatMap(targetRows)
  const tables = rows.length === 0 ? [] : [targetsTable(rows)]
  const said = rows.length === 0 ? 'There are no targets yet.' : 'Each with the day from which it counts.'
  return figuresPage(around, { title, words: [said], tables })
}

const targetRows = ({ versions }: SeenIndicator): TableShown['rows'] =>
  versions.map((entry) => {
    const one = indicatorOf(entry)
    return [
      { text: onOneLine(one.title), href: `${indicatorsAt}/${one.code}` },
      textCell(inWords(one.from)),
      textCell(targetWords(one)),
      textCell(valueWords(one.tolerance, one)),
      textCell(onOneLine(one.howSet)),
    ]
  })

const targetsTable = (rows: TableShown['rows']): TableShown => ({
  id: 'targets',
  caption: 'Targets, the newest of each indicator first',
  head: [...words('Indicator', 'From'), ...numbers('Target', 'Tolerance'), ...words('How it was set')],
  rows,
})

export type IndicatorPage = {
  readonly around: StaffAround
  readonly one: SeenIndicator
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly mayWrite: boolean
}

export const indicatorPage = ({ around, one, services, mayWrite }: IndicatorPage): string => {
  const { now, months } = one
  const title = onOneLine(now.title)
  return figuresPage(around, {
    title,
    summary: aboutRows(one, services.find(({ id }) => id === now.service)?.name ?? now.service),
    tables: months.length === 0 ? [] : [monthsTable(one, mayWrite)],
    links: mayWrite ? [{ text: 'Change it, or set a new target', href: `${indicatorsAt}/${now.code}/change` }] : [],
  })
}

const aboutRows = ({ now, versions }: SeenIndicator, service: string) =>
  [
    ['Measures', `${measureWords[now.measure]}, “${service}”`],
    ['Owner', now.owner],
    ['Target', `${targetWords(now)}, from ${inWords(now.from)}`],
    ['Tolerance', valueWords(now.tolerance, now)],
    ['How it was set', now.howSet],
    ['Where it started', now.baseline === undefined ? '' : valueWords(now.baseline, now)],
    ['What others reach', now.benchmark],
    ['Part of the plan', now.strand],
    ['Version', `${versions[0]?.version ?? 1}`],
  ].flatMap(([question = '', line = '']) => (line === '' ? [] : [{ question, lines: [onOneLine(line)] }]))

const monthsTable = ({ now, months }: SeenIndicator, mayWrite: boolean): TableShown => ({
  id: 'months',
  caption: 'Month by month, the newest first',
  head: [...words('Month'), ...numbers('Figure', 'Target'), ...words('Stands', 'Comment')],
  rows: months
    .toReversed()
    .map((one) => [
      textCell(monthWords(one.month)),
      textCell(valueWords(one.value, now)),
      textCell(targetWords(one.target)),
      standingCell(one),
      commentCell(one, `${indicatorsAt}/${now.code}/${one.month}`, mayWrite),
    ]),
})

const commentCell = ({ month, comment }: IndicatorMonth, href: string, mayWrite: boolean): Cell => {
  const said = comment === undefined ? '' : onOneLine(oneOf(comment.typed, 'words'))
  if (!mayWrite) return textCell(said === '' ? 'None' : said)
  return { text: said === '' ? 'Add a comment' : said, href, more: `on ${monthWords(month)}` }
}
