// What our AWS clients have in common: whose they are, how they reach AWS, when they try again.
// docs/decisions/official-clients.md says why each setting stands here, with figures.
import { SignatureV4 } from '@smithy/signature-v4'
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types'
import { ConfiguredRetryStrategy } from '@smithy/util-retry'
import { connections } from './connections.ts'
import { Sha256 } from './sha256.ts'

export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export type AwsSettings = {
  // http or https, without a path; in AWS https://dynamodb.<region>.amazonaws.com
  readonly endpoint: string
  readonly region: string
  readonly credentials: Credentials
}

type Env = Readonly<Record<string, string | undefined>>

// Lambda gives a function its role's credentials in its environment.
export const credentialsIn = (env: Env): Credentials => ({
  accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
  ...(env.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: env.AWS_SESSION_TOKEN }),
})

export const awsIn = (env: Env, service: string, endpoint: string | undefined): AwsSettings => {
  const region = env.AWS_REGION ?? 'eu-west-2'
  return {
    endpoint: endpoint ?? `https://${service}.${region}.amazonaws.com`,
    region,
    credentials: credentialsIn(env),
  }
}

const replyMs = 2000

/**
 * Client options. `service`: its name in a signature. `again` is for calls that may be made twice;
 * `once` for those whose caller tries again itself, and has to know of each reply that was lost.
 */
export const settingsOf = ({ endpoint, region, credentials }: AwsSettings, service: string, patienceMs?: number) => {
  const reach = connections(replyMs)
  const shared = {
    ...{ endpoint, region, credentials },
    // One for the client, where the SDK makes one for each request.
    signer: new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false }),
    sha256: Sha256,
    // The middleware is put together once a command, not once a call.
    cacheMiddleware: true,
    ...lookedUpNowhere,
  }
  return {
    again: { ...shared, requestHandler: reach.again, retryStrategy: retries(patienceMs) },
    once: { ...shared, requestHandler: reach.once, retryStrategy: new ConfiguredRetryStrategy(1) },
  }
}

// The SDK else reads each from the environment and from files of a home folder.
export const lookedUpNowhere = {
  defaultsMode: 'standard' as const,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  authSchemePreference: async () => [],
  userAgentAppId: '',
}

/**
 * Takes out what tells AWS about the program, logs to nowhere, and follows a chain of functions
 * through services that are not ours. `stack`: a client's own.
 */
export const lightened = (stack: { readonly remove: (name: string) => boolean }): void => {
  for (const name of ['getUserAgentMiddleware', 'loggerMiddleware', 'recursionDetectionMiddleware']) stack.remove(name)
}

// Three tries, and none that starts when `patienceMs` have passed since the first. The SDK's own
// pauses after throttling are of seconds, and AWS may ask for five: a page has neither.
const mostTries = 3
const pauseMs = (attempt: number): number => Math.random() * Math.min(1000, 50 * 2 ** attempt)

const retries = (patienceMs = Number.POSITIVE_INFINITY): RetryStrategyV2 => {
  const strategy: RetryStrategyV2 = new ConfiguredRetryStrategy(mostTries, pauseMs)
  const began = new WeakMap<RetryToken, number>()
  const since = <Token extends RetryToken>(token: Token, at: number): Token => {
    began.set(token, at)
    return token
  }
  return {
    acquireInitialRetryToken: async (scope) => since(await strategy.acquireInitialRetryToken(scope), performance.now()),
    refreshRetryTokenForRetry: async (token, met) => {
      const first = began.get(token) ?? 0
      if (performance.now() - first > patienceMs) throw new Error('Patience is at its end')
      return since(await strategy.refreshRetryTokenForRetry(token, passing(met)), first)
    },
    recordSuccess: (token) => strategy.recordSuccess(token),
  }
}

// A write that met a transaction under way was not made (DynamoDB Developer Guide, "Transaction
// conflict handling"). The SDK does not try it again by itself.
const passing = ({ error, errorType }: RetryErrorInfo): RetryErrorInfo => ({
  ...(error === undefined ? {} : { error }),
  errorType: error?.name === 'TransactionConflictException' ? 'THROTTLING' : errorType,
})
