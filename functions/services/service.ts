// What this council offers. One definition gives a service its pages, validation, storage, check-your-answers, staff view, texts and picture.
import type { Applicant, Case, Decision } from '#domain/cases/case.ts'
import type { DecisionNotice } from '#domain/cases/decision-notice.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import type { Telling } from '#domain/cases/desk/same-person.ts'
import type { EvidenceItem } from '#domain/cases/evidence.ts'
import type { Workflow } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { RecordPart } from '#domain/forms/answered/record.ts'
import type { Form } from '#domain/forms/form.ts'
import type { FactChannel } from '#domain/measures/counting/facts.ts'
import type { PreferredGroup } from '#domain/measures/returns/core.ts'
import type { Finds } from '#domain/people/findable.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Trial } from '#domain/rules/trial.ts'
import type { Booking } from '#domain/slots/booking.ts'
import { bookingShown, type ShownLine } from '#domain/slots/booking-shown.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import type { ForResident } from './for-resident.ts'

export type Service = {
  // In addresses: /housing
  readonly id: string
  readonly name: string
  // The noun for one of them: 'application', 'appointment'.
  readonly noun: string
  readonly team: string
  readonly start: StartPage
  readonly form: Form
  readonly workflow: Workflow
  // What whoever sent one is told, and can do.
  readonly forResident: ForResident
  readonly texts: Readonly<Record<string, TextTemplate>>
  // The first letter of its references.
  readonly letter: string
  // Working days from receipt to decision, the service's own target.
  readonly targetDays: number
  readonly applicant: (answers: Answers) => Applicant
  // The mobile number whose codes open what they began, as far as it is told and safe to text; the applicant's where a service says nothing.
  readonly codesTo?: (answers: Answers) => string | undefined
  // May we write to an address of theirs, as far as the form asked? Absent where it does not ask which ways are safe.
  readonly emailIsSafe?: (answers: Answers) => boolean
  // The questions that say how, when and in what form to contact the applicant, as staff see them.
  readonly contactAnswers: readonly string[]
  // The questions that ask whether the applicant works for the council, is a councillor, or is close
  // to one: their answers stand at the top of the case.
  readonly connectionAnswers?: readonly string[]
  // The reference of the case that it is about, as it was typed: nobody who had a part in that one answers it.
  readonly concerns?: (answers: Answers) => string | undefined
  // Who fills the form in, for whoever counts (docs/rules/measures.md, "Ways"). Absent where it does not ask.
  readonly filledInBy?: (answers: Answers) => FactChannel
  // What a worklist calls the case.
  // Where letters to the applicant go: the name first, a line each, the postcode last.
  readonly lettersTo?: (subject: Case) => string | undefined
  readonly title: (answers: Answers) => string
  readonly sensitive?: (answers: Answers) => boolean
  // Which answers staff find it by: who its people are, and how they are reached.
  readonly finds?: Finds
  // Of the addresses that it is about, as the gazetteer numbers them.
  readonly uprns?: (answers: Answers) => readonly string[]
  // What tells the people of an application from others: where it is the same as on another, an officer compares the two.
  readonly identifies?: (answers: Answers) => readonly Identified[]
  // The questions whose answers a document of a case is proof of, by how the record has it.
  readonly proofOf?: (document: RecordPart) => readonly string[]
  // What cannot wait until we have read it, and whom to call: told as soon as it is sent.
  readonly urgent?: (answers: Answers) => readonly string[]
  // What the person should send or bring, worked out from their answers.
  readonly documents?: (answers: Answers) => readonly string[]
  // What the rules say before sending: likely, never a decision. Shown between check-your-answers and the declaration.
  // `now` in milliseconds: what is sent after hours may count from another day.
  readonly advice?: (answers: Answers, today: Day, now: number) => Assessment
  // What the rules propose to the officer; the case keeps it as it was on the day.
  readonly assessment?: (answers: Answers, today: Day, beside: BesideAnswers) => Assessment
  // What the date alone changed since a day, in words: a birthday that moves somebody to another room, an award or a leave that ends.
  readonly tonight?: (answers: Answers, days: Nights, decisions: readonly Decision[]) => readonly Tonight[]
  // The first day after this one on which `tonight` may find something new, as far as the answers and decisions tell.
  readonly nextNight?: (answers: Answers, today: Day, decisions: readonly Decision[]) => Day | undefined
  // The documents that it needs and where each stands, beside how they stood before.
  readonly evidence?: (answers: Answers, before: readonly EvidenceItem[], today: Day) => readonly EvidenceItem[]
  // What an officer looks for first, at the head of the case: four at most.
  readonly facts?: (subject: Case) => readonly FactShown[]
  // What a row of a list says that it is about: nothing of it was told in confidence.
  readonly gist?: (subject: Case) => Gist
  // By law whom every scheme must prefer, as the rules found it: for returns to the government.
  readonly preferredAs?: (subject: Pick<Case, 'assessment'>) => readonly PreferredGroup[] | undefined
  // What officers decided, for the case's page.
  readonly standing?: (subject: Case, today: Day) => Standing
  // The notice that is issued with its newest outcome, where one is.
  readonly notice?: (subject: Case) => DecisionNotice | undefined
  // Rules that staff can try on typed answers or a case's, for any day.
  readonly trials?: readonly Trial[]
  // It gives appointments: sending the form books a time, or joins the waiting list. The case then
  // starts in the workflow's `waits`.
  readonly booking?: Booking
  // What the confirmation and the status page show of the case, beside a booking's day, time and place.
  readonly shown?: (subject: Case) => readonly ShownLine[]
  // The values for ((placeholders)) of its texts.
  readonly words?: (subject: Case, today: Day) => Readonly<Record<string, string>>
}

export type Bookable = Service & { readonly booking: Booking }

// Without reading it: a service that was not loaded yet need not be for this (late.ts).
export const isBookable = (service: Service): service is Bookable => 'booking' in service

export const shownOf = ({ booking, shown }: Service, subject: Case): readonly ShownLine[] => [
  ...(booking === undefined ? [] : bookingShown(booking, subject)),
  ...(shown?.(subject) ?? []),
]

// `sensitive`: it tells of answers that were given in confidence.
export type FactShown = { readonly question: string; readonly lines: readonly string[]; readonly sensitive?: boolean }

export type Identified = { readonly by: Telling; readonly value: string }

// What the rules read beside the answers. `sentAt`, `now`: the instants that it was first sent, and that it is worked out.
export type BesideAnswers = {
  readonly sentAt: number
  readonly now: number
  // What the case has so far; nothing before it is one.
  readonly of?: Pick<Case, 'decisions' | 'placing' | 'assessment' | 'sameAs' | 'completeOn'>
}

// The last day that was looked at, and today.
export type Nights = { readonly since: Day; readonly today: Day }

// Awards and the like in words, and where the case has stood, newest first.
export type Standing = {
  // Of decisions that are no awards: their heading. They need no word of whether they are in force.
  readonly called?: string
  readonly decisions: readonly DecisionShown[]
  readonly placings: readonly PlacingShown[]
  // Proposed, and not approved yet.
  readonly proposed?: PlacingShown
}

export type DecisionShown = {
  readonly title: string
  readonly state: 'stands' | 'ends-soon' | 'ended'
  readonly lines: readonly string[]
}

export type PlacingShown = { readonly title: string; readonly lines: readonly string[] }

export type Tonight = { readonly words: string; readonly tellsApplicant: boolean }

export type StartPage = {
  readonly title: string
  readonly summary: string
  readonly before?: readonly string[]
  readonly whatYouNeed: readonly string[]
  readonly minutes: number
  // For whom it takes longer, and how much.
  readonly longer?: string
  readonly otherWays: readonly string[]
  readonly phone: string
  readonly whatHappensNext: readonly string[]
}
