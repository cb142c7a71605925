// A case that is somebody's own, or in which they declared an interest, opens to them by no path (docs/guarantees.md, "Access to cases"; H59).
// The routes about a case itself: tests/integration/casework/staff-access.test.ts. Programs: tests/integration/sharing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Answered } from '#tests/support/worlds/visitor.ts'
import { type CaseKind, caseOf, everybody, type Person } from '#tests/support/worlds/who-may.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { stepAside } from '#usecases/casework/assign-case.ts'
import { planBulk } from '#usecases/team/plan-bulk.ts'
import { runBulk } from '#usecases/team/run-bulk.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let desk: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
})
afterAll(() => desk.close())

const stored = async (kind: CaseKind, { user }: Person, more: Partial<Case> = {}): Promise<Case> => {
  const { counter } = desk.world
  const draft = newDraft(smallHousing, counter.ids, counter.clock.now())
  const subject = { ...caseOf(kind, user), ...more, reference: draft.reference, draftId: draft.id }
  await counter.drafts.start(draft)
  const event = { id: counter.ids.ordered(0), at: 0, by: 'The applicant', action: 'submit', words: 'sent', version: 1 }
  const sent = await counter.cases.submit({
    ...{ draft, subject, event, texts: [], claims: [], files: [], token: draft.id },
  })
  if (!sent.ok) throw new Error(sent.error.is)
  return subject
}

// Everything a person may ask that is about no case in particular, and may lead to one.
const everywhere = staffRoutes
  .filter(({ method, path, policy }) => method === 'GET' && policy !== 'anybody' && !path.includes('{'))
  .map(({ path }) => path)
const lists = ['team', 'mine', 'unassigned', 'closed'].flatMap((show) => [
  `/cases?show=${show}`,
  `/cases?show=${show}&restricted=yes`,
])

describe.each(everybody.filter(({ who }) => /^a housing (officer|manager)$/.test(who)))('$who', (person) => {
  // Somebody else's own cases are nothing to hide from this person.
  const name = `Zqhidden${person.user.id} Person`
  const { user } = person
  const emergency = { why: 'danger', more: 'Her brother is at the door of the hostel' }

  const hidden = async (kind: 'their own' | 'declared', more: Partial<Case>): Promise<Case> => {
    const { applicant } = caseOf(kind, user)
    const subject = await stored(kind, person, { title: name, applicant: { ...applicant, name }, ...more })
    const task = { id: `task-${subject.reference}`, reference: subject.reference, what: 'Phone', due: '2026-11-20' }
    const by = { at: 1, by: 'Sam', byId: 'sam' }
    const whose = { is: 'person', id: user.id, name: user.name } as const
    await desk.desk.tasks.add(
      subject,
      { ...task, ...by, for: whose, from: 'staff' },
      {
        id: `entry-${subject.reference}`,
        at: 1,
        by: 'sam',
        did: 'add-task',
        allowed: true,
        reference: subject.reference,
      },
    )
    return subject
  }

  it('opens a case of their own, or where they declared an interest, by no path: lists, search, tasks, the next case, people, files, copies, many at once, emergencies', async () => {
    await desk.desk.directory.record(user, [], desk.world.clock.now())
    const theirs = { assignee: { id: user.id, name: user.name } }
    const closed: Case[] = []
    for (const kind of ['their own', 'declared'] as const)
      for (const more of [{}, theirs, { sensitive: true }, { sensitive: true, ...theirs }])
        closed.push(await hidden(kind, more))
    const visible = await stored('plain', person)
    const visitor = await desk.withSession(user)
    const shut = ({ html, path }: Answered, asked: string): void => {
      const leads = closed.filter(({ reference }) => html.includes(`/cases/${reference}`) || path.includes(reference))
      expect([asked, leads.map(({ reference }) => reference)]).toEqual([asked, []])
      if (!asked.startsWith('find')) expect([asked, html.includes(name)]).toEqual([asked, false])
    }
    for (const path of [...everywhere, ...lists, `/cases/${visible.reference}/people`])
      shut(await visitor.get(path), path)
    for (const said of [...closed.map(({ reference }) => reference), name, '07700 900999', '07700 900123']) {
      await visitor.get('/cases/find')
      shut(await visitor.post('/cases/find', { for: said }), `find ${said}`)
      shut(await visitor.get('/cases/find'), 'find again')
    }
    for (let left = 3; left > 0; left -= 1) {
      await visitor.get('/cases')
      shut(await visitor.post('/cases/next', {}), 'the next case')
    }
    for (const list of ['show=team', 'show=mine&restricted=yes']) {
      await visitor.get(`/lists/new?${list}`)
      shut(await visitor.post('/lists/new', { list, purpose: 'figures', why: 'For the report' }), `file ${list}`)
    }
    for (const { reference } of closed) {
      await visitor.get('/copies')
      const copy = { purpose: 'person', proof: 'Passport seen', shape: 'page', why: '', references: reference }
      shut(await visitor.post('/copies', { ...copy, ...day('asked') }), `a copy of ${reference}`)
      const opened = await visitor.post(`/cases/${reference}/emergency`, emergency)
      expect([reference, opened.status, opened.html.includes(name)]).toEqual([reference, 403, false])
      expect((await visitor.get(`/cases/${reference}`)).status).toBe(403)
    }
    for (const which of [{ which: 'nobody' }, { which: 'of', from: user.id }]) {
      await visitor.get('/many')
      shut(await visitor.post('/many', { team: 'housing', ...which, what: 'give', to: 'nobody' }), 'many at once')
    }
  })

  const day = (id: string) => ({ [`${id}-day`]: '20', [`${id}-month`]: '11', [`${id}-year`]: '2026' })
})

describe('many at once', () => {
  it('leaves a case as it is where whoever began declared an interest in it since it was chosen', async () => {
    const manager = everybody.find(({ who }) => who === 'a housing manager')
    if (manager === undefined) throw new Error('There is no manager')
    const { user } = manager
    const leaver = { id: 'leaver-of-many', name: 'Leaver' }
    const { reference } = await stored('plain', manager, { assignee: leaver })
    const of = { is: 'of', id: leaver.id } as const
    const planned = await planBulk(desk.desk, { team: 'housing', of, deed: { is: 'give' }, user })
    if (!planned.ok) throw new Error(planned.error)
    const subject = await desk.desk.cases.get(reference)
    const declared = subject && (await stepAside(desk.desk, { subject, user }))
    expect(declared?.ok).toBe(true)
    const seen = await runBulk(desk.desk, { user, id: planned.value.id })
    expect(seen?.items).toMatchObject([{ reference, result: 'refused', why: 'You may not see it any more' }])
    expect((await desk.desk.cases.get(reference))?.version).toBe(2)
  })
})
