// Time closed after it was offered.
import type { Result } from '#domain/result.ts'
import type { Block, Blocks } from '#domain/slots/block.ts'
import type { Claim } from '#domain/slots/timetable.ts'

export type BlockStore = {
  // As they stand at this moment.
  readonly standing: () => Promise<Blocks>
  // In place of those that were read.
  readonly put: (before: Blocks, standing: readonly Block[]) => Promise<Result<Blocks, 'changed-elsewhere'>>
  // Claims for the block all that nobody has booked, holds too; again, it changes nothing.
  readonly close: (block: string, claims: readonly Claim[]) => Promise<void>
  // Gives back what is still the block's.
  readonly open: (block: string, claims: readonly Claim[]) => Promise<void>
}
