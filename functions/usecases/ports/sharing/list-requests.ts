// Lists that are wanted as files and are so long that another person has to agree.
import type { Result } from '#domain/result.ts'
import type { ListRequest } from '#domain/sharing/list-file.ts'

export type ListRequests = {
  readonly ask: (request: ListRequest) => Promise<void>
  // Newest first.
  readonly of: (team: string) => Promise<readonly ListRequest[]>
  // Where nobody agreed before.
  readonly agree: (request: ListRequest) => Promise<Result<null, 'agreed-before'>>
}
