// One transaction, carried through: conflicts are tried again with jitter inside a time budget, a lost reply is asked for again
// with the same token (same token within 10 minutes = no second effect), and what failed comes back by position.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import type { Table } from './client.ts'
import { DynamoProblem } from './wire.ts'

// The positions of the items whose condition did not hold; or an outcome that nobody knows.
export type Cancelled = { readonly is: 'refused'; readonly at: readonly number[] } | { readonly is: 'unknown' }

const budgetMs = 6000
const mostTries = 8

export const transact = async (
  table: Table,
  items: readonly TransactWriteItem[],
  token: string,
): Promise<Result<null, Cancelled>> => {
  const started = performance.now()
  const input = { TransactItems: [...items], ClientRequestToken: token.slice(0, 36) }
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(() => table.client.transactWriteItems(input))
    if (outcome.is === 'done') return ok(null)
    if (outcome.is === 'refused') return no(outcome)
    if (attempt >= mostTries || performance.now() - started > budgetMs) {
      if (outcome.is === 'unknown') return no({ is: 'unknown' })
      throw outcome.error
    }
    await pause(Math.random() * Math.min(1000, 25 * 2 ** attempt))
  }
}

type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly at: readonly number[] }
  | { readonly is: 'busy' | 'unknown'; readonly error: unknown }

const once = async (send: () => Promise<unknown>): Promise<Outcome> => {
  try {
    await send()
    return { is: 'done' }
  } catch (error) {
    return outcomeOf(error)
  }
}

const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof DynamoProblem && error.name === 'TransactionCanceledException') return cancelled(error)
  if (replyLost(error)) return { is: 'unknown', error }
  throw error
}

const cancelled = (error: DynamoProblem): Outcome => {
  const reasons = error.CancellationReasons
  const at = reasons.flatMap((reason, position) => (reason.Code === 'ConditionalCheckFailed' ? [position] : []))
  if (at.length > 0) return { is: 'refused', at }
  if (reasons.some((reason) => passing.has(reason.Code ?? ''))) return { is: 'busy', error }
  throw error
}

// Cancellation reasons that another try may not meet (DynamoDB API reference, TransactWriteItems).
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
])

// No answer came, so the write may or may not have happened.
const replyLost = (error: unknown): boolean =>
  error instanceof Error &&
  (/^(TimeoutError|InternalServerError|ServiceUnavailable|TransactionInProgressException)/.test(error.name) ||
    ('code' in error && /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED)/.test(String(error.code))))

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
