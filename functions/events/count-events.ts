// The table's stream tells what there is to count; each night the days that may still change are
// counted again, and each morning how long somebody would wait for a time.
import type { DynamoDBBatchResponse } from 'aws-lambda'
import { thrown } from '#domain/thrown.ts'
import { countChanges } from '#usecases/measures/count-changes.ts'
import { countMorning, type MorningPorts } from '#usecases/measures/count-morning.ts'
import { countTonight } from '#usecases/measures/count-tonight.ts'
import type { Streamed } from '#usecases/ports/measures.ts'

export type CountEventsPorts = MorningPorts & {
  // Undefined for an event that is not the stream's.
  readonly streamed: (event: unknown) => readonly Streamed[] | undefined
}

// A batch is counted whole or comes again whole: what of it was counted changes nothing then.
export const countEventsHandler =
  (ports: CountEventsPorts) =>
  async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const streamed = ports.streamed(event)
    if (isMorning(event)) return morning(ports)
    if (streamed === undefined) return tonight(ports)
    try {
      await countChanges(ports, streamed)
      return { batchItemFailures: [] }
    } catch (error) {
      ports.log({ level: 'error', event: 'not-counted', ...thrown(error) }, error)
      return { batchItemFailures: streamed.slice(0, 1).map(({ sequence }) => ({ itemIdentifier: sequence })) }
    }
  }

const isMorning = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'every' in event && event.every === 'morning'

const morning = async (ports: CountEventsPorts): Promise<DynamoDBBatchResponse> => {
  await countMorning(ports)
  return { batchItemFailures: [] }
}

const tonight = async (ports: CountEventsPorts): Promise<DynamoDBBatchResponse> => {
  const count = await countTonight(ports)
  if (count > 0) ports.log({ level: 'info', event: 'months-sealed', count })
  return { batchItemFailures: [] }
}
