// The same measure of all services: decisions and waiting, texts, automation, and whether counting is well.
import { inWords } from '#domain/day.ts'
import { levels } from '#domain/measures/counting/facts.ts'
import { countIn, joined } from '#domain/measures/counting/sums.ts'
import type { ShareChange } from '#domain/measures/figures/automation.ts'
import { automatedSince, pointsWanted } from '#domain/measures/figures/baseline.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import { arrived, shareIn, textCategories, typedByHand } from '#domain/measures/figures/shares.ts'
import type { Ages } from '#domain/measures/figures/waiting.ts'
import { failures } from '#domain/texts/receipts.ts'
import type { Health } from '#usecases/measures/see-health.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { figureOf } from '../../measures/figures.ts'
import { failureWords } from '../../measures/section-tables.ts'
import { type Cell, numberCell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import { moment } from '../../when.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'
import { measuresAt, nextBestWords, type WithDeeds } from './measures-page.ts'

type OfService = {
  readonly service: { readonly id: string; readonly name: string }
  readonly months: readonly SeenMonth[]
}

export type Across = { readonly around: StaffAround; readonly all: readonly OfService[] }

const figuresOf = (share: 'in-time' | 'texts' | 'automated', all: readonly OfService[]) =>
  all.map(({ service, months }) => figureOf(share, months.slice(-13), { hides: false, of: service }))

type WithAges = OfService & {
  readonly ages: readonly Ages[]
  readonly more: boolean
  readonly stateWords: Readonly<Record<string, string>>
}

export const casesPage = ({
  around,
  all,
}: {
  readonly around: StaffAround
  readonly all: readonly WithAges[]
}): string => {
  const title = 'Decisions and waiting'
  return figuresPage(around, {
    title,
    tables: [agesTable(all), waitsTable(all)],
    figures: figuresOf('in-time', all),
    after: all.some(({ more }) => more) ? ['There are more open cases than are counted here.'] : [],
    links: all.map(({ service: { id, name } }) => ({
      text: `Documents, questions back and waiting: ${name}`,
      href: `${measuresAt}/${id}/cases`,
    })),
  })
}

const agesTable = (all: readonly WithAges[]): TableShown => ({
  id: 'ages',
  caption: 'Open cases: working days since they came',
  head: [...words('State'), ...numbers('Cases', 'Half are younger than', 'The oldest'), ...words('Who has to act')],
  rows: all.flatMap(({ service, ages, stateWords }) =>
    ages.map((one): readonly Cell[] => [
      textCell(`${service.name}: ${stateWords[one.state] ?? one.state}`),
      numberCell(one.count),
      numberCell(one.middle),
      numberCell(one.oldest),
      textCell(one.waits ? 'The applicant' : 'We do'),
    ]),
  ),
})

const waitsTable = (all: readonly OfService[]): TableShown => ({
  id: 'waits',
  caption: 'In the last month that is counted',
  head: [
    ...words('Service'),
    ...numbers('Decided in time', 'More time agreed', 'All documents at once', 'Asked for more', 'Worked out again'),
  ],
  rows: all.map(({ service, months }) => {
    const sums = months.filter(({ status }) => status !== 'now').at(-1)?.sums ?? {}
    return [
      { text: service.name, href: `${measuresAt}/${service.id}/cases` },
      textCell(percentWords(shareIn['in-time'](sums))),
      textCell(agreedWords(sums)),
      ...(['complete', 'asked', 'reassessed'] as const).map((share) => textCell(percentWords(shareIn[share](sums)))),
    ]
  }),
})

// Apart from those in time, of which they are a part.
const agreedWords = (sums: SeenMonth['sums']): string => {
  const { n, d } = shareIn.agreed(sums)
  return d === 0 ? 'None' : `${d}, ${n} of them in time`
}

export const textsPage = ({ around, all }: Across): string => {
  const title = 'Texts'
  const last = joined(all.map(({ months }) => months.filter(({ status }) => status !== 'now').at(-1)?.sums ?? {}))
  const ends = ['delivered', 'failed', 'uncertain', 'unwanted', 'held', 'cancelled'] as const
  return figuresPage(around, {
    title,
    words: [
      'A text counts as not arrived where nobody knows after 3 days. What was not wanted, held or called off is not in the share.',
    ],
    tables: [
      {
        id: 'categories',
        caption: 'In the last month that is counted',
        head: [
          ...words('Sort of text'),
          ...numbers('Arrive', 'Arrived', 'Failed', 'Not known', 'Not wanted', 'Held', 'Called off'),
        ],
        rows: textCategories.map((category) => [
          textCell(categoryWords[category]),
          textCell(percentWords(arrived(last, [category]))),
          ...ends.map((end) => numberCell(countIn(last, `texts.${category}.${end}`))),
        ]),
      },
      failuresTable(last),
    ],
    figures: figuresOf('texts', all),
  })
}

const failuresTable = (sums: SeenMonth['sums']): TableShown => ({
  id: 'failures',
  caption: 'Why texts failed in the last month that is counted',
  head: [...words('Reason'), ...numbers('Texts')],
  rows: failures.map((why) => [textCell(failureWords[why]), numberCell(countIn(sums, `texts.why.${why}`))]),
})

const categoryWords = {
  security: 'Codes and warnings',
  essential: 'Essential',
  reminder: 'Reminders',
  survey: 'Asking what people think',
} as const

type WithStart = OfService & { readonly service: WithDeeds; readonly baseline: readonly SeenMonth[] }

export const automationPage = ({
  around,
  all,
}: {
  readonly around: StaffAround
  readonly all: readonly WithStart[]
}): string => {
  const title = 'What is done without staff'
  return figuresPage(around, {
    title,
    words: sinceWords(all),
    tables: [levelsTable(all)],
    figures: figuresOf('automated', all),
  })
}

const sealedOf = (months: readonly SeenMonth[]): readonly SeenMonth[] => months.filter(({ status }) => status !== 'now')

const sinceWords = (all: readonly WithStart[]): readonly string[] => {
  const months = all.map(({ service, months: some, baseline: before }) => ({
    ...{ service: service.id, before, months: sealedOf(some) },
  }))
  const { change, large } = automatedSince(months)
  if (change === undefined) return ['There are not enough months yet to say how it changed.']
  const names = all.flatMap(({ service }) => (large.includes(service.id) ? [`“${service.name}”`] : []))
  return [
    ...changeWords(change),
    ...(names.length === 0 ? [] : [`Four fifths of all outcomes are of ${names.join(' and ')}.`]),
    ...all.flatMap(({ service, months: some }) =>
      nextBestWords(service, sealedOf(some)).map((line) => `${service.name}: ${line}`),
    ),
  ]
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

const changeWords = ({ before, after, points, relative, rate, mix }: ShareChange): readonly string[] => [
  `From ${before.toFixed(1)}% to ${after.toFixed(1)}%: ${signed(points)} points. The target is +${pointsWanted} points${points >= pointsWanted ? ': met' : ''}.`,
  ...(relative === undefined ? [] : [`That is ${signed(relative)}% of the share before.`]),
  `More automation: ${signed(rate)} points. More of what was automated already: ${signed(mix)} points.`,
  ...(rate === 0 && mix !== 0 ? ['It changed by the mix alone.'] : []),
]

const levelsTable = (all: readonly OfService[]): TableShown => ({
  id: 'levels',
  caption: 'Outcomes of the last 12 months',
  head: [
    ...words('Service'),
    ...numbers(
      'On paper or typed',
      'Decided by staff',
      'Confirmed by staff',
      'Without staff',
      'Taken back',
      'Told at once',
    ),
  ],
  rows: all.map(levelsRow),
})

const levelsRow = ({ service, months }: OfService): readonly Cell[] => {
  const last = sealedOf(months).slice(-12)
  const sums = joined(last.map((one) => one.sums))
  return [
    textCell(service.name),
    ...levels.map((level) => numberCell(countIn(sums, `outcomes.${level}`) + (level === 'A0' ? typedByHand(sums) : 0))),
    numberCell(countIn(sums, 'outcomes.undone')),
    numberCell(countIn(sums, 'end.told')),
  ]
}

export const healthPage = ({ around, health }: { readonly around: StaffAround; readonly health: Health }): string => {
  const title = 'Is counting well?'
  return figuresPage(around, {
    title,
    words: ['Counting stands apart from saving. Where it is late, nobody who applies notices.'],
    tables: [
      {
        id: 'counted',
        caption: 'What was counted last',
        head: [...words('Service', 'Last day', 'Written'), ...numbers('Things counted')],
        rows: health.services.map(({ name, last }) => [
          textCell(name),
          textCell(last === undefined ? 'No data' : inWords(last.day)),
          textCell(last?.writtenAt === undefined ? 'Not known' : moment(last.writtenAt)),
          last === undefined ? textCell('No data') : numberCell(last.facts),
        ]),
      },
    ],
    after:
      health.rebuilt === undefined
        ? ['Nobody has counted again from the start yet.']
        : [
            `Counted again from the start on ${moment(health.rebuilt.at)}: ${health.rebuilt.differences === 0 ? 'the figures stood' : `${health.rebuilt.differences} figures were mended`}.`,
          ],
  })
}
