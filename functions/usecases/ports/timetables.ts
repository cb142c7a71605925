// The timetable of a service as it was published, its versions, and the draft of the next; and time closed after it was offered.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import type { Result } from '#domain/result.ts'
import type { Block, Blocks } from '#domain/slots/block.ts'
import type { Element, Published } from '#domain/slots/elements.ts'
import type { Impact } from '#domain/slots/impact.ts'
import type { ClaimantDay } from '#domain/slots/rota-change.ts'
import type { Tally } from '#domain/slots/tally.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { Visits, WalkIns } from '#domain/slots/walk-in.ts'
import type { Workshop, Workshops } from '#domain/slots/workshop.ts'
import type { AuditEntry } from './staff.ts'

// By which version of which timetable the claims were worked out: where a later one changed such a
// day, it is 'time-taken'.
export type ByRota = { readonly service: string; readonly version: number }

export type Editor = { readonly id: string; readonly name: string }

// One a service. `version` rises with each change of it.
export type RotaDraft = {
  readonly version: number
  readonly changes: readonly Element[]
  // Absent where it was published or left: then there is none.
  readonly plan?: RotaPlan
  // Whoever changed it last.
  readonly by: Editor
  readonly at: number
}

export type RotaPlan = {
  readonly from: Day
  readonly reason: string
  // By one manager, where it needs another to publish it.
  readonly asked?: { readonly by: Editor; readonly at: number }
}

export type RotaEdition = {
  // Sorts by time: its entry in the audit log.
  readonly id: string
  readonly version: number
  // From when on; of a withdrawal, the day on which the withdrawn one began.
  readonly from: Day
  readonly at: number
  readonly by: Editor
  // Who asked for it, where another manager published it.
  readonly asked?: Editor
  readonly reason: string
  readonly changes: readonly { readonly before: Element; readonly after: Element }[]
  // The version whose changes it takes back.
  readonly withdraws?: number
  // Everything that stands with it.
  readonly published: Published
  // Is every day that it changes marked? It was begun and not ended where it is not.
  readonly whole: boolean
}

// A booked time, as the index has it.
type BookedDay = ClaimantDay & { readonly reference: string }

export type TimetableStore = {
  // As a running function knows it: some seconds old at most.
  readonly known: (service: string) => Promise<Published>
  readonly published: (service: string) => Promise<Published>
  readonly draft: (service: string) => Promise<RotaDraft | undefined>
  // In place of the draft that was read.
  readonly keep: (
    service: string,
    before: RotaDraft | undefined,
    after: Omit<RotaDraft, 'version'>,
  ) => Promise<Result<null, 'changed-elsewhere'>>
  // With its entry in the audit log; the draft that it came from ends.
  readonly publish: (
    service: string,
    edition: RotaEdition,
    draft: RotaDraft | undefined,
  ) => Promise<Result<null, 'changed-elsewhere'>>
  // From then on nothing is booked on these days by an older version. Again, it changes nothing.
  readonly mark: (service: string, version: number, days: readonly ClaimantDay[]) => Promise<void>
  readonly marked: (service: string, edition: RotaEdition) => Promise<void>
  // Newest first.
  readonly editions: (service: string) => Promise<readonly RotaEdition[]>
  // Who has booked, over many days: a moment old.
  readonly booked: (days: readonly Day[]) => Promise<readonly BookedDay[]>
}

export type BlockStore = {
  // As they stand at this moment.
  readonly standing: () => Promise<Blocks>
  // In place of those that were read, with the entry in the audit log where somebody did it.
  readonly put: (
    before: Blocks,
    standing: readonly Block[],
    entry?: AuditEntry,
  ) => Promise<Result<Blocks, 'changed-elsewhere'>>
  // Claims for the block all that nobody has booked, holds too; again, it changes nothing.
  readonly close: (block: string, claims: readonly Claim[]) => Promise<void>
  // Gives back what is still the block's.
  readonly open: (block: string, claims: readonly Claim[]) => Promise<void>
  // All that was chosen and done for whoever is booked in it.
  readonly impacts: (block: string) => Promise<readonly Impact[]>
  readonly impact: (block: string, reference: string) => Promise<Impact | undefined>
  // What was chosen, where nothing was done yet; what was done is written with the change of its case.
  readonly choose: (impact: Impact) => Promise<void>
}

export type WalkInStore = {
  readonly on: (place: string, day: Day) => Promise<WalkIns>
  readonly visits: (place: string) => Promise<Visits>
  // In place of the version before it, with the entry in the audit log; and what a visit took, once it is over.
  readonly put: (
    at: { readonly place: string; readonly day: Day },
    after: WalkIns,
    more: { readonly entry: AuditEntry; readonly visits?: Visits },
  ) => Promise<Result<null, 'changed-elsewhere'>>
}

export type SessionChange = {
  // Whose time it is.
  readonly id: string
  readonly all: readonly Workshop[]
  readonly entry: AuditEntry
  // Time and seats that it takes, all or none, and gives back.
  readonly takes: readonly Claim[]
  readonly frees: readonly Claim[]
  readonly now: number
}

export type SessionStore = {
  // As a running function knows them: some seconds old at most.
  readonly known: (service: string) => Promise<Workshops>
  readonly now: (service: string) => Promise<Workshops>
  // In place of those that were read.
  readonly put: (
    service: string,
    before: Workshops,
    change: SessionChange,
  ) => Promise<Result<null, 'changed-elsewhere' | 'taken'>>
}

export type TallyStore = {
  // Of today, and of each day of the span; `until` is today.
  readonly of: (
    place: string,
    span: { readonly from: Day; readonly until: Day },
  ) => Promise<{ readonly today: Tally; readonly all: readonly Tally[] }>
  // In place of the version before it.
  readonly put: (
    at: { readonly place: string; readonly day: Day },
    after: Tally,
    entry: AuditEntry,
  ) => Promise<Result<null, 'changed-elsewhere'>>
}

// What several people come to: workshops and drop-ins.
export type GroupStores = { readonly sessions: SessionStore; readonly tallies: TallyStore }

// A calendar that somebody keeps outside. `id`: the keyed hash of the secret in its address.
export type Feed = {
  readonly id: string
  readonly service: string
  // Whose appointments it has, and what staff call them.
  readonly member: string
  readonly name: string
  readonly device: string
  // Who made it, in which team; and until which day it works.
  readonly by: string
  readonly team: string
  readonly madeAt: number
  readonly until: Day
}

export type FeedStore = {
  readonly get: (id: string) => Promise<Feed | undefined>
  readonly of: (user: string) => Promise<readonly Feed[]>
  // Each with its entry in the audit log.
  readonly make: (feed: Feed, entry: AuditEntry) => Promise<void>
  readonly end: (feed: Feed, entry: AuditEntry) => Promise<void>
  // Who is booked with somebody on these days, as lists have them: a moment old.
  readonly booked: (member: string, days: readonly Day[]) => Promise<readonly ListedCase[]>
}

export type WaitingFor = {
  readonly service: string
  readonly states: readonly { readonly team: string; readonly state: string }[]
}
