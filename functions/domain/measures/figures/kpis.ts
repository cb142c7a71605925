// The four indicators that a service must publish, out of sums (GOV.UK service manual, "Data you must
// publish"), each as its two counts.
import { channels, type FactChannel } from '../counting/facts.ts'
import { countIn, type Sums, type Window } from '../counting/sums.ts'
import type { Ratio } from './rates.ts'

// Of those who began in the period, whoever got what they came for.
export const completion = (sums: Sums, within: Window = '28d'): Ratio => ({
  n: countIn(sums, `done.${within}`),
  d: countIn(sums, 'starts'),
})

export const ratings = ['very-satisfied', 'satisfied', 'neither', 'dissatisfied', 'very-dissatisfied'] as const
export type Rating = (typeof ratings)[number]

export const ratingCounts = (sums: Sums): readonly number[] => ratings.map((one) => countIn(sums, `rated.${one}`))

export const satisfaction = (counts: readonly number[]): Ratio => ({
  n: (counts[0] ?? 0) + (counts[1] ?? 0),
  d: counts.reduce((sum, count) => sum + count, 0),
})

// As GOV.UK's Performance Platform weighed them until 2021: 100, 75, 50, 25 and 0.
export const oldScore = (counts: readonly number[]): Ratio => {
  const weighed = counts.reduce((sum, count, place) => sum + count * (4 - place), 0)
  return { n: weighed, d: 4 * counts.reduce((sum, count) => sum + count, 0) }
}

const digital: readonly FactChannel[] = ['self', 'helper', 'with-staff']

export type ByChannel = Readonly<Partial<Record<FactChannel, number>>>

export const doneByChannel = (sums: Sums): ByChannel =>
  Object.fromEntries(channels.map((channel) => [channel, countIn(sums, `done.${channel}`)]))

const over = (counts: ByChannel, wanted: readonly FactChannel[]): number =>
  wanted.reduce((sum, channel) => sum + (counts[channel] ?? 0), 0)

export const takeUp = (counts: ByChannel): Ratio => ({ n: over(counts, digital), d: over(counts, channels) })

export const assisted = (counts: ByChannel): Ratio => ({
  n: over(counts, ['helper', 'with-staff']),
  d: over(counts, channels),
})

// In pence, halves up. Undefined where nothing was completed.
export const costEach = (pence: number, completed: number): number | undefined =>
  completed === 0 ? undefined : Math.floor((2 * pence + completed) / (2 * completed))
