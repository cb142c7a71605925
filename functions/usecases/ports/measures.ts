// Facts and sums, as the table keeps them.
import type { Day } from '#domain/day.ts'
import type { Fact } from '#domain/measures/counting/facts.ts'
import type { CaseHistory } from '#domain/measures/counting/history.ts'
import type { Begun } from '#domain/measures/counting/start-fact.ts'
import type { Sums } from '#domain/measures/counting/sums.ts'
import type { SentText } from '#domain/measures/counting/text-fact.ts'
import type { RatedFeedback } from '#domain/measures/feedback/rated-fact.ts'
import type { Month, SealedMonth } from '#domain/measures/months.ts'

export type FactStore = {
  // Stands unless a version as new is there already.
  readonly put: (fact: Fact) => Promise<void>
  readonly ofDay: (service: string, day: Day) => Promise<readonly Fact[]>
}

// `stamp`: of the facts that it was made of. It grows with every fact, so the newer sums stand.
// `writtenAt`: an instant, for whoever asks how late counting is.
export type DaySums = {
  readonly day: Day
  readonly sums: Sums
  readonly facts: number
  readonly stamp: number
  readonly writtenAt?: number
}

export type SumStore = {
  readonly putDay: (service: string, day: DaySums) => Promise<void>
  // False where that edition of the month is there already: it is never changed.
  readonly seal: (service: string, month: SealedMonth) => Promise<boolean>
  // First and last month included, every edition of each.
  readonly months: (service: string, from: Month, to: Month) => Promise<readonly SealedMonth[]>
  // The first that were ever sealed, as many as one read gives.
  readonly first: (service: string) => Promise<readonly SealedMonth[]>
  // First and last day included.
  readonly days: (service: string, from: Day, to: Day) => Promise<readonly DaySums[]>
}

// A month's open data as it was published.
export type OpenFile = {
  readonly month: Month
  readonly edition: string
  readonly csv: string
  readonly madeAt: number
}

export type OpenFiles = {
  // Every one of a service, oldest month first.
  readonly of: (service: string) => Promise<readonly OpenFile[]>
  // Put if absent.
  readonly put: (service: string, file: OpenFile) => Promise<void>
}

// What the table's stream tells of.
export type Streamed = { readonly sequence: string } & CountedChange

export type CountedChange =
  | { readonly is: 'draft'; readonly draft: Begun }
  | { readonly is: 'text'; readonly text: SentText }
  | { readonly is: 'feedback'; readonly feedback: RatedFeedback }
  // Something was added to its history.
  | { readonly is: 'case'; readonly reference: string }

// What happened to cases, without what anybody said.
export type Histories = { readonly of: (reference: string) => Promise<CaseHistory | undefined> }
