// What a service tells the person who sent something: what it is, where it stands and what is next, in
// their own words, and what they can do about it. Staff have other words for the same states.
import type { Case, ListedCase } from '#domain/cases/case.ts'
import type { Evidence } from '#domain/cases/evidence.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Typed } from '#domain/forms/kind.ts'

export type ForResident = {
  // "Your housing application"
  readonly yours: string
  // What it is about: the household, the site. Kept with the case for its own applicant.
  readonly about?: (answers: Answers) => string
  // The same where it is read from the case itself: the day and time of an appointment.
  readonly aboutNow?: (subject: ListedCase) => string | undefined
  // A row for each state of the workflow.
  readonly stands: Readonly<Record<string, Stand>>
  // Actions of the workflow that the applicant takes on a page of its own, by their ids.
  readonly deeds?: Readonly<Record<string, DeedWords>>
  // The section in which documents are sent, and what a document that is asked for begins with, page by page.
  readonly documents?: {
    readonly section: string
    readonly begins?: (wanted: Evidence) => Readonly<Record<string, Typed>>
  }
  // The pages that another application of the same person begins with, where people apply often.
  readonly copies?: readonly string[]
  // The pages that say how to reach them.
  readonly contact?: readonly string[]
  // What may have changed, and the pages or sections that are then asked again.
  readonly changes?: Readonly<Record<string, ChangeWords>>
  // Between the case as it stands and as it would be with the change.
  readonly effects?: (before: Case, after: Case) => readonly Effect[]
}

// What a change would do, before it is sent: "likely", and never a decision.
export type Effect = { readonly question: string; readonly now: string; readonly after: string }

export type Stand = {
  // On the tag: "We are checking it".
  readonly label: string
  readonly next: string
  // The day that is told with it, as far as the case has one: the council's aim, the day to answer by, the
  // law's last day.
  readonly by?: 'aim' | 'answer' | 'law'
  // Nothing more can be sent: it was withdrawn, or it is past.
  readonly over?: true
}

export type DeedWords = {
  readonly link: string
  readonly title: string
  readonly words: readonly string[]
  readonly button: string
  readonly warning?: true
}

export type ChangeWords = { readonly label: string; readonly hint?: string; readonly keys: readonly string[] }

// One without words of its own would be told by nothing: a test holds the two tables together.
export const standOf = ({ stands }: ForResident, state: string): Stand =>
  stands[state] ?? { label: 'We have it', next: 'We will tell you when something changes.' }
