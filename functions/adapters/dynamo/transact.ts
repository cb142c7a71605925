// One transaction, carried through: conflicts are tried again with jitter inside a time budget, a lost reply is asked for again
// with the same token (same token within 10 minutes = no second effect), and what failed comes back by position.
import { createHash } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import type { Table } from './client.ts'
import { DynamoProblem } from './db.ts'

// The positions of the items whose condition did not hold; or an outcome that nobody knows.
export type Cancelled = { readonly is: 'refused'; readonly at: readonly number[] } | { readonly is: 'unknown' }

// No try starts after this: the last may take a reply of 2 s (aws/clients.ts), and a request ends at 10 s.
const budgetMs = 3500
const mostTries = 8

export const transact = async (
  table: Table,
  items: readonly TransactWriteItem[],
  token: string,
): Promise<Result<null, Cancelled>> => {
  const started = performance.now()
  const input = { TransactItems: [...items], ClientRequestToken: tokenOf(items, token) }
  // A reply that was lost once leaves the outcome open, whatever later tries were told.
  let lost = false
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(() => table.client.transactWriteItems(input))
    lost ||= outcome.is === 'unknown'
    if (outcome.is === 'done') return ok(null)
    if (outcome.is === 'refused') return no(outcome)
    if (attempt >= mostTries || performance.now() - started > budgetMs) {
      if (lost) return no({ is: 'unknown' })
      throw outcome.error
    }
    await pause(Math.random() * Math.min(1000, 25 * 2 ** attempt))
  }
}

// One token is one list of writes: a second try of a person is other writes (its instant, its ids), and the same token for them would be
// refused as IdempotentParameterMismatch where the conditions have the true answer.
const tokenOf = (items: readonly TransactWriteItem[], token: string): string =>
  createHash('sha256').update(token).update(JSON.stringify(items)).digest('base64url').slice(0, 36)

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
  if (error instanceof DynamoProblem && throttled.test(error.name)) return { is: 'busy', error }
  throw error
}

const throttled = /^(ThrottlingException|ProvisionedThroughputExceededException|RequestLimitExceeded)/

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
