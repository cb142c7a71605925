// `node tests/bench/desk.ts 100 10000 200000`: which operations the desk's pages ask of the table, at each number of cases. Every case is
// there as the product stores it, with its pointers; nothing is asked of it before it is counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Staff } from '#domain/cases/case.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { person } from '#tests/support/worlds/who-may.ts'
import { type Endpoints, noon, startWorld } from '#tests/support/worlds/world.ts'
import { subjectAt } from './cases.ts'
import { fillEngine } from './filled-engine.ts'

const officer: Staff = person('a housing manager')

const measure = async (count: number): Promise<void> => {
  let counting: Counting | undefined
  const through = async (direct: Endpoints): Promise<Endpoints> => {
    counting = await countingProxy(direct.dynamo)
    return { ...direct, dynamo: counting.endpoint }
  }
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const { items, seconds } = await fillEngine(directory, count, (at) => subjectAt(at, officer, noon))
  const world = await startWorld({ directory, through })
  const desk = await startStaffWorld(undefined, world)
  const visitor = await desk.withSession(officer)
  console.log(`\n${count} cases, ${items} items, filled in ${seconds.toFixed(0)} s`)
  const [some] = [subjectAt(Math.floor(count / 2), officer, noon)]
  const steps: readonly (readonly [string, () => Promise<{ readonly status: number }>])[] = [
    ['team worklist', () => visitor.get('/cases?show=team')],
    ['my work', () => visitor.get('/cases?show=mine')],
    ['overdue', () => visitor.get('/cases?show=team&bucket=overdue')],
    ['unassigned', () => visitor.get('/cases?show=unassigned')],
    ['take the next case', () => visitor.post('/cases/next', {})],
    ['search by name', () => visitor.post('/cases/find', { for: some.title })],
    ['search by phone', () => visitor.post('/cases/find', { for: some.applicant.phone ?? '' })],
    ['a case', () => visitor.get(`/cases/${some.reference}`)],
  ]
  for (const [name, step] of steps) {
    // What an earlier release may have left elsewhere is looked for once.
    if (name !== 'take the next case') await step()
    await visitor.get('/cases/find')
    counting?.taken()
    const started = performance.now()
    const { status } = await step()
    const ms = (performance.now() - started).toFixed(0)
    const taken = Object.entries(counting?.taken() ?? {}).map(([operation, times]) => `${operation} ${times}`)
    console.log(`${name.padEnd(22)} ${status}  ${taken.toSorted().join(', ')}  (${ms} ms)`)
  }
  await desk.close()
  counting?.close()
  rmSync(directory, { recursive: true, force: true })
}

for (const count of process.argv.slice(2).map(Number)) await measure(count)
