// The engine's own file with so many cases in it, each as the product stores it, with its pointers. Written as DynamoDB exports a table, and
// read by the engine itself: through its HTTP, item by item, 200,000 cases take hours.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { foundPuts } from '#adapters/dynamo/people/found-items.ts'
import { auditTable, mainTable } from '#adapters/dynamo/schema.ts'
import type { Case } from '#domain/cases/case.ts'
import { dynoxide, tablesFile } from '#infra/local/dynamo.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { casePuts } from './cases.ts'

type Filled = { readonly items: number; readonly seconds: number }

// Cases in one file of the export.
const most = 2000

export const fillEngine = async (
  directory: string,
  count: number,
  subjectAt: (at: number) => Case,
): Promise<Filled> => {
  const engine = dynoxide()
  if (engine === undefined) throw new Error('Only dynoxide reads an export, and it is not installed here')
  const started = performance.now()
  // For its keys, under which the pointers are hashed; each world has the same.
  const world = await startWorld()
  const [from, schema] = [join(directory, 'export'), join(directory, 'schema.json')]
  const items = write(join(from, world.table.name, 'data'), world, { count, subjectAt })
  const tables = [mainTable(world.table.name), auditTable(world.table.audit)]
  writeFileSync(schema, JSON.stringify(tables.map(({ StreamSpecification: _stream, ...Table }) => ({ Table }))))
  await world.close()
  const given = ['--source', from, '--schema', schema, '--output', join(directory, tablesFile)]
  execFileSync(engine, ['import', ...given], { stdio: ['ignore', 'ignore', 'inherit'] })
  rmSync(from, { recursive: true })
  return { items, seconds: (performance.now() - started) / 1000 }
}

type Wanted = { readonly count: number; readonly subjectAt: (at: number) => Case }

// Gives how many items it wrote.
const write = (data: string, { table, counter }: World, { count, subjectAt }: Wanted): number => {
  mkdirSync(data, { recursive: true })
  let items = 0
  for (let from = 0; from < count; from += most) {
    const lines = Array.from({ length: Math.min(most, count - from) }, (_, more) => subjectAt(from + more))
      .flatMap((subject) => [...casePuts(table, subject), ...foundPuts(table, counter.keys, subject)])
      .map(({ Put }) => JSON.stringify({ Item: Put?.Item }))
    writeFileSync(join(data, `${from}.json.gz`), gzipSync(lines.join('\n'), { level: 1 }))
    items += lines.length
  }
  return items
}
