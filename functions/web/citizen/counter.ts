// What residents' pages stand on: the stores and the services, handed in by the wiring.

import type { Service } from '#services/service.ts'
import type { Duty } from '#usecases/measures/tell-duty.ts'
import type { AccessStore, CodeStore, FindStore } from '#usecases/ports/access.ts'
import type { Books, KnownChanges } from '#usecases/ports/books.ts'
import type { FeedbackStore } from '#usecases/ports/feedback.ts'
import type { FileStore, UploadStore } from '#usecases/ports/files.ts'
import type { Gazetteer, MapTiles } from '#usecases/ports/gazetteer.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { OpenFiles, SumStore } from '#usecases/ports/measures.ts'
import type { CaseStore, Clock, DraftStore, HoldStore, Ids, Keys } from '#usecases/ports/stores.ts'
import type { KnownSwitches, PlaceStore } from '#usecases/ports/switches.ts'
import type { LiveWordings, OutboxStore, StoppedStore } from '#usecases/ports/texts.ts'

export type Counter = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly drafts: DraftStore
  readonly cases: CaseStore
  readonly find: FindStore
  readonly codes: CodeStore
  readonly access: AccessStore
  readonly outbox: OutboxStore
  readonly holds: HoldStore
  readonly uploads: UploadStore
  readonly files: Pick<FileStore, 'uploadForm'>
  readonly gazetteer: Gazetteer
  readonly maps: MapTiles
  readonly stopped: StoppedStore
  readonly switches: KnownSwitches
  readonly wordings: LiveWordings
  readonly places: PlaceStore
  readonly feedback: FeedbackStore
  readonly sums: Pick<SumStore, 'months' | 'first'>
  readonly openFiles: Pick<OpenFiles, 'of'>
  readonly books: Pick<Books, 'all'>
  readonly changes: KnownChanges
  readonly services: readonly Service[]
  // https://… without a trailing slash: addresses in texts come from here, never from the request.
  readonly citizenOrigin: string
  readonly uploadOrigin: string
  // Who is told that somebody may be in danger, where the council has a number for that.
  readonly duty?: Duty
  readonly log: Log
}
