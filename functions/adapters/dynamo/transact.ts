// One transaction, carried through: conflicts are tried again with jitter inside a time budget, a lost reply is asked for again
// with the same token (same token within 10 minutes = no second effect), and each write says why it may fail.
import { createHash } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import type { Table } from './client.ts'
import { DynamoProblem } from './db.ts'

// One write, and what its condition means where it does not hold.
export type GuardedWrite<Why extends string> = { readonly why: Why; readonly item: TransactWriteItem }

export const because = <Why extends string>(
  why: Why,
  items: readonly TransactWriteItem[],
): readonly GuardedWrite<Why>[] => items.map((item) => ({ why, item }))

// Why nothing was written, in the order of the steps; or an outcome that nobody knows.
export type Cancelled<Why extends string> =
  | { readonly is: 'refused'; readonly why: readonly [Why, ...Why[]] }
  | { readonly is: 'unknown' }

// No try starts after this: the last may take a reply of 2 s (aws/clients.ts), and a request ends at 10 s.
const budgetMs = 3500
const mostTries = 8

export const transact = async <Why extends string>(
  table: Table,
  steps: readonly GuardedWrite<Why>[],
  token: string,
): Promise<Result<null, Cancelled<Why>>> => {
  const items = steps.map(({ item }) => item)
  const started = performance.now()
  const input = { TransactItems: [...items], ClientRequestToken: tokenOf(items, token) }
  // A reply that was lost once leaves the outcome open, whatever later tries were told.
  let lost = false
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(() => table.client.transactWriteItems(input))
    lost ||= outcome.is === 'unknown'
    if (outcome.is === 'done') return ok(null)
    if (outcome.is === 'refused') return no(refusedAt(steps, outcome))
    if (attempt >= mostTries || performance.now() - started > budgetMs) {
      if (lost) return no({ is: 'unknown' })
      throw outcome.error
    }
    await pause(Math.random() * Math.min(1000, 25 * 2 ** attempt))
  }
}

/**
 * For whom there are two outcomes: all was written, or it was refused for the reason of the first step that failed.
 * @throws where nobody knows; `what` is what may have happened ("the note was stored").
 */
export const written = async <Why extends string>(
  table: Table,
  steps: readonly GuardedWrite<Why>[],
  token: string,
  what: string,
): Promise<Result<null, Why>> => {
  const done = await transact(table, steps, token)
  if (done.ok) return done
  if (done.error.is === 'unknown') throw new Error(`Nobody knows whether ${what}`)
  return no(done.error.why[0])
}

const refusedAt = <Why extends string>(steps: readonly GuardedWrite<Why>[], { at, error }: Refused): Cancelled<Why> => {
  const [first, ...others] = at.flatMap((position) => steps[position]?.why ?? [])
  if (first === undefined) throw error
  return { is: 'refused', why: [first, ...others] }
}

// One token is one list of writes: a second try of a person is other writes (its instant, its ids), and the same token for them would be
// refused as IdempotentParameterMismatch where the conditions have the true answer.
const tokenOf = (items: readonly TransactWriteItem[], token: string): string =>
  createHash('sha256').update(token).update(JSON.stringify(items)).digest('base64url').slice(0, 36)

// `at`: the positions of the items whose condition did not hold.
type Refused = { readonly is: 'refused'; readonly at: readonly number[]; readonly error: unknown }

type Outcome = { readonly is: 'done' } | Refused | { readonly is: 'busy' | 'unknown'; readonly error: unknown }

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
  if (at.length > 0) return { is: 'refused', at, error }
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
