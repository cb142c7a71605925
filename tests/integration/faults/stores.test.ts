// The stores, each condition of theirs met and not met, on the embedded engine and on AWS's own DynamoDB Local where there is Java: what one
// engine lets through or says in other words is found here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '#adapters/dynamo/cases/audit.ts'
import { undeliveredStore } from '#adapters/dynamo/cases/undelivered.ts'
import { placeStore } from '#adapters/dynamo/drafts/places.ts'
import { staffDirectory } from '#adapters/dynamo/staff/staff-directory.ts'
import { staffSessions } from '#adapters/dynamo/staff/staff-sessions.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import type { Staff } from '#domain/cases/case.ts'
import { pageSaved } from '#domain/forms/answered/draft.ts'
import { untouched } from '#domain/switches/switches.ts'
import type { Text } from '#domain/texts/text.ts'
import { type Engine, javaIsHere } from '#infra/local/dynamo.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { draftOf, fileOf, sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { takeAction } from '#usecases/casework/take-action.ts'

const engines: readonly Engine[] = ['dynoxide', ...(javaIsHere() ? (['dynamodb-local'] as const) : [])]
const officer: Staff = { is: 'staff', id: 'u', name: 'U', roles: ['housing-officer'], teams: ['housing'] }
const elsewhere = { ok: false, error: 'changed-elsewhere' }

describe.each(engines)('the stores on %s', (engine) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ engine })
  })
  afterAll(() => world.close())

  const started = async () => {
    const draft = draftOf(world.counter, {})
    await world.counter.drafts.start(draft)
    return draft
  }

  it('save a page of a draft where it is as it was read, and say why not', async () => {
    const { drafts } = world.counter
    const draft = await started()
    const saved = await drafts.save(draft, pageSaved('money/savings', { savings: ['Ten'] }), 5)
    expect(saved).toMatchObject({ ok: true, value: { version: 2, touchedAt: 5 } })
    expect(await drafts.save(draft, pageSaved('money/savings', { savings: ['Nine'] }), 6)).toEqual(elsewhere)
    expect((await drafts.get(draft.id))?.pages['money/savings']).toEqual({ savings: ['Ten'] })
    expect(await drafts.save({ ...draft, id: 'nobody' }, pageSaved('x', {}), 6)).toEqual({ ok: false, error: 'gone' })
    const tied = saved.ok ? await drafts.setPhone(saved.value, { phone: '+447700900871', by: 'anybody' }, []) : saved
    expect(tied).toMatchObject({ ok: true, value: { phone: '+447700900871' } })
    const found = await world.counter.find.byOwner(world.counter.keys.hash('phone', '+447700900871'))
    expect(found.drafts.map(({ id }) => id)).toEqual([draft.id])
    const sent = tied.ok ? await submitApplication(world.counter, smallHousing, tied.value) : tied
    expect(sent.ok).toBe(true)
    expect(await drafts.save(draft, pageSaved('x', {}), 7)).toEqual({ ok: false, error: 'submitted' })
  })

  it('refuse an item of more than 400 KB as DynamoDB does', async () => {
    const { drafts } = world.counter
    const large = pageSaved('money/savings', { savings: ['x'.repeat(410 * 1024)] })
    await expect(drafts.save(await started(), large, 1)).rejects.toThrow('ValidationException')
  })

  it('send an application once, under a reference that nobody has', async () => {
    const draft = await started()
    const [first, second] = await Promise.all([1, 2].map(() => submitApplication(world.counter, smallHousing, draft)))
    expect(second).toEqual(first)
    const other = { ...draftOf(world.counter, {}), reference: draft.reference }
    await world.counter.drafts.start(other)
    const sent = await submitApplication(world.counter, smallHousing, other)
    expect(sent.ok && sent.value.reference !== draft.reference).toBe(true)
  })

  it('hold a time for one, free it, and let a hold that ran out go to another', async () => {
    const { holds } = world.counter
    const claims = [{ claimant: 'room-1', day: '2026-12-01', buckets: ['0900', '0905'] }]
    const hold = (holder: string, now: number) => holds.hold({ holder, claims, until: now + 600_000, now })
    expect([await hold('one', 0), await hold('one', 1), await hold('two', 2)].map(({ ok }) => ok)).toEqual([
      true,
      true,
      false,
    ])
    expect([...(await holds.taken(['room-1'], ['2026-12-01'], 3)).values()].flatMap((taken) => [...taken])).toEqual([
      '0900',
      '0905',
    ])
    expect((await hold('two', 600_002)).ok).toBe(true)
    await holds.free('one', claims)
    expect((await hold('three', 600_003)).ok).toBe(false)
    await holds.free('two', claims)
    expect((await hold('three', 600_004)).ok).toBe(true)
  })

  it('count codes and tries, and take a right code once', async () => {
    const { codes, keys, clock } = world.counter
    const now = clock.now()
    const ask = (challenge: string) =>
      codes.ask(
        challenge,
        { phone: '+447700900872', by: 'anybody', codeHash: keys.hash('code', '1'), expiresAt: now + 600_000, now },
        [],
      )
    expect([await ask('a'), await ask('b'), await ask('c'), await ask('d')].map(({ ok }) => ok)).toEqual([
      true,
      true,
      true,
      false,
    ])
    const check = async (challenge: string, code: string, at = now) => {
      const checked = await codes.check(challenge, keys.hash('code', code), at)
      if (!checked.ok) return checked.error
      return 'phone' in checked.value ? checked.value.phone : checked.value.reference
    }
    expect([await check('a', '2'), await check('a', '1'), await check('a', '1', now + 60_000)]).toEqual([
      'wrong',
      '+447700900872',
      'expired',
    ])
    for (let tries = 0; tries < 5; tries += 1) await check('b', '2')
    expect([await check('b', '1'), await check('c', '1', now + 600_001), await check('nobody', '1')]).toEqual([
      'too-many',
      'expired',
      'expired',
    ])
  })

  const textOf = (id: string, change: Partial<Text> = {}): Text => ({
    ...{
      id,
      about: 'B0000000',
      service: 'bookings',
      template: 'confirmation',
      templateVersion: 1,
      category: 'essential',
    },
    ...{ to: '+447700900400', body: `Text ${id}.`, state: 'due', version: 1, dueAt: 1000, madeAt: 1000, attempts: [] },
    ...change,
  })

  it('find texts as they fall due, move each on once, and know it by the network’s id', async () => {
    const { outbox } = world.counter
    const text = textOf('one')
    await outbox.put([text, textOf('later', { dueAt: 5000 })])
    expect(await outbox.due(999, 10)).toEqual([])
    expect([await outbox.due(1000, 10), await outbox.due(5000, 10)]).toEqual([['one'], ['one', 'later']])
    const sending: Text = { ...text, state: 'sending', version: 2, leaseUntil: 2000 }
    expect(await outbox.move(text, sending)).toEqual({ ok: true, value: sending })
    expect(await outbox.move(text, sending)).toEqual(elsewhere)
    expect([await outbox.due(1000, 10), await outbox.stuck(1999, 10), await outbox.stuck(2000, 10)]).toEqual([
      [],
      [],
      ['one'],
    ])
    const sent: Text = { ...sending, state: 'sent', version: 3, messageId: 'message-1' }
    expect((await outbox.move(sending, sent)).ok).toBe(true)
    expect([(await outbox.byMessageId('message-1'))?.id, await outbox.byMessageId('message-2')]).toEqual([
      'one',
      undefined,
    ])
  })

  it('take the price of a text once, and say which allowance is used up', async () => {
    const { outbox } = world.counter
    const allowance = { monthPence: 10, dayTexts: 2, phoneTexts: 1 }
    const begin = async (id: string, more: object = {}) => {
      const text = textOf(id, { state: 'sending', version: 2, leaseUntil: 9 })
      await outbox.put([text])
      const charge = {
        day: '2026-11-25',
        month: '2026-11',
        channel: 'text' as const,
        service: 'housing',
        pence: 4,
        always: false,
        ...more,
      }
      const begun = await outbox.begin(text, { ...text, version: 3, charged: true }, { charge, allowance, now: 1000 })
      return begun.ok ? 'begun' : begun.error
    }
    expect(await begin('a', { phoneKey: 'p', sameKey: 's' })).toBe('begun')
    expect(await begin('b', { phoneKey: 'q', sameKey: 's' })).toBe('same')
    expect(await begin('c', { phoneKey: 'p', sameKey: 't' })).toBe('phone')
    expect([await begin('d'), await begin('e'), await begin('f', { service: 'planning', day: '2026-11-26' })]).toEqual([
      'begun',
      'day',
      'month',
    ])
    expect([await outbox.spent('2026-11'), await begin('g', { always: true })]).toEqual([8, 'begun'])
  })

  it('keep one of two changes of a case, and list it by state, due day and receipt, a page at a time', async () => {
    const ports = { ...world.counter, cases: world.counter.cases }
    const references = [await sentCase(world.counter), await sentCase(world.counter), await sentCase(world.counter)]
    const whole = await ports.cases.opened(references[0] ?? '')
    const action = smallHousing.workflow.actions.find(({ id }) => id === 'start-checking')
    if (whole === undefined || action === undefined) throw new Error('There is no case')
    const act = () => takeAction(ports, { service: smallHousing, whole, action, typed: {}, user: officer, version: 1 })
    const done = await Promise.all([act(), act()])
    expect((await ports.cases.get(references[0] ?? ''))?.version).toBe(2)
    expect(done.some(({ ok }) => ok)).toBe(true)
    const listed = async (query: Parameters<typeof ports.cases.worklist>[0]) =>
      (await ports.cases.worklist(query)).cases.map(({ reference }) => reference)
    const open = { of: { is: 'open', teams: ['housing'] }, size: 100 } as const
    const all = await listed({ ...open, sort: 'due' })
    expect(references.every((reference) => all.includes(reference))).toBe(true)
    const checking = {
      of: { is: 'states', states: [{ team: 'housing', state: 'checking' }] },
      size: 100,
      sort: 'due',
    } as const
    expect(await listed(checking)).toEqual([references[0]])
    for (const sort of ['due', '-due', 'received', '-received'] as const) {
      const pages: string[] = []
      let cursor: string | undefined
      do {
        const page = await ports.cases.worklist({ ...open, sort, size: 2, ...(cursor === undefined ? {} : { cursor }) })
        pages.push(...page.cases.map(({ reference }) => reference))
        cursor = page.next
      } while (cursor !== undefined)
      expect([sort, pages.toSorted()]).toEqual([sort, all.toSorted()])
    }
  })

  it('keep a file’s one verdict, and no more files than a draft may have', async () => {
    const { uploads } = world.counter
    const draft = await started()
    const file = fileOf('upload-store-1', 'payslips')
    expect((await uploads.arrive(draft, { ...file, verdict: 'checking' })).ok).toBe(true)
    expect((await uploads.settle(draft, file)).ok).toBe(true)
    expect(await uploads.settle(draft, { ...file, verdict: 'refused', reason: 'x' })).toEqual({
      ok: false,
      error: 'known',
    })
    expect((await uploads.ofDraft(draft.id)).map(({ verdict }) => verdict)).toEqual(['clean'])
    expect((await uploads.remove(draft, file)).ok).toBe(true)
    expect(await uploads.ofDraft(draft.id)).toEqual([])
  })

  it('know who is signed in, who works where, who wants no texts, how the switches stand and whose turn it is', async () => {
    const { ids, keys, clock } = world.counter
    const now = clock.now()
    const sessions = staffSessions(world.table, keys, ids.secret)
    const id = await sessions.start(officer, now)
    expect((await sessions.open(id, now + 1))?.user.id).toBe('u')
    await sessions.end(id)
    expect(await sessions.open(id, now + 2)).toBeUndefined()
    const directory = staffDirectory(world.table, ids.secret)
    await directory.record(officer, ['planning'], now)
    expect((await directory.colleagues('housing', now - 1)).map(({ id: who }) => who)).toEqual(['u'])
    const stopped = stoppedStore(world.table)
    await stopped.set('key', { stopped: true, now, until: now + 10 })
    expect([await stopped.is('key', now), await stopped.is('key', now + 11), await stopped.is('other', now)]).toEqual([
      true,
      false,
      false,
    ])
    const switches = switchStore(world.table)
    const turn = { version: 1, name: { is: 'texts' }, on: true, at: now, by: 'U', byId: 'u', reason: 'Test' } as const
    const after = { ...untouched, version: 1, textsOff: true, turns: [turn] }
    expect([await switches.turn('t1', after, turn), await switches.turn('t2', after, turn)]).toEqual([
      { ok: true, value: null },
      elsewhere,
    ])
    expect(await switches.get()).toEqual(after)
    const places = placeStore(world.table)
    const place = { service: 'housing', sitting: 1, number: 1 }
    const [one, two] = [
      { draftId: 'a', sessionId: 'a' },
      { draftId: 'b', sessionId: 'b' },
    ]
    expect([await places.enter(place, one, now), await places.enter(place, two, now)]).toEqual([one, one])
    await auditLog(world.table).record({ id: 'e1', at: now, by: 'u', did: 'test', allowed: true })
    expect((await undeliveredStore(world.table).page({ services: ['housing'], size: 5 })).texts).toEqual([])
  })

  it('leave a table in which all holds', async () => {
    const { name: main, audit } = world.table
    const { faults } = await invariantsAt(world.env.DYNAMODB_ENDPOINT, { main, audit, now: world.clock.now() })
    // Of the outbox alone: the texts above were put by hand.
    expect(faults.filter((fault) => !fault.startsWith('Text '))).toEqual([])
  })
})
