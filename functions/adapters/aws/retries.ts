// Calls that may be made twice, made again, by the SDK's own strategy and its own words for what passes.
// Its middleware makes an error and an identity for each call, which costs a page 25 microseconds
// (docs/decisions/official-clients.md).
import { setTimeout as pause } from 'node:timers/promises'
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry'
import type { FinalizeHandler, RetryErrorType, RetryStrategyV2, RetryToken, SdkError } from '@smithy/types'
import { ConfiguredRetryStrategy } from '@smithy/util-retry'

// Three tries. The SDK's own pauses after throttling are of seconds, and AWS may ask for five: a page
// has neither.
const mostTries = 3
const pauseMs = (attempt: number): number => Math.random() * Math.min(1000, 50 * 2 ** attempt)

// A client's middleware.
export type Again = <Input extends object, Output extends object>(
  next: FinalizeHandler<Input, Output>,
) => FinalizeHandler<Input, Output>

/** None starts when `patienceMs` have passed since the first. */
export const retries = (patienceMs = Number.POSITIVE_INFINITY): Again => {
  const strategy: RetryStrategyV2 = new ConfiguredRetryStrategy(mostTries, pauseMs)
  const first = strategy.acquireInitialRetryToken('')
  return (next) => async (args) => {
    const until = performance.now() + patienceMs
    let token = await first
    while (true)
      try {
        const done = await next(args)
        strategy.recordSuccess(token)
        return done
      } catch (error) {
        token = performance.now() > until ? fail(error) : await nextToken(strategy, token, error)
        await pause(token.getRetryDelay())
      }
  }
}

const nextToken = async (strategy: RetryStrategyV2, token: RetryToken, error: unknown): Promise<RetryToken> => {
  try {
    return await strategy.refreshRetryTokenForRetry(token, { errorType: typeOf(error) })
  } catch {
    return fail(error)
  }
}

const fail = (error: unknown): never => {
  throw error
}

// A write that met a transaction under way was not made (DynamoDB Developer Guide, "Transaction
// conflict handling"). The SDK does not try it again by itself.
const typeOf = (error: unknown): RetryErrorType => {
  if (!isError(error)) return 'CLIENT_ERROR'
  if (error.name === 'TransactionConflictException' || isThrottlingError(error)) return 'THROTTLING'
  if (isTransientError(error)) return 'TRANSIENT'
  return isServerError(error) ? 'SERVER_ERROR' : 'CLIENT_ERROR'
}

const isError = (error: unknown): error is SdkError => error instanceof Error
