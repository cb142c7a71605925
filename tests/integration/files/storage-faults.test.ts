// F7 to F10, F21, F28 and F29 of the fault matrix: people at the handlers while storage throttles, meets itself, loses replies, or is asked to
// keep more than an item holds.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { services } from '#services/catalogue.ts'
import { type FaultyWorld, startFaultyWorld } from '#tests/support/faults/world.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftOf, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { applicant } from '#tests/support/people/small-applicant.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Answered, formOf, titleIn, tokenIn, type Visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, staffOrigin } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { staffRoutes } from '#web/staff/routes.ts'

let around: FaultyWorld
let here: StaffWorld
beforeAll(async () => {
  around = await startFaultyWorld({ seed: 7 })
  here = await startStaffWorld(smallHousing, around)
})
beforeEach(() => around.dynamo.rules([]))
afterAll(() => here.close())

const held = async () => {
  around.dynamo.rules([])
  return invariantsAt(around.directEndpoint, {
    main: here.world.table.name,
    audit: here.world.table.audit,
    now: here.world.clock.now(),
  })
}
const nothingWrong = async (): Promise<void> => expect((await held()).faults).toEqual([])

const referenceIn = ({ html }: Answered): string => /\bH[B-DF-HJ-NP-TV-XZ2-9]{7}\b/.exec(html)?.[0] ?? ''

const sent = async (person: Visitor): Promise<Answered> => {
  await person.get('/housing/declaration')
  return person.post('/housing/declaration', { agree: 'yes' })
}

describe('a table that throttles', () => {
  it('one call in twenty is not noticed: twenty people answer, send and see their reference (F7)', async () => {
    around.dynamo.rules([{ fault: 'throttle', chance: 0.05 }])
    const references: string[] = []
    for (let number = 0; number < 20; number += 1) {
      const { person } = await applicant(here)
      await person.get('/housing/money/savings')
      expect((await person.post('/housing/money/savings', { savings: `${number} pounds` })).status).toBe(200)
      references.push(referenceIn(await sent(person)))
    }
    expect(around.dynamo.done().throttle).toBeGreaterThan(5)
    expect(new Set(references).size).toBe(20)
    expect(references).not.toContain('')
    await nothingWrong()
  })

  it('every call gives each page of both sides as it is or as 503 to try again, and never a surprise (F7)', async () => {
    const reference = await sentCase(here.world.counter)
    const { person } = await applicant(here)
    const token = tokenIn((await person.get('/housing/money/savings')).html)
    const officer = await here.withSession({
      is: 'staff',
      id: 'u',
      name: 'U',
      roles: ['housing-officer'],
      teams: ['housing'],
    })
    const known = tokenIn((await officer.get(`/cases/${reference}`)).html)
    around.dynamo.rules([{ fault: 'throttle' }])
    const asked = [
      ...citizenRoutes([smallHousing, ...services.filter(({ id }) => id !== 'housing')]).map((route) => ({
        ...{ route, who: person, origin: citizenOrigin, token },
      })),
      ...staffRoutes.map((route) => ({ route, who: officer, origin: staffOrigin, token: known })),
    ]
    const answers = await Promise.all(
      asked.map(async ({ route: { method, path }, who, origin, token: _csrf }) => {
        const at = path.replace('{reference}', reference).replace('{section}/{page}', 'money/savings')
        const form = method === 'POST' ? formOf({ _csrf, agree: 'yes', savings: 'None', version: '1' }, origin) : {}
        return { route: path, ...(await who.ask({ method, path: at.replace(/\{\w+\}/g, 'none'), ...form })) }
      }),
    )
    const lost = answers.filter(({ status }) => status >= 500)
    expect(lost.filter(({ status, headers }) => status !== 503 || headers['retry-after'] !== '30')).toEqual([])
    expect(new Set(lost.map(({ html }) => titleIn(html)))).toEqual(new Set(['Sorry, the service is unavailable']))
    expect(lost.length).toBeGreaterThan(40)
    expect(answers.filter(({ html }) => /Throughput|DynamoProblem|\.ts:\d/.test(html))).toEqual([])
    await nothingWrong()
  })
})

describe('transactions that meet each other', () => {
  it.each([0.2, 0.4, 0.6])(
    'at %f of their tries end in one case each, in a bounded number of tries (F8)',
    async (chance) => {
      const people = await Promise.all(Array.from({ length: 20 }, () => applicant(here)))
      around.dynamo.rules([{ fault: 'tx-conflict', operation: 'TransactWriteItems', chance }])
      const before = around.dynamo.operations().length
      const answers = await Promise.all(people.map(({ person }) => sent(person)))
      const tries = around.dynamo
        .operations()
        .slice(before)
        .filter((name) => name === 'TransactWriteItems').length
      // Eight each at most; so many conflicts in a row are one in sixty at the worst of these, and then it is 503.
      expect(tries).toBeLessThanOrEqual(20 * 8)
      around.dynamo.rules([])
      const again = await Promise.all(people.map(({ person }) => sent(person)))
      expect(
        answers.every(
          (answer, at) => answer.status === 503 || referenceIn(answer) === referenceIn(again[at] ?? answer),
        ),
      ).toBe(true)
      expect(new Set(again.map(referenceIn)).size).toBe(20)
      await nothingWrong()
    },
  )

  it('at every try end in a page that says to try again, after eight tries, with nothing stored (F8)', async () => {
    const { person, draft } = await applicant(here)
    around.dynamo.rules([{ fault: 'tx-conflict', operation: 'TransactWriteItems' }])
    const before = around.dynamo.operations().length
    const answer = await sent(person)
    const tries = around.dynamo
      .operations()
      .slice(before)
      .filter((name) => name === 'TransactWriteItems').length
    expect([answer.status, tries <= 8]).toEqual([503, true])
    expect((await here.world.counter.drafts.get(draft.id))?.status).toBe('draft')
    await nothingWrong()
  })
})

describe('a reply that is lost', () => {
  it('after the commit gives the person the one reference, then and whenever they send again (F9)', async () => {
    const { person } = await applicant(here)
    const before = (await held()).counts.cases
    around.dynamo.rules([{ fault: 'commit-then-reset', operation: 'TransactWriteItems', to: 2 }])
    const first = await sent(person)
    expect(titleIn(first.html)).toBe('Application sent')
    around.dynamo.rules([])
    expect(referenceIn(await sent(person))).toBe(referenceIn(first))
    expect((await held()).counts.cases).toBe(before + 1)
    await nothingWrong()
  })

  it('and sent again 11 minutes later, when DynamoDB has forgotten the token, is stopped by the condition (F10)', async () => {
    const draft = draftOf(here.world.counter, {})
    await here.world.counter.drafts.start(draft)
    const before = (await held()).counts.cases
    around.dynamo.rules([{ fault: 'commit-then-reset', operation: 'TransactWriteItems', to: 1 }])
    await submitApplication(here.world.counter, smallHousing, draft)
    here.world.clock.pass(11 * 60_000)
    around.dynamo.rules([{ fault: 'forgotten-token', operation: 'TransactWriteItems' }])
    const again = await submitApplication(here.world.counter, smallHousing, draft)
    expect(around.dynamo.done()['forgotten-token']).toBeGreaterThan(0)
    expect(again.ok && again.value.reference).toBe(draft.reference)
    expect((await held()).counts.cases).toBe(before + 1)
    await nothingWrong()
  })

  it('after a page was saved keeps the page: loaded again it shows what was typed (F21)', async () => {
    const { person } = await applicant(here)
    await person.get('/housing/money/savings')
    around.dynamo.rules([{ fault: 'commit-then-reset', operation: 'UpdateItem' }])
    const answer = await person.post('/housing/money/savings', { savings: 'A tin under the bed' })
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30'])
    around.dynamo.rules([])
    expect((await person.get('/housing/money/savings')).html).toContain('value="A tin under the bed"')
  })
})

describe('a reference that is taken', () => {
  it('is drawn again, and the draft is sent under the new one (F28)', async () => {
    const { counter } = here.world
    const taken = await sentCase(counter)
    const draft = { ...draftOf(counter, {}), reference: taken }
    await counter.drafts.start(draft)
    const drawn = [taken, 'HNEWNEW2']
    const ids = { ...counter.ids, reference: () => drawn.shift() ?? taken }
    const done = await submitApplication({ ...counter, ids }, smallHousing, draft)
    expect([done, drawn]).toEqual([{ ok: true, value: { reference: 'HNEWNEW2' } }, []])
    expect((await counter.cases.get('HNEWNEW2'))?.draftId).toBe(draft.id)
    expect((await counter.cases.get(taken))?.draftId).not.toBe(draft.id)
    await nothingWrong()
  })
})

describe('answers of nearly 400 KB', () => {
  it.each([250, 285, 295, 390, 400, 410])(
    '%i KB in all are kept, or refused in words and not lost (F29)',
    async (size) => {
      const kept = 'x'.repeat(180_000)
      const { person, draft } = await applicant(here, {}, { 'about-you/name': { fullName: [kept] } })
      const typed = 'y'.repeat(size * 1024 - 180_000)
      await person.get('/housing/money/savings')
      const answer = await person.post('/housing/money/savings', { savings: typed })
      expect([answer.status, answer.html.includes(typed)]).toEqual([200, true])
      const stored = await here.world.counter.drafts.get(draft.id)
      const refused = answer.html.includes('Your answers are longer than we can keep.')
      expect([refused, stored?.pages['money/savings']?.savings?.[0] === typed]).toEqual(
        size > 290 ? [true, false] : [false, true],
      )
      const shorter = await person.post('/housing/money/savings', { savings: 'None' })
      expect([shorter.status, shorter.path]).toEqual([200, '/housing/money/proof'])
    },
  )
})
