// What a release stores, to be kept for the next one: it runs inside the tree of a release (scripts/keep-release.ts), with that release's own
// code, and writes every item of its tables to the file that it is given.
import { writeFileSync } from 'node:fs'
import { type AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Kept } from './kept.ts'
import { leave } from './leave.ts'

const all = async (endpoint: string, name: string): Promise<readonly Record<string, AttributeValue>[]> => {
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2' })
  const items: Record<string, AttributeValue>[] = []
  for await (const page of paginateScan({ client }, { TableName: name })) items.push(...(page.Items ?? []))
  client.destroy()
  return items
}

const here = await startStaffWorld()
const { table, env } = here.world
const left = await leave(here)
const kept: Kept = {
  ...left,
  main: await all(env.DYNAMODB_ENDPOINT ?? '', table.name),
  audit: await all(env.DYNAMODB_ENDPOINT ?? '', table.audit),
}
writeFileSync(process.argv[2] ?? 'kept.json', `${JSON.stringify(kept, null, 1)}\n`)
await here.close()
