// The same on many cases at once (docs/rules/casework.md, "Many at once").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case, ListedCase, Staff } from '#domain/cases/case.ts'
import { casePuts, subjectAt } from '#tests/bench/cases.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { person } from '#tests/support/worlds/who-may.ts'
import { assignCase } from '#usecases/casework/assign-case.ts'
import { planBulk } from '#usecases/team/plan-bulk.ts'
import { goOnWithBulks, runBulk, seeBulk } from '#usecases/team/run-bulk.ts'

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
    const id = at.slice('/many/'.length)
    const ports = { ...here.desk, user: await managerNow() }
    // Each run stops before, or just after, it has changed a case, and whatever it tries after that fails.
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
        if (left < 0 || (left === 0 && !after)) throw new Error('The machine stopped')
        const result = await kept.change(given)
        if (left === 0) throw new Error('The machine stopped')
        return result
      }
      const dying = { ...ports, cases: { ...kept, change } }
      await runBulk(dying, { user: ports.user, id })
      here.world.clock.pass(60_000)
      await goOnWithBulks(dying)
    }
    await goOnWithBulks(here.desk)
    const seen = await seeBulk(here.desk, { user: ports.user, id })
    expect(seen?.bulk.endedAt).toBeDefined()
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

describe('five hundred at once', () => {
  const staff = (id: string): Staff => ({ ...person('a housing manager'), id, name: id })
  // From a number on that all have as many letters in their references.
  const first = 36 ** 3
  const [ann, bo, leaver] = [staff('ann'), staff('bo'), staff('leaver')]

  it('wait for a second manager and are done behind the press, each once, wherever the job stops; one that changed since is left', async () => {
    for (const user of [ann, bo]) await here.desk.directory.record(user, [], here.world.clock.now())
    const cases = Array.from({ length: 500 }, (_, at) => ({
      ...subjectAt(first + at, leaver, 0),
      assignee: by(leaver),
    }))
    await put(cases)
    const given = { team: 'housing', of: { is: 'of', id: leaver.id }, deed: { is: 'give', to: by(bo) } } as const
    const planned = await planBulk(here.desk, { ...given, user: ann })
    if (!planned.ok) throw new Error(planned.error)
    const { id } = planned.value
    const changed = cases[250]?.reference ?? ''
    const subject = (await here.desk.cases.get(changed)) ?? never()
    expect((await assignCase(here.desk, { subject, user: ann, version: 1, to: ann.id })).ok).toBe(true)
    expect(await runBulk(here.desk, { user: ann, id })).toBeUndefined()
    const begun = await runBulk(here.desk, { user: bo, id })
    expect(begun?.items.filter(({ result }) => result !== undefined)).toEqual([])
    for (const dies of [1, 137, 250]) await goOnWithBulks({ ...here.desk, cases: dying(dies) })
    here.world.clock.pass(60_000)
    await goOnWithBulks(here.desk)
    const seen = await seeBulk(here.desk, { user: ann, id })
    const became = Map.groupBy(seen?.items ?? [], ({ result }) => result)
    expect([became.get('done')?.length, became.get('changed')?.map(({ reference }) => reference)]).toEqual([
      499,
      [changed],
    ])
    expect([became.size, seen?.bulk.endedAt]).toEqual([2, here.world.clock.now()])
    expect(await eachOf(cases, leaver)).toEqual([])
    expect((await eachOf(cases, bo)).map(({ version }) => version)).toEqual(Array.from({ length: 499 }, () => 2))
  })

  const by = ({ id, name }: Staff) => ({ id, name })

  const never = (): never => {
    throw new Error('It is not there')
  }

  const put = async (cases: readonly Case[]): Promise<void> => {
    const puts = cases.flatMap((subject) => casePuts(here.world.table, subject))
    for (let from = 0; from < puts.length; from += 100)
      await here.world.table.client.transactWriteItems({ TransactItems: puts.slice(from, from + 100) })
  }

  // At so many changes the machine stops, and does nothing any more.
  const dying = (at: number) => {
    let left = at
    const { cases } = here.desk
    const change: typeof cases.change = async (given) => {
      left -= 1
      if (left < 0) throw new Error('The machine stopped')
      const kept = await cases.change(given)
      if (left === 0) throw new Error('The machine stopped')
      return kept
    }
    return { ...cases, change }
  }

  const eachOf = async (cases: readonly Case[], user: Staff): Promise<readonly ListedCase[]> => {
    const had = await here.desk.cases.lane({ of: { is: 'mine', userId: user.id }, most: cases.length + 1 })
    return had.cases
  }
})
