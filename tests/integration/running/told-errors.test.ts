// An error that nobody expected is told so that it can be mended: its class, its place in the code and the request, and on a laptop
// all of it on the console. What a person typed is in none of it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { told } from '#adapters/told.ts'
import { bundlesOfRun } from '#tests/support/worlds/bundles-of-run.ts'
import { context, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld } from '#tests/support/worlds/world.ts'
import { citizenHandler } from '#web/citizen/handler.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-told-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

class OddProblem extends Error {
  override readonly name = 'OddProblem'
}

describe('an error in a page', () => {
  it('is told with its class, its place and its request, and the person gets a page without them', async () => {
    const world = await startWorld()
    const drafts = {
      ...world.counter.drafts,
      start: async () => {
        throw new OddProblem('Ann Example')
      },
    }
    const person = visitor(citizenHandler({ ...world.counter, drafts }), citizenOrigin)
    await person.get('/bookings')
    const answer = await person.post('/bookings/start', {})
    const line = world.log.find(({ event }) => event === 'surprise')
    await world.close()
    expect(answer.status).toBe(500)
    expect(answer.html).not.toMatch(/OddProblem|told-errors|Ann/)
    expect(answer.html).toMatch(/href="\/feedback\?p=\/bookings~\d+~500~[\w-]{16}&amp;end=ours"/)
    expect(line).toMatchObject({ error: 'OddProblem', requestId: expect.stringMatching(/^test-\d+$/) })
    expect(line?.at).toMatch(/^tests\/.*told-errors\.test\.ts[^:]*:\d+:\d+/)
    expect(JSON.stringify(line)).not.toContain('Ann')
  })
})

describe('an error in any other function', () => {
  const fails = async () => {
    throw new OddProblem('Ann Example, {"nino": "QQ123456C"}')
  }

  it('is told once, and goes on to Lambda without a value in it', async () => {
    const file = join(directory, 'product.log')
    const failed = await told('nightly', { LOG_FILE: file }, fails)
      .apply(undefined, [])
      .catch((error: unknown) => error)
    expect(failed).toMatchObject({ name: 'OddProblem', message: expect.not.stringMatching(/Ann|QQ/) })
    expect(failed instanceof Error && failed.stack).not.toMatch(/Ann|QQ/)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'error', event: 'thrown', service: 'nightly', error: 'OddProblem' }),
    ])
    expect(lines.join()).toMatch(/told-errors\.test\.ts[^:]*:\d+:\d+/)
    expect(lines.join()).not.toMatch(/Ann|QQ/)
  })

  it('is told with the request that Lambda gave it', async () => {
    const file = join(directory, 'request.log')
    const handler = told('citizen', { LOG_FILE: file }, async (_event: object, _context: typeof context) => fails())
    await expect(handler({}, context)).rejects.toThrow()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ requestId: 'test' })
  })

  it('is shown whole on the console of a laptop, and nowhere in AWS', () => {
    const fail = `import { told } from '#adapters/told.ts'
      const fails = async () => { throw new TypeError('Ann Example') }
      await told('nightly', process.env, fails)().catch(() => {})`
    const run = (env: Readonly<Record<string, string | undefined>>) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', fail], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      })
    const here = run({ LOG_FILE: join(directory, 'console.log') })
    expect(here.stderr).toMatch(/^thrown: TypeError: Ann Example\n\s+at fails/)
    const { stdout, stderr } = run({ LOG_FILE: undefined })
    expect(stdout + stderr).not.toContain('Ann')
    expect(JSON.parse(stdout)).toMatchObject({ event: 'thrown', error: 'TypeError' })
  })
})

describe('a place in a bundle', () => {
  it('is read back to a file and a line, in what is loaded late too', async () => {
    const files = (await bundlesOfRun()).find(({ name }) => name === 'nightly')?.files ?? []
    for (const [word, source] of [
      ['changed-tonight', 'functions/events/nightly.ts'],
      ['Do you have any other income?', 'functions/services/housing/form/'],
    ] as const) {
      const file = files.find((one) => readFileSync(one, 'utf8').includes(word)) ?? ''
      const lines = readFileSync(file, 'utf8').split('\n')
      const at = lines.findIndex((line) => line.includes(word))
      const place = `${basename(file)}:${at + 1}:${(lines[at]?.indexOf(word) ?? 0) + 1}`
      const { stdout } = spawnSync(process.execPath, ['scripts/place.ts', 'nightly', place], { encoding: 'utf8' })
      expect(stdout).toMatch(new RegExp(`^${source}.*:\\d+:\\d+`))
    }
  })
})
