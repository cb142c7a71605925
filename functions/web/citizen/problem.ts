// The page that says what went wrong, in the words and with the telephone number of its service.
import { html, type Reply, type Request } from '../http.ts'
import { pages } from '../show/citizen/pages.ts'
import type { ProblemStatus } from '../show/citizen/problem-pages.ts'
import type { Counter } from './counter.ts'
import { feedbackFrom } from './feedback/about-page.ts'
import { serviceAt } from './where.ts'

export const problemHtml =
  (counter: Counter) =>
  (status: number, { requestId, path }: { readonly requestId: string; readonly path: string }): string => {
    const service = serviceAt(counter.services, path)
    return pages.problem({
      status: known(status),
      reference: requestId,
      around: {
        feedback: feedbackFrom(counter, path),
        ...(service === undefined ? {} : { service: { name: service.name, home: `/${service.id}` } }),
      },
      ...(service === undefined ? {} : { phone: service.start.phone }),
    })
  }

const known = (status: number): ProblemStatus => {
  const all: readonly ProblemStatus[] = [400, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503]
  return all.find((one) => one === status) ?? 500
}

export const problemReply = (counter: Counter, request: Request, status: ProblemStatus): Reply =>
  html(problemHtml(counter)(status, { requestId: request.id, path: request.path }), status)
