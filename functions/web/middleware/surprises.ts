// A surprise is thrown; here it becomes the page "Sorry, there is a problem with the service" with a reference and no detail.
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { thrown } from '#domain/thrown.ts'
import type { Log } from '#usecases/ports/log.ts'
import { SealProblem } from '#usecases/ports/seals.ts'
import { BadRequest, edgeIdIn, html, type Reply, resultOf, withRetry } from '../http.ts'

export type Problems = {
  // The page for a status, in the service's own furniture.
  readonly problem: (status: number, given: { readonly requestId: string; readonly path: string }) => string
  // What `problem` gives: a page, where it does not say.
  readonly problemType?: string
  readonly log: Log
}

type Failed = { event: APIGatewayProxyEventV2; error: Error | null; response?: unknown }

export const surprises = ({ problem, problemType, log }: Problems) => ({
  onError: (failed: Failed): void => {
    const { requestId, http } = failed.event.requestContext
    const status = statusOf(failed.error)
    const line = {
      level: 'error',
      event: 'surprise',
      requestId,
      ...edgeIdIn(failed.event),
      status,
      ...thrown(failed.error),
    } as const
    if (status >= 500) log(line, failed.error)
    const page = typed(html(problem(status, { requestId, path: http.path }), status), problemType)
    failed.response = resultOf(withAllow(status === 503 ? withRetry(page) : page, failed.error))
  },
})

const typed = (page: Reply, type: string | undefined): Reply =>
  type === undefined ? page : { ...page, headers: { ...page.headers, 'content-type': type } }

const withAllow = (reply: Reply, error: Error | null): Reply =>
  error instanceof BadRequest && error.allow.length > 0
    ? { ...reply, headers: { ...reply.headers, allow: error.allow.join(', ') } }
    : reply

// Throttled or unreachable storage passes: the person is asked to try again, and nothing is lost.
const passing =
  /Throttling|ProvisionedThroughput|RequestLimit|TimeoutError|TransactionConflict|TransactionCanceled|ECONNREFUSED|ECONNRESET|ServiceUnavailable/

const statusOf = (error: unknown): number => {
  if (error instanceof BadRequest) return error.status
  // What cannot be unsealed is not shown, and what cannot be sealed is not saved.
  if (error instanceof SealProblem) return error.is === 'erased' ? 410 : 503
  return error instanceof Error && passing.test(`${error.name} ${'code' in error ? error.code : ''}`) ? 503 : 500
}
