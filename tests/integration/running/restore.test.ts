// G19: a table put back by two hours texts nobody again, staff see what may have gone, and the checker finds half a transaction.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undeliveredStore } from '#adapters/dynamo/cases/undelivered.ts'
import { claimed, publishing } from '#domain/texts/sending.ts'
import type { Text } from '#domain/texts/text.ts'
import { released } from '#domain/texts/undelivered.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { noon, startWorld, type World } from '#tests/support/worlds/world.ts'
import { holdTexts } from '../../../scripts/restore/hold-texts.ts'
import { exportTables, importTables, type RestoredTables } from '../../../scripts/restore/tables.ts'

const hour = 3_600_000
const directory = mkdtempSync(join(tmpdir(), 'guildhall-restore-'))
const file = join(directory, 'tables.jsonl')

let before: World
let restored: World
let sentCases: readonly string[]
beforeAll(async () => {
  before = await startWorld()
  restored = await startWorld()
  sentCases = await atThePoint(before)
  await exportTables(tablesOf(before), file)
  // Two hours go by: what was due is sent, another application comes in. All of that is lost.
  before.clock.pass(2 * hour)
  await before.sendTexts()
  await sentCase(before.counter)
})
afterAll(async () => {
  await before.close()
  await restored.close()
  rmSync(directory, { recursive: true, force: true })
})

const tablesOf = ({ env, table }: World): RestoredTables => ({
  endpoint: env.DYNAMODB_ENDPOINT,
  main: table.name,
  audit: table.audit,
})

const reminderAt = noon + 240 * hour

// Three cases: one text sent, one being sent, one due; a reminder far ahead; a code just asked for.
const atThePoint = async (world: World): Promise<readonly string[]> => {
  const first = await sentCase(world.counter)
  await world.sendTexts()
  const [second, third] = [await sentCase(world.counter), await sentCase(world.counter)]
  const text = (await world.counter.cases.whole(second))?.texts[0]
  if (text === undefined) throw new Error('There is no text')
  const { outbox, clock } = world.counter
  const mine = await outbox.move(text, claimed(text, clock.now()))
  if (mine.ok) await outbox.move(mine.value, publishing(mine.value, clock.now()))
  const { messageId: _none, ...plain } = text
  const more = (id: string, change: Partial<Text>): Text => ({ ...plain, id, body: id, version: 1, ...change })
  await outbox.put([
    more('a-reminder', { category: 'reminder', dueAt: reminderAt }),
    more('a-code', { category: 'security' }),
  ])
  return [first, second, third]
}

const faultsOf = async (world: World) => {
  const tables = { ...tablesOf(world), now: world.clock.now() }
  return (await invariantsAt(world.env.DYNAMODB_ENDPOINT, tables)).faults
}

const onTheBoard = async (): Promise<readonly Text[]> =>
  (await undeliveredStore(restored.table).page({ services: ['housing'], size: 25 })).texts

describe('a table that was put back to two hours ago (G19)', () => {
  it('texts nobody again: what may have gone is held back for staff, who let go what had not', async () => {
    expect(before.texts().length).toBeGreaterThan(2)
    await importTables(tablesOf(restored), file)
    restored.clock.set(before.clock.now())
    expect(await holdTexts(tablesOf(restored), restored.clock.now())).toBe(3)
    expect(await holdTexts(tablesOf(restored), restored.clock.now())).toBe(0)
    for (let round = 0; round < 3; round += 1) {
      await restored.sendTexts()
      restored.clock.pass(hour)
    }
    expect(restored.texts()).toEqual([])
    const board = await onTheBoard()
    expect(board.map(({ about, state }) => [about, state]).toSorted()).toEqual(
      sentCases
        .slice(1)
        .map((reference) => [reference, 'held'])
        .toSorted(),
    )
    expect(board[0]?.reason).toContain('may have been sent already')
    const [one] = board
    const free = one === undefined ? undefined : released(one, restored.clock.now())
    if (one === undefined || free?.ok !== true) throw new Error('Nothing to let go')
    await restored.counter.outbox.move(one, free.value)
    await restored.sendTexts()
    expect(restored.texts().map(({ body }) => body)).toEqual([one.body])
    restored.clock.set(reminderAt + hour)
    await restored.sendTexts()
    expect(restored.texts().map(({ body }) => body)).toEqual([one.body, 'a-reminder'])
    expect(await faultsOf(restored)).toEqual([])
  })

  it('is found out where it holds half a transaction', async () => {
    const half = await startWorld()
    const [lost = ''] = sentCases
    await importTables(tablesOf(half), file, ({ pk }) => pk?.S !== `REF#${lost}`)
    expect(await faultsOf(half)).toEqual([`Case ${lost} has no guard of its reference for its draft`])
    await half.close()
  })
})
