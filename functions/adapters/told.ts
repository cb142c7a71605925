// The outermost layer of every function. What a handler throws is told once, by name, place and request; what is thrown on to
// Lambda, which logs an error with its message, carries neither message nor values.
import { thrown } from '#domain/thrown.ts'
import { asking, requestIdIn } from './asked.ts'
import { consoleLog } from './log.ts'

type Env = Readonly<Record<string, string | undefined>>

export const told = <Given extends readonly unknown[], Result>(
  service: string,
  env: Env,
  handler: (...given: Given) => Promise<Result>,
): ((...given: Given) => Promise<Result>) => {
  const log = consoleLog(service, env.LOG_FILE, env.AWS_LAMBDA_FUNCTION_VERSION)
  return async (...given) => {
    // The local host calls a schedule's function with neither.
    const requestId = requestIdIn(given[0], given[1])
    try {
      return await asking(requestId, () => handler(...given))
    } catch (error) {
      const known = thrown(error)
      log({ level: 'error', event: 'thrown', ...(requestId === undefined ? {} : { requestId }), ...known }, error)
      throw valueless(known.error)
    }
  }
}

const valueless = (name: string): Error => {
  const error = new Error('Told in the line "thrown" of this request')
  error.name = name
  error.stack = `${name}: ${error.message}`
  return error
}
