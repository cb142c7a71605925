// What staff typed: other ways than online, costs and what they save, and months that may be counted again.
import { inPounds } from '#domain/forms/fields/money.ts'
import { assistedWays, type CountedByHand } from '#domain/measures/books/channels.ts'
import { type Cost, type PaidWay, paidWayIds, paidWays, type UnitCost } from '#domain/measures/books/costs.ts'
import type { MonthEditions } from '#usecases/measures/see-editions.ts'
import { onOneLine } from '../../controls/entered.ts'
import { monthWords } from '../../measures/month-words.ts'
import { type Cell, numberCell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import { moment } from '../../when.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'
import { importAt } from './import-page.ts'
import { costWords } from './measures-page.ts'

type ServiceOf = { readonly id: string; readonly name: string }
type Typed = { readonly around: StaffAround; readonly services: readonly ServiceOf[]; readonly mayWrite: boolean }

export const channelsAt = '/measures/other-channels'
export const costsAt = '/measures/costs'
export const monthsAt = '/measures/months'

const nameOf = (services: readonly ServiceOf[], id: string): string => services.find((one) => one.id === id)?.name ?? id

export const channelsPage = ({
  around,
  services,
  mayWrite,
  all,
}: Typed & { readonly all: readonly CountedByHand[] }): string => {
  const title = 'Calls, paper and other ways'
  return figuresPage(around, {
    title,
    words: [
      'What was completed in another way than online. A number counts in its own month until that month is final. After that it counts in the month you type it.',
    ],
    tables: all.length === 0 ? [] : [channelsTable(all, services, mayWrite)],
    links: mayWrite
      ? [
          ...services.map(({ id, name }) => ({ text: `Add a number: ${name}`, href: `${channelsAt}/${id}/new` })),
          { text: 'Add many at once, from a spreadsheet', href: `${importAt}/channels` },
        ]
      : [],
  })
}

const channelsTable = (
  all: readonly CountedByHand[],
  services: readonly ServiceOf[],
  mayWrite: boolean,
): TableShown => ({
  id: 'channels',
  caption: 'The newest month first',
  head: [...words('Month', 'Service', 'Way'), ...numbers('Completed'), ...words('Counts in', 'Source', '')].map(
    (head, at) => (at === 6 ? { text: mayWrite ? 'Change' : 'More' } : head),
  ),
  rows: all
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
    .map((one): readonly Cell[] => [
      textCell(monthWords(one.month)),
      textCell(nameOf(services, one.service)),
      textCell(one.way in assistedWays ? wayWords(one.way) : one.way),
      numberCell(one.count),
      textCell(`${monthWords(one.countsIn)}${one.late ? ' (late)' : ''}`),
      textCell(onOneLine(one.source)),
      mayWrite
        ? {
            text: 'Change',
            href: `${channelsAt}/${one.service}/${one.id}`,
            more: `${wayWords(one.way)} in ${monthWords(one.month)}`,
          }
        : textCell('None'),
    ]),
})

const wayWords = (way: string): string => Object.entries(assistedWays).find(([id]) => id === way)?.[1] ?? way

export type CostsPage = Typed & {
  readonly costs: readonly { readonly service: ServiceOf; readonly cost: Cost; readonly saved?: number }[]
  readonly prices: Readonly<Record<PaidWay, UnitCost | undefined>>
}

export const costsPage = ({ around, services, mayWrite, costs, prices }: CostsPage): string => {
  const title = 'Costs and savings'
  return figuresPage(around, {
    title,
    words: ['Whoever keeps the accounts types these, with where each is from.'],
    tables: [costTable(costs), priceTable(prices, mayWrite)],
    after: savingWords(costs),
    links: mayWrite
      ? [
          ...services.map(({ id, name }) => ({ text: `Add a cost: ${name}`, href: `${costsAt}/${id}/new` })),
          { text: 'Add many at once, from a spreadsheet', href: `${importAt}/costs` },
        ]
      : [],
  })
}

const costTable = (costs: CostsPage['costs']): TableShown => ({
  id: 'costs',
  caption: 'What one costs, over 12 months',
  head: [...words('Service'), ...numbers('All costs', 'Completed', 'Cost of one')],
  rows: costs.map(({ service, cost }) => [
    textCell(service.name),
    textCell(cost.months === 0 ? 'No data' : inPounds(cost.pence)),
    cost.months === 0 ? textCell('No data') : numberCell(cost.completed),
    textCell(costWords(cost)),
  ]),
})

const priceTable = (prices: CostsPage['prices'], mayWrite: boolean): TableShown => ({
  id: 'prices',
  caption: 'What one of each way costs the council',
  head: [...words('Way'), ...numbers('Cost of one'), ...words('Year', 'Source')],
  rows: paidWayIds.map((way): readonly Cell[] => {
    const price = prices[way]
    return [
      mayWrite
        ? { text: paidWays[way], href: `${costsAt}/one/${way}`, more: ': change what one costs' }
        : textCell(paidWays[way]),
      textCell(price === undefined ? 'No data' : inPounds(price.pence)),
      textCell(price?.year ?? 'No data'),
      textCell(price === undefined ? 'No data' : onOneLine(price.source)),
    ]
  }),
})

const savingWords = (costs: CostsPage['costs']): readonly string[] =>
  costs.map(({ service, saved }) =>
    saved === undefined
      ? `Savings of “${service.name}”: no data. They need what one of each way costs, and numbers of the other ways.`
      : `Savings of “${service.name}”, an estimate: ${inPounds(saved)} in the last 12 months, as fewer people call or use paper than at the start. More of the same is no saving.`,
  )

export type MonthsPage = Typed & {
  readonly all: readonly { readonly service: ServiceOf; readonly months: readonly MonthEditions[] }[]
}

export const monthsPage = ({ around, mayWrite, all }: MonthsPage): string => {
  const title = 'Months'
  return figuresPage(around, {
    title,
    words: [
      'A month is written once when it is provisional and once when it is final. It is never changed.',
      'Where a final month is wrong, one manager asks to count it again and another agrees. The new figures come the next night, beside the old ones.',
    ],
    tables: all.map(({ service, months }) => editionsTable(service, months, mayWrite)),
  })
}

const editionsTable = (service: ServiceOf, months: readonly MonthEditions[], mayWrite: boolean): TableShown => ({
  id: `months-${service.id}`,
  caption: service.name,
  head: [...words('Month', 'Editions', 'Written'), ...numbers('Things counted'), ...words('Count again')],
  rows: months
    .toReversed()
    .map(({ month, editions, facts, sealedAt, waits }): readonly Cell[] => [
      textCell(monthWords(month)),
      textCell(editions.map(editionWords).join(', ')),
      textCell(moment(sealedAt)),
      numberCell(facts),
      againCell({ href: `${monthsAt}/${service.id}/${month}`, month, final: editions.includes('f'), waits, mayWrite }),
    ]),
})

type Again = {
  readonly href: string
  readonly month: string
  readonly final: boolean
  readonly waits: boolean
  readonly mayWrite: boolean
}

const againCell = ({ href, month, final, waits, mayWrite }: Again): Cell => {
  if (!mayWrite || !final) return textCell(waits ? 'Asked for' : 'No')
  return { text: waits ? 'Agree' : 'Ask', href, more: `to count ${monthWords(month)} again` }
}

const editionWords = (edition: string): string => {
  if (edition === 'p') return 'provisional'
  return edition === 'f' ? 'final' : `revised ${edition.slice(1)}`
}
