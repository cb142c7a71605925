// The same on many cases at once (docs/rules/casework.md, "Many at once").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { runBulk } from '#usecases/team/run-bulk.ts'

let here: StaffWorld
let manager: Visitor
let officer: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  officer = await here.signedIn('housing-officer-1')
  manager = await here.signedIn('housing-manager')
})
afterAll(() => here.close())

const give = { team: 'housing', which: 'nobody', what: 'give', to: 'housing-officer-1' }

const tried = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  await manager.get('/many')
  return (await manager.post('/many', fields)).path
}

const assigneeOf = async (reference: string) => (await here.desk.cases.get(reference))?.assignee?.id
const timesGiven = async (reference: string) =>
  ((await here.desk.cases.whole(reference))?.events ?? []).filter(({ action }) => action === 'assign').length

const managerNow = async () => {
  const { people } = await here.desk.team.of('housing', 0)
  const found = people.find(({ person }) => person.id === 'housing-manager')
  if (found === undefined) throw new Error('The manager has not signed in')
  return found.person
}

describe('many at once', () => {
  it('does nothing before it is started, leaves what changed since, says so of each, and is undone', async () => {
    const one = await sentCase(here.world.counter)
    const other = await sentCase(here.world.counter)
    const taken = await sentCase(here.world.counter)
    const at = await tried(give)
    expect((await manager.get(at)).html).toContain('3 cases would be changed and 0 are left out.')
    expect(await assigneeOf(one)).toBeUndefined()
    await officer.get(`/cases/${taken}`)
    await officer.post(`/cases/${taken}/take`, { version: '1' })
    const done = await manager.post(at, { do: 'start' })
    expect(done.html).toContain('2 done, 1 not done, 0 left out, 0 still to do.')
    expect(done.html).toContain('Changed since it was chosen')
    expect([await assigneeOf(one), await assigneeOf(other)]).toEqual(['housing-officer-1', 'housing-officer-1'])
    await manager.post(at, { do: 'start' })
    expect([await timesGiven(one), await timesGiven(taken)]).toEqual([1, 1])
    expect((await manager.post(at, { do: 'undo' })).html).toContain('Undone on 2 cases.')
    expect([await assigneeOf(one), await assigneeOf(taken)]).toEqual([undefined, 'housing-officer-1'])
  })

  it('does each once and all of them, wherever a run broke off', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => sentCase(here.world.counter)))
    const at = await tried(give)
    const [user, id] = [await managerNow(), at.slice('/many/'.length)]
    // Each run stops before, or just after, it has changed a case.
    for (const [dies, after] of [
      [1, true],
      [2, false],
      [3, true],
      [1, false],
    ] as const) {
      let left: number = dies
      const { cases: kept } = here.desk
      const change: typeof kept.change = async (given) => {
        left -= 1
        if (left === 0 && !after) throw new Error('The machine stopped')
        const result = await kept.change(given)
        if (left === 0) throw new Error('The machine stopped')
        return result
      }
      const dying = runBulk({ ...here.desk, cases: { ...kept, change } }, { user, id })
      await expect(dying).rejects.toThrow('The machine stopped')
    }
    const seen = await runBulk(here.desk, { user, id })
    expect(seen?.items.filter(({ result }) => result === 'done').length).toBeGreaterThanOrEqual(6)
    for (const reference of cases) {
      const [item] = seen?.items.filter((each) => each.reference === reference) ?? []
      expect([reference, item?.result, await timesGiven(reference)]).toEqual([reference, 'done', 1])
    }
  })

  it('writes each applicant once, says what it costs, and leaves out who cannot safely be told', async () => {
    const told = await sentCase(here.world.counter, { name: 'Ada Told', mobile: '07700 900 461' })
    const silent = await sentCase(here.world.counter, { name: 'Bo Silent', mobile: '', ways: ['post'] })
    const at = await tried({ ...give, to: '', what: 'tell', words: 'The office is closed tomorrow' })
    const { html } = await manager.get(at)
    expect(html).toContain('What was sent cannot be undone')
    expect(html).toContain('They have no number, email or address that is safe')
    for (let press = 0; press < 2; press += 1) await manager.post(at, { do: 'start' })
    await here.world.sendTexts()
    const texts = here.world.texts().filter(({ body }) => body.includes('message for you') && body.includes(told))
    expect(texts).toHaveLength(1)
    expect((await manager.get(`/cases/${told}/messages`)).html).toContain('The office is closed tomorrow')
    expect((await here.desk.cases.get(silent))?.version).toBe(1)
    expect((await manager.get(at)).html).not.toContain('value="undo"')
  })

  it('asks for what is missing, and is for managers of the team alone', async () => {
    await manager.get('/many')
    const empty = await manager.post('/many', { team: 'housing', which: 'of', what: 'give' })
    for (const words of ['Select who has them', 'Select who gets them']) expect(empty.html).toContain(words)
    await sentCase(here.world.counter)
    const at = await tried({ ...give, to: 'housing-manager' })
    expect((await officer.get('/many')).status).toBe(403)
    expect((await (await here.signedIn('planning-manager')).get(at)).status).toBe(404)
  })
})
