// Every share that is shown or published, out of sums: one place for pages, open data and indicators
// (docs/rules/measures.md).
import { otherWays } from '../counting/facts.ts'
import { countIn, type Sums } from '../counting/sums.ts'
import { assisted, completion, doneByChannel, ratingCounts, satisfaction, takeUp } from './kpis.ts'
import type { Ratio } from './rates.ts'

export const shareIds = [
  'completion',
  'satisfaction',
  'take-up',
  'assisted',
  'automated',
  'in-time',
  'complete',
  'asked',
  'reassessed',
  'contacted',
  'contacted-again',
  'texts',
  'agreed',
  'booked',
  'used',
  'missed',
  'met',
  'refused',
  'cancelled-late',
  'cancelled-again',
] as const
export type ShareId = (typeof shareIds)[number]

const of = (sums: Sums, part: string, whole: string): Ratio => ({ n: countIn(sums, part), d: countIn(sums, whole) })

export const shareIn: Readonly<Record<ShareId, (sums: Sums) => Ratio>> = {
  completion: (sums) => completion(sums),
  satisfaction: (sums) => satisfaction(ratingCounts(sums)),
  'take-up': (sums) => takeUp(doneByChannel(sums)),
  assisted: (sums) => assisted(doneByChannel(sums)),
  automated: (sums) => automatedIn(sums),
  'in-time': (sums) => of(sums, 'outcomes.in-time', 'outcomes'),
  complete: (sums) => of(sums, 'cases.complete', 'cases'),
  asked: (sums) => of(sums, 'cases.asked', 'cases'),
  reassessed: (sums) => of(sums, 'cases.reassessed', 'cases'),
  contacted: (sums) => of(sums, 'cases.contacted', 'cases'),
  'contacted-again': (sums) => of(sums, 'cases.contacted-again', 'cases.contacted'),
  texts: (sums) => arrived(sums),
  agreed: (sums) => of(sums, 'outcomes.agreed.in-time', 'outcomes.agreed'),
  booked: (sums) =>
    countIn(sums, 'time.open') > 0 ? of(sums, 'time.within', 'time.open') : ofOffered(sums, 'time.booked'),
  used: (sums) => ofOffered(sums, 'time.used'),
  met: (sums) => of(sums, 'time.met', 'time.open'),
  refused: (sums) => ({ n: countIn(sums, 'tries') - countIn(sums, 'tries.held'), d: countIn(sums, 'tries') }),
  'cancelled-late': (sums) => ({ n: countIn(sums, 'cancelled.late'), d: everBooked(sums) }),
  'cancelled-again': (sums) => of(sums, 'cancelled.again', 'cancelled.in-time'),
  missed: (sums) => ({
    n: countIn(sums, 'visits.missed'),
    d: countIn(sums, 'visits.missed') + countIn(sums, 'visits.seen'),
  }),
}

const everBooked = (sums: Sums): number =>
  ['booked', 'seen', 'missed', 'cancelled'].reduce((sum, state) => sum + countIn(sums, `visits.${state}`), 0)

// Never more than there was: a time that was closed after it was booked is offered no more.
const ofOffered = (sums: Sums, part: string): Ratio => {
  const d = countIn(sums, 'time.offered')
  return { n: Math.min(d, countIn(sums, part)), d }
}

// What came by phone or on paper has an outcome too, and never an automated one.
const automatedIn = (sums: Sums): Ratio => ({
  n: countIn(sums, 'outcomes.A3'),
  d: countIn(sums, 'outcomes') + typedByHand(sums),
})

// What came in other ways and has no case here: staff type how many there were.
export const typedByHand = (sums: Sums): number =>
  otherWays.reduce((sum, way) => sum + countIn(sums, `done.${way}`) - countIn(sums, `known.${way}`), 0)

export const textCategories = ['security', 'essential', 'reminder', 'survey'] as const
export type TextCategory = (typeof textCategories)[number]

// What was not wanted, held or called off is not sent.
export const arrived = (sums: Sums, categories: readonly TextCategory[] = textCategories): Ratio => {
  const all = (end: string): number => categories.reduce((sum, one) => sum + countIn(sums, `texts.${one}.${end}`), 0)
  return { n: all('delivered'), d: all('delivered') + all('failed') + all('uncertain') }
}
