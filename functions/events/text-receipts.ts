// Delivery status logs of SNS, as CloudWatch Logs hands them to a subscriber: gzipped, in base64, one JSON document a line.
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import type { DeliveryReceipt } from '#domain/texts/receipts.ts'
import type { Log } from '#usecases/ports/log.ts'
import { takeReceipts } from '#usecases/texts/take-receipts.ts'

type Ports = Parameters<typeof takeReceipts>[0] & { readonly log: Log }

// A receipt may overtake our own record of the text. Throwing makes Lambda try the whole batch again, twice, with a pause
// (asynchronous invocation); receipts that were taken change nothing the second time.
export const textReceiptsHandler =
  (ports: Ports) =>
  async (event: unknown): Promise<void> => {
    const receipts = receiptsIn(event)
    const unknown = await takeReceipts(ports, receipts)
    ports.log({ level: 'info', event: 'receipts', count: receipts.length - unknown.length })
    if (unknown.length > 0) throw new ReceiptTooEarly(unknown.length)
  }

class ReceiptTooEarly extends Error {
  constructor(count: number) {
    super(`${count} receipts have no text yet`)
    this.name = 'ReceiptTooEarly'
  }
}

const logsEvent = v.object({ awslogs: v.object({ data: v.string() }) })
const logs = v.object({ logEvents: v.array(v.object({ message: v.string() })) })
const line = v.object({
  status: v.picklist(['SUCCESS', 'FAILURE']),
  notification: v.object({ messageId: v.string() }),
  delivery: v.object({ providerResponse: v.optional(v.string(), '') }),
})

const receiptsIn = (event: unknown): readonly DeliveryReceipt[] => {
  const { awslogs } = v.parse(logsEvent, event)
  const { logEvents } = v.parse(logs, JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8')))
  return logEvents.flatMap(({ message }) => receiptIn(message))
}

const receiptIn = (message: string): readonly DeliveryReceipt[] => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), line), message)
  if (!parsed.success) return []
  const { status, notification, delivery } = parsed.output
  return [{ messageId: notification.messageId, delivered: status === 'SUCCESS', words: delivery.providerResponse }]
}
