// Every person of the table, every case, every route about a case: allowed exactly where the table says, refused and on record where not
// (docs/guarantees.md, "Staff sign-in" and "Access to cases", G20, H58, H59).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { fileOf, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { formOf, tokenIn, type Visitor, visitor as visitorAt } from '#tests/support/worlds/visitor.ts'
import { type CaseKind, caseOf, deedIn, everybody, type Person } from '#tests/support/worlds/who-may.ts'
import { staffOrigin } from '#tests/support/worlds/world.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { staffHandler } from '#web/staff/handler.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let desk: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld(smallHousing)
})
afterAll(() => desk.close())

const kinds: readonly CaseKind[] = ['plain', 'restricted', 'restricted, theirs', 'their own', 'declared']

// The routes, and which word of the table each stands for. The last one changes what the person may see.
const routes: readonly (readonly [string, string, string])[] = [
  ['GET', '/cases/{reference}', 'see-case'],
  ['GET', '/cases/{reference}/tasks', 'see-case'],
  ['GET', '/cases/{reference}/tasks/add', 'note'],
  ['POST', '/cases/{reference}/tasks/add', 'note'],
  ['POST', '/cases/{reference}/tasks/none/done', 'note'],
  ['GET', '/cases/{reference}/answers', 'see-case'],
  ['POST', '/cases/{reference}/show', 'see-case'],
  ['GET', '/cases/{reference}/documents', 'see-case'],
  ['GET', '/cases/{reference}/messages', 'see-case'],
  ['GET', '/cases/{reference}/history', 'see-case'],
  ['GET', '/cases/{reference}/audit', 'read-audit'],
  ['GET', '/cases/{reference}/audit/table', 'read-audit'],
  ['POST', '/cases/{reference}/take', 'assign'],
  ['GET', '/cases/{reference}/actions/start-checking', 'act'],
  ['POST', '/cases/{reference}/actions/start-checking', 'act'],
  ['GET', '/cases/{reference}/actions/approve', 'approve'],
  ['POST', '/cases/{reference}/actions/approve', 'approve'],
  ['GET', '/cases/{reference}/assign', 'assign'],
  ['POST', '/cases/{reference}/assign', 'assign'],
  ['GET', '/cases/{reference}/decision', 'see-case'],
  ['GET', '/cases/{reference}/notice/1.html', 'see-case'],
  ['GET', '/cases/{reference}/people', 'note'],
  ['POST', '/cases/{reference}/people', 'note'],
  ['GET', '/cases/{reference}/rules', 'see-case'],
  ['POST', '/cases/{reference}/notes', 'note'],
  ['POST', '/cases/{reference}/messages', 'note'],
  ['GET', '/cases/{reference}/call', 'note'],
  ['POST', '/cases/{reference}/call', 'note'],
  ['POST', '/cases/{reference}/seen', 'note'],
  ['GET', '/cases/{reference}/texts/none', 'note'],
  ['POST', '/cases/{reference}/texts/none/again', 'note'],
  ['POST', '/cases/{reference}/texts/none/instead', 'note'],
  ['POST', '/cases/{reference}/texts/none/release', 'note'],
  ['POST', '/cases/{reference}/texts/none/came-back', 'note'],
  ['POST', '/cases/{reference}/texts/none/phoned', 'note'],
  ['GET', '/cases/{reference}/documents/file-of-payslips', 'open-file'],
  ['GET', '/cases/{reference}/documents/file-of-letters', 'open-secret'],
  ['GET', '/cases/{reference}/files/file-of-payslips', 'open-file'],
  ['GET', '/cases/{reference}/files/file-of-letters', 'open-secret'],
  ['GET', '/cases/{reference}/contact', 'note'],
  ['POST', '/cases/{reference}/contact', 'note'],
  ['GET', '/cases/{reference}/told', 'note'],
  ['POST', '/cases/{reference}/told', 'note'],
  ['GET', '/cases/{reference}/change', 'note'],
  ['POST', '/cases/{reference}/change', 'note'],
  ['GET', '/cases/{reference}/change/none', 'note'],
  ['POST', '/cases/{reference}/change/none', 'note'],
  ['GET', '/cases/{reference}/change/none/parts/none', 'note'],
  ['POST', '/cases/{reference}/change/none/parts/none', 'note'],
  ['GET', '/cases/{reference}/change/none/check', 'note'],
  ['POST', '/cases/{reference}/change/none/check', 'note'],
  ['GET', '/cases/{reference}/hold', 'hold'],
  ['POST', '/cases/{reference}/hold', 'hold'],
  ['GET', '/cases/{reference}/emergency', 'break-glass'],
  ['POST', '/cases/{reference}/emergency', 'break-glass'],
  ['GET', '/cases/{reference}/interest', 'declare-interest'],
  ['POST', '/cases/{reference}/interest', 'declare-interest'],
]

const stored = async (kind: CaseKind, { user }: Person): Promise<Case> => {
  const { counter } = desk.world
  const draft = newDraft(smallHousing, counter.ids, counter.clock.now())
  const subject = { ...caseOf(kind, user), reference: draft.reference, draftId: draft.id }
  const files = [fileOf('file-of-payslips', 'payslips'), fileOf('file-of-letters', 'medicalLetters')]
  await counter.drafts.start(draft)
  for (const file of files) {
    await counter.uploads.arrive(draft, { ...file, verdict: 'checking' })
    await counter.uploads.settle(draft, file)
  }
  const event = { id: counter.ids.ordered(0), at: 0, by: 'The applicant', action: 'submit', words: 'sent', version: 1 }
  const named = files.map(({ id }) => ({ id, label: 'File' }))
  const sent = await counter.cases.submit({
    ...{ draft, subject, event, texts: [], claims: [], files: named, token: draft.id },
  })
  if (!sent.ok) throw new Error(sent.error.is)
  return subject
}

// A form that changes nothing where it is let through: its version is of nobody's page, its note is empty.
const asked = async (visitor: Visitor, method: string, path: string): Promise<number> => {
  const form = method === 'POST' ? formOf({ _csrf: tokenIn(visitor.last().html), version: '0' }, staffOrigin) : {}
  const answer = await visitor.ask({ method, path, ...form })
  return answer.status
}

describe.each(everybody)('$who', (person) => {
  it.each(kinds)(
    'comes, on a housing application that is %s, as far as the table says, and each refusal is on record (H58, H59)',
    async (kind) => {
      const { reference } = await stored(kind, person)
      const visitor = await desk.withSession(person.user)
      await visitor.get('/cases/find')
      const may = person.may[kind].split(' ')
      for (const [method, path, word] of routes) {
        const status = await asked(visitor, method, path.replace('{reference}', reference))
        const reached = status === 403 ? 'refused' : 'reached'
        expect([method, path, reached]).toEqual([method, path, may.includes(word) ? 'reached' : 'refused'])
        expect(status).toBeLessThan(500)
      }
      const refusals = (await desk.audit(`CASE#${reference}`)).filter(({ allowed }) => allowed === false)
      const refused = routes.filter(([, , word]) => !may.includes(word))
      expect(refusals.map(({ by, did }) => [by, did])).toEqual(
        refused.map(([, , word]) => [person.user.id, deedIn(word)]),
      )
    },
  )
})

const bare = (path: string): string =>
  path.replace(/(actions|documents|files|notice|texts|change|parts|tasks(?=\/[^/]+\/))\/[^/]+/g, '$1/{}')

describe('the table', () => {
  it('has every route about a case', () => {
    const known = new Set(routes.map(([method, path]) => `${method} ${bare(path)}`))
    const all = staffRoutes
      .filter(({ path }) => path.startsWith('/cases/{reference}'))
      .map(({ method, path }) => `${method} ${bare(path)}`)
    expect(all.filter((route) => !known.has(route))).toEqual([])
    expect(known.size).toBe(all.length)
  })
})

describe('a restricted case', () => {
  it('puts every look at it on record, and is not shown where that cannot be done', async () => {
    const [officer] = everybody
    if (officer === undefined) throw new Error('Nobody')
    const { reference } = await stored('restricted, theirs', officer)
    const visitor = await desk.withSession(officer.user)
    await visitor.get(`/cases/${reference}`)
    await visitor.get(`/cases/${reference}`)
    const looks = (await desk.audit(`CASE#${reference}`)).filter(({ did }) => did === 'see-case')
    expect(looks.map(({ by, allowed }) => [by, allowed])).toEqual([
      [officer.user.id, true],
      [officer.user.id, true],
    ])
    const audit = { record: () => Promise.reject(new Error('The audit log is down')) }
    const dark = staffHandler({ ...desk.desk, audit })
    const inTheDark = visitorAt(dark, staffOrigin)
    for (const [name, value] of visitor.cookies) inTheDark.cookies.set(name, value)
    const page = await inTheDark.get(`/cases/${reference}`)
    expect([page.status, page.html.includes(reference), page.html.includes('Sample')]).toEqual([500, false, false])
  })
  it('is opened in an emergency with a reason, for an hour, to read and to note; its manager has it to judge', async () => {
    const [officer, manager] = everybody
    if (officer === undefined || manager === undefined) throw new Error('Nobody')
    const { reference } = await stored('restricted', officer)
    const at = `/cases/${reference}`
    const visitor = await desk.withSession(officer.user)
    const refused = await visitor.get(at)
    expect([refused.status, refused.html.includes(`${at}/emergency`)]).toEqual([403, true])
    expect((await visitor.get(`${at}/emergency`)).html).not.toContain('Sample Person')
    const short = await visitor.post(`${at}/emergency`, { why: 'danger', more: 'Help' })
    expect(short.html).toContain('What happened must be 20 letters or more')
    const told = { why: 'danger', more: 'Her brother is at the door of the hostel' }
    const opened = await visitor.post(`${at}/emergency`, told)
    expect(opened.path).toBe(at)
    expect(opened.html).toMatch(/app-emergency[^>]*>You opened this restricted case in an emergency/)
    for (const path of ['/actions/start-checking', '/assign']) expect((await visitor.get(at + path)).status).toBe(403)
    const boss = await desk.withSession(manager.user)
    expect((await boss.get('/tasks')).html).toContain('Opened in an emergency')
    expect((await boss.get(`${at}/tasks`)).html).toContain('Somebody is in danger now: Her brother is at the door')
    const log = (await desk.audit(`CASE#${reference}`)).filter(({ did }) => did === 'break-glass')
    expect(log.map(({ by, allowed }) => [by, allowed])).toContainEqual([officer.user.id, true])
    desk.world.clock.pass(59 * 60_000)
    const later = await desk.withSession(officer.user)
    expect((await later.get(at)).status).toBe(200)
    desk.world.clock.pass(60_000)
    expect((await later.get(at)).status).toBe(403)
  })
})
