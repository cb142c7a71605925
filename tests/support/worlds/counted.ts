// What the table's stream would have told whoever counts: every item that stands in the table, in any
// order and as often as a test wants.
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { countEventsHandler } from '#functions/events/count-events.ts'
import { countingFrom } from '#functions/wiring/measures.ts'
import { rawTables } from '../raw-tables.ts'
import type { World } from './world.ts'

export type StreamedItem = Awaited<ReturnType<typeof rawTables>>[number]

type Stands = Pick<World, 'env' | 'clock' | 'table'>

// `fails`: nothing can be written.
export const countingIn = (world: Stands, { fails = false } = {}) => {
  const ports = countingFrom(world.env)
  const put = fails ? () => Promise.reject(new Error('The table does not answer')) : ports.facts.put
  const facts = { ...ports.facts, put }
  const handler = countEventsHandler({ ...ports, facts, clock: world.clock, log: () => {} })
  const items = async (): Promise<readonly StreamedItem[]> => {
    const { name: main, audit } = world.table
    return rawTables({ endpoint: world.env.DYNAMODB_ENDPOINT, main, audit })
  }
  const tell = async (told: readonly StreamedItem[]): Promise<unknown> =>
    handler({ Records: told.map(recordOf).filter((one) => countedIn({ Records: [one] })?.length === 1) })
  return {
    items,
    tell,
    // All there is, once.
    count: async () => tell(await items()),
    tonight: () => handler({ source: 'aws.scheduler' }),
    morning: () => handler({ source: 'aws.scheduler', every: 'morning' }),
  }
}

const recordOf = (item: StreamedItem, at: number) => ({
  eventName: 'MODIFY',
  dynamodb: { SequenceNumber: String(1000 + at), Keys: { pk: item.pk, sk: item.sk }, NewImage: item },
})
