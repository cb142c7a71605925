// The table's stream names texts as they are decided; a schedule asks for whatever is due. Both end in the same conditional claim.
import type { DynamoDBBatchResponse } from 'aws-lambda'
import * as v from 'valibot'
import type { Log } from '#usecases/log.ts'
import { type SendPorts, sendText, sweepTexts } from '#usecases/send-due-texts.ts'

export const sendTextsHandler =
  (ports: SendPorts & { readonly log: Log }) =>
  async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const stream = v.safeParse(streamEvent, event)
    if (stream.success) return sendStreamed(ports, stream.output.Records)
    const count = await sweepTexts(ports)
    if (count > 0) ports.log({ level: 'info', event: 'texts-swept', count })
    return { batchItemFailures: [] }
  }

const record = v.object({
  eventName: v.optional(v.string()),
  dynamodb: v.object({
    SequenceNumber: v.string(),
    Keys: v.object({ pk: v.object({ S: v.string() }) }),
  }),
})
const streamEvent = v.object({ Records: v.array(record) })

type StreamRecord = v.InferOutput<typeof record>

// Only rows of the outbox, as they are put. The lowest failure is the checkpoint and all after it comes again, so the batch stops
// there (Lambda Developer Guide, DynamoDB batch failures); what had gone is not due any more and changes nothing.
const sendStreamed = async (
  ports: SendPorts & { readonly log: Log },
  records: readonly StreamRecord[],
): Promise<DynamoDBBatchResponse> => {
  for (const { eventName, dynamodb } of records) {
    const id = textIn(dynamodb.Keys.pk.S)
    if (id === undefined || eventName !== 'INSERT') continue
    try {
      await sendText(ports, id)
    } catch (error) {
      ports.log({ level: 'error', event: 'text-not-sent', error: error instanceof Error ? error.name : 'unknown' })
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] }
    }
  }
  return { batchItemFailures: [] }
}

const textIn = (pk: string): string | undefined => (pk.startsWith('TEXT#') ? pk.slice('TEXT#'.length) : undefined)
