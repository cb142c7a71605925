// A process dies at each of its calls to storage, before and after the engine does it; the next one carries on (G1, G2, G6, F1).
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Text } from '#domain/texts/text.ts'
import { localClock } from '#infra/local/clock.ts'
import { type Death, type Killer, startKiller } from '#tests/support/faults/killer.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { noon, startWorld, type World } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-kill-'))
const clockFile = join(directory, 'clock.json')

let world: World
let killer: Killer

// Starts before the file's first test and ends after its last.
export const withKiller = (): void => {
  beforeAll(async () => {
    world = await startWorld()
    killer = await startKiller(world.env.DYNAMODB_ENDPOINT ?? '')
  })
  afterAll(async () => {
    killer.close()
    await world.close()
    rmSync(directory, { recursive: true, force: true })
  })
}

const script = new URL('./dies.ts', import.meta.url).pathname

// How it ended: by the kill, or by itself.
const run = async (args: readonly string[], death: Death): Promise<'killed' | 'ended'> => {
  localClock(clockFile).set(world.clock.now())
  const env = {
    ...{ ...process.env, ...world.env, DYNAMODB_ENDPOINT: killer.endpoint, CLOCK_FILE: clockFile },
    // Each process loads the same files: they are compiled once (Node.js, "Module compile cache").
    NODE_COMPILE_CACHE: join(directory, 'compiled'),
  }
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { env, stdio: 'ignore' })
  killer.aim(child, death)
  return new Promise((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : 'ended'))
  })
}

const nothingWrong = async () => {
  const tables = { main: world.table.name, audit: world.table.audit, now: world.clock.now() }
  return invariantsAt(world.env.DYNAMODB_ENDPOINT, tables)
}

// Each call in turn, until a whole run has fewer.
const atEachCall = async (once: (death: Death) => Promise<'killed' | 'ended'>): Promise<number> => {
  let deaths = 0
  for (const when of ['before', 'after'] as const)
    for (let at = 1; (await once({ at, when })) === 'killed'; at += 1) deaths += 1
  return deaths
}

export const diesWhileItSends = (): void => {
  it('at any call while it sends an application leaves all or nothing, and the next one ends it with one reference (G1, G2, F1)', async () => {
    const references: string[] = []
    const deaths = await atEachCall(async (death) => {
      const draft = draftOf(world.counter, {})
      await world.counter.drafts.start(draft)
      const ended = await run(['submit', draft.id], death)
      expect((await nothingWrong()).faults).toEqual([])
      const now = await world.counter.drafts.get(draft.id)
      const done = now === undefined ? undefined : await submitApplication(world.counter, smallHousing, now)
      if (done?.ok !== true) throw new Error('It could not be sent')
      references.push(done.value.reference)
      return ended
    })
    expect(deaths).toBeGreaterThan(3)
    const { counts, faults } = await nothingWrong()
    expect([faults, new Set(references).size, counts.cases]).toEqual([[], references.length, references.length])
  })
}

export const diesWhileItTexts = (): void => {
  it('at any call while it sends a text has sent it once, or it is known that it may have gone (G6, F1)', async () => {
    await world.sendTexts()
    let made = 0
    const deaths = await atEachCall(async (death) => {
      made += 1
      const text: Text = {
        ...{ id: `dying-${made}`, about: 'H0000000', service: 'housing', template: 'confirmation', templateVersion: 1 },
        // A code, for which somebody waits at any hour: the deaths go on into the night.
        ...{ category: 'security', to: '+447700900410', body: `Dying ${made}.`, state: 'due', version: 1 },
        ...{ dueAt: world.clock.now(), madeAt: noon, attempts: [] },
      }
      await world.counter.outbox.put([text])
      const ended = await run(['send-texts'], death)
      const gone = () => world.texts().filter(({ body }) => body === text.body).length
      expect(gone()).toBeLessThan(2)
      const left = await world.counter.outbox.get(text.id)
      // The lease runs out, and whoever comes next decides by what stands there.
      world.clock.pass(2 * 60_000)
      await world.sendTexts()
      const after = await world.counter.outbox.get(text.id)
      if (left?.publishStartedAt === undefined || left.state !== 'sending')
        expect([gone(), after?.state]).toEqual([1, 'sent'])
      else expect([gone() < 2, after?.state]).toEqual([true, 'uncertain'])
      world.clock.pass(20 * 60_000)
      await world.sendTexts()
      return ended
    })
    expect(deaths).toBeGreaterThan(10)
    expect((await nothingWrong()).faults).toEqual([])
  })
}
