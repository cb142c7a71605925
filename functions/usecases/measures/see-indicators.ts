// The register of indicators with what each came to, month by month, and what its owner owes.
import { londonDay } from '#domain/london.ts'
import { type BookEntry, entryVersionsOf, standingEntries } from '#domain/measures/books/book.ts'
import { commentOn, isFewIn, type Owed, owedOn, typedValue } from '#domain/measures/books/comments.ts'
import { costOver } from '#domain/measures/books/costs.ts'
import { type Indicator, indicatorOf, isTyped, type MeasuredName, targetOn } from '#domain/measures/books/indicators.ts'
import { isSmall } from '#domain/measures/figures/few.ts'
import { isHiddenShare } from '#domain/measures/figures/hidden-shares.ts'
import { percent, type Ratio } from '#domain/measures/figures/rates.ts'
import { type ShareId, shareIds, shareIn } from '#domain/measures/figures/shares.ts'
import { standingAgainst, type TargetStanding } from '#domain/measures/figures/targets.ts'
import { lastOf, type Month, monthAfter, monthOfDay, provisionalOn } from '#domain/measures/months.ts'
import type { Books } from '../ports/books.ts'
import type { SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'
import { type SeenMonth, sealedMonths } from './see-months.ts'

type Ports = {
  readonly clock: Clock
  readonly books: Pick<Books, 'all'>
  readonly sums: Pick<SumStore, 'months'>
}

export type IndicatorMonth = {
  readonly month: Month
  readonly status: SeenMonth['status'] | 'typed'
  readonly definition: number
  readonly value?: number
  // The two counts of a share.
  readonly ratio?: Ratio
  // It tells of very few: the public is not shown it.
  readonly few: boolean
  // Absent before its first target.
  readonly target?: Indicator
  readonly standing: TargetStanding
  readonly comment?: BookEntry
  readonly owes?: { readonly owed: Owed; readonly days: number }
}

export type SeenIndicator = {
  readonly now: Indicator
  readonly versions: readonly BookEntry[]
  // Oldest first.
  readonly months: readonly IndicatorMonth[]
}

export const seeIndicators = async (ports: Ports, only?: string): Promise<readonly SeenIndicator[]> => {
  const [indicators, comments, costs] = await Promise.all(
    (['indicators', 'comments', 'costs'] as const).map((book) => ports.books.all(book)),
  )
  const all = standingEntries(indicators ?? []).filter(({ id }) => only === undefined || id === only)
  const services = [...new Set(all.map((entry) => indicatorOf(entry).service))]
  const months = new Map(
    await Promise.all(services.map(async (id) => [id, await sealedMonths(ports, id, 24)] as const)),
  )
  const kept = { comments: standingEntries(comments ?? []), costs: standingEntries(costs ?? []) }
  const today = londonDay(ports.clock.now())
  return all.map((entry) => {
    const now = indicatorOf(entry)
    const versions = entryVersionsOf(indicators ?? [], entry.id)
    return { now, versions, months: monthsOf({ now, versions, seen: months.get(now.service) ?? [], ...kept, today }) }
  })
}

type Given = {
  readonly now: Indicator
  readonly versions: readonly BookEntry[]
  readonly seen: readonly SeenMonth[]
  readonly comments: readonly BookEntry[]
  readonly costs: readonly BookEntry[]
  readonly today: string
}

const shownMonths = 13

const monthsOf = (given: Given): readonly IndicatorMonth[] =>
  (isTyped(given.now.measure) ? typedMonths(given) : given.seen.map((seen) => ({ seen, ...counted(given, seen) })))
    .map((one) => withTarget(given, one))
    .slice(-shownMonths)

type Found = {
  readonly seen: Pick<SeenMonth, 'month' | 'definition'> & { readonly status: IndicatorMonth['status'] }
} & Pick<IndicatorMonth, 'value' | 'ratio' | 'few'>

// Nobody counts it for us: every month since the first target whose figures are due.
const typedMonths = ({ now, versions, comments, today }: Given): readonly Found[] => {
  const first = versions.map((entry) => monthOfDay(indicatorOf(entry).from)).toSorted()[0] ?? monthOfDay(today)
  const months: Found[] = []
  for (let month = first; provisionalOn(month) <= today; month = monthAfter(month)) {
    const entry = commentOn(comments, now.code, month)
    const [value, few] = [typedValue(entry), isFewIn(entry, now.measure)]
    months.push({ seen: { month, status: 'typed', definition: 1 }, few, ...(value === undefined ? {} : { value }) })
  }
  return months
}

const counted = ({ now, costs, seen: all }: Given, seen: SeenMonth): Pick<Found, 'value' | 'ratio' | 'few'> => {
  if (now.measure === 'cost') {
    const { each, completed } = costOver(costs, now.service, seen.month, all)
    return { few: isSmall(completed), ...(each === undefined ? {} : { value: each / 100 }) }
  }
  const share = shareFor(now.measure)
  if (share === undefined) return { few: false }
  const ratio = shareIn[share](seen.sums)
  const value = percent(ratio)
  return { ratio, few: isHiddenShare(share, seen.sums), ...(value === undefined ? {} : { value }) }
}

const shareFor = (measure: MeasuredName): ShareId | undefined => shareIds.find((id) => id === measure)

const withTarget = ({ now, versions, comments, today }: Given, { seen, value, ratio, few }: Found): IndicatorMonth => {
  const target = targetOn(versions, lastOf(seen.month))
  const stands = target === undefined ? 'no data' : standingAgainst(value, target)
  const comment = commentOn(comments, now.code, seen.month)
  const said = comment !== undefined
  const owes = owedOn(today, { month: seen.month, standing: stands, said, typed: isTyped(now.measure) })
  return {
    ...{ month: seen.month, status: seen.status, definition: seen.definition, standing: stands, few },
    ...(value === undefined ? {} : { value }),
    ...(ratio === undefined ? {} : { ratio }),
    ...(target === undefined ? {} : { target }),
    ...(comment === undefined ? {} : { comment }),
    ...(owes === undefined || target === undefined ? {} : { owes }),
  }
}
