// Many at once by random hands: it is started, broken off before or just after any write, gone on with, undone, and colleagues change cases
// meanwhile. Each case is changed by it once or not at all, all are accounted for, and what is undone is as it was (docs/rules/casework.md, "Many at once").
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { assignCase } from '#usecases/casework/assign-case.ts'
import { planBulk } from '#usecases/team/plan-bulk.ts'
import { goOnWithBulks, type RunPorts, runBulk, seeBulk, undoBulk } from '#usecases/team/run-bulk.ts'

let here: StaffWorld
const references: string[] = []
const count = 4
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  for (const user of [manager, officer, other]) await here.desk.directory.record(user, [], here.desk.clock.now())
  for (let at = 0; at < count; at += 1) references.push(await sentCase(here.world.counter))
})
afterAll(() => here.close())

const staff = (id: string, role: 'team-manager' | 'housing-officer'): Staff => ({
  ...{ is: 'staff', id, name: id, roles: [role], teams: ['housing'] },
})
const manager = staff('manager', 'team-manager')
const officer = staff('officer', 'housing-officer')
const other = staff('other', 'housing-officer')

// Every write counts; at the one that is named the machine stops, before it or just after, and does nothing any more.
const dying = (at: number, after: boolean): RunPorts => {
  let left = at
  const through = async <T>(write: () => Promise<T>): Promise<T> => {
    left -= 1
    if (left < 0 || (left === 0 && !after)) throw new Error('The machine stopped')
    const result = await write()
    if (left === 0) throw new Error('The machine stopped')
    return result
  }
  const { bulk, cases } = here.desk
  return {
    ...here.desk,
    cases: { ...cases, change: (given) => through(() => cases.change(given)) },
    bulk: {
      ...bulk,
      started: (...given) => through(() => bulk.started(...given)),
      undone: (...given) => through(() => bulk.undone(...given)),
      note: (...given) => through(() => bulk.note(...given)),
      over: (...given) => through(() => bulk.over(...given)),
    },
  }
}

const get = async (reference: string) =>
  (await here.desk.cases.whole(reference)) ?? Promise.reject(new Error('It is gone'))

const give = async (reference: string, to: Staff | undefined): Promise<void> => {
  const { subject } = await get(reference)
  const whom = to === undefined ? {} : { to: to.id }
  const done = await assignCase(here.desk, { subject, user: manager, version: subject.version, ...whom })
  expect(done.ok).toBe(true)
}

type Step =
  | { readonly is: 'start' | 'undo' | 'go-on' | 'twice'; readonly dies: number; readonly after: boolean }
  | { readonly is: 'change'; readonly which: number }

const steps = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constantFrom('start' as const, 'go-on' as const, 'twice' as const, 'undo' as const),
      dies: fc.integer({ min: 1, max: 12 }),
      after: fc.boolean(),
    }),
    fc.record({ is: fc.constant('change' as const), which: fc.nat({ max: count - 1 }) }),
  ),
  { minLength: 1, maxLength: 7 },
)

const take = async (id: string, step: Step, changed: Set<string>): Promise<void> => {
  if (step.is === 'change') {
    const reference = references[step.which] ?? ''
    changed.add(reference)
    return give(reference, other)
  }
  const ports = dying(step.dies, step.after)
  const given = { user: manager, id }
  const runs = {
    start: [() => runBulk(ports, given)],
    undo: [() => undoBulk(ports, given)],
    'go-on': [() => goOnWithBulks(ports)],
    // Two at once, of which one stops; and it is undone meanwhile.
    twice: [() => goOnWithBulks(ports), () => goOnWithBulks(here.desk), () => undoBulk(ports, given)],
  }
  here.world.clock.pass(60_000)
  const ended = await Promise.allSettled(runs[step.is].map((run) => run()))
  for (const each of ended) if (each.status === 'rejected') expect(each.reason.message).toBe('The machine stopped')
}

it('each case is done once or named as not done, and undone to who had it, wherever it was broken off', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const reference of references) await give(reference, undefined)
      const before = await Promise.all(references.map(async (reference) => (await get(reference)).events.length))
      const planned = await planBulk(here.desk, {
        ...{ team: 'housing', of: { is: 'nobodys' }, user: manager },
        deed: { is: 'give', to: { id: officer.id, name: officer.name } },
      })
      if (!planned.ok) throw new Error(planned.error)
      const { id } = planned.value
      const changed = new Set<string>()
      for (const step of all) await take(id, step, changed)
      await runBulk(here.desk, { user: manager, id })
      // The minute after, and the next: nobody presses anything.
      for (let left = 2; left > 0; left -= 1) {
        here.world.clock.pass(60_000)
        await goOnWithBulks(here.desk)
      }
      const last = await seeBulk(here.desk, { user: manager, id })
      const undone = last?.bulk.undoneAt !== undefined
      expect(last?.bulk.endedAt).toBeDefined()
      expect(last?.items.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted())
      for (const [at, reference] of references.entries()) {
        const { subject, events } = await get(reference)
        const given = events.slice(before[at]).filter(({ words }) => words === `gave the case to ${officer.name}`)
        const back = events.slice(before[at]).filter(({ words }) => words === 'left the case with no one')
        const item = last?.items.find((one) => one.reference === reference)
        expect([reference, given.length]).toEqual([reference, item?.result === 'done' ? 1 : 0])
        expect([reference, back.length]).toEqual([reference, item?.undone === 'done' ? 1 : 0])
        expect(item?.result).toBeDefined()
        if (changed.has(reference)) continue
        expect([reference, item?.result]).toEqual([reference, undone && given.length === 0 ? 'refused' : 'done'])
        expect(subject.assignee?.id).toBe(undone ? undefined : officer.id)
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)
