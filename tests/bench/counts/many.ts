// `node tests/bench/counts/many.ts 500`: which operations a message and the same done on many cases ask of the table, and how long they take.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Staff } from '#domain/cases/case.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { person } from '#tests/support/worlds/who-may.ts'
import { type Endpoints, noon, startWorld } from '#tests/support/worlds/world.ts'
import { planBulk } from '#usecases/team/plan-bulk.ts'
import { goOnWithBulks, runBulk } from '#usecases/team/run-bulk.ts'
import { subjectAt } from '../cases.ts'
import { fillEngine } from '../filled-engine.ts'

const manager: Staff = person('a housing manager')
const second: Staff = { ...manager, id: 'second', name: 'Second' }

const measure = async (count: number): Promise<void> => {
  let counting: Counting | undefined
  const through = async (direct: Endpoints): Promise<Endpoints> => {
    counting = await countingProxy(direct.dynamo)
    return { ...direct, dynamo: counting.endpoint }
  }
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const nobodys = (at: number) => {
    // From a number on that all have as many letters in their references.
    const { assignee: _nobody, ...subject } = subjectAt(36 ** 3 + at, manager, noon)
    return { ...subject, service: 'housing', team: 'housing', state: 'new' }
  }
  await fillEngine(directory, count, nobodys)
  const world = await startWorld({ directory, through })
  const { desk, close, withSession } = await startStaffWorld(undefined, world)
  await desk.directory.record(second, [], noon)
  const visitor = await withSession(manager)
  const step = async <T>(name: string, does: () => Promise<T>): Promise<T> => {
    counting?.taken()
    const started = performance.now()
    const done = await does()
    const ms = (performance.now() - started).toFixed(0)
    const taken = Object.entries(counting?.taken() ?? {}).map(([operation, times]) => `${operation} ${times}`)
    console.log(`${name.padEnd(28)} ${taken.toSorted().join(', ')}  (${ms} ms)`)
    return done
  }
  const one = nobodys(0).reference
  await visitor.get(`/cases/${one}/messages`)
  await step('a message to an applicant', () => visitor.send(`/cases/${one}/messages`, { message: 'Sample.' }))
  await step('sending its text', () => world.sendTexts())
  const deed = { is: 'give', to: { id: manager.id, name: manager.name } } as const
  const given = { team: 'housing', of: { is: 'nobodys' }, deed, user: manager } as const
  const planned = await step(`a trial of ${count}`, () => planBulk(desk, given))
  if (!planned.ok) throw new Error(planned.error)
  await step('the press', () => runBulk(desk, { user: second, id: planned.value.id }))
  await step(`the ${count}, behind it`, () => goOnWithBulks(desk))
  await close()
  counting?.close()
  rmSync(directory, { recursive: true, force: true })
}

for (const count of process.argv.slice(2).map(Number)) await measure(count)
