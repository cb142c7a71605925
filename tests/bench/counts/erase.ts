// `node tests/bench/counts/erase.ts 1000 10000`: what erasing one case, and then twenty at once, asks of the table at each number of cases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { erase } from '#adapters/erasing/erase.ts'
import { systemKeys } from '#adapters/system.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { startS3 } from '#infra/local/s3/server.ts'
import { diskStore } from '#infra/local/s3/store.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { person } from '#tests/support/worlds/who-may.ts'
import { type Endpoints, noon, startWorld } from '#tests/support/worlds/world.ts'
import { subjectAt } from '../cases.ts'
import { fillEngine } from '../filled-engine.ts'

const officer = person('a housing manager')
// From a number on that all have as many letters in their references.
const first = 36 ** 3

const measure = async (count: number): Promise<void> => {
  let counting: Counting | undefined
  const through = async (direct: Endpoints): Promise<Endpoints> => {
    counting = await countingProxy(direct.dynamo)
    return { ...direct, dynamo: counting.endpoint }
  }
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const { items } = await fillEngine(directory, count, (at) => subjectAt(first + at, officer, noon))
  const world = await startWorld({ directory, through })
  const port = await freePort()
  const store = diskStore(join(directory, 'files'), ['clean'], world.clock.now)
  const given = { secret: 'test', now: world.clock.now, origin: 'http://localhost:3000', onStored: () => {} }
  const server = await startS3({ port, store, ...given })
  const client = new S3Client({ region: 'eu-west-2', endpoint: `http://localhost:${port}`, forcePathStyle: true })
  const eraser = {
    ...{ endpoint: world.env.DYNAMODB_ENDPOINT, region: 'eu-west-2', readers: 1, keep: () => {} },
    ...{ table: world.table, keys: systemKeys(world.env.SECRET_KEY ?? '') },
    ...{ bucket: { client, name: 'clean' }, isOpen: () => false, now: world.clock.now },
  }
  console.log(`\n${count} cases, ${items} items`)
  for (const [from, many] of [
    [0, 1],
    [1, 20],
  ] as const) {
    counting?.taken()
    const started = performance.now()
    const cases = Array.from({ length: many }, (_, at) => ({
      ...{ reference: subjectAt(first + from + at, officer, noon).reference, by: 'bench', law: 'bench' },
    }))
    await erase(eraser, cases)
    const ms = (performance.now() - started).toFixed(0)
    const taken = Object.entries(counting?.taken() ?? {}).map(([operation, times]) => `${operation} ${times}`)
    console.log(`${String(many).padStart(3)} erased  ${taken.toSorted().join(', ')}  (${ms} ms)`)
  }
  client.destroy()
  server.close()
  server.closeAllConnections()
  await world.close()
  counting?.close()
  rmSync(directory, { recursive: true, force: true })
}

for (const count of process.argv.slice(2).map(Number)) await measure(count)
