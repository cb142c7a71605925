// What came with a request, held against its schema: each fault in a sentence, by the name of the field.
import * as v from 'valibot'
import { no, ok, type Result } from '#domain/result.ts'
import type { Reply, Request } from '../http.ts'
import { problem } from './problem.ts'

/** One value of each name; a name that comes twice, or that nobody knows, is refused. */
export const queryRead = <S extends v.GenericSchema>(
  schema: S,
  { query }: Request,
): Result<v.InferOutput<S>, Reply> => {
  const twice = Object.entries(query).find(([, values]) => (values?.length ?? 0) > 1)
  if (twice !== undefined) return no(problem(400, `${nameOf(twice[0])} is there twice.`))
  const single = Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values?.[0] ?? '']))
  return held(schema, single, 400)
}

export const bodyOf = <S extends v.GenericSchema>(
  schema: S,
  { json = '' }: Pick<Request, 'json'>,
): Result<v.InferOutput<S>, Reply> => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson()), json)
  return read.success ? held(schema, read.output, 422) : no(problem(400, 'The body is not JSON.'))
}

/** The versions that If-Match names (RFC 9110, 13.1.1); 'any' where it names none, or says so. */
export const versionsIn = ({ headers }: Pick<Request, 'headers'>): Result<readonly number[] | 'any', Reply> => {
  const said = (headers['if-match'] ?? '*').trim()
  if (said === '*') return ok('any')
  const tags = said.split(',').map((tag) => /^(W\/)?"([^"]*)"$/.exec(tag.trim()))
  if (tags.some((tag) => tag === null))
    return no(problem(400, 'If-Match: must be an ETag that a case had, such as "3".'))
  // A weak one matches nothing, nor does one that is no version.
  return ok(tags.flatMap((tag) => (tag?.[1] === undefined && /^\d+$/.test(tag?.[2] ?? '') ? [Number(tag?.[2])] : [])))
}

const held = <S extends v.GenericSchema>(
  schema: S,
  given: unknown,
  status: 400 | 422,
): Result<v.InferOutput<S>, Reply> => {
  const read = v.safeParse(schema, given)
  if (read.success) return ok(read.output)
  const faults = read.issues.map((issue) => `${nameOf(v.getDotPath(issue) ?? 'The body')}: ${wordsOf(issue)}`)
  return no(problem(status, `${faults.join('; ')}.`))
}

// Never the value, which may be of a person.
const wordsOf = ({ kind, type, message, expected, received }: v.BaseIssue<unknown>): string => {
  if (type === 'regex') return message
  if (expected === 'never') return 'is not known here'
  if (kind === 'schema') return received === 'undefined' ? 'is missing' : `must be ${expected}`
  return `must be ${expected ?? 'otherwise'}`
}

const nameOf = (name: string): string => name.replace(/[^\w.-]/g, '').slice(0, 40)
