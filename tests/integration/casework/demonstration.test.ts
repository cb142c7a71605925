// The data that the product starts with: whole, as the checker sees it, and every document of it opens.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf, textAt } from '#adapters/dynamo/client.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { type Host, startHost } from '#infra/local/host.ts'
import { distinct, storiesFor } from '#infra/local/many-stories.ts'
import { stories } from '#infra/local/stories.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-demonstration-'))

let host: Host
beforeAll(async () => {
  const secretKey = Buffer.alloc(32, 3).toString('base64')
  host = await startHost({
    port: 3900,
    directory,
    secretKey,
    built: false,
    seed: true,
    inMemory: true,
    now: personasNow,
  })
})
afterAll(async () => {
  await host.close()
  rmSync(directory, { recursive: true, force: true })
})

const filesOfCases = async (): Promise<readonly StoredFile[]> => {
  const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? '' })
  const files: StoredFile[] = []
  for await (const { Items: items = [] } of paginateScan({ client }, { TableName: process.env.TABLE_NAME ?? '' }))
    for (const item of items)
      if (textAt(item, 'pk').startsWith('CASE#') && textAt(item, 'sk').startsWith('FILE#')) files.push(dataOf(item))
  client.destroy()
  return files
}

describe('the demonstration data', () => {
  it('is a case for each story, and all holds', async () => {
    const tables = { main: process.env.TABLE_NAME ?? '', audit: process.env.AUDIT_TABLE_NAME ?? '', now: personasNow }
    const { counts, faults } = await invariantsAt(process.env.DYNAMODB_ENDPOINT, tables)
    expect(faults).toEqual([])
    expect(counts.cases).toBe(stories.length)
  })

  it('has somebody with a case in every team that has begun one, and households on the register', async () => {
    const { cases, team } = deskFrom(process.env)
    for (const name of ['housing', 'planning']) {
      const { people } = await team.of(name, 0)
      const has = await Promise.all(
        people.map(({ person }) => cases.lane({ of: { is: 'mine', userId: person.id }, most: 1 })),
      )
      expect(has.flatMap((one) => one.cases).length).toBeGreaterThan(0)
    }
    const states = [{ team: 'housing', state: 'active' }]
    const { cases: placed } = await cases.worklist({ of: { is: 'states', states }, sort: '-due', size: 25 })
    expect(placed.filter(({ place }) => place !== undefined).length).toBeGreaterThan(1)
  })

  it('has documents that open as what they are, and pictures that browsers show', async () => {
    const { files } = deskFrom(process.env)
    const documents = await filesOfCases()
    expect(new Set(documents.map(({ type }) => type))).toEqual(new Set(['application/pdf', 'image/jpeg', 'image/heic']))
    for (const file of documents) {
      const opened = await fetch(await files.openLink(file))
      expect([file.name, opened.status, (await opened.arrayBuffer()).byteLength]).toEqual([file.name, 200, file.bytes])
      const shown = await fetch((await files.showLink(file)) ?? '')
      expect([file.name, shown.status]).toEqual([file.name, 200])
    }
  })
})

describe('more of the demonstration', () => {
  it('has as many cases as are asked for, each of other people with numbers of their own', () => {
    const many = storiesFor(200)
    expect([many.length, storiesFor(0).length]).toEqual([200, stories.length])
    const said = { lastName: ['Renter'], mobile: ['07700 900201'], niNumber: ['QQ 12 34 56 C'] }
    const told = many.map((_, index) => distinct(said, 'about-you/name', index))
    const numbers = told.slice(stories.length).map(({ niNumber }) => niNumber?.[0])
    expect(new Set(told.map(({ mobile }) => mobile?.[0])).size).toBe(200)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) expect(number).toMatch(/^QQ \d\d \d\d 56 C$/)
  })
})
