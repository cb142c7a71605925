// The request that is answered just now, known to what is made while it is answered: a text keeps its id, so that a
// person's page and the text that came of it are found together (infra/README.md, "Follow a request").
import { AsyncLocalStorage } from 'node:async_hooks'

const requests = new AsyncLocalStorage<string>()

export const asking = <Result>(request: string | undefined, work: () => Result): Result =>
  request === undefined ? work() : requests.run(request, work)

/** Undefined outside of any request. */
export const asked = (): string | undefined => requests.getStore()

/** API Gateway's id of a page, Lambda's of anything else. */
export const requestIdIn = (event: unknown, context: unknown): string | undefined =>
  textAt(isRecord(event) ? event.requestContext : undefined, 'requestId') ?? textAt(context, 'awsRequestId')

const textAt = (value: unknown, name: string): string | undefined => {
  const found = isRecord(value) ? value[name] : undefined
  return typeof found === 'string' ? found : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
