// What one file costs: table operations and server time, for its page, its arrival and its verdict (1 MB, judged whole, kept with its digest).
import * as sample from '#tests/support/sample-files.ts'
import type { Counting } from '#tests/support/worlds/counting-proxy.ts'
import { formIn, pathOf, postFile, startUploadWorld, type UploadWorld } from '#tests/support/worlds/upload-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { median } from './starts.ts'

export type UploadCost = { readonly what: string; readonly ms: number; readonly operations: string }

const rounds = 15

// The world's own database is reached through `counting`.
export const uploadCosts = async (counting: Counting): Promise<readonly UploadCost[]> => {
  process.env.DYNAMODB_ENDPOINT = counting.endpoint
  const here = await startUploadWorld()
  const costs = new Map<string, { ms: number[]; operations: string }>()
  const measured = async (what: string, does: () => Promise<unknown>): Promise<void> => {
    counting.taken()
    const started = performance.now()
    await does()
    const cost = costs.get(what) ?? { ms: [], operations: '' }
    cost.ms.push(performance.now() - started)
    costs.set(what, { ...cost, operations: listOf(counting.taken()) })
  }
  for (let round = 0; round < rounds; round += 1) await oneFile(here, await begun(here), measured)
  await here.close()
  return [...costs].map(([what, { ms, operations }]) => ({ what, ms: median(ms), operations }))
}

type Measured = (what: string, does: () => Promise<unknown>) => Promise<void>

const content = Buffer.concat([sample.pdf().subarray(0, 80), Buffer.alloc(1024 * 1024, 'x'), sample.pdf().subarray(80)])

const oneFile = async (here: UploadWorld, person: Visitor, measured: Measured): Promise<void> => {
  const held = here.hold()
  await measured('the upload page', () => person.get('/planning/proof/income'))
  const { html } = person.last()
  if (formIn(html).url === '') throw new Error('The page has no form for a file')
  const sent = await postFile(html, { name: 'plan.pdf', content })
  await here.files.settled()
  const [arrival, verdict] = held.events
  held.letGo()
  await measured('a file is noted', () => here.tell(arrival))
  await measured('a file is judged and kept', () => here.tell(verdict))
  await person.get(pathOf(sent.location))
  if (!person.last().html.includes('Uploaded')) throw new Error('The file was not kept: the figures would mean nothing')
}

const begun = async (here: UploadWorld): Promise<Visitor> => {
  const person = visitor(here.citizen, here.origin)
  await person.get('/planning')
  await person.post('/planning/start', {})
  await person.post('/planning/you/name', { fullName: 'Sample Person' })
  return person
}

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
