// A case: what a resident sent, where it stands, and who has it.
import type { Day } from '../day.ts'
import type { FormRecord } from '../forms/answered/record.ts'
import type { SealKey } from '../forms/in-confidence.ts'
import type { Assessment } from '../rules/assessment.ts'
import type { Statutory } from '../rules/statutory.ts'
import type { Appointment, LeavesTime } from '../slots/appointment.ts'
import type { Waiting } from '../slots/waiting.ts'
import type { AskedStaff, NotedContact, Ways } from './contact.ts'
import type { NoticeHashes } from './decision-notice.ts'
import type { Complaint, Concerns } from './desk/complaint.ts'
import type { Marked } from './desk/markers.ts'
import type { FeeReceived, GatewayRecord } from './desk/recorded.ts'
import type { EndingDecision, RowSaid } from './desk/row.ts'
import type { SamePerson } from './desk/same-person.ts'
import type { EvidenceItem } from './evidence.ts'
import type { HowKept } from './going.ts'
import type { Outcome, Proposal, Review } from './outcome.ts'
import type { PlaceOnRegister, PlacingHistory, ProposedPlacing } from './placing.ts'
import type { SafeTimes } from './safe-times.ts'
import type { Tick } from './ticks.ts'

export type Case = HowKept & {
  readonly reference: string
  readonly service: string
  readonly team: string
  // In worklists: the applicant's name, or the site; and what its own applicant calls it and knows it by.
  readonly title: string
  readonly called?: string
  readonly about?: string
  // What else worklists say of it (desk/row.ts).
  readonly row?: RowSaid
  readonly state: string
  readonly version: number
  // Instants in milliseconds.
  readonly openedAt: number
  readonly changedAt: number
  // The service target, in the council's days. Absent once the case is closed.
  readonly dueOn?: Day
  // The target stands still since this day: we wait for the applicant.
  readonly waitingSince?: Day
  // The day on which the applicant answered, until an officer goes on with it.
  readonly replied?: Day
  readonly assignee?: { readonly id: string; readonly name: string }
  // Whose it is while they are away and somebody else, or nobody, has it.
  readonly lentBy?: { readonly id: string; readonly name: string }
  readonly applicant: Applicant
  readonly record: FormRecord
  readonly draftId: string
  // Under which its answers, and all that staff write about them, are sealed: the key of the draft that it was sent from.
  readonly sealedUnder?: SealKey
  // Page keys that the applicant was asked to answer again, and the draft that was opened for it.
  readonly asked?: AskedOfThem
  // What they sent unasked and nobody has looked at.
  readonly news?: News
  // A change that they told, and no officer has accepted or not: since when, and the draft with their answers of before.
  readonly told?: { readonly on: Day; readonly from: string }
  // Restricted to named staff and managers: safety, or the applicant works here.
  readonly sensitive?: boolean
  // Ids of staff who declared an interest: the case is closed to them.
  readonly interests?: readonly string[]
  // Whoever sent it had not shown by a code that the number is theirs: texts that they cause have an allowance of their own.
  readonly unproved?: boolean
  // By what staff are known whose own case it is (own.ts): absent on cases of before.
  readonly whose?: readonly string[]
  // What the rules proposed when it was sent, with the working and the pack that was read.
  readonly assessment?: Assessment
  // What officers decided and the rules read, with all that ended; and what of it will end, for lists to warn of.
  readonly decisions?: readonly Decision[]
  readonly endings?: readonly EndingDecision[]
  // The band and the date that count, with every one before; and what is proposed and waits for approval.
  readonly placing?: PlacingHistory
  readonly proposed?: ProposedPlacing
  // Another proposal that waits for somebody else: to refuse, to cancel, to return.
  readonly proposal?: Proposal
  // What was decided in the end, each version of it; and each time that somebody asked to look at it again.
  readonly outcomes?: readonly Outcome[]
  readonly reviews?: readonly Review[]
  // What the rules left to a person, and what a person found.
  readonly ticks?: readonly Tick[]
  // Each document that it needs and where it stands, and the day on which the last one was in (docs/rules/housing.md, "Evidence").
  readonly evidence?: readonly EvidenceItem[]
  readonly completeOn?: Day
  // The last day on which the date alone changed something and the case noted it.
  readonly datedOn?: Day
  // Other applications that may be the same person's. For officers: the applicant is never told.
  readonly sameAs?: readonly SamePerson[]
  // The law's own clock, once the application is valid. It runs beside the service target and never pauses.
  readonly statutory?: Statutory
  // What was paid for it, once somebody has seen it: whole, on the day on which the last of it came.
  readonly feeReceived?: FeeReceived
  // Who was asked whether a committee should decide, and what they said.
  readonly gateway?: GatewayRecord
  // How a complaint stands, and the case that it is about.
  readonly complaint?: Complaint
  readonly concerns?: Concerns
  // Of the addresses that it is about, as the gazetteer numbers them.
  readonly uprns?: readonly string[]
  // Set for appointments: when and where, and the version of its calendar entry.
  readonly appointment?: Appointment
  // Set for whoever waits for a time, or waited for the one that they have.
  readonly waiting?: Waiting
} & Marked

// A case as lists have it: without what is large, told in confidence, worked out, decided or written.
export type ListedCase = Omit<
  Case,
  | 'record'
  | 'assessment'
  | 'decisions'
  | 'placing'
  | 'evidence'
  | 'outcomes'
  | 'ticks'
  | 'complaint'
  | 'markers'
  | 'markerProposed'
  | 'reviews'
  | 'sealedUnder'
  | 'proposed'
  | 'proposal'
  | 'sameAs'
  | 'asked'
> & {
  readonly asked?: Omit<AskedOfThem, 'message'>
  // Of the placing, what the register's own list shows.
  readonly place?: PlaceOnRegister
}

export type Applicant = {
  readonly name: string
  // E.164; absent when there is none, or when it is not safe to text.
  readonly phone?: string
  readonly mayText: boolean
  // Absent where there is none, or when it is not safe to write to it (contact.ts).
  readonly email?: string
  // When they said that it is safe to text them; absent: at any time.
  readonly safeTimes?: SafeTimes
} & Ways

// What the applicant sent unasked (news.ts): since when, and the council's own day to have looked by.
export type News = { readonly since: Day; readonly by: Day; readonly of: readonly NewsOf[] }
export type NewsOf = 'message' | 'documents' | 'change'

export type AskedOfThem = {
  readonly keys: readonly string[]
  readonly message: string
  readonly by: Day
  readonly draftId: string
  // Documents are chased: since when, for how many days, and how often so far.
  readonly chase?: { readonly on: Day; readonly days: number; readonly times: number }
}

// What an officer decided and the rules read: a code that is awarded, one that lowers a priority, or a room that is agreed (decisions.ts).
export type Decision = {
  readonly is: 'award' | 'reduction' | 'room'
  // As the scheme has it: 'B-MED', 'R-NOBID'. Of a room, what it is for: 'carer'.
  readonly code: string
  // Of a room, whose it is, as the rules call them.
  readonly of?: string
  readonly on: Day
  readonly by: string
  readonly byId: string
  readonly roles: readonly Role[]
  readonly reason: string
  // What it rests on, and the day on which that was received.
  readonly proof?: string
  readonly proofOn?: Day
  // It stands until the day before this one.
  readonly until?: Day
  // The band of before, for a reduction that keeps it.
  readonly bandBefore?: string
  readonly ended?: Ended
}

export type Ended = { readonly on: Day; readonly by: string; readonly reason: string }

export type Actor =
  | {
      readonly is: 'staff'
      readonly id: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly teams: readonly string[]
      // E.164: their own application is known by it, and by their marks (own.ts).
      readonly phone?: string
      readonly own?: readonly string[]
      // A restricted case that they opened in an emergency, and the instant at which it closes.
      readonly emergency?: { readonly reference: string; readonly until: number }
    }
  | { readonly is: 'applicant' }
  | { readonly is: 'system' }

export type Staff = Extract<Actor, { is: 'staff' }>

export const roles = [
  'housing-officer',
  'planning-officer',
  'bookings-staff',
  'customer-adviser',
  'team-manager',
  'review-officer',
  'complaints-officer',
  'auditor',
] as const

export type Role = (typeof roles)[number]

// One line of a case's history. Append only.
export type CaseEvent = AskedStaff &
  LeavesTime & {
    readonly id: string
    readonly at: number
    // Who did it, by name as it was then: 'the applicant', 'Guildhall' for the system.
    readonly by: string
    readonly byId?: string
    readonly action: string
    readonly words: string
    readonly from?: string
    readonly to?: string
    // The case's version after this event: history is contiguous.
    readonly version: number
    // What the decision notice that it issued is known by.
    readonly notice?: NoticeHashes
    // What the action needed: question and shown answer.
    readonly details?: readonly Detail[]
  }

export type Detail = {
  readonly question: string
  readonly lines: readonly string[]
  // The answer as it was, where it was given again.
  readonly before?: readonly string[]
  readonly sensitive?: boolean
}

export type Note = NotedContact & {
  readonly id: string
  readonly at: number
  readonly by: string
  readonly byId: string
  readonly words: string
}
