// Time closed after it was offered.
import type { Result } from '#domain/result.ts'
import type { Block, Blocks } from '#domain/slots/block.ts'
import type { Impact } from '#domain/slots/impact.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { AuditEntry } from './staff.ts'

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
