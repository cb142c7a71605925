// What staff pages stand on: the stores, the identity provider and the services, handed in by the wiring.
import type { Service } from '#services/service.ts'
import type { FindStore } from '#usecases/ports/access.ts'
import type { Books } from '#usecases/ports/books.ts'
import type { EmergencyStore } from '#usecases/ports/emergencies.ts'
import type { FeedbackInbox } from '#usecases/ports/feedback.ts'
import type { FileLinks, UploadStore } from '#usecases/ports/files.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { SumStore } from '#usecases/ports/measures.ts'
import type { NoticePrinter } from '#usecases/ports/notices.ts'
import type { KinStore, PeopleStore, Searches } from '#usecases/ports/people.ts'
import type { Hook, HookStore } from '#usecases/ports/sharing/hooks.ts'
import type { ListRequests } from '#usecases/ports/sharing/list-requests.ts'
import type {
  AuditLog,
  Identity,
  KeptForms,
  OwnDetails,
  StaffDirectory,
  StaffSessions,
  UndeliveredStore,
} from '#usecases/ports/staff.ts'
import type { CaseStore, Clock, DraftStore, HoldStore, Ids, Keys } from '#usecases/ports/stores.ts'
import type { KnownSwitches, SwitchStore } from '#usecases/ports/switches.ts'
import type { TaskStore } from '#usecases/ports/tasks.ts'
import type { BulkStore, TeamStore, ViewStore } from '#usecases/ports/team.ts'
import type { OutboxStore, StoppedStore, WordingStore } from '#usecases/ports/texts.ts'
import type { FeedStore } from '#usecases/ports/timetables.ts'
import type { TrailReader } from '#usecases/ports/trail.ts'

export type Desk = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly cases: CaseStore
  readonly drafts: DraftStore
  readonly uploads: UploadStore
  readonly holds: HoldStore
  readonly feeds: FeedStore
  readonly find: FindStore
  readonly people: PeopleStore
  readonly kin: KinStore
  readonly searches: Searches
  readonly tasks: TaskStore
  readonly files: FileLinks
  readonly identity: Identity
  readonly sessions: StaffSessions
  readonly kept: KeptForms
  readonly own: OwnDetails
  readonly directory: StaffDirectory
  readonly team: TeamStore
  readonly views: ViewStore
  readonly bulk: BulkStore
  readonly told: HookStore
  readonly listRequests: ListRequests
  readonly hooks: readonly Hook[]
  readonly emergencies: EmergencyStore
  readonly notices: NoticePrinter
  readonly audit: AuditLog
  readonly trail: TrailReader
  readonly undelivered: UndeliveredStore
  readonly outbox: Pick<OutboxStore, 'byMessageId' | 'move'>
  readonly stopped: Pick<StoppedStore, 'set'>
  readonly switches: KnownSwitches
  readonly wordings: WordingStore
  readonly board: SwitchStore
  readonly sums: SumStore
  readonly inbox: FeedbackInbox
  readonly books: Books
  readonly services: readonly Service[]
  // https://… without a trailing slash: the address in texts to applicants, and our own, against which forms are held.
  readonly citizenOrigin: string
  readonly staffOrigin: string
  readonly log: Log
}
