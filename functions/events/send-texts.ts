// The table's stream names texts as they are decided; a schedule asks for whatever is due. Both end in the same conditional claim.

import type { DynamoDBBatchResponse } from 'aws-lambda'
import { thrown } from '#domain/thrown.ts'
import { type SendPorts, sendText, sweepTexts } from '#usecases/texts/send-due-texts.ts'

type StreamedText = { readonly sequence: string; readonly id: string }

export type Ports = SendPorts & {
  // The texts that a stream's event brings; undefined for any other event.
  readonly streamed: (event: unknown) => readonly StreamedText[] | undefined
}

export const sendTextsHandler =
  (ports: Ports) =>
  async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const streamed = ports.streamed(event)
    if (streamed !== undefined) return sendStreamed(ports, streamed)
    const count = await sweepTexts(ports)
    if (count > 0) ports.log({ level: 'info', event: 'texts-swept', count })
    return { batchItemFailures: [] }
  }

// The lowest failure is the checkpoint and all after it comes again, so the batch stops there (Lambda Developer Guide, DynamoDB batch
// failures); what had gone is not due any more and changes nothing.
const sendStreamed = async (ports: Ports, texts: readonly StreamedText[]): Promise<DynamoDBBatchResponse> => {
  for (const { id, sequence } of texts) {
    try {
      await sendText(ports, id)
    } catch (error) {
      ports.log({ level: 'error', event: 'text-not-sent', ...thrown(error) }, error)
      return { batchItemFailures: [{ itemIdentifier: sequence }] }
    }
  }
  return { batchItemFailures: [] }
}
