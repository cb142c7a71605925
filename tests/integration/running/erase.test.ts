// Erasing people everywhere, and again after a restore (docs/rules/keeping.md, "Erasing"): nothing of them is in either table, in the bucket or
// in the log, and others' cases are as they were.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Eraser, erase as eraseNamed, replay } from '#adapters/erasing/erase.ts'
import { isTrue } from '#adapters/erasing/receipt.ts'
import { receiptArchive } from '#adapters/erasing/receipts.ts'
import { systemKeys } from '#adapters/system.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { startS3 } from '#infra/local/s3/server.ts'
import { diskStore, type Store } from '#infra/local/s3/store.ts'
import { isUnderWay } from '#services/catalogue.ts'
import { allLogged } from '#tests/support/all-logged.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase } from '#tests/support/people/sent-cases.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { askForCode } from '#usecases/answering/return-code.ts'
import type { NotErased, Receipt } from '#usecases/ports/erasing.ts'
import { holdByCommand, releaseByCommand } from '../../../scripts/erase/hold.ts'
import { keepReceipt, receiptsIn } from '../../../scripts/erase/receipt.ts'
import { exportTables, importTables, type RestoredTables } from '../../../scripts/restore/tables.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-erase-'))
const [backup, receipts] = [join(directory, 'tables.jsonl'), join(directory, 'receipts.jsonl')]
const person = { name: 'Zzpii Markworthy', mobile: '07700 900 777', email: 'zzpii@example.com' }
const marks = [
  ...['Zzpii', 'Markworthy', '900777', '900 777', 'zzpii@example.com', 'zzpii words of the file'],
  ...['QQ123456C', 'DT1 1ZQ'],
]
const savings = 'With Zzpii, QQ123456C, of DT1 1ZQ'
const given = { by: 'records-manager', law: 'UK GDPR, Article 17(1)(a)' }

let world: World
let restored: World
let server: Server
let store: Store
let s3: S3Client
beforeAll(async () => {
  world = await startWorld()
  restored = await startWorld()
  const port = await freePort()
  store = diskStore(join(directory, 'files'), ['clean', 'archive'], world.clock.now)
  server = await startS3({
    port,
    store,
    secret: 'test',
    now: world.clock.now,
    origin: 'http://localhost:3000',
    onStored: () => {},
  })
  s3 = new S3Client({ region: 'eu-west-2', endpoint: `http://localhost:${port}`, forcePathStyle: true })
})
afterAll(async () => {
  await world.close()
  await restored.close()
  s3.destroy()
  server.close()
  server.closeAllConnections()
  rmSync(directory, { recursive: true, force: true })
})

const tablesOf = ({ env, table }: World): RestoredTables => ({
  endpoint: env.DYNAMODB_ENDPOINT,
  main: table.name,
  audit: table.audit,
})

// Closed cases, unless said.
const eraserOf = (of: World, more: Partial<Eraser> = {}): Eraser => ({
  ...{ endpoint: of.env.DYNAMODB_ENDPOINT, region: 'eu-west-2', readers: 1, keep: () => {} },
  ...{ table: of.table, keys: systemKeys(of.env.SECRET_KEY ?? '') },
  ...{ bucket: { client: s3, name: 'clean' }, isOpen: () => false, now: of.clock.now },
  ...more,
})

type Wanted = { readonly references: readonly string[]; readonly by: string; readonly law: string }

const erase = (eraser: Eraser, { references, by, law }: Wanted): Promise<Receipt | NotErased> =>
  eraseNamed(
    eraser,
    references.map((reference) => ({ reference, by, law })),
  )

const holding = async (of: World): Promise<readonly string[]> => {
  const tables = tablesOf(of)
  const items = (await rawTables(tables)).map((item) => JSON.stringify(item))
  return marks.filter((mark) => items.some((item) => item.includes(mark)))
}

const files = async (): Promise<readonly string[]> => (await store.list('clean', '')).map(({ key }) => key)

const doneBy = (done: Awaited<ReturnType<typeof erase>> | undefined): Receipt => {
  if (done !== undefined && 'signature' in done) return done
  throw new Error(`Not erased: ${JSON.stringify(done)}`)
}

const faultsOf = async (of: World) =>
  (await invariantsAt(of.env.DYNAMODB_ENDPOINT, { ...tablesOf(of), now: of.clock.now() })).faults

// With a confirmation that went, a code that was asked for, a note, and a file in two places.
const lived = async (): Promise<string> => {
  const reference = await sentCase(world.counter, { ...person, savings, ways: ['text', 'email'] })
  await world.sendTexts()
  // An hour later, as so many codes go to a number in one.
  world.clock.pass(3_600_000)
  await askForCode(world.counter, { challenge: `challenge-${reference}`, phone: '+447700900777' })
  await world.sendTexts()
  const subject = await world.counter.cases.get(reference)
  if (subject === undefined) throw new Error('There is no case')
  const note = {
    id: world.counter.ids.ordered(world.clock.now()),
    at: 1,
    by: 'Sam',
    byId: 'sam',
    words: 'Zzpii phoned',
  }
  await world.counter.cases.note(subject, note)
  for (const key of [`${subject.draftId}/sum/payslip`, `${subject.draftId}/sum/payslip/shown`])
    await s3.send(new PutObjectCommand({ Bucket: 'clean', Key: key, Body: 'zzpii words of the file' }))
  return reference
}

describe('A person who is erased', () => {
  it('is in neither table, the bucket nor the log, after a restore and a replay as before it, and others are as they were', async () => {
    const other = await sentCase(world.counter, { name: 'Other Person', mobile: '07700 900 888' })
    const [first, second] = [await lived(), await lived()]
    const logged = await allLogged({ world, directory, reference: first, marks })
    const [code = 'none'] = world.texts().flatMap(({ body }) => /\b\d{6}\b/.exec(body) ?? [])
    expect(logged.split('\n').length).toBeGreaterThan(marks.length)
    expect([...marks, code, first].filter((mark) => mark !== first && logged.includes(mark))).toEqual([])
    const before = await world.counter.cases.whole(other)
    await exportTables(tablesOf(world), backup)
    expect((await holding(world)).length).toBeGreaterThan(2)
    expect((await files()).length).toBe(4)

    const keeping = eraserOf(world, { keep: (one) => keepReceipt(receipts, one) })
    const receipt = doneBy(await erase(keeping, { ...given, references: [first, second] }))
    // What was about to go was on record before any of it went, by the same hashes.
    const [begun, done] = receiptsIn(receipts)
    expect([begun?.begun, begun?.cases, begun?.drafts]).toEqual([true, receipt.cases, receipt.drafts])
    expect(done).toEqual(receipt)
    expect(await holding(world)).toEqual([])
    expect(JSON.stringify(await rawTables(tablesOf(world))).includes(code)).toBe(false)
    expect(await files()).toEqual([])
    expect(marks.filter((mark) => JSON.stringify(world.log).includes(mark))).toEqual([])
    expect([receipt.left, receipt.files, receipt.cases.length]).toEqual([0, 4, 2])
    expect(JSON.stringify(receipt)).not.toMatch(new RegExp([first, second, ...marks].join('|')))
    expect(await world.counter.cases.get(first)).toBeUndefined()
    expect(await world.counter.cases.whole(other)).toEqual(before)
    expect(await faultsOf(world)).toEqual([])

    // Yesterday's table comes back, with everything that was said and the keys that open it.
    await importTables(tablesOf(restored), backup)
    expect((await holding(restored)).length).toBeGreaterThan(2)
    const again = doneBy(await replay(eraserOf(restored, { isOpen: isUnderWay }), receiptsIn(receipts), 'on-call'))
    expect(await holding(restored)).toEqual([])
    expect(again.left).toBe(0)
    expect(isTrue(systemKeys(restored.env.SECRET_KEY ?? ''), again)).toBe(true)
    const pointers = (await rawTables(tablesOf(restored))).filter((item) => item.pk?.S?.startsWith('FIND#'))
    expect(pointers.filter((item) => [first, second].some((one) => item.sk?.S?.includes(one)))).toEqual([])
    expect(pointers.length).toBeGreaterThan(0)
    // Each key that was destroyed the first time is the one that came back and went again: what it sealed opens nowhere.
    expect(again.keys.toSorted()).toEqual(receipt.keys.toSorted())
    expect(await replay(eraserOf(restored), receiptsIn(receipts), 'on-call')).toBeUndefined()
    expect(await faultsOf(restored)).toEqual([])
  })

  it('stays erased after a restore to a time at which the case was held, by the receipts that the nightly job keeps', async () => {
    const reference = await lived()
    await holdByCommand(eraserOf(world), { reference, by: 'legal', why: 'Judicial review', until: '2027-01-31' })
    await exportTables(tablesOf(world), backup)
    await releaseByCommand(eraserOf(world), { reference, by: 'legal' })
    const archive = receiptArchive({ client: s3, name: 'archive' })
    const done = doneBy(await erase(eraserOf(world, { keep: archive.keep }), { ...given, references: [reference] }))
    expect([done.left, await holding(world)]).toEqual([0, []])
    await importTables(tablesOf(restored), backup)
    const receiptsThere = await archive.all()
    expect(receiptsThere.map(({ begun = false }) => begun).toSorted()).toEqual([false, true])
    // Of a run that broke off only the first receipt is there: it is enough.
    const begun = receiptsThere.filter((one) => one.begun === true)
    expect(doneBy(await replay(eraserOf(restored), begun, 'on-call')).left).toBe(0)
    expect(await holding(restored)).toEqual([])
  })

  it('has a receipt that shows whether a letter of it was changed', () => {
    const keys = systemKeys(world.env.SECRET_KEY ?? '')
    const [, receipt] = receiptsIn(receipts)
    if (receipt === undefined) throw new Error('There is no receipt')
    expect(isTrue(keys, receipt)).toBe(true)
    expect(isTrue(keys, { ...receipt, left: 1 })).toBe(false)
    expect(isTrue(keys, { ...receipt, cases: [] })).toBe(false)
    expect(isTrue(systemKeys(Buffer.alloc(32, 9).toString('base64')), receipt)).toBe(false)
    writeFileSync(receipts, '')
    expect(receiptsIn(receipts)).toEqual([])
  })

  it('is erased to the end by a second run, wherever the first one broke off', async () => {
    for (const at of [0, 9]) {
      const reference = await lived()
      let left = at
      const client = {
        ...world.table.client,
        transactWriteItems: (input: Parameters<typeof world.table.client.transactWriteItems>[0]) => {
          left -= 1
          if (left < 0) throw new Error('The machine stopped')
          return world.table.client.transactWriteItems(input)
        },
      }
      const dying = eraserOf(world, { table: { ...world.table, client } })
      await expect(erase(dying, { ...given, references: [reference] })).rejects.toThrow('The machine stopped')
      expect(doneBy(await erase(eraserOf(world), { ...given, references: [reference] })).left).toBe(0)
      expect(await holding(world)).toEqual([])
      expect(await faultsOf(world)).toEqual([])
    }
  })

  it('is not erased while the case is open, held or unknown, and nothing of the others named with it either', async () => {
    const reference = await lived()
    expect(['active', 'withdrawn'].map((state) => isUnderWay('housing', state))).toEqual([true, false])
    const open = eraserOf(world, { isOpen: isUnderWay })
    expect(await erase(open, { ...given, references: [reference] })).toEqual({ is: 'open', references: [reference] })
    expect(await erase(eraserOf(world), { ...given, references: [reference, 'H2222222'] })).toEqual({
      is: 'not-there',
      references: ['H2222222'],
    })
    await holdByCommand(eraserOf(world), { reference, by: 'legal', why: 'Judicial review', until: '2027-01-31' })
    expect(await erase(eraserOf(world), { ...given, references: [reference] })).toEqual({
      is: 'held',
      references: [reference],
    })
    expect(
      await holdByCommand(eraserOf(world), { reference, by: 'legal', why: 'Long', until: '2030-01-31' }),
    ).toContain('six months')
    await releaseByCommand(eraserOf(world), { reference, by: 'legal' })
    expect(doneBy(await erase(eraserOf(world), { ...given, references: [reference] })).left).toBe(0)
  })
})

describe('A code by text', () => {
  it('stands in the table until it has gone, and no longer', async () => {
    await lived()
    const bodies = (await rawTables(tablesOf(world))).filter(({ pk }) => pk?.S?.startsWith('TEXT#'))
    expect(bodies.filter((item) => /code[^"]*\d{6}/i.test(JSON.stringify(item)))).toEqual([])
    expect(world.texts().some(({ body }) => /\d{6}/.test(body) && /code/i.test(body))).toBe(true)
  })
})
