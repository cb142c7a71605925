// Which figures a service's page shows, and how each is called.
import { countIn, type Sums } from '#domain/measures/counting/sums.ts'
import { completion, doneByChannel, ratingCounts, satisfaction, takeUp } from '#domain/measures/figures/kpis.ts'
import type { Ratio } from '#domain/measures/figures/rates.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type ShareOf, shareFigure } from './figure.ts'

// A figure that nobody was counted for in any month is left out.
export const figuresOf = (months: readonly SeenMonth[], how: { readonly hides: boolean }) =>
  shares
    .filter(({ always, ratio }) => always === true || months.some((month) => ratio(month).d > 0))
    .map((share) => shareFigure(share, months, how))

const shares: readonly (ShareOf & { readonly always?: true })[] = [
  {
    ...{ id: 'completion', noun: 'people finish', part: 'Finished', whole: 'Started', share: 'Share who finish' },
    ratio: ({ sums }) => completion(sums),
    always: true,
  },
  {
    ...{ id: 'satisfaction', noun: 'people are satisfied', part: 'Satisfied', whole: 'Answered', share: 'Share' },
    ratio: ({ sums }) => satisfaction(ratingCounts(sums)),
  },
  {
    ...{ id: 'take-up', noun: 'people do it online', part: 'Online', whole: 'All', share: 'Share online' },
    ratio: ({ sums }) => takeUp(doneByChannel(sums)),
  },
  {
    ...{ id: 'automation', noun: 'outcomes need no staff', part: 'Without staff', whole: 'Outcomes', share: 'Share' },
    ratio: ({ sums }) => of(sums, 'outcomes.A3', 'outcomes'),
  },
  {
    ...{ id: 'in-time', noun: 'outcomes come in time', part: 'In time', whole: 'Outcomes', share: 'Share in time' },
    ratio: ({ sums }) => of(sums, 'outcomes.in-time', 'outcomes'),
  },
  {
    ...{ id: 'texts', noun: 'texts arrive', part: 'Arrived', whole: 'Sent', share: 'Share that arrive' },
    ratio: ({ sums }) => textsArrived(sums),
  },
]

const of = (sums: Sums, part: string, whole: string): Ratio => ({ n: countIn(sums, part), d: countIn(sums, whole) })

const categories = ['security', 'essential', 'reminder', 'survey'] as const

// What was not wanted, held or called off is not sent.
const textsArrived = (sums: Sums): Ratio => {
  const all = (end: string): number => categories.reduce((sum, one) => sum + countIn(sums, `texts.${one}.${end}`), 0)
  return { n: all('delivered'), d: all('delivered') + all('failed') + all('uncertain') }
}
