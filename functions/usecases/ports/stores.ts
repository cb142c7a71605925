// The interfaces to the outside. Adapters implement them; use cases know nothing else of the world.
import type { Case, CaseEvent, ListedCase, Note } from '#domain/cases/case.ts'
import type { NoticeKind } from '#domain/cases/decision-notice.ts'
import type { Stood } from '#domain/cases/desk/complaint.ts'
import type { Hands } from '#domain/cases/desk/hands.ts'
import type { Task } from '#domain/cases/task.ts'
import type { Day } from '#domain/day.ts'
import type { Change, Draft } from '#domain/forms/answered/draft.ts'
import type { Ending } from '#domain/forms/ends.ts'
import type { Result } from '#domain/result.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Blocks, Parted } from '#domain/slots/block.ts'
import type { Impact } from '#domain/slots/impact.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { WaitingEntry } from '#domain/slots/waiting.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Mark, SetHelpers, Tie } from './access.ts'
import type { PrintedNotice } from './notices.ts'
import type { Lane, LaneQuery, WorklistPage, WorklistQuery } from './staff.ts'
import type { PartOfMany } from './team.ts'
import type { BlockStore, ByRota, GroupStores, TimetableStore, WaitingFor, WalkInStore } from './timetables.ts'

export type Clock = {
  // The instant, in milliseconds.
  readonly now: () => number
}

export type Ids = {
  // 128 bits or more, URL-safe.
  readonly secret: () => string
  // Sorts by time; `now` in milliseconds.
  readonly ordered: (now: number) => string
  // References people can read aloud: letters without vowels, digits without look-alikes.
  readonly reference: (letter: string) => string
  // Six digits.
  readonly code: () => string
  // Of the request that is answered just now, where there is one.
  readonly asked: () => string | undefined
}

// Keyed hashes, so that a phone number or code is never stored or used as a key in clear.
export type Keys = {
  readonly hash: (purpose: string, value: string) => string
  readonly same: (a: string, b: string) => boolean
}

export type SaveProblem = 'changed-elsewhere' | 'submitted' | 'gone'

export type DraftStore = {
  readonly start: (draft: Draft) => Promise<void>
  // Undefined too where its key was erased, and with it what it said.
  readonly get: (id: string) => Promise<Draft | undefined>
  // Writes one page's change where the draft is still a draft at `draft.version`.
  readonly save: (draft: Draft, change: Change, now: number) => Promise<Result<Draft, SaveProblem>>
  // Beside a save, for whoever counts: how it would end here. Nothing where it changed meanwhile.
  readonly note: (draft: Draft, ended: Ending) => Promise<void>
  // Ties a draft to an email address beside its phone, or to none.
  readonly setEmail: (
    draft: Draft,
    email: string | undefined,
    texts: readonly Text[],
  ) => Promise<Result<Draft, SaveProblem>>
  // Whom the applicant lets help, also where it was sent.
  readonly setHelpers: SetHelpers
  // For good, with its way back and what is known of its files, where it is still a draft.
  readonly erase: (draft: Draft) => Promise<Result<null, SaveProblem>>
  // Ties a draft to a phone, so that its owner can find it again, and to no other phone; or to none.
  readonly setPhone: (
    draft: Draft,
    tie: Tie,
    texts: readonly Text[],
  ) => Promise<Result<Draft, SaveProblem | 'too-many'>>
}

export type Submission = {
  readonly draft: Draft
  readonly subject: Case
  readonly event: CaseEvent
  readonly texts: readonly Text[]
  // Time claimed with it; each is held by the draft.
  readonly claims: readonly Claim[]
  readonly rota?: ByRota
  // The files that answer a question on the path, and what the case calls each.
  readonly files: readonly { readonly id: string; readonly label: string }[]
  readonly token: string
  // By what else the case is found: keyed hashes of what tells its people from others.
  readonly marks?: readonly Mark[]
}

export type SubmitProblem =
  | { readonly is: 'already'; readonly reference: string }
  | { readonly is: 'reference-taken' }
  | { readonly is: 'changed-elsewhere' }
  | { readonly is: 'time-taken' }
  // The person has an appointment of this type in this place of theirs.
  | { readonly is: 'already-booked'; readonly reference: string }
  // The reply was lost and asking again did not settle it.
  | { readonly is: 'unknown' }

export type WholeCase = CaseParts & { readonly events: readonly CaseEvent[] }

// As a page opens it. Of a long history it has the last: `lately`, oldest first; `earlier`: there is more before.
export type OpenedCase = CaseParts & {
  readonly lately: readonly CaseEvent[]
  readonly earlier: boolean
  readonly hands: Hands
}

export type CaseParts = {
  readonly subject: Case
  readonly notes: readonly Note[]
  readonly files: readonly StoredFile[]
  // What somebody is to do on it, or did.
  readonly tasks: readonly Task[]
  readonly texts: readonly Text[]
}

export type CaseChange = PartOfMany & {
  readonly before: Case
  readonly subject: Case
  readonly event: CaseEvent
  readonly texts: readonly Text[]
  readonly claims?: readonly Claim[]
  readonly rota?: ByRota
  readonly frees?: readonly Claim[]
  // Who holds `claims`, where it is not the case's draft.
  readonly heldBy?: string
  // Time that an offer holds for the case: free, or the waiting list's until now. `until`: an instant.
  readonly holds?: { readonly claims: readonly Claim[]; readonly until: number }
  // Time of the case that the waiting list has next, instead of everybody.
  readonly keeps?: { readonly claims: readonly Claim[]; readonly until: number }
  // Time of the case that is closed: the blocks have it next, if none came since `version`.
  readonly blocked?: Pick<Blocks, 'version'> & Pick<Parted, 'closed'>
  // What it means for the lists of blocks that the case is on.
  readonly impacts?: readonly Impact[]
  // The decision notice that it issues: kept with it, or neither is.
  readonly notice?: { readonly version: number; readonly printed: PrintedNotice }
  // What is to be done after it.
  readonly tasks?: readonly Task[]
  // Texts that wait to be sent and no longer hold.
  readonly cancels?: readonly Text[]
  // A draft opened for the applicant to answer named questions again, and the files that it begins with.
  readonly opens?: Draft
  readonly opensWith?: readonly StoredFile[]
  // A reopened draft whose answers are no longer waited for.
  readonly drops?: Draft
  // A reopened draft that this change closes, and its files that answer a question.
  readonly closes?: Draft
  readonly sends?: Submission['files']
  // Numbers that find the case no more, and drafts of it that are found by the corrected one instead.
  readonly moves?: { readonly phones: readonly string[]; readonly drafts: readonly string[] }
  // Files of a draft that became (part of) the case, whose verdict has come.
  readonly files?: { readonly draftId: string; readonly files: readonly StoredFile[] }
}

// 'already-booked': the place of the person that the case's appointment would take is another's.
export type ChangeProblem = 'changed-elsewhere' | 'time-taken' | 'already-booked' | 'unknown'

export type CaseStore = {
  readonly submit: (submission: Submission) => Promise<Result<{ readonly reference: string }, SubmitProblem>>
  readonly get: (reference: string) => Promise<Case | undefined>
  readonly whole: (reference: string) => Promise<WholeCase | undefined>
  // Who of the staff had a part in it, and how it stands, without what is sealed.
  readonly parts: (reference: string) => Promise<Stood | undefined>
  readonly opened: (reference: string) => Promise<OpenedCase | undefined>
  readonly change: (change: CaseChange) => Promise<Result<Case, ChangeProblem>>
  // A draft in which the applicant changes answers of their own accord, with the files that it begins with.
  readonly open: (subject: Case, draft: Draft, files: readonly StoredFile[]) => Promise<void>
  // With its entry in the audit log; again with the same id changes nothing. `still`: only while the case is at its version.
  readonly note: (subject: Case, note: Note, still?: 'still') => Promise<Result<null, 'changed-elsewhere'>>
  // The rules' working each time that it was made, oldest first, under the event that it came with.
  readonly assessments: (subject: Case) => Promise<readonly KeptAssessment[]>
  // One copy of a decision notice, as it was made.
  readonly notice: (subject: Case, version: number, kind: NoticeKind) => Promise<Uint8Array | undefined>
  readonly worklist: (query: WorklistQuery) => Promise<WorklistPage>
  // At most so many of each shard, the first to be looked at first; `more`: not all of them.
  readonly lane: (query: LaneQuery) => Promise<Lane>
  // Where worklists look for it, as a change of it would write it; nothing where it changed meanwhile.
  readonly stand: (subject: Case) => Promise<void>
  // Who did what on it, made anew from its history; nothing where it changed meanwhile.
  readonly noteHands: (whole: WholeCase) => Promise<void>
  // The night looks at it again on that day, unless it changed meanwhile.
  readonly lookAgain: (subject: ListedCase, on: Day) => Promise<void>
  // Everybody who waits for a time of a service, by the states that they stand in. A moment old at
  // most: a change is made of the case as it is.
  readonly waiting: (list: WaitingFor) => Promise<readonly WaitingEntry[]>
  // Whose appointments are at a place on a day, of every service, earliest first: cancelled ones too. What was erased is left out.
  readonly sheet: (place: string, day: Day) => Promise<readonly Case[]>
}

export type KeptAssessment = { readonly event: string; readonly assessment: Assessment }

export type Holding = {
  readonly holder: string
  readonly claims: readonly Claim[]
  readonly until: number
  readonly now: number
  readonly instead?: readonly Claim[]
}

export type HoldStore = GroupStores & {
  readonly blocks: BlockStore
  readonly timetables: TimetableStore
  readonly walkIns: WalkInStore
  // Claims time; the holder's own earlier holds in `instead` are freed with it.
  readonly hold: (given: Holding) => Promise<Result<null, 'taken'>>
  readonly free: (holder: string, claims: readonly Claim[]) => Promise<void>
  // The buckets taken, of each claimant on each day; holds that are past do not count, nor what is `holder`'s own.
  readonly taken: (
    claimants: readonly string[],
    days: readonly Day[],
    now: number,
    holder?: string,
  ) => Promise<ReadonlyMap<string, ReadonlySet<string>>>
  // The same of many days at once, as it was a moment ago: for showing, and never to book by.
  readonly overview: HoldStore['taken']
  // The same as it was read here within the last second; undefined where any of it was not.
  readonly lately: (...given: Parameters<HoldStore['taken']>) => ReadonlyMap<string, ReadonlySet<string>> | undefined
}

export type UploadVerdict = 'checking' | 'clean' | 'refused'

export type StoredFile = {
  readonly id: string
  // Shown to people; cleaned of control and direction characters.
  readonly name: string
  // What it shows: 'locationPlan', 'payslip'.
  readonly label: string
  readonly question: string
  readonly item?: string
  readonly type: string
  readonly bytes: number
  readonly verdict: UploadVerdict
  // Why it was refused, in words for the person who sent it.
  readonly reason?: string
  readonly at: number
  // Where the clean copy lies.
  readonly key?: string
  // Where a JPG of it lies, for a kind that browsers do not show.
  readonly shown?: string
  // SHA-256 of the clean copy, in hex.
  readonly sha256?: string
  // Of a PDF, as it says of itself; absent where it cannot be told.
  readonly pages?: number
  // A PDF that says that it runs scripts or opens programs.
  readonly acts?: true
  // What a camera or a program had written into it that nobody sees, such as the place, was taken out.
  readonly trimmed?: boolean
}
