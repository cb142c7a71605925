import { describe, expect, it } from 'vitest'
import { thrown } from '#domain/thrown.ts'

class NotFoundProblem extends Error {
  override readonly name = 'NotFoundProblem'
}

const from = (error: Error, ...frames: readonly string[]): Error =>
  Object.assign(error, { stack: [`${error.name}: ${error.message}`, ...frames.map((at) => `    at ${at}`)].join('\n') })

describe('what a log line says of an error', () => {
  it('is its class, and where in our code it was thrown', () => {
    const { error, at } = thrown(new NotFoundProblem('Ann Example, 07700 900123'))
    expect(error).toBe('NotFoundProblem')
    expect(at).toMatch(/^tests\/unit\/(.*\/)?thrown\.test\.ts[^:]*:\d+:\d+/)
  })

  it('is never what it says of a person', () => {
    const said = thrown(new TypeError('Ann Example\n    at Ann (functions/07700900123.ts:1:1)\nQQ 12 34 56 C'))
    expect(JSON.stringify(said)).not.toMatch(/Ann|07700|QQ/)
    expect(said.at).toMatch(/^tests\/unit\//)
  })

  it('is never a name that somebody could have typed', () => {
    const error = Object.assign(new Error('no'), { name: 'Ann Example of 1 High Street' })
    expect(thrown(error).error).toBe('Error')
  })

  it('is of the first frame that is ours, not of a library or of Node', () => {
    const error = from(
      new Error('no'),
      'JSON.parse (<anonymous>)',
      'parse (file:///srv/node_modules/yaml/dist/index.js:3:9)',
      'process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      'async takeFind (file:///srv/app/functions/web/staff/find.ts:23:12)',
    )
    expect(thrown(error).at).toBe('functions/web/staff/find.ts:23:12 takeFind')
  })

  it('is a place in the bundle where that is what runs', () => {
    expect(thrown(from(new Error('no'), 'async qa (/var/task/index.cjs:12:3456)')).at).toBe('index.cjs:12:3456 qa')
    expect(thrown(from(new Error('no'), '/var/task/index.cjs:12:3456')).at).toBe('index.cjs:12:3456')
  })

  it.each(['a word', undefined, { name: 'Ann' }])('is unknown of %s, which is no error', (value) => {
    expect(thrown(value)).toEqual({ error: 'unknown' })
  })

  it('has no place where the stack does not hold the message as it is now', () => {
    const error = from(new Error('before'), 'f (functions/a.ts:1:1)')
    error.message = 'after'
    expect(thrown(error)).toEqual({ error: 'Error' })
  })
})
